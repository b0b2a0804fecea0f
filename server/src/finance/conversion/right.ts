import { waiting } from "../../quantity/figure.ts";
import { inEachSituation, optional, type Situation, type Source } from "../engine/formula.ts";
import { restingOn } from "../inputs/clauses.ts";
import { convertibleFrom } from "../inputs/dates.ts";
import { type Closed, ungiven, unopened } from "../inputs/openings.ts";
import { contingentUnmet, triggerOfContingent } from "./triggers.ts";

/** What figures of a conversion wait for where the scenario converts nothing. */
export const nothingConverted = "an amount that is converted: the scenario converts none";

/** Whether the scenario says that nothing is converted. */
export function convertsNothing({ scenario }: Situation): boolean {
  return scenario?.clauses.convert.state === "none";
}

/**
 * Why the note can't be converted in a scenario: an event that opens the right has not happened, nobody has the option,
 * or the share has not reached what a contingent conversion asks for. Undefined where it can, for all that is known; a
 * note by itself is always taken to be open. Days that open and close the right are the scenario's to choose, and
 * “scenario-outside-conversion” judges them.
 */
export const conversionClosed = inEachSituation((situation: Situation): Closed | undefined => {
  const { option, from } = situation.note.clauses.conversion.inner;
  return unopened(from, situation) ?? ungiven(option, situation) ?? contingentUnmet(situation);
});

/** The right to convert: waits where it is closed, and where the scenario converts nothing. */
export const rightToConvert: Source<true> = {
  label: "right to convert",
  needs: [
    optional(convertibleFrom),
    optional(triggerOfContingent),
    restingOn("note/conversion/option", "scenario/eventOfDefault", "scenario/closing", "scenario/event"),
  ],
  clauses: ["scenario/convert"],
  read: (situation) => {
    if (convertsNothing(situation)) return waiting(nothingConverted);
    const closed = conversionClosed(situation);
    return closed ? waiting(`the right to convert, which ${closed.words}`) : true;
  },
};
