import type { IToken } from "chevrotain";
import { withoutEndingZeros } from "./digits.ts";
import { keywords, MonthName } from "./keywords.ts";
import { months, monthWritten } from "./month-words.ts";
import type { Reader, Reading } from "./reader.ts";
import { merged, wordAt } from "./spelled.ts";
import {
  CloseParenthesis,
  Comma,
  Dash,
  Fraction,
  IsoDate,
  NumberToken,
  OpenParenthesis,
  Percent,
  Quoted,
  retyped,
  Word,
} from "./tokens.ts";
import { wordOf } from "./vocabulary.ts";

/** The words beside the name in a definition in parentheses. */
const defining: ReadonlySet<string> = new Set(
  "the a an each any such this together with collectively individually hereinafter hereafter referred to as or and called defined term".split(
    " ",
  ),
);

/** What a document calls the thing that it has just said. */
export const definedName: Reader = {
  reads: "(the “Conversion Price”)",
  when: ({ source, at }) => {
    if (source[at]?.tokenType !== OpenParenthesis) return undefined;
    const end = closeOf(source, at);
    const inside = source.slice(at + 1, end);
    const names = inside.filter(({ tokenType }) => tokenType === Quoted);
    const others = inside.filter(({ tokenType }) => tokenType !== Quoted && tokenType !== Comma);
    const defines = names.length > 0 && others.every((token) => defining.has(wordOf(token)));
    return end < source.length && defines ? nothing(end - at + 1) : undefined;
  },
};

/** As many words as the name of a market or of a service has. */
const mostNamed = 8;

const reporting: ReadonlySet<string> = new Set(["reported", "quoted", "published", "displayed", "listed"]);

/** Who says what a price was: the market's own word, whoever passes it on. */
export const asReported: Reader = {
  reads: "(as reported by Bloomberg)",
  when: ({ source, at }) => {
    const inside = source[at]?.tokenType === OpenParenthesis;
    if (!inside && source[at]?.tokenType !== Comma) return undefined;
    if (wordAt(source, at + 1) !== "as" || !reporting.has(wordAt(source, at + 2))) return undefined;
    if (!/^(by|on|in)$/.test(wordAt(source, at + 3))) return undefined;
    const ends = inside ? CloseParenthesis : Comma;
    const end = source.findIndex(({ tokenType }, place) => place > at + 3 && tokenType === ends);
    const words = source.slice(at + 4, end);
    const named = end > 0 && words.length <= mostNamed && words.every(({ tokenType }) => tokenType === Word);
    return named ? nothing(end - at + 1) : undefined;
  },
};

/** A date with its month in letters between dashes. */
export const dashedDate: Reader = {
  reads: "2-Jan-2025",
  when: ({ source, at }) => {
    const [day, dash, rest] = source.slice(at, at + 3);
    if (day?.tokenType !== NumberToken || dash?.tokenType !== Dash || rest?.tokenType !== Word)
      return undefined;
    const [, month = "", year = ""] = /^([A-Za-z]+)-(\d{4}|\d{2})$/.exec(rest.image) ?? [];
    if (!months.has(month.toLowerCase())) return undefined;
    return {
      taken: 3,
      tokens: [
        day,
        { ...retyped(rest, MonthName), image: monthWritten(month.toLowerCase()) },
        { ...retyped(rest, NumberToken), image: year.length === 2 ? `20${year}` : year },
      ],
    };
  },
};

/** A date with the year first, between slashes. */
export const yearFirst: Reader = {
  reads: "2025/01/02",
  when: ({ source, at }) => {
    const [start, slash, day] = source.slice(at, at + 3);
    if (start?.tokenType !== Fraction || slash?.image !== "/" || day?.tokenType !== NumberToken)
      return undefined;
    const [, year = "", month = ""] = /^(\d{4})\/(\d{1,2})$/.exec(start.image) ?? [];
    if (year === "" || !/^\d{1,2}$/.test(day.image)) return undefined;
    const image = [year, month.padStart(2, "0"), day.image.padStart(2, "0")].join("-");
    return { taken: 3, tokens: [{ ...merged(source.slice(at, at + 3), IsoDate), image }] };
  },
};

const signs: ReadonlyMap<string, string> = new Map([
  ["¼", "1/4"],
  ["½", "1/2"],
  ["¾", "3/4"],
  ["⅓", "1/3"],
  ["⅔", "2/3"],
  ["⅛", "1/8"],
  ["⅜", "3/8"],
  ["⅝", "5/8"],
  ["⅞", "7/8"],
]);

/** A percentage with a fraction behind its whole number. */
export const mixedNumber: Reader = {
  reads: "8 1/4%",
  when: ({ source, at }) => {
    const whole = source[at];
    if (whole?.tokenType !== NumberToken || !/^\d+$/.test(whole.image)) return undefined;
    const dash = source[at + 1]?.tokenType === Dash ? 1 : 0;
    const part = source[at + 1 + dash];
    const fraction =
      part && (signs.get(part.image) ?? (part.tokenType === Fraction ? part.image : undefined));
    const behind = at + 2 + dash;
    const percent = source[behind]?.tokenType === Percent || /^per(cent)?$/.test(wordAt(source, behind));
    const decimals = fraction === undefined || !percent ? undefined : decimalsOf(fraction);
    if (decimals === undefined) return undefined;
    const payload = `${whole.image}.${decimals}`;
    return { taken: 2 + dash, tokens: [{ ...merged(source.slice(at, behind), NumberToken), payload }] };
  },
};

/** The decimals of a proper fraction that has some and no end of others: `1/4` is 25. */
function decimalsOf(fraction: string): string | undefined {
  const [numerator = "", denominator = ""] = fraction.split("/");
  if (!/^\d{1,3}$/.test(numerator) || !/^\d{1,3}$/.test(denominator)) return undefined;
  const [part, whole] = [BigInt(numerator), BigInt(denominator)];
  const scale = 10n ** 9n;
  if (whole === 0n || part >= whole || (part * scale) % whole !== 0n) return undefined;
  return withoutEndingZeros(String((part * scale) / whole).padStart(9, "0"));
}

/** A month's name that the day adjoins. */
export const joinedMonth: Reader = {
  reads: "August1, 2018",
  when: ({ source, at }) => {
    const token = source[at] as IToken;
    const [, month = "", day = ""] = /^([A-Za-z]+)\.?(\d{1,2})$/.exec(token.image) ?? [];
    if (!months.has(month.toLowerCase())) return undefined;
    const name = { ...retyped(token, MonthName), image: monthWritten(month.toLowerCase()) };
    return { taken: 1, tokens: [name, { ...retyped(token, NumberToken), image: day }] };
  },
};

function closeOf(source: readonly IToken[], at: number): number {
  const end = source.findIndex(({ tokenType }, place) => place > at && tokenType === CloseParenthesis);
  return end < 0 ? source.length : end;
}

/** A sign of addition. */
export const plusSign: Reader = {
  reads: "SOFR + 5%",
  when: ({ source, at }) => {
    const token = source[at] as IToken;
    const adds = token.image === "+" && source[at + 1]?.tokenType === NumberToken;
    return adds ? { taken: 1, tokens: [{ ...retyped(token, keywords.Plus), image: "plus" }] } : undefined;
  },
};

function nothing(taken: number): Reading {
  return { taken, tokens: [] };
}
