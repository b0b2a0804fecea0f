import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shape } from "../server/src/catalog/shape.ts";
import { rules } from "../server/src/checks/rules/index.ts";

const page = readFileSync(new URL("../docs/inconsistencies.md", import.meta.url), "utf8");
const lines = page.split("\n").filter((line) => /^\| (?!inconsistency)/.test(line));
const cells = lines.map((line) => line.split("|").map((cell) => cell.trim()));
const named = cells.flatMap(([, , codes = ""]) =>
  [...codes.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code),
);
const known = new Set([...rules.map(({ code }) => code), ...Object.keys(shape)]);

test("each line names codes that there are, or a dash", () => {
  expect(named.filter((code) => !known.has(code ?? ""))).toEqual([]);
  for (const [, , codes] of cells) expect(codes).toMatch(/^(–|`[a-z-]+`(, `[a-z-]+`)*)$/);
});

test("each code is named", () => {
  expect([...known].filter((code) => !named.includes(code))).toEqual([]);
});

test("every inconsistency that is known has a line of its own", () => {
  expect(lines.length).toBeGreaterThanOrEqual(77);
  expect(new Set(cells.map(([, what]) => what)).size).toBe(lines.length);
});
