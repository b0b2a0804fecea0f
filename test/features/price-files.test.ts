import { expect, test } from "vitest";
import { problemsOf } from "../../server/src/document/analysis.ts";
import type { FileContent } from "../../server/src/document/files.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { explain } from "../../server/src/features/explain.ts";
import { hover } from "../../server/src/features/hover.ts";
import { example } from "../support/analyse.ts";
import { uri } from "../support/editor.ts";
import { convertible, read, scenario, sheet } from "../support/sheets.ts";

type Texts = Readonly<Record<string, string | FileContent>>;

const from = (path: string, more = ""): string => `market {\n  ${more}\n  prices from "${path}"\n}\n`;
const priced = convertible("85% of average of VWAP over prior 3 trading days");
const played = scenario("2018-12-06");

/** The problems that stand at the path, or all of a code: code and message. */
function messages(text: string, files: Texts | undefined, code?: string): string[] {
  return problemsOf(read(text, files))
    .filter(({ problem, piece }) => {
      const words = read(text, files).pieces[piece]?.text.slice(problem.span.start, problem.span.end) ?? "";
      return code ? problem.code === code : words.startsWith('"') && words.endsWith('.csv"');
    })
    .map(({ problem }) => `${problem.severity} ${problem.code}: ${problem.message}`);
}

function figureIn(text: string, files: Texts | undefined, id: string) {
  const [note] = explain(read(text, files));
  return note?.scenarios[0]?.figures.find((figure) => figure.id === id);
}

test("the Exchange Note with its prices in a file says the same as with them in the sheet", () => {
  const inline = example("exchange-note");
  const rows = inline.slice(inline.indexOf("    date  "), inline.indexOf("  }\n}\n\nscenario"));
  const csv = rows
    .trim()
    .split("\n")
    .map((line) =>
      line
        .trim()
        .split(/\s{2,}/)
        .join(","),
    )
    .join("\r\n");
  const text = inline.replace(`prices {\n${rows}  }`, 'prices from "data/ascent.csv"');
  expect(text).not.toBe(inline);
  const files = { "data/ascent.csv": `\uFEFF${csv}\r\n` };
  const values = (analysis: ReturnType<typeof read>): unknown =>
    explain(analysis).map(({ scenarios }) =>
      scenarios.map(({ figures }) => figures.map(({ id, value }) => [id, value])),
    );
  expect(values(read(text, files))).toEqual(values(read(inline)));
  expect(diagnostics(read(text, files), uri).map(({ code }) => code)).toEqual(
    diagnostics(read(inline), uri).map(({ code }) => code),
  );
  // The price of the filing: 85 % of the mean of five VWAPs, 0.0023, is 0.001955.
  expect(figureIn(text, files, "conversion-price")?.value).toBe("0.001955");
  expect(figureIn(text, files, "market-price")?.steps.join("\n")).toContain(
    "VWAP of 2018-12-04 (ascent.csv, row 6)",
  );
});

test("a file that is not loaded yet is no problem, and its numbers wait", () => {
  const text = priced + from("acme.csv") + played;
  expect(messages(text, undefined)).toEqual([]);
  expect(figureIn(text, undefined, "conversion-price")?.waitingFor).toEqual(["market prices: VWAP"]);
  expect([...read(text).filesUsed]).toEqual([["acme.csv", undefined]]);
});

test("what a sheet wants is by paths from its folder, each once", () => {
  const text =
    from("./acme.csv", 'for "A"').replace("market {", 'market for "A" {') +
    from("data\\x.csv") +
    from("acme.csv");
  expect([...read(text).filesUsed.keys()]).toEqual(["acme.csv", "data/x.csv"]);
});

test.each([
  ["missing", /there is no such file/],
  ["folder", /this is a folder/],
  ["outside", /outside the workspace folder/],
  ["large", /over 32 MB/],
  ["encoding", /not UTF-8/],
  ["unreadable", /can't be read/],
  ["unsaved", /never been saved/],
] as const)("a file that is %s is reported where the sheet names it", (unusable, about) => {
  const found = messages(priced + from("acme.csv") + played, { "acme.csv": { unusable } });
  expect(found).toEqual([expect.stringMatching(about)]);
  expect(found[0]).toMatch(/^error file-unusable: “acme\.csv” can't be used: /);
});

test.each(["/srv/acme.csv", "C:\\data\\acme.csv", "https://example.com/acme.csv"])(
  "the path %s does not count from the sheet, and is never asked for",
  (path) => {
    const text = from(path);
    expect(messages(text, {}, "file-unusable")).toEqual([
      expect.stringContaining("does not count from the folder"),
    ]);
    expect(read(text, {}).filesUsed.size).toBe(0);
  },
);

test("rows are reported at the path, five of them and how many more", () => {
  const bad = Array.from({ length: 8 }, (_, index) => `2018-11-${10 + index},x`).join("\n");
  const found = messages(from("acme.csv"), { "acme.csv": `Date,VWAP\n${bad}\n` });
  expect(found).toHaveLength(6);
  expect(found[0]).toMatch(/^error table-row: acme\.csv, row 2, VWAP: “x” is no price/);
  expect(found[5]).toBe("error table-row: acme.csv has 3 more problems like these.");
});

test("a heading that can't be read", () => {
  const first = (csv: string): string => messages(from("acme.csv"), { "acme.csv": csv })[0] ?? "";
  expect(first("day,VWAP\n2018-11-28,1\n")).toMatch(
    /^error table-heading: acme\.csv: The heading is “day” and “VWAP”: there is no column “date”/,
  );
  expect(first("2018-11-28,1\n")).toMatch(
    /^error table-heading: acme\.csv: The file begins with a row of prices/,
  );
  expect(first("")).toMatch(/^error table-heading: acme\.csv: The file is empty\./);
  expect(first("date,VWAP\n")).toMatch(/^error table-heading: acme\.csv: There is no row under the heading/);
});

test("how dates are read is said where it is not plain", () => {
  const dates = (rows: string): string[] =>
    messages(from("acme.csv"), { "acme.csv": `Date,VWAP\n${rows}` }, "file-dates");
  expect(dates("6/3/2024,1\n6/5/2024,1\n")).toEqual([
    expect.stringMatching(/^warning .*“6\/3\/2024” is read as June 3, 2024/),
  ]);
  expect(dates("6/12/2017,1\n13/12/2017,1\n")).toEqual([
    expect.stringMatching(/^information .*day first.*“6\/12\/2017” is read as December 6, 2017/),
  ]);
  expect(dates("12/6/2017,1\n12/13/2017,1\n")).toEqual([]);
  expect(dates("2017-12-06,1\n")).toEqual([]);
});

test("rows for days on which the exchange was closed are reported together", () => {
  const rows = ["2024-06-15", "2024-06-16", "2024-06-17", "2024-06-19", "2024-06-22"].map(
    (day) => `${day},1`,
  );
  const found = messages(
    sheet("") + from("acme.csv"),
    { "acme.csv": `Date,VWAP\n${rows.join("\n")}` },
    "price-on-closed-day",
  );
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(
    "acme.csv has prices for 4 days on which the exchange was closed: row 2 (June 15, 2024, Saturday), row 3 (June 16, 2024, Sunday), row 5 (June 19, 2024, Juneteenth",
  );
});

test("prices that stand out by a zero are reported together, each with its row", () => {
  const rows = ["0.0021", "0.0200", "0.0019", "0.0020"].map(
    (price, index) => `2024-07-0${index + 1},${price}`,
  );
  const found = messages(
    sheet("") + from("acme.csv"),
    { "acme.csv": `Date,VWAP\n${rows.join("\n")}` },
    "price-jump",
  );
  expect(found).toEqual([
    expect.stringContaining(
      "acme.csv has 1 price that may have the point in the wrong place, which changes the conversion price. Compare with the source: row 3: the VWAP of July 2, 2024 is $0.02, against $0.0021 before and $0.0019 after.",
    ),
  ]);
});

test("prices of a file in another currency than the note's", () => {
  const found = messages(
    sheet("") + from("acme.csv"),
    { "acme.csv": "Date,VWAP\n2024-06-03,CAD 5\n" },
    "currency-mixed",
  );
  expect(found).toEqual([expect.stringContaining("There are prices in CAD")]);
});

test("rows in braces and a file at once: the rows count", () => {
  const text = `${priced}market {\n  prices from "acme.csv" {\n    date VWAP\n    2018-12-03 $1\n    2018-12-04 $1\n    2018-12-06 $1\n  }\n}\n${scenario("2018-12-07")}`;
  const files = { "acme.csv": "Date,VWAP\n2018-12-03,2\n2018-12-04,2\n2018-12-06,2\n" };
  expect(messages(text, files, "block-unexpected")).toHaveLength(1);
  // December 5, 2018 was a day of mourning: the three trading days before December 7 are 3, 4 and 6.
  expect(figureIn(text, files, "conversion-price")?.value).toBe("0.85");
});

test("other words behind “prices”, a blank, and none", () => {
  expect(messages('market {\n  prices in "acme.csv"\n}\n', {}, "value-wrong")).toHaveLength(1);
  expect(messages('market {\n  prices from ""\n}\n', {}, "file-unusable")).toEqual([
    expect.stringContaining("The path of the file is missing"),
  ]);
  expect(messages("market {\n  prices from [ ]\n}\n", {}, "still-open")).toHaveLength(1);
  expect(messages("market {\n  prices none\n}\n", {})).toEqual([]);
});

test("a market inside a note draws on files too, and two notes may share a market with one", () => {
  const inside = priced.replace(/\n}\n$/, `\n  ${from("acme.csv").replaceAll("\n", "\n  ")}\n}\n`);
  const files = { "acme.csv": "Date,VWAP\n2018-12-03,2\n2018-12-04,2\n2018-12-06,2\n" };
  expect(figureIn(inside + scenario("2018-12-07"), files, "conversion-price")?.value).toBe("1.7");
  const two = priced + priced.replace("Example Note", "Second Note") + from("acme.csv");
  expect(messages(two, { "acme.csv": { unusable: "missing" } })).toHaveLength(1);
});

test("the hover on “prices” says what the file holds", () => {
  const text = priced + from("data/acme.csv") + played;
  const files = { "data/acme.csv": "Date,Bid,VWAP\n2024-06-03,1,2\n2024-06-05,3,4\n" };
  const line = text.split("\n").findIndex((words) => words.includes("prices from"));
  expect(hover(read(text, files), { line, character: 3 })?.markdown).toContain(
    "acme.csv: 2 rows from 2024-06-03 to 2024-06-05: closing bid and VWAP.",
  );
});

test("a later analysis with the same file keeps the note; with another it is worked out anew", () => {
  const text = priced + from("acme.csv") + scenario("2018-12-07");
  const file = (price: number): Texts => ({
    "acme.csv": `Date,VWAP\n2018-12-03,${price}\n2018-12-04,2\n2018-12-06,2\n`,
  });
  const first = read(text, file(2));
  const same = read(text, file(2), first);
  expect(same.notes[0]).toBe(first.notes[0]);
  const other = read(text, file(5), same);
  expect(other.notes[0]).not.toBe(first.notes[0]);
  // 85 % of (5 + 2 + 2) ÷ 3.
  expect(explain(other)[0]?.scenarios[0]?.figures.find(({ id }) => id === "conversion-price")?.value).toBe(
    "2.55",
  );
});
