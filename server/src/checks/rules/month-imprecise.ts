import type { DateMeaning } from "../../catalog/value.ts";
import { conversionAmount } from "../../finance/conversion/amount.ts";
import { withMeaning } from "../../finance/engine/drafts.ts";
import { evaluate, type Situation, varied } from "../../finance/engine/formula.ts";
import { issued } from "../../finance/inputs/clauses.ts";
import { amountAtMaturity } from "../../finance/interest/interest.ts";
import type { Bound } from "../../note/bound.ts";
import { minus } from "../../quantity/arithmetic.ts";
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  daysInMonth,
  longDate,
  parts,
} from "../../quantity/date.ts";
import { isZero } from "../../quantity/exact.ts";
import { dayOf, type Figure, isWaiting } from "../../quantity/figure.ts";
import { show, showDifference } from "../../quantity/format.ts";
import type { Tree } from "../../syntax/tree.ts";
import { exampleConversion, exampleNote, type Finding, rule } from "../rule.ts";

export const monthImprecise = rule({
  code: "month-imprecise",
  severity: "information",
  title: "A month stands where a day is needed",
  why: "Interest and deadlines count in days. A month alone is read as its first day where something begins and as its last where something ends; up to 30 days turn on it.",
  repair: "Write the day. Where the filing has a term in mind, write that: `from 180 days after issue`.",
  bad: exampleNote(exampleConversion({ from: "July 2024" })),
  good: exampleNote(exampleConversion({ from: "180 days after issue" })),
  find: ({ note, alone, played }) => {
    const { issued: issue, funded, matures, interest, conversion } = note.clauses;
    const dates = [
      ["note/issued", issue],
      ["note/funded", funded],
      ["note/matures", matures],
      ["note/interest/accruesFrom", interest.inner.accruesFrom],
      ["note/conversion/until", conversion.inner.until],
    ] as const;
    const ofParts = [
      ...note.clauses.tranche.flatMap(({ inner }) => [inner.funded, inner.matures]),
      ...note.clauses.warrants.flatMap(({ inner }) => [inner.exercisable, inner.expires]),
      ...note.clauses.exchange.inner.part.map(({ inner }) => inner.issued),
    ];
    const valuedOn = alone.market?.clauses.valuedOn;
    return [
      ...dates.flatMap(([path, bound]) => imprecise(bound, note.tree, dueEitherWay(path, bound, alone))),
      ...opening(conversion.inner.from, alone),
      ...ofParts.flatMap((bound) => imprecise(bound, note.tree)),
      ...(alone.market && valuedOn ? imprecise(valuedOn, alone.market.tree) : []),
      ...played.flatMap(({ scenario }) => (scenario ? imprecise(scenario.clauses.on, scenario.tree) : [])),
    ];
  },
});

/** A month for a day; `more` is what the message says of it besides, and the other words that may be meant. */
function imprecise(
  bound: Bound<DateMeaning>,
  tree: Tree,
  more: { readonly says?: string; readonly words?: readonly string[] } = {},
): Finding[] {
  if (bound.state !== "said" || bound.meaning.kind !== "day" || !bound.meaning.monthAlone) return [];
  const { day, text } = bound.meaning;
  return [
    {
      span: bound.span,
      tree,
      message: `“${text}” is read as ${longDate(day)}${more.says ?? "."} Write the day that is meant.`,
      fixes: [longDate(day), ...(more.words ?? [])].map((words) => ({
        title: `Write “${words}”`,
        edits: [{ span: bound.span, text: words }],
      })),
    },
  ];
}

/** Conversion from a month on: beside two terms that a month often paraphrases, with what converts on each day. */
function opening(bound: Bound<DateMeaning>, alone: Situation): Finding[] {
  if (bound.state !== "said" || bound.meaning.kind !== "day" || !bound.meaning.monthAlone) return [];
  const date = evaluate(issued, alone);
  if (isWaiting(date)) return imprecise(bound, alone.note.tree);
  const { day } = bound.meaning;
  const issue = dayOf(date);
  const terms = [
    { words: "180 days after issue", day: addDays(issue, 180) },
    { words: "6 months after issue", day: addMonths(issue, 6) },
  ];
  const near = terms.some((term) => term.day !== undefined && Math.abs(daysBetween(term.day, day)) <= 45);
  if (!near) return imprecise(bound, alone.note.tree);
  const usual = convertedOn(day, alone);
  const sums = terms.flatMap((term) =>
    term.day === undefined
      ? []
      : [`${term.words} would be ${longDate(term.day)}${against(usual, convertedOn(term.day, alone))}`],
  );
  const sum = usual ? `, when ${show(usual)} converts` : "";
  return imprecise(bound, alone.note.tree, {
    says: ` (${daysBetween(issue, day)} days after issue)${sum}. ${sums.join(", ")}.`,
    words: terms.map(({ words }) => words),
  });
}

/** What converts on a day; undefined while it is open. */
function convertedOn(day: Day, alone: Situation): Figure<"money"> | undefined {
  const amount = evaluate(conversionAmount, varied(alone, { market: undefined, valuedOn: day }));
  return isWaiting(amount) ? undefined : amount;
}

function against(usual: Figure<"money"> | undefined, other: Figure<"money"> | undefined): string {
  if (!usual || !other) return "";
  const difference = minus(other, usual);
  return isZero(difference.amount) ? "" : ` (${show(other)}, ${showDifference(difference)})`;
}

/** What is due at maturity if the month's other edge is meant. */
function dueEitherWay(path: string, bound: Bound<DateMeaning>, alone: Situation): { readonly says?: string } {
  if (bound.state !== "said" || bound.meaning.kind !== "day" || !bound.meaning.monthAlone) return {};
  const { day } = bound.meaning;
  const first = parts(day).day === 1;
  const edge = addDays(day, first ? daysInMonth(day) - 1 : 1 - parts(day).day);
  if (edge === undefined) return {};
  const note = withMeaning(alone.note, path, bound, { ...bound.meaning, day: edge });
  const usual = evaluate(amountAtMaturity, alone);
  const other = evaluate(amountAtMaturity, varied(alone, { note }));
  if (isWaiting(usual) || isWaiting(other)) return {};
  const difference = minus(other, usual);
  if (isZero(difference.amount)) return {};
  return {
    says: `, and ${show(usual)} is due at maturity; on ${longDate(edge)} it would be ${show(other)} (${showDifference(difference)}).`,
  };
}
