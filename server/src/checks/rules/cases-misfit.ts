import type { Fix } from "../../base/problem.ts";
import { listing } from "../../base/words.ts";
import { evaluate, type Situation } from "../../finance/engine/formula.ts";
import { clausesIn } from "../../finance/engine/view.ts";
import { resolveDate } from "../../finance/inputs/clauses.ts";
import { convertibleFrom, convertibleUntil } from "../../finance/inputs/dates.ts";
import type { Bound, BoundNote, Said } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { type Day, daysBetween, longDate } from "../../quantity/date.ts";
import { conditionsOfNote } from "../conditions.ts";
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
  find: ({ note, alone }) => [
    ...timed(note, alone).flatMap((clause) => [
      ...unordered(clause),
      ...joints(clause),
      ...unreached(clause, alone),
    ]),
    ...uncovered(note, alone),
  ],
});

interface Timed {
  readonly said: Said<unknown>;
  readonly name: string;
  readonly days: Days;
}

/** What one clause says at several times, in the order of the text. */
interface TimedClause {
  readonly statements: readonly Timed[];
  /** Whether it is said without a time too: that then holds on every day left. */
  readonly always: boolean;
  /** Whether it runs from one moment to the next, as interest does: a switch on a day is then no overlap. */
  readonly runs: boolean;
}

/** The clauses that are said for several times, each with the days of every statement; those with open days are left out. */
function timed(note: BoundNote, alone: Situation): TimedClause[] {
  const { interest, conversion: converting, qualifiedFinancing, changeOfControl, extension } = note.clauses;
  const blocks = [interest, converting, qualifiedFinancing, changeOfControl].filter(({ clause }) => clause);
  const found: TimedClause[] = [];
  if (conditionsOfNote(note).length === 0) return found;
  for (const clauses of [note.clauses, ...blocks.map(({ inner }) => inner)]) {
    for (const [, entry] of clausesIn<unknown>(clauses)) {
      // Until when the maturity may be put off is no time at which the clause holds.
      if (!isSaid(entry) || entry === extension) continue;
      if (entry.cases.length === 0 && !entry.condition) continue;
      const statements = timesOf(entry, note, alone);
      const always = statements.length < statementsOf(entry).length;
      if (statements.length > 0) found.push({ statements, always, runs: clauses === interest.inner });
    }
  }
  return found;
}

/** The statements of a clause that hold at times; none where one of them hangs on anything else. */
function timesOf(bound: Bound<unknown>, note: BoundNote, alone: Situation): Timed[] {
  const all = statementsOf(bound);
  if (all.some(({ condition }) => condition && !isTime(condition.kind))) return [];
  return all.flatMap((said) => {
    const days = daysOfCase(said, alone);
    return days ? [{ said, name: nameOf(said, note), days }] : [];
  });
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
function joints({ statements, always, runs }: TimedClause): Finding[] {
  const ending = statements.filter(({ days }) => days.last !== undefined);
  const beginning = statements.filter(({ days }) => days.first !== undefined);
  const [before] = ending.toSorted((a, b) => (b.days.last as Day) - (a.days.last as Day));
  const [after] = beginning.toSorted((a, b) => (a.days.first as Day) - (b.days.first as Day));
  if (!before || !after) return [];
  const [last, first] = [before.days.last as Day, after.days.first as Day];
  const apart = daysBetween(last, first) - 1;
  if (apart === 0 || (runs && apart === -1) || (always && apart > 0)) return [];
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

/** Statements that are open to the same side, where the one that stands last counts on every day of the other. */
function unordered({ statements }: TimedClause): Finding[] {
  const ending = statements.filter(({ days }) => days.last !== undefined);
  const beginning = statements.filter(({ days }) => days.first !== undefined);
  const overridden = (same: readonly Timed[], isOver: (first: Day, second: Day) => boolean): Finding[] =>
    same.flatMap((second, index) => {
      const first = same[index - 1];
      const [a, b] = [first, second].map((one) => one?.days.first ?? one?.days.last);
      if (!first || a === undefined || b === undefined || !isOver(a, b)) return [];
      const [one, other] = [first, second].map(({ said }) => `“${said.condition?.text ?? ""}”`);
      return [
        {
          span: second.said.clause.name,
          message: `The ${second.name} is said ${one} and ${other}: on every day of the first the second holds too, and of several the one that stands last counts. The first is never used; exchange the two.`,
          related: [{ message: "The statement that is never used.", span: first.said.clause.name }],
        },
      ];
    });
  return [
    ...overridden(ending, (first, second) => first <= second),
    ...overridden(beginning, (first, second) => first >= second),
  ];
}

/** Days of the conversion or of the term for which a price, or a rate, that is said for times alone says nothing. */
function uncovered(note: BoundNote, alone: Situation): Finding[] {
  const term = termOf(alone);
  if (!term) return [];
  const { conversion: converting, interest } = note.clauses;
  const opens = known(evaluate(convertibleFrom, alone));
  const closes = known(evaluate(convertibleUntil, alone));
  const open = {
    first: opens ?? term.first,
    last: closes !== undefined && closes < term.last ? closes : term.last,
  };
  return [
    ...lacking(timesOf(converting.inner.price, note, alone), converting.inner.price, open),
    ...lacking(timesOf(interest.inner.rate, note, alone), interest.inner.rate, term),
  ];
}

function lacking(
  statements: readonly Timed[],
  bound: Bound<unknown>,
  { first, last }: { readonly first: Day; readonly last: Day },
): Finding[] {
  const [one] = statements;
  if (!one || statements.length < statementsOf(bound).length) return [];
  const ends = statements.map(({ days }) => days.last);
  const begins = statements.map(({ days }) => days.first);
  const end = ends.includes(undefined) ? undefined : Math.max(...ends.map((day) => day ?? 0));
  const begin = begins.includes(undefined) ? undefined : Math.min(...begins.map((day) => day ?? 0));
  const said = `it is said ${listing(statements.map(({ said: { condition } }) => `“${condition?.text ?? ""}”`))} alone`;
  const finding = (when: string): Finding[] => [
    {
      span: one.said.clause.name,
      message: `${when} nothing says the ${one.name}: ${said}. Say what holds then.`,
    },
  ];
  if (end !== undefined && end < last) return finding(`After ${longDate(end as Day)}`);
  if (begin !== undefined && begin > first) return finding(`Before ${longDate(begin as Day)}`);
  return [];
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
function unreached({ statements }: TimedClause, alone: Situation): Finding[] {
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
