import { computed } from "./arithmetic.ts";
import type { Exact } from "./exact.ts";
import * as exact from "./exact.ts";
import { dayOf, type Figure, named } from "./figure.ts";
import { show } from "./format.ts";
import { simpleRate } from "./simple-rate.ts";
import { internalRate } from "./xirr.ts";

/** Operators over many sums: what payments come to, and the rate a year that they amount to. */

/** A sum that changes hands on a day. */
export interface DatedSum {
  readonly on: Figure<"date">;
  readonly sum: Figure<"money">;
}

/** The sum of several, each on record; at least one must be given. */
export function total(parts: readonly Figure<"money">[], text: string): Figure<"money"> {
  const amount = parts.reduce((sum, part) => exact.add(sum, part.amount), exact.zero);
  return computed("money", amount, { form: "series", text }, parts);
}

/** The sum of several rows of an account, which the text names; the account itself has them one by one. */
export function sumOfRows(
  rows: readonly Figure<"money">[],
  amount: Exact,
  text: string,
  currency: string | undefined,
): Figure<"money"> {
  return { ...computed("money", amount, { form: "rows", text }, rows), currency };
}

/** What several steps, one after the other, come to: the last of them. At least one must be given. */
export function lastOf(steps: readonly Figure<"money">[], text: string): Figure<"money"> {
  return computed("money", steps.at(-1)?.amount ?? exact.zero, { form: "series", text }, steps);
}

/** Several sums for one question, of which the first stands for all. At least one must be given. */
export function firstOf(sums: readonly Figure<"money">[], text: string): Figure<"money"> {
  return computed("money", sums[0]?.amount ?? exact.zero, { form: "series", text }, sums);
}

/** What a growth over some days is a year: growth ^ (365 ÷ days) − 1. Growth and days must be above zero. */
export function yearlyRate(growth: Figure<"ratio">, days: Figure<"days">): Figure<"ratio"> {
  const years = exact.divide(exact.whole(365), days.amount);
  const amount = exact.subtract(exact.realPower(growth.amount, years), exact.one);
  const text = `${growth.name ?? show(growth)} ^ (365 ÷ ${days.name ?? show(days)}) − 1`;
  return computed("ratio", amount, { form: "function", text }, [growth, days]);
}

/** The same rate under another name; the text says why it is the same. */
export function sameRate(rate: Figure<"ratio">, because: string): Figure<"ratio"> {
  return computed("ratio", rate.amount, { form: "function", text: because }, [rate]);
}

/** The rate a year at which what is paid and what is received are worth the same, actual/365; undefined where none does it. */
export function rateOfFlows(
  paid: readonly DatedSum[],
  received: readonly DatedSum[],
): Figure<"ratio"> | undefined {
  const flows = [
    ...paid.map((flow) => ({ ...flow, said: "paid", amount: exact.negate(flow.sum.amount) })),
    ...received.map((flow) => ({ ...flow, said: "received", amount: flow.sum.amount })),
  ].sort((a, b) => dayOf(a.on) - dayOf(b.on));
  const rate: Exact | undefined = internalRate(flows.map(({ on, amount }) => ({ day: dayOf(on), amount })));
  if (!rate) return undefined;
  const inputs = flows.map(({ on, sum, said }) => named(`${said} ${show(on)}`, sum));
  const text = "the rate at which what is paid and received is worth the same (XIRR, actual/365)";
  return computed("ratio", rate, { form: "series", text }, inputs);
}

/**
 * The simple rate a year, actual/365, at which what is received, each payment first as interest and then as repayment,
 * just repays what is paid; undefined where none does.
 */
export function simpleRateOf(
  paid: readonly DatedSum[],
  received: readonly DatedSum[],
): Figure<"ratio"> | undefined {
  const rate = simpleRate([
    ...paid.map(({ on, sum }) => ({ day: dayOf(on), amount: sum.amount })),
    ...received.map(({ on, sum }) => ({ day: dayOf(on), amount: exact.negate(sum.amount) })),
  ]);
  if (!rate) return undefined;
  const inputs = [...paid, ...received].map(({ sum }) => sum);
  const text =
    "the simple rate on what is out, actual/365, at which the payments, each first as interest, just repay it";
  return computed("ratio", rate, { form: "rows", text }, inputs);
}
