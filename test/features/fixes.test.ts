import { describe, expect, test } from "vitest";
import { shape } from "../../server/src/catalog/shape.ts";
import { rules } from "../../server/src/checks/rules/index.ts";
import { analyse, problemsOf } from "../../server/src/document/analysis.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { explain } from "../../server/src/features/explain.ts";
import { safeFixes, withFixes } from "../../server/src/features/fix-all.ts";
import { longestHead } from "../../server/src/features/message.ts";
import { example, examples } from "../support/analyse.ts";
import { actionApplied, actionsAt, uri } from "../support/editor.ts";
import { sheet } from "../support/sheets.ts";

const codesIn = (text: string): string[] =>
  problemsOf(analyse(text, undefined)).map(({ problem }) => problem.code);

test("the first line of every finding has at most 70 characters, and nothing of it is lost", () => {
  const sheets = [
    ...rules.map(({ bad }) => bad),
    ...Object.values(shape).map(({ bad }) => bad),
    ...examples().map(example),
  ];
  let seen = 0;
  for (const text of sheets) {
    const analysis = analyse(text, undefined);
    const shown = diagnostics(analysis, uri);
    problemsOf(analysis).forEach(({ problem }, index) => {
      const [head = "", ...rest] = String(shown[index]?.message).split("\n");
      expect(head.length, head).toBeLessThanOrEqual(longestHead);
      expect(head.length).toBeGreaterThan(5);
      const all = `${head} ${rest.join(" ")}`.replace(/\s+/g, " ");
      expect(all).toContain(problem.message.replace(/\s+/g, " "));
      seen += 1;
    });
  }
  expect(seen).toBeGreaterThan(250);
});

test("a related place on the finding's own lines is not shown", () => {
  const [open] = diagnostics(analyse(sheet("  funded [ ]"), undefined), uri).filter(
    ({ code }) => code === "still-open",
  );
  expect(open).toBeDefined();
  expect(open?.relatedInformation).toBeUndefined();
  const twice = diagnostics(analyse(sheet("  security none\n  security none"), undefined), uri);
  expect(twice.find(({ code }) => code === "clause-duplicate")?.relatedInformation).toHaveLength(1);
});

describe("what stops people most has a repair", () => {
  test("clauses that are missing come as blanks", () => {
    const text = 'note‸ "N" {\n  issuer "A"\n}\n';
    const after = actionApplied(text, /^Add blanks for principal, issued, matures$/);
    expect(codesIn(after)).not.toContain("clause-missing");
    expect(after).toContain("\n  principal [ ]\n  issued [ ]\n  matures [ ]\n");
  });

  test("an alternative is taken, a proposed value agreed to", () => {
    const rate = (words: string): string => sheet(`  interest {\n    rate ${words}\n  }`);
    expect(actionApplied(rate("[10%‸ | 12%] per annum"), /^Take “12%”$/)).toBe(rate("12% per annum"));
    expect(actionApplied(rate("[10%‸] per annum"), /^Agree to “10%”$/)).toBe(rate("10% per annum"));
  });

  test("a default rate gets its events, or that there is none", () => {
    const text = sheet("  interest {\n    rate 8% per annum\n    default‸ rate 15% per annum\n  }");
    const listed = actionApplied(text, /^List “failure to pay when due”/);
    expect(listed).toContain("\n  events of default {\n    failure to pay when due\n  }\n");
    expect(codesIn(listed)).not.toContain("default-rate-without-events");
    const none = actionApplied(text, /events of default none/);
    expect(codesIn(none)).not.toContain("default-rate-without-events");
  });

  test.each([
    ["principal ‸100,000", /^Write “\$100,000”$/],
    ["interest {\n    rate ‸8\n  }", /^Write “8%”$/],
    ["funded January 4, 2024 o‸r thereabouts", /^Write “January 4, 2024”$/],
  ])("%s: what the words most likely mean, and they read", (line, title) => {
    const text = line.startsWith("principal")
      ? sheet("").replace(/principal\s+\S+/, line)
      : sheet(`  ${line}`);
    const titles = actionsAt(text).map((action) => action.title);
    expect(titles.filter((one) => title.test(one))).toHaveLength(1);
    const after = actionApplied(text, title);
    expect(codesIn(after)).not.toContain("value-wrong");
  });

  test("a finding is allowed for a reason that the author still has to give", () => {
    const text = example("exchange-note").replace("price            lowest", "pri‸ce            lowest");
    const after = actionApplied(text, /^Allow “no-floor-price”/);
    expect(after).toContain('\n  allow no-floor-price because "[ ]"\n');
    expect(codesIn(after)).toContain("allow-without-reason");
    const given = after.replace('because "[ ]"', 'because "The board approved the dilution"');
    expect(codesIn(given)).not.toContain("no-floor-price");
  });

  test("all usual readings are stated at once, and no number changes", () => {
    const text = example("exchange-note").replace("Exchange Note", "Exchange‸ Note");
    const before = explain(analyse(text.replace("‸", ""), undefined))[0]?.figures;
    const after = actionApplied(text, /^State all usual readings$/);
    const now = explain(analyse(after, undefined))[0]?.figures;
    const values = (all: typeof now): unknown => all?.map(({ id, value }) => [id, value]);
    expect(values(now)).toEqual(values(before));
    expect(codesIn(after).filter((code) => code === "left-open").length).toBeLessThanOrEqual(1);
    expect(codesIn(after)).not.toContain("clause-duplicate");
  });
});

describe("all repairs that can't change a number", () => {
  test("a name that is misspelt is put right, and a number that may be another is left", () => {
    const text = sheet("  securty none\n  governng law Delaware");
    const analysis = analyse(text, undefined);
    expect(withFixes(analysis, safeFixes(analysis))).toBe(sheet("  security none\n  governing law Delaware"));
  });

  test("every example, and every sheet that a rule finds something in, has all its numbers after them", () => {
    for (const text of [...rules.map(({ bad }) => bad), ...examples().map(example)]) {
      const analysis = analyse(text, undefined);
      const after = analyse(withFixes(analysis, safeFixes(analysis)), undefined);
      const values = (one: typeof after): Map<string, unknown> =>
        new Map(
          explain(one).flatMap(({ figures }, index) =>
            figures.flatMap(({ id, value }) => (value === null ? [] : [[`${index} ${id}`, value] as const])),
          ),
        );
      const now = values(after);
      for (const [key, value] of values(analysis)) expect(now.get(key)).toBe(value);
    }
  });
});
