import type { Span } from "../../base/span.ts";
import { conversionClosed } from "../../finance/conversion/right.ts";
import { evaluate, type Situation } from "../../finance/engine/formula.ts";
import { conversionDate } from "../../finance/inputs/clauses.ts";
import { convertibleFrom, convertibleUntil } from "../../finance/inputs/dates.ts";
import { type Day, longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const played = (day: string): string =>
  `${exampleNote(exampleConversion({ from: "July 1, 2024" }))}\nscenario "Converted" {\n  on       ${day}\n  convert  principal\n}\n`;

export const scenarioOutsideConversion = rule({
  code: "scenario-outside-conversion",
  severity: "warning",
  title: "A scenario in which the note cannot be converted",
  why: "The numbers of the scenario are those of a conversion that the note does not allow on that day; where an event opens the right, or a share price, and has not come, there are none.",
  repair:
    "Choose a day between the first and the last on which the note may be converted, give the scenario the event that opens the right, or write `convert none`.",
  bad: played("June 3, 2024"),
  good: played("July 1, 2024"),
  find: ({ note, played: situations }) =>
    situations.flatMap((situation) => {
      const { scenario } = situation;
      const date = evaluate(conversionDate, situation);
      const on = scenario?.clauses.on;
      if (!scenario || on?.state !== "said" || isWaiting(date)) return [];
      const { convert } = scenario.clauses;
      if (convert.state === "none") return [];
      const silent = convert.state === "absent" ? { severity: "information" as const } : {};
      const closed = conversionClosed(situation);
      if (closed)
        return [
          {
            span: on.span,
            tree: scenario.tree,
            ...silent,
            message: `In “${scenario.name}” the note cannot be converted on ${longDate(dayOf(date))}: the right to convert ${closed.words}. Nothing of a conversion is worked out. Give the scenario what opens the right, or write “convert none”.`,
            related: [{ message: "What opens the right.", span: closed.span, tree: note.tree }],
          },
        ];
      const outside = outsideOf(dayOf(date), situation);
      if (!outside) return [];
      const { words, bound, span } = outside;
      return [
        {
          span: on.span,
          tree: scenario.tree,
          ...silent,
          message: `On ${longDate(dayOf(date))} the note cannot be converted: it ${words} on ${longDate(bound)}. The numbers of “${scenario.name}” are those of a conversion that it does not allow. Choose another day.`,
          related: [{ message: `It ${words} on ${longDate(bound)}.`, span, tree: note.tree }],
          fixes: [
            {
              title: `Play it on ${longDate(bound)}`,
              edits: [{ span: on.span, text: longDate(bound) }],
            },
          ],
        },
      ];
    }),
});

/** The day that the note may be converted from or until, where a day is on its wrong side. */
function outsideOf(
  day: Day,
  situation: Situation,
): { readonly words: string; readonly bound: Day; readonly span: Span } | undefined {
  const { from, until } = situation.note.clauses.conversion.inner;
  const opens = evaluate(convertibleFrom, situation);
  const closes = evaluate(convertibleUntil, situation);
  if (from.state === "said" && !isWaiting(opens) && day < dayOf(opens))
    return { words: "opens", bound: dayOf(opens), span: from.span };
  if (until.state === "said" && !isWaiting(closes) && day > dayOf(closes))
    return { words: "ends", bound: dayOf(closes), span: until.span };
  return undefined;
}
