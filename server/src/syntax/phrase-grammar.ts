import type { IToken, TokenType } from "chevrotain";
import { once } from "../base/once.ts";
import { AlternativeEnd, GroupClose, GroupOpen } from "./frames.ts";
import { TermRules } from "./grammar/terms.ts";
import { keywords, phraseKeywords } from "./keywords.ts";
import {
  Comma,
  Dash,
  Dollar,
  Fraction,
  IsoDate,
  Item,
  NumberToken,
  Percent,
  Quoted,
  SlashDate,
  Word,
} from "./tokens.ts";

/** The entry rules: what may stand behind a clause's name. */
export type PhraseRule =
  | "money"
  | "percent"
  | "rate"
  | "date"
  | "period"
  | "shares"
  | "limit"
  | "amount"
  | "price"
  | "condition"
  | "scheduleRow"
  | "conversionRate"
  | "trigger"
  | "pricePath"
  | "multiple"
  | "level"
  | "paymentDays";

const phraseTokens: readonly TokenType[] = [
  Item,
  Word,
  ...phraseKeywords,
  NumberToken,
  IsoDate,
  SlashDate,
  Fraction,
  Dollar,
  Percent,
  Comma,
  Dash,
  Quoted,
  GroupOpen,
  GroupClose,
  AlternativeEnd,
];

/**
 * The grammar of values: money, rates, dates, periods, share counts, amounts and prices, a family a file.
 * A rule reads one clause's words alone and builds what they say; the first word that does not fit is an error
 * of that clause and of nothing else. Actions run while the grammar is recorded, so they only copy what they are given.
 */
class PhraseParser extends TermRules {
  constructor() {
    super(phraseTokens);
    this.performSelfAnalysis();
  }
}

/** The grammar, made on first use: building it is what a start of the server would otherwise wait for. */
export const phraseParser = once(() => new PhraseParser());

/** Every nested price is joined by an `of`; beyond this many a text is damage, and reading it must not exhaust the stack. */
const mostNested = 150;

/** The place from which a phrase is nested deeper than any note has it. */
export function tooDeepAt(tokens: readonly IToken[]): number | undefined {
  let nested = 0;
  const at = tokens.findIndex(({ tokenType }) => tokenType === keywords.Of && ++nested > mostNested);
  return at < 0 ? undefined : at;
}

export { unquoted } from "./grammar/parts.ts";
