import { evaluate } from "../../finance/engine/formula.ts";
import { conversionDate, issued } from "../../finance/inputs/clauses.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { exampleNote, rule } from "../rule.ts";

const scenario = (day: string): string => `${exampleNote("")}\nscenario "Converted" {\n  on  ${day}\n}\n`;

export const scenarioBeforeIssue = rule({
  code: "scenario-before-issue",
  severity: "error",
  title: "A scenario before the note is issued",
  why: "Before its day of issue the note does not exist: no interest has run and nothing can be converted. The year is most often the slip.",
  repair: "Correct the scenario's day. A scenario that belongs to another note says so with `for`.",
  bad: scenario("July 1, 2023"),
  good: scenario("July 1, 2024"),
  find: ({ note, alone, played }) => {
    const issue = evaluate(issued, alone);
    const { issued: clause } = note.clauses;
    if (isWaiting(issue) || clause.state !== "said") return [];
    return played.flatMap((situation) => {
      const date = evaluate(conversionDate, situation);
      const on = situation.scenario?.clauses.on;
      if (isWaiting(date) || on?.state !== "said" || !situation.scenario || dayOf(date) >= dayOf(issue))
        return [];
      return [
        {
          span: on.span,
          tree: situation.scenario.tree,
          message: `This is ${longDate(dayOf(date))}, before the note “${note.name}” is issued on ${longDate(dayOf(issue))}: there is nothing to convert yet. Correct the day; a scenario for another note says so with “for”.`,
          related: [{ message: `Issued ${longDate(dayOf(issue))}.`, span: clause.span, tree: note.tree }],
        },
      ];
    });
  },
});
