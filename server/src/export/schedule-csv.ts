import type { Analysis } from "../document/analysis.ts";
import { scheduleOf } from "../finance/money/schedule.ts";
import { scheduleRecords } from "../render/schedule.ts";

const columns = [
  "note",
  "scenario",
  "date",
  "what",
  "interest",
  "principal",
  "premium",
  "paid",
  "shares",
  "owed",
] as const;

/**
 * The payment schedules as CSV (RFC 4180), a line a payment: of each note by itself, and of each scenario. Numbers are
 * plain digits in the note's currency.
 */
export function scheduleCsv({ notes }: Analysis): string {
  const rows = notes.flatMap(({ note, alone, played }) =>
    [alone, ...played].flatMap((situation) =>
      scheduleRecords(scheduleOf(situation)).map((record) => ({
        note: note.name,
        scenario: situation.scenario?.name ?? "",
        ...record,
      })),
    ),
  );
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? "")).join(","));
  return [columns.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}

/** A cell; text that a spreadsheet would take for a formula begins with an apostrophe, which it takes for text. */
function cell(value: string): string {
  const plain = readsAsFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Whether a spreadsheet takes text for a formula. A number below zero is one. */
export function readsAsFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && !/^-\d+(?:\.\d+)?$/.test(text);
}
