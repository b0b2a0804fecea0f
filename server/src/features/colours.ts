import type { IToken } from "chevrotain";
import type { Analysis } from "../document/analysis.ts";
import { firstLines, positionIn } from "../document/place.ts";
import { CurrencyCode, MeasureName, MonthName } from "../syntax/keywords.ts";
import { plain } from "../syntax/plain.ts";
import {
  Bar,
  CloseBracket,
  Dollar,
  Fraction,
  IsoDate,
  NumberToken,
  OpenBracket,
  Percent,
  Quoted,
  spanOf,
} from "../syntax/tokens.ts";
import type { Clause } from "../syntax/tree.ts";
import type { Content } from "../syntax/vocabulary.ts";

/** The colours' names in the protocol, in the order of their numbers. */
export const colourTypes = [
  "keyword",
  "property",
  "number",
  "string",
  "type",
  "variable",
  "operator",
] as const;
type Colour = (typeof colourTypes)[number];

interface Coloured {
  readonly start: number;
  readonly end: number;
  readonly colour: Colour;
}

/** Every word's colour by what it is in the tree, in the protocol's relative form. */
export function colours(analysis: Analysis): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  const lines = firstLines(analysis);
  analysis.pieces.forEach((piece, index) => {
    const found = piece.tree.clauses
      .flatMap((clause) => colourClause(clause, "clauses"))
      .sort((a, b) => a.start - b.start);
    for (const { start, end, colour } of found) {
      const at = positionIn(piece, lines[index] ?? 0, start);
      if (at.line < line || (at.line === line && at.character < character)) continue;
      data.push(
        at.line - line,
        at.line === line ? at.character - character : at.character,
        end - start,
        colourTypes.indexOf(colour),
        0,
      );
      line = at.line;
      character = at.character;
    }
  });
  return data;
}

/** Those of the colours that stand on some lines. */
export function coloursWithin(data: readonly number[], first: number, last: number): number[] {
  const found: number[] = [];
  let [line, character, fromLine, fromCharacter] = [0, 0, 0, 0];
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [down = 0, right = 0, ...rest] = data.slice(at, at + 5);
    character = down === 0 ? character + right : right;
    line += down;
    if (line < first || line > last) continue;
    found.push(line - fromLine, line === fromLine ? character - fromCharacter : character, ...rest);
    [fromLine, fromCharacter] = [line, character];
  }
  return found;
}

/** The one edit that makes some data other data; none where they are the same. */
export function dataEdits(
  before: readonly number[],
  now: readonly number[],
): { readonly start: number; readonly deleteCount: number; readonly data: number[] }[] {
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) start++;
  let same = 0;
  const most = Math.min(before.length, now.length) - start;
  while (same < most && before[before.length - 1 - same] === now[now.length - 1 - same]) same++;
  const deleteCount = before.length - start - same;
  const data = now.slice(start, now.length - same);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

function colourClause(clause: Clause, content: Content): Coloured[] {
  const { match, block } = clause;
  const name: Coloured[] =
    match && clause.name.end > clause.name.start
      ? [{ ...clause.name, colour: match.block ? "keyword" : "property" }]
      : [];
  const words = content === "text" ? [] : phraseColours(clause);
  const inner = (block?.clauses ?? []).flatMap((child) =>
    colourClause(child, block?.words.content ?? "clauses"),
  );
  return [...name, ...words, ...inner];
}

function phraseColours({ phrase }: Clause): Coloured[] {
  const coloured = plain(phrase).tokens.flatMap((token) => {
    const colour = colourOf(token);
    const { start, end } = spanOf(token);
    return colour && end > start ? [{ start, end, colour }] : [];
  });
  return apart(coloured);
}

/** Those that do not stand on others: several words of the language may stand for some words of a filing. */
function apart(coloured: readonly Coloured[]): Coloured[] {
  let end = 0;
  return [...coloured]
    .sort((a, b) => a.start - b.start)
    .filter((one) => {
      const free = one.start >= end;
      if (free) end = one.end;
      return free;
    });
}

const colourByType: ReadonlyMap<IToken["tokenType"], Colour> = new Map([
  ...[NumberToken, Dollar, Percent, IsoDate, Fraction, MonthName, CurrencyCode].map(
    (type) => [type, "number"] as const,
  ),
  ...[OpenBracket, CloseBracket, Bar].map((type) => [type, "operator"] as const),
  [Quoted, "string"] as const,
  [MeasureName, "type"] as const,
]);

function colourOf({ tokenType }: IToken): Colour | undefined {
  return colourByType.get(tokenType);
}
