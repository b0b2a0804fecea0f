import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { colours, coloursWithin, dataEdits } from "../../server/src/features/colours.ts";
import { foldings } from "../../server/src/features/folding.ts";
import { highlights } from "../../server/src/features/highlights.ts";
import { links } from "../../server/src/features/links.ts";
import { editsForMoves } from "../../server/src/features/moves.ts";
import { selectionAt } from "../../server/src/features/selection.ts";
import { symbolsNamed } from "../../server/src/features/symbols.ts";
import { example } from "../support/analyse.ts";
import { offsetOf, withCaret } from "../support/carets.ts";
import { edited } from "../support/editor.ts";
import { read, sheet } from "../support/sheets.ts";

const uri = "file:///deals/acme/first.note";

test("blocks fold and leave the line that closes them; comments fold together", () => {
  const text = `// One\n// Two\nnote "N" {\n  interest {\n    rate 5%\n  }\n}\n`;
  const found = foldings(analyse(text, undefined)).map(({ startLine, endLine, kind }) => [
    startLine,
    endLine,
    kind,
  ]);
  expect(found).toEqual([
    [0, 1, "comment"],
    [2, 5, undefined],
    [3, 4, undefined],
  ]);
});

test("a selection grows from a word to its alternative, its phrase, its clause, its block and its note", () => {
  const { text, offset } = withCaret(
    example("exchange-note").replace("closing bid on prior", "closing b‸id on prior"),
  );
  const line = text.slice(0, offset).split("\n").length - 1;
  const character = offset - text.lastIndexOf("\n", offset - 1) - 1;
  const grown: string[] = [];
  for (
    let range: ReturnType<typeof selectionAt> | undefined = selectionAt(analyse(text, undefined), {
      line,
      character,
    });
    range;
    range = range.parent
  )
    grown.push(
      text.slice(offsetOf(text, range.range.start), offsetOf(text, range.range.end)).replace(/\s+/g, " "),
    );
  expect(grown[0]).toBe("bid");
  expect(grown).toContain("closing bid on prior trading day");
  expect(grown.some((words) => words.startsWith("lowest of {") && words.endsWith("}"))).toBe(true);
  expect(grown.some((words) => words.startsWith("price lowest of"))).toBe(true);
  expect(grown.some((words) => words.startsWith("option issuer") && words.endsWith("after issuance"))).toBe(
    true,
  );
  expect(grown.some((words) => words.startsWith("conversion {"))).toBe(true);
  expect(grown.some((words) => words.startsWith('note "Exchange Note" {'))).toBe(true);
  grown.forEach((words, index) => {
    if (index > 0) expect(words.length).toBeGreaterThan(grown[index - 1]?.length ?? 0);
  });
});

describe("what means the same is marked", () => {
  const marked = (source: string): string[] => {
    const { text, offset } = withCaret(source);
    const line = text.slice(0, offset).split("\n").length - 1;
    const character = offset - text.lastIndexOf("\n", offset - 1) - 1;
    return highlights({ uri, analysis: analyse(text, undefined) }, { line, character }).map(
      ({ range, kind }) => `${range.start.line} ${kind}`,
    );
  };

  test("a term where it is defined and used", () => {
    const text = sheet(
      '  "Market Price" means lowest closing bid over prior 5 trading days\n  conversion {\n    option holder\n    price 80% of "Market‸ Price"\n  }',
    );
    expect(marked(text)).toEqual(["6 3", "9 2"]);
  });

  test("a clause that its block says twice", () => {
    const text = sheet(
      "  conversion {\n    option holder\n    pri‸ce $1 until day 180\n    price $0.50 from day 181\n  }",
    );
    expect(marked(text)).toEqual(["8 1", "9 1"]);
  });
});

test("the files of a sheet are links, and so are the pages of what it allows", () => {
  const text = `${sheet('  allow no-floor-price because "The board approved the dilution"')}market {\n  prices from "prices/a b.csv"\n}\n`;
  const found = links(read(text, { "prices/a b.csv": "date,close\n2024-01-02,1.00\n" }), uri);
  expect(found.map(({ target }) => target)).toEqual([
    "file:///deals/acme/prices/a%20b.csv",
    expect.stringMatching(/no-floor-price/),
  ]);
});

test("notes, scenarios and terms are found by letters of their names in their order", () => {
  const documents = [{ uri, analysis: analyse(example("exchange-note"), undefined) }];
  const found = (query: string): unknown =>
    symbolsNamed(query, documents).map(({ name, containerName }) => [name, containerName]);
  expect(found("exnt")).toEqual([["Exchange Note", "Ascent Solar Technologies, Inc."]]);
  expect(found("")).toEqual([
    ["Exchange Note", "Ascent Solar Technologies, Inc."],
    ["Paid in shares at maturity", "Exchange Note"],
  ]);
  expect(found("zzz")).toEqual([]);
});

describe("a file that moves takes the paths to it along", () => {
  const csv = "date,close\n2024-01-02,1.00\n";
  const text = `${sheet("")}market {\n  prices from "prices/acme.csv"\n}\n`;
  const documents = [{ uri, analysis: read(text, { "prices/acme.csv": csv }) }];
  const moved = (oldUri: string, newUri: string): string | undefined => {
    const edit = editsForMoves([{ oldUri, newUri }], documents);
    return edit && /prices from (".*")/.exec(edited(text, edit.changes?.[uri] ?? []))?.[1];
  };

  test.each([
    [
      "the file",
      "file:///deals/acme/prices/acme.csv",
      "file:///deals/market/acme%202024.csv",
      '"../market/acme 2024.csv"',
    ],
    ["its folder", "file:///deals/acme/prices", "file:///deals/acme/quotes", '"quotes/acme.csv"'],
    ["the sheet", uri, "file:///deals/old/acme/first.note", '"../../acme/prices/acme.csv"'],
    ["both, in their folder", "file:///deals/acme", "file:///deals/beta", undefined],
    ["another file", "file:///deals/acme/prices/acme.csvx", "file:///deals/x.csv", undefined],
  ])("%s", (_, from, to, expected) => {
    expect(moved(from, to)).toBe(expected);
  });
});

describe("colours of some lines, and the edit from some to others", () => {
  const data = colours(analyse(example("exchange-note"), undefined));
  const lines = (all: readonly number[]): number[] => {
    let line = 0;
    return all.flatMap((value, index) => {
      if (index % 5 !== 0) return [];
      line += value;
      return [line];
    });
  };

  test("those of the lines, each where it stands", () => {
    const some = coloursWithin(data, 14, 19);
    expect(lines(some)).toEqual(lines(data).filter((line) => line >= 14 && line <= 19));
    expect(coloursWithin(data, 0, 1000)).toEqual(data);
    expect(coloursWithin(data, 500, 600)).toEqual([]);
  });

  test.each([
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
    [
      [1, 2, 3],
      [1, 9, 3],
    ],
    [
      [1, 1, 1],
      [1, 1],
    ],
    [[], [4, 5]],
    [[4, 5], []],
  ])("%j to %j", (before, now) => {
    const result = [...before];
    for (const { start, deleteCount, data: put } of dataEdits(before, now))
      result.splice(start, deleteCount, ...put);
    expect(result).toEqual(now);
  });
});
