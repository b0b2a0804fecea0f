import { capitalized } from "../../base/words.ts";
import { madeOf } from "../../quantity/expression.ts";
import type { Figure, Origin } from "../../quantity/figure.ts";
import { formatOf, numberOf } from "./amounts.ts";
import { type BookCell, columnName, placeOf } from "./book.ts";
import { type Expression, numeral, reference } from "./expression.ts";
import { formulaOf, isClose } from "./operations.ts";

/** A number that formulas begin with: what the sheet states, what is given or assumed, and what no formula makes. */
export interface Input {
  readonly label: string;
  readonly figure: Figure;
  readonly name: string;
  readonly source: string;
  /** Worked out without a formula: it does not follow what is changed. */
  readonly fixed: boolean;
}

/** A step between the inputs and a figure, with what stands beside it for a range. */
export interface Step {
  readonly label: string;
  readonly cell: BookCell;
  readonly made: string;
  readonly beside: readonly BookCell[];
}

/** The cells that formulas are made of, which grow as figures are written. */
export interface Workings {
  readonly inputs: readonly Input[];
  readonly steps: readonly Step[];
  /** Says that a figure stands in a cell: what is made of it refers there. */
  readonly stands: (figure: Figure, place: string) => void;
  /** The cell that holds a figure, with its formula. */
  readonly cellOf: (figure: Figure, look?: BookCell["look"]) => BookCell;
}

export const inputSheet = "Inputs";
export const stepSheet = "Steps";
/** Rows above the first step, and columns before what stands beside it. */
export const stepRows = 4;
export const stepColumns = 4;

/** The price of every day, in a market that stands still: the one input that stands in a table. */
const playedPrice = "market price";

/** Beyond these the fifteen digits of a spreadsheet do not reach the last one that counts. */
const mostExact: Readonly<Record<Figure["kind"], number>> = {
  money: 1e11,
  price: 1e9,
  shares: 1e14,
  ratio: 1e9,
  count: 1e14,
  days: 1e9,
  date: 1e9,
};

/** A part with more letters is a step of its own, for a formula holds some thousands. */
const longestInline = 800;

/** Deeper than the account of any note that is written line by line; beyond it a step is a number. */
const deepest = 300;
const mostSteps = 20_000;

export function workings(): Workings {
  const inputs: Input[] = [];
  const steps: Step[] = [];
  const names = new Set<string>();
  const byKey = new Map<string, Expression>();
  const byOrigin = new Map<Origin, Expression>();
  const byFormula = new Map<string, Expression>();
  const unsettled = new Set<Origin>();
  let depth = 0;

  const input = (figure: Figure, isFixed: boolean): Expression => {
    const key = keyOf(figure);
    const known = byKey.get(key);
    if (known) return known;
    const label = labelOf(figure);
    const name = freeName((figure.name ?? nameless(figure)).replace(/^out\b/i, "the out"), names);
    inputs.push({ label, figure, name, source: sourceOf(figure), fixed: isFixed });
    const made = reference(name, numberOf(figure));
    byKey.set(key, made);
    return made;
  };

  /** A cell that holds a figure. */
  const at = (place: string, figure: Figure): Expression => ({
    ...reference(place, numberOf(figure)),
    ...(unsettled.has(figure.origin) ? { unsettled: true } : {}),
  });

  /** What stands for a figure inside a formula: a cell, or what it is made of where that has no name. */
  const partOf = (figure: Figure): Expression => {
    const { origin, name } = figure;
    const known = byOrigin.get(origin);
    if (known) return known;
    if (origin.kind !== "computed") return name === "1" ? numeral(1) : input(figure, false);
    const inline =
      name === undefined && (origin.operation.form === "infix" || origin.operation.form === "rounding");
    const made = madeBy(figure);
    if (made === undefined) return input(figure, true);
    const isCell = made.level === 4 && /^[\w.]+$/.test(made.text);
    return isCell || (inline && made.text.length < longestInline) ? made : step(figure, made);
  };

  const step = (figure: Figure, made: Expression): Expression => {
    const label = labelOf(figure);
    const key = `${label}\n${made.text}`;
    const known = byFormula.get(key);
    const place = known ?? at(placeOf(stepSheet, 1, stepRows + steps.length + 1), figure);
    if (!known) {
      byFormula.set(key, place);
      const cell: BookCell = {
        look: "value",
        value: numberOf(figure),
        formula: made.text,
        format: formatOf(figure),
      };
      steps.push({ label, cell, made: madeOf(figure), beside: [] });
    }
    byOrigin.set(figure.origin, place);
    return place;
  };

  /** Values side by side in a row of their own. */
  const range = (parts: readonly Expression[]): string => {
    const key = `range\n${parts.map(({ text }) => text).join("\n")}`;
    const known = byFormula.get(key);
    if (known) return known.text;
    const row = stepRows + steps.length + 1;
    const beside = parts.map(
      ({ text, value }): BookCell => ({ look: "value", value, formula: text, format: "#,##0.00########" }),
    );
    steps.push({ label: "Prices of the window", cell: { look: "text", value: "" }, made: "", beside });
    const [first, last] = [stepColumns, stepColumns + parts.length - 1];
    const text = `${placeOf(stepSheet, first, row)}:$${columnName(last)}$${row}`;
    byFormula.set(key, reference(text, 0));
    return text;
  };

  /** A figure's formula from its inputs; undefined where it has none, or one that comes to another number. */
  const madeBy = (figure: Figure): Expression | undefined => {
    const { origin } = figure;
    if (origin.kind !== "computed" || depth > deepest || steps.length > mostSteps) return undefined;
    if (origin.inputs.length === 0 && origin.operation.form === "function" && figure.amount.numerator === 0n)
      return numeral(0);
    depth++;
    const parts = origin.inputs.map(partOf);
    depth--;
    const made = formulaOf(origin.operation, { result: figure, inputs: origin.inputs, parts, range });
    if (made?.unsettled) unsettled.add(origin);
    const fits = made && isClose(made.value, figure) && Math.abs(made.value) < mostExact[figure.kind];
    return fits ? { ...made, value: numberOf(figure) } : undefined;
  };

  const cellOf: Workings["cellOf"] = (figure, look = "value") => {
    const known = byOrigin.get(figure.origin);
    const made = known ?? (figure.origin.kind === "computed" ? madeBy(figure) : undefined);
    const formula = (made ?? input(figure, figure.origin.kind === "computed")).text;
    return { look, value: numberOf(figure), formula, format: formatOf(figure) };
  };

  return {
    inputs,
    steps,
    cellOf,
    stands: (figure, place) => {
      if (figure.origin.kind !== "computed" && figure.name !== playedPrice) return;
      if (!byOrigin.has(figure.origin)) byOrigin.set(figure.origin, at(place, figure));
    },
  };
}

/** Where a number comes from that formulas begin with. */
function sourceOf(figure: Figure): string {
  const { origin } = figure;
  if (origin.kind === "stated") return `the sheet says: ${origin.text.replace(/\s+/g, " ")}`;
  if (origin.kind === "assumed") return `assumed: ${origin.because}`;
  return madeOf(figure);
}

const kinds: Readonly<Record<Figure["kind"], string>> = {
  money: "sum",
  price: "price",
  shares: "shares",
  ratio: "part",
  count: "count",
  days: "days",
  date: "date",
};

/** `price 0.003`: what names a number of the sheet that has no name of its own. */
function nameless(figure: Figure): string {
  return `${kinds[figure.kind]} ${labelOf(figure)}`;
}

/** What a figure is called in a list of its own. */
function labelOf({ name, origin, kind }: Figure): string {
  const words = name ?? (origin.kind === "stated" ? origin.text : origin.kind === "given" ? origin.by : kind);
  return capitalized(words.replace(/\s+/g, " ").trim() || kind);
}

/** The same for every figure that says the same of the same place. */
function keyOf({ kind, amount, origin, name = "" }: Figure): string {
  const value = `${kind} ${amount.numerator}/${amount.denominator}`;
  switch (origin.kind) {
    case "stated":
      return `${value} ${origin.text} ${origin.span.start} ${origin.span.end}`;
    case "given":
      return `${value} ${origin.by} ${name}`;
    case "assumed":
      return `${value} ${origin.because}`;
    case "computed":
      return `${value} ${name} ${madeOf({ kind, amount, origin, name, currency: undefined })}`;
  }
}

/** More letters than a name needs to stand apart. */
const longestName = 60;

/** A name for a cell: letters, digits and low lines, and nothing that reads as a cell. */
export function freeName(label: string, taken: Set<string>): string {
  const words = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, longestName)
    .replace(/^_|_$/g, "");
  const plain = words === "" || /^(?:\d|[rc]$|[a-z]{1,3}\d+$|r\d*c\d*$)/.test(words) ? `n_${words}` : words;
  let name = plain;
  for (let count = 2; taken.has(name); count++) name = `${plain}_${count}`;
  taken.add(name);
  return name;
}
