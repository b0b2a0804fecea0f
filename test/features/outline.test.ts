import { expect, test } from "vitest";
import { outline } from "../../server/src/features/outline.ts";
import { example } from "../support/analyse.ts";
import { outlineText } from "../support/editor.ts";
import { read, sheet } from "../support/sheets.ts";

test("the Exchange Note", () => {
  expect(outlineText(example("exchange-note"))).toBe(`Exchange Note · note
  issuer · "Ascent Solar Technologies, Inc."
  holder · "BayBridge Capital Fund LP"
  principal · $840,000.00
  issued · December 6, 2017
  matures · December 6, 2018
  security · none
  exchange
    surrendered · 675 shares of "Series J Preferred Stock"
    value · $755,416.67
  interest
    rate · 12% per annum
    payable · at maturity
  conversion
    option · issuer
    amount · principal and interest
    price · lowest of { 85% of average of VWAP over prior 5 trading days closing bid on prio
    ownership limit · 9.99% after issuance
  events of default
  registration rights · none
market
  outstanding · 1,000,000,000 shares
  prices
Paid in shares at maturity · scenario
  on · December 6, 2018
  convert · principal and interest`);
});

test("unknown and half-typed clauses are in the outline, free text is not", () => {
  expect(outlineText('note "N" {\n  fancy 5\n  rate\n  covenants {\n    promise\n  }\n}')).toBe(`N · note
  fancy · 5
  rate
  covenants`);
  expect(outlineText("")).toBe("");
});

test("a symbol's range holds its name and its children", () => {
  const inside = (outer: { start: Point; end: Point }, inner: { start: Point; end: Point }): boolean =>
    !before(inner.start, outer.start) && !before(outer.end, inner.end);
  const check = (symbols: ReturnType<typeof outline>): void => {
    for (const { name, range, selectionRange, children = [] } of symbols) {
      expect(inside(range, selectionRange), name).toBe(true);
      for (const child of children) expect(inside(range, child.range), child.name).toBe(true);
      check(children);
    }
  };
  const found = outline(read(`${example("exchange-note")}${sheet("")}fancy\n${example("power-up-note")}`));
  expect(found.map(({ name }) => name)).toEqual([
    "Exchange Note",
    "market",
    "Paid in shares at maturity",
    "Example Note",
    "fancy",
    "Power Up Note",
  ]);
  check(found);
});

interface Point {
  readonly line: number;
  readonly character: number;
}

function before(a: Point, b: Point): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
