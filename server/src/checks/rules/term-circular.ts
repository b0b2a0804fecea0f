import { listing } from "../../base/words.ts";
import type { PriceMeaning } from "../../catalog/value.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import { pricesIn } from "../../note/price-parts.ts";
import { ofKind, pricesStated, pricesUsed } from "../prices.ts";
import { exampleConversion, exampleNote, type Finding, rule } from "../rule.ts";

const bid = "closing bid on prior trading day";
const example = (second: string): string =>
  exampleNote(
    `  "Base Price" means 90% of "Market Price"\n  "Market Price" means ${second}\n\n${exampleConversion({ price: 'lesser of { "Base Price"; VWAP on prior trading day }' })}`,
  );

export const termCircular = rule({
  code: "term-circular",
  severity: "error",
  title: "A definition that leads back to itself",
  why: "A price that is worked out from itself has no value.",
  repair: "Define one of the terms of the circle by prices of the market.",
  bad: example('lowest of { "Base Price"; closing bid on prior trading day }'),
  good: example(bid),
  find: (subject) => {
    const ofPrice = ofKind(pricesUsed(subject), "conversion price").map(({ span, tree }) => ({
      span,
      tree,
      message:
        "The conversion price is worked out from the conversion price itself here, so it has no value. Write the price that is meant, or define it as a term and use that.",
    }));
    const used = ofKind(pricesStated(subject), "term").map(({ name }) => name.toLowerCase());
    const ofTerms = circlesFrom(used, subject.alone).map((circle) => circular(circle, subject.alone));
    return [...ofPrice, ...ofTerms];
  },
});

/** So many terms of a circle are named; more make a message that nobody reads. */
const mostShown = 12;

function circular(circle: readonly string[], { terms }: Situation): Finding {
  const [first, ...others] = circle.flatMap((name) => terms.get(name) ?? []);
  const all = circle.map((name) => `“${terms.get(name)?.name ?? name}”`);
  const more = all.length > mostShown ? [`${all.length - mostShown} more`] : [];
  const shown = [...all.slice(0, mostShown), ...more];
  const names = [...shown, all[0] ?? ""];
  const message =
    others.length === 0
      ? `The definition of ${names[0]} uses ${names[0]} itself, so it has no value. Define it by prices of the market.`
      : `The definitions of ${listing(names.slice(0, -1))} lead in a circle (${names.join(" → ")}), so none has a value. Define one of them by prices of the market.`;
  return {
    span: first?.clause.name ?? { start: 0, end: 0 },
    ...(first ? { tree: first.tree } : {}),
    message,
    related: others.slice(0, mostShown).map(({ name, clause, tree }) => ({
      message: `The definition of “${name}”.`,
      span: clause.name,
      tree,
    })),
  };
}

/**
 * The circles that some terms lead into, each in the order in which one uses the next. Every definition is gone into
 * once, however many others use it.
 */
function circlesFrom(names: readonly string[], situation: Situation): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = [];
  const done = new Set<string>();
  for (const name of names) {
    const path: Step[] = [];
    const places = new Map<string, number>();
    const enter = (term: string): void => {
      done.add(term);
      places.set(term, path.length);
      path.push({ term, uses: termsUsed(term, situation), next: 0 });
    };
    if (!done.has(name)) enter(name);
    // Every round goes into a term that was not entered before, or on to the next use of one that was.
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const used = last.uses[last.next++];
      const place = used === undefined ? undefined : places.get(used);
      if (used === undefined) {
        places.delete(last.term);
        path.pop();
      } else if (place !== undefined) circles.push(path.slice(place).map(({ term }) => term));
      else if (!done.has(used)) enter(used);
    }
  }
  return circles;
}

interface Step {
  readonly term: string;
  readonly uses: readonly string[];
  /** The place of the use that is gone into next. */
  next: number;
}

/** The terms that the definition of one uses, each once. */
function termsUsed(name: string, { terms }: Situation): readonly string[] {
  const definition = terms.get(name)?.definition;
  if (definition?.state !== "said" || definition.meaning.kind !== "price") return [];
  return [...new Set(termsIn(definition.meaning.price))];
}

function termsIn(price: PriceMeaning): string[] {
  return pricesIn(price).flatMap((part) => (part.kind === "term" ? [part.name.toLowerCase()] : []));
}
