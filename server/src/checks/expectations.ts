import type { ExpectationMeaning } from "../catalog/value.ts";
import type { Situation } from "../finance/engine/formula.ts";
import { boundBehind } from "../finance/engine/view.ts";
import { judged, type Outcome } from "../finance/expectations.ts";
import type { Said } from "../note/bound.ts";
import type { Finding, Subject } from "./rule.ts";
import { exampleConversion, exampleNote } from "./rule.ts";

/** Something that a scenario expects, and what became of it. */
export interface Expectation<O extends Outcome = Outcome> {
  readonly said: Said<ExpectationMeaning>;
  readonly situation: Situation;
  readonly outcome: O;
}

/** Everything that the note's scenarios expect and that came out in one way. */
export function expectations<K extends Outcome["kind"]>(
  { played }: Subject,
  kind: K,
): Expectation<Extract<Outcome, { kind: K }>>[] {
  type OfKind = Expectation<Extract<Outcome, { kind: K }>>;
  return played.flatMap((situation) =>
    (situation.scenario?.clauses.expect ?? [])
      .map((said) => ({ said, situation, outcome: judged(said.meaning, situation) }))
      .filter((one): one is OfKind => one.outcome.kind === kind),
  );
}

/** Where a finding on it stands: at its words, in the scenario's text. */
export function placeOfExpectation({ said, situation }: Expectation): Pick<Finding, "span" | "tree"> {
  return { span: said.span, tree: situation.scenario?.tree ?? situation.note.tree };
}

/** The note's name where the scenario stands beside the notes and may be played for several. */
export function whose({ situation: { note, scenario } }: Expectation): string {
  return scenario && note.scenarios.includes(boundBehind(scenario)) ? "" : ` for “${note.name}”`;
}

/** A note with a fixed price and a scenario that expects something of it, for a rule's examples. */
export function exampleExpectation(expected: string): string {
  return `${exampleNote(exampleConversion({ price: "$0.50" }))}
scenario "Converted" {
  on       July 5, 2024
  convert  principal
  expect   ${expected}
}
`;
}
