import { evaluate } from "../../finance/engine/formula.ts";
import { issued } from "../../finance/inputs/clauses.ts";
import { convertibleFrom, convertibleUntil } from "../../finance/inputs/dates.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

export const conversionClosesBeforeItOpens = rule({
  code: "conversion-closes-before-it-opens",
  severity: "error",
  title: "Conversion ends before it begins",
  why: "There is no day on which the note may be converted, so the right is worth nothing. One of the two dates is a slip.",
  repair: "Correct the date that is wrong.",
  bad: exampleNote(exampleConversion({ from: "July 1, 2024", until: "March 1, 2024" })),
  good: exampleNote(exampleConversion({ from: "March 1, 2024", until: "July 1, 2024" })),
  find: ({ note, alone }) => {
    const { from, until } = note.clauses.conversion.inner;
    const beginning =
      from.state === "said" ? from : from.state === "absent" ? note.clauses.issued : undefined;
    if (beginning?.state !== "said" || until.state !== "said") return [];
    const opens = evaluate(from.state === "said" ? convertibleFrom : issued, alone);
    const closes = evaluate(convertibleUntil, alone);
    if (isWaiting(opens) || isWaiting(closes) || dayOf(closes) >= dayOf(opens)) return [];
    const begins = from.state === "said" ? "it opens" : "the note is issued, from when on it is open";
    return [
      {
        span: until.span,
        message: `Conversion ends on ${longDate(dayOf(closes))}, before ${begins} (${longDate(dayOf(opens))}): there is no day on which the note may be converted. Correct the date that is wrong.`,
        related: [{ message: `Begins ${longDate(dayOf(opens))}.`, span: beginning.span }],
      },
    ];
  },
});
