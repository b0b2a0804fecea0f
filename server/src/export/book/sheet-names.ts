import { inputSheet, stepSheet } from "./workings.ts";

/** More letters than the name of a sheet may have. */
const longestTitle = 31;

/** Names of other sheets, and one that spreadsheets have for themselves. */
const reserved: ReadonlySet<string> = new Set(
  [inputSheet, stepSheet, "History"].map((name) => name.toLowerCase()),
);

/** A name for a sheet that no other has: without the signs that it may not have, and not too long. */
export function sheetName(title: string, taken: Set<string>, end = ""): string {
  const plain =
    title
      .replace(/[[\]:*?/\\'“”"]/g, "")
      .replace(/\s+/g, " ")
      .trim() || "Sheet";
  const cut = (more: string): string => plain.slice(0, longestTitle - more.length).trim() + more;
  let name = cut(end);
  for (let count = 2; taken.has(name.toLowerCase()) || reserved.has(name.toLowerCase()); count++)
    name = cut(`${end} ${count}`);
  taken.add(name.toLowerCase());
  return name;
}
