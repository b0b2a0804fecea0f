import { capitalized } from "../../base/words.ts";
import type { Analysis, NoteAnalysis } from "../../document/analysis.ts";
import { assumptionsIn, notWorkedOut } from "../../features/left-open.ts";
import { aloneTitle, answersOf, scenarioTitle, topicsOf } from "../../features/worked.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import { type ScheduleLine, scheduleOf } from "../../finance/money/schedule.ts";
import { type PriceTable, playsRange, priceTable } from "../../finance/price-table.ts";
import { capTable } from "../../finance/rounds/cap-table.ts";
import { madeOf } from "../../quantity/expression.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { termsIn } from "../terms.ts";
import { formatOf, numberOf } from "./amounts.ts";
import { type Book, type BookCell, type BookSheet, placeOf } from "./book.ts";
import { sheetName } from "./sheet-names.ts";
import {
  freeName,
  type Input,
  inputSheet,
  stepColumns,
  stepRows,
  stepSheet,
  type Workings,
  workings,
} from "./workings.ts";

type Row = readonly (BookCell | undefined)[];

/** What a book is made of while it is written. */
interface Writing {
  readonly cells: Workings;
  readonly sheets: BookSheet[];
  readonly names: { readonly name: string; readonly place: string }[];
  readonly titles: Set<string>;
}

/**
 * The notes of a sheet as a spreadsheet: the inputs, each with a name; the schedule, the figures and the table over
 * prices of each note and scenario as formulas that lead back to them; the steps between; and what is open.
 */
export function bookOf(analysis: Analysis): Book {
  const writing: Writing = { cells: workings(), sheets: [], names: [], titles: new Set() };
  for (const note of analysis.notes) noteSheets(note, analysis.notes.length > 1, writing);
  const { cells, sheets, names } = writing;
  const title = analysis.notes.map(({ note }) => note.name.trim() || "Note").join(", ") || "Note";
  const own = cells.inputs.map(({ name }, index) => ({
    name,
    place: placeOf(inputSheet, 1, inputRows + index + 1),
  }));
  return {
    title,
    sheets: [inputsSheet(title, cells), ...sheets, ...(cells.steps.length > 0 ? [stepsSheet(cells)] : [])],
    names: [...own, ...names],
  };
}

function noteSheets(analysis: NoteAnalysis, several: boolean, writing: Writing): void {
  const { note, alone, played } = analysis;
  const name = note.name.trim() || "Note";
  const titled = (title: string): string => (several ? `${name} - ${title}` : title);
  situationSheets(alone, undefined, titled("To maturity"), `${name}: ${aloneTitle(alone)}`, writing);
  for (const situation of played) {
    const title = titled(situation.scenario?.name ?? "Scenario");
    situationSheets(situation, alone, title, `${name}: ${scenarioTitle(situation)}`, writing);
  }
  if (!played.some(playsRange)) {
    const situation = played[0] ?? alone;
    const where = situation.scenario ? `scenario “${situation.scenario.name}”` : "the note by itself";
    pricesSheet(situation, titled("Other"), `${name}: at other market prices, ${where}`, writing);
  }
  openSheet(analysis, titled("Open points"), name, writing);
}

/** The schedule of a situation, its figures and, where it plays a range of prices, the table over them. */
function situationSheets(
  situation: Situation,
  alone: Situation | undefined,
  title: string,
  heading: string,
  writing: Writing,
): void {
  const lines = scheduleOf(situation);
  if (lines.length > 0) scheduleSheet(lines, title, `${heading}, payment schedule`, writing);
  figuresSheet(situation, alone, title, heading, writing);
  if (playsRange(situation)) pricesSheet(situation, title, `${heading}, by market price`, writing);
}

const moneyColumns = ["interest", "principal", "premium", "paid", "shares"] as const;

function scheduleSheet(
  lines: readonly ScheduleLine[],
  title: string,
  heading: string,
  writing: Writing,
): void {
  const name = sheetName(title, writing.titles, " schedule");
  const columns = moneyColumns.filter((column) => lines.some((line) => line[column]));
  const head = ["Date", "What", ...columns.map(capitalized), "Owed"];
  const rows: Row[] = [[text("title", heading)], [], head.map((words) => text("head", words))];
  for (const line of lines) {
    const row: (BookCell | undefined)[] = [];
    const put = (figure: Figure | undefined, column: number): void => {
      row[column] = figure && writing.cells.cellOf(figure);
      if (figure) writing.cells.stands(figure, placeOf(name, column, rows.length + 1));
    };
    put(line.on, 0);
    row[1] = text("text", line.what);
    for (const [index, column] of columns.entries()) put(line[column], index + 2);
    put(line.owed, columns.length + 2);
    rows.push(row);
  }
  writing.sheets.push({ name, widths: [20, 34, ...columns.map(() => 18), 18], rows, frozen: 3 });
}

function figuresSheet(
  situation: Situation,
  alone: Situation | undefined,
  title: string,
  heading: string,
  writing: Writing,
): void {
  const name = sheetName(title, writing.titles);
  const taken = new Set([...writing.cells.inputs, ...writing.names].map((one) => one.name));
  const rows: Row[] = [[text("title", heading)], [text("remark", forWhich(situation))]];
  const put = (label: string, figure: Figure, made: string, id: string): void => {
    const cell = writing.cells.cellOf(figure);
    rows.push([text("label", capitalized(label)), cell, text("text", made)]);
    const place = placeOf(name, 1, rows.length);
    writing.cells.stands(figure, place);
    const words = situation.scenario ? `${situation.scenario.name} ${id}` : id;
    writing.names.push({ name: freeName(`out ${words}`, taken), place });
  };
  for (const { title: topic, answers } of topicsOf(answersOf(situation, alone))) {
    rows.push([], [text("heading", topic)]);
    for (const { formula, result } of answers) put(formula.label, result, madeOf(result), formula.id);
  }
  const holders = situation.scenario ? (capTable(situation) ?? []) : [];
  if (holders.length > 0) rows.push([], [text("heading", "After the round")]);
  for (const { holder, shares, part } of holders) {
    rows.push([
      text("label", capitalized(holder)),
      writing.cells.cellOf(shares),
      undefined,
      writing.cells.cellOf(part),
    ]);
  }
  if (rows.length > 2) writing.sheets.push({ name, widths: [46, 22, 70, 14], rows, frozen: 2 });
}

function forWhich({ scenario }: Situation): string {
  return scenario
    ? `What the scenario “${scenario.name}” adds to the note by itself or changes in it.`
    : "The note by itself, without a scenario.";
}

function pricesSheet(situation: Situation, title: string, heading: string, writing: Writing): void {
  const table = priceTable(situation);
  if (!table || table.rows.length === 0) return;
  const name = sheetName(title, writing.titles, " prices");
  const head = ["Market price", "Conversion price", "Shares", "Ownership", "Value", "Return"];
  const rows: Row[] = [
    [text("title", heading)],
    [
      text(
        "remark",
        `If every price of the market is the one on the left, ${show(table.amount)} converts like this.`,
      ),
    ],
    head.map((words) => text("head", words)),
    ...priceRows(table, name, 3, writing),
  ];
  writing.sheets.push({ name, widths: [18, 22, 24, 14, 22, 14], rows, frozen: 3 });
}

function priceRows({ rows }: PriceTable, sheet: string, above: number, { cells }: Writing): Row[] {
  return rows.map(({ market, price, shares, ownership, value, gain }, index) => {
    cells.stands(market, placeOf(sheet, 0, above + index + 1));
    const own: BookCell = { look: "input", value: numberOf(market), format: formatOf(market) };
    return [
      own,
      cells.cellOf(price),
      cells.cellOf(shares),
      ownership && cells.cellOf(ownership),
      cells.cellOf(value),
      gain && cells.cellOf(gain),
    ];
  });
}

/** Rows above the first input. */
const inputRows = 6;

function inputsSheet(title: string, { inputs }: Workings): BookSheet {
  const rows: Row[] = [
    [text("title", title)],
    [
      text(
        "remark",
        "Change a value in a yellow cell, and every formula that rests on it follows. Each has a name that formulas use.",
      ),
    ],
    [
      text(
        "remark",
        "Formulas take the path that the terms take on these days and prices. What would change the path itself, such as a day that passes another or one more payment, wants a new export.",
      ),
    ],
    [
      text(
        "remark",
        "Values without colour have no formula in a spreadsheet: they were worked out when this file was written, as the last column says, and do not follow.",
      ),
    ],
    [],
    ["Input", "Value", "Name of the cell", "Where it comes from"].map((words) => text("head", words)),
    ...inputs.map((one) => [
      text("label", one.label),
      inputCell(one, inputs),
      text("text", one.name),
      sourceCell(one),
    ]),
  ];
  return { name: inputSheet, widths: [46, 22, 40, 70], rows, frozen: inputRows };
}

/** The value of an input; a day that is taken to be that of the issue or of the funding is what that cell says. */
function inputCell({ figure, fixed }: Input, all: readonly Input[]): BookCell {
  const { origin } = figure;
  const shown = { value: numberOf(figure), format: formatOf(figure) };
  const because = origin.kind === "assumed" && figure.kind === "date" ? origin.because : "";
  const [, named] = /\bday of (issue|funding)\b/.exec(because) ?? [];
  const said = all.find(
    (one) =>
      named !== undefined &&
      one.figure.origin.kind === "stated" &&
      one.name.startsWith(named === "issue" ? "issued" : "funded") &&
      numberOf(one.figure) === shown.value,
  );
  if (said) return { look: "value", ...shown, formula: said.name };
  return { look: fixed ? "value" : "input", ...shown };
}

function sourceCell({ fixed, source }: Input): BookCell {
  return text("text", fixed ? `worked out, no formula: ${source}` : source);
}

function stepsSheet({ steps }: Workings): BookSheet {
  const widest = Math.max(0, ...steps.map(({ beside }) => beside.length));
  const rows: Row[] = [
    [text("title", "Steps")],
    [text("remark", "What stands between the inputs and the figures, each step once.")],
    [],
    ["Step", "Value", "How it is made"].map((words) => text("head", words)),
    ...steps.map(({ label, cell, made, beside }) => [
      text("label", label),
      cell,
      text("text", made),
      undefined,
      ...beside,
    ]),
  ];
  const widths = [46, 22, 60, 4, ...Array.from({ length: widest }, () => 12)];
  return { name: stepSheet, widths: widths.slice(0, stepColumns + widest), rows, frozen: stepRows };
}

/** What a draft leaves open, and what the numbers take for granted or wait for. */
function openSheet(analysis: NoteAnalysis, title: string, note: string, writing: Writing): void {
  const open = termsIn(analysis.note).flatMap(({ called, says }) =>
    says
      .filter((line) => /\[[^[\]]*\]/.test(line))
      .map((line) => [text("label", called), text("open", line)]),
  );
  const assumed = assumptionsIn(analysis).map(({ text: assumption, instead }) => [
    text("label", `${assumption}.`),
    text("text", instead.map((one) => `Instead, ${one}.`).join(" ")),
  ]);
  const waits = notWorkedOut(analysis).map(({ what, needs }) => [
    text("label", what),
    text("text", `waits for ${needs}`),
  ]);
  const groups = [
    ["Still open", open],
    ["Assumptions", assumed],
    ["Not worked out", waits],
  ] as const;
  const rows: Row[] = [
    [text("title", `${note}: open points and assumptions`)],
    ...groups.flatMap(([head, lines]): Row[] =>
      lines.length > 0 ? [[], [text("heading", head)], ...lines] : [],
    ),
  ];
  if (rows.length > 1)
    writing.sheets.push({ name: sheetName(title, writing.titles), widths: [80, 80], rows, frozen: 1 });
}

function text(look: BookCell["look"], value: string): BookCell {
  return { look, value };
}
