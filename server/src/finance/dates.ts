import { listing } from "../base/words.ts";
import type { DateMeaning, EventMeaning } from "../catalog/value.ts";
import { stepOpenDays } from "../market/windows.ts";
import type { Bound } from "../note/bound.ts";
import { choose, dated } from "../quantity/arithmetic.ts";
import { addDays, addMonths, type Day, longDate } from "../quantity/date.ts";
import {
  assuming,
  dateFigure,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  waiting,
} from "../quantity/figure.ts";
import { clauseSource, whereSaid } from "./clauses.ts";
import { evaluate, type Situation, type Source, step } from "./formula.ts";
import { clauseName } from "./names.ts";
import { maturityPaidOn, paymentDayClauses } from "./payment-days.ts";

export const issued = dateSource("note/issued", ({ note }) => note.clauses.issued);

export const stated = { maturity: dateSource("note/matures", ({ note }) => note.clauses.matures) };

export const funded: Source<Figure<"date">> = dateSource("note/funded", ({ note }) => note.clauses.funded);
const fundedWhereSaid = whereSaid(funded, ({ note }) => note.clauses.funded);

/** The day on which the note is paid: the due date, or where banks are closed then the business day in its place. */
export const matures: Source<Figure<"date">> = step(
  "matures",
  { due: stated.maturity },
  ({ due }, situation) => maturityPaidOn(due, situation),
  { clauses: paymentDayClauses, points: ["payment-day"] },
);

export const convertibleFrom = dateSource(
  "note/conversion/from",
  ({ note }) => note.clauses.conversion.inner.from,
);

export const convertibleUntil = dateSource(
  "note/conversion/until",
  ({ note }) => note.clauses.conversion.inner.until,
);

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

/** The day of something that a scenario says happens, or that a term defines. */
function happeningNamed(name: string, situation: Situation): Result<"date"> {
  const { closing = [], event = [] } = situation.scenario?.clauses ?? {};
  const found = [...closing, ...event].find(
    ({ meaning }) => meaning.name.toLowerCase() === name.toLowerCase(),
  );
  if (found) return resolveDate(found.meaning.date, situation);
  const term = situation.terms.get(name.toLowerCase())?.definition;
  if (term?.state === "said" && term.meaning.kind === "date")
    return resolveDate(term.meaning.date, situation);
  return waiting(`the day of “${name}”: a scenario gives it`);
}

/** The day so many units later, or earlier where the count is below zero; undefined beyond the calendar. */
export function moved(
  from: Day,
  count: number,
  unit: Extract<DateMeaning, { kind: "relative" }>["unit"],
): Day | undefined {
  if (Math.abs(count) > 1_000_000) return undefined;
  switch (unit) {
    case "day":
      return addDays(from, count);
    case "week":
      return addDays(from, count * 7);
    case "month":
      return addMonths(from, count);
    case "year":
      return addMonths(from, count * 12);
    case "trading day":
    case "business day":
      return stepOpenDays(unit, from, count);
  }
}
