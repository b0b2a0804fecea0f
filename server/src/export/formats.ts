import type { Analysis } from "../document/analysis.ts";
import { explain } from "../features/explain.ts";
import type { Book } from "./book/book.ts";
import { bookOf } from "./book/note-book.ts";
import { html } from "./html.ts";
import { type Part, pageOf, parts } from "./note-page.ts";
import type { Page } from "./page.ts";
import { scheduleCsv } from "./schedule-csv.ts";

/** The formats that a sheet is written in, each with what it holds. */
export const formats = {
  docx: { title: "Word", holds: "the terms and the figures" },
  html: { title: "Web page", holds: "the terms and the figures, for a browser or a printer" },
  xlsx: { title: "Excel", holds: "the figures, the schedules and the table over prices, as formulas" },
  csv: { title: "CSV", holds: "the payment schedules" },
  json: { title: "JSON", holds: "the figures and the payment schedules" },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly holds: string }>>;

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly Format[];

/** A file to be written: text as it is, or what a writer of office documents makes it from. */
export type Draft =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "word"; readonly page: Page }
  | { readonly kind: "workbook"; readonly book: Book };

/** What the writers of office documents do; they are loaded when one is asked for. */
export interface Office {
  readonly word: (page: Page) => Promise<Uint8Array>;
  readonly workbook: (book: Book) => Promise<Uint8Array>;
}

/** A sheet in a format, with the parts of the document that are asked for, where it has parts. */
export function draftOf(analysis: Analysis, format: Format, wanted: readonly Part[] = parts): Draft {
  switch (format) {
    case "docx":
      return { kind: "word", page: pageOf(analysis, wanted) };
    case "html":
      return { kind: "text", text: html(pageOf(analysis, wanted)) };
    case "xlsx":
      return { kind: "workbook", book: bookOf(analysis) };
    case "csv":
      return { kind: "text", text: scheduleCsv(analysis) };
    case "json":
      return { kind: "text", text: `${JSON.stringify({ notes: explain(analysis) }, undefined, 2)}\n` };
  }
}

/** The bytes of the file. */
export async function written(draft: Draft, office: () => Promise<Office>): Promise<Uint8Array> {
  if (draft.kind === "text") return new TextEncoder().encode(draft.text);
  const { word, workbook } = await office();
  return draft.kind === "word" ? word(draft.page) : workbook(draft.book);
}
