import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("every sentence that the client marks for translation is in the bundle, and no other", () => {
  const said = readdirSync(new URL("../../client/src/", import.meta.url)).flatMap((file) =>
    [...read(`client/src/${file}`).matchAll(/l10n\.t\(\s*("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) =>
      JSON.parse(text),
    ),
  );
  const bundle = Object.keys(JSON.parse(read("l10n/bundle.l10n.json")));
  expect(said.length).toBeGreaterThan(10);
  expect(bundle.sort()).toEqual([...new Set(said)].sort());
});

test("every word of the manifest that stands for another has one", () => {
  const used = [...read("package.json").matchAll(/"%([\w.]+)%"/g)].map(([, name]) => name);
  expect([...new Set(used)].sort()).toEqual(Object.keys(JSON.parse(read("package.nls.json"))).sort());
});

test("the problem matcher reads what check prints", () => {
  const [{ pattern }] = JSON.parse(read("package.json")).contributes.problemMatchers;
  const line = "deals/a b.note:2:14: information governing-law-missing: No governing law is stated.";
  expect(new RegExp(pattern.regexp).exec(line)?.slice(1)).toEqual([
    "deals/a b.note",
    "2",
    "14",
    "info",
    "governing-law-missing",
    "No governing law is stated.",
  ]);
});
