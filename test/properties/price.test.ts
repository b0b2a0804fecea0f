import fc from "fast-check";
import { expect, test } from "vitest";
import { conversionAmount } from "../../server/src/finance/conversion/amount.ts";
import { conversionShares } from "../../server/src/finance/conversion/conversion.ts";
import { evaluate } from "../../server/src/finance/engine/formula.ts";
import { conversionPrice } from "../../server/src/finance/prices/conversion-price.ts";
import { priceOf } from "../../server/src/finance/prices/price.ts";
import { cashInLieu } from "../../server/src/finance/shares/received.ts";
import { worth } from "../../server/src/quantity/arithmetic.ts";
import * as exact from "../../server/src/quantity/exact.ts";
import { type Figure, isWaiting } from "../../server/src/quantity/figure.ts";
import { convertible, market, read, scenario } from "../support/sheets.ts";

const days = [
  "2024-05-28",
  "2024-05-29",
  "2024-05-30",
  "2024-05-31",
  "2024-06-03",
  "2024-06-04",
  "2024-06-05",
  "2024-06-06",
  "2024-06-07",
];
/** Prices from 10^-10 to some thousands. */
const digits = fc
  .tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 2, max: 10 }))
  .map(([units, places]) => {
    const text = String(units).padStart(places + 1, "0");
    return `$${text.slice(0, -places)}.${text.slice(-places)}`;
  });
const percent = fc.integer({ min: 1, max: 150 }).map((points) => `${points}%`);
const count = fc.integer({ min: 1, max: 9 });
const measure = fc.constantFrom("VWAP", "closing bid");

const { price } = fc.letrec<{ price: string; base: string }>((tie) => ({
  base: fc.oneof(
    digits,
    measure.map((name) => `${name} on prior trading day`),
    fc.tuple(measure, count).map(([name, window]) => `average of ${name} over prior ${window} trading days`),
    fc
      .tuple(count, measure, count)
      .map(([picks, name, window]) => `average of ${picks} lowest ${name} over prior ${window} trading days`),
    fc
      .tuple(fc.constantFrom("lowest", "highest"), measure, count)
      .map(([side, name, window]) => `${side} ${name} over prior ${window} trading days`),
  ),
  price: fc.oneof(
    { depthSize: "small" },
    tie("base"),
    fc.tuple(percent, tie("base")).map(([share, of]) => `${share} of ${of}`),
    fc.tuple(tie("base"), percent).map(([of, part]) => `${of} plus ${part}`),
    fc
      .tuple(
        fc.constantFrom("lowest of", "lesser of", "highest of"),
        fc.array(tie("price"), { minLength: 1, maxLength: 4 }),
      )
      .map(([word, alternatives]) => `${word} {\n${alternatives.join("\n")}\n}`),
  ),
}));
const table = fc
  .array(fc.tuple(digits, digits), { minLength: days.length, maxLength: days.length })
  .map((rows) =>
    market(
      ["date VWAP closing bid", ...rows.map(([vwap, bid], index) => `${days[index]} ${vwap} ${bid}`)].join(
        "\n",
      ),
    ),
  );
const amount = fc
  .bigInt({ min: 1n, max: 10n ** 17n })
  .map((cents) => `$${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`);

function played(text: string) {
  const situation = read(text).notes[0]?.played[0];
  if (!situation) throw new Error("no scenario");
  return situation;
}

function ready<F extends Figure>(result: F | { readonly waitingFor: readonly string[] }): F {
  if (isWaiting(result)) throw new Error(result.waitingFor.join());
  return result as F;
}

test("the conversion price is at most every alternative of “lowest of”, and is one of them", () => {
  fc.assert(
    fc.property(fc.array(price, { minLength: 1, maxLength: 5 }), table, (alternatives, rows) => {
      const situation = played(
        convertible(`lowest of {\n${alternatives.join("\n")}\n}`) + rows + scenario("June 10, 2024"),
      );
      const lowest = ready(evaluate(conversionPrice, situation));
      const bound = situation.note.clauses.conversion.inner.price;
      if (bound.state !== "said" || bound.meaning.kind !== "best") throw new Error("no alternatives");
      const each = bound.meaning.alternatives.map((alternative) => ready(priceOf(alternative, situation)));
      expect(each).toHaveLength(alternatives.length);
      for (const one of each) expect(exact.compare(lowest.amount, one.amount)).toBeLessThanOrEqual(0);
      expect(each.some((one) => exact.compare(lowest.amount, one.amount) === 0)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("shares × price is at most the amount, and one share more would be above it; the rest is paid in cash", () => {
  fc.assert(
    fc.property(price, table, amount, (words, rows, sum) => {
      const situation = played(convertible(words, `    amount ${sum}`) + rows + scenario("June 10, 2024"));
      const paid = ready(evaluate(conversionPrice, situation));
      const shares = ready(evaluate(conversionShares, situation));
      const total = ready(evaluate(conversionAmount, situation));
      const spent = worth(shares, paid);
      expect(exact.compare(spent.amount, total.amount)).toBeLessThanOrEqual(0);
      expect(exact.compare(exact.add(spent.amount, paid.amount), total.amount)).toBeGreaterThan(0);
      const cash = ready(evaluate(cashInLieu, situation));
      const rest = exact.subtract(total.amount, spent.amount);
      expect(exact.compare(cash.amount, exact.round(rest, 2))).toBe(0);
    }),
    { numRuns: 150 },
  );
});

test("a floor is a floor and a ceiling a ceiling", () => {
  fc.assert(
    fc.property(price, digits, digits, table, (words, floor, ceiling, rows) => {
      const text =
        convertible(words, `    floor ${floor}\n    ceiling ${ceiling}`) + rows + scenario("June 10, 2024");
      const situation = played(text);
      const paid = ready(evaluate(conversionPrice, situation));
      const { inner } = situation.note.clauses.conversion;
      if (inner.floor.state !== "said" || inner.ceiling.state !== "said") throw new Error("no bounds");
      const low = ready(priceOf(inner.floor.meaning, situation));
      const high = ready(priceOf(inner.ceiling.meaning, situation));
      expect(exact.compare(paid.amount, low.amount)).toBeGreaterThanOrEqual(0);
      if (exact.compare(low.amount, high.amount) <= 0)
        expect(exact.compare(paid.amount, high.amount)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 100 },
  );
});
