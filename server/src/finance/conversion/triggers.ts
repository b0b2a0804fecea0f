import type { MeasureId, TriggerMeaning } from "../../catalog/value.ts";
import { windowDays } from "../../market/windows.ts";
import type { Bound } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { longDate } from "../../quantity/date.ts";
import * as exact from "../../quantity/exact.ts";
import {
  assuming,
  dayOf,
  type Figure,
  isWaiting,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import {
  evaluate,
  type Formula,
  formula,
  optional,
  type Situation,
  type Source,
  step,
} from "../engine/formula.ts";
import { clauseSource, conversionDate, isSaidIn, whereSaid } from "../inputs/clauses.ts";
import { type Closed, unopenedYet } from "../inputs/openings.ts";
import { conversionPrice } from "../prices/conversion-price.ts";
import { marketPrice } from "../prices/market-price.ts";
import { priceOf } from "../prices/price.ts";
import { noteSource } from "./note-source.ts";

/** A clause that names a price which the share has to reach first. */
interface TriggerClause {
  readonly id: string;
  /** What it is a trigger of. */
  readonly label: string;
  readonly path: string;
  readonly pick: (situation: Situation) => Bound<TriggerMeaning>;
  readonly say: (shown: string) => string;
  /** Why the right that it is a condition of is not open yet; undefined where nothing else opens it. */
  readonly closed?: (situation: Situation) => Closed | undefined;
}

const contingent: TriggerClause = {
  id: "contingent-conversion",
  label: "contingent conversion",
  path: "note/conversion/contingent",
  pick: ({ note }) => note.clauses.conversion.inner.contingent,
  say: (shown) => `convertible once the share reaches ${shown}`,
};

const forced: TriggerClause = {
  id: "forced-conversion",
  label: "forced conversion",
  path: "note/conversion/forced",
  pick: ({ note }) => note.clauses.conversion.inner.forced,
  say: (shown) => `conversion can be forced from ${shown}`,
};

const call: TriggerClause = {
  id: "call-trigger",
  label: "issuer call",
  path: "note/call/trigger",
  pick: ({ note }) => note.clauses.call.inner.trigger,
  say: (shown) => `callable from ${shown}`,
  closed: (situation) => unopenedYet(situation.note.clauses.call.inner.from, situation),
};

interface Trigger {
  readonly meaning: TriggerMeaning;
  readonly level: Figure<"price">;
}

function triggerSource({ label, path, pick }: TriggerClause): Source<Trigger> {
  return step(
    `${label} trigger`,
    { meaning: clauseSource(path, pick), price: optional(conversionPrice) },
    ({ meaning }, situation) => {
      const level = priceOf(meaning.level, situation);
      return isWaiting(level) ? level : { meaning, level };
    },
  );
}

interface TriggerFormulas {
  readonly price: Formula<"price">;
  readonly days: Formula<"count">;
}

/** What each such clause comes to: its price, and on how many days of its window the share reached it. */
function formulasOf(clause: TriggerClause): TriggerFormulas {
  const { id, label, pick, say, closed } = clause;
  const trigger = triggerSource(clause);
  const price = formula({
    id: `${id}-price`,
    label: `trigger price of the ${label}`,
    kind: "price",
    topic: "conversion",
    scope: "both",
    about: { definition: "as the clause says, most often 130 % × CP", rounding: "none", source: noteSource },
    applies: (situation) => isSaidIn(pick(situation), situation),
    headline: { rank: 5, say },
    needs: { trigger },
    compute: ({ trigger: { level } }) => level,
  });
  const days = formula({
    id: `${id}-days`,
    label: `days on which the share reached the trigger price of the ${label}`,
    kind: "count",
    topic: "conversion",
    scope: "both",
    about: {
      definition:
        "the trading days of the window before the conversion date whose closing price (else last price, else VWAP) is at or above the trigger price",
      rounding: "whole days",
      source: "prices from the market by day",
    },
    applies: (situation) =>
      isSaidIn(pick(situation), situation) &&
      statementsOf(pick(situation)).some(({ meaning }) => meaning.days !== undefined),
    needs: {
      count: step(
        "days at or above the trigger price",
        { trigger, date: conversionDate },
        ({ trigger: found, date }, situation) => {
          const unopened = closed?.(situation);
          return unopened
            ? waiting(`the ${label}, which ${unopened.words}`)
            : daysReached(found, label, date, situation);
        },
        { clauses: ["market/prices", "scenario/price", ...(closed ? ["note/call/from"] : [])] },
      ),
    },
    compute: ({ count }) => count,
  });
  return { price, days };
}

const ofContingent = formulasOf(contingent);
const ofForced = formulasOf(forced);
const ofCall = formulasOf(call);

/** The first trigger that is stated; a note seldom has more than one. */
const triggerPrice = formula({
  id: "trigger-price",
  label: "first trigger price that is stated",
  kind: "price",
  topic: "conversion",
  scope: "both",
  about: {
    definition: "of contingent conversion, forced conversion and issuer call the first that names one",
    rounding: "none",
    source: noteSource,
  },
  applies: (situation) => [contingent, forced, call].some(({ pick }) => isSaidIn(pick(situation), situation)),
  needs: {
    opens: whereSaid(ofContingent.price, contingent.pick),
    forces: whereSaid(ofForced.price, forced.pick),
    calls: whereSaid(ofCall.price, call.pick),
  },
  compute: ({ opens, forces, calls }) => opens ?? forces ?? calls ?? waiting("a trigger price"),
});

export const triggerFormulas: readonly Formula[] = [
  triggerPrice,
  ...[ofContingent, ofForced, ofCall].flatMap(({ price, days }): Formula[] => [price, days]),
];

/** What a trigger asks for, with the days and the price that it is judged by. */
function judged(clause: TriggerClause, { days }: TriggerFormulas): Source<Trigger> {
  return step(
    clause.label,
    { trigger: triggerSource(clause), days: optional(days), price: optional(marketPrice) },
    ({ trigger }) => trigger,
  );
}

export const triggerOfContingent: Source<Trigger> = judged(contingent, ofContingent);
export const triggerOfCall: Source<Trigger> = judged(call, ofCall);

/** Why a contingent conversion is not met in a scenario; undefined where it is, or where prices are missing. */
export function contingentUnmet(situation: Situation): Closed | undefined {
  const verdict = verdictOn(contingent, ofContingent.days, triggerOfContingent, situation);
  return verdict === "met" || verdict === "open" ? undefined : verdict;
}

/** Why the issuer can't call the note in a scenario; “open” where prices are missing that its trigger needs. */
export function callClosed(situation: Situation): Closed | "met" | "open" {
  return call.closed?.(situation) ?? verdictOn(call, ofCall.days, triggerOfCall, situation);
}

/** Whether what a clause asks of the share's price has come in a scenario. */
function verdictOn(
  { pick }: TriggerClause,
  days: Formula<"count">,
  source: Source<Trigger>,
  situation: Situation,
): Closed | "met" | "open" {
  const bound = pick(situation);
  if (situation.scenario === undefined || bound.state !== "said" || !isSaidIn(bound, situation)) return "met";
  const trigger = evaluate(source, situation);
  if (isWaiting(trigger)) return "open";
  const { level, meaning } = trigger;
  if (!meaning.days) {
    const price = evaluate(marketPrice, situation);
    if (isWaiting(price)) return "open";
    if (arithmetic.compared(price, level) >= 0) return "met";
    return { words: `opens at a share price of ${show(level)}; it is ${show(price)}`, span: bound.span };
  }
  const reached = evaluate(days, situation);
  if (isWaiting(reached)) return "open";
  const { count, of } = meaning.days;
  if (exact.compare(reached.amount, exact.whole(count)) >= 0) return "met";
  const words = `opens when the share has reached ${show(level)} on ${count} of ${of} trading days; it did on ${show(reached)}`;
  return { words, span: bound.span };
}

/** What a day's closing price is taken from, best first. */
const closingMeasures: readonly MeasureId[] = ["closing price", "last price", "VWAP"];

function daysReached(
  { meaning, level }: Trigger,
  label: string,
  date: Figure<"date">,
  situation: Situation,
): Result<"count"> {
  if (!meaning.days) return waiting("a trigger that counts days");
  const { count: needed, of } = meaning.days;
  const days = windowDays({ count: of, unit: "trading day", ends: "before" }, dayOf(date));
  const measure =
    closingMeasures.find((one) => days.some((day) => situation.quotes.on(day, one, "other"))) ??
    "closing price";
  const prices = days.map((day) => situation.quotes.on(day, measure, "other"));
  const missing = days.filter((_, index) => !prices[index]);
  if (missing.length > 0) return lacking(missing.map(longDate), measure);
  const reached = prices.filter((price) => price && arithmetic.compared(price, level) >= 0).length;
  const verdict = `the condition of the ${label} is ${reached >= needed ? "met" : "not met"}`;
  const text = `${reached} of the ${days.length} trading days before ${longDate(dayOf(date))}, ${needed} needed; ${verdict}`;
  return assuming(
    arithmetic.counted(BigInt(reached), text, [level]),
    measure === "VWAP" ? "the VWAP stands for the closing price, which the market does not give" : undefined,
  );
}

function lacking(days: readonly string[], measure: MeasureId): Waiting {
  return days.length > 3
    ? waiting(`the ${measure}s of ${days.length} trading days from ${days[0]} to ${days.at(-1)}`)
    : waiting(...days.map((day) => `the ${measure} of ${day}`));
}
