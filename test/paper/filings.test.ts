import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";
import { format } from "../../server/src/features/format.ts";
import { draftOf } from "../../server/src/reading/draft.ts";
import { readPaper } from "../../server/src/reading/reading.ts";
import { example } from "../support/analyse.ts";

const filings = fileURLToPath(new URL("../../../shared/filings/", import.meta.url));

/** What an example has beside its note: the market and the scenarios, which no filing states. */
function besideNote(sheet: string): string {
  return sheet.slice(sheet.search(/^(?:\/\/ Illustrative|market|scenario)/m));
}

/** Each figure of each situation, by its name. */
function figuresIn(sheet: string): readonly (readonly [string, unknown])[] {
  return explain(analyse(sheet, undefined)).flatMap(({ figures, scenarios }) =>
    [{ name: "alone", figures }, ...scenarios].flatMap((one) =>
      one.figures.map(({ id, value }) => [`${one.name} ${id}`, value] as const),
    ),
  );
}

test.runIf(existsSync(filings)).each([
  ["000", "exchange-note"],
  ["004", "power-up-note"],
])("filing %s comes to every figure of the example %s", (number, name) => {
  const file = readdirSync(filings).find((one) => one.startsWith(number)) ?? "";
  const draft = format(draftOf(readPaper(readFileSync(join(filings, file), "utf8")), file));
  const sheet = example(name);
  const beside = /^(?:market|scenario)/m.test(sheet) ? besideNote(sheet) : "";
  const expected = figuresIn(sheet);
  expect(expected.length).toBeGreaterThan(5);
  expect(figuresIn(`${draft}\n${beside}`)).toEqual(expected);
});
