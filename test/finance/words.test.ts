import { expect, test } from "vitest";
import { evaluate, varied } from "../../server/src/finance/engine/formula.ts";
import { formulas } from "../../server/src/finance/formulas.ts";
import { conversionPrice } from "../../server/src/finance/prices/conversion-price.ts";
import { isWaiting } from "../../server/src/quantity/figure.ts";
import { show } from "../../server/src/quantity/format.ts";
import { valueIn } from "../support/figures.ts";
import { convertible, market, read, scenario, sheet } from "../support/sheets.ts";

const choice = "lowest of { 85% of closing bid on prior trading day; $0.50 }";
const instalment = '  instalments {\n    2024-06-06  shares at "Level"\n  }';
const level = '"Level" means 130% of conversion price\n';
const around = market("date closing bid\n2024-06-05 $0.60") + scenario("2024-06-06");

/** 85 % of $0.60 is $0.51, above $0.50. */
test("a derivation has the author's words, whichever figure is worked out first", () => {
  const note = convertible(choice).replace(/\n\}\n$/, `\n${instalment}\n}\n`);
  const played = read(level + note + around).notes[0]?.played[0];
  if (!played) throw new Error("no scenario");
  const stated = ["85% of closing bid on prior trading day", "$0.50"];
  for (const first of formulas) {
    const situation = varied(played, {});
    evaluate(first, situation);
    const price = evaluate(conversionPrice, situation);
    if (isWaiting(price)) throw new Error(price.waitingFor.join("; "));
    const { origin } = price;
    const labels =
      origin.kind === "computed" && origin.operation.form === "choice" && origin.operation.labels;
    expect(show(price), first.id).toBe("$0.50");
    expect(labels, first.id).toEqual(stated);
  }
});

test("an amount that is defined by itself has no value, and nothing fails", () => {
  const text = sheet(
    '  "Due" means greater of { principal; "Other" }\n  "Other" means greater of { "Due"; principal }\n  default amount "Due"\n  interest { rate 0% per annum }',
  );
  expect(valueIn(text, "default-balance")).toMatch(/^waits for .*“Due”/);
});

test("a term beside the notes in another currency is not taken for money of the note", () => {
  const text = convertible('lowest of { "Base"; $3 }');
  expect(valueIn(`${text}"Base" means $2`, "conversion-price")).toBe("2");
  expect(valueIn(`${text}"Base" means EUR 2`, "conversion-price")).toContain("a price in USD");
  expect(
    valueIn(
      `${sheet('  default amount "Base"\n  interest { rate 0% per annum }')}"Base" means EUR 2`,
      "default-balance",
    ),
  ).toContain("USD");
});
