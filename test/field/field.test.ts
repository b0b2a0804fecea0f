import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { subjectsIn } from "../support/analyse.ts";
import { testSheet } from "../support/worked-sheet.ts";
import { expectedSheets } from "./expected.ts";

const texts = new Map(
  expectedSheets.map(({ sheet }) => [sheet, readFileSync(new URL(`${sheet}.note`, import.meta.url), "utf8")]),
);

test("every instrument has its sheet", () => {
  const files = readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".note"));
  expect(files.sort()).toEqual(expectedSheets.map(({ sheet }) => `${sheet}.note`));
  expect(files).toHaveLength(39);
});

describe.each(expectedSheets)("$sheet", (expected) => {
  const text = texts.get(expected.sheet) ?? "";
  testSheet(text, expected);

  test("begins with a word on its document", () => {
    expect(text).toMatch(/^\/\/ [A-Z].+[.:].*\n/);
  });

  test("marks its prices and days as illustrative", () => {
    const lines = text.split("\n");
    const played = lines.findIndex((line) => /^(market|scenario)\b/.test(line));
    if (played >= 0) expect(lines.slice(0, played).join("\n")).toMatch(/\n\/\/ Illustrative: .+\n*$/);
  });
});

/** What the sheets can't say is counted, so that it does not grow unseen. */
test("what cannot be said is on record, and free text is no way round the language", () => {
  const lines = [...texts.values()].flatMap((text) => text.split("\n"));
  const unsaid = lines.filter((line) => /\/\/ cannot be said: /.test(line));
  const notes = [...texts.values()].flatMap((text) => subjectsIn(text)).map(({ note }) => note);
  const free = notes.flatMap(({ clauses }) => clauses.other);
  expect(unsaid).toHaveLength(6);
  expect(free).toHaveLength(1);
});

test("false alarms and defects that nothing finds are counted, to become fewer", () => {
  expect(expectedSheets.flatMap(({ falseAlarms = [] }) => falseAlarms).length).toBeLessThanOrEqual(0);
  expect(expectedSheets.flatMap(({ unfound = [] }) => unfound).length).toBeLessThanOrEqual(1);
});
