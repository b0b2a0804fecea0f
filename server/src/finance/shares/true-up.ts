import * as arithmetic from "../../quantity/arithmetic.ts";
import { type Day, longDate } from "../../quantity/date.ts";
import { dayOf, type Figure, isWaiting, named, waiting } from "../../quantity/figure.ts";
import { conversionAmount } from "../conversion/amount.ts";
import { conversionShares } from "../conversion/conversion.ts";
import { noteSource } from "../conversion/note-source.ts";
import { formula, type Situation, type Source, step, varied } from "../engine/formula.ts";
import { withChanges } from "../engine/view.ts";
import { clauseSource, dateSource } from "../inputs/clauses.ts";
import { priceOf } from "../prices/price.ts";

const measuredOn = dateSource(
  "note/conversion/trueUp/measured",
  ({ note }) => note.clauses.conversion.inner.trueUp.inner.measured,
);

/** The price at which the shares are counted again: windows end before the day on which they are. */
const laterPrice: Source<Figure<"price">> = step(
  "true-up price",
  {
    phrase: clauseSource(
      "note/conversion/trueUp/at",
      ({ note }) => note.clauses.conversion.inner.trueUp.inner.at,
    ),
    day: measuredOn,
  },
  ({ phrase, day }, situation) => {
    const price = priceOf(phrase, playedOn(dayOf(day), situation));
    return isWaiting(price) ? price : named("true-up price", price);
  },
  { clauses: ["market/prices", "scenario/price"] },
);

/** The same situation on another day. */
function playedOn(day: Day, situation: Situation): Situation {
  const { scenario } = situation;
  const on = scenario?.clauses.on;
  if (!scenario || on?.state !== "said") return situation;
  const meaning = { kind: "day", day, text: longDate(day), span: on.span, monthAlone: false } as const;
  const moved = { ...on, meaning, condition: undefined, cases: [] };
  const clauses = withChanges(scenario.clauses, { on: moved });
  return varied(situation, { scenario: withChanges(scenario, { clauses }) });
}

export const trueUpShares = formula({
  id: "true-up-shares",
  label: "true-up shares",
  kind: "shares",
  topic: "conversion",
  scope: "scenario",
  about: {
    definition: "max(0, floor(A ÷ true-up price) − N)",
    rounding: "down to whole shares",
    source: noteSource,
  },
  applies: ({ note }) => note.clauses.conversion.inner.trueUp.state === "said",
  headline: { rank: 5, say: (shown) => `${shown} added at the true-up` },
  needs: { amount: conversionAmount, price: laterPrice, delivered: conversionShares },
  compute: ({ amount, price, delivered }) => {
    if (!arithmetic.isPositive(price)) return waiting("a true-up price above zero");
    const owed = named(
      "shares at the true-up price",
      arithmetic.wholeShares(arithmetic.sharesFor(amount, price)),
    );
    return arithmetic.compared(owed, delivered) > 0
      ? arithmetic.minus(owed, delivered)
      : arithmetic.nothing("shares", "no more are owed than were delivered", [owed, delivered]);
  },
});
