import { bringsRound } from "../../market/case.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { type Figure, isWaiting, named, waiting } from "../../quantity/figure.ts";
import { conversionShares } from "../conversion/conversion.ts";
import { held } from "../conversion/ownership.ts";
import { conversionClosed } from "../conversion/right.ts";
import { formula, type Situation, type Source, step } from "../engine/formula.ts";
import { inEach, onceAmong, together } from "../engine/together.ts";
import { boundBehind } from "../engine/view.ts";
import { outstanding } from "../inputs/sources.ts";

const source = "arithmetic; the notes of one issuer in a file that a scenario beside them applies to";

/** The situations of the issuer's notes that the scenario converts in the market of this one; those that can't be converted stay out. */
function convertingHere(situation: Situation): readonly Situation[] {
  const { scenario, market } = situation;
  if (!scenario || bringsRound(scenario)) return [situation];
  return convertingIn(together(situation), market);
}

const convertingIn = onceAmong((situations, market: Situation["market"]) =>
  situations.filter(
    (one) =>
      boundBehind(one.market) === boundBehind(market) &&
      one.note.clauses.conversion.state === "said" &&
      !conversionClosed(one),
  ),
);

function convertsWithOthers(situation: Situation): boolean {
  return convertingHere(situation).length > 1;
}

/** The sum of what some notes convert into, each under the note's name. */
const sumOf = onceAmong((notes) => {
  const shares = inEach(conversionShares, notes);
  if (isWaiting(shares)) return shares;
  const [first, ...others] = shares.map((one, index) =>
    named(`shares of “${notes[index]?.note.name ?? ""}”`, one),
  );
  return first ? others.reduce(arithmetic.plus, first) : waiting("a note that converts");
});

function sharesOf(
  label: string,
  among: (situation: Situation) => readonly Situation[],
): Source<Figure<"shares">> {
  return step(label, { own: conversionShares }, (_, situation) => sumOf(among(situation), undefined));
}

const sharesOfAll = sharesOf("shares of all notes", convertingHere);

/** The notes of this note's holder, for whoever holds several owns the shares of all of them. */
const sharesOfHolder = sharesOf("shares of the holder's notes", (situation) => {
  const { holder } = situation.note.clauses;
  return holder.state === "said"
    ? heldBy(convertingHere(situation), holder.meaning.toLowerCase())
    : [situation];
});

const heldBy = onceAmong((situations, name: string) =>
  situations.filter(({ note: { clauses } }) => {
    const { holder } = clauses;
    return holder.state === "said" && holder.meaning.toLowerCase() === name;
  }),
);

export const allNotesShares = formula({
  id: "all-notes-shares",
  label: "shares if all notes of the issuer convert",
  kind: "shares",
  topic: "ownership",
  scope: "scenario",
  about: {
    definition: "Σ N over the issuer's notes in the file that the scenario applies to, in the same market",
    rounding: "whole shares",
    source,
  },
  applies: convertsWithOthers,
  needs: { shares: sharesOfAll },
  compute: ({ shares }) => shares,
});

export const allNotesDilution = formula({
  id: "all-notes-dilution",
  label: "part of the company that goes to all notes of the issuer",
  kind: "ratio",
  topic: "ownership",
  scope: "scenario",
  about: { definition: "Σ N ÷ (O + Σ N)", rounding: "none", source },
  headline: { rank: 5, say: (shown) => `${shown} to all notes together` },
  applies: convertsWithOthers,
  needs: { shares: allNotesShares, outstanding },
  compute: ({ shares, outstanding: before }) => {
    const after = arithmetic.plus(before, shares);
    return arithmetic.isPositive(after) ? arithmetic.ratio(shares, after) : waiting("shares outstanding");
  },
});

export const holderAmongNotes = formula({
  id: "ownership-among-notes",
  label: "ownership of the holder if all notes of the issuer convert",
  kind: "ratio",
  topic: "ownership",
  scope: "scenario",
  about: {
    definition: "(h + Σ N of this holder's notes) ÷ (O + Σ N of all notes)",
    rounding: "none",
    source,
  },
  applies: convertsWithOthers,
  needs: { own: sharesOfHolder, shares: allNotesShares, outstanding, held },
  compute: ({ own, shares, outstanding: before, held: had }) => {
    const after = arithmetic.plus(before, shares);
    return arithmetic.isPositive(after)
      ? arithmetic.ratio(arithmetic.plus(had, own), after)
      : waiting("shares outstanding");
  },
});
