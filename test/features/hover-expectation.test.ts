import { expect, test } from "vitest";
import { hoverOn } from "../support/editor.ts";
import { convertible, market, scenario, sheet } from "../support/sheets.ts";

const first = (markdown: string): string => (markdown.split("\n")[0] ?? "").replaceAll("*", "");
/** $100,000 at $0.50: 200,000 shares, of 800,000 before. */
const note = convertible("$0.50", "amount principal");
const outstanding = "market {\n  outstanding 800,000 shares\n}\n";
const expecting = (words: string): string => note + outstanding + scenario("2024-06-03", `expect ${words}`);

test.each([
  [
    "shares on conversion at most 150,000 shares",
    "Does not hold · 200,000 shares · expected: at most 150,000 shares · 50,000 shares above",
  ],
  [
    "ownership at most 25%",
    // 200,000 ÷ 1,000,000
    "Holds · 20 % · expected: at most 25 % · 5 % below",
  ],
  ["conversion price at least $0.50", "Holds · $0.50 · expected: at least $0.50"],
  [
    "amount converted exactly $100,000.01",
    "Does not hold · $100,000.00 · expected: exactly $100,000.01 · $0.01 below",
  ],
  ["gain at least $1", "Waits for a market price before the conversion date"],
  ["frobnication at least $1", "No figure is called “frobnication”"],
  ["uplift at most $1", "The note has nothing that “uplift” is about"],
  ["ownership at most $1", "“ownership if all is converted at once” is not of the kind of $1.00"],
])("an expectation of %s: what is found, expected, and the difference", (words, line) => {
  expect(first(hoverOn(expecting(words), "expect "))).toBe(line);
});

test("says how the figure is made, and for which scenario", () => {
  const text = hoverOn(expecting("shares on conversion at most 150,000 shares"), "expect ");
  expect(text).toContain("In the scenario “Played”, June 3, 2024:");
  expect(text).toContain("amount converted ÷ conversion price = $100,000.00 ÷ $0.50");
});

test("over a range of prices names the first price that breaks it", () => {
  const range = convertible("50% of closing bid on prior trading day", "amount principal");
  const text = `${range}${scenario("2024-06-03", "price from $0.50 to $2\n  expect shares on conversion at most 200,000 shares")}`;
  // 100,000 ÷ (50 % × 0.50) = 400,000 at the lowest price; at $1.00 it is 200,000.
  expect(first(hoverOn(text, "expect "))).toMatch(
    /^Does not hold · [\d,]+ shares at a market price of \$0\.\d+ · expected: at most 200,000 shares · [\d,]+ shares above$/,
  );
  expect(first(hoverOn(text.replace("200,000 sh", "400,000 sh"), "expect "))).toBe(
    "Holds at every price of the table · expected: at most 400,000 shares",
  );
});

test("of a scenario for several notes, every note has its own answer", () => {
  const other = note.replace("Example Note", "Second Note").replace("$0.50", "$1.00");
  const text = hoverOn(
    other.replace("Second", "First") +
      note.replace("Example", "Second") +
      scenario("2024-06-03", "expect shares on conversion at most 150,000 shares"),
    "expect ",
  );
  expect(first(text)).toBe(
    "For “First Note” holds · 100,000 shares · expected: at most 150,000 shares · 50,000 shares below",
  );
  expect(text).toContain(
    "For “Second Note”: does not hold; 200,000 shares; expected: at most 150,000 shares; 50,000 shares above.",
  );
});

test("one that is half typed has its meaning alone", () => {
  expect(hoverOn(expecting("shares"), "expect ")).toContain("What the scenario has to come to");
  expect(
    hoverOn(market("date VWAP\n2024-05-31 $1") + sheet("") + scenario("2024-06-03", "expect"), "expect"),
  ).toContain("What the scenario has to come to");
});
