import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const page = readFileSync(file("docs/security.md"), "utf8");

/** The promises: rows of tables, each with what holds it in the last cell. */
const promises = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (?:promise|where) \|/.test(line))
  .map((line) => line.split("|").slice(1, -1))
  .map((cells) => ({ promise: cells[0]?.trim() ?? "", held: cells.at(-1)?.trim() ?? "" }));

test("every promise names a test that holds it, and each test that is named is there", () => {
  expect(promises.length).toBeGreaterThan(15);
  for (const { promise, held } of promises) {
    const named = [...held.matchAll(/`(test\/[^`]+\.test\.ts)`([^`]*)/g)];
    expect(named.length, promise).toBeGreaterThan(0);
    for (const [, path = "", titles = ""] of named) {
      expect(existsSync(file(path)), path).toBe(true);
      const source = readFileSync(file(path), "utf8");
      for (const [, title = ""] of titles.matchAll(/“([^”]+)”/g)) expect(source, path).toContain(title);
    }
  }
});

test("a name that no test has would be noticed", () => {
  const source = readFileSync(file("test/security/names.test.ts"), "utf8");
  expect(source).not.toContain("is a name like no other");
});
