import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as exact from "../../server/src/quantity/exact.ts";

const Precise = Decimal.clone({
  precision: 400,
  toExpNeg: -1e6,
  toExpPos: 1e6,
  rounding: Decimal.ROUND_HALF_UP,
});

/** Amounts up to 10^15 with cents, prices down to 10^-10, and quotients whose digits never end. */
const whole = fc.bigInt({ min: -(10n ** 27n), max: 10n ** 27n });
const divisor = fc.bigInt({ min: 1n, max: 10n ** 18n });
const number = fc
  .tuple(whole, divisor)
  .map(([numerator, denominator]) => exact.fraction(numerator, denominator));
const positive = number.filter(({ numerator }) => numerator > 0n);
const digits = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 25n }), fc.integer({ min: 0, max: 20 }))
  .map(([units, places]) => {
    const text = units.toString().padStart(places + 1, "0");
    return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  });

const of = (text: string): exact.Exact => {
  const value = exact.parseExact(text);
  if (!value) throw new Error(`no number: ${text}`);
  return value;
};
const library = ({ numerator, denominator }: exact.Exact): Decimal =>
  new Precise(numerator.toString()).div(denominator.toString());

/** Whether the two are the same number, by cross-multiplication of whole numbers. */
function same(a: exact.Exact, numerator: bigint, denominator: bigint): boolean {
  return a.numerator * denominator === numerator * a.denominator;
}

function lowestTerms({ numerator, denominator }: exact.Exact): boolean {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return denominator > 0n && (a === 1n || numerator === 0n);
}

test("sums, differences, products and quotients lose nothing and stay in lowest terms", () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const sum = exact.add(a, b);
      const difference = exact.subtract(a, b);
      const product = exact.multiply(a, b);
      const cross = a.denominator * b.denominator;
      expect(same(sum, a.numerator * b.denominator + b.numerator * a.denominator, cross)).toBe(true);
      expect(same(difference, a.numerator * b.denominator - b.numerator * a.denominator, cross)).toBe(true);
      expect(same(product, a.numerator * b.numerator, cross)).toBe(true);
      expect([sum, difference, product].every(lowestTerms)).toBe(true);
      if (b.numerator === 0n) return;
      const quotient = exact.divide(a, b);
      expect(same(quotient, a.numerator * b.denominator, a.denominator * b.numerator)).toBe(true);
      expect(lowestTerms(quotient)).toBe(true);
      expect(exact.compare(exact.multiply(quotient, b), a)).toBe(0);
    }),
  );
});

test("numbers compare as their difference does", () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const { numerator } = exact.subtract(a, b);
      expect(exact.compare(a, b)).toBe(numerator < 0n ? -1 : numerator > 0n ? 1 : 0);
    }),
  );
});

test("the floor is the largest whole number that is no greater", () => {
  fc.assert(
    fc.property(number, (a) => {
      const below = exact.floor(a);
      expect(below * a.denominator <= a.numerator).toBe(true);
      expect((below + 1n) * a.denominator > a.numerator).toBe(true);
    }),
  );
  expect(exact.floor(of("-0.5"))).toBe(-1n);
});

test("halves round away from zero, all else to the nearest", () => {
  const rounded = (text: string, places: number): string => exact.toFixed(of(text), places);
  expect(
    ["0.005", "0.004999", "1.005", "2.675", "-0.005", "-0.004999", "0.015", "1000000000000000.005"].map(
      (text) => rounded(text, 2),
    ),
  ).toEqual(["0.01", "0.00", "1.01", "2.68", "-0.01", "0.00", "0.02", "1000000000000000.01"]);
  expect(["0.5", "1.5", "2.5", "-0.5", "-2.5"].map((text) => rounded(text, 0))).toEqual([
    "1",
    "2",
    "3",
    "-1",
    "-3",
  ]);
});

test("rounding agrees with a library of high precision", () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 0, max: 12 }), (a, places) => {
      const theirs = library(a)
        .toFixed(places)
        .replace(/^-(0(\.0*)?)$/, "$1");
      expect(exact.toFixed(a, places)).toBe(theirs);
      expect(exact.compare(exact.round(a, places), of(theirs))).toBe(0);
    }),
  );
});

test("significant digits agree with a library of high precision, without an exponent", () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 1, max: 20 }), (a, significant) => {
      const expected = library(a).toSignificantDigits(significant).toFixed();
      // A number with more whole digits than are asked for keeps them all.
      const all = library(a).abs().floor().toFixed().length > significant ? exact.toFixed(a, 0) : expected;
      expect(exact.toSignificant(a, significant)).toBe(all === "-0" ? "0" : all);
    }),
  );
});

test("what is written in plain digits reads as the same number", () => {
  fc.assert(
    fc.property(digits, (text) => {
      const value = of(text);
      expect(exact.compare(of(exact.toPlain(value, 12)), value)).toBe(0);
      expect(exact.toPlain(value, 12)).not.toMatch(/e/i);
    }),
  );
});

test.each([
  ["1/3", exact.fraction(1n, 3n), "0.333333333333"],
  ["2/3", exact.fraction(2n, 3n), "0.666666666667"],
  ["the smallest price", of("0.0000000001"), "0.0000000001"],
  ["a third of it", exact.fraction(1n, 30_000_000_000n), "0.0000000000333333333333"],
  ["the largest sum", of("1000000000000000.00"), "1000000000000000"],
  ["a price that ends late", of("0.12345678901234567"), "0.12345678901234567"],
  ["zero", exact.zero, "0"],
  ["minus a half", of("-.5"), "-0.5"],
  ["two thirds of a trillion", exact.fraction(2_000_000_000_000n, 3n), "666666666667"],
])("%s in plain digits", (_, value, text) => {
  expect(exact.toPlain(value, 12)).toBe(text);
});

test("only digits with an optional minus and point are a number", () => {
  for (const text of [
    "",
    "-",
    ".",
    "1e5",
    "1,000",
    " 1",
    "1 ",
    "+1",
    "0x10",
    "--1",
    "1.2.3",
    "∞",
    "NaN",
    "١",
  ]) {
    expect(exact.parseExact(text), text).toBeUndefined();
  }
  expect(exact.parseExact("5.")).toEqual(exact.whole(5));
  expect(exact.parseExact("-12.50")).toEqual(exact.fraction(-25n, 2n));
});

test("the power of ten of the first digit", () => {
  fc.assert(
    fc.property(positive, (a) => {
      const power = exact.magnitude(a);
      const ten = power >= 0 ? exact.whole(10n ** BigInt(power)) : exact.fraction(1n, 10n ** BigInt(-power));
      expect(exact.compare(a, ten)).toBeGreaterThanOrEqual(0);
      expect(exact.compare(a, exact.multiply(ten, exact.whole(10)))).toBeLessThan(0);
    }),
  );
});

// (1 + 0.12/4)^4 = 1.12550881; e = 2.718281828459045235360287471352662497757247093699959574966967…
test("powers and exponentials", () => {
  expect(exact.toPlain(exact.realPower(of("1.03"), exact.whole(4)), 12)).toBe("1.12550881");
  expect(exact.toFixed(exact.exponential(exact.one), 50)).toBe(
    "2.71828182845904523536028747135266249775724709369996",
  );
  expect(exact.toFixed(exact.realPower(of("2"), exact.fraction(1n, 2n)), 40)).toBe(
    "1.4142135623730950488016887242096980785697",
  );
  expect(exact.compare(exact.realPower(of("1.5"), exact.zero), exact.one)).toBe(0);
});

/** What a number that is worked out says where it can't be: what it waits for. */
function needOf(work: () => unknown): string {
  try {
    return `no need: ${String(work())}`;
  } catch (error) {
    return error instanceof exact.Unworkable ? error.need : String(error);
  }
}

describe("numbers have bounds, and what is beyond them is not worked out", () => {
  const long = of(`0.${"7".repeat(90)}`);

  test.each([
    ["a divisor of zero", () => exact.fraction(1n, 0n), /^a divisor above zero$/],
    ["a quotient by zero", () => exact.divide(exact.one, exact.zero), /^a divisor above zero$/],
    ["a power beyond all sense", () => exact.realPower(of("1000000"), of("3652.5")), /^numbers of sense/],
    [
      "one with a base of a million digits",
      () => exact.realPower(exact.whole(10n ** 10_000n), of("2.5")),
      /^numbers/,
    ],
    ["an exponential beyond all sense", () => exact.exponential(of("100000000")), /^numbers of sense/],
    ["a figure of 42 digits", () => exact.judgeSize(exact.whole(10n ** 41n)), /^numbers of sense/],
    [
      "a long chain of long factors",
      () => Array(80).fill(long).reduce(exact.multiply),
      /^numbers of fewer digits/,
    ],
    [
      "a long chain of quotients",
      () => Array(80).fill(long).reduce(exact.divide),
      /^numbers of fewer digits/,
    ],
  ])("%s", (_, work, need) => {
    expect(needOf(work)).toMatch(need);
  });

  test("what lies within them is worked out as ever", () => {
    expect(needOf(() => exact.judgeSize(exact.whole(10n ** 40n)))).toBe("no need: undefined");
    expect(exact.toPlain(Array(40).fill(long).reduce(exact.multiply), 12)).toBe("0.0000430745970057");
    expect(exact.isZero(exact.realPower(of("0.5"), of("100000.5")))).toBe(true);
  });

  // 0.12 a year over 300 years: (1 + 0.12 ÷ 365) ^ 109,500 and e ^ 36 by Python's decimal module at 120 digits.
  test("compounding over centuries is good to sixty digits", () => {
    const daily = exact.realPower(exact.fraction(36_512n, 36_500n), of("109500"));
    expect(exact.toSignificant(daily, 55)).toBe("4285799405119904.382399474557496329373047523250079883771");
    expect(exact.toSignificant(exact.exponential(of("36")), 55)).toBe(
      "4311231547115195.227113422292856925390788863616780347731",
    );
  });
});
