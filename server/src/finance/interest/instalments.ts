import { counted } from "../../base/words.ts";
import type { ScheduleRow } from "../../catalog/value.ts";
import { type DatedSum, total } from "../../quantity/cash-flows.ts";
import { isWaiting, named, type Result, type Waiting, waiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import {
  evaluate,
  type Formula,
  formula,
  optional,
  type Situation,
  type Source,
  step,
} from "../engine/formula.ts";
import { principal } from "../inputs/sources.ts";
import { accountOfPayments } from "./accounts.ts";
import { dueAfterInstalments } from "./interest.ts";
import { demandOf } from "./payments.ts";
import type { Instalment } from "./rows.ts";
import { occasions, unsettledLine } from "./schedule.ts";

/** The sums that the holder may ask for, with their days. */
function redemptionsIn(situation: Situation): readonly DatedSum[] | Waiting {
  const block = situation.note.clauses.holderRedemption;
  const days = unsettledLine("holder redemption", block) ?? occasions(block.rows, situation);
  const lent = evaluate(principal, situation);
  if (isWaiting(days)) return days;
  if (isWaiting(lent)) return lent;
  const balance = { principal: lent, interest: () => waiting("the interest of that day") };
  const found: DatedSum[] = [];
  for (const { on, row } of days) {
    const demand = demandOf(row, balance, situation);
    if (isWaiting(demand)) return demand;
    if (demand?.interest) return waiting("the interest of that day");
    const sum = demand && (demand.sum ?? demand.principal);
    if (sum) found.push({ on, sum: named(show(on), sum) });
  }
  return found;
}

/** The note's instalments as they are paid, each under its day, with the line that asks for it. */
export const instalments: Source<readonly Instalment[]> = step(
  "instalments",
  { account: accountOfPayments },
  ({ account }) => account.instalments.map((one) => ({ ...one, sum: named(show(one.on), one.sum) })),
  { clauses: ["note/instalments"] },
);

/** What a line of the instalments, or of the holder's redemption, comes to on each of its days. */
export function paymentsByLine(
  row: ScheduleRow,
  of: "instalments" | "holderRedemption",
  situation: Situation,
): readonly DatedSum[] | Waiting {
  if (of === "instalments") {
    const paid = evaluate(instalments, situation);
    return isWaiting(paid) ? paid : paid.filter((one) => one.row === row);
  }
  const sums = evaluate(redemptions, situation);
  const all = occasions(situation.note.clauses[of].rows, situation);
  if (isWaiting(sums)) return sums;
  if (isWaiting(all)) return all;
  return all
    .filter((one) => one.row.what.kind !== "none")
    .flatMap((one, index) => (one.row === row ? (sums[index] ?? []) : []));
}

/** How many payments, and when. */
function spanOf(payments: Source<readonly DatedSum[]>, noun: string): Source<string> {
  return step("payments", { payments }, ({ payments: all }) => {
    const [first, last] = [all[0], all.at(-1)];
    const days = first && last ? `, ${show(first.on)} to ${show(last.on)}` : "";
    return `${counted(all.length, noun)}${all.length > 1 ? days : ""}`;
  });
}

const instalmentSpan = spanOf(instalments, "instalment");

function totalOf(payments: readonly DatedSum[], noun: string): Result<"money"> {
  return payments.length === 0
    ? waiting(`a line that asks for a ${noun}`)
    : total(
        payments.map(({ sum }) => sum),
        counted(payments.length, noun),
      );
}

const instalmentsTotal = formula({
  id: "instalments-total",
  label: "instalments in all",
  kind: "money",
  topic: "payment",
  scope: "note",
  day: "maturity",
  about: {
    definition:
      "the sum of what the instalments pay, each on its day, the same day number of the month, else the month's last. A sum of money pays interest first, then principal; a fraction or a percentage of principal is of the principal lent and pays principal, “of remaining principal” of what is owed; “plus interest” pays the interest of the day beside it; a premium (“at 103%”) reduces no principal. None pays more than is owed: the last is what is left, later ones are nothing",
    rounding: "each instalment to cents, half up; interest to a day of payment is in cents",
    source:
      "the note's instalments; interest before principal by the United States Rule (Story v. Livingston, 38 U.S. 359, 1839)",
  },
  headline: { rank: 1, say: (shown, textOf) => `${shown} in ${textOf(instalmentSpan) ?? "instalments"}` },
  applies: ({ note }) => note.clauses.instalments.state === "said",
  needs: { instalments },
  compute: ({ instalments: payments }) => totalOf(payments, "instalment"),
});

const redemptions: Source<readonly DatedSum[]> = step(
  "holder redemption",
  { principal: optional(principal) },
  (_, situation) => redemptionsIn(situation),
  { clauses: ["note/holderRedemption"] },
);

const redemptionSpan = spanOf(redemptions, "payment");

const holderRedemptionTotal = formula({
  id: "holder-redemption-total",
  label: "most that the holder may redeem by maturity",
  kind: "money",
  topic: "payment",
  scope: "note",
  day: "maturity",
  about: {
    definition: "the sum of what the holder may ask for on each day up to maturity",
    rounding: "none: each sum is in cents",
    source: "the note's holder redemption",
  },
  headline: {
    rank: 3,
    say: (shown, textOf) => `at most ${shown} in ${textOf(redemptionSpan) ?? "payments"}`,
  },
  applies: ({ note }) => note.clauses.holderRedemption.state === "said",
  needs: { redemptions },
  compute: ({ redemptions: payments }) => totalOf(payments, "payment"),
});

/** What is paid back along the way, in the order in which figures are shown. */
export const instalmentFormulas: readonly Formula[] = [
  instalmentsTotal,
  dueAfterInstalments,
  holderRedemptionTotal,
];
