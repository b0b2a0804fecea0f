import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shape } from "../server/src/catalog/shape.ts";
import { analyse, problemsOf } from "../server/src/document/analysis.ts";

/** Every example of the page that teaches the language is read without a fault of shape, in a note where it needs one. */
const page = readFileSync("docs/language.md", "utf8");
const examples = [...page.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);

const head =
  'note "Page" {\n  issuer "A"\n  holder "B"\n  principal $1\n  issued 2024-01-02\n  matures 2025-01-02\n';

/** The example in the first of its possible places in which every clause of it is known. */
function places(code: string): string[] {
  return [
    code,
    `${head}${code}\n}`,
    `note "Page" {\n  issuer "A"\n  holder "B"\n  issued 2024-01-02\n  matures 2025-01-02\n${code}\n}`,
    `${head}  conversion {\n    option holder\n${code}\n  }\n}`,
    `${head}  conversion {\n${code}\n  }\n}`,
  ];
}

function faults(text: string): string[] {
  return problemsOf(analyse(text, undefined))
    .filter(({ problem }) => problem.code in shape && problem.severity === "error")
    .filter(({ problem }) => problem.code !== "clause-missing")
    .map(({ problem }) => `${problem.code}: ${problem.message}`);
}

test.each(examples.map((code) => [code.trim().split("\n")[0], code] as const))(
  "the example %s",
  (_, code) => {
    const priced = code.startsWith("price") ? code.split(/^(?=price)/m) : [code];
    for (const part of priced) {
      const best = places(part)
        .map(faults)
        .sort((a, b) => a.length - b.length)[0];
      expect(best).toEqual([]);
    }
  },
);
