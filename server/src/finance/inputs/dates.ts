import type { Figure } from "../../quantity/figure.ts";
import { type Source, step } from "../engine/formula.ts";
import { dateSource, stated } from "./clauses.ts";
import { maturityPaidOn, paymentDayClauses } from "./payment-days.ts";

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
