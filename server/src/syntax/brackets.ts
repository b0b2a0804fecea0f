import type { IToken } from "chevrotain";
import { cover, type Span } from "../base/span.ts";
import { AlternativeEnd, GroupClose } from "./frames.ts";
import { Bar, CloseBracket, OpenBracket, spanOf, Word } from "./tokens.ts";

/** What a draft leaves open in brackets. */
export interface Bracket {
  readonly kind: "blank" | "proposed" | "alternatives";
  readonly span: Span;
  /** The texts offered, of alternatives. */
  readonly options: readonly (readonly IToken[])[];
}

/** A phrase with its brackets resolved: one reading for each alternative, the first for numbers. */
export interface Draft {
  readonly brackets: readonly Bracket[];
  /** Whether a blank keeps the phrase from being read at all. */
  readonly blank: boolean;
  /** The closing brackets that close nothing; nothing is read from them. */
  readonly stray: readonly IToken[];
  readonly tokens: readonly IToken[];
  /** The other readings: one alternative changed at a time. */
  readonly others: readonly {
    readonly bracket: Bracket;
    readonly option: number;
    readonly tokens: readonly IToken[];
  }[];
}

/** More alternatives than any clause offers; those behind them are not read, so that no draft can stall the editor. */
const mostReadings = 50;

/** Resolves the brackets of a phrase, so that the phrase rules know nothing of them. */
export function resolveBrackets(source: readonly IToken[]): Draft {
  if (!source.some((token) => token.tokenType === OpenBracket || token.tokenType === CloseBracket)) {
    return { brackets: [], blank: false, stray: [], tokens: source, others: [] };
  }
  const { parts, stray } = split(source);
  const brackets = parts.flatMap((part) => (part.bracket ? [part.bracket] : []));
  const tokensWith = (changed: Bracket | undefined, option: number): IToken[] =>
    parts.flatMap(({ tokens, bracket }) =>
      bracket ? (bracket.options[bracket === changed ? option : 0] ?? []) : tokens,
    );
  const others = brackets
    .flatMap((bracket) => bracket.options.slice(1).map((_, index) => ({ bracket, option: index + 1 })))
    .slice(0, mostReadings)
    .map((other) => ({ ...other, tokens: tokensWith(other.bracket, other.option) }));
  const blank = brackets.some(({ kind }) => kind === "blank");
  return { brackets, blank, stray, tokens: tokensWith(undefined, 0), others };
}

interface Part {
  readonly tokens: readonly IToken[];
  readonly bracket: Bracket | undefined;
}

function split(source: readonly IToken[]): { readonly parts: Part[]; readonly stray: IToken[] } {
  const parts: Part[] = [];
  const stray: IToken[] = [];
  let plain: IToken[] = [];
  for (let at = 0; at < source.length; at++) {
    const token = source[at] as IToken;
    if (token.tokenType === CloseBracket) {
      stray.push(token);
      continue;
    }
    if (token.tokenType !== OpenBracket) {
      plain.push(token);
      continue;
    }
    const end = bracketEnd(source, at);
    parts.push({ tokens: plain, bracket: undefined }, { tokens: [], bracket: bracketOf(source, at, end) });
    plain = [];
    at = source[end]?.tokenType === CloseBracket ? end : end - 1;
  }
  parts.push({ tokens: plain, bracket: undefined });
  return { parts, stray };
}

/** The closing bracket's place; a bracket left open ends with its line. */
function bracketEnd(source: readonly IToken[], open: number): number {
  for (let at = open + 1; at < source.length; at++) {
    const type = source[at]?.tokenType;
    if (type === CloseBracket || type === AlternativeEnd || type === GroupClose) return at;
  }
  return source.length;
}

function bracketOf(source: readonly IToken[], open: number, end: number): Bracket {
  const inside = source.slice(open + 1, end).filter((token) => token.tokenType !== OpenBracket);
  const last = source[end]?.tokenType === CloseBracket ? source[end] : source[end - 1];
  const first = source[open] as IToken;
  const span = cover(spanOf(first), spanOf(last ?? first));
  const options: IToken[][] = [[]];
  for (const token of inside) {
    if (token.tokenType === Bar) options.push([]);
    else options.at(-1)?.push(token);
  }
  if (options.length > 1) return { kind: "alternatives", span, options };
  const blank = inside.every((token) => token.tokenType === Word);
  return { kind: blank ? "blank" : "proposed", span, options };
}
