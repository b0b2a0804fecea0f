import type { IToken } from "chevrotain";
import { nearest } from "../base/nearest.ts";
import type { Span } from "../base/span.ts";
import type { ClauseSpec } from "../catalog/clause.ts";
import type {
  Choice,
  Definition,
  ExpectationMeaning,
  HappeningMeaning,
  Tagged,
  Value,
} from "../catalog/value.ts";
import type { Figure } from "../quantity/figure.ts";
import { dateFigure } from "../quantity/figure.ts";
import { expectedAfter } from "../syntax/expected.ts";
import { keywordText } from "../syntax/keywords.ts";
import { unquoted } from "../syntax/phrase-grammar.ts";
import type {
  AmountPhrase,
  DatePhrase,
  MoneyPhrase,
  PercentPhrase,
  PricePhrase,
  RatePhrase,
  SharesPhrase,
} from "../syntax/phrase-tree.ts";
import { readPhrase } from "../syntax/phrases.ts";
import { plain } from "../syntax/plain.ts";
import { Quoted, Word } from "../syntax/tokens.ts";
import { wordOf } from "../syntax/vocabulary.ts";
import { judgeDate } from "./dates.ts";
import { isFew, timesOrShares } from "./few.ts";
import { judgeHeading } from "./heading.ts";
import { judgePhrase } from "./meanings.ts";
import { type Judging, judgeMoney, judgePercent, judgeShares } from "./numbers.ts";
import { amountMeaning, priceMeaning } from "./prices.ts";
import { judgeRate } from "./rates.ts";
import { reporter } from "./report.ts";
import { judgeSource } from "./source.ts";
import { plainImage, tagBeside } from "./tags.ts";
import { wrong } from "./unfit.ts";
import { judgeAllowance, judgeChoice, judgeCurrencyCode, judgeName, sliceOf, unfitOf } from "./words.ts";

/** What a clause's words mean by its value; undefined, with a problem, where they do not. */
export function judge(spec: ClauseSpec, tokens: readonly IToken[], at: number, context: Judging): unknown {
  return judgeValue(spec.value, withoutTrail(spec, tokens), at, spec, context);
}

/** The words without what may stand behind the clause's value and says no more. */
function withoutTrail({ trails = [] }: ClauseSpec, tokens: readonly IToken[]): readonly IToken[] {
  for (const trail of trails) {
    const words = trail.split(" ");
    const start = tokens.length - words.length;
    if (start > 0 && words.every((word, at) => wordOf(tokens[start + at] as IToken) === word))
      return tokens.slice(0, start);
  }
  return tokens;
}

function judgeValue(
  value: Value,
  tokens: readonly IToken[],
  at: number,
  spec: ClauseSpec,
  context: Judging,
): unknown {
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
      return judgeHeading(tokens, value, spec, context);
    case "allowance":
      return judgeAllowance(tokens, spec, context);
    case "definition":
      return judgeDefinition(tokens, at, spec, context);
    case "tagged":
      return judgeTagged(value.value, value.tags, tokens, at, spec, context);
    case "either":
      return judgeEither(value.values, tokens, at, spec, context);
    case "happening":
      return judgeHappening(tokens, at, spec, context);
    case "expectation":
      return judgeExpectation(tokens, at, spec, context);
    case "source":
      return judgeSource(tokens, spec, context);
    case "block":
      return tokens.length === 0 ? true : wrong(spec, unfitOf(tokens), context);
  }
}

/** A definition is whatever reads: a rate is tried before a price, for `12% per annum` begins like one. */
function judgeDefinition(tokens: readonly IToken[], at: number, spec: ClauseSpec, context: Judging): unknown {
  const rate = readPhrase("rate", tokens, at);
  if (rate.phrase) {
    const meaning = judgeRate(rate.phrase as RatePhrase, context);
    if (meaning?.kind !== "index" || meaning.margin)
      return meaning && ({ kind: "rate", rate: meaning } satisfies Definition);
  }
  const date = readPhrase("date", tokens, at);
  if (date.phrase) {
    const meaning = judgeDate(date.phrase as DatePhrase, "begins", context);
    return meaning && ({ kind: "date", date: meaning } satisfies Definition);
  }
  const doubt = [rate, date].find((one) => !one.phrase && one.unfit.readings);
  if (doubt && !doubt.phrase) return wrong(spec, doubt.unfit, context);
  const reading = readPhrase("price", tokens, at);
  const amount = reading.phrase ? undefined : readPhrase("amount", tokens, at).phrase;
  if (amount) {
    const meaning = amountMeaning(amount as AmountPhrase, context);
    return meaning && ({ kind: "amount", amount: meaning } satisfies Definition);
  }
  if (!reading.phrase) return wrong(spec, reading.unfit, context);
  const price = priceMeaning(reading.phrase as PricePhrase, context);
  return price && ({ kind: "price", price } satisfies Definition);
}

/** The value, and the words behind it that say what it is of. */
function judgeTagged(
  value: Value,
  tags: readonly Choice[],
  tokens: readonly IToken[],
  at: number,
  spec: ClauseSpec,
  context: Judging,
): unknown {
  const tag = tagBeside(tags, tokens);
  const meaning = judgeValue(value, tag?.value ?? tokens, at, spec, context);
  return meaning === undefined ? undefined : ({ value: meaning, tag: tag?.word } satisfies Tagged<unknown>);
}

/** The first of several values that reads; where none does, the first one says why. */
function judgeEither(
  values: Readonly<Record<string, Value>>,
  tokens: readonly IToken[],
  at: number,
  spec: ClauseSpec,
  context: Judging,
): unknown {
  if ("multiple" in values && "shares" in values && isFew(tokens))
    return timesOrShares(tokens, spec, context);
  for (const [kind, value] of Object.entries(values)) {
    const quiet = withoutProblems(context);
    const meaning = judgeValue(value, tokens, at, spec, quiet);
    if (meaning === undefined || quiet.problems.some(({ severity }) => severity === "error")) continue;
    context.problems.push(...quiet.problems);
    return { kind, value: meaning };
  }
  return wrong(spec, unfitOf(tokens), context, nearestOf(Object.values(values), tokens, at));
}

/** The word that is meant where one does not fit: of a choice, or of those that its phrase would go on with. */
function nearestOf(
  values: readonly Value[],
  tokens: readonly IToken[],
  at: number,
): { readonly span: Span; readonly word: string } | undefined {
  const { found, span } = unfitOf(tokens);
  for (const value of values) {
    if (value.form === "choice") {
      const word =
        tokens.length === 1
          ? nearest(
              found,
              value.choices.map((one) => one.word),
            )
          : undefined;
      if (word !== undefined) return { span, word };
    }
    const reading = value.form === "phrase" ? readPhrase(value.rule, tokens, at) : undefined;
    if (value.form !== "phrase" || !reading || reading.phrase) continue;
    const before = tokens.filter(({ startOffset }) => startOffset < reading.unfit.span.start);
    const words = [...expectedAfter(value.rule, plain(before).tokens)].flatMap(
      (type) => keywordText(type) ?? [],
    );
    const word = nearest(reading.unfit.found.toLowerCase(), words);
    const end = reading.unfit.span.start + reading.unfit.found.length;
    if (word !== undefined) return { span: { start: reading.unfit.span.start, end }, word };
  }
  return undefined;
}

/** The same context with problems of its own, for words that are only tried. */
export function withoutProblems(context: Judging): Judging {
  return { ...reporter(context.tree), currency: context.currency };
}

function judgeHappening(tokens: readonly IToken[], at: number, spec: ClauseSpec, context: Judging): unknown {
  const [name, on, ...rest] = tokens;
  const says = on?.tokenType === Word && wordOf(on) === "on";
  if (name?.tokenType !== Quoted || !says) return wrong(spec, unfitOf(tokens), context);
  const reading = readPhrase("date", rest, at);
  if (!reading.phrase) return wrong(spec, reading.unfit, context);
  const date = judgeDate(reading.phrase as DatePhrase, "begins", context);
  return date && ({ name: unquoted(name), date } satisfies HappeningMeaning);
}

const relations: readonly { readonly words: string; readonly relation: ExpectationMeaning["relation"] }[] = [
  { words: "at most", relation: "at most" },
  { words: "no more than", relation: "at most" },
  { words: "at least", relation: "at least" },
  { words: "no less than", relation: "at least" },
  { words: "exactly", relation: "exactly" },
];

function judgeExpectation(
  tokens: readonly IToken[],
  at: number,
  spec: ClauseSpec,
  context: Judging,
): unknown {
  const parts = expectationParts(tokens);
  const value = parts && expectedValue(parts.value, at, context);
  if (!value) return wrong(spec, unfitOf(tokens), context);
  const labelSpan = unfitOf(parts.label).span;
  const label = sliceOf(parts.label, context).replace(/\s+/g, " ").toLowerCase();
  return { label, labelSpan, relation: parts.relation, value } satisfies ExpectationMeaning;
}

/** The words of an expectation: the figure, how it compares, and with what. */
export function expectationParts(tokens: readonly IToken[]):
  | {
      readonly label: readonly IToken[];
      readonly relation: ExpectationMeaning["relation"];
      readonly value: readonly IToken[];
    }
  | undefined {
  const images = tokens.map(plainImage);
  for (const { words, relation } of relations) {
    const relationWords = words.split(" ");
    const start = images.findIndex((_, index) =>
      relationWords.every((word, offset) => images[index + offset] === word),
    );
    if (start < 1) continue;
    return { label: tokens.slice(0, start), relation, value: tokens.slice(start + relationWords.length) };
  }
  return undefined;
}

function expectedValue(tokens: readonly IToken[], at: number, context: Judging): Figure | undefined {
  const money = readPhrase("money", tokens, at).phrase;
  if (money) return judgeMoney(money as MoneyPhrase, context);
  const percent = readPhrase("percent", tokens, at).phrase;
  if (percent) return judgePercent(percent as PercentPhrase, context);
  const date = readPhrase("date", tokens, at).phrase;
  const day = date && judgeDate(date as DatePhrase, "begins", context);
  if (day?.kind === "day") return dateFigure(day.day, { kind: "stated", text: day.text, span: day.span });
  const shares = readPhrase("shares", tokens, at).phrase;
  return shares && judgeShares(shares as SharesPhrase, context)?.shares;
}
