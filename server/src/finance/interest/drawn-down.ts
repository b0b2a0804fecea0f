import * as arithmetic from "../../quantity/arithmetic.ts";
import type { DatedSum } from "../../quantity/cash-flows.ts";
import { dayOf, type Figure, isWaiting, named, type Waiting, waiting } from "../../quantity/figure.ts";
import { evaluate, type Situation } from "../engine/formula.ts";
import { matures } from "../inputs/dates.ts";
import { accrualStart, paidOver, principal } from "../inputs/sources.ts";
import { inTranches, tranchesPaid } from "../inputs/tranches.ts";

/**
 * Whether instalments run the note's tranches down as one debt: where all of them fall due with the note it makes no
 * difference which of them an instalment pays.
 */
export function runsDownAsOne(situation: Situation): boolean {
  if (!paysTranchesBack(situation)) return false;
  const due = evaluate(matures, situation);
  return (
    !isWaiting(due) &&
    tranchesPaid(situation).every(({ situation: inner }) => {
      const day = evaluate(matures, inner);
      return !isWaiting(day) && dayOf(day) === dayOf(due);
    })
  );
}

/** What keeps instalments on tranches that fall due on different days from being worked out. */
export function unallotted(situation: Situation): Waiting | undefined {
  return paysTranchesBack(situation) && !runsDownAsOne(situation)
    ? waiting("which tranche an instalment pays, for they do not all fall due with the note")
    : undefined;
}

/** Whether a note in tranches is paid back in instalments. */
export function paysTranchesBack(situation: Situation): boolean {
  const { instalments } = situation.note.clauses;
  return instalments.state === "said" && instalments.rows.length > 0 && inTranches(situation);
}

/** How a debt comes about: what is owed from its first day, and what is paid over later. */
export interface DrawnDown {
  readonly start: Figure<"date">;
  readonly first: Figure<"money">;
  readonly later: readonly DatedSum[];
}

/** The tranches that are paid over, by the days from which they bear interest. */
export function drawnDown(situation: Situation): DrawnDown | Waiting {
  const tranches = paidOver(situation);
  if (isWaiting(tranches)) return tranches;
  const draws: DatedSum[] = [];
  for (const { name, situation: inner } of tranches) {
    const [on, sum] = [evaluate(accrualStart, inner), evaluate(principal, inner)];
    if (isWaiting(on)) return on;
    if (isWaiting(sum)) return sum;
    draws.push({ on, sum: named(`principal of ${name}`, sum) });
  }
  const [start, ...others] = draws.sort((a, b) => dayOf(a.on) - dayOf(b.on));
  if (!start) return waiting("a tranche that is paid over");
  const atOnce = others.filter(({ on }) => dayOf(on) === dayOf(start.on));
  return {
    start: start.on,
    first: atOnce.reduce((sum, one) => arithmetic.plus(sum, one.sum), start.sum),
    later: others.filter((one) => !atOnce.includes(one)),
  };
}
