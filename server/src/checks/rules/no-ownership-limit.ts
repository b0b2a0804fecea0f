import { amountConvertedAtMaturity } from "../../finance/conversion/amount.ts";
import { held } from "../../finance/conversion/ownership.ts";
import { evaluate, type Situation } from "../../finance/engine/formula.ts";
import { outstanding } from "../../finance/inputs/sources.ts";
import { statementsOf } from "../../note/statements.ts";
import { isPositive, plus, ratio, sharesFor } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { priceBounds } from "../price-bounds.ts";
import { followsMarket } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

export const noOwnershipLimit = rule({
  code: "no-ownership-limit",
  severity: "warning",
  title: "A market-priced conversion without an ownership limit",
  why: "At a price that follows the market down, one conversion can make the holder the owner of more than 5 % or 10 % of the shares, with the reports and the liability for short-swing profits that follow. Almost every such note has a limit of 4.99 % or 9.99 %.",
  repair: "Add the clause `ownership limit`, or write `ownership limit none` if none is meant.",
  bad: exampleNote(exampleConversion({ "ownership limit": undefined })),
  good: exampleNote(exampleConversion({ "ownership limit": "4.99% after issuance" })),
  find: ({ note, alone }) => {
    const { price, ownershipLimit } = note.clauses.conversion.inner;
    const { clause } = note.clauses.conversion;
    const moving = statementsOf(price).find(({ meaning }) => followsMarket(meaning, alone));
    if (ownershipLimit.state !== "absent" || !moving || !clause) return [];
    if (staysBelow(alone)) return [];
    return [
      {
        span: clause.name,
        message:
          "The conversion price follows the market, and nothing limits how much of the issuer the holder may own after a conversion: it may pass 5 % or 10 %, with the duties that follow. Add an “ownership limit”, most often 4.99 % or 9.99 % after issuance, or write “ownership limit none”.",
        related: [{ message: "The price that follows the market.", span: moving.clause.name }],
      },
    ];
  },
});

/** Below this part of the shares nobody has to report what it owns (Securities Exchange Act of 1934, section 13(d)). */
const reported = exact.fraction(5n, 100n);

/** Whether the lowest price that the note allows keeps the holder below what has to be reported. */
function staysBelow(alone: Situation): boolean {
  const least = priceBounds(alone)?.lowest;
  const amount = evaluate(amountConvertedAtMaturity, alone);
  const before = evaluate(outstanding, alone);
  if (!least || !isPositive(least) || isWaiting(amount) || isWaiting(before)) return false;
  const shares = sharesFor(amount, least);
  const already = evaluate(held, alone);
  const own = isWaiting(already) ? shares : plus(shares, already);
  return exact.compare(ratio(own, plus(before, shares)).amount, reported) < 0;
}
