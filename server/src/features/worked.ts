import { type Topic, topics } from "../catalog/topics.ts";
import { evaluate, type Formula, type Situation } from "../finance/engine/formula.ts";
import { pathOf } from "../finance/engine/price-path.ts";
import { type Answer, answersIn } from "../finance/formulas.ts";
import { conversionDate } from "../finance/inputs/clauses.ts";
import { matures } from "../finance/inputs/dates.ts";
import { compare } from "../quantity/exact.ts";
import { type Figure, isWaiting } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";

/** What a memo calls each topic, in its order. */
const topicTitles = Object.entries(topics).map(([topic, { title }]) => [topic as Topic, title] as const);

/** What heads the figures of a note by itself. */
export function aloneTitle(alone: Situation): string {
  const due = evaluate(matures, alone);
  return isWaiting(due) ? "The note by itself" : `To maturity, ${show(due)}`;
}

/** What heads those of a scenario: its name, its day, and the prices that it plays. */
export function scenarioTitle(situation: Situation): string {
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

/** A figure that there is, with the formula that made it. */
export interface Worked {
  readonly formula: Formula;
  readonly result: Figure;
}

/** The figures there are; in a scenario those that it changes or adds to the note's own. */
export function answersOf(situation: Situation, alone: Situation | undefined): Worked[] {
  return answersIn(situation)
    .flatMap(({ formula, result }: Answer) => (isWaiting(result) ? [] : [{ formula, result }]))
    .filter(({ formula, result }) => {
      const before = alone && formula.scope === "both" ? evaluate(formula, alone) : undefined;
      return !before || isWaiting(before) || compare(before.amount, result.amount) !== 0;
    });
}

/** Figures by what they are about, in the order of a memo. */
export function topicsOf(
  answers: readonly Worked[],
): { readonly title: string; readonly answers: Worked[] }[] {
  return topicTitles
    .map(([topic, title]) => ({ title, answers: answers.filter(({ formula }) => formula.topic === topic) }))
    .filter((group) => group.answers.length > 0);
}
