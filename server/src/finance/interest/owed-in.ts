import * as arithmetic from "../../quantity/arithmetic.ts";
import { compare, isZero } from "../../quantity/exact.ts";
import { type Figure, named } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { growthIn, inCents, type Ledger, unpaidInterest } from "./ledger.ts";
import type { Owed, Row } from "./rows.ts";

/** What is owed as the ledger stands: principal and interest in cents, half up, each by itself. */
export function owedIn(ledger: Ledger): Owed {
  const grown = growthIn(ledger);
  if (grown) {
    const principal = inCents(named("principal still owed", arithmetic.plus(ledger.principal, grown)));
    const text = "all interest has joined the principal";
    return { principal, interest: arithmetic.nothing("money", text, [], principal.currency) };
  }
  const unpaid = unpaidInterest(ledger);
  return {
    principal: inCents(ledger.principal),
    interest: isZero(unpaid.amount) && ledger.unpaid.length === 0 ? unpaid : arithmetic.payable(unpaid),
  };
}

/** The same after the due date: what was due then, and the interest since, in cents by itself. */
export function lateOwed(
  ledger: Ledger,
  due: Owed,
  to: Figure<"date">,
): Owed & { readonly late: Figure<"money"> } {
  const now = owedIn(ledger);
  if (compare(now.principal.amount, due.principal.amount) !== 0) {
    const late = arithmetic.minus(
      named("owed then", arithmetic.plus(now.principal, now.interest)),
      named("owed when due", arithmetic.plus(due.principal, due.interest)),
    );
    return { ...now, late };
  }
  const since = ledger.unpaid
    .slice(isZero(due.interest.amount) ? 0 : 1)
    .filter(({ amount }) => !isZero(amount));
  const late =
    lateSum(since) ?? arithmetic.nothing("money", `no interest to ${show(to)}`, [], now.principal.currency);
  const interest = arithmetic.plus(
    named("accrued interest", due.interest),
    named("interest after the due date", late),
  );
  return { principal: now.principal, interest, late };
}

function lateSum(parts: readonly Figure<"money">[]): Figure<"money"> | undefined {
  const [first, ...others] = parts;
  if (!first) return undefined;
  const sum = others.reduce((total, part) => arithmetic.plus(total, part), first);
  return arithmetic.payable(others.length === 0 ? { ...sum, name: undefined } : sum);
}

/** The rows of a ledger, and what joins the principal from day to day as one row at their end. */
export function rowsTo(ledger: Ledger, to: Figure<"date">): readonly Row[] {
  const sum = growthIn(ledger);
  if (!sum) return [...ledger.rows];
  const { principal: principalOwed, interest: interestUnpaid } = owedIn(ledger);
  const grown: Row = {
    on: to,
    what: "interest added",
    interest: inCents(sum),
    principalOwed,
    interestUnpaid,
  };
  return [...ledger.rows, grown];
}
