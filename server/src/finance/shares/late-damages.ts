import { counted, grouped } from "../../base/words.ts";
import type { AmountMeaning, PeriodMeaning, ScheduleRow } from "../../catalog/value.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { addMonths } from "../../quantity/date.ts";
import * as exact from "../../quantity/exact.ts";
import {
  assuming,
  dayOf,
  type Figure,
  figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { amountConvertedAtMaturity, conversionAmount } from "../conversion/amount.ts";
import { noteSource } from "../conversion/note-source.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { clauseSource, conversionDate, optionalClause } from "../inputs/clauses.ts";
import { principal } from "../inputs/sources.ts";
import { convertedInterest } from "../interest/accounts.ts";
import { amountOf, type Balance } from "../interest/balance.ts";
import { accruedInterest } from "../interest/interest.ts";

/** More days late than anybody waits; beyond them nothing is counted. */
const mostDays = 3_660;

/** How late the damages are shown for where no scenario says how late the shares are. */
const shownDays = [30, 60, 90] as const;

const period = clauseSource("scenario/deliveredLate", ({ scenario }) => scenario?.clauses.deliveredLate);

const daysLate: Source<number> = step(
  "days late",
  { period, date: optional(conversionDate) },
  ({ period: late, date }) => daysIn(late, date) ?? waiting(`fewer than ${counted(mostDays, "day")} late`),
);

/** Days count as the clause counts them; a month or a year from the conversion date. */
function daysIn({ count, unit }: PeriodMeaning, date: Figure<"date"> | undefined): number | undefined {
  const months = unit === "month" ? count : unit === "year" ? 12 * count : undefined;
  if (months === undefined) return within(unit === "week" ? 7 * count : count);
  const end = date && addMonths(dayOf(date), months);
  return date && end !== undefined ? within(end - dayOf(date)) : undefined;
}

function within(days: number): number | undefined {
  return days >= 0 && days <= mostDays ? days : undefined;
}

const mostDamages = optionalClause(
  "note/conversion/mostDamages",
  ({ note }) => note.clauses.conversion.inner.mostDamages,
);

const rowsOf = ({ note }: Situation): readonly ScheduleRow[] =>
  note.clauses.conversion.inner.lateDelivery.rows;

export const lateDamages = formula({
  id: "late-damages",
  label: "damages for late shares",
  kind: "money",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "the sum over the days late of what the schedule says that each costs, at most what the note caps them at; without a scenario for 30, 60 and 90 days",
    rounding: "to cents, half up, once",
    source: noteSource,
  },
  applies: ({ note, scenario }) =>
    note.clauses.conversion.inner.lateDelivery.state === "said" &&
    (scenario === undefined || scenario.clauses.deliveredLate.state === "said"),
  headline: { rank: 6, say: (shown) => `${shown} of damages` },
  needs: {
    damages: step(
      "damages for late shares",
      {
        late: optional(daysLate),
        cap: mostDamages,
        principal: optional(principal),
        amount: optional(conversionAmount),
        due: optional(amountConvertedAtMaturity),
      },
      ({ cap }, situation) => {
        if (rowsOf(situation).length === 0) return waiting("a schedule of damages that can be read");
        const upTo = (days: number): Result<"money"> => {
          const total = damagesFor(days, situation);
          if (isWaiting(total) || !cap) return total;
          const most = sumOf(cap, situation);
          return isWaiting(most)
            ? most
            : arithmetic.choose("lowest", [total, most], "lowest of", ["by the schedule", "most damages"]);
        };
        if (!situation.scenario) return shownTotals(upTo);
        const days = evaluate(daysLate, situation);
        return isWaiting(days) ? days : upTo(days);
      },
      { clauses: ["note/conversion/lateDelivery"] },
    ),
  },
  compute: ({ damages }) => damages,
});

function shownTotals(upTo: (days: number) => Result<"money">): Result<"money"> {
  const totals = shownDays.map(upTo);
  const missing: Waiting | undefined = totals.find(isWaiting);
  if (missing) return missing;
  const [first, ...others] = totals as Figure<"money">[];
  if (!first) return waiting("a number of days");
  const labels = shownDays.map((days) => `${days} days late`);
  return assuming(
    arithmetic.listed(first, others, labels[0] ?? "", labels),
    "no scenario says how late the shares are, so 30 days are shown",
  );
}

/** Days in a row that one line of the schedule covers, or none. */
interface Run {
  readonly row: ScheduleRow | undefined;
  readonly first: number;
  readonly last: number;
}

function damagesFor(days: number, situation: Situation): Result<"money"> {
  const { currency } = situation.note;
  const all = runs(rowsOf(situation), days);
  const parts: Figure<"money">[] = [];
  for (const [index, run] of all.entries()) {
    if (!run.row && index > 0 && index < all.length - 1)
      return waiting(`what ${daysOf(run)} late cost: the schedule does not say`);
    const cost = run.row && costOfRun(run.row, run, situation);
    if (isWaiting(cost)) return cost;
    if (cost) parts.push(named(daysOf(run), cost));
  }
  const [first, ...others] = parts;
  const total = first
    ? arithmetic.payable(others.reduce((sum, part) => arithmetic.plus(sum, part), first))
    : arithmetic.nothing("money", "no day late costs anything", [], currency);
  const open = all.length > 1 ? all.at(-1) : undefined;
  return open && !open.row
    ? assuming(total, `the schedule does not go on to ${daysOf(open)}, which cost nothing here`)
    : total;
}

function daysOf({ first, last }: Run): string {
  return first === last ? `day ${first}` : `days ${first} to ${last}`;
}

function dayCount(days: number): Figure<"days"> {
  return given("days", exact.whole(days), grouped(String(days)));
}

function given<K extends "days" | "count">(kind: K, amount: exact.Exact, by: string): Figure<K> {
  return figure(kind, amount, { kind: "given", by, span: undefined });
}

/** What days in a row cost by a line: as often as one day, or, where each costs as much more, the mean of the first and the last. */
function costOfRun(
  { when, what }: ScheduleRow,
  { first, last }: Pick<Run, "first" | "last">,
  situation: Situation,
): Result<"money"> | undefined {
  const days = last - first + 1;
  if (what.kind !== "rising") {
    const daily = costOfDay(what, situation);
    const once = daily === undefined || isWaiting(daily) || days === 1;
    return once ? daily : arithmetic.repeated(daily, dayCount(days));
  }
  const begins = (when.kind === "days" ? when.first : undefined) ?? 1;
  const [low, high] = [first, last].map((day) => costRisen(what, day - begins, situation));
  if (low === undefined || high === undefined || isWaiting(low)) return low;
  if (isWaiting(high) || days === 1) return high;
  const ends = arithmetic.plus(named(`day ${first}`, low), named(`day ${last}`, high));
  const half = exact.fraction(BigInt(days), 2n);
  return arithmetic.repeated(ends, given("count", half, `half of ${days} days`));
}

/** What a line of the damages costs a day, and over all its days where it has a last one; each under its days. */
export function damagesByLine(row: ScheduleRow, situation: Situation): readonly Figure<"money">[] | Waiting {
  const { when, what } = row;
  if (when.kind !== "days") return [];
  const first = when.first ?? 1;
  const last = when.last;
  const found: Figure<"money">[] = [];
  const add = (name: string, run: Pick<Run, "first" | "last">): Waiting | undefined => {
    const cost = costOfRun(row, run, situation);
    if (isWaiting(cost)) return cost;
    if (cost) found.push(named(name, arithmetic.payable(cost)));
    return undefined;
  };
  const each = what.kind === "rising" || last === first ? `on day ${first}` : "a day";
  const runs: [string, Pick<Run, "first" | "last">][] = [[each, { first, last: first }]];
  if (what.kind === "rising" && last !== first)
    runs.push([`on day ${first + 1}`, { first: first + 1, last: first + 1 }]);
  if (last !== undefined && last > first && within(last) !== undefined)
    runs.push([`for ${daysOf({ row, first, last })}`, { first, last }]);
  for (const [name, run] of runs) {
    const open = add(name, run);
    if (open) return open;
  }
  return found;
}

/** What a day costs so many days after the first of its line. */
function costRisen(
  { first, by }: Extract<ScheduleRow["what"], { readonly kind: "rising" }>,
  later: number,
  situation: Situation,
): Result<"money"> | undefined {
  const start = costOfDay(first, situation);
  const rise = first.kind === "per amount" ? costOfDay({ ...first, money: by }, situation) : by;
  if (start === undefined || isWaiting(start) || later <= 0) return start;
  if (rise === undefined || isWaiting(rise)) return rise;
  return arithmetic.plus(start, named("rise", arithmetic.repeated(rise, dayCount(later))));
}

/** The days late in runs of one line each, the first line that covers a day, and of days that no line covers. */
function runs(rows: readonly ScheduleRow[], days: number): Run[] {
  const found: Run[] = [];
  for (let day = 1; day <= days; day++) {
    const row = rows.find(({ when }) => when.kind === "days" && covers(when, day));
    const previous = found.at(-1);
    if (previous && previous.row === row) found[found.length - 1] = { ...previous, last: day };
    else found.push({ row, first: day, last: day });
  }
  return found;
}

function covers(
  {
    first = 0,
    last = Number.POSITIVE_INFINITY,
  }: { readonly first: number | undefined; readonly last: number | undefined },
  day: number,
): boolean {
  return first <= day && day <= last;
}

/** What one day costs by a line of the schedule; undefined where it costs nothing. */
function costOfDay(
  what: Exclude<ScheduleRow["what"], { readonly kind: "rising" }>,
  situation: Situation,
): Result<"money"> | undefined {
  switch (what.kind) {
    case "none":
      return undefined;
    case "amount":
      return sumOf(what.amount, situation);
    case "percent": {
      const base = amountIn(situation);
      return isWaiting(base) ? base : arithmetic.portion(what.share, base);
    }
    case "per amount": {
      const base = amountIn(situation);
      if (isWaiting(base)) return base;
      return arithmetic.isPositive(what.per)
        ? arithmetic.repeated(what.money, arithmetic.timesIn(base, what.per))
        : waiting("an amount above zero that damages are counted per");
    }
  }
}

/** What damages are a part of: the amount converted, and for a note by itself that at maturity. */
function amountIn(situation: Situation): Result<"money"> {
  const amount = evaluate(situation.scenario ? conversionAmount : amountConvertedAtMaturity, situation);
  return isWaiting(amount) ? amount : named("amount converted", amount);
}

/** What an amount comes to; a sum that is written as such asks for nothing else. */
function sumOf(amount: AmountMeaning, situation: Situation): Result<"money"> {
  const sum = evaluate(principal, situation);
  if (isWaiting(sum) && amount.kind !== "money") return sum;
  const interest = situation.scenario ? convertedInterest : accruedInterest;
  const balance: Balance = {
    principal: isWaiting(sum) ? arithmetic.nothing("money", "", []) : sum,
    interest: () => evaluate(interest, situation),
  };
  return amountOf(amount, balance, situation);
}
