import { monthNames } from "../base/months.ts";

/** Every form of a month's name in lower case, with the name in full. */
export const months: ReadonlyMap<string, string> = new Map<string, string>([
  ...monthNames.flatMap((name) =>
    [name, name.slice(0, 3)].map((form) => [form.toLowerCase(), name] as const),
  ),
  ["sept", "September"],
]);

/** How the formatter writes a month. */
export function monthWritten(word: string): string {
  return months.get(word) ?? word;
}
