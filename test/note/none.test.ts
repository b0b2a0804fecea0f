import { expect, test } from "vitest";
import { analyse, problemsOf } from "../../server/src/document/analysis.ts";

const sheet = (principal: string, matures: string): string =>
  `note "N" {\n  principal ${principal}\n  issued January 2, 2024\n  matures ${matures}\n  interest { rate none }\n}`;

const errors = (text: string): string[] =>
  problemsOf(analyse(text, undefined))
    .filter(({ problem }) => problem.severity === "error")
    .map(({ problem }) => `${problem.code} at ${text.slice(problem.span.start, problem.span.end)}`);

test("a note can't be without what every number rests on", () => {
  expect(errors(sheet("none", "January 2, 2025"))).toEqual(["value-wrong at none"]);
});

test("a note may have no maturity and bear no interest", () => {
  expect(errors(sheet("$100,000", "none"))).toEqual([]);
});
