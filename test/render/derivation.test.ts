import { expect, test } from "vitest";
import * as arithmetic from "../../server/src/quantity/arithmetic.ts";
import { type Figure, named } from "../../server/src/quantity/figure.ts";
import { stepsOf } from "../../server/src/render/derivation.ts";
import { money, price, ratio, shares } from "../support/numbers.ts";

const steps = (figure: Figure, known: (name: string) => boolean = () => false): string[] =>
  stepsOf(figure, known);

test("an equation in words, then in numbers, then its value", () => {
  const due = named("due", arithmetic.plus(named("principal", money("100")), named("interest", money("5"))));
  expect(steps(due)).toEqual(["due = principal + interest = $100.00 + $5.00 = $105.00"]);
});

test("parentheses stand where the order of signs needs them, and nowhere else", () => {
  const a = named("a", money("10"));
  const b = named("b", money("4"));
  const r = named("r", ratio("0.5"));
  const equation = (figure: Figure): string =>
    (steps(named("x", figure))[0] ?? "").split(" = ").slice(1, 3).join(" = ");
  expect(equation(arithmetic.times(arithmetic.plus(a, b), r))).toBe("(a + b) × r = ($10.00 + $4.00) × 50 %");
  expect(equation(arithmetic.minus(a, arithmetic.plus(b, b)))).toBe("a − (b + b) = $10.00 − ($4.00 + $4.00)");
  expect(equation(arithmetic.plus(a, arithmetic.times(b, r)))).toBe("a + b × r = $10.00 + $4.00 × 50 %");
  expect(equation(arithmetic.minus(arithmetic.minus(a, b), b))).toBe("a − b − b = $10.00 − $4.00 − $4.00");
  expect(equation(arithmetic.reduced(price("2"), r))).toBe("$2.00 × (1 − r) = $2.00 × (1 − 50 %)");
});

test("rounding is said where it is done", () => {
  const sum = named(
    "sum",
    arithmetic.payable(arithmetic.times(named("p", money("100.10")), named("r", ratio("0.05")))),
  );
  expect(steps(sum)).toEqual(["sum = p × r = $100.10 × 5 %, rounded to cents = $5.01"]);
  const bought = named(
    "n",
    arithmetic.wholeShares(arithmetic.sharesFor(named("a", money("5")), named("cp", price("3")))),
  );
  expect(steps(bought)).toEqual(["n = a ÷ cp = $5.00 ÷ $3.00, rounded down to whole shares = 1 share"]);
});

test("a choice lists its candidates: who wins, and by how much the others lose", () => {
  const candidates = [price("0.003"), price("0.002"), price("0.0025")];
  const lowest = named(
    "price",
    arithmetic.choose("lowest", candidates, "lowest of", ["$0.003", "the bid", "the mean"]),
  );
  const lines = steps(lowest);
  expect(lines[0]).toBe("price = lowest of 3 alternatives = $0.002");
  expect(lines.slice(1).map((line) => line.trim())).toEqual([
    expect.stringMatching(/^\$0\.003.*, loses, \$0\.001 higher$/),
    expect.stringMatching(/^the bid = \$0\.002.*, wins$/),
    expect.stringMatching(/^the mean = \$0\.0025.*, loses, \$0\.0005 higher$/),
  ]);
});

test("a list shows each answer under its own words, and the first as the whole", () => {
  const each = [named("a", price("2")), arithmetic.portion(ratio("0.5"), named("base", price("3")))] as const;
  const found = named("x", arithmetic.listed(each[0], [each[1]], "the first of two", ["first", "second"]));
  expect(steps(found)).toEqual([
    "x = $2.00: the first of two",
    "  first = $2.00, stated as “2”",
    "  second = 50 % × base = 50 % × $3.00 = $1.50",
  ]);
});

test("what a choice rests on is not explained again where it has an entry of its own", () => {
  const amount = named("amount", arithmetic.plus(named("p", money("1")), named("i", money("2"))));
  const half = arithmetic.portion(ratio("0.5"), amount);
  const chosen = named("x", arithmetic.choose("lowest", [half, money("5")], "lowest of", ["half", "five"]));
  expect(steps(chosen).join("\n")).toContain("amount = p + i");
  expect(steps(chosen, (name) => name === "amount").join("\n")).not.toContain("amount = p + i");
});

test("an average lists its days, the picked ones marked", () => {
  const on = (day: string, digits: string): Figure<"price"> => named(`VWAP of ${day}`, price(digits));
  const days = [on("2024-06-03", "0.03"), on("2024-06-04", "0.01"), on("2024-06-05", "0.02")];
  const mean = arithmetic.average(days, [1, 2], "average of the 2 lowest of 3: VWAP");
  const lines = steps(named("price", arithmetic.portion(ratio("0.5"), mean)));
  expect(lines.join("\n")).toContain("($0.01 + $0.02) ÷ 2 = $0.015");
  expect(lines.join("\n")).toContain(
    "2024-06-03 $0.03; 2024-06-04 $0.01 (picked); 2024-06-05 $0.02 (picked)",
  );
});

test("a part that has an entry of its own is not explained again", () => {
  const interest = named(
    "interest",
    arithmetic.payable(arithmetic.times(named("p", money("100")), named("r", ratio("0.05")))),
  );
  const due = named("due", arithmetic.plus(named("p", money("100")), interest));
  expect(steps(due, (name) => name === "interest")).toHaveLength(1);
  expect(steps(due)).toHaveLength(2);
  expect(steps(due)[1]).toBe("  interest = p × r = $100.00 × 5 %, rounded to cents = $5.00");
});

test("what is stated, given or assumed says so", () => {
  expect(
    steps({
      ...shares("5"),
      name: "outstanding",
      origin: { kind: "stated", text: "five (5)", span: { start: 0, end: 1 } },
    })[0],
  ).toBe("outstanding = 5 shares, stated as “five (5)”");
  expect(
    steps({
      ...price("2"),
      name: "market price",
      origin: { kind: "given", by: "VWAP of 2024-06-03", span: undefined },
    })[0],
  ).toBe("market price = $2.00, VWAP of 2024-06-03");
  expect(steps({ ...shares("0"), name: "held", origin: { kind: "assumed", because: "usual" } })[0]).toBe(
    "held = 0 shares, assumed",
  );
});
