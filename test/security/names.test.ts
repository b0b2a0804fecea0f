import { expect, test } from "vitest";
import { analyse, problemsOf } from "../../server/src/document/analysis.ts";
import { completion } from "../../server/src/features/completion.ts";
import { explain } from "../../server/src/features/explain.ts";
import { hover } from "../../server/src/features/hover.ts";
import { rename } from "../../server/src/features/navigation.ts";
import { outline } from "../../server/src/features/outline.ts";
import { readPolicy } from "../../server/src/settings/policy.ts";
import { readUserSettings } from "../../server/src/settings/user.ts";
import { sheetWith } from "../support/nasty.ts";

const names = [...Object.getOwnPropertyNames(Object.prototype), "prototype", "__proto__.polluted", "then"];
const before = Object.getOwnPropertyNames(Object.prototype).sort();

test.each(names)("%s is a name like any other, and reaches no object behind it", (name) => {
  const text = sheetWith(name);
  const uri = "file:///a.note";
  const prices = { text: `date,${name}\n2024-12-31,0.5\n` };
  const analysis = analyse(text, undefined, undefined, undefined, { get: () => prices });
  const plain = analyse(sheetWith("Ordinary"), undefined, undefined, undefined, {
    get: () => ({ text: "date,close\n2024-12-31,0.5\n" }),
  });
  expect(problemsOf(analysis).filter(({ problem }) => /could not be applied/.test(problem.message))).toEqual(
    [],
  );
  const figures = (of: typeof analysis) => explain(of).flatMap((note) => note.figures.map(({ id }) => id));
  expect(figures(analysis)).toEqual(figures(plain));
  expect(JSON.stringify(outline(analysis))).toContain(name);
  for (const [line] of text.split("\n").entries()) {
    hover(analysis, { line, character: 6 });
    completion(analysis, { line, character: 6 });
  }
  const renaming = rename({ uri, analysis }, { line: 1, character: 7 }, "constructor", [{ uri, analysis }]);
  expect("edit" in renaming || "refused" in renaming).toBe(true);
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each(names)("%s as a code or a key of settings is refused, and sets nothing", (name) => {
  const key = JSON.stringify(name);
  const policy = readPolicy(
    `{ "rules": { ${key}: "error" }, "neverAllow": [${key}], ${key}: { "polluted": 1 } }`,
  );
  expect(policy.problems.length).toBeGreaterThan(0);
  expect([policy.settings.levels.size, policy.settings.neverAllowed.size]).toEqual([0, 0]);
  const user = readUserSettings(JSON.parse(`{ "rules": { ${key}: "error" }, ${key}: { "polluted": 1 } }`));
  expect(user.settings.levels.size).toBe(0);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
});
