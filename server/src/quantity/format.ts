import { onceEach } from "../base/once.ts";
import { grouped, withoutTrailingZeros } from "../base/words.ts";
import { currencySign, minorUnits } from "./currency.ts";
import { isoDate, longDate } from "./date.ts";
import type { Exact } from "./exact.ts";
import * as exact from "./exact.ts";
import { dayOf, type Figure } from "./figure.ts";

/** Significant digits of a number whose digits do not end, as data. */
const shownDigits = 12;

/** Significant digits of such a price, or of such a number of shares, as a person reads it. */
const readDigits = 8;

/** A figure as a person reads it: `$940,800.00`, `$0.001955`, `481,227,621 shares`, `9.99 %`, `December 6, 2018`. */
export const show = onceEach((value: Figure): string => {
  switch (value.kind) {
    case "money":
      return showMoney(value.amount, value.currency ?? "USD");
    case "price":
      return showPrice(value.amount, value.currency ?? "USD");
    case "shares":
      return `${showNumber(value.amount, readDigits)} ${isOne(value) ? "share" : "shares"}`;
    case "ratio":
      return showPercent(value.amount);
    case "count":
      return showNumber(value.amount);
    case "days":
      return `${showNumber(value.amount)} ${isOne(value) ? "day" : "days"}`;
    case "date":
      return longDate(dayOf(value as Figure<"date">));
  }
});

/** Money to the currency's smallest unit. */
export function showMoney(amount: Exact, currency: string): string {
  return signed(exact.toFixed(amount, minorUnits(currency)), currencySign(currency));
}

/** A price a share with all its digits, two at least; where they do not end, to eight that count. */
export function showPrice(amount: Exact, currency: string): string {
  const digits = exact.toPlain(amount, readDigits, 24);
  const places = digits.split(".")[1]?.length ?? 0;
  return signed(places < 2 ? exact.toFixed(amount, 2) : digits, currencySign(currency));
}

/** A percentage beyond which digits tell nothing: a gain of days that is carried to a year. */
const mostPercent = exact.whole(1_000_000_000);

/** A fraction of one as a percentage, to four places at most, or to so many exactly; one that is beyond all sense as such. */
export function showPercent(amount: Exact, places?: number): string {
  const hundred = exact.multiply(amount, exact.whole(100));
  if (exact.compare(hundred, mostPercent) > 0) return `over ${showNumber(mostPercent)} %`;
  const digits =
    places === undefined ? withoutTrailingZeros(exact.toFixed(hundred, 4)) : exact.toFixed(hundred, places);
  return `${signed(digits, "")} %`;
}

/** A difference in money with its sign: `+$1,400.00`, `−$28.49`. */
export function showDifference(difference: Figure): string {
  const text = show(difference);
  return text.startsWith("−") || exact.isZero(difference.amount) ? text : `+${text}`;
}

/** A number with thousands separators; one whose digits do not end to so many that count. */
function showNumber(amount: Exact, digits = shownDigits): string {
  return signed(exact.toPlain(amount, digits), "");
}

/** The value as data: plain digits without separators or exponent, a date as year-month-day. */
export function plainValue(value: Figure): string {
  switch (value.kind) {
    case "money":
      return exact.toFixed(value.amount, minorUnits(value.currency ?? "USD"));
    case "date":
      return isoDate(dayOf(value as Figure<"date">));
    default:
      return exact.toPlain(value.amount, shownDigits);
  }
}

/** The unit as data: an ISO code, `<code>/share`, `shares`, `ratio`, `count`, `days` or `date`. */
export function unitOf(value: {
  readonly kind: Figure["kind"];
  readonly currency: string | undefined;
}): string {
  if (value.kind === "money") return value.currency ?? "USD";
  if (value.kind === "price") return `${value.currency ?? "USD"}/share`;
  return value.kind;
}

function signed(digits: string, sign: string): string {
  const negative = digits.startsWith("-");
  const [ahead = "", behind] = digits.replace("-", "").split(".");
  return `${negative ? "−" : ""}${sign}${grouped(ahead)}${behind === undefined ? "" : `.${behind}`}`;
}

function isOne(value: Figure): boolean {
  return exact.compare(value.amount, exact.one) === 0;
}
