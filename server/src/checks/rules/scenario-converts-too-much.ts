import { conversionAmount } from "../../finance/conversion/amount.ts";
import { evaluate, varied } from "../../finance/engine/formula.ts";
import { withChanges } from "../../finance/engine/view.ts";
import { conversionDate } from "../../finance/inputs/clauses.ts";
import type { Bound, Said } from "../../note/bound.ts";
import { compared, minus } from "../../quantity/arithmetic.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const played = (amount: string): string =>
  `${exampleNote(`  interest {\n    rate  8% per annum\n  }\n\n${exampleConversion({ amount: "principal" })}\n\n  governing law  Nevada`)}\nscenario "Converted" {\n  on       July 1, 2024\n  convert  ${amount}\n}\n`;

export const scenarioConvertsTooMuch = rule({
  code: "scenario-converts-too-much",
  severity: "warning",
  title: "A scenario that converts more than the note does",
  why: "What is not owed, or what the note does not let convert, becomes no share. Where the scenario converts interest and the note only principal, there are two answers to one question.",
  repair: "Correct the scenario's amount, or the note's.",
  bad: played("principal and interest"),
  good: played("principal"),
  find: ({ note, played: situations }) =>
    situations.flatMap((situation) => {
      const { scenario } = situation;
      const convert = scenario?.clauses.convert;
      const date = evaluate(conversionDate, situation);
      if (!scenario || convert?.state !== "said" || isWaiting(date)) return [];
      const { amount: clause } = note.clauses.conversion.inner;
      if (saysTheSame(convert, clause)) return [];
      const clauses = withChanges(scenario.clauses, { convert: { state: "absent", clause: undefined } });
      const byNote = varied(situation, { scenario: withChanges(scenario, { clauses }) });
      const amount = evaluate(conversionAmount, situation);
      const most = evaluate(conversionAmount, byNote);
      if (isWaiting(amount) || isWaiting(most) || compared(amount, most) <= 0) return [];
      const of = clause.state === "said" ? `${clause.text}, ` : "";
      return [
        {
          span: convert.span,
          tree: scenario.tree,
          message: `“${scenario.name}” converts ${show(amount)}, ${show(minus(amount, most))} more than the note converts on ${longDate(dayOf(date))}: ${of}${show(most)}. Correct the one that is wrong.`,
          related:
            clause.state === "said"
              ? [{ message: "What the note converts.", span: clause.span, tree: note.tree }]
              : [],
          fixes:
            clause.state === "said"
              ? [
                  {
                    title: `Convert what the note does: ${clause.text}`,
                    edits: [{ span: convert.span, text: clause.text }],
                  },
                ]
              : [],
        },
      ];
    }),
});

/** Whether the scenario converts in so many words what the note does, which then is the same sum. */
function saysTheSame(convert: Said<unknown>, amount: Bound<unknown>): boolean {
  if (amount.state !== "said" || amount.condition) return false;
  return amount.cases.length === 0 && amount.gaps.length === 0 && amount.text === convert.text;
}
