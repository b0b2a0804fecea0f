import type { IToken } from "chevrotain";
import { nearest } from "../base/nearest.ts";
import { cover, type Span } from "../base/span.ts";
import { listing } from "../base/words.ts";
import type { ClauseSpec } from "../catalog/clause.ts";
import {
  type Allowance,
  type Choice,
  choiceWords,
  chosen,
  type Definition,
  type HeadingMeaning,
  type Value,
} from "../catalog/value.ts";
import { isCurrency } from "../quantity/currency.ts";
import type { PhraseRule } from "../syntax/phrase-grammar.ts";
import { unquoted } from "../syntax/phrase-grammar.ts";
import type {
  AmountPhrase,
  DatePhrase,
  LimitPhrase,
  MoneyPhrase,
  PercentPhrase,
  Phrase,
  PricePhrase,
  RatePhrase,
  SharesPhrase,
} from "../syntax/phrase-tree.ts";
import { readPhrase, type Unfit } from "../syntax/phrases.ts";
import { Quoted, spanOf, Word } from "../syntax/tokens.ts";
import { wordOf } from "../syntax/vocabulary.ts";
import { judgeDate } from "./dates.ts";
import {
  type Judging,
  judgeCount,
  judgeLimit,
  judgeMoney,
  judgeNumber,
  judgePercent,
  judgeRate,
  judgeShares,
} from "./numbers.ts";
import { wrong } from "./unfit.ts";

/** What a clause's words mean by its value; undefined, with a problem, where they do not. */
export function judge(spec: ClauseSpec, tokens: readonly IToken[], at: number, context: Judging): unknown {
  const value: Value = spec.value;
  switch (value.form) {
    case "phrase":
      return judgePhrase(value.rule, value.edge ?? "begins", tokens, at, spec, context);
    case "choice":
      return judgeChoice(value.choices, tokens, spec, context);
    case "name":
      return judgeName(tokens, spec, context);
    case "currency":
      return judgeCurrencyCode(tokens, spec, context);
    case "text":
      return sliceOf(tokens, context);
    case "flag":
      return tokens.length === 0 ? true : wrong(spec, unfitOf(tokens), context);
    case "heading":
      return judgeHeading(tokens, value.named, spec, context);
    case "allowance":
      return judgeAllowance(tokens, spec, context);
    case "definition":
      return judgeDefinition(tokens, at, spec, context);
    case "block":
      return tokens.length === 0 ? true : wrong(spec, unfitOf(tokens), context);
  }
}

function judgePhrase(
  rule: PhraseRule,
  edge: "begins" | "ends",
  tokens: readonly IToken[],
  at: number,
  spec: ClauseSpec,
  context: Judging,
): unknown {
  const reading = readPhrase(rule, tokens, at);
  for (const problem of reading.problems) context.problems.push(problem);
  if (!reading.phrase) return wrong(spec, reading.unfit, context);
  return meaningOf(rule, reading.phrase, edge, context);
}

function meaningOf(rule: PhraseRule, phrase: Phrase, edge: "begins" | "ends", context: Judging): unknown {
  switch (rule) {
    case "money":
      return judgeMoney(phrase as MoneyPhrase, context);
    case "percent":
      return judgePercent(phrase as PercentPhrase, context);
    case "rate":
      return judgeRate(phrase as RatePhrase, context);
    case "date":
      return judgeDate(phrase as DatePhrase, edge, context);
    case "shares":
      return judgeShares(phrase as SharesPhrase, context);
    case "limit":
      return judgeLimit(phrase as LimitPhrase, context);
    case "amount":
      return soundAmount(phrase as AmountPhrase, context) ? phrase : undefined;
    case "price":
      return soundPrice(phrase as PricePhrase, context) ? phrase : undefined;
    case "period":
      return phrase;
  }
}

/** Whether every number in a price can be used; what can't is reported where it stands. */
function soundPrice(phrase: PricePhrase, context: Judging): boolean {
  switch (phrase.kind) {
    case "money":
      return judgeMoney(phrase, context) !== undefined;
    case "best":
      return phrase.alternatives.map((alternative) => soundPrice(alternative, context)).every(Boolean);
    case "percent of":
      return judgeNumber(phrase.percent.number, context) !== undefined && soundPrice(phrase.of, context);
    case "adjusted":
      return soundPrice(phrase.base, context) && soundAdjustment(phrase.by, context);
    case "average":
      return [phrase.window.count, ...(phrase.picks ? [phrase.picks.count] : [])].every(
        (count) => judgeCount(count, context) !== undefined,
      );
    case "extreme":
      return judgeCount(phrase.window.count, context) !== undefined;
    case "quote":
    case "term":
      return true;
  }
}

function soundAdjustment(by: Extract<PricePhrase, { kind: "adjusted" }>["by"], context: Judging): boolean {
  return by.kind === "money"
    ? judgeMoney(by, context) !== undefined
    : judgeNumber(by.number, context) !== undefined;
}

function soundAmount(phrase: AmountPhrase, context: Judging): boolean {
  switch (phrase.kind) {
    case "money":
      return judgeMoney(phrase, context) !== undefined;
    case "share of amount":
      return judgeNumber(phrase.percent.number, context) !== undefined && soundAmount(phrase.of, context);
    case "sum":
      return phrase.terms.every((term) => soundAmount(term, context));
    case "balance":
      return true;
  }
}

function judgeChoice(
  choices: readonly Choice[],
  tokens: readonly IToken[],
  spec: ClauseSpec,
  context: Judging,
): unknown {
  const written = choiceWords(sliceOf(tokens, context));
  const found = chosen(choices, written);
  if (found) return found.word;
  const near = nearest(
    written,
    choices.map(({ word }) => word),
  );
  const words = listing(
    choices.map(({ word }) => `“${word}”`),
    "or",
  );
  const span = unfitOf(tokens).span;
  const offer = near === undefined ? "" : ` Did you mean “${near}”?`;
  context.report(
    "value-wrong",
    span,
    `“${written}” is not one of the words for ${spec.names[0]}: ${words}.${offer}`,
    {
      fixes: near === undefined ? [] : [{ title: `Write “${near}”`, edits: [{ span, text: near }] }],
    },
  );
  return undefined;
}

function judgeName(tokens: readonly IToken[], spec: ClauseSpec, context: Judging): unknown {
  const [first, second] = tokens;
  if (first?.tokenType === Quoted && !second) return unquoted(first);
  const written = sliceOf(tokens, context);
  const span = unfitOf(tokens).span;
  const bare = !written.includes('"') && !written.includes("“");
  context.report(
    "value-wrong",
    span,
    `The name after “${spec.names[0]}” stands in quotes: ${spec.example}.`,
    {
      fixes: bare ? [{ title: "Put the name in quotes", edits: [{ span, text: `"${written}"` }] }] : [],
    },
  );
  return undefined;
}

function judgeCurrencyCode(tokens: readonly IToken[], spec: ClauseSpec, context: Judging): unknown {
  const written = sliceOf(tokens, context);
  if (tokens.length === 1 && isCurrency(written)) return written;
  if (!/^[A-Z]{3}$/.test(written)) return wrong(spec, unfitOf(tokens), context);
  const message = `${written} is no currency code. Use the three letters of ISO 4217, such as USD or EUR.`;
  context.report("currency-unknown", unfitOf(tokens).span, message);
  return undefined;
}

function judgeHeading(
  tokens: readonly IToken[],
  named: boolean,
  spec: ClauseSpec,
  context: Judging,
): unknown {
  const rest = [...tokens];
  const title = named && rest[0]?.tokenType === Quoted ? rest.shift() : undefined;
  let forNote: HeadingMeaning["forNote"];
  const [preposition, note] = rest;
  if (preposition?.tokenType === Word && wordOf(preposition) === "for" && note?.tokenType === Quoted) {
    forNote = { name: unquoted(note), span: spanOf(note) };
    rest.splice(0, 2);
  }
  if (rest.length > 0) wrong(spec, unfitOf(rest), context);
  const meaning: HeadingMeaning = { name: title && unquoted(title), forNote };
  return meaning;
}

function judgeAllowance(tokens: readonly IToken[], spec: ClauseSpec, context: Judging): unknown {
  const [code, because, reason] = tokens;
  const complete =
    code?.tokenType === Word &&
    because?.tokenType === Word &&
    wordOf(because) === "because" &&
    reason?.tokenType === Quoted;
  if (!complete) return wrong(spec, unfitOf(tokens), context);
  const meaning: Allowance = { code: wordOf(code), reason: unquoted(reason), span: spanOf(code) };
  return meaning;
}

/** A definition is whatever reads: a rate is tried before a price, for `12% per annum` begins like one. */
function judgeDefinition(tokens: readonly IToken[], at: number, spec: ClauseSpec, context: Judging): unknown {
  const rate = readPhrase("rate", tokens, at);
  if (rate.phrase) {
    const meaning = judgeRate(rate.phrase as RatePhrase, context);
    return meaning && ({ kind: "rate", rate: meaning } satisfies Definition);
  }
  const date = readPhrase("date", tokens, at);
  if (date.phrase) {
    const meaning = judgeDate(date.phrase as DatePhrase, "begins", context);
    return meaning && ({ kind: "date", date: meaning } satisfies Definition);
  }
  const reading = readPhrase("price", tokens, at);
  if (!reading.phrase) return wrong(spec, reading.unfit, context);
  const price = reading.phrase as PricePhrase;
  return soundPrice(price, context) ? ({ kind: "price", price } satisfies Definition) : undefined;
}

function unfitOf(tokens: readonly IToken[]): Unfit {
  const first = tokens[0];
  const last = tokens.at(-1);
  const span: Span = first && last ? cover(spanOf(first), spanOf(last)) : { start: 0, end: 0 };
  return { found: first?.image ?? "", span };
}

function sliceOf(tokens: readonly IToken[], context: Judging): string {
  const { span } = unfitOf(tokens);
  return context.text.slice(span.start, span.end);
}
