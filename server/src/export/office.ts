import type { Draft } from "./draft.ts";
import { word } from "./word.ts";
import { workbook } from "./workbook.ts";

/**
 * The bytes of a document. With the libraries for office documents it is a bundle of its own, which is loaded when a
 * document is written.
 */
export async function written(draft: Draft): Promise<Uint8Array> {
  switch (draft.kind) {
    case "text":
      return new TextEncoder().encode(draft.text);
    case "data":
      return new TextEncoder().encode(draft.data);
    case "word":
      return word(draft.page);
    case "workbook":
      return workbook(draft.book);
  }
}
