import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse } from "scslre";
import { expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { onOneLine } from "../server/src/base/words.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Those that are matched at one place only, so that nothing is gone over twice: the patterns of the lexer. */
const atOnePlace: ReadonlySet<string> = new Set(["server/src/syntax/tokens.ts"]);

interface Literal {
  readonly pattern: string;
  readonly flags: string;
}

function literalsIn(node: unknown): Literal[] {
  if (typeof node !== "object" || node === null) return [];
  const own = "regex" in node ? [node.regex as Literal] : [];
  return [...own, ...Object.values(node).flatMap(literalsIn)];
}

const sources = ["server/src", "client/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(root, folder, file)),
);
const literals = sources.flatMap((path) =>
  literalsIn(parseAst(readFileSync(path, "utf8"), { lang: "ts" })).map((literal) => ({
    ...literal,
    file: relative(root, path),
  })),
);

test("no regular expression takes longer than its text: none goes over a stretch of it again and again", () => {
  expect(literals.length).toBeGreaterThan(200);
  const slow = literals.flatMap(({ file, pattern, flags }) =>
    analyse({ source: pattern, flags }, { reportTypes: { Move: !atOnePlace.has(file) } }).reports.map(
      ({ type }) => `${file} ${type} /${pattern}/${flags}`,
    ),
  );
  expect(slow).toEqual([]);
});

test("the editor's own patterns are as quick", () => {
  const path = join(root, "syntaxes/language-configuration.json");
  const { indentationRules } = JSON.parse(readFileSync(path, "utf8")) as {
    readonly indentationRules: Readonly<Record<string, string>>;
  };
  const slow = Object.entries(indentationRules).flatMap(([name, source]) =>
    analyse({ source, flags: "" }).reports.map(({ type }) => `${name} ${type}`),
  );
  expect(slow).toEqual([]);
});

test.each([
  ["{ $1 on\n  prior day;\n\n $2\r\n}", "{ $1 on; prior day; $2 }"],
  ["90%      of\tclosing bid", "90% of closing bid"],
  ["lowest of {\n  $1\n  $2 }", "lowest of { $1; $2 }"],
])("words of several lines on one: %j", (text, line) => {
  expect(onOneLine(text)).toBe(line);
});
