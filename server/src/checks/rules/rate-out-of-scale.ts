import type { Fix } from "../../base/problem.ts";
import { fixedRate } from "../../finance/interest/rates.ts";
import type { Said } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, figure, writtenOf } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { rewritten } from "../edits.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { scaleOf } from "../scale.ts";

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
    const source = note.tree.text;
    const { rate, defaultRate, oneTime } = note.clauses.interest.inner;
    const yearly = [rate, defaultRate].flatMap(statementsOf).flatMap((stated) => {
      const fixed = fixedRate(stated);
      return fixed ? judged({ ...stated, meaning: fixed, source }) : [];
    });
    return [...yearly, ...statementsOf(oneTime).flatMap((stated) => judgedOnce({ ...stated, source }))];
  },
});

interface Stated extends Pick<Said<Figure<"ratio">>, "meaning" | "text" | "span"> {
  /** The text that it stands in. */
  readonly source: string;
}

function judged(bound: Stated): Finding[] {
  const scale = scaleOf(bound.meaning.amount);
  if (scale === "usual") return [];
  if (scale === "too small") return [tooLow(bound, " a year")];
  return [/month/i.test(bound.text) ? highByTheMonth(bound) : tooHigh(bound)];
}

/** Interest that is owed once may well be much of the principal, and is no hundredth of a per cent of it. */
function judgedOnce(bound: Stated): Finding[] {
  return scaleOf(bound.meaning.amount) === "too small" ? [tooLow(bound, "")] : [];
}

function tooHigh(bound: Stated): Finding {
  const meant = scaledBy(bound.meaning, exact.fraction(1n, 100n));
  const usual = scaleOf(meant.amount) === "usual";
  const offer = usual ? `If ${show(meant)} is meant, write that` : "Write the rate that is meant";
  return {
    span: bound.span,
    message: `At ${show(bound.meaning)} a year the interest of one year is more than the principal. ${offer}; if this rate is meant, put it on record.`,
    ...(usual ? { fixes: rewrite(bound, meant) } : {}),
  };
}

function highByTheMonth(bound: Stated): Finding {
  const month = scaledBy(bound.meaning, exact.fraction(1n, 12n));
  return {
    span: bound.span,
    message: `${show(month)} a month is ${show(bound.meaning)} a year: the interest of one year is more than the principal. If ${show(month)} a year is meant, write “per annum”; if this rate is meant, put it on record.`,
  };
}

function tooLow(bound: Stated, yearly: string): Finding {
  const meant = scaledBy(bound.meaning, exact.whole(100));
  return {
    span: bound.span,
    message: `${show(bound.meaning)}${yearly} is $${exact.toFixed(exact.multiply(bound.meaning.amount, exact.whole(1000)), 2)} of interest on $1,000.00. If ${show(meant)} is meant, write that: a percentage is not written as a fraction. If this rate is meant, put it on record.`,
    fixes: rewrite(bound, meant),
  };
}

function scaledBy({ amount }: Figure<"ratio">, factor: exact.Exact): Figure<"ratio"> {
  return figure("ratio", exact.multiply(amount, factor), { kind: "assumed", because: "what may be meant" });
}

function rewrite({ meaning, source }: Stated, meant: Figure<"ratio">): Fix[] {
  const percent = exact.toPlain(exact.multiply(meant.amount, exact.whole(100)), 12);
  return rewritten(writtenOf(meaning)?.digits, percent, source, `Write ${percent}%`);
}
