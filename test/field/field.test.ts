import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { shape } from "../../server/src/catalog/shape.ts";
import { formulas } from "../../server/src/finance/formulas.ts";
import { problemsIn, subjectsIn } from "../support/analyse.ts";
import { recordsOf, rounded } from "../support/figures.ts";
import { expectedSheets } from "./expected.ts";
import { fieldText, type WorkedFigure } from "./sheet.ts";

const texts = new Map(expectedSheets.map(({ sheet }) => [sheet, fieldText(sheet)]));
const known: ReadonlySet<string> = new Set(formulas.map(({ id }) => id));

function isKnown({ id, since = id }: WorkedFigure): boolean {
  return known.has(since);
}

/** The figure as the program gives it, with as many places behind the point as the expected one. */
function given(text: string, { id, note, scenario, value }: WorkedFigure): string {
  const index = note === undefined ? 0 : subjectsIn(text).findIndex((subject) => subject.note.name === note);
  const record = recordsOf(text, { note: index, ...(scenario === undefined ? {} : { scenario }) }).get(id);
  if (record?.value == null) return `waits for ${record?.waitingFor?.join("; ") ?? "its formula to apply"}`;
  return /^\d+\.\d+$/.test(value) ? rounded(record.value, value.split(".")[1]?.length ?? 0) : record.value;
}

test("every instrument has its sheet", () => {
  const files = readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".note"));
  expect(files.sort()).toEqual(expectedSheets.map(({ sheet }) => `${sheet}.note`));
  expect(files).toHaveLength(39);
});

describe.each(expectedSheets)(
  "$sheet",
  ({ sheet, figures, later = [], findings, open, falseAlarms = [] }) => {
    const text = texts.get(sheet) ?? "";
    const found = problemsIn(text).map(({ code }) => code);

    test("says what is true of its document, and has no errors of shape", () => {
      const tolerated = new Set(falseAlarms.map(({ code }) => code));
      const codes = new Set(found.filter((code) => findings.includes(code) || !tolerated.has(code)));
      expect([...codes].sort()).toEqual([...findings].sort());
      expect(found.filter((code) => code in shape && code !== "still-open")).toEqual([]);
      expect(found.filter((code) => code === "still-open")).toHaveLength(open);
    });

    test.each([...figures, ...later.filter(isKnown)])("$note $scenario: $id is $value", (figure) => {
      expect(given(text, figure), figure.working).toBe(figure.value);
    });

    for (const { id, value } of later.filter((figure) => !isKnown(figure))) test.todo(`${id} is ${value}`);

    test("marks its prices and days as illustrative", () => {
      const tops = text.split("\n").flatMap((line, index, lines) => {
        const first =
          /^(market|scenario)\b/.test(line) &&
          !/^(market|scenario)\b/m.test(lines.slice(0, index).join("\n"));
        return first ? [lines[index - 1] ?? ""] : [];
      });
      for (const comment of tops) expect(comment).toMatch(/^\/\/ Illustrative: /);
    });

    test("begins with a word on its document", () => {
      expect(text).toMatch(/^\/\/ [A-Z].+\.\n/);
    });
  },
);

/** What the sheets can't say is counted, so that it does not grow unseen. */
test("what cannot be said is on record, and free text is no way round the language", () => {
  const lines = [...texts.values()].flatMap((text) => text.split("\n"));
  const never = lines.filter((line) => /\/\/ cannot be said: /.test(line));
  const yet = lines.filter((line) => /\/\/ cannot be said yet\b/.test(line));
  const free = lines.filter((line) => /^\s*other\b/.test(line));
  expect(never).toHaveLength(7);
  expect(yet.length).toBeLessThanOrEqual(1);
  expect(free).toHaveLength(1);
});

test("false alarms and defects that nothing finds are counted, to become fewer", () => {
  expect(expectedSheets.flatMap(({ falseAlarms = [] }) => falseAlarms).length).toBeLessThanOrEqual(6);
  expect(expectedSheets.flatMap(({ unfound = [] }) => unfound).length).toBeLessThanOrEqual(9);
});
