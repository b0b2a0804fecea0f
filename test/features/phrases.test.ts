import { expect, test } from "vitest";
import { phrasesFor, phrasesOfRule, phraseText } from "../../server/src/catalog/phrases.ts";
import { onForm, sheetOf, templates } from "../../server/src/catalog/templates.ts";
import { allClauses, type PlacedClause } from "../../server/src/catalog/vocabulary.ts";
import { analyse, problemsOf } from "../../server/src/document/analysis.ts";
import { completionAt, labelsAt, phrasesAt } from "../support/editor.ts";
import { sheet } from "../support/sheets.ts";

const inBlocks = ({ path }: PlacedClause, line: string): string => {
  const names = path.split("/").slice(0, -1);
  const open = names.map((id, at) => {
    const placed = allClauses().find((one) => one.path === names.slice(0, at + 1).join("/"));
    return `${placed?.spec.names[0] ?? id}${placed?.spec.value.form === "heading" && placed.spec.value.named ? ' "A"' : ""} {`;
  });
  return `${open.join("\n")}\n${line}\n${names.map(() => "}").join("\n")}\n`;
};

/** The errors on the lines that hold the words. */
function errorsOn(text: string, words: string): string[] {
  const start = text.indexOf(words);
  return problemsOf(analyse(text, undefined))
    .map(({ problem }) => problem)
    .filter(
      ({ severity, code }) => severity === "error" && !code.endsWith("-missing") && !code.includes("term-"),
    )
    .filter(({ span }) => span.start < start + words.length && span.end > start)
    .map(({ code, message }) => `${code}: ${message}`);
}

const said = allClauses().flatMap((placed) => {
  const phrases = phrasesFor(placed.path, placed.spec).map(phraseText);
  return phrases.map((phrase) => [placed.path, phrase, placed] as const);
});

test("every phrase that is offered reads as it stands", () => {
  const wrong = said.flatMap(([path, phrase, placed]) => {
    const line = `${placed.spec.names[0].replace('"…"', '"Term"')} ${phrase}`;
    return errorsOn(inBlocks(placed, line), line).map((error) => `${path}: ${line}: ${error}`);
  });
  expect(said.length).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
});

test("every row that is offered reads as it stands", () => {
  for (const phrase of phrasesOfRule("scheduleRow").map(phraseText)) {
    const blocks = ["prepayment", "instalments"].map((name) =>
      errorsOn(sheet(`  ${name} {\n    ${phrase}\n  }`), phrase),
    );
    expect(
      blocks.some((errors) => errors.length === 0),
      `${phrase}: ${blocks}`,
    ).toBe(true);
  }
});

test.each([...templates, onForm("House Note", "form.note")])(
  "the template $title is a sheet without an error but for what is blank",
  (template) => {
    const found = problemsOf(analyse(sheetOf(template), undefined))
      .filter(({ problem }) => problem.severity === "error")
      .map(({ problem }) => `${problem.code}: ${problem.message}`);
    expect(
      found.filter((one) => template.id !== "house-form" || !/^(file|form)-|^clause-missing/.test(one)),
    ).toEqual([]);
  },
);

const stop = (number: number, text: string): string => `\${${number}:${text}}`;
const inConversion = (words: string): string => sheet(`  conversion {\n    ${words}\n  }`);

test("whole phrases come first, with stops of the Tab key at what most drafts change", () => {
  const [first, second] = completionAt(inConversion("price ‸"));
  expect(first?.label).toBe("65% of lowest closing bid over prior 20 trading days");
  expect(first?.insertText).toBe(
    `${stop(1, "65")}% of lowest closing bid over prior ${stop(2, "20")} trading days`,
  );
  expect(second?.insertText).toBe(
    `lowest of {\n\t${stop(1, "85")}% of average of VWAP over prior ${stop(2, "5")} trading days\n\tclosing bid on prior trading day\n\t\\$${stop(3, "0.003")}\n\\}`,
  );
  expect(first?.documentation).toEqual({
    kind: "markdown",
    value: "```note-terms\nprice 65% of lowest closing bid over prior 20 trading days\n```",
  });
});

test("a phrase goes on from what is typed, whatever number that has", () => {
  const text = inConversion("price 72% of av‸");
  expect(phrasesAt(text)).toEqual([
    "72% of average of 3 lowest closing bids over prior 10 trading days",
    "72% of average of VWAP over prior 5 trading days",
  ]);
  const [item] = completionAt(text);
  expect(item?.textEdit).toMatchObject({
    newText: `72% of average of ${stop(1, "3")} lowest closing bids over prior ${stop(2, "10")} trading days`,
  });
});

test("a word stands with an example of its own", () => {
  const item = completionAt(inConversion("price ‸")).find(({ label }) => label === "average");
  expect(item?.documentation).toEqual({
    kind: "markdown",
    value: "```note-terms\nprice 85% of average of VWAP over prior 5 trading days\n```",
  });
});

test("signs and units stand where they belong", () => {
  const line = (words: string): unknown => {
    const { character } = { character: 4 + words.length };
    return completionAt(inConversion(`${words}‸`))
      .filter(({ kind }) => kind === 11)
      .map(({ label, textEdit }) => [
        label,
        textEdit && "range" in textEdit && textEdit.range.start.character - character,
      ]);
  };
  // A count of days begins an average: “65-day VWAP”.
  expect(line("price 65")).toEqual([
    ["$65", -2],
    ["65%", -2],
    ["65 trading", -2],
    ["65 days", -2],
  ]);
  expect(line("price average of VWAP over prior 5")).toEqual([
    ["5 trading", -1],
    ["5 days", -1],
  ]);
});

test("in a note: what is required, the parties, interest, conversion, security, events of default", () => {
  expect(labelsAt('note "A" {\n  ‸\n}').slice(0, 9)).toEqual([
    ...["principal", "issued", "matures", "issuer", "holder"],
    ...["interest", "conversion", "security", "events of default"],
  ]);
});

test("events of default are offered while a line's first word is typed, those that are not there yet", () => {
  const block = (lines: string): string => sheet(`  events of default {\n    ${lines}\n  }`);
  expect(labelsAt(block("‸"))).toContain("failure to pay when due");
  expect(labelsAt(block("failure to pay when due\n    ba‸"))).toEqual(["bankruptcy or insolvency"]);
  expect(labelsAt(block("failure to pay when due\n    ‸"))).not.toContain("failure to pay when due");
  expect(labelsAt(block("breach of ‸"))).toEqual([]);
});

test("laws, and the columns of a price table that the note draws on", () => {
  expect(labelsAt(sheet("  governing law ‸"))).toEqual(
    expect.arrayContaining(["Delaware", "New York", "Florida"]),
  );
  const conversion =
    "  conversion {\n    price lowest of { 85% of average of VWAP over prior 5 trading days; closing bid on prior trading day }\n  }";
  const table = (heading: string): string =>
    sheet(`${conversion}\n  market {\n    prices {\n      ${heading}\n    }\n  }`);
  expect(labelsAt(table("‸"))).toEqual(["date VWAP closing bid"]);
  expect(labelsAt(table("date VWAP ‸"))).toEqual(["closing bid"]);
  expect(labelsAt(table("date VWAP\n      ‸"))).toEqual([]);
});

test("nothing is offered that is typed already, nor its plural", () => {
  expect(labelsAt(inConversion("price closing bid on prior trading day‸"))).toEqual([]);
  expect(labelsAt(inConversion("price average of closing bid‸"))).not.toContain("closing bids");
  expect(labelsAt(inConversion("price average of VWAP over prior 5 day‸"))).not.toContain("days");
  expect(labelsAt(sheet("  interest {\n    simple‸\n  }"))).toEqual([]);
  expect(labelsAt(sheet("  security none‸"))).toEqual([]);
});

test("names of several words take the place of all that is typed of them, the space behind included", () => {
  const edit = (words: string, label: string): unknown => {
    const item = completionAt(inConversion(`${words}‸`)).find((one) => one.label === label);
    return item?.textEdit && "range" in item.textEdit ? item.textEdit.range : undefined;
  };
  const from = (start: number, end: number) => ({
    start: { line: 7, character: start },
    end: { line: 7, character: end },
  });
  expect(edit("pric ", "price")).toEqual(from(4, 9));
  expect(edit("ownership li", "ownership limit")).toEqual(from(4, 16));
  expect(edit("price 65% of closing b", "closing bid")).toEqual(from(17, 26));
});
