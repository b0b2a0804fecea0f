import { asRead } from "../base/words.ts";
import type {
  AmountMeaning,
  AnchorMeaning,
  CountMeaning,
  PercentMeaning,
  PointsMeaning,
  PriceMeaning,
  SumMeaning,
  WindowMeaning,
  Worded,
} from "../catalog/value.ts";
import * as exact from "../quantity/exact.ts";
import { type Figure, figure } from "../quantity/figure.ts";
import type {
  AdjustedPhrase,
  AmountPhrase,
  AveragePhrase,
  MoneyPhrase,
  NumberPhrase,
  PercentPhrase,
  PricePhrase,
  RoundedPhrase,
  WindowPhrase,
} from "../syntax/phrase-tree.ts";
import { judgeDate } from "./dates.ts";
import {
  hundredth,
  type Judging,
  judgeCount,
  judgeFineMoney,
  judgeMoney,
  judgeNumber,
  writtenAs,
} from "./numbers.ts";
import type { Reporter } from "./report.ts";

/** More days than the window of any price has: ten years of trading. */
export const longestWindow = 2_600;

/** What a price means; undefined where a number or a day in it can't be used, each of which is a problem where it stands. */
export function priceMeaning(phrase: PricePhrase, context: Judging): PriceMeaning | undefined {
  const here = worded(phrase, context);
  switch (phrase.kind) {
    case "money":
      return sumMeaning(phrase, judgeFineMoney(phrase, context), context);
    case "best": {
      const { kind, pick, word } = phrase;
      const alternatives = everyOf(phrase.alternatives.map((one) => priceMeaning(one, context)));
      return alternatives && { ...here, kind, pick, word, alternatives };
    }
    case "percent of": {
      const percent = percentMeaning(phrase.percent, context);
      const of = priceMeaning(phrase.of, context);
      return percent && of && { ...here, kind: phrase.kind, percent, of };
    }
    case "average":
      return averageMeaning(phrase, context);
    case "extreme": {
      const { kind, side, measure } = phrase;
      const window = windowMeaning(phrase.window, context);
      return window && { ...here, kind, side, measure, window };
    }
    case "rolling": {
      const { kind, side, measure } = phrase;
      const days = countMeaning(phrase.days, context);
      const window = windowMeaning(phrase.window, context);
      return days && window && { ...here, kind, side, days, measure, window };
    }
    case "quote": {
      const anchor = anchorMeaning(phrase.day.anchor, context);
      const { kind, measure, day } = phrase;
      return anchor && { ...here, kind, measure, day: { at: day.at, anchor: anchor.date } };
    }
    case "adjusted": {
      const { kind, sign } = phrase;
      const base = priceMeaning(phrase.base, context);
      const by = adjustment(phrase.by, context);
      return base && by && { ...here, kind, sign, base, by };
    }
    case "rounded": {
      const { kind, way } = phrase;
      const base = priceMeaning(phrase.base, context);
      const places = placesLeft(phrase, context);
      return base && places !== undefined
        ? { ...here, kind, base, way, places, cents: phrase.places === undefined }
        : undefined;
    }
    case "term":
      return { ...here, kind: phrase.kind, name: phrase.name };
    case "conversion price":
    case "cap price":
      return { ...here, kind: phrase.kind };
  }
}

/** What an amount means; undefined, with a problem for each, where a number in it can't be used. */
export function amountMeaning(phrase: AmountPhrase, context: Judging): AmountMeaning | undefined {
  const here = worded(phrase, context);
  switch (phrase.kind) {
    case "money":
      return sumMeaning(phrase, judgeMoney(phrase, context), context);
    case "balance":
      return { ...here, kind: phrase.kind, of: phrase.of };
    case "share of amount": {
      const percent = percentMeaning(phrase.percent, context);
      const of = amountMeaning(phrase.of, context);
      return percent && of && { ...here, kind: phrase.kind, percent, of };
    }
    case "part of amount": {
      const part = partMeaning(phrase, context);
      const of = amountMeaning(phrase.of, context);
      return part && of && { ...here, kind: phrase.kind, part, of };
    }
    case "sum": {
      const terms = everyOf(phrase.terms.map((one) => amountMeaning(one, context)));
      return terms && { ...here, kind: phrase.kind, terms };
    }
    case "best amount": {
      const { kind, pick, word } = phrase;
      const alternatives = everyOf(phrase.alternatives.map((one) => amountMeaning(one, context)));
      return alternatives && { ...here, kind, pick, word, alternatives };
    }
    case "shares at": {
      const price = priceMeaning(phrase.price, context);
      return price && { ...here, kind: phrase.kind, price };
    }
    case "amount term":
      return { ...here, kind: phrase.kind, name: phrase.name };
  }
}

function worded({ span }: Pick<Worded, "span">, { text, tree }: Reporter): Worded {
  return { words: asRead(text.slice(span.start, span.end).replace(/\s+/g, " ").trim()), span, tree };
}

function everyOf<T>(parts: readonly (T | undefined)[]): readonly T[] | undefined {
  const found = parts.filter((part) => part !== undefined);
  return found.length < parts.length ? undefined : found;
}

function averageMeaning(phrase: AveragePhrase, context: Judging): PriceMeaning | undefined {
  const { kind, measure, said } = phrase;
  const count = phrase.picks && countMeaning(phrase.picks.count, context);
  const window = windowMeaning(phrase.window, context);
  if (!window || (phrase.picks && !count)) return undefined;
  const picks = phrase.picks && count ? { count, side: phrase.picks.side } : undefined;
  return { ...worded(phrase, context), kind, picks, measure, window, said };
}

function windowMeaning(phrase: WindowPhrase, context: Judging): WindowMeaning | undefined {
  const count = countMeaning(phrase.count, context);
  const anchor = anchorMeaning(phrase.anchor, context);
  const { unit, ends, endSaid, unitSaid } = phrase;
  return (
    count &&
    anchor && { ...worded(phrase, context), count, unit, ends, endSaid, unitSaid, anchor: anchor.date }
  );
}

/** The anchor under `date`, for it may be left out; undefined where it is a day that the calendar does not have. */
function anchorMeaning(
  phrase: WindowPhrase["anchor"],
  context: Judging,
): { readonly date: AnchorMeaning } | undefined {
  if (!phrase) return { date: undefined };
  const date = judgeDate(phrase, "begins", context);
  const { words } = worded(phrase, context);
  return date?.kind === "day" || date?.kind === "event" ? { date: { ...date, text: words } } : undefined;
}

/** A number of days or of prices; undefined, with a problem, where it is more than a window can have. */
function countMeaning(number: NumberPhrase, context: Reporter): CountMeaning | undefined {
  const count = judgeCount(number, context);
  if (count === undefined || count <= longestWindow)
    return count === undefined ? undefined : { count, span: number.span };
  const message = `${number.digits} is more than the window of any price has: more than ten years of trading days. Write how many are meant.`;
  context.report("value-wrong", number.span, message);
  return undefined;
}

function ratioOf(
  number: NumberPhrase,
  { words, span }: Worded,
  context: Reporter,
): Figure<"ratio"> | undefined {
  const amount = judgeNumber(number, context);
  const origin = { kind: "stated", text: words, span, written: writtenAs(number, 2) } as const;
  return amount && figure("ratio", exact.multiply(amount, hundredth), origin);
}

function percentMeaning(phrase: PercentPhrase, context: Reporter): PercentMeaning | undefined {
  const here = worded(phrase, context);
  const ratio = ratioOf(phrase.number, here, context);
  return ratio && { ...here, kind: "percent", ratio };
}

function sumMeaning(
  phrase: MoneyPhrase,
  money: Figure<"money"> | undefined,
  context: Judging,
): SumMeaning | undefined {
  const here = worded(phrase, context);
  if (!money) return undefined;
  const sum = { ...money, origin: { ...money.origin, text: here.words } as typeof money.origin };
  return { ...here, kind: "money", sum };
}

function adjustment(
  by: AdjustedPhrase["by"],
  context: Judging,
): PercentMeaning | PointsMeaning | SumMeaning | undefined {
  if (by.kind === "money") return sumMeaning(by, judgeFineMoney(by, context), context);
  if (by.kind === "percent") return percentMeaning(by, context);
  const here = worded(by, context);
  const ratio = ratioOf(by.number, here, context);
  return ratio && { ...here, kind: by.kind, ratio };
}

/** More decimal places than any price is stated with. */
const mostPlaces = 12;

/** How many decimal places rounding leaves; two of cents. */
function placesLeft({ places, span }: RoundedPhrase, context: Reporter): number | undefined {
  if (!places) return 2;
  if (/^\d+$/.test(places.digits) && Number(places.digits) <= mostPlaces) return Number(places.digits);
  const message = `A price is rounded to a whole number of decimal places, ${mostPlaces} at most. Write it like this: rounded to 4 decimal places.`;
  context.report("value-wrong", span, message);
  return undefined;
}

/** So many parts of how many; no amount can be divided into none. */
function partMeaning(
  phrase: Extract<AmountPhrase, { readonly kind: "part of amount" }>,
  context: Reporter,
): Figure<"ratio"> | undefined {
  const { denominator, span } = phrase;
  const { words } = worded(phrase, context);
  const some = judgeNumber(phrase.numerator, context);
  const all = judgeNumber({ digits: denominator, negative: false, span }, context);
  if (!some || !all) return undefined;
  if (!exact.isZero(all))
    return figure("ratio", exact.divide(some, all), { kind: "stated", text: words, span });
  const message = `${phrase.numerator.digits}/${denominator}: nothing can be divided into no parts. Write the number of parts behind the stroke.`;
  context.report("value-wrong", span, message);
  return undefined;
}
