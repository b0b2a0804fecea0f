import { expect, test } from "vitest";
import { type ShapeSpec, shape } from "../../server/src/catalog/shape.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { example } from "../support/analyse.ts";
import { diagnosed, uri } from "../support/editor.ts";
import { convertible, market, read, scenario, sheet } from "../support/sheets.ts";

const of = (...codes: string[]): ReadonlySet<string> => new Set(codes);

test("a true transcription of a filing shows no error and at most eight findings", () => {
  for (const name of ["exchange-note", "power-up-note"]) {
    const found = diagnostics(read(example(name)), uri);
    expect(
      found.filter(({ severity }) => severity === 1),
      name,
    ).toEqual([]);
    expect(found.length, name).toBeLessThanOrEqual(8);
    expect(
      found.map(({ code }) => code),
      name,
    ).toContain("no-floor-price");
    expect(
      found.map(({ code }) => code),
      name,
    ).toContain("left-open");
  }
});

test("a diagnostic has its code, its page, its source and its place", () => {
  const [found] = diagnostics(read('note "N" {\n  securty none\n}'), uri).filter(
    ({ code }) => code === "clause-unknown",
  );
  expect(found).toMatchObject({
    source: "notewright",
    severity: 1,
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } },
  });
  expect(found?.codeDescription?.href).toMatch(/^https:\/\/.*\/clause-unknown\.md$/);
});

test("positions count UTF-16 units, whatever the line ends", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = ['note "😀" {', '  issuer "😀"; securty none', "}"].join(end);
    expect(diagnosed(text, of("clause-unknown"))).toEqual(["clause-unknown | securty"]);
    const [found] = diagnostics(read(text), uri).filter(({ code }) => code === "clause-unknown");
    expect(found?.range.start).toEqual({ line: 1, character: 15 });
  }
});

test("related places, in the same note and in another part of the file", () => {
  expect(diagnosed(sheet("  security none\n  security gold"), of("clause-duplicate"))).toEqual([
    "clause-duplicate | security | security none",
  ]);
  expect(diagnosed(sheet("  exchange { value EUR 5 }\n  currency CAD"), of("currency-mixed"))).toEqual([
    "currency-mixed | EUR 5 | currency CAD",
  ]);
  const late = sheet("", { issued: "January 2, 2026" });
  expect(diagnosed(late, of("matures-before-issued"))[0]).toBe(
    "matures-before-issued | January 2, 2025 | January 2, 2026",
  );
  const two = `market {\n  outstanding 5 shares\n}\n${sheet("")}\nmarket {\n  outstanding 6 shares\n}\n`;
  expect(diagnosed(two, of("market-duplicate"))).toEqual(["market-duplicate | market | market"]);
  const [found] = diagnostics(read(two), uri).filter(({ code }) => code === "market-duplicate");
  expect(found?.relatedInformation?.[0]?.location.range.start.line).toBe(0);
  expect(found?.range.start.line).toBe(12);
});

test("a problem of the second of two notes stands in the second", () => {
  const text = `${sheet("")}${sheet("  securty none")}${convertible("$1")}`;
  const [found] = diagnostics(read(text), uri).filter(({ code }) => code === "clause-unknown");
  expect(found?.range.start.line).toBe(sheet("").split("\n").length - 1 + 6);
});

test("“allow” silences one rule in its note, and no other", () => {
  const open = convertible("80% of closing bid on conversion date");
  expect(diagnosed(open, of("no-floor-price"))).toHaveLength(1);
  const allowed = open.replace(
    "  conversion",
    '  allow no-floor-price because "agreed by both sides"\n  conversion',
  );
  expect(diagnosed(allowed, of("no-floor-price"))).toEqual([]);
  expect(diagnosed(`${allowed}${open}`, of("no-floor-price"))).toHaveLength(1);
  expect(diagnosed(allowed.replace('"agreed by both sides"', '""'), of("no-floor-price"))).toHaveLength(1);
});

test("of none, rules about missing things are quiet", () => {
  const open = convertible("80% of closing bid on conversion date", "    floor none");
  expect(diagnosed(open, of("no-floor-price"))).toEqual([]);
});

test("nothing is wrong with a file that is empty, a comment, or a market alone", () => {
  for (const text of [
    "",
    "\n\n",
    "// nothing",
    "/* nothing",
    market("date VWAP\n2024-06-03 $1"),
    scenario("2024-06-03"),
  ]) {
    expect(diagnostics(read(text), uri), text).toEqual([]);
  }
});

test("every shape code's page is where its diagnostic points", () => {
  for (const [code, { bad, files }] of Object.entries<ShapeSpec>(shape)) {
    const found = diagnostics(read(bad, files), uri).find((one) => one.code === code);
    expect(found?.codeDescription?.href, code).toContain(`${code}.md`);
  }
});
