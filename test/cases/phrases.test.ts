import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";
import { problemsIn } from "../support/analyse.ts";

/**
 * What filings say, put into the sheet of its clause. What reads has the figures of the words that it means, and none
 * of the findings of words that can't be read; what does not read is found, and is not taken for what it may mean.
 */
interface Phrase {
  readonly clause: string;
  readonly text: string;
  readonly reads: boolean;
  readonly means?: string;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8"));
const phrases = read("phrases") as readonly Phrase[];
const skeletons = read("skeletons") as Readonly<Record<string, string>>;

const unread: ReadonlySet<string> = new Set([
  "value-wrong",
  "value-missing",
  "clause-unknown",
  "clause-duplicate",
  "clause-misplaced",
  "schedule-row",
  "block-unexpected",
  "term-undefined",
  "date-ambiguous",
  "date-impossible",
]);

const sheetOf = ({ clause }: Phrase, words: string): string => (skeletons[clause] ?? "").replace("‸", words);

function figuresOf(sheet: string): string {
  const notes = explain(analyse(sheet, undefined));
  return JSON.stringify(
    notes.map((note) =>
      [note, ...note.tranches, ...note.scenarios].map(({ figures }) =>
        figures.map(({ id, value }) => [id, value]),
      ),
    ),
  );
}

const titled = (list: readonly Phrase[]) =>
  list.map((one) => [`${one.clause}: ${one.text.replace(/\s+/g, " ")}`, one] as const);

test.each(titled(phrases.filter(({ reads }) => reads)))("%s", (_, phrase) => {
  const { text, means = "" } = phrase;
  const known = new Set(problemsIn(sheetOf(phrase, means)).map(({ code }) => code));
  const refused = problemsIn(sheetOf(phrase, text)).filter(
    ({ code }) => unread.has(code) && !known.has(code),
  );
  expect(refused.map(({ message }) => message)).toEqual([]);
  expect(figuresOf(sheetOf(phrase, text))).toBe(figuresOf(sheetOf(phrase, means)));
});

test.each(titled(phrases.filter(({ reads }) => !reads)))("%s does not read in silence", (_, phrase) => {
  const { text, means } = phrase;
  const found = problemsIn(sheetOf(phrase, text));
  if (means === undefined) {
    expect(found.filter(({ severity }) => severity === "error" || severity === "warning")).not.toEqual([]);
    return;
  }
  const known = new Set(problemsIn(sheetOf(phrase, means)).map(({ code, message }) => `${code} ${message}`));
  const silent =
    found.every(({ code, message }) => known.has(`${code} ${message}`)) &&
    figuresOf(sheetOf(phrase, text)) === figuresOf(sheetOf(phrase, means));
  expect(silent).toBe(false);
});
