import { expect, test } from "vitest";
import { userShape } from "../../server/src/settings/shape.ts";
import { readUserSettings } from "../../server/src/settings/user.ts";

test("the usual of each setting is what holds where nothing is set", () => {
  const { valuedOn, rules, quiet } = userShape.entries;
  const usual = { valuedOn: valuedOn.default, rules: rules.default, quiet: quiet.default };
  expect(readUserSettings(usual)).toEqual(readUserSettings({}));
  expect(readUserSettings({}).quiet).toBe(500);
});

test.each(["constructor", "__proto__", "prototype", "toString"])("%s is no code", (code) => {
  const section = JSON.parse(`{ "rules": { "${code}": "off" } }`) as unknown;
  expect(readUserSettings(section).complaints).toEqual([
    expect.stringContaining(`There is no rule “${code}”`),
  ]);
});
