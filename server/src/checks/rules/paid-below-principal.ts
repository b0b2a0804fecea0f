import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { show } from "../../quantity/format.ts";
import { addition } from "../edits.ts";
import { apart, paidFor, proceedsOf } from "../proceeds.ts";
import { exampleNote, rule } from "../rule.ts";

const lent = (more: string): string => exampleNote(`  purchase price  $80,000${more}`);

/** A tenth of the principal: what original issue discounts mostly stay within. */
const large = exact.fraction(1n, 10n);

export const paidBelowPrincipal = rule({
  code: "paid-below-principal",
  severity: "warning",
  title: "Less is paid than the principal, and no discount is stated",
  why: "What the holder pays less than it is owed is a price for the loan: it counts in its cost, in the accounts and where usury is judged. A sheet that leaves it unnamed lets it look like a slip.",
  repair:
    "State it: `original issue discount $20,000`, or `fees $20,000 included in principal`; or correct the sum that is wrong.",
  bad: lent(""),
  good: lent("\n  original issue discount  $20,000"),
  find: ({ note, alone }) => {
    const { principalUpTo, exchange } = note.clauses;
    return proceedsOf(alone).flatMap((proceeds, index) => {
      const { price, principal, discount, of } = proceeds;
      if (!price || !principal || discount.state !== "absent") return [];
      if (note.clauses.originalIssueDiscount.state === "said") return [];
      if (index === 0 && (principalUpTo.state === "said" || exchange.state === "said")) return [];
      const lent = paidFor(principal.meaning, proceeds, { fees: "included in principal" });
      if (!lent) return [];
      const paid = exact.add(lent.price.amount, lent.included);
      const less = exact.subtract(principal.meaning.amount, paid);
      if (!arithmetic.isPositive(principal.meaning) || exact.compare(less, exact.zero) <= 0) return [];
      const missing = apart(principal.meaning.amount, paid, principal.meaning);
      const part = arithmetic.ratio(missing, principal.meaning);
      const block = (index === 0 ? note.clause : note.clauses.tranche[index - 1]?.clause)?.block;
      const clause = `original issue discount ${show(missing)}`;
      return [
        {
          span: price.span,
          ...(exact.compare(part.amount, large) < 0 ? { severity: "hint" as const } : {}),
          message: `The holder pays ${show(price.meaning)} for a principal${of} of ${show(principal.meaning)}: ${show(missing)} less, ${show(part)} of the principal, and no discount is stated. Name it, or correct the sum that is wrong.`,
          related: [{ message: `The principal: ${show(principal.meaning)}.`, span: principal.span }],
          fixes: block
            ? [{ title: `State “${clause}”`, edits: [addition(clause, block, note.tree.text)] }]
            : [],
        },
      ];
    });
  },
});
