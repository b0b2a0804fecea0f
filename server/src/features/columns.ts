import { CompletionItemKind } from "vscode-languageserver-types";
import type { Analysis } from "../document/analysis.ts";
import { type Place, specsAt } from "../document/place.ts";
import { type MeasureId, measureNamed, measures } from "../syntax/measures.ts";
import { Word } from "../syntax/tokens.ts";
import type { Clause } from "../syntax/tree.ts";
import type { Offer } from "./offers.ts";

/** In a table of prices that has no heading yet: the columns that the file's notes draw on. */
export function columnOffers({ piece, offset }: Place, typed: string, analysis: Analysis): Offer[] {
  const table = specsAt(piece.tree.clauses, offset).findLast(({ spec }) => spec?.block?.rows === "prices");
  const above = table?.clause.block?.clauses.some(({ span }) => span.start < offset - typed.length);
  if (!table || above) return [];
  const begun = typed.trimStart();
  const used = measuresUsed(analysis);
  if (used.length === 0) return [];
  const heading = ["date", ...used].join("  ");
  const there = begun.toLowerCase().replace(/\s+/g, " ");
  const next = used.filter((measure) => !there.includes(measure.toLowerCase()));
  if (there === "" || "date".startsWith(there))
    return [
      {
        label: heading.replaceAll("  ", " "),
        text: heading,
        kind: CompletionItemKind.Snippet,
        detail: "the columns that the note draws on",
        replaces: begun.length,
      },
    ];
  return next.flatMap((measure) => {
    const replaces = /\s$/.test(begun)
      ? lengthOfStart(begun, measure, 0)
      : lengthOfStart(begun, measure, undefined);
    if (replaces === undefined) return [];
    const detail = measures.find(({ id }) => id === measure)?.summary ?? "";
    return [{ label: measure, kind: CompletionItemKind.Field, detail, replaces }];
  });
}

/** How many of the last letters of a line begin a name. */
function lengthOfStart<T>(line: string, name: string, none: T): number | T {
  const starts = [...line.matchAll(/\S+/g)].map(({ index }) => line.slice(index));
  return starts.find((start) => name.toLowerCase().startsWith(start.toLowerCase()))?.length ?? none;
}

/** The measures that the clauses of a document name, in the order in which they come. */
function measuresUsed({ pieces }: Analysis): readonly MeasureId[] {
  const found = new Set<MeasureId>();
  const visit = (clauses: readonly Clause[]): void => {
    for (const { phrase, block } of clauses) {
      const words = phrase.filter(({ tokenType }) => tokenType === Word).map(({ image }) => image);
      for (const [at, word] of words.entries()) {
        const measure = measureNamed(`${word} ${words[at + 1] ?? ""}`.trim()) ?? measureNamed(word);
        if (measure) found.add(measure);
      }
      if (block && block.words.content === "clauses") visit(block.clauses);
    }
  };
  for (const { tree } of pieces) visit(tree.clauses);
  return [...found];
}
