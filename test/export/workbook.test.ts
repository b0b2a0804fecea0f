import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import type { Book, BookCell } from "../../server/src/export/book/book.ts";
import { bookOf } from "../../server/src/export/book/note-book.ts";
import { workbook } from "../../server/src/export/workbook.ts";
import { evaluate } from "../../server/src/finance/engine/formula.ts";
import { formulas } from "../../server/src/finance/formulas.ts";
import { isWaiting } from "../../server/src/quantity/figure.ts";
import { plainValue } from "../../server/src/quantity/format.ts";
import { example } from "../support/analyse.ts";
import { allSheets } from "../support/documents.ts";
import { converted, hasLibreOffice, withoutResults } from "../support/libreoffice.ts";
import { sheet } from "../support/sheets.ts";

/** What is left of $162,750.00 after 723,333 shares at $0.225 is seven and a half cents, which binary numbers miss. */
const halfACent = `note "Half a Cent" {
  principal  $162,750
  issued     2023-05-09
  matures    2024-05-09
  interest   none
  conversion { option holder; amount principal; price $0.225; fractional shares cash in lieu }
}
scenario "Converted" { on 2024-01-09 }
`;

const books = new Map([
  ...allSheets().map(({ name, analysis }) => [name.replaceAll("/", "-"), bookOf(analysis)] as const),
  ["half-a-cent", bookOf(analyse(halfACent, undefined))] as const,
]);

interface Placed {
  readonly place: string;
  readonly cell: BookCell;
  readonly row: number;
  readonly column: number;
  readonly sheet: string;
}

function numbersIn({ sheets }: Book): Placed[] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap((line, row) =>
      line.flatMap((cell, column) =>
        cell && typeof cell.value === "number"
          ? [{ place: `${name} row ${row + 1} column ${column + 1}`, cell, row, column, sheet: name }]
          : [],
      ),
    ),
  );
}

/** A number as a spreadsheet holds it: a day may come as a date. */
function serial(value: unknown): number {
  if (value instanceof Date) return Math.round(value.getTime() / 86_400_000) + 25_569;
  return typeof value === "number" ? value : Number.NaN;
}

/** Money to its cent, a rate that is searched for to the digits shown, what is not rounded to nine digits. */
function differs(is: number, { value, format = "", formula = "" }: BookCell): boolean {
  const expected = Number(value);
  if (formula.startsWith("XIRR(")) return !(Math.abs(is - expected) < 5e-7);
  if (/#,##0\.00$/.test(format) && Number(expected.toFixed(2)) === expected)
    return is.toFixed(2) !== expected.toFixed(2);
  return !(Math.abs(is - expected) <= Math.abs(expected) * 1e-9 + 1e-12);
}

describe("a spreadsheet", () => {
  test("is mostly formulas, each leading back to inputs that the sheet states", () => {
    const numbers = [...books.values()].flatMap((book) =>
      numbersIn(book).filter(({ sheet: name }) => name !== "Inputs" && name !== "Steps"),
    );
    const made = numbers.filter(({ cell }) => cell.formula !== undefined || cell.look === "input");
    const fixed = [...books.values()].flatMap(({ sheets }) =>
      (sheets[0]?.rows ?? []).filter(([, , , source]) =>
        String(source?.value).startsWith("worked out, no formula"),
      ),
    );
    console.log(
      `${books.size} spreadsheets: ${made.length} of ${numbers.length} numbers are formulas or inputs in a table; ${fixed.length} values have no formula`,
    );
    expect(made.length).toBe(numbers.length);
    expect(fixed.length).toBeLessThan(30);
  });

  test("names cells, each name once and none that reads as a cell", () => {
    for (const { names } of books.values()) {
      const all = names.map(({ name }) => name);
      expect(new Set(all).size).toBe(all.length);
      for (const name of all) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      for (const name of all) expect(name).not.toMatch(/^(?:[a-z]{1,3}\d+|[rc]|r\d*c\d*)$/);
    }
  });

  test("is the same bytes for the same sheet, and holds no macro", async () => {
    const [book] = books.values();
    if (!book) throw new Error("no sheet");
    const [one, two] = [await workbook(book), await workbook(book)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    expect(Buffer.from(one).includes("vbaProject")).toBe(false);
  });

  test("has text that begins like a formula as text", async () => {
    const text = sheet('  other "=HYPERLINK(1)" +1').replace('"Example Note"', '"=1+1"');
    const { sheets } = await readXlsx(await workbook(bookOf(analyse(text, undefined))));
    expect(sheets[0]?.rows[0]?.[0]).toBe("=1+1");
    for (const { cells } of sheets)
      for (const cell of cells?.values() ?? []) expect(cell.formula ?? "").not.toContain("1+1");
  });
});

describe.skipIf(!hasLibreOffice)("recalculated by LibreOffice", () => {
  const recalculated = new Map<string, Awaited<ReturnType<typeof readXlsx>>>();

  beforeAll(async () => {
    const files = new Map<string, Uint8Array>();
    for (const [name, book] of books)
      if (numbersIn(book).length > 0) files.set(name, withoutResults(await workbook(book)));
    for (const [name, file] of converted(files, "xlsx", "xlsx")) recalculated.set(name, await readXlsx(file));
  }, 300_000);

  test("every cell comes to the same, to the cent", () => {
    const wrong: string[] = [];
    let count = 0;
    for (const [name, { sheets }] of recalculated) {
      const book = books.get(name);
      for (const { place, cell, row, column, sheet: title } of book ? numbersIn(book) : []) {
        const is = serial(sheets.find((one) => one.name === title)?.rows[row]?.[column]);
        count++;
        if (differs(is, cell)) wrong.push(`${name}, ${place}: ${is} is not ${cell.value} (${cell.formula})`);
      }
    }
    console.log(
      `${recalculated.size} spreadsheets recalculated, ${count} numbers compared, ${wrong.length} differ`,
    );
    expect(count).toBeGreaterThan(3000);
    expect(wrong).toEqual([]);
  });
});

interface Change {
  readonly sheet: string;
  /** What the sheet says, and what it says instead. */
  readonly from: string;
  readonly to: string;
  /** The cell that says the same in the spreadsheet. */
  readonly input: string;
  readonly value: number;
  /** What changes with it, by its formula, and of which scenario. */
  readonly outcome: string;
  readonly scenario?: string;
}

const due = "amount-at-maturity";
const shares = "conversion-shares";
const paid = "Paid in shares at maturity";
const later = "When it follows the market";

// biome-ignore format: a table
const changes: readonly Change[] = [
  { sheet: "exchange-note", from: "12% per annum", to: "15% per annum", input: "rate", value: 0.15, outcome: due },
  { sheet: "power-up-note", from: "8% per annum", to: "9.5% per annum", input: "rate", value: 0.095, outcome: due },
  { sheet: "power-up-note", from: "$130,000", to: "$175,000.50", input: "principal", value: 175_000.5, outcome: due },
  { sheet: "power-up-note", from: "2019-08-01", to: "2019-09-16", input: "matures", value: 43_724, outcome: due },
  { sheet: "exchange-note", from: "issued     December 6, 2017", to: "issued     January 5, 2018", input: "issued", value: 43_105, outcome: due },
  { sheet: "bond-with-make-whole", from: "4% per annum", to: "5% per annum", input: "rate", value: 0.05, outcome: due },
  { sheet: "prepayment-ladder", from: "8% per annum", to: "11% per annum", input: "rate", value: 0.11, outcome: due },
  { sheet: "exchange-note", from: "12-04   $0.0021", to: "12-04   $0.0016", input: "vwap_of_2018_12_04", value: 0.0016, outcome: shares, scenario: paid },
  { sheet: "exchange-note", from: "85% of average", to: "75% of average", input: "part_85", value: 0.75, outcome: shares, scenario: paid },
  { sheet: "exchange-note", from: "12% per annum", to: "15% per annum", input: "rate", value: 0.15, outcome: shares, scenario: paid },
  { sheet: "fixed-then-variable", from: "12-04   $0.60", to: "12-04   $0.55", input: "vwap_of_2024_12_04", value: 0.55, outcome: shares, scenario: later },
];

describe.skipIf(!hasLibreOffice)("an input that is changed", () => {
  const outcomes: string[] = [];
  const expected: string[] = [];

  beforeAll(async () => {
    const files = new Map<string, Uint8Array>();
    for (const [index, change] of changes.entries()) {
      const text = example(change.sheet);
      expect(text).toContain(change.from);
      const book = withInput(bookOf(analyse(text, undefined)), change.input, change.value);
      files.set(`change-${index}`, withoutResults(await workbook(book)));
      expected.push(said(change, figureIn(text.replace(change.from, change.to), change)));
    }
    const written = [...converted(files, "xlsx", "xlsx").values()];
    for (const [index, file] of written.entries()) {
      const change = changes[index];
      if (change) outcomes.push(said(change, outcomeIn(await readXlsx(file), change)));
    }
  }, 120_000);

  test("changes what rests on it as the same change of the sheet does", () => {
    expect(outcomes).toEqual(expected);
    expect(outcomes.length).toBe(changes.length);
  });
});

function said({ sheet: name, input, outcome }: Change, comesTo: string): string {
  return `${name} with another ${input}: ${outcome} ${comesTo}`;
}

/** What a sheet's figure is, in plain digits. */
function figureIn(text: string, { outcome, scenario }: Change): string {
  const formula = formulas.find(({ id }) => id === outcome);
  const [note] = analyse(text, undefined).notes;
  const situation = scenario ? note?.played.find((one) => one.scenario?.name === scenario) : note?.alone;
  const result = formula && situation && evaluate(formula, situation);
  return result && !isWaiting(result) ? plainValue(result) : "waits";
}

/** The same of a spreadsheet: beside its label on the figures' sheet. */
function outcomeIn({ sheets }: Awaited<ReturnType<typeof readXlsx>>, { outcome, scenario }: Change): string {
  const label = formulas.find(({ id }) => id === outcome)?.label ?? "";
  const page = sheets.find(({ name }) => name === (scenario ?? "To maturity"));
  const row = page?.rows.find(([first]) => String(first).toLowerCase() === label.toLowerCase());
  return serial(row?.[1]).toFixed(outcome === due ? 2 : 0);
}

/** The book with one value among its inputs changed. */
function withInput(book: Book, name: string, value: number): Book {
  const [inputs, ...others] = book.sheets;
  if (!inputs) throw new Error("no inputs");
  const rows = inputs.rows.map((row) => {
    const [label, cell, own, ...rest] = row;
    return own?.value === name && cell ? [label, { ...cell, value }, own, ...rest] : row;
  });
  expect(rows).not.toEqual(inputs.rows);
  return { ...book, sheets: [{ ...inputs, rows }, ...others] };
}
