import type { PriceMeaning } from "../../catalog/value.ts";
import type { NoteAnalysis } from "../../document/analysis.ts";
import { boundAt } from "../../finance/engine/drafts.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import { priceOf } from "../../finance/prices/price.ts";
import { pricesIn } from "../../note/price-parts.ts";
import { choose, minus } from "../../quantity/arithmetic.ts";
import { type Figure, isWaiting } from "../../quantity/figure.ts";
import { show, showDifference } from "../../quantity/format.ts";
import { spanOf } from "../../syntax/tokens.ts";
import { alternativesOf } from "../alternatives.ts";
import type { HintAt } from "../hints.ts";
import { ruleOf, statementsIn } from "./said.ts";

/** Behind each alternative of a price whether it wins, or by how much it is off: in the first scenario that has them all. */
export function alternativeHints({ alone, played, note }: NoteAnalysis): HintAt[] {
  return statementsIn(note).flatMap(({ spec, said }) =>
    ruleOf(spec) === "price" ? choiceHints(said.meaning as PriceMeaning, [...played, alone]) : [],
  );
}

function choiceHints(price: PriceMeaning, situations: readonly Situation[]): HintAt[] {
  return pricesIn(price).flatMap((part) => {
    if (part.kind !== "best") return [];
    for (const situation of situations) {
      const prices = part.alternatives.map((one) => priceOf(one, situation));
      if (prices.some(isWaiting)) continue;
      const known = prices as Figure<"price">[];
      const words = part.alternatives.map((one) => one.words);
      return hintsOf(part.alternatives, known, choose(part.pick, known, part.word, words), situation);
    }
    return [];
  });
}

function hintsOf(
  parts: readonly PriceMeaning[],
  prices: readonly Figure<"price">[],
  whole: Figure<"price">,
  { scenario }: Situation,
): HintAt[] {
  const winners =
    whole.origin.kind === "computed" && whole.origin.operation.form === "choice"
      ? whole.origin.operation.winners
      : [];
  const where = scenario ? ` in the scenario “${scenario.name}”` : "";
  return parts.flatMap(({ span, tree }, index) => {
    const price = prices[index];
    if (!price) return [];
    const wins = winners.includes(index);
    const label = wins ? (winners.length > 1 ? "ties" : "wins") : showDifference(minus(price, whole));
    return [{ tree, offset: span.end, label, tooltip: `${show(price)}${where}.` }];
  });
}

/** Behind each bracketed alternative but the first what it would change. */
export function offeredHints(analysis: NoteAnalysis): HintAt[] {
  const { note } = analysis;
  return [...alternativesOf(analysis)].flatMap(([path, offered]) => {
    const said = boundAt(note, path);
    if (said?.state !== "said") return [];
    const options = said.brackets.flatMap(({ kind, options: all }) =>
      kind === "alternatives" ? all.slice(1) : [],
    );
    return options.flatMap((tokens, index) => {
      const [last, change] = [tokens.at(-1), offered[index]?.change];
      if (!last || !change) return [];
      const where = change.scenario === undefined ? "" : ` in “${change.scenario}”`;
      return [
        {
          tree: note.tree,
          offset: spanOf(last).end,
          label: showDifference(change.difference),
          tooltip: `${change.label}${where} ${show(change.result)} in place of the first alternative.`,
        },
      ];
    });
  });
}
