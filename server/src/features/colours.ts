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
