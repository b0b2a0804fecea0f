import { expect, test } from "vitest";
import { recordsOf } from "../support/figures.ts";
import { scenario, sheet } from "../support/sheets.ts";

const interest = "  interest { rate 36.5%; day count actual/365; simple }\n";
const assumed = (text: string, id: string, where = {}): readonly string[] =>
  recordsOf(text, where).get(id)?.assumptions ?? [];

test.each([
  ["prepayment", "day 0 to 366 [115%]", "prepayment-windows"],
  ["instalments", "2024-07-01 [$20,000]", "instalments-total"],
  ["instalments", "[2024-07-01] $20,000", "amount-at-maturity"],
  ["holder redemption", "2024-07-01 [$20,000]", "holder-redemption-total"],
])("what rests on a proposed line of “%s” says so: %s", (block, line, id) => {
  const text = sheet(`${interest}  ${block} {\n    ${line}\n  }`);
  expect(assumed(text, id)).toContain(`a line of “${block}” is proposed, not agreed: ${line}`);
  const agreed = sheet(`${interest}  ${block} {\n    ${line.replace(/[[\]]/g, "")}\n  }`);
  expect(assumed(agreed, id).filter((one) => one.includes("proposed"))).toEqual([]);
});

test("damages for late shares rest on every proposed line together", () => {
  const text = sheet(
    "  interest none\n  conversion {\n    option holder\n    price $1\n    late delivery {\n      day 1 [$300]\n      after day 1 [$400]\n    }\n  }",
  );
  expect(assumed(text, "late-damages")).toContain(
    "lines of “late delivery” are proposed, not agreed: “day 1 [$300]” and “after day 1 [$400]”",
  );
});

test("what is open before the braces of a block, or under a condition, is marked as well", () => {
  const barred = sheet(`${interest}  prepayment [at any time without premium | barred]`);
  const played = { scenario: "Played" };
  expect(assumed(barred + scenario("2024-06-03"), "prepayment-amount", played)).toContain(
    "“prepayment” has alternatives, [at any time without premium | barred]: the first is used",
  );
  const stepped = sheet("  interest { rate 10%; rate [12%] from day 181; day count actual/365; simple }");
  expect(assumed(stepped, "accrued-interest")).toContain(
    "“rate” is proposed, not agreed: [12%] from day 181",
  );
});
