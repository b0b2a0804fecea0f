import { once } from "../../base/once.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { compare, zero } from "../../quantity/exact.ts";
import {
  assuming,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  waiting,
} from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { inEach, onceAmong, together } from "../engine/together.ts";
import { boundBehind } from "../engine/view.ts";
import { caseIn, conversionDate, figureSource, isSaidIn, issued } from "../inputs/clauses.ts";
import { assumedBy } from "../inputs/readings.ts";
import { amountIn, type Financing, type FinancingBlock, makesShares } from "./owed.ts";

export const roundSource = "the note's clause on the financing that the round is for it";

export const newMoney = figureSource(
  "scenario/round/newMoney",
  ({ scenario }) => scenario?.clauses.round.inner.newMoney,
);

/** Whether the scenario brings a round in which the note may become shares: it is there by then, and has a clause on it. */
export function convertsInRound(situation: Situation): boolean {
  if (situation.scenario?.clauses.round.state !== "said") return false;
  return blocks.some((block) => makesShares(situation, block)) && isThere(situation);
}

const blocks: readonly FinancingBlock[] = ["qualifiedFinancing", "otherFinancing"];

/** A note that is issued after the round has no part in it. */
function isThere(situation: Situation): boolean {
  const issue = evaluate(issued, situation);
  const day = evaluate(conversionDate, situation);
  return isWaiting(issue) || isWaiting(day) || dayOf(issue) <= dayOf(day);
}

/** Under which clause a note goes into the round, if any, and what was raised beyond the threshold of the qualified one. */
interface Outcome {
  readonly under: FinancingBlock | undefined;
  readonly surplus: Result<"money"> | undefined;
  /** By how much the last threshold that counts was missed, and whose it is. */
  readonly short: Figure<"money"> | undefined;
}

type Outcomes = ReadonlyMap<Situation, Outcome>;

/**
 * How the round goes for every note of the issuer at once, since thresholds may count each other's notes. All are
 * taken to qualify first; those that miss their threshold even so leave, or go in under the clause on another
 * financing, and the others are judged again by what is left, until nobody leaves: the most notes that hold together.
 */
const outcomesAmong = onceAmong((situations): Outcomes => {
  const outcomes = new Map<Situation, Outcome>(
    situations
      .filter(convertsInRound)
      .map((one) => [
        one,
        { under: blocks.find((block) => makesShares(one, block)), surplus: undefined, short: undefined },
      ]),
  );
  for (let moved = true; moved; ) {
    const before = new Map(outcomes);
    const raised = once(() => raisedWith(before));
    for (const [one, { under }] of before) if (under) outcomes.set(one, judged(one, under, before, raised));
    moved = [...before].some(([one, { under }]) => outcomes.get(one)?.under !== under);
  }
  return outcomes;
});

/** The outcome for a note, also for another situation of the same note than the list has. */
function outcomeFor(situation: Situation): Outcome {
  const outcomes = outcomesAmong(together(situation), undefined);
  const own = outcomes.get(situation);
  if (own) return own;
  const note = boundBehind(situation.note);
  for (const [one, found] of outcomes) if (boundBehind(one.note) === note) return found;
  return { under: undefined, surplus: undefined, short: undefined };
}

/** What becomes of a note that would go in under a clause, beside what the others do. */
function judged(
  one: Situation,
  under: FinancingBlock,
  others: Outcomes,
  raised: () => Result<"money">,
): Outcome {
  const beyond = beyondThreshold(one, under, raised);
  const surplus = under === "qualifiedFinancing" ? beyond : others.get(one)?.surplus;
  if (beyond === undefined || isWaiting(beyond) || compare(beyond.amount, zero) >= 0)
    return { under, surplus, short: others.get(one)?.short };
  const next = under === "qualifiedFinancing" && makesShares(one, "otherFinancing");
  return {
    under: next ? "otherFinancing" : undefined,
    surplus,
    short: arithmetic.minus(none(beyond), beyond),
  };
}

function none(like: Figure<"money">): Figure<"money"> {
  return { ...like, amount: zero, name: "0" };
}

/** New money, and the notes that convert where they count, less the threshold of a clause; undefined where it has none. */
function beyondThreshold(
  one: Situation,
  block: FinancingBlock,
  raised: () => Result<"money">,
): Result<"money"> | undefined {
  const { threshold } = one.note.clauses[block].inner;
  if (!isSaidIn(threshold, one)) return undefined;
  const said = caseIn(threshold, one);
  if (isWaiting(said) || said.state !== "said") return isWaiting(said) ? said : undefined;
  const { value, tag } = said.meaning;
  const money = tag === "including notes" ? raised() : evaluate(newMoney, one);
  if (isWaiting(money)) return money;
  const because = tag ? undefined : assumedBy("threshold-basis", one).because;
  return assuming(arithmetic.minus(money, named("threshold", value)), because);
}

/** The new money, and what each of the notes that go in brings, under the clause under which it goes in. */
function raisedWith(outcomes: Outcomes): Result<"money"> {
  const going = [...outcomes].flatMap(([one, { under }]) => (under ? [{ one, under }] : []));
  const [first] = going;
  const money = first ? evaluate(newMoney, first.one) : waiting("a note that converts");
  if (isWaiting(money)) return money;
  const amounts = blocks.map((block) =>
    inEach(
      amountIn[block],
      going.filter(({ under }) => under === block).map(({ one }) => one),
    ),
  );
  const missing = amounts.filter(isWaiting);
  if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
  const known = amounts.flatMap((some) => (isWaiting(some) ? [] : some));
  return known.map((amount) => named("notes that convert", amount)).reduce(arithmetic.plus, money);
}

const outcome: Source<Outcome> = step(
  "how the round goes for the note",
  {
    newMoney: optional(newMoney),
    qualified: optional(amountIn.qualifiedFinancing),
    other: optional(amountIn.otherFinancing),
  },
  (_, situation): Outcome => outcomeFor(situation),
  {
    clauses: ["note/qualifiedFinancing/threshold", "note/otherFinancing/threshold"],
    points: ["threshold-basis"],
  },
);

function outcomeIn(situation: Situation): Outcome | undefined {
  const found = evaluate(outcome, situation);
  return isWaiting(found) ? undefined : found;
}

/** The clause that counts for the note: of a round the one under which it goes in, else that on the qualified financing. */
export function financing(situation: Situation): Financing {
  return situation.note.clauses[blockPlayed(situation)].inner;
}

function blockPlayed(situation: Situation): FinancingBlock {
  const under = convertsInRound(situation) ? outcomeIn(situation)?.under : undefined;
  return under ?? "qualifiedFinancing";
}

/** A source of the clause that counts: both bear on it, and so does all that decides between them. */
export function ofFinancing<T>(id: keyof Financing & string, source: Source<T>): Source<T> {
  return {
    ...source,
    needs: [...source.needs, outcome],
    clauses: [...new Set([...source.clauses, ...blocks.map((block) => `note/${block}/${id}`)])],
  };
}

/** What converts in the round under the clause that counts. */
export const amountInRound: Source<Figure<"money">> = step(
  "amount converted in the round",
  { outcome, qualified: optional(amountIn.qualifiedFinancing), other: optional(amountIn.otherFinancing) },
  (_, situation) => evaluate(amountIn[blockPlayed(situation)], situation),
);

/** New money beyond the threshold; below zero where the financing is not qualified. */
export const financingSurplus = formula({
  id: "financing-surplus",
  label: "money raised above the threshold",
  kind: "money",
  topic: "financing",
  scope: "scenario",
  about: {
    definition:
      "new money − threshold of the qualified financing; where the threshold counts notes, the amounts of all notes that convert in the round are added, and no others: all are taken to convert first, those that miss their own threshold leave, and the rest is counted again",
    rounding: "none: its parts are in cents",
    source: roundSource,
  },
  headline: {
    rank: 0,
    say: (shown, textOf) =>
      shown.startsWith("−")
        ? `the financing is not qualified, ${shown.replace("−", "")} short of the threshold${textOf(otherPlayed) ?? ""}`
        : `the financing is qualified, ${shown} above the threshold`,
  },
  applies: (situation) =>
    convertsInRound(situation) && situation.note.clauses.qualifiedFinancing.inner.threshold.state === "said",
  needs: { newMoney, outcome },
  compute: ({ outcome: { surplus } }) => surplus ?? waiting("a threshold that counts on that day"),
});

const otherPlayed: Source<string> = step("other financing", { outcome }, ({ outcome: { under } }) =>
  under === "otherFinancing" ? "; the clause on other financing counts" : "",
);

/** Waits where the note goes into the round under no clause, and says by how much the threshold is missed. */
export const qualified: Source<true> = step(
  "a financing that is large enough",
  { outcome },
  ({ outcome: { under, short } }, situation) => {
    if (under) return true;
    if (!short) return waiting("a financing");
    const by = show(short);
    return waiting(
      makesShares(situation, "otherFinancing")
        ? `a financing that is large enough: this one is ${by} short of the threshold of “other financing”`
        : `a qualified financing: this one is ${by} short of the threshold`,
    );
  },
);
