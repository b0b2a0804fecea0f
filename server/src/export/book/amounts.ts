import { currencySign, minorUnits } from "../../quantity/currency.ts";
import type { Exact } from "../../quantity/exact.ts";
import * as exact from "../../quantity/exact.ts";
import type { Figure } from "../../quantity/figure.ts";

/** The serial number of the first of January 1970, days being counted as spreadsheets count them. */
const firstDay = 25_569;

/** Digits of a number that a spreadsheet holds. */
const heldDigits = 17;

/** A figure as a spreadsheet holds it: a binary number, a day by its serial number. */
export function numberOf({ kind, amount }: Pick<Figure, "kind" | "amount">): number {
  return kind === "date" ? serialOf(Number(amount.numerator)) : plainNumber(amount);
}

export function serialOf(day: number): number {
  return day + firstDay;
}

function plainNumber(amount: Exact): number {
  return Number(exact.toPlain(amount, heldDigits));
}

/** How a cell shows a figure of its kind. */
export function formatOf({ kind, amount, currency = "USD" }: Figure): string {
  const whole = amount.denominator === 1n;
  switch (kind) {
    case "money": {
      const places = minorUnits(currency);
      return inCurrency(places === 0 ? "#,##0" : `#,##0.${"0".repeat(places)}`, currency);
    }
    case "price":
      return inCurrency("#,##0.00########", currency);
    case "ratio":
      return "0.00##%";
    case "date":
      return "mmmm d, yyyy";
    default:
      return whole ? "#,##0" : "#,##0.00####";
  }
}

function inCurrency(digits: string, currency: string): string {
  const sign = currencySign(currency).trim();
  return sign === "$" ? `"$"${digits}` : `"${sign}" ${digits}`;
}
