import { grouped } from "../base/words.ts";
import { minus } from "../quantity/arithmetic.ts";
import * as exact from "../quantity/exact.ts";
import { expression, innerParts, isYears, roundingNote, valueIn } from "../quantity/expression.ts";
import type { Figure, Operation } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";

/** One line of a derivation; deeper lines explain the one above them. */
export interface Line {
  readonly depth: number;
  readonly text: string;
}

/** The most lines of a derivation: a figure of terms that are each used twice by the next one has lines without end. */
const mostLines = 1_000;

/**
 * How a figure was made, in lines that every output prints: the equation in words, then in numbers, then what is inside
 * it, down to figures that `known` says have an entry of their own. A derivation without end breaks off, and says so.
 */
export function derivation(result: Figure, known: (name: string) => boolean): Line[] {
  const lines: Line[] = [];
  explain(result, result.name ?? "value", 0, lines, known, new Set());
  if (lines.length <= mostLines) return lines;
  const rest = `The derivation goes on; only its first ${grouped(String(mostLines))} lines are shown.`;
  return [...lines.slice(0, mostLines), { depth: 0, text: rest }];
}

/** The lines as plain text, one a step. */
export function stepsOf(result: Figure, known: (name: string) => boolean): string[] {
  return derivation(result, known).map(({ depth, text }) => `${"  ".repeat(depth)}${text}`);
}

function explain(
  part: Figure,
  label: string,
  depth: number,
  lines: Line[],
  known: (name: string) => boolean,
  done: Set<string>,
): void {
  if (lines.length > mostLines) return;
  if (part.origin.kind !== "computed") {
    lines.push({ depth, text: equation(part, label) });
    return;
  }
  const { operation } = part.origin;
  lines.push({ depth, text: equation(part, label) });
  if (operation.form === "choice") {
    candidates(part, operation, depth + 1, lines, known, done);
    return;
  }
  if (operation.form === "list") {
    part.origin.inputs.forEach((one, index) => {
      explain(one, operation.labels[index] ?? one.name ?? "", depth + 1, lines, known, done);
    });
    return;
  }
  if (operation.form === "series") {
    lines.push(...seriesLines(part.origin.inputs, depth + 1));
    return;
  }
  if (operation.form === "rows") return;
  for (const input of innerParts(part)) {
    const name = input.name ?? "";
    const opens = name === "" || (input.origin.kind === "computed" && !known(name));
    if (!opens || done.has(name)) continue;
    if (name !== "") done.add(name);
    if (input.origin.kind === "computed") explainPart(input, depth + 1, lines, known, done);
  }
}

/** A part that the equation shows as one: a choice, an average or a named step gets lines of its own. */
function explainPart(
  part: Figure,
  depth: number,
  lines: Line[],
  known: (name: string) => boolean,
  done: Set<string>,
): void {
  if (part.origin.kind !== "computed") return;
  const { operation } = part.origin;
  if (operation.form === "average") lines.push(...averageLines(part, operation, depth));
  else explain(part, part.name ?? wordsOf(operation), depth, lines, known, done);
}

/** Every alternative of a choice: its value, whether it wins, and by how much it loses. */
function candidates(
  part: Figure,
  operation: Extract<Operation, { form: "choice" }>,
  depth: number,
  lines: Line[],
  known: (name: string) => boolean,
  done: Set<string>,
): void {
  if (part.origin.kind !== "computed") return;
  if (isWindow(part.origin.inputs, operation.labels)) {
    lines.push({ depth, text: daysOf(part.origin.inputs, operation.winners) });
    return;
  }
  part.origin.inputs.forEach((candidate, index) => {
    if (lines.length > mostLines) return;
    const label = operation.labels[index] ?? candidate.name ?? "";
    lines.push({
      depth,
      text: `${equation(candidate, label)}, ${standing(part, candidate, operation, index)}`,
    });
    if (candidate.origin.kind !== "computed") return;
    const inner = candidate.origin.operation.form === "average" ? [candidate] : innerParts(candidate);
    for (const input of inner)
      if (input.origin.kind === "computed" && !known(input.name ?? ""))
        explainPart(input, depth + 1, lines, known, done);
  });
}

/** Whether the alternatives are the days of a window, which a line of days says better than a line each. */
export function isWindow(inputs: readonly Figure[], labels: readonly string[]): boolean {
  return (
    inputs.length > 1 &&
    inputs.every(({ name, origin }, index) => origin.kind === "given" && name === labels[index])
  );
}

/** Days with their prices, the picked ones marked. */
function daysOf(prices: readonly Figure[], picked: readonly number[]): string {
  const days = prices.map((price, index) => {
    const mark = picked.includes(index) ? " (picked)" : "";
    return `${(price.name ?? "").split(" of ").at(-1)} ${show(price)}${mark}`;
  });
  return days.join("; ");
}

/** What became of an alternative: `wins`, `ties` or by how much it is off. */
export function standing(
  whole: Figure,
  candidate: Figure,
  { winners }: Extract<Operation, { form: "choice" }>,
  index: number,
): string {
  if (winners.includes(index)) return winners.length > 1 ? "ties for the win" : "wins";
  const gap = minus(candidate as Figure<"price">, whole as Figure<"price">);
  const higher = exact.compare(gap.amount, exact.zero) > 0;
  const size = higher ? gap : { ...gap, amount: exact.negate(gap.amount) };
  if (candidate.kind === "date")
    return `loses, ${show({ ...size, kind: "days" })} ${higher ? "later" : "earlier"}`;
  return `loses, ${show(size)} ${higher ? "higher" : "lower"}`;
}

/** The days of an average with their prices, the picked ones marked. */
function averageLines(
  part: Figure,
  operation: Extract<Operation, { form: "average" }>,
  depth: number,
): Line[] {
  if (part.origin.kind !== "computed") return [];
  const { inputs } = part.origin;
  const all = operation.picked.length === inputs.length;
  const sum = operation.picked.map((index) => show(inputs[index] as Figure)).join(" + ");
  return [
    { depth, text: `${operation.text} = (${sum}) ÷ ${operation.picked.length} = ${show(part)}` },
    { depth: depth + 1, text: daysOf(inputs, all ? [] : operation.picked) },
  ];
}

/** More lines than these of one list nobody reads. */
const mostListed = 24;

/** Each of many inputs alike by its equation. */
function seriesLines(inputs: readonly Figure[], depth: number): Line[] {
  return abridged(
    inputs,
    (input) => ({ depth, text: equation(input, input.name ?? show(input)) }),
    (more) => ({
      depth,
      text: more,
    }),
  );
}

/** A line for each of many; of very many the first ones and the last, with how many stand between. */
export function abridged<T>(
  inputs: readonly Figure[],
  line: (input: Figure) => T,
  between: (text: string) => T,
): T[] {
  if (inputs.length <= mostListed) return inputs.map(line);
  const shown = mostListed - 2;
  const more = between(`${inputs.length - shown - 1} more like them`);
  return [...inputs.slice(0, shown).map(line), more, ...inputs.slice(-1).map(line)];
}

/** How an alternative came about, in few words: its equation, its day, or that it is stated. */
export function manner(part: Figure): string {
  switch (part.origin.kind) {
    case "stated":
      return "fixed";
    case "given":
      return part.origin.by;
    case "assumed":
      return "assumed";
    case "computed": {
      const { operation } = part.origin;
      return operation.form === "infix" || operation.form === "rounding"
        ? expression(part, valueIn)
        : wordsOf(operation);
    }
  }
}

/** A figure with what its own procedure says of it, where it counted or looked something up. */
export function shownWithManner(part: Figure): string {
  const operation = part.origin.kind === "computed" ? part.origin.operation : undefined;
  const text = operation?.form === "function" && part.kind === "count" ? `: ${operation.text}` : "";
  return `${show(part)}${text}`;
}

/** `label = words = numbers = value`, with parts left out that would say the same twice. */
function equation(part: Figure, label: string): string {
  if (part.origin.kind !== "computed")
    return label === show(part) ? label : `${label} = ${show(part)}${originNote(part)}`;
  const { operation, inputs } = part.origin;
  if (operation.form === "choice") {
    const count = operation.text.endsWith(" of") ? ` ${operation.labels.length} alternatives` : "";
    const said = operation.text === label ? "" : ` = ${operation.text}${count}`;
    return `${label}${said} = ${show(part)}`;
  }
  if (operation.form === "average") return `${label} = ${show(part)}`;
  if (operation.form === "list")
    return `${label} = ${show(part)}${operation.text === "" ? "" : `: ${operation.text}`}`;
  if (operation.form === "series" || operation.form === "rows")
    return `${label} = ${operation.text} = ${show(part)}`;
  if (operation.form === "function") return functionEquation(part, operation.text, inputs, label);
  const words = expression(part, symbol);
  const numbers = expression(part, valueIn);
  const said = words === label || words === numbers ? "" : ` = ${words}`;
  return `${label}${said} = ${numbers}${roundingNote(part)} = ${show(part)}`;
}

function functionEquation(part: Figure, text: string, inputs: readonly Figure[], label: string): string {
  const dates = inputs.filter((input) => input.kind === "date").map(show);
  const span =
    dates.length === 2 ? `, ${dates[0]} to ${dates[1]}` : dates.length === 1 ? ` (from ${dates[0]})` : "";
  const value = isYears(part) ? text : `${show(part)}${text === label || text === "" ? "" : `: ${text}`}`;
  return `${label} = ${value}${span}`;
}

function wordsOf(operation: Operation): string {
  return operation.form === "infix" ? operation.sign : operation.text;
}

/** What a part is called inside an equation. */
function symbol(part: Figure): string {
  return part.name ?? valueIn(part);
}

function originNote(part: Figure): string {
  switch (part.origin.kind) {
    case "stated":
      return part.kind === "date" || show(part) === part.origin.text
        ? ""
        : `, stated as “${part.origin.text}”`;
    case "assumed":
      return ", assumed";
    case "given":
      return part.kind === "price" ? `, ${part.origin.by}` : "";
    case "computed":
      return "";
  }
}
