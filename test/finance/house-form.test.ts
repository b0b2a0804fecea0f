import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { memo } from "../../server/src/cli/memo.ts";
import type { Files } from "../../server/src/document/files.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { explain } from "../../server/src/features/explain.ts";
import { hover } from "../../server/src/features/hover.ts";
import { positionOf } from "../support/carets.ts";
import { uri } from "../support/editor.ts";
import { read } from "../support/sheets.ts";

const folder = new URL("../../examples/house-form/", import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, folder), "utf8");
const files: Files = { get: (path) => ({ text: textOf(path) }) };

function figuresOf(path: string): ReadonlyMap<string, string | null> {
  const [note] = explain(read(textOf(path), files));
  return new Map(
    [...(note?.figures ?? []), ...(note?.scenarios[0]?.figures ?? [])].map(({ id, value }) => [id, value]),
  );
}

test("the first note has the form's terms", () => {
  const figures = figuresOf("first.note");
  // 8 % for 181 days of 365 on 250,000: 9,917.81. The lowest bid of June 14 to 28 is 0.35, of which 70 % is 0.245.
  expect(figures.get("conversion-amount")).toBe("259917.81");
  expect(figures.get("conversion-price")).toBe("0.245");
  // 259,917.81 ÷ 0.245 = 1,060,889.02…
  expect(figures.get("conversion-shares")).toBe("1060889");
  expect(figures.get("blocker-shares")).toBeDefined();
});

test("the second note has a rate and a price of its own, and no ownership limit", () => {
  const figures = figuresOf("second.note");
  // 10 % for 181 days of 365 on 100,000: 4,958.90. 80 % of 0.35 is 0.28; 104,958.90 ÷ 0.28 = 374,853.2…
  expect(figures.get("conversion-amount")).toBe("104958.90");
  expect(figures.get("conversion-price")).toBe("0.28");
  expect(figures.get("conversion-shares")).toBe("374853");
  expect(figures.has("blocker-shares")).toBe(false);
});

test("the form and the notes on it have no error and no warning", () => {
  for (const path of ["form.note", "first.note", "second.note"]) {
    const found = diagnostics(read(textOf(path), files), uri);
    expect(
      found.filter(({ severity = 4 }) => severity < 3).map(({ message }) => message),
      path,
    ).toEqual([]);
  }
});

/** The lines of a figure's working that name a form. */
function takenOver(path: string, id: string): readonly string[] {
  const [note] = explain(read(textOf(path), files));
  const records = [...(note?.figures ?? []), ...(note?.scenarios[0]?.figures ?? [])];
  return (records.findLast((one) => one.id === id)?.steps ?? []).filter((step) => step.startsWith("from “"));
}

test("a figure says which of the clauses that it is made of come from the form", () => {
  // In the scenario: the rate, and the day from which it runs.
  expect(takenOver("first.note", "accrued-interest")).toEqual([
    "from “House Note” (form.note): rate and accrues from",
  ]);
  expect(takenOver("first.note", "conversion-price")).toEqual([
    "from “House Note” (form.note): price and floor",
  ]);
  expect(takenOver("first.note", "amount-at-maturity")).toEqual([]);
});

test("and not those that the note restates", () => {
  expect(takenOver("second.note", "accrued-interest")).toEqual([
    "from “House Note” (form.note): accrues from",
  ]);
  expect(takenOver("second.note", "conversion-price")).toEqual(["from “House Note” (form.note): floor"]);
});

test("a hover on the rate says once that it is the form's", () => {
  const text = textOf("first.note");
  const found = hover(read(text, files), positionOf(text, text.indexOf("principal")));
  expect(found?.markdown.match(/from “House Note” \(form\.note\): [^\n]*rate/g)).toHaveLength(1);
});

test("the memo opens with what the note is based on, and has every clause in its usual place", () => {
  const text = memo(read(textOf("second.note"), files));
  expect(text).toMatch(
    /^Second Note\n=+\n\nBased on {14}“House Note” \(form\.note\)\nIssuer .*\nHolder .*\nPrincipal /,
  );
  expect(text.match(/from “House Note” \(form\.note\): default rate/g)).toHaveLength(1);
});
