import type { Fix } from "../../base/problem.ts";
import { listing } from "../../base/words.ts";
import { type PlacedPrice, pricesBehind } from "../../note/price-parts.ts";
import { statementsOf } from "../../note/statements.ts";
import { show } from "../../quantity/format.ts";
import type { BestPhrase, PricePhrase } from "../../syntax/phrase-tree.ts";
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
    const inLesser = new Set<PricePhrase>(
      choices.flatMap(({ phrase }) => (phrase.pick === "lowest" ? phrase.alternatives : [])),
    );
    return choices.flatMap(({ phrase, tree }) => {
      if (phrase.pick !== "highest") return [];
      const here = { ...subject.alone, text: tree.text };
      const moving = phrase.alternatives.filter((alternative) => followsMarket(alternative, here));
      if (moving.length === 0) return [];
      const fixed = phrase.alternatives.flatMap((alternative) => fixedPriceOf(alternative, here) ?? []);
      const asFloor = fixed.length > 0 && moving.length === 1;
      if (asFloor && inLesser.has(phrase)) return [];
      const span = { start: phrase.span.start, end: phrase.span.start + phrase.word.length };
      const message = asFloor
        ? `Under “${phrase.word}” ${listing(fixed.map(show))} is the least that a share can cost: a floor. If that is meant, the clause “floor” says it more clearly; notes that convert below the market mostly say “lesser of”, where it would be a ceiling.`
        : `Under “${phrase.word}” the highest of ${moving.length} market prices counts, so that the holder gets the fewest shares and the deepest discount never decides. Notes that convert below the market say “lesser of”; write that, or put on record that it is meant.`;
      return [
        {
          span,
          tree,
          ...(asFloor ? { severity: "information" as const } : {}),
          message,
          fixes: lesser(phrase, tree.text),
        },
      ];
    });
  },
});

/** The choices that the price makes; a floor or a ceiling may well be the greater of two. */
function choicesOf({ note, alone }: Subject): PlacedPrice<BestPhrase>[] {
  const stated = statementsOf(note.clauses.conversion.inner.price);
  const prices = stated.map(({ meaning }) => ({ phrase: meaning, tree: note.tree }));
  return ofKind(pricesBehind(prices, alone.terms), "best");
}

function lesser({ span, word }: BestPhrase, text: string): Fix[] {
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
