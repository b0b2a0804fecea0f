import type { ScheduleRow } from "../../catalog/value.ts";
import type { DatedSum } from "../../quantity/cash-flows.ts";
import type { Figure } from "../../quantity/figure.ts";

/** What happens on a day of an account. */
export type Happening =
  | "paid over"
  | "interest charged once"
  | "interest paid"
  | "interest added"
  | "instalment"
  | "falls due"
  | "repayment";

/** A row of an account: what moves on a day, and what is owed after it. */
export interface Row {
  readonly on: Figure<"date">;
  readonly what: Happening;
  /** Interest that is paid, added or charged. */
  readonly interest?: Figure<"money">;
  /** Principal that is lent or repaid. */
  readonly principal?: Figure<"money">;
  readonly premium?: Figure<"money">;
  /** What the holder receives; absent where no money comes in. */
  readonly paid?: Figure<"money">;
  readonly principalOwed: Figure<"money">;
  readonly interestUnpaid: Figure<"money">;
}

/** An instalment that was paid, with the line that demands it. */
export interface Instalment extends DatedSum {
  readonly row: ScheduleRow;
}

/** What is owed: the principal with interest that was added to it, and the interest that is unpaid; both in cents. */
export interface Owed {
  readonly principal: Figure<"money">;
  readonly interest: Figure<"money">;
}

/** The account of a note to a day: its rows, and what is owed at the end of them. */
export interface Account extends Owed {
  /** The stretch of time for which the unpaid interest is. */
  readonly from: Figure<"date">;
  readonly to: Figure<"date">;
  readonly rows: readonly Row[];
  /** The instalments up to the end, those on the last day of the term included. */
  readonly instalments: readonly Instalment[];
  /** What each instalment asks for, also where less is owed and where nothing is. */
  readonly billed: readonly DatedSum[];
  /** What is left, and the rows, once the instalments of the last day are paid; as at the end where there are none. */
  readonly left: Owed & { readonly rows: readonly Row[] };
  /** What was owed when everything fell due, and the interest since; undefined where the end is not after it. */
  readonly due: Owed | undefined;
  readonly late: Figure<"money"> | undefined;
  /** Interest by what became of it: joined to the principal by compounding or in kind, or paid. */
  readonly compounded: Figure<"money"> | undefined;
  readonly addedInKind: Figure<"money"> | undefined;
  readonly interestPaid: Figure<"money"> | undefined;
}
