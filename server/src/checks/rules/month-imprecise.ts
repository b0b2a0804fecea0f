import type { Fix } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import type { DateMeaning } from "../../catalog/value.ts";
import { issued } from "../../finance/dates.ts";
import { evaluate, type Situation } from "../../finance/formula.ts";
import type { Bound } from "../../note/bound.ts";
import { addDays, addMonths, type Day, daysBetween, longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
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
    const others = [issue, funded, matures, interest.inner.accruesFrom, conversion.inner.until];
    const valuedOn = alone.market?.clauses.valuedOn;
    return [
      ...others.flatMap((bound) => imprecise(bound, note.tree)),
      ...imprecise(conversion.inner.from, note.tree, termsFromIssue(alone)),
      ...(alone.market && valuedOn ? imprecise(valuedOn, alone.market.tree) : []),
      ...played.flatMap(({ scenario }) => (scenario ? imprecise(scenario.clauses.on, scenario.tree) : [])),
    ];
  },
});

/** The day of issue, and two terms that a month often paraphrases. */
interface TermsFromIssue {
  readonly issue: Day;
  readonly terms: readonly { readonly words: string; readonly day: Day }[];
}

function termsFromIssue(alone: Situation): TermsFromIssue | undefined {
  const date = evaluate(issued, alone);
  if (isWaiting(date)) return undefined;
  const issue = dayOf(date);
  const days = addDays(issue, 180);
  const months = addMonths(issue, 6);
  if (days === undefined || months === undefined) return undefined;
  return {
    issue,
    terms: [
      { words: "180 days after issue", day: days },
      { words: "6 months after issue", day: months },
    ],
  };
}

function imprecise(bound: Bound<DateMeaning>, tree: Tree, known?: TermsFromIssue): Finding[] {
  if (bound.state !== "said" || bound.meaning.kind !== "day" || !bound.meaning.monthAlone) return [];
  const { day, text } = bound.meaning;
  const near = known?.terms.some((term) => Math.abs(daysBetween(term.day, day)) <= 45) ? known : undefined;
  const count = near ? ` (${daysBetween(near.issue, day)} days after issue)` : "";
  const terms = near?.terms ?? [];
  const compared = terms.map((term) => `${term.words} would be ${longDate(term.day)}`).join(", ");
  return [
    {
      span: bound.span,
      tree,
      message: `“${text}” is read as ${longDate(day)}${count}. ${compared === "" ? "" : `${compared}. `}Write the day that is meant.`,
      fixes: [longDate(day), ...terms.map(({ words }) => words)].map((words) => rewriting(words, bound.span)),
    },
  ];
}

function rewriting(words: string, span: Span): Fix {
  return { title: `Write “${words}”`, edits: [{ span, text: words }] };
}
