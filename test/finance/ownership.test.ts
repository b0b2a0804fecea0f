import fc from "fast-check";
import { expect, test } from "vitest";
import { conversionParts } from "../../server/src/finance/conversion/ownership.ts";
import { recordsOf, valueIn } from "../support/figures.ts";
import { ratio } from "../support/numbers.ts";
import { convertible, scenario } from "../support/sheets.ts";

const played = { scenario: "Played" };
const limited = (limit: string, outstanding = "1,000 shares", amount = "$500"): string =>
  `${convertible("$1", `    amount ${amount}\n    ownership limit ${limit}`)}market { outstanding ${outstanding} }\n${scenario("June 10, 2024")}`;

test.each([
  // floor(0.1 × 1,000 ÷ 0.9) = 111; then of 1,111: 123; of 1,234: 137; the last 129.
  ["10% after issuance", "111", "4", "111 + 123 + 137 + 129 shares"],
  // floor(0.1 × 1,000) = 100; then of 1,100: 110; of 1,210: 121; of 1,331: 133; the last 36.
  ["10% before issuance", "100", "5", "100 + 110 + 121 + 133 + 36 shares"],
  // floor(0.5 × 1,000 ÷ 0.5) = 1,000: all at once.
  ["50% after issuance", "1000", "1", "500 shares"],
])("a limit of %s", (limit, most, count, parts) => {
  expect(valueIn(limited(limit), "blocker-shares", played)).toBe(most);
  expect(valueIn(limited(limit), "blocked-conversions", played)).toBe(count);
  expect(recordsOf(limited(limit), played).get("blocked-conversions")?.steps[0]).toContain(parts);
});

test("a limit that lets no share through, or none at all, is no number", () => {
  expect(valueIn(limited("1% after issuance", "50 shares"), "blocked-conversions", played)).toMatch(
    /^waits for an ownership limit that lets at least one share through/,
  );
  expect(valueIn(limited("100% after issuance"), "blocker-shares", played)).toMatch(
    /^waits for an ownership limit below 100 %/,
  );
  expect(valueIn(limited("0% after issuance"), "blocker-shares", played)).toBe("0");
});

test("ownership after all is converted", () => {
  expect(valueIn(limited("10% after issuance", "1,500 shares"), "ownership-after", played)).toBe("0.25");
});

test("the conversions together are all the shares, none above the limit, and no fewer would do", () => {
  const shares = fc.bigInt({ min: 1n, max: 10n ** 12n });
  fc.assert(
    fc.property(
      shares,
      fc.bigInt({ min: 100n, max: 10n ** 12n }),
      fc.integer({ min: 500, max: 4_000 }),
      (total, outstanding, points) => {
        const share = ratio(`${points}/10000`);
        const parts = conversionParts(total, outstanding, { share, measured: "after" });
        if (!parts) return;
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total);
        let before = outstanding;
        parts.forEach((part, index) => {
          const after = before + part;
          expect(part * 10_000n <= BigInt(points) * after).toBe(true);
          // All but the last take all that the limit leaves.
          if (index < parts.length - 1)
            expect((part + 1n) * 10_000n > BigInt(points) * (after + 1n)).toBe(true);
          before = after;
        });
      },
    ),
    { numRuns: 60 },
  );
});
