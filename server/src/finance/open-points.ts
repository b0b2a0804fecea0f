import { plainThirty } from "../catalog/interest.ts";
import { type OpenPoint, type PointId, pointOf, points, type Reading } from "../catalog/points.ts";
import type { Tagged, WindowMeaning } from "../catalog/value.ts";
import type { Bound, ConversionClauses, InterestClauses } from "../note/bound.ts";
import { compared, minus } from "../quantity/arithmetic.ts";
import { newYorkBanks } from "../quantity/calendar.ts";
import { isZero } from "../quantity/exact.ts";
import { dayOf, type Figure, isWaiting, type Result, waiting } from "../quantity/figure.ts";
import { amountConvertedAtMaturity } from "./conversion/amount.ts";
import { evaluate, type Formula, remembered, reread, type Situation, type Source } from "./engine/formula.ts";
import { holdsNoPlaces } from "./engine/memo.ts";
import { formulas } from "./formulas.ts";
import { funded, issued, stated } from "./inputs/clauses.ts";
import { readingOf } from "./inputs/readings.ts";
import { accrualStart } from "./inputs/sources.ts";
import { periodsAreOpen } from "./interest/day-frame.ts";
import { hasFailed } from "./interest/default-amount.ts";
import { leavesDaysOpen, leavesKindOpen, paymentDays } from "./interest/interest-days.ts";
import { bearsOn } from "./interest/late.ts";
import { isAdditional, rate } from "./interest/rates.ts";
import { pricedBy, priceParts } from "./prices/conversion-price.ts";
import { makesShares } from "./rounds/owed.ts";
import { convertsInRound } from "./rounds/qualified.ts";
import { countsByRate } from "./shares/rate.ts";
import { cashInLieu, settledInCash } from "./shares/received.ts";

/** A point that a note leaves open, with what each way to read it comes to. */
export interface OpenHere {
  readonly id: PointId;
  readonly point: OpenPoint;
  /** The reading that the numbers use, and what is measured under it. */
  readonly reading: Reading;
  readonly measured: string;
  /** The scenario in which it is measured; undefined for the note by itself. */
  readonly scenario: string | undefined;
  readonly usual: Result<"money">;
  readonly others: readonly OtherReading[];
}

export interface OtherReading {
  readonly reading: Reading;
  /** The same sum under this reading; waits for what it lacks. */
  readonly result: Result<"money">;
  readonly difference: Figure<"money"> | undefined;
}

/**
 * The points that the note leaves open and that matter for it, in the order of the catalog. Each is measured in the
 * note by itself, or in the first scenario that has a number where the note by itself has none.
 */
export function openPoints(alone: Situation, played: readonly Situation[]): readonly OpenHere[] {
  return remembered(ofNote, alone, () =>
    pointIds.filter((id) => isOpen[id](alone, played)).map((id) => openHere(id, alone, played)),
  );
}

/** What is found is words and sums. */
const ofNote = holdsNoPlaces({});

const pointIds = Object.keys(points) as readonly PointId[];

function openHere(id: PointId, alone: Situation, played: readonly Situation[]): OpenHere {
  const point = pointOf(id);
  const measure = measureOf(point);
  const situation = measure ? measuredIn(measure, alone, played) : alone;
  const reading = readingOf(id, situation);
  const usual = measure ? evaluate(measure.source, situation) : unmeasured;
  const others = point.readings
    .filter((other) => other.id !== reading.id)
    .map((other) => {
      const result = measure ? evaluate(measure.source, reread(situation, id, other.id)) : unmeasured;
      const difference = isWaiting(usual) || isWaiting(result) ? undefined : minus(result, usual);
      return { reading: other, result, difference };
    });
  const measured = measure?.label ?? "";
  return { id, point, reading, measured, scenario: situation.scenario?.name, usual, others };
}

const unmeasured = waiting();

interface Measure {
  readonly source: Source<Figure<"money">>;
  readonly label: string;
  /** Whether a scenario may stand in for the note by itself. */
  readonly everywhere: boolean;
}

/** The first situation that has a number: the note by itself, else a scenario where one may stand in. */
function measuredIn(
  { source, everywhere }: Measure,
  alone: Situation,
  played: readonly Situation[],
): Situation {
  const candidates = everywhere ? [alone, ...played] : [alone];
  return candidates.find((situation) => !isWaiting(evaluate(source, situation))) ?? alone;
}

const measures = new Map<OpenPoint, Measure | undefined>();

/** What a point is measured by; nothing where it has one reading alone. */
function measureOf(point: OpenPoint): Measure | undefined {
  if (!measures.has(point)) measures.set(point, measureFor(point));
  return measures.get(point);
}

function measureFor({ measuredBy, readings }: OpenPoint): Measure | undefined {
  if (readings.length === 1) return undefined;
  const isMeasure = (formula: Formula): formula is Formula<"money"> =>
    formula.id === measuredBy && formula.kind === "money";
  const found = formulas.find(isMeasure);
  if (found) return { source: found, label: found.label, everywhere: found.scope !== "note" };
  return { source: amountConvertedAtMaturity, label: amountConvertedAtMaturity.label, everywhere: false };
}

/** Whether the note leaves a point open and has anything that rests on it. */
const isOpen: Readonly<Record<PointId, (alone: Situation, played: readonly Situation[]) => boolean>> = {
  "day-count": (alone) => bearsInterest(alone) && interestOf(alone).dayCount.state === "absent",
  "thirty-360": (alone) => {
    const { dayCount } = interestOf(alone);
    return bearsInterest(alone) && dayCount.state === "said" && dayCount.meaning === plainThirty;
  },
  "day-count-periods": (alone) => bearsInterest(alone) && periodsAreOpen(alone),
  compounding: (alone) => {
    const { simple, compounded, paidIn } = interestOf(alone);
    const inKind = paidIn.state === "said" && paidIn.meaning === "kind" && paymentDays(alone) !== undefined;
    const silent = simple.state === "absent" && compounded.state === "absent";
    return bearsInterest(alone) && silent && !inKind;
  },
  "compounding-formula": (alone) => {
    const { compounded } = interestOf(alone);
    const inPeriods = compounded.state === "said" && !["daily", "continuously"].includes(compounded.meaning);
    return inPeriods && bearsInterest(alone);
  },
  "payment-days": (alone) => {
    const start = evaluate(accrualStart, alone);
    return (
      paymentDays(alone) !== undefined &&
      bearsInterest(alone) &&
      !isWaiting(start) &&
      leavesDaysOpen(start, alone)
    );
  },
  "default-conversion": (alone, played) => {
    const { amount } = conversionOf(alone);
    const silent = amount.state === "absent" && alone.note.clauses.defaultAmount.state === "said";
    return silent && pricedBy(alone) !== undefined && played.some(hasFailed);
  },
  "accrual-start": (alone) =>
    bearsInterest(alone) && interestOf(alone).accruesFrom.state === "absent" && fundedApart(alone),
  "paid-in": (alone) => bearsInterest(alone) && leavesKindOpen(alone),
  "discount-base": ({ note }) => {
    const { originalIssueDiscount: discount, tranche } = note.clauses;
    return [discount, ...tranche.map(({ inner }) => inner.originalIssueDiscount)].some(
      (one) => one.state === "said" && one.meaning.value.kind === "part" && one.meaning.tag === undefined,
    );
  },
  fees: ({ note }) => note.clauses.fees.some(({ meaning }) => meaning.tag === undefined),
  "instalments-applied": (alone) =>
    bearsInterest(alone) &&
    alone.note.clauses.instalments.rows.some(
      ({ what }) => what.kind === "amount" && what.amount.kind === "money",
    ),
  "default-interest": (alone) => {
    const { defaultRate } = interestOf(alone);
    return (
      defaultRate.state === "said" && bearsOn(defaultRate.meaning) === undefined && !isAdditional(defaultRate)
    );
  },
  "conversion-amount": (alone) =>
    pricedBy(alone) !== undefined && conversionOf(alone).amount.state === "absent" && hasInterest(alone),
  "ownership-basis": (alone) => {
    const { ownershipLimit } = conversionOf(alone);
    return ownershipLimit.state === "said" && ownershipLimit.meaning.measured === undefined;
  },
  "other-shares": (alone) =>
    conversionOf(alone).ownershipLimit.state === "said" &&
    alone.market?.clauses.heldByHolder.state !== "said",
  "window-end": (alone) => windowsIn(alone).some(({ endSaid }) => !endSaid),
  "window-days": (alone) => windowsIn(alone).some(({ unitSaid }) => !unitSaid),
  "payment-day": (alone) => {
    const due = evaluate(stated.maturity, alone);
    const silent = alone.note.clauses.businessDays.state === "absent";
    return silent && bearsInterest(alone) && !isWaiting(due) && !newYorkBanks.isOpen(dayOf(due));
  },
  fraction: (alone) => pricedBy(alone) !== undefined && conversionOf(alone).fractions.state === "absent",
  "fraction-price": (alone, played) => [alone, ...played].some(fractionHangsOnPrice),
  "trading-price": (alone) =>
    priceParts(alone).some((part) => "measure" in part && part.measure.id === "trading price"),
  "late-rate": (alone) => bearsInterest(alone) && interestOf(alone).defaultRate.state === "absent",
  "threshold-basis": (alone) => isUntagged(financingOf(alone).threshold),
  "cap-basis": (alone) => isUntagged(financingOf(alone).valuationCap),
  "round-interest": (alone) =>
    bearsInterest(alone) &&
    (["qualifiedFinancing", "otherFinancing"] as const).some(
      (block) => makesShares(alone, block) && alone.note.clauses[block].inner.interest.state === "absent",
    ),
  "round-basis": (_, played) => played.some(isPricedByValuation),
};

/** Whether a fraction of a share comes to another sum at the market price. */
function fractionHangsOnPrice(situation: Situation): boolean {
  if (countsByRate(situation) || settledInCash(situation)) return false;
  const [usual, other] = [situation, reread(situation, "fraction-price", "market price")].map((one) =>
    evaluate(cashInLieu, one),
  );
  return (
    usual !== undefined &&
    other !== undefined &&
    !isWaiting(usual) &&
    !isWaiting(other) &&
    compared(usual, other) !== 0
  );
}

function interestOf({ note }: Situation): InterestClauses {
  return note.clauses.interest.inner;
}

function conversionOf({ note }: Situation): ConversionClauses {
  return note.clauses.conversion.inner;
}

function financingOf({ note }: Situation): Situation["note"]["clauses"]["qualifiedFinancing"]["inner"] {
  return note.clauses.qualifiedFinancing.inner;
}

function isUntagged(bound: Bound<Tagged<unknown>>): boolean {
  return bound.state === "said" && bound.meaning.tag === undefined;
}

/** Whether a scenario's round has its price from a valuation alone. */
function isPricedByValuation(situation: Situation): boolean {
  const round = situation.scenario?.clauses.round.inner;
  const valued = round?.preMoney.state === "said" && round.preMoney.meaning.tag === undefined;
  return convertsInRound(situation) && valued && round.pricePerShare.state === "absent";
}

function bearsInterest(alone: Situation): boolean {
  const yearly = evaluate(rate, alone);
  return !isWaiting(yearly) && !isZero(yearly.amount);
}

/** Whether there may be interest: without it principal and what is owed are the same. */
function hasInterest({ note }: Situation): boolean {
  return note.clauses.interest.state !== "none";
}

function fundedApart(alone: Situation): boolean {
  const paid = evaluate(funded, alone);
  const issue = evaluate(issued, alone);
  return !isWaiting(paid) && !isWaiting(issue) && dayOf(paid) !== dayOf(issue);
}

function windowsIn(alone: Situation): WindowMeaning[] {
  return priceParts(alone).flatMap((part) => ("window" in part ? [part.window] : []));
}
