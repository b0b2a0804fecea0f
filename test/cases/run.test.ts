import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { type Explanation, explain } from "../../server/src/features/explain.ts";
import { longDate, parseIsoDate } from "../../server/src/quantity/date.ts";
import {
  compare,
  divide,
  type Exact,
  negate,
  parseExact,
  subtract,
  whole,
  zero,
} from "../../server/src/quantity/exact.ts";
import { problemsIn } from "../support/analyse.ts";

/** A figure that was worked out independently; `null` where there is to be none. */
interface Expected {
  readonly id: string;
  readonly note?: string;
  readonly scenario?: string;
  /** The day whose step has the number, before the words `part`. */
  readonly on?: string;
  readonly part?: string;
  readonly value: string | number | null;
  readonly tolerance?: string | number;
}

/** A sheet, and what it comes to and is found in it, by values that nobody of the product worked out. */
interface Case {
  readonly name: string;
  readonly source: string;
  readonly sheet: string;
  readonly clean?: string;
  readonly expect?: readonly Expected[];
  readonly finds?: readonly string[];
  readonly quiet?: readonly string[];
  readonly notErrors?: boolean;
  readonly notSilent?: readonly string[];
  readonly never?: readonly string[];
}

const read = (name: string): readonly Case[] =>
  JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8"));

describe.each(["life", "reported", "worked"])("%s", (list) => {
  test.each(read(list).map((one) => [one.name, one] as const))("%s", (_, one) => {
    expect(faultsOf(one), one.source).toEqual([]);
  });
});

/** Why a case does not hold; nothing where it does. */
function faultsOf(one: Case): string[] {
  const notes = explain(analyse(one.sheet, undefined));
  const problems = problemsIn(one.sheet);
  const codes = new Set<string>(problems.map(({ code }) => code));
  const heavy = problems.filter(({ severity }) => severity === "error" || severity === "warning");
  const said = JSON.stringify(notes) + problems.map(({ message }) => message).join("\n");
  return [
    ...(one.expect ?? []).flatMap((expected) => figureFault(expected, notes)),
    ...(one.finds ?? []).flatMap((code) => {
      if (code !== "*") return codes.has(code) ? [] : [`no ${code}`];
      const before = problemsIn(one.clean ?? "").map((problem) => problem.code);
      return heavy.some((problem) => !before.includes(problem.code)) ? [] : ["the mistake is not found"];
    }),
    ...(one.quiet ?? []).filter((code) => codes.has(code)).map((code) => `says ${code}`),
    ...(one.notErrors
      ? heavy.filter(({ severity }) => severity === "error").map(({ code }) => `error ${code}`)
      : []),
    ...(one.notSilent ?? []).filter(
      (id) => heavy.length === 0 && valuesOf({ id, value: null }, notes).length === 0,
    ),
    ...(one.never ?? []).filter((words) => said.includes(words)).map((words) => `prints “${words}”`),
  ];
}

function figureFault(expected: Expected, notes: readonly Explanation[]): string[] {
  const values = valuesOf(expected, notes);
  const label = `${expected.scenario ? `${expected.scenario}: ` : ""}${expected.id}`;
  if (expected.value === null)
    return values.length > 0 ? [`${label} is ${values[0]}, and should not be there`] : [];
  return values.some((value) => isNear(value, expected))
    ? []
    : [`${label} is ${values.join(" / ") || "none"}, not ${expected.value}`];
}

/** The values that a figure has, or the number inside its step for a day. */
function valuesOf({ id, note, scenario, on, part }: Expected, notes: readonly Explanation[]): string[] {
  const whole = note === undefined ? notes[0] : notes.find(({ name }) => name === note);
  const place = scenario === undefined ? whole : whole?.scenarios.find(({ name }) => name === scenario);
  const found = (place?.figures ?? []).filter(
    (one) => one.id === id && (part !== undefined || !on || one.on === on),
  );
  if (part === undefined || on === undefined) return found.flatMap(({ value }) => value ?? []);
  const day = parseIsoDate(on);
  const lead = `on ${day === undefined ? on : longDate(day)},`;
  const step = found
    .flatMap(({ steps }) => steps.map((text) => text.trim()))
    .find((text) => text.startsWith(lead));
  const [, number] = new RegExp(`([-−]?[\\d,.]+)\\s*${part}`).exec(step ?? "") ?? [];
  return number === undefined ? [] : [number.replaceAll(",", "").replace("−", "-")];
}

/** Whether a value is the expected one within its tolerance; a number inside a step is a percentage. */
function isNear(value: string, { value: due, tolerance = 0, part }: Expected): boolean {
  const [got, aim, most] = [value, String(due), plainDigits(tolerance)].map((digits) => parseExact(digits));
  if (!got || !aim || !most) return value === String(due);
  const is = part?.startsWith("%") ? divide(got, whole(100)) : got;
  return compare(absolute(subtract(is, aim)), most) <= 0;
}

function absolute(number: Exact): Exact {
  return compare(number, zero) < 0 ? negate(number) : number;
}

/** Digits without an exponent. */
function plainDigits(number: string | number): string {
  const text = String(number);
  return /e/i.test(text) ? Number(text).toFixed(20) : text;
}
