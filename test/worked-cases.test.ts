import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { analyse } from "../server/src/document/analysis.ts";
import { evaluate } from "../server/src/finance/engine/formula.ts";
import { formulas } from "../server/src/finance/formulas.ts";
import { isoDate } from "../server/src/quantity/date.ts";
import { toFixed } from "../server/src/quantity/exact.ts";
import { dayOf, type Figure, isWaiting } from "../server/src/quantity/figure.ts";
import { type WorkedCase, workedCases } from "./worked-cases.ts";

/** The figure of a case, to as many decimal places as the case was worked out to. */
function repeated({ id, sheet, scenario, more = "", value }: WorkedCase): string {
  const own = typeof sheet === "string" ? readFileSync(`examples/${sheet}.note`, "utf8") : sheet.text;
  const text = `${own}\n${more}`;
  const [note] = analyse(text, undefined).notes;
  const situation = scenario
    ? note?.played.find((played) => played.scenario?.name === scenario)
    : note?.alone;
  const formula = formulas.find((one) => one.id === id);
  if (!situation || !formula) throw new Error(`the case of ${id} has no place in its sheet`);
  const result = evaluate(formula, situation);
  if (isWaiting(result)) return `waits for ${result.waitingFor.join("; ")}`;
  if (result.kind === "date") return isoDate(dayOf(result as Figure<"date">));
  return toFixed(result.amount, value.split(".")[1]?.length ?? 0);
}

it.each(workedCases.map((one) => [one.id, one] as const))(
  "%s comes to what was worked out by hand",
  (_, one) => {
    expect(repeated(one)).toBe(one.value);
  },
);

it("has a worked case for every formula, and none for anything else", () => {
  expect(workedCases.map(({ id }) => id)).toEqual(formulas.map(({ id }) => id));
});
