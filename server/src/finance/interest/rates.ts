import type { RateMeaning } from "../../catalog/value.ts";
import type { Bound } from "../../note/bound.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { zero } from "../../quantity/exact.ts";
import {
  assuming,
  type Figure,
  figure,
  isWaiting,
  named,
  type Result,
  waiting,
} from "../../quantity/figure.ts";
import type { Situation, Source } from "../engine/formula.ts";
import { caseOn } from "../inputs/clauses.ts";
import { needOf } from "../inputs/readings.ts";

/** The rate that stands alone in a clause, where it is a plain percentage. */
export function fixedRate(bound: Bound<RateMeaning>): Figure<"ratio"> | undefined {
  return bound.state === "said" && bound.meaning.kind === "fixed" ? bound.meaning.rate : undefined;
}

/** The rate a year on a day; none where the note bears no interest. */
export function rateOn(day: Result<"date">, situation: Situation): Result<"ratio"> {
  const { interest } = situation.note.clauses;
  const bound = interest.inner.rate;
  if (bound.state === "none") {
    const clause = bound.clause ?? interest.clause;
    const text = situation.note.tree.text.slice(clause?.span.start ?? 0, clause?.span.end ?? 0);
    const origin = { kind: "stated", text, span: clause?.span ?? { start: 0, end: 0 } } as const;
    return named("rate", figure("ratio", zero, origin));
  }
  if (bound.state !== "said")
    return waiting(interest.state === "absent" ? "the clause “interest”" : needOf("rate", bound.state));
  const said = caseOn(bound, day, situation);
  if (isWaiting(said)) return said;
  return said.state === "said" ? rateSaid(said.meaning, situation) : waiting(needOf("rate", said.state));
}

/** What a statement of the rate comes to, within the note's minimum and maximum. */
export function rateSaid(meaning: RateMeaning, situation: Situation): Result<"ratio"> {
  const stated = rateOf(meaning, situation);
  return isWaiting(stated) ? stated : named("rate", within(stated, situation));
}

/** The rate on the day of issue, which is the rate where it never changes. */
export const rate: Source<Figure<"ratio">> = {
  label: "rate",
  needs: [],
  clauses: [
    "note/interest/rate",
    "note/interest/minimumRate",
    "note/interest/maximumRate",
    "market/index",
    "note/legalMaximum",
  ],
  read: (situation) => {
    const { issued } = situation.note.clauses;
    const day = issued.state === "said" && issued.meaning.kind === "day" ? issued.meaning.day : undefined;
    const first: Result<"date"> =
      day === undefined ? waiting("the clause “issued”") : arithmetic.dated(day, "the first day", []);
    return rateOn(first, situation);
  },
};

export const defaultRate: Source<Figure<"ratio">> = {
  label: "default rate",
  needs: [],
  clauses: ["note/interest/defaultRate", "market/index", "note/legalMaximum"],
  read: (situation) => {
    const bound = situation.note.clauses.interest.inner.defaultRate;
    if (bound.state !== "said") return waiting(needOf("default rate", bound.state));
    return defaultRateSaid(bound.meaning, situation);
  },
};

/** What a statement of the default rate comes to. */
export function defaultRateSaid(meaning: RateMeaning, situation: Situation): Result<"ratio"> {
  const stated = rateOf(meaning, situation);
  return isWaiting(stated) ? stated : named("default rate", stated);
}

/** Whether the default rate is said to come on top of the rate. */
export function isAdditional(bound: Bound<RateMeaning>): boolean {
  return bound.state === "said" && bound.meaning.kind === "fixed" && bound.meaning.additional;
}

/** What a rate comes to; waits for an index that the market does not give. */
function rateOf(meaning: RateMeaning, situation: Situation): Result<"ratio"> {
  switch (meaning.kind) {
    case "fixed":
      return meaning.rate;
    case "index":
      return indexed(meaning, situation);
    case "legal maximum":
      return legalMaximum(situation);
    case "best":
      return bestRate(meaning, situation);
  }
}

function indexed(meaning: Extract<RateMeaning, { kind: "index" }>, situation: Situation): Result<"ratio"> {
  const wanted = meaning.name.toLowerCase();
  const term = situation.terms.get(wanted)?.definition;
  const ofTerm =
    term?.state === "said" && term.meaning.kind === "rate" ? rateOf(term.meaning.rate, situation) : undefined;
  const given = situation.market?.clauses.index.find((one) => one.meaning.name.toLowerCase() === wanted);
  const standing =
    ofTerm ??
    given?.meaning.level ??
    waiting(`where “${meaning.name}” stands: index "${meaning.name}" in the market`);
  if (isWaiting(standing)) return standing;
  const base = named(`“${meaning.name}”`, standing);
  if (!meaning.margin) return base;
  return meaning.sign === "less"
    ? arithmetic.minus(base, meaning.margin)
    : arithmetic.plus(base, meaning.margin);
}

function legalMaximum(situation: Situation): Result<"ratio"> {
  const bound = situation.note.clauses.legalMaximum;
  if (bound.state !== "said" || bound.meaning.kind === "legal maximum")
    return waiting("the legal maximum: a clause “legal maximum” gives it");
  const stated = rateOf(bound.meaning, situation);
  return isWaiting(stated) ? stated : named("legal maximum", stated);
}

/** Of several rates the lowest or highest; a legal maximum that nothing gives is taken not to bind. */
function bestRate(
  { pick, word, alternatives, labels }: Extract<RateMeaning, { kind: "best" }>,
  situation: Situation,
): Result<"ratio"> {
  const rates = alternatives.map((alternative) => rateOf(alternative, situation));
  const open = alternatives.filter(
    (alternative, index) => isWaiting(rates[index]) && alternative.kind === "legal maximum",
  );
  const missing = rates.filter(
    (one, index) => isWaiting(one) && alternatives[index]?.kind !== "legal maximum",
  );
  if (missing.length > 0)
    return waiting(...missing.filter(isWaiting).flatMap(({ waitingFor }) => waitingFor));
  const known = rates.filter((one) => !isWaiting(one)) as Figure<"ratio">[];
  if (known.length === 0) return waiting("the legal maximum: a clause “legal maximum” gives it");
  const shown = labels.filter((_, index) => !isWaiting(rates[index]));
  const [only] = known;
  const best = only && known.length === 1 ? only : arithmetic.choose(pick, known, word, shown);
  return open.length > 0 ? assuming(best, "the legal maximum does not bind") : best;
}

/** The rate within the note's minimum and maximum. */
function within(stated: Figure<"ratio">, situation: Situation): Figure<"ratio"> {
  const { minimumRate, maximumRate } = situation.note.clauses.interest.inner;
  const capped =
    maximumRate.state === "said"
      ? arithmetic.choose("lowest", [stated, maximumRate.meaning], "lowest of rate and maximum rate", [
          "rate",
          "maximum rate",
        ])
      : stated;
  return minimumRate.state === "said"
    ? arithmetic.choose("highest", [capped, minimumRate.meaning], "highest of rate and minimum rate", [
        "rate",
        "minimum rate",
      ])
    : capped;
}
