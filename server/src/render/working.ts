import { longDate, parseIsoDate } from "../quantity/date.ts";
import { innerParts, isYears, madeOf } from "../quantity/expression.ts";
import type { Figure, Operation } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";
import { abridged, isWindow, standing } from "./derivation.ts";
import { columned, wrapped } from "./lines.ts";

/** Levels of a working that a reader still follows. */
const mostDepth = 5;

/** What has been said already in the same section, so that it is said once. */
export type Listed = Set<string>;

/** Whether a name has an entry of its own. */
type Known = (name: string) => boolean;

/**
 * How a figure was made, in plain text as short as a memo wants it: one line with every part's name before its value;
 * alternatives in columns, with who wins; days of a window in a line. It ends at figures that `known` says have an
 * entry of their own.
 */
export function workingLines(result: Figure, known: Known, listed: Listed, indent: number): string[] {
  if (result.origin.kind === "stated") return [];
  if (result.origin.kind !== "computed") return said(madeOf(result), indent);
  return partLines({ ...result, name: undefined }, known, listed, indent, 1);
}

/** The line or lines of a computed figure itself. */
function lineOf(part: Figure, name: string, listed: Listed, indent: number): string[] {
  if (part.origin.kind !== "computed") return [];
  const { operation, inputs } = part.origin;
  const lead = name === "" ? "" : `${name}: `;
  if (operation.form === "average") return said(averageText(part, inputs, operation, lead), indent);
  const period = periodOf(part);
  if (isYears(part) && period !== undefined && listed.has(period)) return [];
  if (period !== undefined) listed.add(period);
  return said(lead + madeOf(part), indent);
}

/** A text in lines, with its days as a letter writes them. */
function said(text: string, indent: number): string[] {
  const dated = text.replace(/\b\d{4}-\d\d-\d\d\b/g, (iso) => {
    const day = parseIsoDate(iso);
    return day === undefined ? iso : longDate(day);
  });
  return wrapped(dated, indent, indent + 2);
}

/** The days between which something was counted. */
function periodOf(part: Figure): string | undefined {
  if (part.origin.kind !== "computed") return undefined;
  const dates = part.origin.inputs.filter(({ kind }) => kind === "date").map(show);
  return dates.length === 2 ? dates.join(" to ") : undefined;
}

/** What the parts of a figure are made of, where they have no entry of their own. */
function inside(part: Figure, known: Known, listed: Listed, indent: number, depth: number): string[] {
  if (depth > mostDepth || part.origin.kind !== "computed") return [];
  if (part.origin.operation.form === "average") return [];
  return innerParts(part).flatMap((inner) => partLines(inner, known, listed, indent, depth));
}

/** A part of a figure, and what it is made of itself; nothing where it has an entry, or was listed before. */
function partLines(part: Figure, known: Known, listed: Listed, indent: number, depth: number): string[] {
  const name = part.name ?? "";
  if (part.origin.kind !== "computed" || (name !== "" && (known(name) || listed.has(name)))) return [];
  if (name !== "") listed.add(name);
  const { operation, inputs } = part.origin;
  if (operation.form === "list") return listLines(inputs, operation, name, known, listed, indent);
  if (operation.form === "series") return seriesLines(inputs, operation.text, name, listed, indent);
  if (operation.form === "rows")
    return said(name === "" ? operation.text : `${name}: ${operation.text}`, indent);
  if (operation.form === "choice" && isWindow(inputs, operation.labels))
    return said(`${name === "" ? "" : `${name}: `}${windowText(part, inputs, operation)}`, indent);
  if (operation.form === "choice") return choiceLines(part, operation, name, known, listed, indent, depth);
  return [
    ...lineOf(part, isYears(part) ? "" : name, listed, indent),
    ...inside(part, known, listed, indent + 2, depth + 1),
  ];
}

/** Several answers, a line each with how it was made. */
function listLines(
  inputs: readonly Figure[],
  operation: Extract<Operation, { form: "list" }>,
  name: string,
  known: Known,
  listed: Listed,
  indent: number,
): string[] {
  const lead = [name, operation.text].filter((text) => text !== "").join(": ");
  const lines = inputs.flatMap((one, index) => {
    const how = one.origin.kind === "stated" ? "" : `, ${madeOf(one)}`;
    return [
      ...said(`${operation.labels[index] ?? one.name ?? ""}: ${show(one)}${how}`, indent + 2),
      ...inside(one, known, listed, indent + 4, 2),
    ];
  });
  return [...(lead === "" ? [] : said(lead, indent)), ...lines];
}

/**
 * Many inputs alike, a line each: its value, and how it was made where it was, unless that is as in the line above. Where
 * each was listed before, its section has them already.
 */
function seriesLines(
  inputs: readonly Figure[],
  text: string,
  name: string,
  listed: Listed,
  indent: number,
): string[] {
  const lead = said(name === "" ? text : `${name}: ${text}`, indent);
  const keys = inputs.map((one) => `${show(one)}, ${madeOf(one)}`);
  if (keys.every((key) => listed.has(key))) return lead;
  for (const key of keys) listed.add(key);
  let above = "";
  const lines = abridged(
    inputs,
    (one) => {
      const made = one.origin.kind === "computed" ? `, ${madeOf(one)}` : "";
      const how = made !== "" && made === above ? ", likewise" : made;
      above = made;
      return said(`${one.name ?? ""}: ${show(one)}${how}`, indent + 2);
    },
    (more) => said(more, indent + 2),
  );
  return [...lead, ...lines.flat()];
}

/** The alternatives in columns; under each that wins, how it was made. */
function choiceLines(
  part: Figure,
  operation: Extract<Operation, { form: "choice" }>,
  name: string,
  known: Known,
  listed: Listed,
  indent: number,
  depth: number,
): string[] {
  if (part.origin.kind !== "computed") return [];
  const { inputs } = part.origin;
  const rows = columned(
    inputs.map((candidate, index) => {
      const label = operation.labels[index] ?? candidate.name ?? "";
      const value = show(candidate);
      const shown = label === value ? "fixed" : label.replace(`: ${value}`, "");
      return [shown, value, standing(part, candidate, operation, index)];
    }),
    indent + 2,
  );
  const lines = inputs.flatMap((candidate, index) => [
    ...(rows[index] ?? []),
    ...(operation.winners.includes(index)
      ? partLines({ ...candidate, name: entryOf(candidate, known) }, known, listed, indent + 4, depth + 1)
      : []),
  ]);
  return [...said(name === "" ? operation.text : `${name}: ${operation.text}`, indent), ...lines];
}

/** The name of an alternative that has an entry of its own; any other is called as the alternatives are. */
function entryOf({ name }: Figure, known: Known): string | undefined {
  return name !== undefined && known(name) ? name : undefined;
}

/** The days of a window with their prices; a star marks those that were picked, where not all were. */
function averageText(
  part: Figure,
  inputs: readonly Figure[],
  operation: Extract<Operation, { form: "average" }>,
  lead: string,
): string {
  const [how = "", measure = ""] = operation.text.split(": ");
  return `${lead}${show(part)} is the ${how} (${measure}): ${daysOf(inputs, operation.picked)}`;
}

/** The lowest or highest of the days of a window. */
function windowText(
  part: Figure,
  inputs: readonly Figure[],
  operation: Extract<Operation, { form: "choice" }>,
): string {
  return `${show(part)} is the ${operation.text}: ${daysOf(inputs, operation.winners)}`;
}

function daysOf(prices: readonly Figure[], picked: readonly number[]): string {
  const all = picked.length === prices.length;
  const days = prices.map((price, index) => {
    const star = !all && picked.includes(index) ? "*" : "";
    return `${show(price)}${star} on ${(price.name ?? "").split(" of ").at(-1)}`;
  });
  return `${days.join("; ")}${all ? "" : " (* picked)"}`;
}
