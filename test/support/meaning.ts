import { readDocument } from "../../server/src/document/pieces.ts";
import { monthNumber } from "../../server/src/quantity/date.ts";
import { problemsIn } from "./analyse.ts";

/** What only says where something stands or how it was written. */
const places = /^(?:text|words|written|clause|tree|brackets|.*span)$/i;

/**
 * Everything that a text means, as JSON: each note, market, scenario and term as bound, and what could not be read,
 * without places and without the words as written. Spaces in free text count once.
 */
export function meaningOf(text: string): string {
  const bounds = readDocument(text).flatMap(({ pieces }) => pieces.map(({ bound }) => bound));
  const meaning = {
    notes: bounds.flatMap(({ notes }) => notes.map(({ heading: _, ...note }) => note)),
    markets: bounds.flatMap(({ markets }) => markets),
    scenarios: bounds.flatMap(({ scenarios }) => scenarios),
    terms: bounds.flatMap(({ terms }) => [...terms]),
    problems: bounds.flatMap(({ problems }) => problems.map(({ code }) => code)).sort(),
  };
  return JSON.stringify(plain(meaning), undefined, 1);
}

/** The codes of everything that is wrong with a text, what the rules find included. */
export function codesOf(text: string): string[] {
  return problemsIn(text)
    .map(({ code }) => code)
    .sort();
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return plainWords(value);
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return [...value].map(([key, part]) => [plain(key), plain(part)]);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([name, part]) => !places.test(name) && !isSpan(part));
  return Object.fromEntries(fields.map(([name, part]) => [name, plain(part)]));
}

function isSpan(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.keys(value).sort().join() === "end,start";
}

/** A date inside a price keeps the month's name as written. */
function plainWords(words: string): string {
  const month = monthNumber(words);
  return month === undefined ? words.replace(/\s+/g, " ").trim() : `month ${month}`;
}
