import { expect, test } from "vitest";
import { divisions } from "../../server/src/note/conditions.ts";
import type { Clause } from "../../server/src/syntax/tree.ts";
import { treeOf } from "../support/tree-text.ts";

function priceIn(clauses: readonly Clause[], text: string): Clause | undefined {
  for (const clause of clauses) {
    if (text.slice(clause.name.start, clause.name.end) === "price") return clause;
    const inner = priceIn(clause.block?.clauses ?? [], text);
    if (inner) return inner;
  }
  return undefined;
}

/** The values that a price's words may be divided into, each with a condition behind it. */
function valuesOf(price: string): string[] {
  const text = `note "N" {\n  conversion {\n    price ${price}\n  }\n}\n`;
  const phrase = priceIn(treeOf(text).clauses, text)?.phrase ?? [];
  return divisions(phrase, 0).map(({ value }) => value.map(({ image }) => image).join(" "));
}

const alternative = "80% of closing bid on prior trading day";

test("a condition begins behind the braces of a value, never between them", () => {
  expect(valuesOf(`lowest of { ${alternative}; $1 }`)).toEqual([]);
  expect(valuesOf(`lowest of { ${Array(200).fill(alternative).join("; ")} }`)).toEqual([]);
  expect(valuesOf(`lowest of { $2; $1 } on "Listing"`)).toEqual(["lowest of { $ 2 ; $ 1 }"]);
  expect(valuesOf(`$2 on "Listing"`)).toEqual(["$ 2"]);
});
