import { expect, test } from "vitest";
import { shape } from "../../server/src/catalog/shape.ts";
import { problemsOf } from "../../server/src/document/analysis.ts";
import { readMarked } from "../support/marked.ts";
import { convertible, market, problemsAt, read, scenario, sheet } from "../support/sheets.ts";

const codes = new Set(Object.keys(shape));

/** Every mark of the source is a problem of the code, and there is no other. */
test.each<readonly [string, string]>([
  ["clause-unknown", sheet("  «securty» none")],
  ["clause-unknown", sheet("  «securty» the assets of the issuer")],
  ["clause-unknown", sheet("  conversion { option holder; price $1; «optin» issuer }")],
  ["clause-unknown", sheet("  conversion { option holder; price $1; «ownrship limit» none }")],
  ["clause-unknown", sheet("  «rate» 5% per annum")],
  ["clause-unknown", sheet("  «fancy new thing» 5%")],
  ["clause-unknown", sheet("  interest { rate 5%; «matures» 2018-12-06 }")],
  ["clause-unknown", `${sheet("")}«fancy» 5`],
  ["clause-duplicate", sheet("  security none\n  «security» none")],
  ["clause-duplicate", sheet("  interest { rate 5% }\n  «interest» { «rate» 6% }")],
  ["clause-duplicate", sheet("  interest { rate 5%; «interest rate» 6% }")],
  ["clause-duplicate", sheet('  "A" means $1\n  «"a" means» $2')],
  ["clause-missing", sheet("", { principal: undefined }).replace("note", "«note»")],
  ["clause-missing", sheet("  «interest» { simple }")],
  ["clause-missing", sheet("  «conversion» { price $1 }")],
  ["value-missing", sheet("  «funded»")],
  ["value-missing", sheet("  interest { «rate» }")],
  ["value-wrong", sheet("  funded «tomorrow»")],
  ["value-wrong", sheet("", { principal: "«five» dollars" }).replace("«five» dollars", "«five dollars»")],
  ["value-wrong", sheet("", { principal: "$1«,00»" })],
  ["value-wrong", sheet("", { principal: "$12«,3456»" })],
  ["value-wrong", sheet("", { issuer: "«Example Corp.»" })],
  ["value-wrong", sheet("  interest { rate «12» }")],
  ["value-wrong", sheet("  interest { rate 5%; day count «31/365» }")],
  ["value-wrong", sheet("  interest { rate 5%; simple «always» }")],
  ["value-wrong", sheet("  allow «no-floor-price»")],
  ["value-wrong", convertible("85% of «nothing»")],
  ["value-wrong", convertible("VWAP on conversion date «divided by 65%»")],
  ["value-wrong", convertible("lowest of {\n      $1\n      «nonsense»\n      $2\n    }")],
  ["value-wrong", convertible("average of «2.5» lowest VWAPs over prior 5 trading days")],
  ["value-wrong", convertible("average of VWAP over prior «5.5» trading days")],
  ["value-wrong", sheet("  funded «1.5» months after issue")],
  ["value-wrong", sheet("  currency «cad»")],
  ["value-wrong", sheet("", { principal: `$«${"9".repeat(200)}»` })],
  ["value-wrong", sheet("  default amount «1/0 of principal»")],
  ["value-wrong", sheet("  instalments {\n    2024-06-06  «1/0 of principal»\n  }")],
  ["value-wrong", convertible("average of VWAP over prior «5,000» trading days")],
  ["value-wrong", sheet(`  "Base" means average of «9000» lowest VWAPs over prior 5 trading days`)],
  ["value-negative", sheet("", { principal: "«-$5»" })],
  ["value-negative", sheet("  default amount «-2» times principal")],
  ["value-negative", sheet("  default amount «-150»% of principal")],
  ["value-negative", convertible("VWAP on prior trading day less «-5»%")],
  ["value-negative", sheet("", { principal: "$«-5»" })],
  ["value-negative", sheet("", { principal: "«−$5»" })],
  ["value-negative", sheet("  interest { rate «-8»% }")],
  ["value-negative", convertible("average of «-3» lowest VWAPs over prior 5 trading days")],
  ["value-negative", convertible("$1", "    floor «-$0.01»")],
  ["value-impossible", sheet("  denomination «$0»")],
  ["value-impossible", sheet("  qualified financing {\n    valuation cap «$0 post-money»\n  }")],
  ["value-impossible", sheet("  qualified financing {\n    discount «100%»\n  }")],
  ["value-impossible", convertible("$1", "    conversion rate «0 shares per $1,000»")],
  ["value-impossible", convertible("$1", "    maximum conversion rate «20 shares per $0»")],
  ["value-impossible", convertible("$1", "    reference price «$0.00»")],
  ["value-negative", sheet("  funded «-5» days after issue")],
  ["block-missing", sheet("  «interest»")],
  ["block-missing", 'note «"N"»'.replace('note «"N"»', '«note» "N"')],
  ["block-unexpected", sheet("  interest { rate 5%; «simple» { } }")],
  ["date-impossible", sheet("  funded «February 30, 2024»")],
  ["date-impossible", sheet("  funded «2024-13-01»")],
  ["date-impossible", sheet("  funded «January 2, 1700»")],
  ["date-impossible", sheet("  funded «December 6»")],
  ["date-impossible", sheet("  funded «January 20.5, 2024»")],
  ["date-impossible", sheet("  funded «January 20.0, 2024»")],
  ["date-impossible", sheet("  funded «January 20, 2024.5»")],
  ["date-impossible", sheet("  funded «20.5 January 2024»")],
  ["date-impossible", sheet("  funded «January 2024.5»")],
  ["date-impossible", convertible("85% of closing bid on «February 30, 2024»")],
  ["date-impossible", convertible("$1", "    floor lowest VWAP over 5 trading days before «2024-02-30»")],
  ["date-impossible", sheet('  "Base" means closing bid on «June 31, 2024»')],
  ["date-impossible", sheet("  default amount shares at closing bid on «February 30, 2024»")],
  ["date-impossible", sheet("  instalments {\n    2024-06-06  shares at VWAP on «February 30, 2024»\n  }")],
  [
    "date-impossible",
    `${sheet("")}${scenario("2024-06-03", "sold at closing price on «February 30, 2024»")}`,
  ],
  ["date-ambiguous", sheet("  funded «1/4/2024»")],
  ["currency-mixed", sheet("  exchange { value «EUR 90,000» }")],
  ["currency-mixed", sheet("  currency CAD", { principal: "«USD 5»" })],
  ["currency-mixed", sheet("  exchange { value «$5» }", { principal: "EUR 5" })],
  ["currency-mixed", convertible("lowest of {\n      $1\n      «CAD 1»\n    }")],
  ["currency-mixed", sheet("  exchange { value «A$5» }")],
  ["currency-mixed", sheet("  exchange { value «HK$5» }", { principal: "A$5" })],
  ["currency-mixed", sheet("  exchange { value «$5» }", { principal: "A$5" })],
  ["value-wrong", sheet("  exchange { value «A $5» }")],
  ["value-wrong", sheet("  exchange { value «Q$5» }")],
  ["decimals-unclear", sheet("", { principal: "$«840.000»" })],
  ["decimals-unclear", sheet("", { principal: "USD «1.000»" })],
  ["decimals-unclear", sheet("", { principal: "$«1,220.000»" })],
  ["decimals-unclear", sheet("", { principal: "JPY «840.000»" })],
  ["decimals-unclear", sheet("  instalments {\n    2024-06-03  $«90.125»\n  }")],
  ["decimals-unclear", sheet("  instalments {\n    monthly from 2024-02-02, 4 times  $«25.000»\n  }")],
  ["bracket-stray", sheet("", { principal: "$100,000«]»" })],
  ["bracket-stray", sheet("  prepayment {\n    day 0 to 30 115%«]»\n  }")],
  ["name-used-twice", `${sheet("")}«note "Example Note"»${sheet("").replace('note "Example Note"', "")}`],
  [
    "name-used-twice",
    `${sheet("")}${scenario("2024-06-03")}${scenario("2024-07-03").replace("scenario", "«scenario»")}`,
  ],
  [
    "value-wrong",
    convertible(`average of the «1${"0".repeat(99)}» lowest closing bids over 20 trading days`),
  ],
  ["currency-unknown", sheet("  currency «XQQ»")],
  ["currency-unknown", sheet("  exchange { value «XQQ 5» }")],
  ["words-and-figures-differ", sheet("  interest { rate «eight percent (9»%) per annum }")],
  ["market-duplicate", `${sheet("")}market { outstanding 5 shares }\n«market» { outstanding 6 shares }`],
  ["note-unknown", `${sheet("")}market for «"Exmple Note"» { outstanding 5 shares }`],
  ["note-unknown", `${sheet("")}${scenario("2024-06-03").replace('"Played"', '"Played" for «"Other"»')}`],
  ["still-open", sheet("  interest { rate «[8% | 10%]» per annum }")],
  ["still-open", sheet("", { principal: "«[ ]»" })],
  ["still-open", sheet("", { principal: "$«[100,000]»" })],
  ["still-open", sheet("", { issuer: '«["Example Corp."]»' })],
])("%s is found where it is: %#", (code, source) => {
  const { text, spans } = readMarked(source);
  const marked = spans.map(({ start, end }) => `${code} “${text.slice(start, end)}”`);
  expect(problemsAt(source, codes)).toEqual(marked);
});

function only(source: string, code: string) {
  const found = problemsOf(read(source)).filter(({ problem }) => problem.code === code);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} × ${code}`);
  return first.problem;
}

test("a misspelt name is met with the one it is nearest to, and a repair", () => {
  const { message, fixes } = only(sheet("  securty none"), "clause-unknown");
  expect(message).toContain("Did you mean “security”?");
  expect(fixes?.[0]?.edits[0]?.text).toBe("security");
});

test("a sum whose point may part thousands is offered both ways, where both are sums", () => {
  const offered = (principal: string): readonly string[] =>
    (only(sheet("", { principal }), "decimals-unclear").fixes ?? []).map(({ edits }) => edits[0]?.text ?? "");
  expect(offered("$840.000")).toEqual(["840,000", "840.00"]);
  expect(offered("$840.125")).toEqual(["840,125"]);
  expect(offered("$1,220.000")).toEqual(["1,220,000", "1,220.00"]);
  expect(offered("JPY 840.000")).toEqual(["840,000", "840"]);
});

test("what may have three decimals is no question", () => {
  const silent = [
    sheet("", { principal: "$1.125 million" }),
    sheet("", { principal: "$0.125" }),
    sheet("", { principal: "KWD 840.000" }),
    convertible("$1.125"),
    convertible("VWAP on prior trading day plus $1.125"),
    `${sheet("")}${market("date VWAP\n2024-06-03 $1.125")}`,
  ];
  for (const text of silent)
    expect(problemsOf(read(text)).filter(({ problem }) => problem.code === "decimals-unclear")).toEqual([]);
});

test("a sum under a condition that is asked about is read, and asked about once", () => {
  const text = sheet('  interest { rate 5% }\n  put $840.000 on "Delisting"');
  expect(only(text, "decimals-unclear").message).toContain("840.000 is read as 840.00");
  expect(problemsAt(text, codes)).toEqual(["decimals-unclear “840.000”"]);
});

test("scenarios of one name for two notes are distinguished by their notes", () => {
  const second = sheet("").replace("Example Note", "Second Note");
  const played = (note: string) => scenario("2024-06-03").replace('"Played"', `"Played" for "${note}"`);
  expect(problemsAt(`${sheet("")}${second}${played("Example Note")}${played("Second Note")}`, codes)).toEqual(
    [],
  );
});

test("a clause in the wrong place is reported where it belongs", () => {
  expect(only(sheet("  interest { rate 5%; matures 2018-12-06 }"), "clause-unknown").message).toContain(
    "“note”",
  );
  expect(only(sheet("  ownership limit 5%"), "clause-unknown").message).toContain("“conversion”");
});

test("a clause that several blocks know is reported all of them, as their names are written", () => {
  const outside = sheet("  threshold $1,000,000\n  }");
  expect(only(outside, "clause-unknown").message).toBe(
    "“threshold” does not belong here: it is a clause of “qualified financing” or “other financing”. Move it there.",
  );
  for (const block of ["qualified financing", "other financing"]) {
    const early = sheet(`  ${block} {\n    threshold $1,000,000\n  }\n    discount 20%\n  }`);
    expect(only(early, "brace-stray").message).toContain("closes the block too early");
    const { qualifiedFinancing, otherFinancing } = read(early).notes[0]?.note.clauses ?? {};
    const { discount } = (block.startsWith("other") ? otherFinancing : qualifiedFinancing)?.inner ?? {};
    expect(discount?.state, block).toBe("said");
  }
});

test("a clause that stands outside its block's braces is reported the block by its name", () => {
  const text = sheet("  conversion {\n    price $1\n  }\n  security none\n    option holder\n  }");
  const found = problemsOf(read(text)).map(({ problem }) => problem.message);
  expect(found.filter((message) => message.startsWith("This is a clause of “conversion”"))).toHaveLength(1);
});

test("a date with slashes is offered both ways", () => {
  const titles = (date: string): readonly string[] =>
    (only(sheet(`  funded ${date}`), "date-ambiguous").fixes ?? []).map(({ edits }) => edits[0]?.text ?? "");
  expect(titles("12/6/2017")).toEqual(["December 6, 2017", "June 12, 2017"]);
  expect(titles("31/13/2017")).toEqual([]);
});

// There is no 31st month, and June 6 is June 6 either way: each is read, as a day before the issue.
test.each(["12/31/2017", "31/12/17", "6/6/2017"])("%s can be read in one way only, and is", (date) => {
  expect(problemsOf(read(sheet(`  funded ${date}`))).map(({ problem }) => problem.code)).toEqual([
    "funded-before-issued",
  ]);
});

test("the first of two is used, and the second points to it", () => {
  const text = sheet("  interest { rate 5% }\n  security none\n  security gold");
  const { related } = only(text, "clause-duplicate");
  expect(text.slice(related?.[0]?.span.start, related?.[0]?.span.end)).toBe("security none");
});

test("a missing clause says why it is needed and how to write it", () => {
  const { message } = only(sheet("", { principal: undefined, matures: undefined }), "clause-missing");
  expect(message).toContain("“principal” and “matures”");
  expect(message).toContain("every other sum is worked out from it");
  expect(message).toContain("principal $840,000.00");
});

test("a market or a scenario for a note that is nearly named is offered its name", () => {
  const text = `${sheet("")}market for "Exmple Note" { outstanding 5 shares }`;
  expect(only(text, "note-unknown").fixes?.[0]?.edits[0]?.text).toBe('"Example Note"');
});

test("a mixed currency points to where the note's is stated", () => {
  const text = sheet("  currency CAD\n  exchange { value EUR 5 }");
  const { related } = only(text, "currency-mixed");
  expect(text.slice(related?.[0]?.span.start, related?.[0]?.span.end)).toBe("currency CAD");
});

test("free text and unknown events are no error", () => {
  expect(
    problemsAt(
      sheet(
        '  events of default {\n    the moon turns blue; $$$ 12/6/2017\n  }\n  covenants { rate -5% }\n  other "X" rate -5% 12/6/2017\n  governing law 12/6/2017',
      ),
      codes,
    ),
  ).toEqual([]);
});

test("a table's problems", () => {
  const table = (rows: string): string[] => problemsAt(`${sheet("")}${market(rows)}`, codes);
  expect(table("date VWAP\n2024-06-03 $1\n2024-06-04 -")).toEqual([]);
  expect(table("VWAP\n2024-06-03 $1")).toEqual(["table-heading “VWAP”"]);
  expect(table("date wibble\n2024-06-03 $1")).toEqual(["table-heading “date wibble”"]);
  expect(table("2024-06-03 $1")).toEqual(["table-heading “2024-06-03 $1”"]);
  expect(table("date VWAP bid\n2024-06-03 $1")).toEqual(["table-row “2024-06-03 $1”"]);
  expect(table("date VWAP\nsometime $1")).toEqual(["table-row “sometime $1”"]);
  expect(table("date VWAP\n2024-06-03 high")).toEqual(["table-row “high”"]);
  expect(table("date VWAP\n2024-06-03 $1\nJune 3, 2024 $2")).toEqual(["table-row “June 3, 2024 $2”"]);
  expect(table("date VWAP\n2024-06-31 $1")).toEqual(["date-impossible “2024-06-31”"]);
  expect(table("date VWAP\n6/4/2024 $1")).toEqual(["date-ambiguous “6/4/2024”"]);
  expect(table("date VWAP\n2024-06-03 EUR 1")).toEqual(["currency-mixed “EUR 1”"]);
  expect(table("date VWAP\n2024-06-03 -$1")[0]).toMatch(/value-negative|table-row/);
});
