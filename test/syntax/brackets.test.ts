import { expect, test } from "vitest";
import { resolveBrackets } from "../../server/src/syntax/brackets.ts";
import { marking } from "../support/carets.ts";
import { clauseOf } from "../support/phrases.ts";

const head = 'note "N" { conversion {\nprice ';

/** The brackets with their kinds, then each reading's words, the one for numbers first. */
function resolved(words: string) {
  const { brackets, blank, tokens, others } = resolveBrackets(clauseOf(words).phrase);
  const spans = brackets.map(({ span }) => ({
    start: span.start - head.length,
    end: span.end - head.length,
  }));
  const said = (items: typeof tokens): string => items.map(({ image }) => image).join(" ");
  return {
    marked: marking(words, spans),
    kinds: brackets.map(({ kind }) => kind),
    blank,
    readings: [said(tokens), ...others.map((other) => said(other.tokens))],
  };
}

test.each([
  ["[ ]", "«[ ]»"],
  ["[]", "«[]»"],
  ["[●]", "«[●]»"],
  ["[_]", "«[_]»"],
  ["[___]", "«[___]»"],
  ["[to be agreed]", "«[to be agreed]»"],
  ["$[ ]", "$«[ ]»"],
  ["[●]% of closing bid on conversion date", "«[●]»% of closing bid on conversion date"],
])("%s is a blank", (words, shown) => {
  expect(resolved(words)).toMatchObject({ marked: shown, kinds: ["blank"], blank: true });
});

test.each([
  ["[$840,000]", "$ 840,000"],
  ["$[840,000]", "$ 840,000"],
  ["[65%] of $2", "65 % of $ 2"],
  ["[65]% of $2", "65 % of $ 2"],
  ["[December 6, 2017]", "December 6 , 2017"],
  ['["Market Price"]', '"Market Price"'],
])("%s is a proposed value", (words, reading) => {
  expect(resolved(words)).toMatchObject({ kinds: ["proposed"], blank: false, readings: [reading] });
});

test("a measure may stand in brackets: words alone are a blank, so it is one among alternatives", () => {
  expect(resolved("[closing bid | VWAP] on conversion date")).toEqual({
    marked: "«[closing bid | VWAP]» on conversion date",
    kinds: ["alternatives"],
    blank: false,
    readings: ["closing bid on conversion date", "VWAP on conversion date"],
  });
});

test("alternatives are read once each, one changed at a time, the first for numbers", () => {
  expect(resolved("[65% | 70% | 75%] of [$2 | $3]")).toEqual({
    marked: "«[65% | 70% | 75%]» of «[$2 | $3]»",
    kinds: ["alternatives", "alternatives"],
    blank: false,
    readings: ["65 % of $ 2", "70 % of $ 2", "75 % of $ 2", "65 % of $ 3"],
  });
});

test("an alternative of a price may stand in brackets", () => {
  expect(
    resolved("lowest of {\n$1\n[$2 | $3]\n}").readings.map((words) => words.replace(/\s+/g, " ")),
  ).toEqual(["{ $ 1 $ 2 }", "{ $ 1 $ 3 }"].map((words) => `lowest of ${words}`));
});

test("a bracket left open ends with its line", () => {
  expect(resolved("lowest of {\n[$1\n$2\n}")).toMatchObject({
    marked: "lowest of {\n«[$1»\n$2\n}",
    kinds: ["proposed"],
  });
  expect(resolved("$[5")).toMatchObject({ marked: "$«[5»", kinds: ["proposed"], readings: ["$ 5"] });
  expect(resolved("[")).toMatchObject({ marked: "«[»", kinds: ["blank"], blank: true });
});

test("brackets do not nest, and one that closes nothing is passed over", () => {
  expect(resolved("[[5%] | 6%] of $2").kinds.length).toBeGreaterThan(0);
  expect(resolved("65]% of $2")).toMatchObject({ kinds: [], readings: ["65 % of $ 2"] });
});
