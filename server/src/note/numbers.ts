import type { Span } from "../base/span.ts";
import { counted, grouped } from "../base/words.ts";
import type {
  ConversionRateMeaning,
  LimitMeaning,
  PeriodMeaning,
  PricePathMeaning,
  SharesMeaning,
} from "../catalog/value.ts";
import { isCurrency, minorUnits } from "../quantity/currency.ts";
import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";
import { type Figure, figure, type Written } from "../quantity/figure.ts";
import type {
  ConversionRatePhrase,
  LimitPhrase,
  MoneyPhrase,
  MultiplePhrase,
  NumberPhrase,
  PercentPhrase,
  PeriodPhrase,
  PricePathPhrase,
  SharesPhrase,
} from "../syntax/phrase-tree.ts";
import type { Reporter } from "./report.ts";

/** What judging a number needs to know of its note. */
export interface Judging extends Reporter {
  readonly currency: CurrencyHere;
}

/** The note's currency, what `$` stands for in it, and where it is stated; all open beside the notes. */
export interface CurrencyHere {
  readonly code: string | undefined;
  readonly dollar: string | undefined;
  readonly span: Span | undefined;
}

const scales = { thousand: 3, million: 6, billion: 9 } as const;
/** More digits than any number of a note has; exact arithmetic on longer ones would stall the editor. */
const mostDigits = 100;
export const hundredth = exact.fraction(1n, 100n);

/** The number as written; undefined, with a problem, below zero. */
export function judgeNumber(number: NumberPhrase, context: Reporter): Exact | undefined {
  if (number.negative) {
    const shown = context.text.slice(number.span.start, number.span.end);
    context.report(
      "value-negative",
      number.span,
      `${shown} is below zero, which no term of a note can be. Take the minus out.`,
    );
    return undefined;
  }
  if (number.digits.length > mostDigits) {
    const message = `This number has ${number.digits.length} digits, more than any sum, price or count. Check what was typed.`;
    context.report("value-wrong", number.span, message);
    return undefined;
  }
  return exact.parseExact(number.digits);
}

/** More days, months, times or prices than any note counts: longer than its calendar. */
const mostCounted = 1_000_000;

/** Days, months and prices are counted in whole numbers, to a million. */
export function judgeCount(number: NumberPhrase, context: Reporter): number | undefined {
  if (judgeNumber(number, context) === undefined) return undefined;
  const count = Number(number.digits);
  if (count > mostCounted) {
    const message = `${grouped(number.digits.split(".")[0] ?? "")} is more than a note ever counts. Check what was typed.`;
    context.report("value-wrong", number.span, message);
    return undefined;
  }
  if (Number.isInteger(count)) return count;
  context.report("value-wrong", number.span, `${number.digits} can't be counted: write a whole number.`);
  return undefined;
}

/** A sum of money. One with three decimals, which its currency does not have, is a question to the author. */
export function judgeMoney(phrase: MoneyPhrase, context: Judging): Figure<"money"> | undefined {
  const money = judgeFineMoney(phrase, context);
  if (money) askOfDecimals(phrase, money.currency ?? "USD", context);
  return money;
}

/** Three digits behind the point, and before it as few as before the first point of thousands: `840.000`. */
const maybeThousands = /^[1-9]\d{0,2}(?:,\d{3})*\.\d{3}$/;

/** `$840.000` is $840.00 where the point stands before cents, and $840,000 to those who part thousands by it. */
function askOfDecimals({ number, scale }: MoneyPhrase, currency: string, context: Judging): void {
  const written = context.text.slice(number.span.start, number.span.end);
  const units = minorUnits(currency);
  if (scale !== undefined || units >= 3 || !maybeThousands.test(written)) return;
  const [whole = "", decimals = ""] = written.split(".");
  const thousands = `${whole},${decimals}`;
  const short = units === 0 ? whole : `${whole}.${decimals.slice(0, units)}`;
  const isShort = /^0*$/.test(decimals.slice(units));
  const fixes = [thousands, ...(isShort ? [short] : [])].map((text) => ({
    title: `Write ${text}`,
    edits: [{ span: number.span, text }],
  }));
  context.report(
    "decimals-unclear",
    number.span,
    `${written} is read as ${isShort ? short : written}, the point before decimals; but ${currency} has ${counted(units, "decimal")}, and in much of Europe and Latin America the point parts thousands, so that this is ${thousands}. Write the one that is meant.`,
    { fixes },
  );
}

/** A sum that may well have parts of a cent: a price a share, or what is paid for each so much of another sum. */
export function judgeFineMoney(phrase: MoneyPhrase, context: Judging): Figure<"money"> | undefined {
  const amount = judgeNumber(phrase.number, context);
  const currency = judgeCurrency(phrase, context);
  if (!amount || !currency) return undefined;
  const written = writtenAs(phrase.number, phrase.scale ? -scales[phrase.scale] : 0);
  return figure("money", scaled(amount, phrase), stated(phrase.span, context, written), currency.code);
}

function scaled(amount: Exact, { scale }: Pick<MoneyPhrase, "scale">): Exact {
  return scale ? exact.multiply(amount, exact.whole(10n ** BigInt(scales[scale]))) : amount;
}

/** The sum as a price a share: the same digits with another unit. */
export function judgePrice(phrase: MoneyPhrase, context: Judging): Figure<"price"> | undefined {
  const money = judgeFineMoney(phrase, context);
  return money && { ...money, kind: "price" };
}

export function judgePercent(phrase: PercentPhrase, context: Reporter): Figure<"ratio"> | undefined {
  const amount = judgeNumber(phrase.number, context);
  const origin = stated(phrase.span, context, writtenAs(phrase.number, 2));
  return amount && figure("ratio", exact.multiply(amount, hundredth), origin);
}

export function judgeShares(phrase: SharesPhrase, context: Reporter): SharesMeaning | undefined {
  const amount = judgeNumber(phrase.number, context);
  const written = writtenAs(phrase.number, phrase.scale ? -scales[phrase.scale] : 0);
  const origin = stated(phrase.span, context, written);
  return amount && { shares: figure("shares", scaled(amount, phrase), origin), of: phrase.of };
}

export function judgeLimit(phrase: LimitPhrase, context: Reporter): LimitMeaning | undefined {
  const share = judgePercent(phrase.percent, context);
  return share && { share, measured: phrase.measured };
}

/** How many times: 500 % is five times. */
export function judgeMultiple(phrase: MultiplePhrase, context: Reporter): Figure<"ratio"> | undefined {
  const amount = judgeNumber(phrase.number, context);
  const origin = stated(phrase.span, context, writtenAs(phrase.number, phrase.percent ? 2 : 0));
  return amount && figure("ratio", phrase.percent ? exact.multiply(amount, hundredth) : amount, origin);
}

export function judgePeriod(phrase: PeriodPhrase, context: Reporter): PeriodMeaning | undefined {
  const count = judgeCount(phrase.count, context);
  return count === undefined ? undefined : { count, unit: phrase.unit };
}

export function judgeConversionRate(
  phrase: ConversionRatePhrase,
  context: Judging,
): ConversionRateMeaning | undefined {
  const amount = judgeNumber(phrase.number, context);
  const per = judgeMoney(phrase.per, context);
  const origin = stated(phrase.span, context, writtenAs(phrase.number));
  return amount && per && { shares: figure("shares", amount, origin), per };
}

export function judgePricePath(phrase: PricePathPhrase, context: Judging): PricePathMeaning | undefined {
  if (phrase.kind === "of market") return { kind: "of market" };
  if (phrase.kind === "every") {
    const price = judgePrice(phrase.price, context);
    return price && { kind: "every", price };
  }
  const from = judgePrice(phrase.from, context);
  const to = judgePrice(phrase.to, context);
  return from && to && { kind: "range", from, to };
}

function judgeCurrency(
  phrase: MoneyPhrase,
  context: Judging,
): { readonly code: string | undefined } | undefined {
  const { code, dollar, span } = context.currency;
  if (phrase.code !== undefined && !isCurrency(phrase.code)) {
    context.report(
      "currency-unknown",
      phrase.span,
      `${phrase.code} is no currency code. Use the three letters of ISO 4217, such as USD or EUR.`,
    );
    return undefined;
  }
  const written = phrase.code ?? dollar;
  if (code === undefined || written === code) return { code: written };
  context.report(
    "currency-mixed",
    phrase.span,
    `This sum is in ${written}, the note is in ${code}. Sums in two currencies can't be added or compared; state it in ${code}, or name the note's currency with a clause “currency ${written}”.`,
    span ? { related: [{ message: `The note's currency is ${code} by this clause.`, span }] } : {},
  );
  return undefined;
}

/** The origin of what the sheet states. */
export function stated(span: Span, { text }: Reporter, written?: Written) {
  const origin = { kind: "stated", text: text.slice(span.start, span.end), span } as const;
  return written ? { ...origin, written } : origin;
}

/** How a number is written; `more` digits behind the point in the unit of its figure. */
export function writtenAs({ digits, span }: NumberPhrase, more = 0): Written {
  return { digits: span, places: (digits.split(".")[1]?.length ?? 0) + more };
}
