import { grouped } from "../base/words.ts";
import { conversionShares } from "../finance/conversion/conversion.ts";
import { atPrices, evaluate, type Situation } from "../finance/engine/formula.ts";
import { boundBehind } from "../finance/engine/view.ts";
import { situationOf } from "../finance/formulas.ts";
import { issued, stated } from "../finance/inputs/clauses.ts";
import { convertibleFrom, convertibleUntil } from "../finance/inputs/dates.ts";
import { outstanding } from "../finance/inputs/sources.ts";
import { conversionPrice } from "../finance/prices/conversion-price.ts";
import { columnsFor, flatQuotes } from "../market/quotes.ts";
import { stepOpenDays } from "../market/windows.ts";
import { readText } from "../note/bind.ts";
import type { Day } from "../quantity/date.ts";
import { isoDate, longDate } from "../quantity/date.ts";
import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";
import { dayOf, type Figure, isWaiting } from "../quantity/figure.ts";
import type { Subject } from "./rule.ts";
import { type SharePayment, wholeSharesFor } from "./satisfiable.ts";
import type { ShareBound } from "./share-bounds.ts";
import { type NeededPrices, neededPrices } from "./windows.ts";

/** A state of the market in which a payment in shares does not fit under a bound. */
export interface CounterExample {
  readonly situation: Situation;
  readonly shares: Figure<"shares">;
  /** The most shares that the bound lets through there. */
  readonly most: bigint;
}

/** The first of the subject's own scenarios in which the shares do not fit. */
export function shownAlready({ played }: Subject, bound: ShareBound): CounterExample | undefined {
  return played.map((situation) => blocked(situation, bound)).find((one) => one !== undefined);
}

/** A counter-example that can be written down: its text stands beside the note, and reads without a problem. */
export interface WrittenExample extends CounterExample {
  readonly text: string;
}

/**
 * A scenario in which the shares do not fit: in the note's market where it has one, else in one that is made up for
 * it. It is read and worked out before it is offered, so that it shows what is said of it.
 */
export function writtenExample(
  subject: Subject,
  payment: SharePayment,
  bound: ShareBound,
): WrittenExample | undefined {
  const texts = subject.alone.market ? inMarket(subject, bound) : madeUp(subject, payment, bound);
  for (const text of texts) {
    const example = blocked(playedIn(subject, text), bound);
    if (example) return { ...example, text };
  }
  return undefined;
}

function blocked(situation: Situation | undefined, bound: ShareBound): CounterExample | undefined {
  if (!situation) return undefined;
  const shares = evaluate(conversionShares, situation);
  const before = evaluate(outstanding, situation);
  const most = bound.most(isWaiting(before) ? undefined : before.amount);
  if (isWaiting(shares) || most === undefined) return undefined;
  return exact.compare(shares.amount, exact.whole(most)) > 0 ? { situation, shares, most } : undefined;
}

/** The note in the scenario of a text, and in its market where the text has one. */
function playedIn({ alone }: Subject, text: string): Situation | undefined {
  const { scenarios, markets, problems } = readText(text).bound;
  const [scenario] = scenarios;
  if (!scenario || problems.length > 0) return undefined;
  const { terms, valuedOn } = alone;
  const note = boundBehind(alone.note);
  const market = markets[0] ?? boundBehind(alone.market);
  return situationOf({ note, terms, market, otherMarkets: [], scenarios, together: [] }, scenario, valuedOn);
}

function inMarket({ alone }: Subject, bound: ShareBound): string[] {
  const last = alone.market?.table.rows.at(-1)?.day;
  const afterLast = last === undefined ? undefined : stepOpenDays("trading day", last, 1);
  const due = evaluate(stated.maturity, alone);
  const days = [isWaiting(due) ? undefined : dayOf(due), afterLast];
  return days
    .filter((day) => day !== undefined && convertibleOn(day, alone))
    .map((day) => scenarioText(day as Day, bound, alone));
}

/** A market that stands still at a price at which the fewest shares are issued, with too few of them outstanding for a bound that asks. */
function madeUp(subject: Subject, payment: SharePayment, bound: ShareBound): string[] {
  const { alone } = subject;
  const due = evaluate(stated.maturity, alone);
  if (isWaiting(due) || !convertibleOn(dayOf(due), alone)) return [];
  const scenario = scenarioText(dayOf(due), bound, alone);
  const dated = playedIn(subject, scenario);
  const still = stillMarket(payment, alone);
  if (!dated || !still) return [];
  const shares = wholeSharesFor(payment.amount, still.price);
  const before = bound.needs && roundBelow(bound.needs(shares.amount));
  const needed = neededPrices(subject, dated);
  const table = priceLines(needed, exact.toPlain(still.market, 12));
  if ((bound.needs && before === undefined) || table.length > mostLines) return [];
  const prices = table.length === 0 ? [] : ["  prices {", ...table, "  }"];
  if (before === undefined && prices.length === 0) return [scenario];
  const market = [
    "// Made up to show the conflict; no market price and no number of shares is known.",
    `market${forNote(alone)} {`,
    ...(before === undefined ? [] : [`  outstanding  ${grouped(String(before))} shares`]),
    ...prices,
    "}",
  ];
  return [`${scenario}\n\n${market.join("\n")}`];
}

/** Longer tables are no help to a reader. */
const mostLines = 60;

/** A flat market price, and the conversion price there: the highest possible one, where there is one. */
function stillMarket(
  { highest }: SharePayment,
  alone: Situation,
): { readonly market: Exact; readonly price: Figure<"price"> } | undefined {
  const from = highest ? exact.magnitude(highest.amount) : 0;
  for (let power = from; power <= from + 4; power++) {
    for (const digit of [1n, 2n, 5n]) {
      const market =
        power >= 0 ? exact.whole(digit * 10n ** BigInt(power)) : exact.fraction(digit, 10n ** BigInt(-power));
      const quotes = flatQuotes(market, alone.note.currency);
      const price = evaluate(conversionPrice, atPrices(alone, quotes));
      if (isWaiting(price) || exact.compare(price.amount, exact.zero) <= 0) continue;
      if (!highest || exact.compare(price.amount, highest.amount) === 0) return { market, price };
    }
  }
  return undefined;
}

/** The largest number of one digit and zeros that is smaller; undefined below two. */
function roundBelow(limit: bigint): bigint | undefined {
  if (limit < 2n) return undefined;
  const digits = String(limit - 1n);
  return BigInt(digits.charAt(0)) * 10n ** BigInt(digits.length - 1);
}

function priceLines(needed: readonly NeededPrices[], price: string): string[] {
  const columns = [...new Set(needed.flatMap(({ measure, use }) => columnsFor(measure, use)[0] ?? []))];
  const days = [...new Set(needed.flatMap((one) => one.days))].sort((a, b) => a - b);
  if (days.length === 0) return [];
  const line = (first: string, cells: readonly string[]): string =>
    `    ${[first.padEnd(10), ...cells.map((cell, index) => cell.padEnd(Math.max((columns[index] ?? "").length, price.length + 1)))].join("  ")}`.trimEnd();
  return [
    line("date", columns),
    ...days.map((day) =>
      line(
        isoDate(day),
        columns.map(() => `$${price}`),
      ),
    ),
  ];
}

function scenarioText(day: Day, bound: ShareBound, alone: Situation): string {
  return `scenario "Blocked by the ${bound.name}"${forNote(alone)} {\n  on  ${longDate(day)}\n}`;
}

function forNote({ note }: Situation): string {
  return note.name === "" ? "" : ` for "${note.name}"`;
}

/** Whether the note is there on that day, and may be converted. */
function convertibleOn(day: Day, alone: Situation): boolean {
  const issue = evaluate(issued, alone);
  const opens = evaluate(convertibleFrom, alone);
  const closes = evaluate(convertibleUntil, alone);
  return (
    !isWaiting(issue) &&
    day >= dayOf(issue) &&
    (isWaiting(opens) || day >= dayOf(opens)) &&
    (isWaiting(closes) || day <= dayOf(closes))
  );
}
