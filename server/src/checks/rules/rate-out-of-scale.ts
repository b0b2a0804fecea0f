import type { Fix } from "../../base/problem.ts";
import type { RateMeaning } from "../../catalog/value.ts";
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
    const judgedBy =
      (most: exact.Exact) =>
      (stated: Said<RateMeaning>): Finding[] => {
        const fixed = fixedRate(stated);
        return fixed ? judged({ ...stated, meaning: fixed, source }, most) : marginsOf(stated.meaning);
      };
    const yearly = [
      ...statementsOf(rate).flatMap(judgedBy(half)),
      ...statementsOf(defaultRate).flatMap(judgedBy(exact.one)),
    ];
    return [...yearly, ...statementsOf(oneTime).flatMap((stated) => judgedOnce({ ...stated, source }))];
  },
});

interface Stated extends Pick<Said<Figure<"ratio">>, "meaning" | "text" | "span"> {
  /** The text that it stands in. */
  readonly source: string;
}

/** Half the principal each year is hardly ever the rate of a note; upon default it may be. */
const half = exact.fraction(1n, 2n);

function judged(bound: Stated, most: exact.Exact): Finding[] {
  const scale = scaleOf(bound.meaning.amount);
  if (scale === "too small") return [tooLow(bound, " a year")];
  if (scale === "usual" && (most === exact.one || exact.compare(bound.meaning.amount, most) < 0)) return [];
  return [/month/i.test(bound.text) ? highByTheMonth(bound) : tooHigh(bound)];
}

/** Interest that is owed once may well be much of the principal, and is no hundredth of a per cent of it. */
function judgedOnce(bound: Stated): Finding[] {
  return scaleOf(bound.meaning.amount) === "too small" ? [tooLow(bound, "")] : [];
}

/** Above an index a rate is hardly ever more than this higher. */
const widest = exact.fraction(15n, 100n);

/** Margins above an index that are as much as a high rate by itself. */
function marginsOf(rate: RateMeaning): Finding[] {
  if (rate.kind === "best") return rate.alternatives.flatMap(marginsOf);
  if (rate.kind !== "index" || rate.sign !== "plus" || !rate.margin) return [];
  if (exact.compare(rate.margin.amount, widest) <= 0) return [];
  return [
    {
      span: rate.span,
      message: `${show(rate.margin)} a year on top of “${rate.name}” is more than notes bear. Write the margin that is meant; if this one is, put it on record.`,
    },
  ];
}

function ofOneYear({ amount }: Figure<"ratio">): string {
  const part =
    exact.compare(amount, exact.one) > 0 ? "more than the principal" : "half the principal or more";
  return `the interest of one year is ${part}`;
}

function tooHigh(bound: Stated): Finding {
  const meant = scaledBy(bound.meaning, exact.fraction(1n, 100n));
  const usual = scaleOf(meant.amount) === "usual";
  const offer = usual ? `If ${show(meant)} is meant, write that` : "Write the rate that is meant";
  return {
    span: bound.span,
    message: `At ${show(bound.meaning)} a year ${ofOneYear(bound.meaning)}. ${offer}; if this rate is meant, put it on record.`,
    ...(usual ? { fixes: rewrite(bound, meant) } : {}),
  };
}

function highByTheMonth(bound: Stated): Finding {
  const month = scaledBy(bound.meaning, exact.fraction(1n, 12n));
  return {
    span: bound.span,
    message: `${show(month)} a month is ${show(bound.meaning)} a year: ${ofOneYear(bound.meaning)}. If ${show(month)} a year is meant, write “per annum”; if this rate is meant, put it on record.`,
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
