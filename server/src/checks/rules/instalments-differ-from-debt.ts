import { counted } from "../../base/words.ts";
import type { ScheduleRow } from "../../catalog/value.ts";
import { evaluate, type Situation, varied } from "../../finance/engine/formula.ts";
import { withChanges } from "../../finance/engine/view.ts";
import { principal } from "../../finance/inputs/sources.ts";
import { amountOf } from "../../finance/interest/balance.ts";
import { accruedInterest } from "../../finance/interest/interest.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { minorUnits } from "../../quantity/currency.ts";
import type { Day } from "../../quantity/date.ts";
import type { Exact } from "../../quantity/exact.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, isWaiting, type Result, waiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { apart, sum } from "../proceeds.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { paymentDays, termOf } from "../spans-of-time.ts";
import { total } from "../stated.ts";

const instalments = (each: string): string =>
  exampleNote(
    `  interest {\n    rate               none\n    one-time interest  10%\n  }\n\n  instalments {\n    monthly from 2024-02-02, 10 times  ${each}\n  }`,
  );

export const instalmentsDifferFromDebt = rule({
  code: "instalments-differ-from-debt",
  severity: "error",
  title: "Instalments do not add up to what is due",
  why: "The instalments pay the principal and whatever interest they are meant to pay. More than that can't be owed; and a rest smaller than one instalment is most often a slip in the number or the sum of them. A cent a payment is rounding.",
  repair: "Correct the sum or the number of the instalments; let the last one take what rounding leaves.",
  bad: instalments("$11,500.00"),
  good: instalments("$11,000.00"),
  find: ({ note, alone }) => {
    const { rows, clause } = note.clauses.instalments;
    if (rows.length === 0) return [];
    const payments = rows.flatMap((row) => {
      const { what } = row;
      const days = paymentDays(row, alone);
      const each = eachOf(what, alone);
      return [{ days, each: isWaiting(each) ? undefined : each }];
    });
    const debt = debtOf(alone);
    if (!clause || !debt || payments.length === 0) return [];
    const sums: Exact[] = [];
    let count = 0;
    let largest = exact.zero;
    for (const { days, each } of payments) {
      if (!days || !each) return [];
      sums.push(exact.multiply(each.amount, exact.whole(days.length)));
      count += days.length;
      if (exact.compare(each.amount, largest) > 0) largest = each.amount;
    }
    const paid = sum(total(sums), debt.most);
    const cents = exact.fraction(BigInt(count), 10n ** BigInt(minorUnits(note.currency)));
    if (rows.every(({ what }) => isShare(what)) && isWhole(rows, payments)) return [];
    return judged({ paid, count, largest, cents, debt, span: clause.name, alone });
  },
});

/** What one payment of a row comes to; a percentage alone is one of the principal lent. */
function eachOf(what: ScheduleRow["what"], alone: Situation): Result<"money"> {
  if (what.kind === "amount" && !what.upTo) return amountOf(what.amount, balance(alone), alone);
  const owed = evaluate(principal, alone);
  if (what.kind !== "percent" || isWaiting(owed)) return waiting();
  return arithmetic.payable(arithmetic.portion(what.share, owed));
}

/** Whether a row is a part of the principal, of which cents are rounded and not stated. */
function isShare(what: ScheduleRow["what"]): boolean {
  return partOf(what) !== undefined;
}

function partOf(what: ScheduleRow["what"]): Exact | undefined {
  if (what.kind === "percent") return what.share.amount;
  if (what.kind !== "amount" || what.upTo || what.amount.kind !== "part of amount") return undefined;
  const { of, part } = what.amount;
  return of.kind === "balance" && of.of === "principal" ? part.amount : undefined;
}

/** Whether the parts make up the whole: what rounding leaves of it is due at maturity. */
function isWhole(
  rows: readonly ScheduleRow[],
  payments: readonly { readonly days: readonly Day[] | undefined }[],
): boolean {
  const parts = rows.map(({ what }, index) =>
    exact.multiply(partOf(what) ?? exact.zero, exact.whole(payments[index]?.days?.length ?? 0)),
  );
  return exact.compare(total(parts), exact.one) === 0;
}

interface Debt {
  /** The principal, with interest that is owed whatever the time. */
  readonly least: Figure<"money">;
  /** With all the interest that the principal could bear to maturity. */
  readonly most: Figure<"money">;
}

/** What the instalments may have to pay; undefined while the sums are open. */
function debtOf(alone: Situation): Debt | undefined {
  const { interest } = alone.note.clauses;
  const owed = evaluate(principal, alone);
  if (isWaiting(owed) || !arithmetic.isPositive(owed)) return undefined;
  const { oneTime, rate } = interest.inner;
  if (oneTime.state === "blank" || oneTime.state === "unread" || rate.state === "blank") return undefined;
  if (oneTime.state === "said" && oneTime.cases.length > 0) return undefined;
  const once =
    oneTime.state === "said" ? arithmetic.payable(arithmetic.portion(oneTime.meaning, owed)) : undefined;
  const least = once ? arithmetic.plus(owed, once) : owed;
  if (interest.state === "absent" || interest.state === "none" || rate.state === "none")
    return { least, most: least };
  const accrued = evaluate(accruedInterest, withoutInstalments(alone));
  if (isWaiting(accrued)) return undefined;
  return { least, most: arithmetic.plus(least, accrued) };
}

/** The note as if all of it stayed owed to maturity, which bears the most interest. */
function withoutInstalments(alone: Situation): Situation {
  const { clauses } = alone.note;
  const none = withChanges(clauses.instalments, { state: "absent", clause: undefined, rows: [] });
  return varied(alone, {
    note: withChanges(alone.note, { clauses: withChanges(clauses, { instalments: none }) }),
  });
}

function balance(alone: Situation): Parameters<typeof amountOf>[1] {
  const owed = evaluate(principal, alone);
  const none = isWaiting(owed) ? owed : waiting("interest");
  return { principal: isWaiting(owed) ? zeroOf(alone) : owed, interest: () => none };
}

function zeroOf({ note }: Situation): Figure<"money"> {
  return {
    kind: "money",
    amount: exact.zero,
    currency: note.currency,
    name: undefined,
    origin: { kind: "given", by: "nothing", span: undefined },
  };
}

interface Judged {
  readonly paid: Figure<"money">;
  readonly count: number;
  readonly largest: Exact;
  readonly cents: Exact;
  readonly debt: Debt;
  readonly span: Finding["span"];
  readonly alone: Situation;
}

function judged({ paid, count, largest, cents, debt, span, alone }: Judged): Finding[] {
  const { least, most } = debt;
  const over = exact.subtract(paid.amount, most.amount);
  const short = exact.subtract(least.amount, paid.amount);
  const lead = `${counted(count, "instalment")} ${count === 1 ? "comes" : "come"} to ${show(paid)}`;
  const { principal: stated } = alone.note.clauses;
  const related = stated.state === "said" ? [{ message: "The principal.", span: stated.span }] : [];
  const owed = `${arithmetic.compared(least, most) === 0 ? "" : "at most "}${show(most)} is owed`;
  if (exact.compare(over, cents) > 0) {
    const message = `${lead}, and ${owed}: ${show(apart(paid.amount, most.amount, most))} too much. Correct the sum or the number of the instalments.`;
    return [{ span, message, related }];
  }
  const rounded =
    exact.compare(over, exact.zero) > 0 ||
    (exact.compare(short, exact.zero) > 0 && exact.compare(short, cents) <= 0);
  if (rounded) {
    const target = exact.compare(over, exact.zero) > 0 ? most : least;
    const difference = show(apart(paid.amount, target.amount, target));
    const side = exact.compare(over, exact.zero) > 0 ? "more" : "less";
    const message = `${lead}, ${difference} ${side} than the ${show(target)} owed: rounding, within a cent a payment. Say that the last instalment is what is then still owed.`;
    return [{ span, severity: "information", message, related }];
  }
  if (exact.compare(short, exact.zero) <= 0 || exact.compare(short, largest) >= 0) return [];
  const rest = show(apart(paid.amount, least.amount, least));
  const when = termOf(alone) ? "at maturity" : "at the end";
  const message = `${lead}, and ${show(least)} is owed without further interest: ${rest}, less than one instalment, is left for a payment ${when}. Correct the sum or the number of the instalments, or say when the rest is paid.`;
  return [{ span, severity: "warning", message, related }];
}
