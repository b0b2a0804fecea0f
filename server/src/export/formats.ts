import type { Analysis } from "../document/analysis.ts";
import { explain } from "../features/explain.ts";
import { bookOf } from "./book/note-book.ts";
import type { Draft } from "./draft.ts";
import { html } from "./html.ts";
import type { Format } from "./names.ts";
import { type Part, pageOf, parts } from "./note-page.ts";
import { scheduleCsv } from "./schedule-csv.ts";

/** A sheet in a format, with the parts of the document that are named, where it has parts. */
export function draftOf(analysis: Analysis, format: Format, chosen: readonly Part[] = parts): Draft {
  switch (format) {
    case "docx":
      return { kind: "word", page: pageOf(analysis, chosen) };
    case "html":
      return { kind: "text", text: html(pageOf(analysis, chosen)) };
    case "xlsx":
      return { kind: "workbook", book: bookOf(analysis) };
    case "csv":
      return { kind: "text", text: scheduleCsv(analysis) };
    case "json":
      return { kind: "data", data: `${JSON.stringify({ notes: explain(analysis) }, undefined, 2)}\n` };
  }
}
