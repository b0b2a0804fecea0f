import { expect, test } from "vitest";
import { countingWork } from "./support/work.ts";

const workOf = countingWork();
const { analyse, problemsOf } = await import("../server/src/document/analysis.ts");
const { format } = await import("../server/src/features/format.ts");
const { convertible, sheet } = await import("./support/sheets.ts");

/** So many lines; `seed` keeps what one text says from being known when the next is read. */
type Lines = (count: number, seed: string) => string;

const lines = (count: number, line: (at: number) => string, between = "\n"): string =>
  Array.from({ length: count }, (_, at) => line(at)).join(between);

const families: readonly (readonly [what: string, text: Lines])[] = [
  [
    "terms in a circle",
    (count, seed) =>
      `${lines(count, (at) => `"${seed}${at}" means 50% of "${seed}${(at + 1) % count}"`)}\n${convertible(`50% of "${seed}0"`)}`,
  ],
  ["notes on a line", (count, seed) => lines(count, (at) => `note "${seed}${at}" {}`, " ")],
  ["notes", (count, seed) => lines(count, (at) => `note "${seed}${at}" {\n}`)],
  [
    "an earlier of dates",
    (count, seed) =>
      sheet(`  other "${seed}" x`, { matures: `earlier of {\n${lines(count, () => "2019-01-02")}\n}` }),
  ],
  [
    "alternatives of the market",
    (count, seed) =>
      convertible(
        `lowest of {\n${lines(count, (at) => `${seed.length + 50 + (at % 40)}% of closing bid on prior trading day`)}\n}`,
      ),
  ],
  ["comments never closed", (count) => lines(8 * count, () => "/*")],
  [
    "blank lines in open braces",
    (count) => `note "N" {\n conversion {\n price lowest of {\n${"\n".repeat(16 * count)}`,
  ],
  [
    "forms in a chain",
    (count, seed) => lines(count, (at) => `note "${seed}${at}" based on "${seed}${at + 1}" {\n}`),
  ],
  [
    "forms in a circle",
    (count, seed) => lines(count, (at) => `note "${seed}${at}" based on "${seed}${(at + 1) % count}" {\n}`),
  ],
  ["quotes never closed", (count) => lines(8 * count, () => '"')],
  ["unknown lines", (count, seed) => lines(4 * count, (at) => `${seed} foo bar ${at}`)],
  ["braces that open", (count) => "{".repeat(8 * count)],
  ["braces that close", (count) => "}".repeat(8 * count)],
  ["blocks never closed", (count, seed) => lines(count, (at) => `note "${seed}${at}" {\n interest {`)],
  ["lines that end in “of”", (count, seed) => lines(4 * count, (at) => `price ${seed}${at} lowest of`)],
  ["scenarios", (count, seed) => lines(count, (at) => `scenario "${seed}${at}" {\n  on 2019-01-01\n}`)],
  ["clauses said again", (count) => sheet(lines(4 * count, () => "  security none"))],
  [
    "words of free text with braces",
    (count) => sheet(`  covenants {\n${lines(count, () => "keep { and } more")}\n  }`),
  ],
];

test.each(families)(
  "of four times as much reading makes four times the steps, and few more: %s",
  (_, text) => {
    const read = (count: number, seed: string) => (): void => {
      problemsOf(analyse(`// ${seed}\n${text(count, seed)}`, undefined));
    };
    read(8, "w")();
    const [once, more] = [workOf(read(64, "a")), workOf(read(256, "b"))];
    expect(once).toBeGreaterThan(64);
    expect(more / once, `${once} ${more}`).toBeLessThan(6);
  },
);

test.each(families)("and so does formatting: %s", (_, text) => {
  const [once, more] = [
    workOf(() => {
      format(`// c\n${text(64, "c")}`);
    }),
    workOf(() => {
      format(`// d\n${text(256, "d")}`);
    }),
  ];
  expect(once).toBeGreaterThan(64);
  expect(more / once, `${once} ${more}`).toBeLessThan(6);
});

test.each([
  ["a word of a choice", (words: string) => sheet(`  rank ${words}`)],
  ["an unknown clause", (words: string) => words],
  ["a line of a schedule", (words: string) => sheet(`  prepayment {\n    ${words}\n  }`)],
  ["a blank", (words: string) => sheet(`  rank [${words}]`)],
  ["a name", (words: string) => `note "${words}" {\n}\nnote "${words}" {\n}`],
  ["a name of a term", (words: string) => `${convertible(`90% of "${words}"`)}`],
])("however long the words are, a message stays short: %s", (_, text) => {
  const long = "seventy ".repeat(5_000).trim();
  const found = problemsOf(analyse(text(long), undefined));
  expect(found.length).toBeGreaterThan(0);
  for (const { problem } of found) expect(problem.message.length, problem.code).toBeLessThan(2_000);
});
