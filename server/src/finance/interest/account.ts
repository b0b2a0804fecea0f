import * as arithmetic from "../../quantity/arithmetic.ts";
import type { DatedSum } from "../../quantity/cash-flows.ts";
import type { Day } from "../../quantity/date.ts";
import {
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { evaluate, forEachIn, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { caseOn, defaultDay, funded, stated } from "../inputs/clauses.ts";
import { paymentDayClauses, stopsAtStatedDay } from "../inputs/payment-days.ts";
import { unsettled } from "../inputs/readings.ts";
import { accrualStart, compounding, principal } from "../inputs/sources.ts";
import { moved } from "../inputs/steps.ts";
import { inTranches, trancheClauses } from "../inputs/tranches.ts";
import type { Counting } from "./accrual.ts";
import { dayCount } from "./day-frame.ts";
import { drawnDown, runsDownAsOne, unallotted } from "./drawn-down.ts";
import { fallsDue } from "./due.ts";
import { type InterestDay, interestDaysBetween, paymentMonths } from "./interest-days.ts";
import { accrue, growthIn, type Ledger, opened } from "./ledger.ts";
import { lateOwed, owedIn, rowsTo } from "./owed-in.ts";
import { instalmentsIn } from "./payments.ts";
import { rate } from "./rates.ts";
import type { Account, Instalment, Owed } from "./rows.ts";
import { compoundingDays, draw, dueDay, type Event, instalmentDay, interestDay } from "./run.ts";
import { together } from "./together.ts";

const clauses = [
  ...["payable", "firstPayment", "paidIn", "oneTime", "guaranteed", "defaultRate"].map(
    (id) => `note/interest/${id}`,
  ),
  "note/instalments",
  "scenario/eventOfDefault",
  ...paymentDayClauses,
  ...trancheClauses,
];

/** The account to an end. Of a note in tranches it is the sum of theirs, unless instalments run them down as one. */
export function accountTo(end: Source<Figure<"date">>): Source<Account> {
  const single = step(
    "what is owed",
    {
      principal,
      rate,
      start: accrualStart,
      end,
      dayCount,
      compounding,
      due: optional(fallsDue),
      paidOver: optional(funded),
    },
    accountOf,
    {
      clauses,
      points: ["paid-in", "instalments-applied", "payment-days", "default-interest", "late-rate"],
    },
  );
  const account: Source<Account> = {
    ...single,
    read: (situation) =>
      inTranches(situation) && !runsDownAsOne(situation)
        ? (unallotted(situation) ?? together(account, situation))
        : single.read(situation),
  };
  return account;
}

interface Terms extends Counting {
  readonly principal: Figure<"money">;
  readonly start: Figure<"date">;
  readonly end: Figure<"date">;
  readonly due: Figure<"date"> | undefined;
  readonly paidOver: Figure<"date"> | undefined;
}

/** The account of a note in one piece to an end; several figures ask for the same, and a run of instalments is long. */
const accountAt = forEachIn((_end: Day, situation: Situation, terms: Terms): Account | Waiting =>
  workedOut(terms, situation),
);

function accountOf(terms: Terms, situation: Situation): Account | Waiting {
  return accountAt(dayOf(terms.end), situation, terms);
}

/** The days at which an account turns: from which nothing is paid, on which the term closes, and whether the end is late. */
interface Turns {
  readonly stops: number;
  readonly closes: number;
  readonly late: boolean;
}

function turnsOf({ end, due }: Terms, situation: Situation): Turns {
  const failed = evaluate(defaultDay, situation);
  const fails = failed && !isWaiting(failed) ? dayOf(failed) : Number.POSITIVE_INFINITY;
  if (!due) return { stops: fails, closes: Number.POSITIVE_INFINITY, late: false };
  const statedDue = stopsAtStatedDay(situation) ? evaluate(stated.maturity, situation) : due;
  const closes = isWaiting(statedDue) ? dayOf(due) : Math.min(dayOf(due), dayOf(statedDue));
  return { stops: Math.min(fails, dayOf(due)), closes, late: dayOf(end) > dayOf(due) };
}

function workedOut(terms: Terms, situation: Situation): Account | Waiting {
  const { end, due } = terms;
  const drawn = inTranches(situation) ? drawnDown(situation) : undefined;
  if (isWaiting(drawn)) return drawn;
  const start = drawn?.start ?? terms.start;
  if (dayOf(end) < dayOf(start)) return waiting("an end of the interest that is not before its beginning");
  const once = oneTimeInterest(terms.principal, end, situation);
  if (isWaiting(once)) return once;
  const first = drawn?.first ?? terms.principal;
  const ledger = opened(first, start, drawn ? start : (terms.paidOver ?? start), once, terms, situation);
  const turns = turnsOf(terms, situation);
  const paid: Instalment[] = [];
  const last: Instalment[] = [];
  const billed: DatedSum[] = [];
  let atDue: Owed | undefined;
  const events = eventsOf({ ...terms, start }, drawn?.later ?? [], turns, { paid, last, billed }, ledger);
  if (isWaiting(events)) return events;
  if (turns.late && due) events.along.push(dueDay(due, turns.closes, (now) => (atDue = owedIn(now))));
  const open = runThrough(events.along, ledger);
  if (open) return open;
  const to = turns.late ? end : guaranteedTo(start, noLater(end, turns.closes), situation);
  if (isWaiting(to)) return to;
  const rest = accrue(ledger, to);
  if (rest) return rest;
  return closed(ledger, { to, atDue, paid, last, billed }, events.lastDay);
}

/** The end of the interest: payment may be made on a later day than the one at which interest stops. */
function noLater(end: Figure<"date">, closes: number): Figure<"date"> {
  return dayOf(end) <= closes
    ? end
    : named("interest to", arithmetic.dated(closes as Day, "the stated day, at which interest stops", [end]));
}

/** The instalments that are paid along the way and on the last day, and what all of them ask for. */
interface Payments {
  readonly paid: Instalment[];
  readonly last: Instalment[];
  readonly billed: DatedSum[];
}

/** The account at its end, and what the instalments of the last day leave of it. */
function closed(
  ledger: Ledger,
  {
    to,
    atDue,
    paid,
    last,
    billed,
  }: Payments & {
    readonly to: Figure<"date">;
    readonly atDue: Owed | undefined;
  },
  lastDay: Event[],
): Account | Waiting {
  const owed = atDue ? lateOwed(ledger, atDue, to) : { ...owedIn(ledger), late: undefined };
  const rows = rowsTo(ledger, to);
  const { from } = ledger;
  const grown = growthIn(ledger);
  const before = ledger.compounded.sum();
  const sums = {
    compounded: before && grown ? arithmetic.plus(before, grown) : (before ?? grown),
    addedInKind: ledger.addedInKind.sum(),
    interestPaid: ledger.interestPaid.sum(),
  };
  const open = runThrough(lastDay, ledger);
  if (open) return open;
  const left = last.length > 0 ? { ...owedIn(ledger), rows: rowsTo(ledger, to) } : { ...owed, rows };
  return { ...owed, from, to, rows, left, due: atDue, instalments: [...paid, ...last], billed, ...sums };
}

function runThrough(events: Event[], ledger: Ledger): Waiting | undefined {
  for (const { run } of events.sort((a, b) => a.day - b.day || a.rank - b.rank)) {
    const open = run(ledger);
    if (open) return open;
  }
  return undefined;
}

/** All that happens up to the end, and the instalments of the last day of the term, which are part of what is due. */
function eventsOf(
  { start, end }: Terms,
  draws: readonly DatedSum[],
  { stops, closes, late }: Turns,
  { paid, last, billed }: Payments,
  ledger: Ledger,
): { readonly along: Event[]; readonly lastDay: Event[] } | Waiting {
  const { situation } = ledger;
  const days = interestDaysBetween(start, end, situation);
  const instalments = instalmentsIn(situation);
  if (isWaiting(days)) return days;
  if (isWaiting(instalments)) return instalments;
  const inTime = ({ on }: { readonly on: Figure<"date"> }): boolean => dayOf(on) <= dayOf(end);
  const isPaid = ({ on }: { readonly on: Figure<"date"> }): boolean => dayOf(on) < stops;
  const interest = days.filter(
    (one) => inTime(one) && (one.inKind ? late || dayOf(one.to) < closes : isPaid(one)),
  );
  const settled = settledBy(days, ledger);
  const compounds = compoundingDays(start, end, ledger).filter(({ day }) =>
    day <= closes ? settled === undefined : late && settled !== "in kind",
  );
  const onLast = dayOf(end) >= closes && !late && !situation.scenario;
  return {
    along: [
      ...draws.filter(inTime).map(draw),
      ...interest.map(interestDay),
      ...compounds,
      ...instalments
        .filter((one) => inTime(one) && isPaid(one))
        .map((one) => instalmentDay(one, paid, billed)),
    ],
    lastDay: onLast
      ? instalments.filter(({ on }) => dayOf(on) === stops).map((one) => instalmentDay(one, last, billed))
      : [],
  };
}

/** How interest is settled at least as often as it is compounded, so that nothing is left to join the principal. */
function settledBy(
  days: readonly InterestDay[],
  { compounding, situation }: Ledger,
): "in kind" | "paid" | undefined {
  const months = paymentMonths(situation);
  const { perYear } = compounding;
  if (months === undefined || typeof perYear !== "number" || months > 12 / perYear) return undefined;
  return days.some(({ inKind }) => inKind) ? "in kind" : "paid";
}

/** Interest that is owed once, as a part of the principal lent, where it is owed on the day; in cents. */
function oneTimeInterest(
  lent: Figure<"money">,
  day: Figure<"date">,
  situation: Situation,
): Result<"money"> | undefined {
  const bound = situation.note.clauses.interest.inner.oneTime;
  if (bound.state !== "said") return unsettled("one-time interest", bound);
  const said = caseOn(bound, day, situation);
  if (isWaiting(said)) return bound.condition ? undefined : said;
  if (said.state !== "said") return undefined;
  return named("one-time interest", arithmetic.payable(arithmetic.portion(said.meaning, lent)));
}

/** The end of the interest: the day itself, or the end of the time for which interest is owed in any case. */
function guaranteedTo(start: Figure<"date">, end: Figure<"date">, situation: Situation): Result<"date"> {
  const bound = situation.note.clauses.interest.inner.guaranteed;
  if (bound.state !== "said") return unsettled("guaranteed interest", bound) ?? end;
  const { count, unit } = bound.meaning;
  const day = moved(dayOf(start), count, unit);
  if (day === undefined) return waiting("a date within the calendar");
  if (day <= dayOf(end)) return end;
  return named(
    "interest to",
    arithmetic.dated(day, `interest is owed for ${bound.text} in any case`, [start]),
  );
}
