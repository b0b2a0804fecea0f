import { expect, test } from "vitest";
import { valueIn } from "../support/figures.ts";
import { read, scenario, sheet } from "../support/sheets.ts";

const a = sheet("").replace("Example Note", "Note A");
const b = sheet("").replace("Example Note", "Note B");
const limited = (name: string, inner = ""): string =>
  sheet(`  conversion { option holder; price $1; ownership limit 10% before issuance }\n${inner}`).replace(
    "Example Note",
    name,
  );
const outstanding = (shares: number, forNote = ""): string =>
  `market ${forNote} {\n  outstanding ${shares} shares\n}\n`;

/** The scenarios that apply to each note. */
const applying = (text: string): string[][] =>
  read(text).notes.map(({ surroundings }) => surroundings.scenarios.map(({ name }) => name));

test("what stands at the top of a file is every note's, or that of the one it names", () => {
  const text = `${a}${b}${scenario("2024-06-03", "", "Both")}scenario "One" for "note b" {\n  on 2024-06-03\n}\n`;
  expect(applying(text)).toEqual([["Both"], ["Both", "One"]]);
});

test("what stands in a note is its own, and comes before the file's", () => {
  const own = sheet(`  ${scenario("2024-06-03", "", "Own")}`).replace("Example Note", "Note A");
  expect(applying(`${own}${b}${scenario("2024-06-04", "", "Both")}`)).toEqual([["Own", "Both"], ["Both"]]);
});

test("each note is worked out in its own market, else in the file's", () => {
  // 10 % of the shares outstanding, measured before issuance.
  const text = `${limited("Note A", `  ${outstanding(500)}`)}${limited("Note B")}${limited("Note C")}${outstanding(2000, 'for "Note B"')}${outstanding(3000, 'for "Note C"')}`;
  expect([0, 1, 2].map((note) => valueIn(text, "blocker-shares", { note }))).toEqual(["50", "200", "300"]);
});

test("of two markets the first is used, the note's own before the file's", () => {
  const text = `${limited("Note A", `  ${outstanding(500)}`)}${outstanding(3000)}`;
  expect(valueIn(text, "blocker-shares")).toBe("50");
});

test("the note's own terms come before the file's", () => {
  const note = sheet('  "Floor" means $2\n  conversion { option holder; price "Floor" }');
  const text = `${note}"Floor" means $1\n${scenario("2024-06-03")}`;
  expect(valueIn(text, "conversion-price", { scenario: "Played" })).toBe("2");
  expect(valueIn(text.replace('  "Floor" means $2\n', ""), "conversion-price", { scenario: "Played" })).toBe(
    "1",
  );
});

test("the conversion date is the scenario's, else the market's, else the setting's", () => {
  const plain = sheet("  conversion { option holder; price $1 }\n  interest { rate 36.5% }");
  const valued = `${plain}market { valued on January 12, 2024 }\n`;
  // 100,000 × 36.5 % × n/365 is 100 a day, from January 2, 2024.
  expect(valueIn(plain, "conversion-amount")).toMatch(/^waits for a conversion date/);
  expect(valueIn(plain, "conversion-amount", { on: "2024-01-07" })).toBe("100500.00");
  expect(valueIn(valued, "conversion-amount", { on: "2024-01-07" })).toBe("101000.00");
  expect(
    valueIn(`${valued}${scenario("January 22, 2024")}`, "conversion-amount", {
      on: "2024-01-07",
      scenario: "Played",
    }),
  ).toBe("102000.00");
  expect(valueIn(`${valued}${scenario("January 22, 2024")}`, "conversion-amount")).toBe("101000.00");
});
