import type { Book } from "./book/book.ts";
import type { Page } from "./page.ts";

/** A file to be written: text, or data as JSON, as it is, or what a writer of office documents makes it from. */
export type Draft =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "data"; readonly data: string }
  | { readonly kind: "word"; readonly page: Page }
  | { readonly kind: "workbook"; readonly book: Book };

/** The bytes of a file that is text, for which nothing has to be loaded; undefined of an office document. */
export function plainBytes(draft: Draft): Uint8Array | undefined {
  if (draft.kind === "text") return new TextEncoder().encode(draft.text);
  return draft.kind === "data" ? new TextEncoder().encode(draft.data) : undefined;
}
