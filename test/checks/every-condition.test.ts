import { describe, expect, it } from "vitest";
import type { Value } from "../../server/src/catalog/value.ts";
import { allClauses } from "../../server/src/catalog/vocabulary.ts";
import { analyse } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";
import { affectedBy } from "../../server/src/finance/affects.ts";
import { problemsIn } from "../support/analyse.ts";
import { nothingLeft, sheetFor, statements } from "../support/conditions.ts";

/**
 * Whatever may be said under a condition is used or refused: behind each clause stands a second statement with a
 * condition, and a figure changes, or a finding stands on it.
 */
const conditions = ["from August 1, 2024", "until August 1, 2024", "after maturity", "on event of default"];

const conditional: ReadonlySet<Value["form"]> = new Set(["phrase", "choice", "tagged", "either", "flag"]);
/** A make-whole table has its condition before its braces; the tests of make-whole shares hold it. */
const clauses = allClauses().filter(
  ({ path, spec: { value } }) =>
    path.startsWith("note/") && conditional.has(value.form) && path !== "note/conversion/makeWhole",
);

function figuresOf(text: string): Map<string, string> {
  return new Map(
    explain(analyse(text, undefined)).flatMap(({ figures, scenarios }) =>
      [{ name: "", figures }, ...scenarios].flatMap(({ name, figures: all }) =>
        all.map(
          ({ id, value, waitingFor }) =>
            [`${name}/${id}`, value ?? `waits for ${waitingFor?.join("; ")}`] as const,
        ),
      ),
    ),
  );
}

/** The figures that differ between two sheets. */
function changed(before: string, after: string): string[] {
  const [one, other] = [figuresOf(before), figuresOf(after)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((id) => one.get(id) !== other.get(id));
}

/** What is found in the sheet with the condition, and was not in the one without. */
function findings(before: string, after: string): string[] {
  const known = new Set(problemsIn(before).map(({ message }) => message));
  return problemsIn(after).flatMap(({ code, message }) => (known.has(message) ? [] : [code]));
}

function conditionOf(line: string): string {
  return conditions.find((when) => line.endsWith(when)) ?? "";
}

describe.each(clauses.map((clause) => [clause.path, clause] as const))("%s", (_, clause) => {
  const { first, second } = statements(clause);
  // A flag that is said again says nothing more: what counts is whether its condition does.
  const isOnlyFlag = clause.spec.value.form === "flag" && affectedBy(clause.path).length > 0;
  const cases = [
    ...conditions.map((when) => `${second} ${when}`),
    `${clause.spec.names[0]} none from August 1, 2024`,
  ];

  const used = cases.filter((line) => !(`${clause.path} ${conditionOf(line)}` in nothingLeft));

  it.each(used)("%s", (line) => {
    const before = sheetFor(clause, [first]);
    const after = sheetFor(clause, isOnlyFlag && !line.includes(" none ") ? [line] : [first, line]);
    const found = findings(before, after);
    const figures = changed(before, after);
    expect([...figures, ...found], after).not.toEqual([]);
  });
});
