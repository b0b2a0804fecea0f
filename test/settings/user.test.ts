import fc from "fast-check";
import { expect, test } from "vitest";
import { readUserSettings } from "../../server/src/settings/user.ts";

test("nothing said is the usual", () => {
  for (const section of [undefined, null, {}, 7, "x", [], { rules: null }, { other: true }]) {
    const { valuedOn, settings, quiet, complaints } = readUserSettings(section);
    expect([valuedOn, settings.levels.size, quiet, complaints]).toEqual([undefined, 0, 500, []]);
  }
});

test("what is said holds", () => {
  const { settings, quiet, complaints } = readUserSettings({
    valuedOn: "2018-12-06",
    rules: { "no-floor-price": "off", "day-count": "error" },
    quiet: 0,
  });
  expect(Object.fromEntries(settings.levels)).toEqual({ "no-floor-price": "off", "day-count": "error" });
  expect([quiet, complaints]).toEqual([0, []]);
});

test.each([
  [
    { rules: { "no-flor-price": "off" } },
    /^Setting notewright\.rules: There is no rule “no-flor-price”\. Did you mean “no-floor-price”\?$/,
  ],
  [
    { rules: { "no-floor-price": "never" } },
    /^Setting notewright\.rules: “never” is no level for “no-floor-price”/,
  ],
  [{ rules: { "clause-unknown": "off" } }, /^Setting notewright\.rules: “clause-unknown” can't be set/],
  [{ rules: ["no-floor-price"] }, /^Setting notewright\.rules: Give codes their levels in braces/],
  [{ quiet: "no" }, /^Setting notewright\.quiet: Write a number of milliseconds/],
  [{ quiet: -1 }, /^Setting notewright\.quiet: /],
  [{ quiet: Number.NaN }, /^Setting notewright\.quiet: /],
  [{ valuedOn: "soon" }, /^Setting notewright\.valuedOn: Write the day as year-month-day/],
  [{ valuedOn: 5 }, /^Setting notewright\.valuedOn: /],
])("%j is said by its name, and the rest is usual", (section, complaint) => {
  const { settings, quiet, valuedOn, complaints } = readUserSettings(section);
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toMatch(complaint);
  expect([settings.levels.size, quiet, valuedOn]).toEqual([0, 500, undefined]);
});

test("nothing throws", () => {
  const section = fc.record({ rules: fc.anything(), quiet: fc.anything(), valuedOn: fc.anything() });
  fc.assert(
    fc.property(fc.oneof(section, fc.anything()), (value) => {
      expect(readUserSettings(value).complaints.every((text) => text.startsWith("Setting notewright."))).toBe(
        true,
      );
    }),
  );
});
