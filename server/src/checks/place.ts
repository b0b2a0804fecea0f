import type { Situation } from "../finance/engine/formula.ts";
import type { Finding, RelatedPlace } from "./rule.ts";

type Place = Required<Pick<Finding, "span" | "tree">> & { readonly related: readonly RelatedPlace[] };

/**
 * Where the conversion date of a situation is judged, with the other clause that matters: the scenario's day beside
 * the price; without a scenario the price, beside the day that the market is valued on.
 */
export function placeOfDay({ scenario, market, note }: Situation): Place {
  const { price } = note.clauses.conversion.inner;
  const priceName = price.clause?.name ?? note.heading;
  const on = scenario?.clauses.on;
  if (scenario && on?.state === "said") {
    return {
      span: on.span,
      tree: scenario.tree,
      related: [{ message: "The price that is worked out on that day.", span: priceName, tree: note.tree }],
    };
  }
  const valuedOn = market?.clauses.valuedOn;
  const said = market && valuedOn?.state === "said";
  const related = said
    ? [{ message: "The day of the valuation.", span: valuedOn.span, tree: market.tree }]
    : [];
  return { span: priceName, tree: note.tree, related };
}
