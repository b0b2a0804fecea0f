import type { DateMeaning } from "../catalog/value.ts";
import { stepOpenDays } from "../market/windows.ts";
import type { Bound } from "../note/bound.ts";
import { dated } from "../quantity/arithmetic.ts";
import { newYorkBanks, nextOpenDay } from "../quantity/calendar.ts";
import { addDays, addMonths, type Day, longDate } from "../quantity/date.ts";
import {
  dateFigure,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  waiting,
} from "../quantity/figure.ts";
import { clauseSource, readingOf, whereSaid } from "./clauses.ts";
import { evaluate, type Situation, type Source, step } from "./formula.ts";
import { clauseName } from "./names.ts";

export const issued = dateSource("note/issued", ({ note }) => note.clauses.issued);

export const stated = { maturity: dateSource("note/matures", ({ note }) => note.clauses.matures) };

export const funded: Source<Figure<"date">> = dateSource("note/funded", ({ note }) => note.clauses.funded);
const fundedWhereSaid = whereSaid(funded, ({ note }) => note.clauses.funded);

/** The due date; moved to the next business day only where a reading asks for it. */
export const matures: Source<Figure<"date">> = step(
  "matures",
  { due: stated.maturity },
  ({ due }, situation) => {
    const day = dayOf(due);
    if (newYorkBanks.isOpen(day) || readingOf("payment-day", situation).id === "that day") return due;
    const moved = nextOpenDay(newYorkBanks, day);
    return moved === undefined
      ? due
      : named(due.name ?? "matures", dated(moved, "the next business day", [due]));
  },
  { points: ["payment-day"] },
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
  const source = clauseSource(path, pick);
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
  if (date.kind === "day") return dateFigure(date.day, { kind: "stated", text: date.text, span: date.span });
  const anchor = dayOfEvent(date.event, situation);
  if (isWaiting(anchor)) return anchor;
  if (date.kind === "event")
    return { ...anchor, origin: { kind: "stated", text: date.text, span: date.span } };
  const count = date.side === "after" ? date.count : -date.count;
  const day = moved(dayOf(anchor), count, date.unit);
  return day === undefined
    ? waiting(`a date within the calendar (“${date.text}” from ${longDate(dayOf(anchor))})`)
    : dated(day, date.text, [anchor]);
}

/** The day of an event: of the note's own clauses, else the conversion date. A note that names no funding is funded when it is issued. */
export function dayOfEvent(
  event: Exclude<DateMeaning, { kind: "day" }>["event"],
  situation: Situation,
): Result<"date"> {
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
  }
}

function moved(
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
