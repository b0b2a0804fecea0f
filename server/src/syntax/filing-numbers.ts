import type { IToken } from "chevrotain";
import { CurrencyCode, keywordOf, keywords, MonthName } from "./keywords.ts";
import { months, monthWritten } from "./month-words.ts";
import { isNumberWord, spelledNumber } from "./number-words.ts";
import type { Reader } from "./reader.ts";
import { merged, wordAt } from "./spelled.ts";
import { Comma, Dash, Dollar, NumberToken, Percent, retyped, SlashDate, spanOf, Word } from "./tokens.ts";
import { wordOf } from "./vocabulary.ts";

/** Numbers, sums and dates in forms that filings have. */

/** A count and its unit in one word. */
export const joinedUnit: Reader = {
  reads: "ten-day",
  when: ({ source, at }) => {
    const token = source[at] as IToken;
    const [, kind = "", day = ""] = /^(trading|business|calendar)-(days?)$/.exec(wordOf(token)) ?? [];
    const [kindType, dayType] = [keywordOf.get(kind), keywordOf.get(day)];
    if (kindType && dayType)
      return {
        taken: 1,
        tokens: [
          { ...retyped(token, kindType), image: kind },
          { ...retyped(token, dayType), image: day },
        ],
      };
    const [, count = "", unit = ""] =
      /^([a-z]+)-(days?|weeks?|months?|years?|trading|business|calendar)$/.exec(wordOf(token)) ?? [];
    const type = keywordOf.get(unit);
    const number = isNumberWord(count) ? spelledNumber([count]) : undefined;
    if (!number || !type) return undefined;
    const figures = { ...retyped(token, NumberToken), image: count, payload: String(number.value) };
    return { taken: 1, tokens: [figures, { ...retyped(token, type), image: unit }] };
  },
};

const scales = new Set([keywords.Thousand, keywords.Million, keywords.Billion]);

/** Dollars in a word behind their number: the sign goes before it. */
export const dollarsBehind: Reader = {
  reads: "6 million U.S. dollars",
  when: ({ source, at, before }) => {
    const country = /^(u\.s|us|united)$/.test(wordAt(source, at)) ? 1 : 0;
    const states = wordAt(source, at) === "united" && wordAt(source, at + 1) === "states" ? 1 : 0;
    const unit = at + country + states;
    if (!/^dollars?$/.test(wordAt(source, unit))) return undefined;
    const scaled = scales.has(before.at(-1)?.tokenType ?? Word) ? 1 : 0;
    if (before.at(-1 - scaled)?.tokenType !== NumberToken) return undefined;
    const sum = before.slice(before.length - 1 - scaled);
    if (sum[0]?.payload !== undefined) return undefined;
    const sign = before.at(-2 - scaled)?.tokenType;
    const signed = sign === Dollar || sign === CurrencyCode;
    const token = source[unit] as IToken;
    const code =
      country > 0
        ? { ...merged(source.slice(at, unit + 1), CurrencyCode), image: "USD" }
        : { ...retyped(token, Dollar), image: "$" };
    const takesBack = sum.length + (sign === Dollar ? 1 : 0);
    if (sign === CurrencyCode) return undefined;
    if (signed && country === 0) return undefined;
    return { taken: unit + 1 - at, tokens: [code, ...sum], takesBack };
  },
};

/** Dollars of the United States in words before their number. */
export const dollarsBefore: Reader = {
  reads: "US Dollars 100,000",
  when: ({ source, at }) => {
    const country = /^(u\.s|us)$/.test(wordAt(source, at));
    if (!country || !/^dollars?$/.test(wordAt(source, at + 1))) return undefined;
    const sign = source[at + 2]?.tokenType === Dollar ? 1 : 0;
    if (source[at + 2 + sign]?.tokenType !== NumberToken) return undefined;
    return {
      taken: 2 + sign,
      tokens: [{ ...merged(source.slice(at, at + 2), CurrencyCode), image: "USD" }],
    };
  },
};

/** A date in numbers between dashes or points, which has the readings of one between slashes. */
export const numbersOfDate: Reader = {
  reads: "12-31-2024",
  when: ({ source, at }) => dashed(source, at) ?? pointed(source, at),
};

function dashed(source: readonly IToken[], at: number): ReturnType<Reader["when"]> {
  const parts = source.slice(at, at + 5);
  const [month, first, day, second, year] = parts;
  const numbers = [month, day, year].every((token) => token?.tokenType === NumberToken);
  const joins = first?.tokenType === Dash && second?.tokenType === Dash;
  if (!month || !day || !year || !numbers || !joins || !adjoin(parts)) return undefined;
  if (!/^\d{1,2}$/.test(month.image) || !/^\d{1,2}$/.test(day.image) || !/^\d{4}$/.test(year.image))
    return undefined;
  const image = `${month.image}/${day.image}/${year.image}`;
  return { taken: 5, tokens: [{ ...merged(parts, SlashDate), image }] };
}

function pointed(source: readonly IToken[], at: number): ReturnType<Reader["when"]> {
  const parts = source.slice(at, at + 2);
  const [start, year] = parts;
  if (start?.tokenType !== NumberToken || year?.tokenType !== NumberToken || !adjoin(parts)) return undefined;
  const [, day, month] = /^(\d{1,2})\.(\d{1,2})$/.exec(start.image) ?? [];
  if (day === undefined || !/^\.\d{4}$/.test(year.image)) return undefined;
  return {
    taken: 2,
    tokens: [{ ...merged(parts, SlashDate), image: `${day}/${month}/${year.image.slice(1)}` }],
  };
}

function adjoin(tokens: readonly IToken[]): boolean {
  return tokens.every((token, at) => at === 0 || spanOf(tokens[at - 1] as IToken).end === token.startOffset);
}

/** A date in one word, its month in letters first. */
export const monthDashed: Reader = {
  reads: "Jan-2-2025",
  when: ({ source, at }) => {
    const token = source[at] as IToken;
    const [, month = "", day = "", year = ""] = /^([A-Za-z]+)-(\d{1,2})-(\d{4})$/.exec(token.image) ?? [];
    if (!months.has(month.toLowerCase())) return undefined;
    return {
      taken: 1,
      tokens: [
        { ...retyped(token, MonthName), image: monthWritten(month.toLowerCase()) },
        { ...retyped(token, NumberToken), image: day },
        { ...retyped(token, NumberToken), image: year },
      ],
    };
  },
};

const thousands = /^\d{3}(\.\d+)?$/;

/** A sum whose thousands stand apart by a space. */
export const apart: Reader = {
  reads: "$100 000",
  when: ({ source, at, before }) => {
    const first = source[at];
    const sign = before.at(-1)?.tokenType;
    if (first?.tokenType !== NumberToken || (sign !== Dollar && sign !== CurrencyCode)) return undefined;
    if (!/^\d{1,3}$/.test(first.image)) return undefined;
    let end = at + 1;
    for (let next = source[end]; next && followsBySpace(source, end); next = source[end]) end++;
    if (end === at + 1) return undefined;
    const parts = source.slice(at, end);
    const payload = parts.map(({ image }) => image).join("");
    return { taken: end - at, tokens: [{ ...merged(parts, NumberToken), payload }] };
  },
};

function followsBySpace(source: readonly IToken[], at: number): boolean {
  const [before, token] = [source[at - 1], source[at]];
  if (token?.tokenType !== NumberToken || !before || before.image.includes(".")) return false;
  return thousands.test(token.image) && spanOf(before).end + 1 === token.startOffset;
}

const wide = /^[\uFF10-\uFF19\uFF0C\uFF0E]+$/;

/** Digits of the width of a letter, as East Asian keyboards write them, perhaps with signs of that width. */
export const wideDigits: Reader = {
  reads: "６５％",
  when: ({ source, at }) => {
    const token = source[at] as IToken;
    const [, dollar, start = "", percent] =
      /^(\uFF04)?([\d\uFF10-\uFF19\uFF0C\uFF0E]*)(\uFF05)?$/.exec(token.image) ?? [];
    if (token.tokenType !== Word || (!dollar && !percent && !wide.test(start))) return undefined;
    const sign = dollar ? [{ ...retyped(token, Dollar), image: "$" }] : [];
    if (start === "") return { taken: 1, tokens: [...sign, ...(percent ? [percentOf(token)] : [])] };
    let end = at + 1;
    let text = start;
    while (source[end]?.tokenType === Comma && /^[\d\uFF10-\uFF19]{3}$/.test(source[end + 1]?.image ?? "")) {
      text += source[end + 1]?.image ?? "";
      end += 2;
    }
    const parts = source.slice(at, end);
    const payload = text.normalize("NFKC").replaceAll(",", "");
    const number = { ...merged(parts, NumberToken), payload };
    return { taken: end - at, tokens: [...sign, number, ...(percent ? [percentOf(token)] : [])] };
  },
};

function percentOf(token: IToken): IToken {
  return { ...retyped(token, Percent), image: "%" };
}
