import type { Span } from "../../base/span.ts";
import { capitalized } from "../../base/words.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import { judged } from "../../finance/expectations.ts";
import { scheduleOf } from "../../finance/money/schedule.ts";
import { capTable } from "../../finance/rounds/cap-table.ts";
import { show, showPercent } from "../../quantity/format.ts";
import { outcomeTexts } from "../../render/expectation.ts";
import type { FigureMemo, SituationMemo } from "../../render/memo-record.ts";
import { scheduleTable } from "../../render/schedule.ts";
import type { Tree } from "../../syntax/tree.ts";
import { aloneTitle, answersOf, scenarioTitle, topicsOf, type Worked } from "../worked.ts";

/** A note by itself, or in a scenario; of that what it changes or adds to the note's own figures. */
export function situationMemo(
  situation: Situation,
  alone: Situation | undefined,
  lineAt: (tree: Tree, span: Span) => number | undefined,
): Omit<SituationMemo, "curve"> {
  const { scenario } = situation;
  const holders = scenario && capTable(situation);
  return {
    title: scenario ? scenarioTitle(situation) : aloneTitle(situation),
    scenario: scenario?.name,
    line: scenario && lineAt(scenario.tree, scenario.clause.name),
    topics: topicsOf(answersOf(situation, alone)).map(({ title, answers }) => ({
      title,
      figures: answers.map(figureMemo),
    })),
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

function figureMemo({ formula: { id, label }, result }: Worked): FigureMemo {
  return { id, label: capitalized(label), value: show(result) };
}
