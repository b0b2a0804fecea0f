import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowableCodes, codes, isSettable } from "../../server/src/checks/codes.ts";
import { locatedPolicyProblems } from "../../server/src/features/policy.ts";
import { readPolicy } from "../../server/src/settings/policy.ts";
import { policySchema } from "../../server/src/settings/schema.ts";
import { readMarked } from "../support/marked.ts";

/** What the policy asks for, as plain data. */
const policyOf = (text: string) => {
  const { settings, problems } = readPolicy(text);
  return {
    levels: Object.fromEntries(settings.levels),
    never: [...settings.neverAllowed],
    problems: problems.map(({ message }) => message),
  };
};

test("a policy sets levels and names what no note may allow", () => {
  const text = `{
    // decided by the partners
    "$schema": "https://example.com/notewright.schema.json",
    "rules": { "no-floor-price": "error", "day-count": "off", "still-open": "warning", },
    "neverAllow": ["no-floor-price", "day-count"],
  }`;
  expect(policyOf(text)).toEqual({
    levels: { "no-floor-price": "error", "day-count": "off", "still-open": "warning" },
    never: ["no-floor-price", "day-count"],
    problems: [],
  });
  expect(policyOf("{}")).toEqual({ levels: {}, never: [], problems: [] });
  expect(policyOf("\uFEFF{}").problems).toEqual([]);
});

// What is wrong is marked in « ».
describe("what can't be followed is a problem at its place, and the rest holds", () => {
  test.each([
    [
      '{ "rules": { «"no-flor-price"»: "error" } }',
      /no rule “no-flor-price”. Did you mean “no-floor-price”\?/,
    ],
    ['{ "rules": { «"qqqqqqqq"»: "error" } }', /no rule “qqqqqqqq”.*notewright rules/],
    ['{ "rules": { «"brace-missing"»: "off" } }', /“brace-missing” can't be set/],
    [
      '{ "rules": { "no-floor-price": «"fatal"» } }',
      /“fatal” is no level.*"off", "hint", "information", "warning" or "error"/,
    ],
    ['{ "rules": { "no-floor-price": «2» } }', /no level for “no-floor-price”/],
    ['{ "rules": { "no-floor-price": «{ "level": "off" }» } }', /no level/],
    ['{ "rules": «["no-floor-price"]» }', /in braces/],
    ['{ "rules": «null» }', /in braces/],
    ['{ "neverAllow": «"no-floor-price"» }', /in square brackets/],
    ['{ "neverAllow": [«"no-flor-price"»] }', /Did you mean “no-floor-price”/],
    ['{ "neverAllow": [«7»] }', /in quotes/],
    ['{ «"rule"»: {} }', /Did you mean “rules”/],
    ['{ «"toString"»: {} }', /has “rules” and “neverAllow”/],
    ['{ "rules": {}, «"rules"»: { "no-floor-price": "off" } }', /second time/],
    ['{ "rules": { "no-floor-price": "off", «"no-floor-price"»: "error" } }', /second time/],
    ["«[]»", /an object in braces/],
    ["«5»", /an object in braces/],
  ])("%s", (source, message) => {
    const { text, spans } = readMarked(source);
    const { problems } = readPolicy(text);
    expect(problems.map(({ span }) => span)).toEqual(spans);
    expect(problems[0]?.message).toMatch(message);
  });

  test("one wrong entry leaves the others", () => {
    const text =
      '{ "rules": { "nothing": "off", "no-floor-price": "error" }, "neverAllow": ["nothing", "left-open"] }';
    expect(policyOf(text)).toMatchObject({ levels: { "no-floor-price": "error" }, never: ["left-open"] });
    expect(policyOf(text).problems).toHaveLength(2);
  });
});

test.each([
  ["", 1, 1],
  ["{", 1, 2],
  ['{\n  "rules": {\n    "no-floor-price" "error"\n  }\n}', 3, 22],
  ['{\r\n  "rules": { "no-floor-price": }\r\n}', 2, 32],
  ['{ "rules": {} } more', 1, 17],
  ['{ "rules": "open', 1, 12],
])("%j is no JSON: one problem, line %i, character %i", (text, line, character) => {
  const { settings, problems } = readPolicy(text);
  const [located, ...others] = locatedPolicyProblems(text, problems);
  expect(others).toEqual([]);
  expect([located?.range.start.line, located?.range.start.character]).toEqual([line - 1, character - 1]);
  expect(located?.message).toMatch(/not JSON|object in braces/);
  expect(settings.levels.size).toBe(0);
});

test("nothing throws, and every problem stands in the text", () => {
  const json = fc.oneof(
    fc.json(),
    fc.string(),
    fc
      .record({ rules: fc.dictionary(fc.string(), fc.jsonValue()), neverAllow: fc.jsonValue() })
      .map((value) => JSON.stringify(value)),
    fc.constant("[".repeat(100_000)),
  );
  fc.assert(
    fc.property(json, (text) => {
      for (const { message, span } of readPolicy(text).problems) {
        expect(message).toMatch(/^[A-Z“].*\.$|\?$/s);
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

test("the schema offers each code that can be set or allowed, and no other", () => {
  const { properties } = policySchema() as {
    properties: { rules: { propertyNames: { enum: string[] } }; neverAllow: { items: { enum: string[] } } };
  };
  expect(properties.rules.propertyNames.enum).toEqual(codes.filter(isSettable).map(({ code }) => code));
  expect(properties.neverAllow.items.enum).toEqual(allowableCodes.map(({ code }) => code));
  expect(properties.rules.propertyNames.enum).toEqual(
    expect.arrayContaining(["no-floor-price", "day-count", "still-open", "allow-stale"]),
  );
  expect(properties.rules.propertyNames.enum).not.toContain("brace-missing");
});
