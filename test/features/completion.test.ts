import { expect, test } from "vitest";
import { allClauses } from "../../server/src/catalog/vocabulary.ts";
import { completionAt, labelsAt, wordsAt } from "../support/editor.ts";
import { sheet } from "../support/sheets.ts";

const names = (block: string): string[] =>
  allClauses()
    .filter((placed) => placed.block.title === block)
    .map(({ spec }) => spec.names[0])
    .filter((name) => !name.startsWith('"'));
const without = (all: readonly string[], ...gone: string[]): string[] =>
  all.filter((name) => !gone.includes(name));
const inConversion = (words: string): string[] => wordsAt(sheet(`  conversion {\n    ${words}\n  }`));
const measures = [
  "VWAP",
  "closing bid",
  "closing price",
  "last price",
  "trading price",
  "low price",
  "high price",
  "opening price",
];

test("where a clause begins: those of its block that are not said yet", () => {
  expect(wordsAt("‸")).toEqual(["note", "market", "scenario"]);
  expect(labelsAt(`${sheet("")}‸`)).toEqual(["note", "market", "scenario"]);
  const said = ["issuer", "holder", "principal", "issued", "matures"];
  expect(labelsAt(sheet("  ‸")).sort()).toEqual(without(names("note"), ...said).sort());
  expect(labelsAt(sheet("  interest {\n    ‸\n  }"))).toEqual(names("interest"));
  expect(labelsAt(sheet("  interest {\n    rate 5%\n    ‸\n  }"))).toEqual(
    without(names("interest"), "rate"),
  );
  expect(labelsAt(sheet("  interest { rate 5%; ‸ }"))).toEqual(without(names("interest"), "rate"));
  expect(
    labelsAt(sheet("  conversion {\n    option holder\n    price lowest of {\n      $1\n    }\n    ‸\n  }")),
  ).toEqual(without(names("conversion"), "option", "price"));
});

test("a clause that is being typed is offered still", () => {
  expect(labelsAt(sheet("  interest {\n    ra‸\n  }"))).toContain("rate");
  expect(labelsAt(sheet("  sec‸"))).toContain("security");
});

test("a clause may be said again where it may be repeated", () => {
  expect(labelsAt(sheet('  other "A" b\n  ‸'))).toContain("other");
  expect(labelsAt(`${sheet("")}scenario "A" { on 2024-06-03 }\n‸`)).toContain("scenario");
});

test("required clauses come first, and a block's braces are put in", () => {
  const items = completionAt(sheet("  interest {\n    ‸\n  }"));
  const sorted = [...items].sort((a, b) => (a.sortText ?? "").localeCompare(b.sortText ?? ""));
  expect(sorted[0]?.label).toBe("rate");
  const block = completionAt(sheet("  ‸")).find(({ label }) => label === "interest");
  expect(block?.insertText).toBe("interest {\n\t$0\n}");
  expect(block?.documentation).toMatchObject({ kind: "markdown" });
});

test.each([
  ["option ‸", ["issuer", "holder"]],
  ["price ‸", ["lowest", "highest", "lesser", "greater", "average", "conversion", "cap", ...measures, "$"]],
  ["price 85% ‸", ["of"]],
  [
    "price 85% of ‸",
    ["lowest", "highest", "lesser", "greater", "average", "conversion", "cap", ...measures, "$"],
  ],
  ["price average of ‸", measures],
  ["price average of VW‸", measures],
  ["price average of VWAP ‸", ["over"]],
  ["price average of VWAP over ‸", ["prior"]],
  ["price average of VWAP over prior 5 ‸", ["trading", "business", "calendar", "days"]],
  ["price closing bid ‸", ["on"]],
  [
    "price lowest of {\n      ‸\n    }",
    ["lowest", "highest", "lesser", "greater", "average", "conversion", "cap", ...measures, "$"],
  ],
  ["price lowest of {\n      $1\n      85% ‸\n    }", ["of"]],
  ["ownership limit 5% ‸", ["after", "before", "until", "from", "on", "unless"]],
  ["ownership limit 5% after ‸", ["issue"]],
  [
    "amount ‸",
    [
      ...["principal", "interest", "accrued", "original", "remaining", "default", "what"],
      ...["lesser", "greater", "lowest", "highest", "shares", "$", "none"],
    ],
  ],
])("next words of “%s”", (words, expected) => {
  expect(inConversion(words).sort()).toEqual([...expected].sort());
});

test("conditions, tags, schedules and events are offered where they may stand", () => {
  expect(inConversion("price $1 until ‸")).toEqual(expect.arrayContaining(["days", "maturity", "earlier"]));
  expect(inConversion("exchange cap 19.99% ‸")).toContain("of shares outstanding at signing");
  expect(labelsAt(sheet("  fees $5 ‸"))).toEqual(
    expect.arrayContaining(["million", "included in principal", "deducted from proceeds"]),
  );
  expect(labelsAt(sheet("  prepayment {\n    after ‸\n  }"))).toContain("days");
  expect(labelsAt(sheet("  interest {\n    rate lesser of {\n      ‸\n    }\n  }"))).toContain("legal");
  const damages = (row: string): string[] => inConversion(`late delivery {\n      ${row}\n    }`);
  expect(damages("from day 1 $100 per $10,000 ‸")).toContain("rising");
  expect(damages("from day 1 $100 per $10,000 rising by $100 ‸")).toContain("per");
});

test("terms that are defined are offered where a price may be", () => {
  const text = sheet('  "Market Price" means $1\n  conversion {\n    price 65% of ‸\n  }');
  expect(labelsAt(text)).toContain('"Market Price"');
  expect(labelsAt(text.replace("65% of ‸", '65% of "Mar‸'))).toEqual(['"Market Price"']);
  expect(labelsAt(`${text}"File Price" means $2\n`)).toContain('"File Price"');
});

test("a definition is completed like a price", () => {
  expect(labelsAt(sheet('  "Market Price" means ‸'))).toEqual(expect.arrayContaining(["average", "VWAP"]));
});

test("dates, currencies, choices, notes and rules", () => {
  expect(labelsAt(sheet("  funded ‸"))).toEqual(expect.arrayContaining(["December", "issue", "none"]));
  expect(labelsAt(sheet("  funded 180 days after ‸"))).toContain("issue");
  expect(labelsAt(sheet("  currency ‸"))).toContain("CAD");
  expect(labelsAt(sheet("  interest { rate 5%; day count ‸ }"))).toEqual(
    expect.arrayContaining(["actual/360", "30/360 US"]),
  );
  expect(labelsAt(`${sheet("")}market ‸`)).toEqual(['for "Example Note"']);
  expect(labelsAt(sheet("  allow ‸"))).toEqual(expect.arrayContaining(["no-floor-price", "still-open"]));
  expect(labelsAt(sheet("  allow no-floor‸"))).toContain("no-floor-price");
  expect(labelsAt(sheet("  allow no-floor-price ‸"))).toEqual(["because"]);
});

test("nothing is offered in comments, names, free text and tables", () => {
  for (const lines of [
    "  // ‸",
    "  // see the ‸",
    "  /* the ‸ */",
    '  issuer "‸',
    '  issuer "Acme ‸"',
    "  covenants {\n    ‸\n  }",
    "  market { prices {\n    ‸\n  } }",
  ]) {
    expect(labelsAt(sheet(lines)), lines).toEqual([]);
  }
  expect(labelsAt(sheet("  /* the */ ‸"))).toContain("interest");
});

test("spaces and letter case in a name do not matter", () => {
  expect(inConversion("Ownership   Limit 5% after ‸")).toEqual(["issue"]);
});

test("the notes of the file, behind “for” and “based on”", () => {
  const form = 'note "Form A" {\n}\n';
  expect(labelsAt(`${form}market ‸`)).toContain('for "Form A"');
  expect(labelsAt(`${form}note "B" ‸`)).toContain('based on "Form A"');
  expect(labelsAt(`${form}note "B" based on ‸`)).toContain('"Form A"');
});
