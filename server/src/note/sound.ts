import type { AmountPhrase, PricePhrase, RoundedPhrase } from "../syntax/phrase-tree.ts";
import { type Judging, judgeCount, judgeMoney, judgeNumber } from "./numbers.ts";

/** Whether every number in a price can be used; what can't is reported where it stands. */
export function soundPrice(phrase: PricePhrase, context: Judging): boolean {
  switch (phrase.kind) {
    case "money":
      return judgeMoney(phrase, context) !== undefined;
    case "best":
      return phrase.alternatives.map((alternative) => soundPrice(alternative, context)).every(Boolean);
    case "percent of":
      return judgeNumber(phrase.percent.number, context) !== undefined && soundPrice(phrase.of, context);
    case "adjusted":
      return soundPrice(phrase.base, context) && soundAdjustment(phrase.by, context);
    case "rounded":
      return soundPrice(phrase.base, context) && soundPlaces(phrase, context);
    case "average":
      return [phrase.window.count, ...(phrase.picks ? [phrase.picks.count] : [])].every(
        (count) => judgeCount(count, context) !== undefined,
      );
    case "extreme":
      return judgeCount(phrase.window.count, context) !== undefined;
    case "rolling":
      return [phrase.days, phrase.window.count].every((count) => judgeCount(count, context) !== undefined);
    case "quote":
    case "term":
    case "conversion price":
      return true;
  }
}

function soundAdjustment(by: Extract<PricePhrase, { kind: "adjusted" }>["by"], context: Judging): boolean {
  return by.kind === "money"
    ? judgeMoney(by, context) !== undefined
    : judgeNumber(by.number, context) !== undefined;
}

/** More decimal places than any price is stated with. */
const mostPlaces = 12;

function soundPlaces({ places, span }: RoundedPhrase, context: Judging): boolean {
  if (!places) return true;
  if (/^\d+$/.test(places.digits) && Number(places.digits) <= mostPlaces) return true;
  context.report(
    "value-wrong",
    span,
    `A price is rounded to a whole number of decimal places, ${mostPlaces} at most. Write it like this: rounded to 4 decimal places.`,
  );
  return false;
}

/** Whether every number in an amount can be used. */
export function soundAmount(phrase: AmountPhrase, context: Judging): boolean {
  switch (phrase.kind) {
    case "money":
      return judgeMoney(phrase, context) !== undefined;
    case "share of amount":
      return judgeNumber(phrase.percent.number, context) !== undefined && soundAmount(phrase.of, context);
    case "sum":
      return phrase.terms.every((term) => soundAmount(term, context));
    case "best amount":
      return phrase.alternatives.map((term) => soundAmount(term, context)).every(Boolean);
    case "part of amount":
      return soundParts(phrase, context) && soundAmount(phrase.of, context);
    case "shares at":
      return soundPrice(phrase.price, context);
    case "balance":
    case "amount term":
      return true;
  }
}

function soundParts(
  { denominator, span, numerator }: Extract<AmountPhrase, { kind: "part of amount" }>,
  context: Judging,
): boolean {
  if (/[1-9]/.test(denominator)) return true;
  context.report(
    "value-wrong",
    span,
    `${numerator}/${denominator}: nothing can be divided into no parts. Write the number of parts behind the stroke.`,
  );
  return false;
}
