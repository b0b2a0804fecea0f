import type { RateMeaning } from "../../catalog/value.ts";
import type { Bound, MarketClauses, Unsaid } from "../../note/bound.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { zero } from "../../quantity/exact.ts";
import {
  assuming,
  dayOf,
  type Figure,
  figure,
  isWaiting,
  named,
  type Result,
  waiting,
} from "../../quantity/figure.ts";
import { evaluate, type Situation, type Source } from "../engine/formula.ts";
import { caseOn } from "../inputs/clauses.ts";
import { definitions } from "../inputs/defined.ts";
import { needOf } from "../inputs/readings.ts";
import { allStatements, statementOn } from "./conditions.ts";

/** The rate that stands alone in a clause, where it is a plain percentage. */
export function fixedRate(bound: Bound<RateMeaning>): Figure<"ratio"> | undefined {
  return bound.state === "said" && bound.meaning.kind === "fixed" ? bound.meaning.rate : undefined;
}

/** The rate a year on a day; none where the note bears no interest. */
export function rateOn(day: Result<"date">, situation: Situation): Result<"ratio"> {
  const { interest } = situation.note.clauses;
  const bound = interest.inner.rate;
  if (bound.state === "none") return noRate(bound, situation);
  if (bound.state !== "said")
    return waiting(interest.state === "absent" ? "the clause “interest”" : needOf("rate", bound.state));
  const said = caseOn(bound, day, situation);
  if (isWaiting(said)) return said;
  if (said.state === "none") return noRate(said, situation);
  const on = isWaiting(day) ? undefined : day;
  return said.state === "said" ? rateSaid(said.meaning, situation, on) : waiting(needOf("rate", said.state));
}

/** The rate where the note says that there is none, always or for a time. */
export function noRate({ clause: own }: Unsaid, situation: Situation): Figure<"ratio"> {
  const clause = own ?? situation.note.clauses.interest.clause;
  const text = situation.note.tree.text.slice(clause?.span.start ?? 0, clause?.span.end ?? 0);
  const origin = { kind: "stated", text, span: clause?.span ?? { start: 0, end: 0 } } as const;
  return named("rate", figure("ratio", zero, origin));
}

/** What a statement of the rate comes to on a day, within the note's minimum and maximum of that day. */
export function rateSaid(meaning: RateMeaning, situation: Situation, day?: Figure<"date">): Result<"ratio"> {
  const stated = rateOf(meaning, situation, day);
  return isWaiting(stated) ? stated : named("rate", within(stated, situation, day));
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
export function defaultRateSaid(
  meaning: RateMeaning,
  situation: Situation,
  day?: Figure<"date">,
): Result<"ratio"> {
  const stated = rateOf(meaning, situation, day);
  return isWaiting(stated) ? stated : named("default rate", stated);
}

/** Whether the default rate is said to come on top of the rate. */
export function isAdditional(bound: Bound<RateMeaning>): boolean {
  return bound.state === "said" && bound.meaning.kind === "fixed" && bound.meaning.additional;
}

/** What a rate comes to; waits for an index that the market does not give. */
function rateOf(
  meaning: RateMeaning,
  situation: Situation,
  day: Figure<"date"> | undefined,
): Result<"ratio"> {
  switch (meaning.kind) {
    case "fixed":
      return meaning.rate;
    case "index":
      return indexed(meaning, situation, day);
    case "legal maximum":
      return legalMaximum(situation, day);
    case "best":
      return bestRate(meaning, situation, day);
  }
}

/** What the market says of its indexes. */
export function indexStatements({ market }: Situation): MarketClauses["index"] {
  return market?.clauses.index ?? [];
}

/** An index with its margin, where the index stands on the day; without a day as the market says first. */
function indexed(
  meaning: Extract<RateMeaning, { kind: "index" }>,
  situation: Situation,
  day: Figure<"date"> | undefined,
): Result<"ratio"> {
  const lowerName = meaning.name.toLowerCase();
  const term = situation.terms.get(lowerName)?.definition;
  const ofTerm =
    term?.state === "said" && term.meaning.kind === "rate"
      ? evaluate(rateGiven(term.meaning.rate, meaning.name, day), situation)
      : undefined;
  const levels = indexStatements(situation).filter((one) => one.meaning.name.toLowerCase() === lowerName);
  const given = day
    ? statementOn(levels, day, situation)
    : (levels.find((one) => !one.condition) ?? levels[0]);
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

const definedRates = definitions<Figure<"ratio">>();

function rateGiven(
  rateOfTerm: RateMeaning,
  name: string,
  day: Figure<"date"> | undefined,
): Source<Figure<"ratio">> {
  const key = day && dayOf(day);
  return definedRates(rateOfTerm, key, `the rate “${name}”`, (situation) =>
    rateOf(rateOfTerm, situation, day),
  );
}

function legalMaximum(situation: Situation, day: Figure<"date"> | undefined): Result<"ratio"> {
  const bound = situation.note.clauses.legalMaximum;
  if (bound.state !== "said" || bound.meaning.kind === "legal maximum")
    return waiting("the legal maximum: a clause “legal maximum” gives it");
  const stated = rateOf(bound.meaning, situation, day);
  return isWaiting(stated) ? stated : named("legal maximum", stated);
}

/** Of several rates the lowest or highest; a legal maximum that nothing gives is taken not to bind. */
function bestRate(
  { pick, word, alternatives, labels }: Extract<RateMeaning, { kind: "best" }>,
  situation: Situation,
  day: Figure<"date"> | undefined,
): Result<"ratio"> {
  const rates = alternatives.map((alternative) => rateOf(alternative, situation, day));
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

/** The rate within the note's minimum and maximum, as they are said for the day. */
function within(
  stated: Figure<"ratio">,
  situation: Situation,
  day: Figure<"date"> | undefined,
): Figure<"ratio"> {
  const { minimumRate, maximumRate } = situation.note.clauses.interest.inner;
  const most = boundOn(maximumRate, day, situation);
  const least = boundOn(minimumRate, day, situation);
  const capped = most
    ? arithmetic.choose("lowest", [stated, most], "lowest of rate and maximum rate", ["rate", "maximum rate"])
    : stated;
  return least
    ? arithmetic.choose("highest", [capped, least], "highest of rate and minimum rate", [
        "rate",
        "minimum rate",
      ])
    : capped;
}

function boundOn(
  bound: Bound<Figure<"ratio">>,
  day: Figure<"date"> | undefined,
  situation: Situation,
): Figure<"ratio"> | undefined {
  const statements = allStatements(bound);
  const said = day ? statementOn(statements, day, situation) : statements.find(({ condition }) => !condition);
  return said?.state === "said" ? said.meaning : undefined;
}
