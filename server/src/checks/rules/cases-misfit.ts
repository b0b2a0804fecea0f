import type { Fix } from "../../base/problem.ts";
import { resolveDate } from "../../finance/dates.ts";
import type { Situation } from "../../finance/formula.ts";
import type { BoundNote, Said } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { type Day, daysBetween, longDate } from "../../quantity/date.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { type Days, known, termOf } from "../spans-of-time.ts";

const conversion = (second: string): string =>
  exampleNote(
    `  conversion {\n    option           holder\n    until            maturity\n    price            $0.50 until day 180\n    price            lesser of { $0.50; 65% of lowest closing bid over prior 10 trading days } ${second}\n    floor            $0.01\n    ownership limit  4.99% after issuance\n  }`,
  );

export const casesMisfit = rule({
  code: "cases-misfit",
  severity: "warning",
  title: "What a clause says at different times overlaps, leaves a gap or never holds",
  why: "A price that is fixed for 180 days and variable “from day 185”, or a rate that steps up after its term, leaves days for which nothing is said, or two things are. The day of the switch is what such clauses turn on.",
  repair: "Let the second statement begin where the first ends: `until day 180` and `after day 180`.",
  bad: conversion("from day 185"),
  good: conversion("after day 180"),
  find: ({ note, alone }) =>
    timed(note, alone).flatMap((statements) => [...joints(statements), ...unreached(statements, alone)]),
});

interface Timed {
  readonly said: Said<unknown>;
  readonly name: string;
  readonly days: Days;
}

/** The clauses that are said for several times, each with the days of every statement; those with open days are left out. */
function timed(note: BoundNote, alone: Situation): (readonly Timed[])[] {
  const { interest, conversion: converting, qualifiedFinancing, changeOfControl } = note.clauses;
  const entries = [
    note.clauses,
    interest.inner,
    converting.inner,
    qualifiedFinancing.inner,
    changeOfControl.inner,
  ];
  return entries.flatMap((clauses) =>
    Object.values(clauses).flatMap((entry: unknown) => {
      if (!isSaid(entry) || (entry.cases.length === 0 && !entry.condition)) return [];
      const statements = statementsOf(entry).flatMap((said) => {
        const days = daysOfCase(said, alone);
        return days ? [{ said, name: nameOf(said, note), days }] : [];
      });
      const open = statementsOf(entry).some(({ condition }) => condition && !isTime(condition.kind));
      return statements.length > 0 && !open ? [statements] : [];
    }),
  );
}

function isSaid(entry: unknown): entry is Said<unknown> {
  return typeof entry === "object" && entry !== null && "cases" in entry && "condition" in entry;
}

function isTime(kind: string): boolean {
  return kind === "until" || kind === "from" || kind === "after";
}

function nameOf({ clause }: Said<unknown>, { tree }: BoundNote): string {
  return tree.text.slice(clause.name.start, clause.name.end).toLowerCase();
}

function daysOfCase({ condition }: Said<unknown>, alone: Situation): Days | undefined {
  if (!condition || condition.kind === "on" || condition.kind === "unless") return undefined;
  const day = known(resolveDate(condition.date, alone));
  if (day === undefined) return undefined;
  if (condition.kind === "until") return { first: undefined, last: day };
  return { first: condition.kind === "from" ? day : ((day + 1) as Day), last: undefined };
}

/** Where one statement ends and another begins: days that neither or both claim. */
function joints(statements: readonly Timed[]): Finding[] {
  const ending = statements.filter(({ days }) => days.last !== undefined);
  const beginning = statements.filter(({ days }) => days.first !== undefined);
  const [before, after] = [ending[0], beginning[0]];
  if (ending.length !== 1 || beginning.length !== 1 || !before || !after) return twice(ending, beginning);
  const [last, first] = [before.days.last as Day, after.days.first as Day];
  const apart = daysBetween(last, first) - 1;
  if (apart === 0) return [];
  const [from, to] = apart > 0 ? [(last + 1) as Day, (first - 1) as Day] : [first, last];
  const when = from === to ? `On ${longDate(from)}` : `From ${longDate(from)} to ${longDate(to)}`;
  const what = apart > 0 ? `nothing says the ${after.name}` : `two statements of the ${after.name} hold`;
  const conditions = `“${before.said.condition?.text}” and “${after.said.condition?.text}”`;
  return [
    {
      span: after.said.clause.name,
      message: `${when} ${what}: it is said ${conditions}. Let the second begin where the first ends.`,
      related: [{ message: "The other statement.", span: before.said.clause.name }],
      fixes: afterFirst(before.said, after.said),
    },
  ];
}

/** Several statements that are open to the same side. */
function twice(ending: readonly Timed[], beginning: readonly Timed[]): Finding[] {
  return [ending, beginning].flatMap((same) => {
    const [first, second] = same;
    if (!first || !second) return [];
    const texts = `“${first.said.condition?.text}” and “${second.said.condition?.text}”`;
    return [
      {
        span: second.said.clause.name,
        message: `The ${second.name} is said ${texts}: on some days both hold, and the one that stands last is used. Give one of them an end.`,
        related: [{ message: "The other statement.", span: first.said.clause.name }],
      },
    ];
  });
}

function afterFirst({ condition: first }: Said<unknown>, { condition, clause }: Said<unknown>): Fix[] {
  if (first?.kind !== "until" || !condition || condition.kind === "on" || condition.kind === "unless")
    return [];
  const words = first.text.replace(/^until\s+/i, "");
  const { span } = condition.date;
  const tokens = clause.phrase.filter(({ startOffset }) => startOffset < span.start);
  const word = tokens.findLast(({ image }) => image.toLowerCase() === condition.kind);
  if (!word) return [];
  return [
    {
      title: `Write “after ${words}”`,
      edits: [{ span: { start: word.startOffset, end: span.end }, text: `after ${words}` }],
    },
  ];
}

/** A statement that begins only when the note is due, by a day that does not say so. */
function unreached(statements: readonly Timed[], alone: Situation): Finding[] {
  const term = termOf(alone);
  const { matures } = alone.note.clauses;
  if (!term || matures.state !== "said") return [];
  return statements.flatMap(({ said, name, days }) => {
    const { condition } = said;
    if (days.first === undefined || days.first <= term.last || !condition) return [];
    if (/matur/i.test(condition.text)) return [];
    return [
      {
        span: said.clause.name,
        message: `What the ${name} is “${condition.text}” begins on ${longDate(days.first)}, after the note is due on ${longDate(term.last)}: unless it stays unpaid, that never holds. Correct the day that is wrong.`,
        related: [{ message: `Due ${longDate(term.last)}.`, span: matures.span }],
      },
    ];
  });
}
