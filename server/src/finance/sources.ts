import type { BlockSpec } from "../catalog/clause.ts";
import { compoundings, plainThirty } from "../catalog/interest.ts";
import { file } from "../catalog/note.ts";
import { type OpenPoint, type PointId, pointOf, type Reading } from "../catalog/points.ts";
import type { DateMeaning } from "../catalog/value.ts";
import { stepOpenDays } from "../market/windows.ts";
import type { Bound } from "../note/bound.ts";
import { dated } from "../quantity/arithmetic.ts";
import { newYorkBanks, nextOpenDay } from "../quantity/calendar.ts";
import { addDays, addMonths, type Day, longDate } from "../quantity/date.ts";
import type { DayCountName } from "../quantity/day-count.ts";
import { zero } from "../quantity/exact.ts";
import {
  dateFigure,
  dayOf,
  type Figure,
  figure,
  isWaiting,
  named,
  type Result,
  waiting,
} from "../quantity/figure.ts";
import { evaluate, type Situation, type Source, step } from "./formula.ts";

/** A clause of the note as a source; waits, in words, for one that is not said. */
export function clauseSource<M>(
  path: string,
  pick: (situation: Situation) => Bound<M> | undefined,
): Source<M> {
  const label = clauseName(path);
  return {
    label,
    needs: [],
    clauses: [path],
    read: (situation) => {
      const bound = pick(situation);
      return bound?.state === "said" ? bound.meaning : waiting(needOf(label, bound?.state ?? "absent"));
    },
  };
}

/** A clause that states a number: its figure goes under the clause's name. */
export function figureSource<F extends Figure>(
  path: string,
  pick: (situation: Situation) => Bound<F> | undefined,
): Source<F> {
  const source = clauseSource(path, pick);
  return {
    ...source,
    read: (situation) => {
      const value = source.read(situation);
      return isWaiting(value) ? value : { ...value, name: source.label };
    },
  };
}

function needOf(label: string, state: Exclude<Bound<unknown>["state"], "said">): string {
  switch (state) {
    case "absent":
      return `the clause “${label}”`;
    case "none":
      return `“${label}”, of which the note has none`;
    case "blank":
      return `the blank in “${label}”`;
    case "unread":
      return `the clause “${label}”, which can't be read yet`;
  }
}

/** The first name of the clause at a path. */
export function clauseName(path: string): string {
  let block: BlockSpec | undefined = file;
  let label = path;
  for (const id of path.split("/")) {
    const spec: BlockSpec["clauses"][string] | undefined = block?.clauses[id];
    label = spec?.names[0] ?? id;
    block = spec?.block;
  }
  return label;
}

/** How an open point is read here. */
export function readingOf(point: PointId, situation: Situation): Reading {
  const { readings }: OpenPoint = pointOf(point);
  const wanted = situation.readings.get(point);
  return readings.find(({ id }) => id === wanted) ?? readings[0];
}

/** The origin of what an open point fills in. */
export function assumedBy(
  point: PointId,
  situation: Situation,
): { readonly kind: "assumed"; readonly because: string } {
  const reading = readingOf(point, situation);
  const { readings, because, question }: OpenPoint = pointOf(point);
  return {
    kind: "assumed",
    because: reading.id === readings[0].id ? because : `${question}: ${reading.text}`,
  };
}

// Money and dates of the note

export const principal = figureSource("note/principal", ({ note }) => note.clauses.principal);
export const surrenderedValue = figureSource(
  "note/exchange/value",
  ({ note }) => note.clauses.exchange.inner.value,
);

export const issued = dateSource("note/issued", ({ note }) => note.clauses.issued);
export const stated = { maturity: dateSource("note/matures", ({ note }) => note.clauses.matures) };

export const funded: Source<Figure<"date">> = dateSource("note/funded", ({ note }) => note.clauses.funded);

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
  { point: "payment-day" },
);

export const convertibleFrom = dateSource(
  "note/conversion/from",
  ({ note }) => note.clauses.conversion.inner.from,
);
export const convertibleUntil = dateSource(
  "note/conversion/until",
  ({ note }) => note.clauses.conversion.inner.until,
);

// Interest

/** The rate a year; none where the note bears no interest. */
export const rate: Source<Figure<"ratio">> = {
  ...figureSource("note/interest/rate", ({ note }) => note.clauses.interest.inner.rate),
  read: (situation) => {
    const { interest } = situation.note.clauses;
    const bound = interest.inner.rate;
    if (bound.state === "said") return { ...bound.meaning, name: "rate" };
    if (bound.state === "none") {
      const clause = bound.clause ?? interest.clause;
      const text = situation.text.slice(clause?.span.start ?? 0, clause?.span.end ?? 0);
      return named(
        "rate",
        figure("ratio", zero, { kind: "stated", text, span: clause?.span ?? { start: 0, end: 0 } }),
      );
    }
    return waiting(interest.state === "absent" ? "the clause “interest”" : needOf("rate", bound.state));
  },
};

export const defaultRate = figureSource(
  "note/interest/defaultRate",
  ({ note }) => note.clauses.interest.inner.defaultRate,
);

export interface DayCountChoice {
  readonly convention: DayCountName;
  /** Set where the note does not state it. */
  readonly assumed: { readonly kind: "assumed"; readonly because: string } | undefined;
}

export const dayCount: Source<DayCountChoice> = {
  label: "day count",
  needs: [],
  clauses: ["note/interest/dayCount"],
  point: "day-count",
  read: (situation) => {
    const bound = situation.note.clauses.interest.inner.dayCount;
    if (bound.state === "blank" || bound.state === "unread") return waiting(needOf("day count", bound.state));
    if (bound.state === "said" && bound.meaning !== plainThirty)
      return { convention: bound.meaning, assumed: undefined };
    const point = bound.state === "said" ? "thirty-360" : "day-count";
    return {
      convention: readingOf(point, situation).id as DayCountName,
      assumed: assumedBy(point, situation),
    };
  },
};

export interface CompoundingChoice {
  /** Times a year; undefined for simple interest. */
  readonly perYear: number | "continuously" | undefined;
  readonly text: string;
  readonly assumed: { readonly kind: "assumed"; readonly because: string } | undefined;
}

export const compounding: Source<CompoundingChoice> = {
  label: "compounding",
  needs: [],
  clauses: ["note/interest/compounded", "note/interest/simple"],
  point: "compounding",
  read: (situation) => {
    const { compounded, simple } = situation.note.clauses.interest.inner;
    if (compounded.state === "said") {
      const found = compoundings.find(({ word }) => word === compounded.meaning);
      return { perYear: found?.perYear, text: `compounded ${compounded.meaning}`, assumed: undefined };
    }
    if (compounded.state === "blank") return waiting(needOf("compounded", "blank"));
    const assumed = simple.state === "said" ? undefined : assumedBy("compounding", situation);
    return { perYear: undefined, text: "simple", assumed };
  },
};

/** The day from which interest runs. */
export const accrualStart: Source<Figure<"date">> = {
  label: "accrues from",
  needs: [issued],
  clauses: ["note/interest/accruesFrom", "note/funded"],
  point: "accrual-start",
  read: (situation) => {
    const said = situation.note.clauses.interest.inner.accruesFrom;
    if (said.state === "said") return evaluate(statedStart, situation);
    const origin = assumedBy("accrual-start", situation);
    const fundedDay =
      situation.note.clauses.funded.state === "said" ? evaluate(funded, situation) : undefined;
    const fromFunding =
      readingOf("accrual-start", situation).id === "funded" && fundedDay && !isWaiting(fundedDay);
    const from = fromFunding ? fundedDay : evaluate(issued, situation);
    if (isWaiting(from)) return from;
    return { ...from, name: "accrues from", origin };
  },
};

const statedStart = dateSource(
  "note/interest/accruesFrom",
  ({ note }) => note.clauses.interest.inner.accruesFrom,
);

// The conversion date

/** The scenario's day, else the market's, else the one of the settings or the command line. */
export const conversionDate: Source<Figure<"date">> = {
  label: "conversion date",
  needs: [],
  clauses: ["scenario/on", "market/valuedOn"],
  read: (situation) => {
    if (situation.scenario) return evaluate(scenarioDay, situation);
    if (situation.market?.clauses.valuedOn.state === "said") return evaluate(valuedOn, situation);
    if (situation.valuedOn !== undefined) {
      const origin = { kind: "given", by: "the day set for valuation", span: undefined } as const;
      return named("conversion date", dateFigure(situation.valuedOn, origin));
    }
    return waiting("a conversion date: a scenario, or “valued on” in the market");
  },
};

const scenarioDay = dateSource("scenario/on", ({ scenario }) => scenario?.clauses.on, "conversion date");
const valuedOn = dateSource("market/valuedOn", ({ market }) => market?.clauses.valuedOn, "conversion date");

/** The shares outstanding before the conversion. */
export const outstanding: Source<Figure<"shares">> = {
  label: "shares outstanding",
  needs: [],
  clauses: ["market/outstanding"],
  read: ({ market }) => {
    const bound = market?.clauses.outstanding;
    if (bound?.state === "said") return named("shares outstanding", bound.meaning.shares);
    return waiting(
      market ? needOf("outstanding", bound?.state ?? "absent") : "a market with the shares “outstanding”",
    );
  },
};

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
  const anchor = anchorDay(date.event, situation);
  if (isWaiting(anchor)) return anchor;
  if (date.kind === "event")
    return { ...anchor, origin: { kind: "stated", text: date.text, span: date.span } };
  const count = date.side === "after" ? date.count : -date.count;
  const day = moved(dayOf(anchor), count, date.unit);
  return day === undefined
    ? waiting(`a date within the calendar (“${date.text}” from ${longDate(dayOf(anchor))})`)
    : dated(day, date.text, [anchor]);
}

function anchorDay(
  event: Exclude<DateMeaning, { kind: "day" }>["event"],
  situation: Situation,
): Result<"date"> {
  switch (event) {
    case "issue":
      return evaluate(issued, situation);
    case "funding": {
      const said = situation.note.clauses.funded.state === "said";
      return evaluate(said ? funded : issued, situation);
    }
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
