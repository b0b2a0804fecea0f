import { expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { alternativesOf } from "../../server/src/features/alternatives.ts";
import { conversionShares } from "../../server/src/finance/conversion/conversion.ts";
import { evaluate } from "../../server/src/finance/engine/formula.ts";
import { conversionPrice } from "../../server/src/finance/prices/conversion-price.ts";
import { assumptionsOf, isWaiting } from "../../server/src/quantity/figure.ts";
import { show } from "../../server/src/quantity/format.ts";

// Of the first day, 180 days are over on June 30, 2024: 100,000 ÷ 0.20 = 500,000 shares on July 15. Of March 1 they are
// over on August 28: 100,000 ÷ 0.50 = 200,000 shares.
const text = `note "Step Note" {
  issuer     "Example Corp."
  holder     "Example Fund LP"
  principal  $100,000
  issued     [January 2, 2024 | March 1, 2024]
  matures    January 2, 2025
  interest   none
  conversion {
    option  holder
    price   $0.50 until day 180
    price   $0.20 after day 180
  }
}
scenario "July" {
  on       July 15, 2024
  convert  $100,000
}
`;

test("a number rests on a draft's words through the condition that picks its price", () => {
  const [note] = analyse(text, undefined).notes;
  const [july] = note?.played ?? [];
  if (!note || !july) throw new Error("The note has a scenario.");
  const price = evaluate(conversionPrice, july);
  const shares = evaluate(conversionShares, july);
  if (isWaiting(price) || isWaiting(shares)) throw new Error("Both are worked out.");
  expect([show(price), show(shares)]).toEqual(["$0.20", "500,000 shares"]);
  expect(assumptionsOf(price)).toContainEqual(expect.stringContaining("“issued” has alternatives"));
  const [march] = alternativesOf(note).get("note/issued") ?? [];
  expect(march?.text).toBe("March 1, 2024");
  expect(march?.change && [march.change.scenario, show(march.change.result)]).toEqual(["July", "$0.50"]);
});
