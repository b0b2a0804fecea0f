import { scenario as scenarioBlock } from "../catalog/market.ts";
import { note as noteBlock } from "../catalog/note.ts";
import type { AmountMeaning, AmountTerm, TermMeaning } from "../catalog/value.ts";
import { amountsIn, entriesOf, pricesBehind, statedIn } from "../note/price-parts.ts";
import { ofKind, pricesStated } from "./prices.ts";
import type { Subject } from "./rule.ts";

/** A term where a price or an amount is needed. */
export interface UsedTerm {
  readonly term: TermMeaning | AmountTerm;
  readonly needed: "price" | "amount";
}

/** The terms in prices and amounts of the note, of its scenarios and of the terms that these use. */
export function termsUsed(subject: Subject): readonly UsedTerm[] {
  const { note, alone, played } = subject;
  const ofNote = statedIn(noteBlock, entriesOf(note.clauses));
  const scenarios = new Set(played.flatMap(({ scenario }) => scenario ?? []));
  const ofScenarios = [...scenarios].map(({ clauses }) => statedIn(scenarioBlock, entriesOf(clauses)));
  const beside = ofScenarios.flatMap(({ prices }) => prices.map(({ price }) => price));
  const prices = new Set([...pricesStated(subject), ...pricesBehind(beside, alone.terms)]);
  const stated = [ofNote, ...ofScenarios].flatMap(({ amounts }) => amounts);
  const amounts = new Set([...stated.flatMap(amountsIn), ...amountsOfTerms(subject)]);
  return [
    ...ofKind([...prices], "term").map((term) => ({ term, needed: "price" as const })),
    ...[...amounts].flatMap((term) =>
      term.kind === "amount term" ? [{ term, needed: "amount" as const }] : [],
    ),
  ];
}

/** The parts of the amounts that the note's own terms are defined as. */
function amountsOfTerms({ note }: Subject): AmountMeaning[] {
  return [...note.terms.values()].flatMap(({ definition }) =>
    definition.state === "said" && definition.meaning.kind === "amount"
      ? amountsIn(definition.meaning.amount)
      : [],
  );
}
