import { grouped } from "../../base/words.ts";
import type { ConditionMeaning, MakeWholeTable } from "../../catalog/value.ts";
import { statementsOf } from "../../note/statements.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { type Day, longDate } from "../../quantity/date.ts";
import * as exact from "../../quantity/exact.ts";
import { dayOf, type Figure, isWaiting, named, type Result, waiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { conversionAmount } from "../conversion/amount.ts";
import { fractionRule, inWholeShares } from "../conversion/conversion.ts";
import { noteSource } from "../conversion/note-source.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import {
  clauseSource,
  conversionDate,
  figureSource,
  optionalClause,
  resolveDate,
} from "../inputs/clauses.ts";
import { matures } from "../inputs/dates.ts";
import { convertiblePrincipal, interestToCome } from "../interest/accounts.ts";
import { stockPrice } from "../prices/market-price.ts";
import { priceOf } from "../prices/price.ts";
import { conversionRate, denomination } from "./rate.ts";

const table: Source<MakeWholeTable> = {
  label: "make-whole",
  needs: [],
  clauses: ["note/conversion/makeWhole"],
  read: ({ note }) => {
    const found = note.clauses.conversion.inner.makeWhole.table;
    return found && found.rows.length > 0 ? found : waiting("a make-whole table that can be read");
  },
};

const maximumRate = optionalClause(
  "note/conversion/maximumRate",
  ({ note }) => note.clauses.conversion.inner.maximumRate,
);

/** Names of events that bring make-whole shares where neither the table nor a put says which do. */
const usualEvents = /fundamental change|make-whole|change of control|change in control/i;

/** The events that bring the shares, by name in small letters: the table's own, else those of the put. */
function eventsNamed({ note }: Situation): ReadonlySet<string> {
  const { put, conversion } = note.clauses;
  const { head } = conversion.inner.makeWhole;
  const own = statementsOf(head).flatMap(({ condition }) => eventIn(condition) ?? []);
  const puts = put.state === "said" ? statementsOf(put) : [put];
  const others = puts.flatMap(({ condition }) => eventIn(condition) ?? []);
  return new Set((own.length > 0 ? own : others).map((name) => name.toLowerCase()));
}

function eventIn(condition: ConditionMeaning | undefined): string | undefined {
  if (condition?.kind === "on") return condition.event.name;
  const date = condition && "date" in condition ? condition.date : undefined;
  return date?.kind === "event" || date?.kind === "relative" ? date.name : undefined;
}

/**
 * The day of the event on which make-whole shares are added: of a note by itself the conversion date, as if it happened
 * that day; in a scenario the day that it gives, by its own day.
 */
const effectiveDay: Source<Figure<"date">> = step(
  "effective date",
  { date: conversionDate },
  ({ date }, situation) => {
    const { scenario } = situation;
    if (!scenario) return date;
    const names = eventsNamed(situation);
    const { head } = situation.note.clauses.conversion.inner.makeWhole;
    if (head.state !== "said" && head.condition)
      return waiting(`a day on which make-whole shares are added: they are “${head.condition.text}”`);
    const stated = head.state === "said" && eventIn(head.condition) !== undefined;
    const happened = [...scenario.clauses.event, ...scenario.clauses.closing].filter(
      ({ meaning: { name } }) => names.has(name.toLowerCase()) || (!stated && usualEvents.test(name)),
    );
    const days = happened.map(({ meaning }) => resolveDate(meaning.date, situation));
    const by = days.find((day) => !isWaiting(day) && dayOf(day) <= dayOf(date));
    if (by && !isWaiting(by)) return named("effective date", by);
    const [one = "fundamental change"] = names;
    return waiting(
      `the event that adds make-whole shares, such as “${one}”: the scenario does not bring it by its day`,
    );
  },
  { clauses: ["note/put", "note/conversion/makeWhole", "scenario/event", "scenario/closing"] },
);

export const hasTable = ({ note }: Situation): boolean =>
  note.clauses.conversion.inner.makeWhole.state === "said";

export const makeWholeShares = formula({
  id: "make-whole-shares",
  label: "make-whole shares for each denomination",
  kind: "shares",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "on the day of the event that the table is for, in a scenario that brings it: straight lines between the table's stock prices, then between its days by the days that pass; none outside its prices; never more than maximum conversion rate − R",
    rounding: "none",
    source: "the note's make-whole table",
  },
  applies: hasTable,
  headline: { rank: 5, say: (shown) => `${shown} more on a fundamental change` },
  needs: {
    table,
    date: effectiveDay,
    price: stockPrice,
    maximum: maximumRate,
    rate: optional(conversionRate),
    denomination,
  },
  compute: ({ table: rows, date, price, maximum, rate: base, denomination: unit }) => {
    const added = addedShares(rows, date, price);
    if (isWaiting(added) || !maximum) return added;
    if (!base) return waiting("the conversion rate, which the maximum conversion rate bounds");
    const most = arithmetic.repeated(maximum.shares, arithmetic.timesIn(unit, maximum.per));
    const left = arithmetic.minus(named("maximum conversion rate", most), base);
    if (!arithmetic.isPositive(left))
      return arithmetic.nothing("shares", "the conversion rate is at its maximum already", [base]);
    return arithmetic.choose("lowest", [added, left], "lowest of", [
      "from the table",
      "maximum conversion rate − conversion rate",
    ]);
  },
});

/** The table's answer for a day and a price. */
function addedShares(
  { prices, rows }: MakeWholeTable,
  date: Figure<"date">,
  price: Figure<"price">,
): Result<"shares"> {
  const columns = prices
    .map(({ price: at }, index) => ({ at, index }))
    .sort((a, b) => arithmetic.compared(a.at, b.at));
  const [lowest, highest] = [columns[0], columns.at(-1)];
  if (!lowest || !highest) return waiting("a make-whole table with stock prices");
  if (arithmetic.compared(price, lowest.at) < 0 || arithmetic.compared(price, highest.at) > 0) {
    const range = `${show(lowest.at)} to ${show(highest.at)}`;
    return arithmetic.nothing("shares", `${show(price)} is outside the table's prices, ${range}`, [price]);
  }
  const left = columns.findLast(({ at }) => arithmetic.compared(at, price) <= 0) ?? lowest;
  const right = columns.find(({ at }) => arithmetic.compared(at, price) >= 0) ?? highest;
  const byDay = [...rows].sort((a, b) => a.day - b.day);
  const day = dayOf(date);
  const earlier = byDay.findLast((row) => row.day <= day);
  const later = byDay.find((row) => row.day >= day);
  if (!earlier || !later) {
    const [from, to] = [byDay[0], byDay.at(-1)].map((row) => (row ? longDate(row.day) : ""));
    return waiting(`a make-whole table that reaches ${longDate(day)}: it runs from ${from} to ${to}`);
  }
  const onRow = (row: MakeWholeTable["rows"][number]): Figure<"shares"> | undefined => {
    const [low, high] = [row.shares[left.index], row.shares[right.index]];
    if (!low || !high) return undefined;
    return named(`on ${longDate(row.day)}`, acrossPrices(low, high, left.at, right.at, price));
  };
  const [before, after] = [onRow(earlier), onRow(later)];
  if (!before || !after) return waiting("a make-whole table without gaps");
  return earlier === later ? before : acrossDays(before, after, earlier.day, later.day, day);
}

function acrossPrices(
  low: Figure<"shares">,
  high: Figure<"shares">,
  left: Figure<"price">,
  right: Figure<"price">,
  price: Figure<"price">,
): Figure<"shares"> {
  const width = exact.subtract(right.amount, left.amount);
  if (exact.isZero(width)) return low;
  const part = exact.divide(exact.subtract(price.amount, left.amount), width);
  const text = `at ${show(price)}, between ${show(low)} at ${show(left)} and ${show(high)} at ${show(right)}`;
  return arithmetic.between(low, high, part, text);
}

function acrossDays(
  before: Figure<"shares">,
  after: Figure<"shares">,
  from: Day,
  to: Day,
  day: Day,
): Figure<"shares"> {
  const [passed, all] = [day - from, to - from];
  const part = exact.fraction(BigInt(passed), BigInt(all));
  const text = `${grouped(String(passed))} of ${grouped(String(all))} days from ${longDate(from)} to ${longDate(to)}`;
  return arithmetic.between(before, after, part, text);
}

/** The shares with make-whole shares, fractions included. */
export const sharesMadeWhole: Source<Figure<"shares">> = step(
  "shares with make-whole shares",
  { amount: conversionAmount, denomination, rate: conversionRate, added: makeWholeShares },
  ({ amount, denomination: unit, rate: base, added }) =>
    arithmetic.repeated(arithmetic.plus(base, added), arithmetic.timesIn(amount, unit)),
);

export const makeWholeConversion = formula({
  id: "make-whole-conversion",
  label: "shares on conversion with make-whole shares",
  kind: "shares",
  topic: "conversion",
  scope: "both",
  about: {
    definition: "floor(A ÷ denomination × (R + make-whole shares)), or as the note rounds",
    rounding: "down to whole shares, unless the note says otherwise",
    source: noteSource,
  },
  applies: hasTable,
  needs: { shares: sharesMadeWhole, fraction: fractionRule },
  compute: ({ shares, fraction }) => inWholeShares(shares, fraction),
});

const most = figureSource(
  "note/conversion/interestMakeWhole",
  ({ note }) => note.clauses.conversion.inner.interestMakeWhole,
);

export const interestMakeWhole = formula({
  id: "interest-make-whole",
  label: "interest make-whole paid on conversion",
  kind: "money",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "min(the interest that would still have come, stated part × P), P what is owed of the principal on the conversion date; the interest is P × r × years to maturity, where instalments or compounding change P all interest to maturity − all interest to the conversion date",
    rounding: "to cents, half up, once",
    source: noteSource,
  },
  applies: ({ note }) => note.clauses.conversion.inner.interestMakeWhole.state === "said",
  headline: { rank: 6, say: (shown) => `${shown} of interest made whole` },
  needs: {
    principal: convertiblePrincipal,
    most,
    unearned: optional(interestToCome),
    date: conversionDate,
    due: matures,
  },
  compute: ({ principal: sum, most: part, date, due }, situation) => {
    const cap = arithmetic.payable(arithmetic.portion(part, sum));
    if (dayOf(date) >= dayOf(due))
      return arithmetic.nothing("money", "no interest is left to be earned", [date, due], sum.currency);
    const unearned = evaluate(interestToCome, situation);
    if (isWaiting(unearned)) return unearned;
    return arithmetic.choose("lowest", [unearned, cap], "lowest of", [
      "interest not yet earned",
      "the most that is stated",
    ]);
  },
});

export const interestMakeWholeShares = formula({
  id: "interest-make-whole-shares",
  label: "shares if the interest make-whole is paid in shares",
  kind: "shares",
  topic: "conversion",
  scope: "both",
  about: {
    definition: "floor(interest make-whole ÷ make-whole price)",
    rounding: "down to whole shares",
    source: noteSource,
  },
  applies: ({ note }) => {
    const { interestMakeWhole: paid, makeWholePrice } = note.clauses.conversion.inner;
    return paid.state === "said" && makeWholePrice.state === "said";
  },
  needs: {
    amount: interestMakeWhole,
    price: step(
      "make-whole price",
      {
        phrase: clauseSource(
          "note/conversion/makeWholePrice",
          ({ note }) => note.clauses.conversion.inner.makeWholePrice,
        ),
      },
      ({ phrase }, situation) => {
        const price = priceOf(phrase, situation);
        return isWaiting(price) ? price : named("make-whole price", price);
      },
      { clauses: ["market/prices", "scenario/price"] },
    ),
  },
  compute: ({ amount, price }) =>
    arithmetic.isPositive(price)
      ? arithmetic.wholeShares(arithmetic.sharesFor(amount, price))
      : waiting("a make-whole price above zero"),
});
