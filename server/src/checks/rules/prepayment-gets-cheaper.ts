import type { Fix } from "../../base/problem.ts";
import { listing } from "../../base/words.ts";
import type { ScheduleRow } from "../../catalog/value.ts";
import { compared, oneWhole, plus } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, figure, writtenOf } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { rewritten } from "../edits.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { daysOf } from "../spans-of-time.ts";

const half = figure("ratio", exact.fraction(1n, 2n), { kind: "given", by: "definition", span: undefined });

const prepayment = (second: string): string =>
  exampleNote(`  prepayment {\n    day 0 to 90   115%\n    day 91 to 180  ${second}\n  }`);

export const prepaymentGetsCheaper = rule({
  code: "prepayment-gets-cheaper",
  severity: "warning",
  title: "Prepayment costs less than what is owed, or less the later it comes",
  why: "A prepayment premium pays the holder for what it loses. Below 100 % the issuer is freed for less than it owes. Notes that turn convertible charge more the nearer that day comes; where the premium falls, the numbers are often in the wrong order. Loans without conversion do let it fall.",
  repair: "Correct the percentage, or the order; if it is meant, put that on record.",
  bad: prepayment("90%"),
  good: prepayment("120%"),
  find: ({ note, alone }) => {
    const prices = note.clauses.prepayment.rows
      .flatMap((row) => {
        const factor = factorOf(row);
        return factor ? [{ row, factor, from: daysOf(row.when, alone)?.first }] : [];
      })
      .sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
    return [...belowDebt(prices, note.tree.text), ...falling(prices)];
  },
});

interface Priced {
  readonly row: ScheduleRow;
  readonly factor: Figure<"ratio">;
}

/** Prices below what is owed: the first of them, and the others beside it. */
function belowDebt(prices: readonly Priced[], text: string): Finding[] {
  const below = prices.filter(({ factor }) => compared(factor, oneWhole) < 0);
  const [first, ...others] = below;
  if (!first) return [];
  return [
    {
      span: first.row.what.span,
      message: `Prepaid here, the note costs ${show(first.factor)} of what is owed: the issuer is freed for less than it owes. Correct the percentage; a premium of 15 % is written 115%.`,
      related: others.map(({ row, factor }) => ({
        message: `And here ${show(factor)}.`,
        span: row.what.span,
      })),
      fixes: asPremiums(below, text),
    },
  ];
}

/** Percentages so low that they can only be premiums: what is paid is the debt and as much of it again. */
function asPremiums(prices: readonly Priced[], text: string): Fix[] {
  const edits = prices.flatMap(({ row: { what }, factor }) => {
    if (what.kind !== "percent" || compared(factor, half) >= 0) return [];
    const whole = show(plus(oneWhole, factor)).replace(" %", "");
    return rewritten(writtenOf(what.share)?.digits, whole, text, "").flatMap((fix) => fix.edits);
  });
  return edits.length === prices.length ? [{ title: "These are premiums: add 100% to each", edits }] : [];
}

/** Premiums that fall from one window to the next: said once, of all of them. */
function falling(prices: readonly Priced[]): Finding[] {
  const above = prices.filter(({ factor }) => compared(factor, oneWhole) >= 0);
  const falls = above.filter(({ factor }, index) => {
    const before = above[index - 1];
    return before !== undefined && compared(factor, before.factor) < 0;
  });
  const [first, ...others] = falls;
  const before = first && above[above.indexOf(first) - 1];
  if (!first || !before) return [];
  const steps = listing([before, first, ...others].map(({ factor }) => show(factor)));
  const message =
    others.length === 0
      ? `Prepayment costs ${show(before.factor)} first and ${show(first.factor)} later`
      : `From window to window prepayment costs ${steps}`;
  return [
    {
      span: first.row.what.span,
      severity: "information",
      message: `${message}: the premium falls. In notes that turn convertible it mostly rises; if the order is meant, nothing is to be done.`,
      related: [
        { message: `Before: ${show(before.factor)}.`, span: before.row.what.span },
        ...others.map(({ row, factor }) => ({ message: `Then ${show(factor)}.`, span: row.what.span })),
      ],
    },
  ];
}

/** Which part of what is owed a row asks for; undefined where it is no part of it. */
function factorOf({ what }: ScheduleRow): Figure<"ratio"> | undefined {
  if (what.kind === "percent") return what.share;
  if (what.kind !== "amount" || what.amount.kind !== "share of amount") return undefined;
  return what.amount.of.kind === "balance" ? what.amount.percent.ratio : undefined;
}
