import type { IToken } from "chevrotain";
import { relativePath } from "../base/paths.ts";
import type { ClausePath } from "../catalog/paths.ts";
import { readDocument } from "../document/pieces.ts";
import type { WordItem } from "./words.ts";

/** What the sheets of a folder name, each name once, in the order of the sheets. */
export interface FolderNames {
  readonly issuers: readonly string[];
  readonly holders: readonly string[];
  /** The paths of files that may hold prices. */
  readonly prices: readonly string[];
  /** The notes of other sheets, each with the path of its file. */
  readonly forms: readonly { readonly name: string; readonly path: string }[];
}

/** A sheet of the folder, by its address. */
export interface FolderSheet {
  readonly uri: string;
  readonly text: string;
}

/** What the sheets name, as a sheet at an address sees it. */
export function namesIn(
  sheets: readonly FolderSheet[],
  tables: readonly string[],
  from: string,
): FolderNames {
  const issuers = new Set<string>();
  const holders = new Set<string>();
  const forms: { name: string; path: string }[] = [];
  for (const { uri, text } of sheets) {
    const path = uri === from ? undefined : relativePath(from, uri);
    for (const { pieces } of readDocument(text)) {
      for (const { name, clauses } of pieces.flatMap(({ bound }) => bound.notes)) {
        if (clauses.issuer.state === "said" && clauses.issuer.meaning) issuers.add(clauses.issuer.meaning);
        if (clauses.holder.state === "said" && clauses.holder.meaning) holders.add(clauses.holder.meaning);
        if (path !== undefined) forms.push({ name, path });
      }
    }
  }
  const prices = tables.flatMap((uri) => relativePath(from, uri) ?? []);
  return { issuers: [...issuers], holders: [...holders], forms, prices };
}

const issuer: ClausePath = "note/issuer";
const holder: ClausePath = "note/holder";
const note: ClausePath = "note";
const prices: ClausePath = "market/prices";

/** How the names of files end that may hold prices. */
export const tableEndings: readonly string[] = [".csv", ".tsv", ".txt"];

/** The clauses whose words the names of a folder may complete. */
export const namingPaths: ReadonlySet<string> = new Set<string>([issuer, holder, note, prices]);

/** The names of the folder that may stand next in a clause. */
export function namesFor(
  path: string,
  complete: readonly IToken[],
  folder: FolderNames | undefined,
): WordItem[] {
  if (!folder) return [];
  if (path === issuer && complete.length === 0)
    return folder.issuers.map((name) => quoted(name, "issuer of a note here"));
  if (path === holder && complete.length === 0)
    return folder.holders.map((name) => quoted(name, "holder of a note here"));
  if (path === prices) return folder.prices.flatMap((file) => priceFile(file, complete.length));
  if (path !== note || complete.length !== 1) return [];
  return folder.forms.map(({ name, path: file }) => ({
    word: `based on "${name}" in "${file}"`,
    detail: "the form that it is based on",
  }));
}

function quoted(name: string, detail: string): WordItem {
  return { word: `"${name}"`, detail };
}

function priceFile(path: string, words: number): WordItem[] {
  const detail = "a file of prices";
  if (words === 0) return [{ word: `from "${path}"`, detail }];
  return words === 1 ? [{ word: `"${path}"`, detail }] : [];
}
