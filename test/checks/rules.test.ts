import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/checks/check.ts";
import { asShipped, type Settings } from "../../server/src/checks/levels.ts";
import { exampleConversion, exampleNote, type Rule } from "../../server/src/checks/rule.ts";
import { rules } from "../../server/src/checks/rules/index.ts";
import { example, problemsIn, repaired, subjectsIn } from "../support/analyse.ts";

/** What every note has that says no more than its rule's example needs. */
const inherent = ["left-open"];

/** A repair that lets the author see the point and settles nothing. */
const shows = (title: string): boolean => title.startsWith("Insert a scenario that shows it");

const codesIn = (text: string): string[] => problemsIn(text).map(({ code }) => code);
const othersIn = (text: string, { code }: Rule): string[] =>
  codesIn(text).filter((found) => found !== code && !inherent.includes(found));

describe.each(rules.map((rule) => [rule.code, rule] as const))("%s", (code, rule) => {
  test("finds its bad example, in which nothing else is wrong", () => {
    expect(codesIn(rule.bad)).toContain(code);
    expect(othersIn(rule.bad, rule)).toEqual([]);
  });

  test("leaves its good example alone, in which nothing is wrong", () => {
    expect(codesIn(rule.good)).not.toContain(code);
    expect(othersIn(rule.good, rule)).toEqual([]);
  });

  test("says what is wrong in a few whole sentences, at words that are there", () => {
    for (const problem of problemsIn(rule.bad).filter((found) => found.code === code)) {
      expect(problem.at.end).toBeGreaterThan(problem.at.start);
      const [first = ""] = problem.message.split("\n");
      expect(first).toMatch(/^[^a-z].*[.?…]$/);
      expect(problem.message).not.toMatch(/invalid|undefined|NaN|\bnull\b/);
      expect(first.split(/[.?] (?=[A-Z“])/).length).toBeLessThanOrEqual(4);
    }
  });

  test("every repair that it offers settles the point and breaks nothing", () => {
    const found = problemsIn(rule.bad).find((problem) => problem.code === code);
    for (const [index, { title }] of (found?.fixes ?? []).entries()) {
      const better = repaired(rule.bad, found as NonNullable<typeof found>, index);
      const left = problemsIn(better);
      expect(
        left.filter(({ severity }) => severity === "error"),
        title,
      ).toEqual([]);
      if (shows(title)) continue;
      if (code === "left-open") expect(left.map(({ message }) => message)).not.toContain(found?.message);
      else
        expect(
          left.map((problem) => problem.code),
          `${title}\n${better}`,
        ).not.toContain(code);
    }
  });
});

test("a rule's code is its file's name, and no two rules have the same", () => {
  const folder = new URL("../../server/src/checks/rules/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name !== "index.ts");
  const codes = rules.map(({ code }) => code);
  expect([...codes].sort()).toEqual(files.map((name) => name.replace(/\.ts$/, "")).sort());
  for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test("a rule that fails becomes one piece of information, and the others still judge", () => {
  const failing: Rule = {
    ...(rules[0] as Rule),
    code: "always-fails",
    find: () => {
      throw new Error("a number is missing");
    },
  };
  const [subject] = subjectsIn(example("exchange-note"));
  const found = subject ? checkNote(subject, [], asShipped, [failing, ...rules]) : [];
  expect(found.map(({ code }) => code)).toEqual([
    "always-fails",
    "exchange-uplift",
    "issuer-holds-option",
    "no-floor-price",
    "limit-blocks-payment",
    "governing-law-missing",
    "left-open",
  ]);
  expect(found[0]).toMatchObject({ severity: "information", span: subject?.note.heading });
  expect(found[0]?.message).toContain("a number is missing");
  const strict: Settings = { ...asShipped, levels: new Map([["always-fails", "error"]]) };
  expect(subject && checkNote(subject, [], strict, [failing])).toMatchObject([{ severity: "information" }]);
});

describe("allow", () => {
  const allowed = (clause: string): string =>
    example("exchange-note").replace("  security   none\n", `  security   none\n  ${clause}\n`);

  test("silences a rule in its note, with a reason", () => {
    const codes = codesIn(allowed('allow no-floor-price because "The board approved the dilution"'));
    expect(codes).not.toContain("no-floor-price");
    expect(codes).toContain("issuer-holds-option");
  });

  test("silences nothing without a reason", () => {
    expect(codesIn(allowed('allow no-floor-price because " "'))).toContain("no-floor-price");
    expect(codesIn(allowed("allow no-floor-price"))).toContain("no-floor-price");
  });

  test("silences no other note of the file", () => {
    const second = example("power-up-note");
    const text = `${allowed('allow no-floor-price because "Approved by the board on June 1"')}\n${second}`;
    expect(problemsIn(text).filter(({ code }) => code === "no-floor-price")).toHaveLength(1);
  });
});

describe("a true transcription of a filing has no error and few findings", () => {
  test.each([
    [
      "exchange-note",
      [
        "governing-law-missing",
        "left-open",
        "exchange-uplift",
        "issuer-holds-option",
        "no-floor-price",
        "limit-blocks-payment",
      ],
    ],
    [
      "power-up-note",
      ["governing-law-missing", "left-open", "conversion-end-open", "month-imprecise", "no-floor-price"],
    ],
  ])("%s", (name, expected) => {
    const problems = problemsIn(example(name));
    expect(problems.map(({ code }) => code)).toEqual(expected);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

test("what two notes find in the market that they share is said once", () => {
  const market = "market {\n  prices {\n    date  closing price\n    2024-06-19  $1.00\n  }\n}\n";
  const second = exampleNote("").replace("Example Note", "Second Note");
  const codes = codesIn(`${market}${exampleNote("")}${second}`);
  expect(codes).toEqual(["price-on-closed-day"]);
});

describe("no rule fails on a sheet that lacks a line or a part of one", () => {
  const sheets = [
    ...["exchange-note", "power-up-note"].map((name) => ({ name, sheet: example(name) })),
    ...rules.map(({ code, bad }) => ({ name: `the bad sheet of ${code}`, sheet: bad })),
  ];
  test.each(sheets)("$name", ({ sheet }) => {
    const lines = sheet.split("\n");
    for (const [index, line] of lines.entries()) {
      for (const beginning of ["", line.slice(0, line.length / 2)]) {
        const text = lines.with(index, beginning).join("\n");
        const failed = problemsIn(text).filter(({ message }) => message.includes("could not be applied"));
        expect(failed, text).toEqual([]);
      }
    }
  });
});

test("terms that use terms are worked out once each", () => {
  const terms = Array.from(
    { length: 40 },
    (_, index) => `  "T${index}" means lowest of { "T${index + 1}"; 90% of "T${index + 1}" }`,
  );
  const text = exampleNote(
    `${terms.join("\n")}\n  "T40" means VWAP on conversion date\n${exampleConversion({ price: '"T0"' })}`,
  );
  expect(new Set(codesIn(text))).toEqual(new Set(["alternative-never-wins", "left-open"]));
});
