import { fileClauses } from "../catalog/names.ts";
import type { ClausePath } from "../catalog/paths.ts";
import { readText } from "../note/bind.ts";

/** What only says where something stands or how it was written. */
const places = /^(?:text|words|written|clause|tree|brackets|labels|word|said|.*span)$/i;

const known = new Map<string, string | undefined>();

/**
 * What the words of a clause mean, as one text that is the same for all words that mean the same; undefined where a
 * sheet can't read them.
 */
export function meaningOf(path: ClausePath, words: string): string | undefined {
  const key = `${path}\0${words}`;
  if (!known.has(key)) {
    if (known.size > 5_000) known.clear();
    known.set(key, read(path, words));
  }
  return known.get(key);
}

function read(path: ClausePath, words: string): string | undefined {
  const { bound } = readText(sheetOf(path, words));
  const [note] = bound.notes;
  const wrong = bound.problems.filter(({ code }) => code !== "clause-missing" && code !== "still-open");
  if (!note || wrong.length > 0) return undefined;
  return JSON.stringify(plain({ clauses: note.clauses, terms: note.terms, events: note.events }));
}

/** A sheet that says one clause and no more. */
function sheetOf(path: ClausePath, words: string): string {
  const names = fileClauses(path).slice(1);
  const last = names.at(-1) ?? "";
  const inner = last.startsWith('"') ? words : `${last}  ${words}`;
  const outer = names.slice(0, -1);
  return `note "N" {\n${outer.map((name) => `${name} {\n`).join("")}${inner}\n${outer.map(() => "}\n").join("")}}`;
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return value.replace(/\s+/g, " ").trim();
  if (Array.isArray(value)) return value.map(plain);
  if (
    typeof value === "object" &&
    value !== null &&
    "alternatives" in value &&
    "pick" in value &&
    Array.isArray(value.alternatives)
  )
    return {
      ...plainEntries(value),
      alternatives: value.alternatives.map((one) => JSON.stringify(plain(one))).sort(),
    };
  if (value instanceof Map) return [...value].map(([key, part]) => [plain(key), plain(part)]);
  return typeof value === "object" && value !== null ? plainEntries(value) : value;
}

function plainEntries(value: object): object {
  const entries = Object.entries(value).filter(
    ([name, part]) => !places.test(name) && !isSpan(part) && !isSilent(part),
  );
  return Object.fromEntries(entries.map(([name, part]) => [name, plain(part)]));
}

function isSpan(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).sort().join() === "end,start";
}

function isSilent(value: unknown): boolean {
  return typeof value === "object" && value !== null && "state" in value && value.state === "absent";
}
