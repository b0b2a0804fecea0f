import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { shape } from "../../server/src/catalog/shape.ts";
import { rules } from "../../server/src/checks/rules/index.ts";
import type { FileContent, Files } from "../../server/src/document/files.ts";
import { tokenize } from "../../server/src/syntax/tokens.ts";
import { tidySheet } from "../support/tidy-sheet.ts";
import { workedCases } from "../worked-cases.ts";

/** A sheet that drafts are made of. */
export interface Sheet {
  readonly name: string;
  readonly text: string;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The examples and the sheets of real instruments: what an author types from the first letter to the last. */
export const typedSheets: readonly Sheet[] = ["examples", "test/field"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".note"))
    .sort()
    .map((file) => ({ name: join(folder, file), text: readFileSync(join(root, folder, file), "utf8") })),
);

/** Those, and the short sheets that the project has of every rule, every shape and every formula. */
export const sheets: readonly Sheet[] = [
  ...typedSheets,
  { name: "every layout", text: tidySheet },
  ...rules.flatMap(({ code, bad, good }) => [
    { name: `${code}, bad`, text: bad },
    { name: `${code}, good`, text: good },
  ]),
  ...Object.entries(shape).map(([code, { bad }]) => ({ name: `${code}, bad`, text: bad })),
  ...workedCases.flatMap(({ id, sheet }) =>
    typeof sheet === "string" ? [] : [{ name: `worked case ${id}`, text: sheet.text }],
  ),
];

const priceFile = readFileSync(join(root, "examples/house-form/data/example.csv"), "utf8");

/** The files that the sheets draw on, wherever a sheet looks for them; `prices` in place of the price file. */
export function filesWith(prices = priceFile): Files {
  return {
    get: (path): FileContent => {
      if (path.endsWith(".csv")) return { text: prices };
      const sheet = typedSheets.find(({ name }) => name.startsWith("examples/") && name.endsWith(path));
      return sheet ? { text: sheet.text } : { unusable: "missing" };
    },
  };
}

export { priceFile };

/** A text that breaks off while it is typed. */
export interface Prefix {
  readonly sheet: Sheet;
  readonly length: number;
  /** Whether the editor has put in the braces that close what is open. */
  readonly closed: boolean;
}

/** How many prefixes each sheet has: at every character, with and without the closing braces. */
const prefixesOf = ({ text }: Sheet): number => 2 * (text.length + 1);

/** How many prefixes there are of all typed sheets. */
export const prefixCount = typedSheets.reduce((count, sheet) => count + prefixesOf(sheet), 0);

/** The prefix of that number, from 0 to below `prefixCount`. */
export function prefixAt(index: number): Prefix {
  let within = index;
  for (const sheet of typedSheets) {
    if (within < prefixesOf(sheet)) return { sheet, length: within >> 1, closed: within % 2 === 1 };
    within -= prefixesOf(sheet);
  }
  throw new Error(`there is no prefix ${index}`);
}

export function prefixText({ sheet, length, closed }: Prefix): string {
  const text = sheet.text.slice(0, length);
  return closed ? text + "\n}".repeat(openBraces(text)) : text;
}

function openBraces(text: string): number {
  let depth = 0;
  for (const { tokenType } of tokenize(text).tokens) {
    if (tokenType.name === "OpenBrace") depth++;
    else if (tokenType.name === "CloseBrace" && depth > 0) depth--;
  }
  return depth;
}
