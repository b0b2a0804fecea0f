import { dayOf, type Figure } from "../../quantity/figure.ts";
import { evaluate, optional, type Source, step } from "../engine/formula.ts";
import { defaultDay } from "../inputs/clauses.ts";
import { matures } from "../inputs/dates.ts";

/**
 * The day on which everything falls due: maturity, or in a scenario an event of default before it, where the note
 * states a default rate, which runs from there.
 */
export const fallsDue: Source<Figure<"date">> = step(
  "falls due",
  { due: optional(matures), failed: defaultDay },
  ({ due, failed }, situation) => {
    const accelerated = failed && situation.note.clauses.interest.inner.defaultRate.state === "said";
    if (!accelerated) return evaluate(matures, situation);
    return due && dayOf(due) <= dayOf(failed) ? due : failed;
  },
  { clauses: ["note/interest/defaultRate"] },
);
