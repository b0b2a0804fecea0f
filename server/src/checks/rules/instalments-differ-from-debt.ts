import { counted } from "../../base/words.ts";
import { evaluate, type Situation } from "../../finance/engine/formula.ts";
import { principal } from "../../finance/inputs/sources.ts";
import { accountOfPayments } from "../../finance/interest/accounts.ts";
import type { Account } from "../../finance/interest/rows.ts";
import { minorUnits } from "../../quantity/currency.ts";
import type { Exact } from "../../quantity/exact.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { termOf } from "../spans-of-time.ts";
import { total } from "../stated.ts";

const instalments = (each: string): string =>
  exampleNote(
    `  interest {\n    rate               none\n    one-time interest  5%\n  }\n\n  instalments {\n    monthly from 2024-02-02, 10 times  ${each}\n  }`,
  );

export const instalmentsDifferFromDebt = rule({
  code: "instalments-differ-from-debt",
  severity: "error",
  title: "Instalments do not add up to what is due",
  why: "The instalments pay the principal and whatever interest they are meant to pay, on what is owed as it is paid down. More than that can't be owed: the last payment is what is left, and later ones are nothing. A rest smaller than one instalment, and instalments that make up the principal to the cent but pay interest first, are most often a slip. A cent a payment is rounding.",
  repair: "Correct the sum or the number of the instalments; let the last one take what rounding leaves.",
  bad: instalments("$11,000.00"),
  good: instalments("$10,500.00"),
  find: ({ note, alone }) => {
    const { rows, clause } = note.clauses.instalments;
    const account = rows.length > 0 ? evaluate(accountOfPayments, alone) : undefined;
    const lent = evaluate(principal, alone);
    if (!clause || !account || isWaiting(account) || isWaiting(lent) || account.billed.length === 0)
      return [];
    const cents = exact.fraction(BigInt(account.billed.length), 10n ** BigInt(minorUnits(note.currency)));
    const judged = { ...summed(account), lent, account, cents, alone };
    const found = tooMuch(judged) ?? rounding(judged) ?? tooLittle(judged);
    if (!found) return [];
    const { principal: stated } = note.clauses;
    const related = stated.state === "said" ? [{ message: "The principal.", span: stated.span }] : [];
    return [{ span: clause.name, related, ...found }];
  },
});

interface Judged {
  readonly account: Account;
  readonly lent: Figure<"money">;
  /** What the instalments ask for in all, and what of it is paid. */
  readonly billed: Exact;
  readonly paid: Exact;
  readonly largest: Exact;
  /** A cent a payment. */
  readonly cents: Exact;
  readonly alone: Situation;
}

type Found = Pick<Finding, "message" | "severity">;

function summed({ billed, rows, left }: Account): Pick<Judged, "billed" | "paid" | "largest"> {
  const paid = [...rows, ...left.rows.slice(rows.length)].flatMap(({ what, interest, principal: part }) =>
    what === "instalment" ? [interest, part] : [],
  );
  const sums = billed.map(({ sum }) => sum.amount);
  return {
    billed: total(sums),
    paid: total(paid.flatMap((part) => (part ? [part.amount] : []))),
    largest: sums.reduce((most, one) => (exact.compare(one, most) > 0 ? one : most), exact.zero),
  };
}

function lead({ account, billed, lent }: Judged): string {
  const count = account.billed.length;
  return `${counted(count, "instalment")} ${count === 1 ? "comes" : "come"} to ${money(billed, lent)}`;
}

function money(amount: Exact, { currency }: Figure<"money">): string {
  const origin = { kind: "given", by: "the instalments", span: undefined } as const;
  return show({ kind: "money", amount, currency, name: undefined, origin });
}

/** More than is owed as it is paid down; where interest runs by days, by more than these make of the last payment. */
function tooMuch(judged: Judged): Found | undefined {
  const { account, billed, paid, cents, lent, largest } = judged;
  const over = exact.subtract(billed, paid);
  const byDays = bearsInterest(judged) ? exact.divide(largest, exact.whole(20)) : exact.zero;
  if (exact.compare(over, cents) <= 0 || exact.compare(over, byDays) <= 0) return undefined;
  const last = account.instalments.at(-1);
  const later = account.billed.length - account.instalments.length;
  const nothing =
    later === 0 ? "" : `, and ${later === 1 ? "the one after it is" : `the ${later} after it are`} nothing`;
  const which = last ? ` The one of ${show(last.on)} is what is left, ${show(last.sum)}${nothing}.` : "";
  return {
    message: `${lead(judged)}, and ${money(paid, lent)} is owed as it is paid down: ${money(over, lent)} too much.${which} Correct the sum or the number of the instalments.`,
  };
}

/** A difference of a cent a payment, where no interest runs that would leave one anyway. */
function rounding(judged: Judged): Found | undefined {
  const { account, billed, paid, cents, lent } = judged;
  if (bearsInterest(judged) || isInParts(judged)) return undefined;
  const over = exact.subtract(billed, paid);
  const rest = leftOf(account);
  const difference = exact.isZero(over) ? rest : over;
  if (exact.isZero(difference) || exact.compare(difference, cents) > 0) return undefined;
  const side = exact.isZero(over) ? "less" : "more";
  const owed = money(exact.add(paid, rest), lent);
  return {
    severity: "information",
    message: `${lead(judged)}, ${money(difference, lent)} ${side} than the ${owed} owed: rounding, within a cent a payment. Say that the last instalment is what is then still owed.`,
  };
}

/** A rest that is less than an instalment, or one that interest leaves of sums that make up the principal. */
function tooLittle(judged: Judged): Found | undefined {
  const { account, billed, cents, lent, largest, alone } = judged;
  const rest = leftOf(account);
  if (exact.isZero(rest) || isInParts(judged)) return undefined;
  const apart = exact.subtract(lent.amount, billed);
  const distance = exact.compare(apart, exact.zero) < 0 ? exact.negate(apart) : apart;
  const when = termOf(alone) ? "at maturity" : "at the end";
  if (bearsInterest(judged)) {
    const meant = exact.compare(distance, cents) <= 0 && exact.compare(rest, cents) > 0;
    if (!meant) return undefined;
    return {
      severity: "warning",
      message: `${lead(judged)}, which is the principal, but each pays interest first: ${money(rest, lent)} is left ${when}. Say that they pay principal, as a part of it (1/${account.billed.length} of principal), or correct their sum or number.`,
    };
  }
  if (exact.compare(rest, largest) >= 0) return undefined;
  return {
    severity: "warning",
    message: `${lead(judged)}, and ${money(exact.add(judged.paid, rest), lent)} is owed without further interest: ${money(rest, lent)}, less than one instalment, is left for a payment ${when}. Correct the sum or the number of the instalments, or say when the rest is paid.`,
  };
}

function leftOf({ left }: Account): Exact {
  return exact.add(left.principal.amount, left.interest.amount);
}

/** Whether interest runs by time, so that what is left depends on it. */
function bearsInterest({ alone }: Judged): boolean {
  const { rate, oneTime } = alone.note.clauses.interest.inner;
  return rate.state === "said" || (oneTime.state === "said" && oneTime.cases.length > 0);
}

/** Whether all the instalments are parts of the principal, of which cents are rounded and not stated. */
function isInParts({ alone }: Judged): boolean {
  return alone.note.clauses.instalments.rows.every(
    ({ what }) =>
      what.kind === "percent" ||
      (what.kind === "amount" && /^(part|share) of amount$/.test(what.amount.kind)),
  );
}
