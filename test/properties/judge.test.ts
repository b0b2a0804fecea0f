import fc from "fast-check";
import { expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";

// Sheets of the main families, read by this file alone: whole numbers and JavaScript's own calendar, nothing of the
// product's. `RUNS=20000 npx vitest run test/properties/judge.test.ts` looks further.
const numRuns = Number(process.env.RUNS ?? 400);

/** Many more runs take longer than tests may otherwise. */
const timeout = 3_600_000;

const dayMs = 86_400_000;
const iso = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
const first = Date.UTC(2015, 0, 1) / dayMs;

/** Cents of a quotient of whole numbers, half a cent upwards. */
function cents(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator * 100n + denominator) / (2n * denominator);
}

const money = (inCents: bigint): string => `${inCents / 100n}.${String(inCents % 100n).padStart(2, "0")}`;

/** Days by the 30/360 bond basis: the last day of a month counts as the thirtieth where the start does. */
function thirties(from: number, to: number): number {
  const [a, b] = [from, to].map((day) => new Date(day * dayMs)) as [Date, Date];
  const start = Math.min(a.getUTCDate(), 30);
  const end = start === 30 ? Math.min(b.getUTCDate(), 30) : b.getUTCDate();
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return months * 30 + end - start;
}

const counts = {
  "actual/365": (from: number, to: number) => [to - from, 365] as const,
  "actual/360": (from: number, to: number) => [to - from, 360] as const,
  "30/360": (from: number, to: number) => [thirties(from, to), 360] as const,
};

const value = (sheet: string, id: string, inScenario = false): string | null | undefined => {
  const [note] = explain(analyse(sheet, undefined));
  const figures = inScenario ? note?.scenarios[0]?.figures : note?.figures;
  return figures?.find((one) => one.id === id)?.value;
};

test("a fixed rate by three day counts, to the cent", { timeout }, () => {
  fc.assert(
    fc.property(
      fc.bigInt(1_000n, 99_999_999_999n),
      fc.integer({ min: 1, max: 2_400 }),
      fc.integer({ min: 0, max: 3_000 }),
      fc.integer({ min: 1, max: 2_000 }),
      fc.constantFrom(...(Object.keys(counts) as (keyof typeof counts)[])),
      (principal, hundredths, begin, length, count) => {
        const [from, to] = [first + begin, first + begin + length];
        const [days, year] = counts[count](from, to);
        const interest = cents(principal * BigInt(hundredths) * BigInt(days), 100n * 10_000n * BigInt(year));
        const sheet = `note "N" {\n  principal $${money(principal)}\n  issued ${iso(from)}\n  matures ${iso(to)}\n  interest {\n    rate ${(hundredths / 100).toFixed(2)}% per annum\n    day count ${count}\n    simple\n  }\n}\n`;
        expect(value(sheet, "accrued-interest"), sheet).toBe(money(interest));
        expect(value(sheet, "amount-at-maturity"), sheet).toBe(money(principal + interest));
      },
    ),
    { numRuns, seed: 20260102 },
  );
});

test("instalments without interest: what they come to, and what is left", { timeout }, () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(1n, 5_000_000n), { minLength: 1, maxLength: 12 }),
      fc.bigInt(0n, 9_999_999n),
      (sums, rest) => {
        const paid = sums.reduce((total, one) => total + one, 0n);
        const principal = paid + rest;
        const rows = sums.map((sum, at) => `    ${iso(first + 30 * (at + 1))}  $${money(sum)}`).join("\n");
        const sheet = `note "N" {\n  principal $${money(principal)}\n  issued ${iso(first)}\n  matures ${iso(first + 30 * (sums.length + 1))}\n  interest none\n  instalments {\n${rows}\n  }\n}\n`;
        expect(value(sheet, "instalments-total"), sheet).toBe(money(paid));
        expect(value(sheet, "due-after-instalments"), sheet).toBe(money(rest));
      },
    ),
    { numRuns, seed: 20260103 },
  );
});

test("a part of the lowest of some prices, and the whole shares that the principal comes to", {
  timeout,
}, () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(1n, 99_999_999n), { minLength: 8, maxLength: 8 }),
      fc.bigInt(100n, 99_999_999n),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 5 }),
      (prices, principal, percent, window) => {
        // Eight days of trading before Friday, March 15, 2019, without a holiday among them.
        const days = ["05", "06", "07", "08", "11", "12", "13", "14"].map((day) => `2019-03-${day}`);
        const rows = days.map((day, at) => `    ${day}  $${shown(prices[at] ?? 1n)}`).join("\n");
        const sheet = `note "N" {\n  principal $${money(principal)}\n  issued 2019-01-02\n  matures 2020-01-02\n  interest none\n  conversion {\n    amount principal\n    price ${percent}% of lowest close over prior ${window} trading days\n  }\n}\nmarket {\n  prices {\n    date close\n${rows}\n  }\n}\nscenario "s" {\n  on 2019-03-15\n}\n`;
        const lowest = prices.slice(-window).reduce((least, one) => (one < least ? one : least));
        // Prices are counted in millionths of a dollar: shares are principal over price, cut to a whole number.
        const shares = (principal * 10_000n * 100n) / (lowest * BigInt(percent));
        expect(value(sheet, "conversion-shares", true), sheet).toBe(String(shares));
      },
    ),
    { numRuns, seed: 20260104 },
  );
});

function shown(millionths: bigint): string {
  return `${millionths / 1_000_000n}.${String(millionths % 1_000_000n).padStart(6, "0")}`;
}
