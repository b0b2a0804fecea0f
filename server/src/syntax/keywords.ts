import { createToken, Lexer, type TokenType } from "chevrotain";
import { monthNames } from "../base/months.ts";
import { measureNames } from "./measures.ts";
import { Item, Word } from "./tokens.ts";

/** The words of the phrase grammar by their first form, each with the other words of the same meaning. */
const vocabulary = {
  Lowest: ["lowest"],
  Highest: ["highest"],
  Lesser: ["lesser", "lower", "least", "smaller", "lessor"],
  Greater: ["greater", "higher", "larger", "greatest"],
  Of: ["of"],
  And: ["and"],
  Or: ["or"],
  Less: ["less", "minus"],
  Plus: ["plus"],
  Point: ["points", "point"],
  Average: ["average", "mean"],
  Over: ["over", "during", "in", "for"],
  Prior: ["prior", "preceding", "previous", "last", "past"],
  Including: ["including"],
  Trading: ["trading"],
  Business: ["business"],
  Calendar: ["calendar"],
  Day: ["days", "day"],
  Week: ["weeks", "week"],
  Month: ["months", "month"],
  Year: ["years", "year", "annum"],
  Period: ["period"],
  On: ["on", "upon"],
  Before: ["before"],
  After: ["after", "following", "from"],
  At: ["at"],
  Conversion: ["conversion"],
  Cap: ["cap"],
  Issue: ["issue", "issuance", "issued"],
  Payment: ["payment"],
  Notice: ["notice"],
  Funding: ["funding", "funded"],
  Maturity: ["maturity"],
  Date: ["date"],
  Per: ["per"],
  Annually: ["annually", "yearly"],
  SemiAnnually: ["semi-annually", "semiannually", "half-yearly"],
  Quarterly: ["quarterly"],
  Monthly: ["monthly"],
  Weekly: ["weekly"],
  Every: ["every", "each"],
  To: ["to", "through"],
  Until: ["until"],
  By: ["by"],
  Rising: ["rising", "increasing"],
  Unless: ["unless"],
  If: ["if"],
  Earlier: ["earlier", "sooner", "earliest"],
  Later: ["later", "latest"],
  Event: ["event"],
  Default: ["default"],
  Closing: ["closing"],
  Times: ["times", "x"],
  Price: ["price"],
  None: ["none"],
  Up: ["up"],
  Down: ["down"],
  Rounded: ["rounded"],
  Nearest: ["nearest"],
  Decimal: ["decimal"],
  Place: ["places", "place"],
  Cent: ["cents", "cent"],
  Additional: ["additional"],
  Legal: ["legal", "lawful"],
  Maximum: ["maximum"],
  Market: ["market"],
  Principal: ["principal"],
  Original: ["original"],
  Remaining: ["remaining"],
  Lent: ["lent"],
  Owed: ["owed"],
  What: ["what"],
  Is: ["is"],
  Quarter: ["quarter"],
  HalfYear: ["half-year"],
  LastDay: ["last day"],
  Interest: ["interest"],
  Accrued: ["accrued", "unpaid"],
  Amount: ["amount"],
  Share: ["shares", "share"],
  Thousand: ["thousand", "k"],
  Million: ["million", "m", "mm"],
  Billion: ["billion", "bn", "b"],
} as const satisfies Record<string, readonly string[]>;

export type KeywordName = keyof typeof vocabulary;

/** The words that a condition at a clause's end begins with. */
export const conditionWords: ReadonlySet<string> = new Set([
  "until",
  "from",
  "after",
  "on",
  "upon",
  "if",
  "at",
  "unless",
]);

/** One token type a keyword; each may also stand where any word may. */
export const keywords = Object.fromEntries(
  Object.entries(vocabulary).map(([name, [label]]) => [
    name,
    createToken({ name, label, pattern: Lexer.NA, categories: [Word] }),
  ]),
) as Readonly<Record<KeywordName, TokenType>>;

/** A month's name, whatever its form. */
export const MonthName = createToken({
  name: "MonthName",
  label: "a month",
  pattern: Lexer.NA,
  categories: [Word],
});
/** A measure's name, however many words it has. */
export const MeasureName = createToken({
  name: "MeasureName",
  label: "a price measure",
  pattern: Lexer.NA,
  categories: [Item],
});
/** An ISO currency code before a number. */
export const CurrencyCode = createToken({
  name: "CurrencyCode",
  label: "a currency code",
  pattern: Lexer.NA,
  categories: [Word],
});

/** The keyword that a word in lower case is; the first that lists it. */
export const keywordOf: ReadonlyMap<string, TokenType> = new Map(
  Object.entries(vocabulary)
    .flatMap(([name, words]) => words.map((word) => [word, keywords[name as KeywordName]] as const))
    .reverse(),
);

/** How a keyword is written by the formatter and offered by completion. */
export function keywordText(type: TokenType): string | undefined {
  return vocabulary[type.name as KeywordName]?.[0];
}

/** Every word that is read as the keyword. */
export function wordsOfKeyword(type: TokenType): readonly string[] {
  return vocabulary[type.name as KeywordName] ?? [];
}

/** Other words for the same, which the formatter replaces by the first. All others are forms of it, or the author's choice. */
const replaced: ReadonlySet<string> = new Set([
  "minus",
  "mean",
  "during",
  "preceding",
  "previous",
  "last",
  "past",
  "following",
  "yearly",
  "semiannually",
  "half-yearly",
  "each",
  "through",
  "earliest",
  "latest",
  "lawful",
  "x",
  "k",
  "m",
  "mm",
  "bn",
  "b",
  "upon",
]);

/** How the formatter writes a word that is read as the keyword. */
export function keywordWritten(type: TokenType, word: string): string {
  const words = wordsOfKeyword(type);
  return words.includes(word) && !replaced.has(word) ? word : (words[0] ?? word);
}

export const phraseKeywords: readonly TokenType[] = [
  ...Object.values(keywords),
  MonthName,
  MeasureName,
  CurrencyCode,
];

/** Whether letters begin a longer word of the phrase grammar. */
export function beginsWord(letters: string): boolean {
  const begun = letters.toLowerCase();
  const words = [...keywordOf.keys(), ...monthNames, ...measureNames.keys()];
  return words.some((word) => word.length > begun.length && word.toLowerCase().startsWith(begun));
}
