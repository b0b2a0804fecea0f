import type { IToken } from "chevrotain";
import type { Reader, Reading } from "./reader.ts";
import { wordAt } from "./spelled.ts";
import { CloseParenthesis, Colon, Comma, NumberToken, OpenParenthesis, Word } from "./tokens.ts";

/** What stands behind a value in filings and says nothing of it. */

/** More words than such a tail has. */
const mostWords = 30;

/** What may stand among the words of a tail: words, and the number of a section. */
function saysNothing(tokens: readonly IToken[]): boolean {
  return tokens.every(
    ({ tokenType }, at) =>
      tokenType === Word ||
      tokenType === Comma ||
      tokenType === OpenParenthesis ||
      tokenType === CloseParenthesis ||
      (tokenType === NumberToken && /^(sections?|articles?|paragraphs?)$/.test(wordAt(tokens, at - 1))),
  );
}

const adjusting: readonly RegExp[] = [
  /^subject to (customary |further |proportional |appropriate |equitable )?adjustments?\b/,
  /^(as|each as|as may be) ((equitably|appropriately|proportionately) )?adjusted (for|from|in|pursuant|as|to) /,
  /^(appropriately|equitably|proportionately) adjusted (for|from|in|pursuant|as|to) /,
];

/** Words that make of an adjustment another price. */
const pricing = /\b(default|lower|lesser|greater|higher|ratchet|dilut\w*|reset|reduced|increased)\b/;

/** That a price follows splits, which it does wherever the note stands. */
export const adjusted: Reader = {
  reads: "$0.05, subject to adjustment as provided herein",
  when: ({ source, at, before }) => {
    const mark = source[at]?.tokenType;
    if (before.length === 0 || (mark !== Comma && mark !== OpenParenthesis)) return undefined;
    const end = mark === OpenParenthesis ? closeOf(source, at) : source.length;
    if (end - at - 1 > mostWords) return undefined;
    const tail = source.slice(at + 1, end);
    const words = tail.map((_, place) => wordAt(tail, place)).join(" ");
    const adjusts = adjusting.some((one) => one.test(words)) && !pricing.test(words);
    if (!adjusts || !saysNothing(tail)) return undefined;
    return nothing(Math.min(end, source.length) - at + (mark === OpenParenthesis ? 1 : 0));
  },
};

const means: readonly string[] = [
  "in cash",
  "in lawful money of the united states of america",
  "in lawful money of the united states",
  "in lawful currency of the united states of america",
  "in lawful currency of the united states",
  "lawful money of the united states of america",
  "lawful money of the united states",
  "lawful currency of the united states",
  "in immediately available funds",
  "in united states dollars",
  "in us dollars",
  "in u.s dollars",
];

const mostMeansWords = Math.max(...means.map((one) => one.split(" ").length));

/** That a sum is paid in its own currency, behind it and at the end. */
export const inMoney: Reader = {
  reads: "$100,000, in lawful money of the United States",
  when: ({ source, at, before }) => {
    const start = source[at]?.tokenType === Comma ? at + 1 : at;
    if (before.length === 0 || source.length - start > mostMeansWords) return undefined;
    const said = source
      .slice(start)
      .map((_, place) => wordAt(source, start + place))
      .join(" ");
    return means.includes(said) ? nothing(source.length - at) : undefined;
  },
};

/** The hour of a day: `at 5:00 p.m. New York City time`, which no number follows. */
export const hour: Reader = {
  reads: "at 5:00 p.m. New York City time, on",
  when: ({ source, at }) => {
    let end = at;
    if (source[end]?.tokenType === Comma) end += 1;
    if (/^(at|by)$/.test(wordAt(source, end))) end += 1;
    if (source[end]?.tokenType !== NumberToken) return undefined;
    const minutes = source[end + 1]?.tokenType === Colon && source[end + 2]?.tokenType === NumberToken;
    end += minutes ? 3 : 1;
    if (!/^[ap]\.?m$/.test(wordAt(source, end))) return undefined;
    end += 1;
    const zone = [0, 1, 2, 3, 4].find((more) => wordAt(source, end + more) === "time");
    if (source[end]?.tokenType === Comma) end += 1;
    if (zone !== undefined) end += zone + 1;
    if (source[end]?.tokenType === Comma) end += 1;
    return nothing(end - at);
  },
};

/** A mark that says no more: a full stop at the end, a colon behind `of`. */
export const mark: Reader = {
  reads: "lower of: (a)",
  when: ({ source, at }) => {
    const stops = source[at]?.image === "." && at > 0 && at === source.length - 1;
    const counts = source[at]?.tokenType === Colon && wordAt(source, at - 1) === "of";
    return stops || counts ? nothing(1) : undefined;
  },
};

function closeOf(source: readonly IToken[], at: number): number {
  const end = source.findIndex(({ tokenType }, place) => place > at && tokenType === CloseParenthesis);
  return end < 0 ? source.length : end;
}

function nothing(taken: number): Reading {
  return { taken, tokens: [] };
}
