import { expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { hover } from "../../server/src/features/hover.ts";
import { convertible, scenario } from "../support/sheets.ts";

const text =
  convertible("$1.75 until day 180", "    price $0.90 from day 181") +
  scenario("March 1, 2024", "", "Early") +
  scenario("December 2, 2024", "", "Late");

function hoverOn(words: string): string {
  const offset = text.indexOf(words);
  const before = text.slice(0, offset).split("\n");
  return (
    hover(analyse(text, undefined), { line: before.length - 1, character: before.at(-1)?.length ?? 0 })
      ?.markdown ?? ""
  );
}

test("a clause said for several cases is shown in a scenario in which it counts, with the others beside it", () => {
  const early = hoverOn("$1.75 until");
  expect(early).toContain("In the scenario “Early”");
  expect(early).toMatch(/^\*\*\$1\.75 a share/);
  expect(early).toContain("- $1.75 until day 180: counts here\n- $0.90 from day 181");
  const late = hoverOn("$0.90 from");
  expect(late).toContain("In the scenario “Late”");
  expect(late).toMatch(/^\*\*\$0\.90 a share/);
  expect(late).toContain("- $1.75 until day 180\n- $0.90 from day 181: counts here");
});
