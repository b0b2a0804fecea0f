import type { IToken } from "chevrotain";
import { cover, type Span } from "../../base/span.ts";
import { keywords as k } from "../keywords.ts";
import type { CalendarDatePhrase, NumberPhrase } from "../phrase-tree.ts";
import { spanOf } from "../tokens.ts";

export const nowhere = { span: { start: 0, end: 0 } };

export type Placed = IToken | { readonly span: Span };

export function between(first: Placed, last: Placed): Span {
  return cover(placeOf(first), placeOf(last));
}

/** While the grammar is recorded, what an option gave is no token yet and stands nowhere. */
function placeOf(part: Placed): Span {
  if ("span" in part) return part.span as Span;
  return part.image === undefined ? nowhere.span : spanOf(part);
}

export function numberOf(token: IToken, dash: IToken | undefined): NumberPhrase {
  const digits = typeof token.payload === "string" ? token.payload : token.image.replaceAll(",", "");
  return { digits, negative: dash !== undefined, span: between(dash ?? token, token) };
}

/** What stands between the quotes. */
export function unquoted(token: IToken): string {
  return token.image.replace(/^["“”„]/, "").replace(/["“”„]$/, "");
}

export function isoDate(token: IToken): CalendarDatePhrase {
  const [year = "", month = "", day = ""] = token.image.split("-");
  return { kind: "date", year, month, day, span: spanOf(token) };
}

/** `20250102`: year, month and day in one number. */
export function solidDate(token: IToken): CalendarDatePhrase {
  const { image } = token;
  return {
    kind: "date",
    year: image.slice(0, 4),
    month: image.slice(4, 6),
    day: image.slice(6),
    span: spanOf(token),
  };
}

export function calendarDate(year: IToken, month: IToken, day: IToken, span: Span): CalendarDatePhrase {
  return { kind: "date", year: year.image, month: month.image, day: dayDigits(day), span };
}

/** The digits of a day, also where it is said in words. */
function dayDigits({ image, payload }: IToken): string {
  return typeof payload === "string" ? payload : image;
}

export function dayUnit(kind: IToken | undefined): "trading day" | "business day" | "day" {
  if (kind?.tokenType === k.Trading) return "trading day";
  return kind?.tokenType === k.Business ? "business day" : "day";
}
