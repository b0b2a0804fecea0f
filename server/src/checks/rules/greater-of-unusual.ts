import type { Fix } from "../../base/problem.ts";
import { listing } from "../../base/words.ts";
import type { BestPrice, PriceMeaning } from "../../catalog/value.ts";
import { pricesBehind } from "../../note/price-parts.ts";
import { statementsOf } from "../../note/statements.ts";
import { show } from "../../quantity/format.ts";
import { fixedPriceOf, followsMarket, ofKind } from "../prices.ts";
import { exampleConversion, exampleNote, rule, type Subject } from "../rule.ts";

const choice = (word: string): string =>
  exampleNote(
    exampleConversion({
      price: `${word} of {\n  65% of lowest closing bid over prior 10 trading days\n  85% of VWAP on prior trading day\n}`,
    }),
  );

export const greaterOfUnusual = rule({
  code: "greater-of-unusual",
  severity: "warning",
  title: "“Greater of” where notes say “lesser of”",
  why: "The greater of several prices gives the fewest shares. Notes that convert below the market give the holder the lesser: with “greater of” the deeper discount never counts. A fixed price under “greater of” is a floor, which is clearer as a clause of its own; inside a “lesser of” it plainly is one.",
  repair: "Write `lesser of`; or state the fixed price as `floor`, if that is what it is.",
  bad: choice("greater"),
  good: choice("lesser"),
  find: (subject) => {
    const choices = choicesOf(subject);
    const inLesser = new Set<PriceMeaning>(
      choices.flatMap(({ pick, alternatives }) => (pick === "lowest" ? alternatives : [])),
    );
    return choices.flatMap((part) => {
      const { tree } = part;
      if (part.pick !== "highest") return [];
      const moving = part.alternatives.filter((alternative) => followsMarket(alternative, subject.alone));
      if (moving.length === 0) return [];
      const fixed = part.alternatives.flatMap(
        (alternative) => fixedPriceOf(alternative, subject.alone) ?? [],
      );
      const asFloor = fixed.length > 0 && moving.length === 1;
      if (asFloor && inLesser.has(part)) return [];
      const span = { start: part.span.start, end: part.span.start + part.word.length };
      const message = asFloor
        ? `Under “${part.word}” ${listing(fixed.map(show))} is the least that a share can cost: a floor. If that is meant, the clause “floor” says it more clearly; notes that convert below the market mostly say “lesser of”, where it would be a ceiling.`
        : `Under “${part.word}” the highest of ${moving.length} market prices counts, so that the holder gets the fewest shares and the deepest discount never decides. Notes that convert below the market say “lesser of”; write that, or put on record that it is meant.`;
      return [
        {
          span,
          tree,
          ...(asFloor ? { severity: "information" as const } : {}),
          message,
          fixes: lesser(part, tree.text),
        },
      ];
    });
  },
});

/** The choices that the price makes; a floor or a ceiling may well be the greater of two. */
function choicesOf({ note, alone }: Subject): BestPrice[] {
  const stated = statementsOf(note.clauses.conversion.inner.price);
  const prices = stated.map(({ meaning }) => meaning);
  return ofKind(pricesBehind(prices, alone.terms), "best");
}

function lesser({ span, word }: BestPrice, text: string): Fix[] {
  const first = /^\w+/.exec(text.slice(span.start))?.[0];
  if (first === undefined) return [];
  const other = word.startsWith("highest") ? "lowest" : "lesser";
  return [
    {
      title: `Write “${other} of”`,
      edits: [{ span: { start: span.start, end: span.start + first.length }, text: other }],
    },
  ];
}
