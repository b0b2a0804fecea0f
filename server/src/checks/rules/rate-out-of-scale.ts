import type { Fix } from "../../base/problem.ts";
import { fixedRate } from "../../finance/rates.ts";
import type { Said } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

/** A rate above this is rarely meant; one below the other hardly ever is, were it not for `0.12%` where 12 % is meant. */
const most = exact.one;
const least = exact.fraction(25n, 10_000n);

export const rateOutOfScale = rule({
  code: "rate-out-of-scale",
  severity: "warning",
  title: "A rate of interest is far from what notes bear",
  why: "A rate that is a hundred times too small or too large comes from one slip: 12 % written as 0.12% or as 1200%. Every sum that rests on it is off by the same factor.",
  repair:
    "Write the rate as a percentage a year, such as `12% per annum`. If the rate is meant, put that on record: allow rate-out-of-scale because “…”.",
  bad: exampleNote("  interest {\n    rate  0.12% per annum\n  }"),
  good: exampleNote("  interest {\n    rate  12% per annum\n  }"),
  find: ({ note }) => {
    const { rate, defaultRate } = note.clauses.interest.inner;
    return [rate, defaultRate].flatMap(statementsOf).flatMap((stated) => {
      const fixed = fixedRate(stated);
      return fixed ? judged({ ...stated, meaning: fixed }) : [];
    });
  },
});

type Stated = Pick<Said<Figure<"ratio">>, "meaning" | "text" | "span">;

function judged(bound: Stated): Finding[] {
  const { amount } = bound.meaning;
  const monthly = /month/i.test(bound.text);
  if (exact.compare(amount, most) > 0) return [monthly ? highByTheMonth(bound) : tooHigh(bound)];
  if (exact.isZero(amount) || exact.compare(amount, least) >= 0) return [];
  return [tooLow(bound)];
}

function tooHigh(bound: Stated): Finding {
  const meant = scaledBy(bound.meaning, exact.fraction(1n, 100n));
  return {
    span: bound.span,
    message: `At ${show(bound.meaning)} a year the interest of one year is more than the principal. If ${show(meant)} is meant, write that; if this rate is meant, put it on record.`,
    fixes: rewrite(bound, meant),
  };
}

function highByTheMonth(bound: Stated): Finding {
  const month = scaledBy(bound.meaning, exact.fraction(1n, 12n));
  return {
    span: bound.span,
    message: `${show(month)} a month is ${show(bound.meaning)} a year: the interest of one year is more than the principal. If ${show(month)} a year is meant, write “per annum”; if this rate is meant, put it on record.`,
  };
}

function tooLow(bound: Stated): Finding {
  const meant = scaledBy(bound.meaning, exact.whole(100));
  return {
    span: bound.span,
    message: `${show(bound.meaning)} a year is $${exact.toFixed(exact.multiply(bound.meaning.amount, exact.whole(1000)), 2)} of interest on $1,000.00. If ${show(meant)} is meant, write that: a percentage is not written as a fraction. If this rate is meant, put it on record.`,
    fixes: rewrite(bound, meant),
  };
}

function scaledBy({ amount }: Figure<"ratio">, factor: exact.Exact): Figure<"ratio"> {
  return figure("ratio", exact.multiply(amount, factor), { kind: "assumed", because: "what may be meant" });
}

/** Only where the clause begins with the digits: a number that is spelled out too needs both changed. */
function rewrite({ text, span }: Stated, meant: Figure<"ratio">): Fix[] {
  const digits = /^[\d.,]+/.exec(text)?.[0];
  if (digits === undefined || /month/i.test(text)) return [];
  const percent = exact.toPlain(exact.multiply(meant.amount, exact.whole(100)), 12);
  const edit = { span: { start: span.start, end: span.start + digits.length }, text: percent };
  return [{ title: `Write ${percent}%`, edits: [edit] }];
}
