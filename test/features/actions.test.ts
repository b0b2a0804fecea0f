import { expect, test } from "vitest";
import { actionApplied, actionsAt } from "../support/editor.ts";
import { convertible, market, scenario, sheet } from "../support/sheets.ts";

/** The line of the sheet that a repair changed. */
function repairedLine(lines: string, title: RegExp): string {
  const before = sheet(lines.replace("‸", "")).split("\n");
  const after = actionApplied(sheet(lines), title).split("\n");
  return after.filter((line, index) => line !== before[index]).join("\n");
}

test.each([
  ["  sec‸urty none", /security/, "  security none"],
  ["  funded 12/6‸/2017", /December 6/, "  funded December 6, 2017"],
  ["  funded 12/6‸/2017", /June 12/, "  funded June 12, 2017"],
  ["  interest { rate 5%; payable quartrly‸ }", /quarterly/, "  interest { rate 5%; payable quarterly }"],
])("%s", (lines, title, expected) => {
  expect(repairedLine(lines, title)).toBe(expected);
});

test("a name without quotes is put in quotes", () => {
  expect(actionApplied(sheet("", { issuer: "Example ‸Corp." }), /quotes/)).toContain(
    '  issuer "Example Corp."\n',
  );
});

test("a block is opened where its braces are missing", () => {
  const text = actionApplied(sheet("  inter‸est"), /Open the block/);
  expect(text.replace(/\s+/g, " ")).toContain("interest { }");
});

test("a missing brace is put in, a stray one is taken out", () => {
  const whole = sheet("  interest {\n    rate 5%\n  }\n  conversion none");
  const lost = actionApplied(whole.replace("rate 5%\n  }", "rate 5%‸"), /Insert the missing }/);
  expect(lost.replace(/\s+/g, " ")).toBe(whole.replace(/\s+/g, " "));
  const doubled = actionApplied(whole.replace("rate 5%\n  }", "rate 5%\n  } }‸"), /Take the brace out/);
  expect(doubled.replace(/\s+/g, " ")).toBe(whole.replace(/\s+/g, " "));
});

test("a second clause is taken out", () => {
  const text = actionApplied(sheet("  security none\n  secur‸ity gold"), /Take this security out/);
  expect(text).not.toContain("gold");
  expect(text).toContain("security none");
});

test("a repair in a second note, and in a market behind it, is made in its own place", () => {
  const text = `${sheet("  security none")}${sheet("  sec‸urty none")}`;
  expect(actionApplied(text, /security/)).toBe(`${sheet("  security none")}${sheet("  security none")}`);
  const withMarket = `${sheet("")}${convertible("$1")}market for "Exmple‸ Note" {\n  outstanding 5 shares\n}\n`;
  expect(actionApplied(withMarket, /Example Note/)).toContain('market for "Example Note" {');
});

test("a repair carries its diagnostic, and the only one is preferred", () => {
  const [action, ...others] = actionsAt(sheet("  sec‸urty none")).filter(({ title }) =>
    /security/.test(title),
  );
  expect(others).toEqual([]);
  expect(action).toMatchObject({
    kind: "quickfix",
    isPreferred: true,
    diagnostics: [{ code: "clause-unknown" }],
  });
  const two = actionsAt(sheet("  funded 12/6‸/2017")).filter(({ title }) => /Write/.test(title));
  expect(two.map(({ isPreferred }) => isPreferred)).toEqual([false, false]);
});

test("away from any problem there is no repair", () => {
  expect(actionsAt(sheet("  security no‸ne\n  securty none"))).toEqual([]);
  expect(actionsAt(`${sheet("")}${market("date VWAP\n2024-06-03 $1")}${scenario("2024-06‸-10")}`)).toEqual(
    [],
  );
});
