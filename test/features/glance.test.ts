import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { hover } from "../../server/src/features/hover.ts";
import { derivationRecord } from "../../server/src/features/memo/record.ts";
import type { MemoPlace } from "../../server/src/render/memo-place.ts";
import { example, examples } from "../support/analyse.ts";
import { positionOf } from "../support/carets.ts";
import { sizeOf } from "../support/hover-size.ts";

const memo = (place: MemoPlace): string => `memo:${JSON.stringify(place).replace(/[()]/g, "")}`;
const layout = { pictures: "light", memo } as const;

/** The hover at the words, as an editor with the memo shows it. */
function glanceOn(text: string, words: string): string {
  const at = positionOf(text, text.indexOf(words) + 1);
  return hover(analyse(text, undefined), at, layout)?.markdown ?? "";
}

/** Every hover of a sheet, each text once. */
function glancesOf(text: string): string[] {
  const analysis = analyse(text, undefined);
  const all = text
    .split("\n")
    .flatMap((words, line) =>
      [...words.matchAll(/\S+/g)].map(({ index }) => hover(analysis, { line, character: index + 1 }, layout)),
    );
  return [...new Set(all.flatMap((one) => one?.markdown ?? []))];
}

const exchange = example("exchange-note");

test("nine in ten hovers of the examples take at most twelve lines and 250 pixels", () => {
  const sizes = examples()
    .filter((name) => !name.includes("/"))
    .flatMap((name) => glancesOf(example(name)).map(sizeOf));
  expect(sizes.length).toBeGreaterThan(200);
  const fitting = sizes.filter(({ lines, height }) => lines <= 12 && height <= 250);
  expect(fitting.length / sizes.length).toBeGreaterThan(0.9);
});

test("price: the answer, the alternatives by letter, and one line of links", () => {
  const lines = glanceOn(exchange, "price            lowest").split("\n\n");
  expect(lines[0]).toMatch(/^\*\*\$0\.001955 a share · 481,227,621 shares for \$940,800\.00/);
  const table = (lines[2] ?? "")
    .replaceAll("&nbsp;", "")
    .replaceAll("**", "")
    .replace(/ +/g, " ")
    .split("\n");
  expect(table.slice(2)).toEqual([
    "| (a) 85% of average of VWAP over prior 5 trading days | $0.001955 | wins |",
    "| (b) closing bid on prior trading day | $0.002 | $0.000045 higher |",
    "| (c) fixed | $0.003 | $0.001045 higher |",
  ]);
  expect(lines.at(-1)).toMatch(
    /^\[How it is worked out\]\(memo:.*\) · \[\d+ points left open\]\(memo:.*\) · \[Memo\]\(memo:.*\)$/,
  );
});

test("a link to a working names a figure that the memo can derive", () => {
  for (const words of ["price            lowest", "principal  $", "value        $", "ownership limit"]) {
    const text = glanceOn(exchange, words);
    const [, place = "{}"] = /\[How it is worked out\]\(memo:([^)]*)\)/.exec(text) ?? [];
    const found = derivationRecord(analyse(exchange, undefined), JSON.parse(place));
    expect(found?.steps.length, words).toBeGreaterThan(0);
  }
});

test("a range of prices has its curve above its table", () => {
  const text = glanceOn(example("fixed-then-variable"), "price    from");
  expect(text.indexOf("![")).toBeGreaterThan(0);
  expect(text.indexOf("![")).toBeLessThan(text.indexOf("| If every price is"));
});

describe("a part of a price has a hover of its own", () => {
  test("an alternative: what it comes to, and how far off it is", () => {
    const text = glanceOn(exchange, "on prior trading day");
    expect(text).toMatch(/^\*\*\$0\.002 a share, loses, \$0\.000045 higher\*\*/);
    expect(text).toContain(
      "Alternative (b) of 3 in “lowest of” in the scenario “Paid in shares at maturity”",
    );
    expect(text).not.toContain("(a)");
  });

  test("a measure: what it means, and its prices in the window", () => {
    const text = glanceOn(exchange, "VWAP over prior");
    expect(text).toMatch(/^\*\*VWAP\*\*: the day's volume-weighted average price\./);
    expect(text).toContain("2018-11-28 $0.0024; 2018-11-29 $0.0023; 2018-11-30 $0.0025");
  });

  test("a row of prices: its day, its prices and what they count for", () => {
    expect(glanceOn(exchange, "2018-12-03   $")).toMatch(
      /^\*\*Monday, December 3, 2018\*\*: VWAP \$0\.0022 · closing bid \$0\.0021\n\nCounts for “average of VWAP over prior 5 trading days”/,
    );
  });
});
