import * as arithmetic from "../../quantity/arithmetic.ts";
import type { DatedSum } from "../../quantity/cash-flows.ts";
import type { Day } from "../../quantity/date.ts";
import { isZero } from "../../quantity/exact.ts";
import {
  assuming,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import {
  evaluate,
  inEachSituation,
  remembered,
  type Situation,
  type Source,
  step,
} from "../engine/formula.ts";
import { defaultDay, holdsOn } from "../inputs/clauses.ts";
import { unsettled } from "../inputs/readings.ts";
import { accrualStart, compounding, dayCount, paidOver, principal } from "../inputs/sources.ts";
import { moved } from "../inputs/steps.ts";
import { inTranches, trancheClauses } from "../inputs/tranches.ts";
import { interestFor } from "./accrual.ts";
import { drawnDown, runsDownAsOne, unallotted } from "./drawn-down.ts";
import { inKindOn, instalmentsIn, interestDaysBefore } from "./payments.ts";
import { rate } from "./rates.ts";
import { runDown, type Terms } from "./run-down.ts";

/** What is owed at the end of a time, where everything that falls due before is paid on its day. */
export interface Account {
  /** The principal lent, with interest that was added to it, less what instalments paid of it. */
  readonly principal: Figure<"money">;
  /** The interest that is unpaid, in cents, and the time that it is for. */
  readonly interest: Figure<"money">;
  readonly from: Figure<"date">;
  readonly to: Figure<"date">;
  /** The interest that was paid before the end, and the instalments up to it. */
  readonly paid: () => readonly DatedSum[] | Waiting;
  readonly instalments: readonly DatedSum[];
  /** All interest up to the end, paid or not, a sum for each time that is settled by itself. */
  readonly earned: () => readonly Figure<"money">[] | Waiting;
}

/** The account at an end. Of a note in tranches it is the sum of theirs, unless instalments run them down as one. */
export function accountTo(end: Source<Figure<"date">>): Source<Account> {
  const single = step(
    "what is owed",
    { principal, rate, start: accrualStart, end, dayCount, compounding, failed: defaultDay },
    accountOf,
    {
      clauses: [
        ...["payable", "paidIn", "oneTime", "guaranteed"].map((id) => `note/interest/${id}`),
        "note/instalments",
        ...trancheClauses,
      ],
      points: ["paid-in", "instalments-applied"],
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

/** Whether instalments or interest in kind change the principal before the end. */
export function principalChanges({ note }: Situation): boolean {
  const { instalments, interest } = note.clauses;
  const { paidIn } = interest.inner;
  const kinds = paidIn.state === "said" ? [paidIn, ...paidIn.cases].map(({ meaning }) => meaning) : [];
  const paidBack = instalments.state === "said" && instalments.rows.length > 0;
  return paidBack || kinds.some((kind) => kind === "kind" || kind === "cash or kind");
}

const endsIn = inEachSituation(() => new Map<Day, object>());

/** The account of a note in one piece; several figures ask for the same end, and a run of instalments is long. */
function accountOf(terms: AccountTerms, situation: Situation): Account | Waiting {
  const ends = endsIn(situation);
  const end = ends.get(dayOf(terms.end)) ?? {};
  ends.set(dayOf(terms.end), end);
  return remembered(end, situation, () => workedOut(terms, situation));
}

type AccountTerms = Terms & { readonly failed: Figure<"date"> | undefined };

function workedOut({ failed, ...single }: AccountTerms, situation: Situation): Account | Waiting {
  const drawn = inTranches(situation) ? drawnDown(situation) : undefined;
  if (isWaiting(drawn)) return drawn;
  const terms = drawn ? { ...single, start: drawn.start } : single;
  const { start, end } = terms;
  const interestDays = interestDaysBefore(start, end, situation);
  const instalments = instalmentsIn(situation);
  const once = oneTimeInterest(terms.principal, end, situation);
  const to = guaranteedTo(start, end, situation);
  if (isWaiting(interestDays)) return interestDays;
  if (isWaiting(instalments)) return instalments;
  if (isWaiting(once)) return once;
  if (isWaiting(to)) return to;
  const due = instalments.filter(
    ({ on }) => dayOf(on) <= dayOf(end) && (!failed || dayOf(on) < dayOf(failed)),
  );
  const days = interestDays.map((on) => ({ on, ...inKindOn(on, situation) }));
  const settled = { ...terms, to, once };
  const draws = { first: drawn?.first ?? terms.principal, later: drawn?.later ?? [] };
  if (due.length > 0 || draws.later.length > 0 || days.some(({ inKind }) => inKind))
    return runDown({ ...settled, ...draws }, days, due, situation);
  const because = days.find((day) => day.because)?.because;
  const last = days.at(-1)?.on;
  const from = last ? named("accrues from", assuming(last, because)) : start;
  const interest = unpaidInterest(settled, from, situation);
  if (isWaiting(interest)) return interest;
  const along = (): readonly DatedSum[] | Waiting => paidAlong(terms, interestDays, situation);
  return {
    principal: terms.principal,
    interest,
    from,
    to,
    paid: along,
    instalments: [],
    earned: () => {
      const paid = along();
      return isWaiting(paid) ? paid : [...paid.map(({ sum }) => sum), interest];
    },
  };
}

/** The interest since a day, rounded to cents once, with what is owed once. */
function unpaidInterest(
  { to, once, ...terms }: Terms & { readonly to: Figure<"date">; readonly once: Figure<"money"> | undefined },
  from: Figure<"date">,
  situation: Situation,
): Result<"money"> {
  const interest = interestFor({ ...terms, from, to }, situation);
  if (isWaiting(interest)) return interest;
  if (once && isZero(interest.amount)) return once;
  return arithmetic.payable(once ? arithmetic.plus(interest, once) : interest);
}

/** The interest that is paid on each payment day. */
function paidAlong(
  terms: Terms,
  days: readonly Figure<"date">[],
  situation: Situation,
): readonly DatedSum[] | Waiting {
  const found: DatedSum[] = [];
  let from = terms.start;
  for (const on of days) {
    const interest = interestFor({ ...terms, from, to: on }, situation);
    if (isWaiting(interest)) return interest;
    found.push({ on, sum: named(`interest to ${show(on)}`, arithmetic.payable(interest)) });
    from = on;
  }
  return found;
}

/** Interest that is owed once, as a part of the principal lent, where it is owed on the day; in cents. */
function oneTimeInterest(
  lent: Figure<"money">,
  day: Figure<"date">,
  situation: Situation,
): Result<"money"> | undefined {
  const bound = situation.note.clauses.interest.inner.oneTime;
  if (bound.state !== "said") return unsettled("one-time interest", bound);
  const statements = [bound, ...bound.cases];
  const judged = statements.map(({ condition }) =>
    condition ? holdsOn(condition, day, situation) : undefined,
  );
  const holding = statements.findLast((_, index) => judged[index] === true);
  const open = judged.find(isWaiting);
  if (!holding && open) return open;
  const said = holding ?? statements.find(({ condition }) => !condition);
  return said && named("one-time interest", arithmetic.payable(arithmetic.portion(said.meaning, lent)));
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

/** The accounts of the tranches that are paid over, as one. */
function together(account: Source<Account>, situation: Situation): Account | Waiting {
  const tranches = paidOver(situation);
  const lent = evaluate(principal, situation);
  if (isWaiting(tranches)) return tranches;
  if (isWaiting(lent)) return lent;
  const accounts = tranches.map((tranche) => evaluate(account, tranche.situation));
  const missing = accounts.filter(isWaiting);
  if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
  const known = accounts as Account[];
  const sumOf = (what: string, part: (one: Account) => Figure<"money">): Figure<"money"> =>
    known
      .map((one, index) => named(`${what} ${tranches[index]?.name ?? ""}`, part(one)))
      .reduce((total, one) => arithmetic.plus(total, one));
  const [first] = known as [Account, ...Account[]];
  return {
    principal: principalChanges(situation) ? sumOf("principal of", (one) => one.principal) : lent,
    interest: sumOf("interest on", (one) => one.interest),
    from: first.from,
    to: first.to,
    instalments: [],
    paid: () => flat(known.map(({ paid }) => paid())),
    earned: () => flat(known.map(({ earned }) => earned())),
  };
}

function flat<T>(lists: readonly (readonly T[] | Waiting)[]): readonly T[] | Waiting {
  const missing = lists.filter(isWaiting);
  if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
  return (lists as (readonly T[])[]).flat();
}
