import { evaluate } from "../../finance/engine/formula.ts";
import { principal } from "../../finance/inputs/sources.ts";
import { statementsOf } from "../../note/statements.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, rule } from "../rule.ts";

const financing = (cap: string): string =>
  exampleNote(
    `  qualified financing {\n    threshold               $1,000,000 excluding notes\n    valuation cap           ${cap} post-money\n    capitalization includes  all shares\n  }`,
  );

/**
 * One holder of a quarter or more of a company is no longer an investor in a round. A quarter exactly is found too:
 * $250,000 under a cap of $10,000,000 is a fortieth, as such notes often are, and a lost zero makes it just a quarter.
 */
const quarter = exact.fraction(1n, 4n);

export const capNearPrincipal = rule({
  code: "cap-near-principal",
  severity: "warning",
  title: "A valuation cap that makes the note a quarter of the company, or more",
  why: "Principal divided by the cap is about the part of the company that the note becomes. One note seldom becomes a quarter of it before anyone else invests; a cap that has lost a zero makes it so.",
  repair: "Correct the cap or the principal. If both are meant, put that on record.",
  bad: financing("$400,000"),
  good: financing("$4,000,000"),
  find: ({ note, alone }) => {
    const owed = evaluate(principal, alone);
    if (isWaiting(owed) || !arithmetic.isPositive(owed)) return [];
    const { qualifiedFinancing, otherFinancing, principal: stated } = note.clauses;
    return [qualifiedFinancing, otherFinancing].flatMap(({ inner }) =>
      statementsOf(inner.valuationCap).flatMap(({ meaning: { value }, span }) => {
        if (arithmetic.compared(value, owed) <= 0) return [];
        const part = arithmetic.ratio(owed, value);
        if (exact.compare(part.amount, quarter) < 0) return [];
        return [
          {
            span,
            message: `At a cap of ${show(value)} the principal of ${show(owed)} becomes about ${show(part)} of the company. Correct the sum that is wrong; if both are meant, put that on record.`,
            related: stated.state === "said" ? [{ message: "The principal.", span: stated.span }] : [],
          },
        ];
      }),
    );
  },
});
