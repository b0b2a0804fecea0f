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
    const circles = new Set<string>();
    const ofPrice = ofKind(pricesUsed(subject), "conversion price").map(({ span, tree }) => ({
      span,
      tree,
      message:
        "The conversion price is worked out from the conversion price itself here, so it has no value. Write the price that is meant, or define it as a term and use that.",
    }));
    const ofTerms = ofKind(pricesStated(subject), "term").flatMap((part) => {
      const circle = circleFrom(part.name.toLowerCase(), subject.alone);
      const key = [...(circle ?? [])].sort().join("\n");
      if (!circle || circles.has(key)) return [];
      circles.add(key);
      return [circular(circle, subject.alone)];
    });
    return [...ofPrice, ...ofTerms];
  },
});

function circular(circle: readonly string[], { terms }: Situation): Finding {
  const [first, ...others] = circle.flatMap((name) => terms.get(name) ?? []);
  const names = [...circle, circle[0] ?? ""].map((name) => `“${terms.get(name)?.name ?? name}”`);
  const message =
    others.length === 0
      ? `The definition of ${names[0]} uses ${names[0]} itself, so it has no value. Define it by prices of the market.`
      : `The definitions of ${listing(names.slice(0, -1))} lead in a circle (${names.join(" → ")}), so none has a value. Define one of them by prices of the market.`;
  return {
    span: first?.clause.name ?? { start: 0, end: 0 },
    ...(first ? { tree: first.tree } : {}),
    message,
    related: others.map(({ name, clause, tree }) => ({
      message: `The definition of “${name}”.`,
      span: clause.name,
      tree,
    })),
  };
}

/** The terms from a name back to itself, in the order in which one uses the next; undefined where none leads back. */
function circleFrom(name: string, { terms }: Situation): readonly string[] | undefined {
  const visited = new Set<string>();
  const search = (path: readonly string[]): readonly string[] | undefined => {
    const definition = terms.get(path.at(-1) ?? "")?.definition;
    if (definition?.state !== "said" || definition.meaning.kind !== "price") return undefined;
    for (const next of termsIn(definition.meaning.price)) {
      if (next === name) return path;
      if (visited.has(next)) continue;
      visited.add(next);
      const found = search([...path, next]);
      if (found) return found;
    }
    return undefined;
  };
  return search([name]);
}

function termsIn(price: PriceMeaning): string[] {
  return pricesIn(price).flatMap((part) => (part.kind === "term" ? [part.name.toLowerCase()] : []));
}
