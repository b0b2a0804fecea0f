import type { Span } from "../../base/span.ts";
import { capitalized } from "../../base/words.ts";
import { topics } from "../../catalog/topics.ts";
import { evaluate, type Situation } from "../../finance/engine/formula.ts";
import { pathOf } from "../../finance/engine/price-path.ts";
import { judged } from "../../finance/expectations.ts";
import { type Answer, answersIn } from "../../finance/formulas.ts";
import { conversionDate } from "../../finance/inputs/clauses.ts";
import { matures } from "../../finance/inputs/dates.ts";
import { scheduleOf } from "../../finance/money/schedule.ts";
import { capTable } from "../../finance/rounds/cap-table.ts";
import { compare } from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show, showPercent } from "../../quantity/format.ts";
import { outcomeTexts } from "../../render/expectation.ts";
import type { FigureMemo, SituationMemo } from "../../render/memo-record.ts";
import { scheduleTable } from "../../render/schedule.ts";
import type { Tree } from "../../syntax/tree.ts";

/** A note by itself, or in a scenario; of that what it changes or adds to the note's own figures. */
export function situationMemo(
  situation: Situation,
  alone: Situation | undefined,
  lineAt: (tree: Tree, span: Span) => number | undefined,
): Omit<SituationMemo, "curve"> {
  const { scenario } = situation;
  const holders = scenario && capTable(situation);
  const answers = answersIn(situation).filter((answer) => isNews(answer, alone));
  return {
    title: scenario ? scenarioTitle(situation) : aloneTitle(situation),
    scenario: scenario?.name,
    line: scenario && lineAt(scenario.tree, scenario.clause.name),
    topics: Object.entries(topics).flatMap(([topic, { title }]) => {
      const figures = answers.filter(({ formula }) => formula.topic === topic).flatMap(figureMemo);
      return figures.length > 0 ? [{ title, figures }] : [];
    }),
    schedule: scheduleTable(scheduleOf(situation)),
    capTable: holders
      ? [
          ["Holder", "Shares", "Part"],
          ...holders.map(({ holder, shares, part }) => [
            holder,
            show(shares).replace(/ shares?$/, ""),
            showPercent(part.amount, 2),
          ]),
        ]
      : [],
    expected: (scenario?.clauses.expect ?? []).map(
      ({ meaning, text }) => `${text}: ${outcomeTexts(meaning, judged(meaning, situation)).join("; ")}`,
    ),
  };
}

function aloneTitle(alone: Situation): string {
  const due = evaluate(matures, alone);
  return isWaiting(due) ? "The note by itself" : `To maturity, ${show(due)}`;
}

function scenarioTitle(situation: Situation): string {
  const day = evaluate(conversionDate, situation);
  const path = pathOf(situation.scenario);
  const prices =
    path.kind === "every"
      ? `, every price ${show(path.price)}`
      : path.kind === "range"
        ? `, prices from ${show(path.from)} to ${show(path.to)}`
        : "";
  return `Scenario “${situation.scenario?.name ?? ""}”${isWaiting(day) ? "" : `, ${show(day)}`}${prices}`;
}

/** Whether a scenario's figure is another than the note's own, or has none there. */
function isNews({ formula, result }: Answer, alone: Situation | undefined): boolean {
  if (isWaiting(result)) return false;
  const before = alone && formula.scope === "both" ? evaluate(formula, alone) : undefined;
  return !before || isWaiting(before) || compare(before.amount, result.amount) !== 0;
}

function figureMemo({ formula: { id, label }, result }: Answer): FigureMemo[] {
  return isWaiting(result) ? [] : [{ id, label: capitalized(label), value: show(result) }];
}
