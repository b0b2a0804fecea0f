import { listing } from "../base/words.ts";
import type { ExpectationMeaning } from "../catalog/value.ts";
import type { Outcome } from "../finance/expectations.ts";
import { minus } from "../quantity/arithmetic.ts";
import * as exact from "../quantity/exact.ts";
import type { Figure } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";

/** What became of an expectation, in few words each: whether it holds, what is found, what is expected, how far off it is. */
export function outcomeTexts({ label, relation, value }: ExpectationMeaning, outcome: Outcome): string[] {
  switch (outcome.kind) {
    case "unknown": {
      const meant = outcome.suggestions.map((text) => `“${text}”`);
      return [`no figure is called “${label}”`, ...(meant.length > 0 ? [`perhaps ${listing(meant)}`] : [])];
    }
    case "absent":
      return [`the note has nothing that “${outcome.formula.label}” is about`];
    case "unlike":
      return [`“${outcome.formula.label}” is not of the kind of ${show(value)}`];
    case "waits":
      return [`waits for ${listing(outcome.needs)}`];
    case "met":
      return outcome.result
        ? ["holds", ...found(outcome.result, relation, value)]
        : ["holds at every price of the table", expected(relation, value, value.kind)];
    case "broken": {
      const [is = "", ...others] = found(outcome.result, relation, value);
      const where = outcome.row ? ` at a market price of ${show(outcome.row.market)}` : "";
      return ["does not hold", is + where, ...others];
    }
  }
}

function found(result: Figure, relation: ExpectationMeaning["relation"], value: Figure): string[] {
  const gap = minus(result as Figure<"money">, value as Figure<"money">);
  const side = exact.compare(gap.amount, exact.zero);
  const amount = side < 0 ? exact.negate(gap.amount) : gap.amount;
  const size = show({ ...result, amount });
  return [
    show(result),
    expected(relation, value, result.kind),
    ...(side === 0 ? [] : [`${size} ${side > 0 ? "above" : "below"}`]),
  ];
}

function expected(relation: ExpectationMeaning["relation"], value: Figure, kind: Figure["kind"]): string {
  return `expected: ${relation} ${show({ ...value, kind })}`;
}
