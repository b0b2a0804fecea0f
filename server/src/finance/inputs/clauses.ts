import { listing } from "../../base/words.ts";
import type { ConditionMeaning, DateMeaning, EventMeaning } from "../../catalog/value.ts";
import type { Bound, Said } from "../../note/bound.ts";
import { choose, dated } from "../../quantity/arithmetic.ts";
import { longDate } from "../../quantity/date.ts";
import {
  assuming,
  dateFigure,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { evaluate, type Situation, type Source } from "../engine/formula.ts";
import { clauseName } from "../engine/names.ts";
import { definitions } from "./defined.ts";
import { needOf } from "./readings.ts";
import { moved } from "./steps.ts";

// What a clause says depends on the day, where it is said under conditions, and a day is what a clause says: the two
// rest on each other, so they stand together.

/** Finds the clause in a situation. */
type Finder<M> = (situation: Situation) => Bound<M> | undefined;

/**
 * A clause of the note as a source; waits, in words, for one that is not said, or that holds on another day. Dates give
 * the label themselves.
 */
export function clauseSource<M>(path: string, pick: Finder<M>, label = clauseName(path)): Source<M> {
  return {
    label,
    needs: [],
    clauses: [path],
    read: (situation) => {
      const said = pick(situation);
      const bound = said && caseIn(said, situation);
      if (isWaiting(bound)) return bound;
      if (bound?.state === "said") return bound.meaning;
      if (bound?.state === "absent" && bound.condition)
        return waiting(`a day on which the clause “${label}” holds: it is said “${bound.condition.text}”`);
      return waiting(needOf(label, bound?.state ?? "absent"));
    },
  };
}

/** A clause's source where the note may do without the clause: undefined where it is silent or has none. */
export function whereSaid<T>(source: Source<T>, pick: Finder<unknown>): Source<T | undefined> {
  return {
    ...source,
    read: (situation) => (isSaidIn(pick(situation), situation) ? evaluate(source, situation) : undefined),
  };
}

/** Whether a clause speaks in a situation: it is there, and none of its conditions says that there is none. */
export function isSaidIn(bound: Bound<unknown> | undefined, situation: Situation): boolean {
  const here = bound && caseIn(bound, situation);
  if (here === undefined) return false;
  return isWaiting(here) || (here.state !== "absent" && here.state !== "none");
}

export function optionalClause<M>(path: string, pick: Finder<M>): Source<M | undefined> {
  return whereSaid(clauseSource(path, pick), pick);
}

/** Clauses that a formula reads by itself: named among its needs, so that they are known to bear on it. */
export function restingOn(...paths: readonly string[]): Source<undefined> {
  return { label: paths.map(clauseName).join(", "), needs: [], clauses: paths, read: () => undefined };
}

/** A clause that states a number: its figure goes under the clause's name. */
export function figureSource<F extends Figure>(path: string, pick: Finder<F>): Source<F> {
  const source = clauseSource(path, pick);
  return {
    ...source,
    read: (situation) => {
      const value = source.read(situation);
      return isWaiting(value) ? value : { ...value, name: source.label };
    },
  };
}

/**
 * What a clause says in a situation, where it is said under conditions: the last one that holds, else the base case.
 * Days are judged by the conversion date; without one the base case stands, and where there is none the clause waits.
 */
export function caseIn<M>(bound: Bound<M>, situation: Situation): Bound<M> | Waiting {
  if (bound.state !== "said" || (bound.cases.length === 0 && bound.gaps.length === 0 && !bound.condition))
    return bound;
  return caseOn(bound, evaluate(conversionDate, situation), situation);
}

/** The same on a given day. */
export function caseOn<M>(bound: Said<M>, day: Result<"date">, situation: Situation): Bound<M> | Waiting {
  const statements = [bound, ...bound.cases, ...bound.gaps].sort(
    (a, b) => (a.clause?.span.start ?? 0) - (b.clause?.span.start ?? 0),
  );
  const base = statements.find(({ condition }) => !condition);
  const judged = statements.flatMap((statement) =>
    statement.condition ? [{ statement, holds: holdsOn(statement.condition, day, situation) }] : [],
  );
  const holding = judged.findLast(({ holds }) => holds === true)?.statement;
  if (holding) return holding;
  if (base) return base;
  const open = judged.map(({ holds }) => holds).filter(isWaiting);
  if (open.length > 0) return waiting(...open.flatMap(({ waitingFor }) => waitingFor));
  const texts = judged.map(({ statement }) => `“${statement.condition?.text ?? ""}”`).join(", ");
  return waiting(`a day on which the clause holds: it is said ${texts}`);
}

/** Whether a condition holds on a day; waits for the day, or for one that the condition counts from. */
export function holdsOn(
  condition: ConditionMeaning,
  day: Result<"date">,
  situation: Situation,
): boolean | Waiting {
  switch (condition.kind) {
    case "until":
    case "from":
    case "after": {
      if (isWaiting(day)) return day;
      const bound = resolveDate(condition.date, situation);
      if (isWaiting(bound)) return bound;
      const distance = dayOf(day) - dayOf(bound);
      if (condition.kind === "until") return distance <= 0;
      if (condition.kind === "from" ? distance < 0 : distance <= 0) return false;
      const end = condition.until && resolveDate(condition.until, situation);
      return isWaiting(end) ? end : !end || dayOf(day) <= dayOf(end);
    }
    case "on": {
      if (situation.scenario === undefined) return false;
      return notAfter(dayOfEvent(condition.event, situation), day);
    }
    case "unless": {
      if (situation.scenario === undefined) return false;
      const by = condition.by && resolveDate(condition.by, situation);
      if (isWaiting(by)) return by;
      const happened = dayOfEvent(condition.event, situation);
      const intime = !isWaiting(happened) && (!by || dayOf(happened) <= dayOf(by));
      if (intime) return false;
      return by ? notAfter(by, day) : true;
    }
  }
}

/** Whether something has happened by a day: what no scenario brings has not. */
function notAfter(event: Figure<"date"> | Waiting, day: Result<"date">): boolean | Waiting {
  if (isWaiting(event)) return false;
  return isWaiting(day) ? day : dayOf(event) <= dayOf(day);
}

export const issued = dateSource("note/issued", ({ note }) => note.clauses.issued);

export const stated = { maturity: dateSource("note/matures", ({ note }) => note.clauses.matures) };

export const funded: Source<Figure<"date">> = dateSource("note/funded", ({ note }) => note.clauses.funded);
const fundedWhereSaid = whereSaid(funded, ({ note }) => note.clauses.funded);

/** The scenario's day, else the market's, else the one of the settings or the command line. */
export const conversionDate: Source<Figure<"date">> = {
  label: "conversion date",
  needs: [],
  clauses: ["scenario/on", "market/valuedOn"],
  read: (situation) => {
    if (situation.scenario) return evaluate(scenarioDay, situation);
    const ofMarket = evaluate(valuedOn, situation);
    if (ofMarket) return ofMarket;
    if (situation.valuedOn !== undefined) {
      const origin = { kind: "given", by: "the day set for valuation", span: undefined } as const;
      return named("conversion date", dateFigure(situation.valuedOn, origin));
    }
    return waiting("a conversion date: a scenario, or “valued on” in the market");
  },
};

export const scenarioDay = dateSource(
  "scenario/on",
  ({ scenario }) => scenario?.clauses.on,
  "conversion date",
);

const valuedOn = whereSaid(
  dateSource("market/valuedOn", ({ market }) => market?.clauses.valuedOn, "conversion date"),
  ({ market }) => market?.clauses.valuedOn,
);

/** A clause that gives a date, with relative dates counted from where they count. */
export function dateSource(
  path: string,
  pick: (situation: Situation) => Bound<DateMeaning> | undefined,
  label = clauseName(path),
): Source<Figure<"date">> {
  const source = clauseSource(path, pick, clauseName(path));
  return {
    ...source,
    label,
    read: (situation) => {
      const date = source.read(situation);
      if (isWaiting(date)) return date;
      const day = resolveDate(date, situation);
      return isWaiting(day) ? day : named(label, day);
    },
  };
}

/** The day that a date means in this situation; waits for the event it counts from. */
export function resolveDate(date: DateMeaning, situation: Situation): Result<"date"> {
  switch (date.kind) {
    case "day":
      return dateFigure(date.day, { kind: "stated", text: date.text, span: date.span });
    case "best":
      return bestDate(date.alternatives, date.pick, situation);
    case "event": {
      const day = dayOfEvent(date, situation);
      return isWaiting(day) ? day : { ...day, origin: { kind: "stated", text: date.text, span: date.span } };
    }
    case "relative": {
      const anchor = dayOfEvent(date, situation);
      if (isWaiting(anchor)) return anchor;
      const count = date.side === "after" ? date.count : -date.count;
      const day = moved(dayOf(anchor), count, date.unit);
      return day === undefined
        ? waiting(`a date within the calendar (“${date.text}” from ${longDate(dayOf(anchor))})`)
        : dated(day, date.text, [anchor]);
    }
  }
}

/**
 * The earliest or the latest of several days. An event that a scenario does not bring leaves the others to decide:
 * what never happens is not the earlier, and what has not happened can't be the later.
 */
function bestDate(
  alternatives: readonly DateMeaning[],
  pick: "earliest" | "latest",
  situation: Situation,
): Result<"date"> {
  const days = alternatives.map((alternative) => resolveDate(alternative, situation));
  const missing = days.filter(isWaiting);
  const known = days.filter((day) => !isWaiting(day)) as Figure<"date">[];
  if (known.length === 0 || (pick === "latest" && missing.length > 0))
    return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
  const labels = alternatives.flatMap(({ text }, index) => (isWaiting(days[index]) ? [] : [text]));
  const [only] = known;
  const best =
    only && known.length === 1
      ? only
      : choose(pick === "earliest" ? "lowest" : "highest", known, `${pick} of`, labels);
  const open = alternatives.flatMap(({ text }, index) => (isWaiting(days[index]) ? [text] : []));
  return open.length === 0 ? best : assuming(best, `${listing(open)} has not happened`);
}

/** The day of an event: of the note's own clauses, else the conversion date. A note that names no funding is funded when it is issued. */
export function dayOfEvent({ event, name }: EventMeaning, situation: Situation): Result<"date"> {
  switch (event) {
    case "issue":
      return evaluate(issued, situation);
    case "funding":
      return evaluate(fundedWhereSaid, situation) ?? evaluate(issued, situation);
    case "maturity":
      return evaluate(stated.maturity, situation);
    case "conversion":
    case "payment":
    case "notice":
      return evaluate(conversionDate, situation);
    case "default":
      return evaluate(defaultDay, situation) ?? waiting("a scenario with an “event of default”");
    case "closing":
    case "named":
      return happeningNamed(name ?? "", situation);
  }
}

/** The day of the scenario's event of default; undefined where it has none. */
export const defaultDay: Source<Figure<"date"> | undefined> = whereSaid(
  dateSource("scenario/eventOfDefault", ({ scenario }) => scenario?.clauses.eventOfDefault),
  ({ scenario }) => scenario?.clauses.eventOfDefault,
);

const days = definitions<Figure<"date">>();

function dayGiven(date: DateMeaning, name: string): Source<Figure<"date">> {
  return days(date, undefined, `the day of “${name}”`, (situation) => resolveDate(date, situation));
}

/** The day of something that a scenario says happens, or that a term defines. */
function happeningNamed(name: string, situation: Situation): Result<"date"> {
  const { closing = [], event = [] } = situation.scenario?.clauses ?? {};
  const found = [...closing, ...event].find(
    ({ meaning }) => meaning.name.toLowerCase() === name.toLowerCase(),
  );
  if (found) return evaluate(dayGiven(found.meaning.date, name), situation);
  const term = situation.terms.get(name.toLowerCase())?.definition;
  if (term?.state === "said" && term.meaning.kind === "date")
    return evaluate(dayGiven(term.meaning.date, name), situation);
  return waiting(`the day of “${name}”: a scenario gives it`);
}
