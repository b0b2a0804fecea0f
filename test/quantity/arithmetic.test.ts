import fc from "fast-check";
import { expect, test } from "vitest";
import * as arithmetic from "../../server/src/quantity/arithmetic.ts";
import { parseIsoDate } from "../../server/src/quantity/date.ts";
import * as exact from "../../server/src/quantity/exact.ts";
import { assuming, assumptionsOf, dateFigure, type Figure } from "../../server/src/quantity/figure.ts";
import { plainValue, show } from "../../server/src/quantity/format.ts";
import { growth } from "../../server/src/quantity/growth.ts";
import { money, price, ratio, shares } from "../support/numbers.ts";

const cents = (units: bigint): string => `${units / 100n}.${String(units % 100n).padStart(2, "0")}`;

test("an amount that a price divides exactly gives exactly that many shares", () => {
  const bids = ["0.0024", "0.0025", "0.0025"].map(price);
  const mean = arithmetic.average(bids, [0, 1, 2], "mean");
  const paid = arithmetic.portion(ratio("0.65"), mean);
  // The mean is 0.0074/3, so 65 % of it goes into 4,810.00 exactly 3,000,000 times.
  expect(plainValue(arithmetic.wholeShares(arithmetic.sharesFor(money("4810.00"), paid)))).toBe("3000000");
});

test("any whole number of shares times its price buys exactly that many shares", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 15n }),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      fc.bigInt({ min: 1n, max: 999n }),
      (count, units, divisor) => {
        const each: Figure<"price"> = { ...price("1"), amount: exact.fraction(units, divisor * 10n ** 10n) };
        const sum = arithmetic.worth(shares(String(count)), each);
        expect(plainValue(arithmetic.wholeShares(arithmetic.sharesFor(sum, each)))).toBe(String(count));
      },
    ),
  );
});

test("whole shares never cost more than the sum, and one more would", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 17n }),
      fc.bigInt({ min: 1n, max: 10n ** 13n }),
      fc.bigInt({ min: 1n, max: 97n }),
      (units, tiny, divisor) => {
        const sum = money(cents(units));
        const each: Figure<"price"> = { ...price("1"), amount: exact.fraction(tiny, divisor * 10n ** 10n) };
        const bought = arithmetic.wholeShares(arithmetic.sharesFor(sum, each));
        expect(bought.amount.denominator).toBe(1n);
        expect(arithmetic.compared(arithmetic.worth(bought, each), sum)).toBeLessThanOrEqual(0);
        const more = arithmetic.plus(bought, shares("1"));
        expect(arithmetic.compared(arithmetic.worth(more, each), sum)).toBeGreaterThan(0);
      },
    ),
  );
});

test("shares may exceed 2^53, at the smallest prices", () => {
  const bought = arithmetic.sharesFor(money("1000000000000000.00"), price("0.0000000003"));
  expect(plainValue(arithmetic.wholeShares(bought))).toBe("3333333333333333333333333");
  expect(plainValue(arithmetic.nearestShare(arithmetic.sharesFor(money("5"), price("3"))))).toBe("2");
  expect(plainValue(arithmetic.wholeShares(arithmetic.sharesFor(money("5"), price("3"))))).toBe("1");
});

test("a sum is rounded to the currency's smallest unit, half up, and goes on rounded", () => {
  const half = arithmetic.payable(money("10.005"));
  expect(plainValue(half)).toBe("10.01");
  expect(exact.compare(half.amount, exact.fraction(1001n, 100n))).toBe(0);
  expect(plainValue(arithmetic.payable({ ...money("10.5"), currency: "JPY" }))).toBe("11");
  expect(plainValue(arithmetic.payable({ ...money("10.0005"), currency: "KWD" }))).toBe("10.001");
});

test("a price is not rounded: its thirds come back", () => {
  const third = arithmetic.average([price("0.01"), price("0.01"), price("0.02")], [0, 1, 2], "mean");
  const back = arithmetic.worth(shares("300"), third);
  expect(exact.compare(back.amount, exact.whole(4))).toBe(0);
});

test("the operators of percentages", () => {
  expect(show(arithmetic.reduced(price("2"), ratio("0.15")))).toBe("$1.70");
  expect(show(arithmetic.increased(price("2"), ratio("0.15")))).toBe("$2.30");
  expect(show(arithmetic.complement(ratio("0.65")))).toBe("35 %");
  expect(show(arithmetic.ratio(money("1"), money("3")))).toBe("33.3333 %");
  expect(show(arithmetic.over(price("0.003"), ratio("0.85")))).toBe("$0.0035294118");
  expect(show(arithmetic.perShare(money("755416.67"), shares("481227621")))).toBe("$0.00156977");
});

test("the lowest and the highest keep losers on record and name every tie", () => {
  const candidates = ["0.002", "0.003", "0.0020"].map(price);
  const lowest = arithmetic.choose("lowest", candidates, "lowest of", ["a", "b", "c"]);
  expect(plainValue(lowest)).toBe("0.002");
  expect(lowest.origin).toMatchObject({
    operation: { form: "choice", winners: [0, 2], labels: ["a", "b", "c"] },
  });
  expect(lowest.origin.kind === "computed" && lowest.origin.inputs).toEqual(candidates);
  const highest = arithmetic.choose("highest", candidates, "highest of", ["a", "b", "c"]);
  expect(highest.origin).toMatchObject({ operation: { winners: [1] } });
});

test("of equal prices the earlier is picked, and the picks stand in the order of time", () => {
  const bids = [
    "0.0031",
    "0.0029",
    "0.0030",
    "0.0027",
    "0.0026",
    "0.0028",
    "0.0025",
    "0.0024",
    "0.0026",
    "0.0027",
  ].map(price);
  expect(arithmetic.picks("lowest", bids, 3)).toEqual([4, 6, 7]);
  expect(arithmetic.picks("highest", bids, 2)).toEqual([0, 2]);
  expect(arithmetic.picks("lowest", [price("1"), price("1"), price("1")], 2)).toEqual([0, 1]);
  expect(arithmetic.picks("lowest", bids, 99)).toHaveLength(10);
});

test("the picked are the lowest there are", () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 12 }), (all, count) => {
      const picked = arithmetic.picks(
        "lowest",
        all.map((units) => price(`${units}`)),
        count,
      );
      const values = picked.map((index) => all[index] ?? 0).sort((a, b) => a - b);
      expect(values).toEqual([...all].sort((a, b) => a - b).slice(0, count));
    }),
  );
});

// 840,000 × ((1 + 0.12/4)^4 − 1) = 840,000 × 0.12550881 = 105,427.4004; e^0.12 − 1 = 0.127496851579375671…
test("growth", () => {
  const year = ratio("1");
  const quarterly = growth(ratio("0.12"), year, 4);
  expect(plainValue(quarterly)).toBe("1.12550881");
  expect(plainValue(growth(ratio("0.12"), year, "continuously"))).toBe("1.12749685158");
  expect(plainValue(growth(ratio("0.12"), year, 1))).toBe("1.12");
});

test("part of a year is exact", () => {
  const day = (text: string): Figure<"date"> => {
    const found = parseIsoDate(text);
    if (found === undefined) throw new Error(`no day: ${text}`);
    return dateFigure(found, { kind: "given", by: "the test", span: undefined });
  };
  // December 6, 2017 and 100 days: 25 in December, 31, 28, and 16 in March.
  const [from, to] = [day("2017-12-06"), day("2018-03-16")];
  const years = arithmetic.yearFraction("actual/365", from, to);
  expect(exact.compare(years.amount, exact.fraction(100n, 365n))).toBe(0);
  expect(show(arithmetic.daysIn("actual/365", from, to))).toBe("100 days");
});

test("a figure carries what it was made of, and every assumption of its inputs once", () => {
  const sum = assuming(money("100"), "first");
  const rate = assuming(ratio("0.1"), "second");
  const interest = arithmetic.payable(arithmetic.times(sum, rate));
  const total = arithmetic.plus(sum, interest);
  expect(assumptionsOf(total)).toEqual(["first", "second"]);
  expect(total.origin).toMatchObject({ kind: "computed", operation: { form: "infix", sign: "+" } });
  expect(interest.origin).toMatchObject({ operation: { form: "rounding", text: "to cents" } });
  expect(total.currency).toBe("USD");
  expect(assumptionsOf(assuming(money("1"), undefined))).toEqual([]);
});

test("shares round up where too few would not do, and never further than to the next whole one", () => {
  const up = (digits: string): string => plainValue(arithmetic.wholeSharesUp(shares(digits)));
  expect(["499.5", "499.000001", "499", "0", "1/3"].map(up)).toEqual(["500", "500", "499", "0", "1"]);
});

test("what lies a part of the way between two values", () => {
  const between = (part: string): string =>
    plainValue(arithmetic.between(shares("9.0909"), shares("4"), ratio(part).amount, ""));
  // 9.0909 − 2/5 × 5.0909.
  expect(["0", "2/5", "1"].map(between)).toEqual(["9.0909", "7.05454", "4"]);
});

test("how many times one sum goes into another is a number, and as many of a thing are that many times it", () => {
  const count = arithmetic.timesIn(money("250000"), money("1000"));
  expect(show(count)).toBe("250");
  expect(show(arithmetic.repeated(money("10"), count))).toBe("$2,500.00");
});

test("none of something has its unit and says why", () => {
  const none = arithmetic.nothing("money", "nothing is late", [], "EUR");
  expect(show(none)).toBe("EUR 0.00");
  expect(none.origin).toMatchObject({ operation: { text: "nothing is late" } });
});
