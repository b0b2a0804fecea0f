import { listing } from "../base/words.ts";
import type { PriceMeaning } from "../catalog/value.ts";
import { measures } from "../catalog/words.ts";
import type { Analysis, NoteAnalysis } from "../document/analysis.ts";
import type { Place, PlacedSpec, Range } from "../document/place.ts";
import { rangeAt, whereIs } from "../document/whereabouts.ts";
import type { Situation } from "../finance/engine/formula.ts";
import { anchorDay, daysOfWindow, priceOf } from "../finance/prices/price.ts";
import { pricesIn } from "../note/price-parts.ts";
import { choose } from "../quantity/arithmetic.ts";
import { isoDate, longDate, weekdayName } from "../quantity/date.ts";
import { dayOf, type Figure, isWaiting } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";
import { derivation, standing } from "../render/derivation.ts";
import { short } from "../render/glance.ts";
import { escaped } from "../render/markdown.ts";
import { letterOf } from "../render/price-table.ts";
import type { Tree } from "../syntax/tree.ts";
import { isFormulaLabel } from "./explain.ts";
import { ruleOf, statementsIn } from "./hints/said.ts";
import type { Hover } from "./hover.ts";

/** What a part of a clause comes to: an alternative or a measure of a price, or a day of the market's prices. */
export function partHover(
  analysis: Analysis,
  { spec, clause, path }: PlacedSpec,
  place: Place,
  note: NoteAnalysis,
): Hover | undefined {
  if (spec && ruleOf(spec) === "price") {
    const said = statementsIn(note.note).find(
      (one) => one.path === path && isHere(analysis, one.said, clause.span.start, place),
    );
    if (said) return priceHover(analysis, said.said.meaning as PriceMeaning, place, note);
  }
  return spec?.block?.rows === "prices" ? dayHover(analysis, place, note) : undefined;
}

/** Whether a statement is the one whose clause begins at an offset of the document's own piece. */
function isHere(
  analysis: Analysis,
  { clause }: { readonly clause: { readonly span: { readonly start: number; readonly end: number } } },
  start: number,
  { piece }: Place,
): boolean {
  return clause.span.start === start && analysis.homes().byTree.get(piece.tree)?.piece === piece;
}

function priceHover(
  analysis: Analysis,
  price: PriceMeaning,
  place: Place,
  { alone, played }: NoteAnalysis,
): Hover | undefined {
  const situations = [...played, alone];
  const parts = pricesIn(price);
  for (const part of parts) {
    if (!("measure" in part)) continue;
    const range = rangeHere(analysis, part.tree, part.measure.span, place);
    if (range) return { markdown: measureText(part, situations), range };
  }
  for (const part of [...parts].reverse()) {
    if (part.kind !== "best") continue;
    for (const [index, one] of part.alternatives.entries()) {
      const range = rangeHere(analysis, one.tree, one.span, place);
      const markdown = range && alternativeText(part, index, situations);
      if (range && markdown !== undefined) return { markdown, range };
    }
  }
  return undefined;
}

/** The range of a span where it stands in the place's piece and the place is in it. */
function rangeHere(
  analysis: Analysis,
  tree: Tree,
  span: { readonly start: number; readonly end: number },
  { piece, offset }: Place,
): Range | undefined {
  const where = whereIs(analysis, tree, span);
  if (!where || where.piece !== piece || where.borrowed) return undefined;
  return where.span.start <= offset && offset <= where.span.end ? rangeAt(where) : undefined;
}

function alternativeText(
  { alternatives, pick, word }: Extract<PriceMeaning, { kind: "best" }>,
  index: number,
  situations: readonly Situation[],
): string | undefined {
  const name = `Alternative (${letterOf(index)}) of ${alternatives.length} in “${word}”`;
  for (const situation of situations) {
    const prices = alternatives.map((one) => priceOf(one, situation));
    if (prices.some(isWaiting)) continue;
    const known = prices as Figure<"price">[];
    const whole = choose(
      pick,
      known,
      word,
      alternatives.map(({ words }) => words),
    );
    const one = known[index];
    if (!one || whole.origin.kind !== "computed" || whole.origin.operation.form !== "choice")
      return undefined;
    const label = alternatives[index]?.words ?? "";
    const steps = derivation(one, isFormulaLabel).slice(0, 3);
    const lines = [
      `**${escaped(`${show(one)} a share, ${standing(whole, one, whole.origin.operation, index)}`)}**`,
      escaped(`${name}${inScenario(situation)}: ${short(label)}.`),
      ...(one.origin.kind === "computed"
        ? [steps.map(({ depth, text }) => `${"  ".repeat(depth)}- ${escaped(short(text))}`).join("\n")]
        : []),
    ];
    return lines.join("\n\n");
  }
  const waits = alternatives.map((one) => priceOf(one, situations[0] as Situation)).filter(isWaiting);
  const needs = [...new Set(waits.flatMap(({ waitingFor }) => waitingFor))];
  return [
    `**${escaped(short(alternatives[index]?.words ?? ""))}**`,
    escaped(`${name}. Waits for ${short(needs.join("; "))}.`),
  ].join("\n\n");
}

/** What a measure means, and its prices in the window that it is taken over. */
function measureText(
  part: Extract<PriceMeaning, { readonly measure: unknown }>,
  situations: readonly Situation[],
): string {
  const { id } = part.measure;
  const summary = measures.find((one) => one.id === id)?.summary ?? "";
  const days = situations.map((situation) => daysText(part, situation)).find((text) => text !== undefined);
  return [`**${escaped(id)}**: ${escaped(summary)}.`, ...(days === undefined ? [] : [escaped(days)])].join(
    "\n\n",
  );
}

const mostDays = 10;

function daysText(
  part: Extract<PriceMeaning, { readonly measure: unknown }>,
  situation: Situation,
): string | undefined {
  if (!("window" in part)) return undefined;
  const anchor = anchorDay(part.window.anchor, situation);
  if (isWaiting(anchor) || situation.quotes.flat) return undefined;
  const days = daysOfWindow(part.window, dayOf(anchor), situation);
  const known = days.map((day) => ({ day, price: situation.quotes.on(day, part.measure.id, "other") }));
  const said = known
    .slice(-mostDays)
    .map(({ day, price }) => `${isoDate(day)} ${price ? show(price) : "no price"}`);
  const left = days.length - said.length;
  return `${days.length} days${inScenario(situation)}: ${left > 0 ? `${left} more; ` : ""}${said.join("; ")}.`;
}

/** A day of the market's prices: its weekday, its prices, and the prices of the note whose windows hold it. */
function dayHover(analysis: Analysis, place: Place, note: NoteAnalysis): Hover | undefined {
  const { market } = note.surroundings;
  if (!market) return undefined;
  for (const row of market.table.rows) {
    const range = row.source === undefined ? rangeHere(analysis, market.tree, row.span, place) : undefined;
    if (!range) continue;
    const prices = [...row.prices].map(
      ([id, { price }]) => `${id} ${show({ ...price, currency: price.currency ?? note.note.currency })}`,
    );
    const used = usesOf(row.day, note);
    return {
      range,
      markdown: [
        `**${escaped(`${weekdayName(row.day)}, ${longDate(row.day)}`)}**: ${escaped(prices.join(" · "))}`,
        escaped(
          used.length > 0
            ? `Counts for ${listing(used)}.`
            : "No window of the note's conversion price holds this day.",
        ),
      ].join("\n\n"),
    };
  }
  return undefined;
}

/** The prices, each with its scenario, whose windows hold a day. */
function usesOf(day: number, { played, alone, note }: NoteAnalysis): string[] {
  const { price } = note.clauses.conversion.inner;
  if (price.state !== "said") return [];
  const found = [...played, alone].flatMap((situation) =>
    [price, ...price.cases].flatMap(({ meaning }) =>
      pricesIn(meaning).flatMap((part) => {
        if (!("window" in part)) return [];
        const anchor = anchorDay(part.window.anchor, situation);
        if (isWaiting(anchor)) return [];
        return daysOfWindow(part.window, dayOf(anchor), situation).some((one) => one === day)
          ? [`“${short(part.words, 60)}”${inScenario(situation)}`]
          : [];
      }),
    ),
  );
  return [...new Set(found)].slice(0, 3);
}

function inScenario({ scenario }: Situation): string {
  return scenario ? ` in the scenario “${scenario.name}”` : "";
}
