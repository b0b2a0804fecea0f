import { expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { linkedRanges } from "../../server/src/features/linked-editing.ts";
import { pastedRows } from "../../server/src/features/pasted-rows.ts";
import { signatureAt } from "../../server/src/features/signature.ts";
import { typed } from "../../server/src/features/typing.ts";
import { offsetOf, positionOf, withCaret } from "../support/carets.ts";
import { edited, uri } from "../support/editor.ts";
import { sheet } from "../support/sheets.ts";

/** The text after what a key that was just pressed changes beside itself. */
function after(source: string, key: string): string {
  const { text, offset } = withCaret(source);
  return edited(text, typed(analyse(text, undefined), positionOf(text, offset), key));
}

test("Enter on an empty line at a block's end leaves the block", () => {
  const before = 'note "A" {\n  interest {\n    rate 8% per annum\n    \n    ‸\n  }\n}\n';
  expect(after(before, "\n")).toBe('note "A" {\n  interest {\n    rate 8% per annum\n  }\n  \n}\n');
});

test("a block that may hold others is left on the second empty line, for one sets them apart", () => {
  const once = 'note "A" {\n  issuer "B"\n  \n  ‸\n}\n';
  expect(after(once, "\n")).toBe(once.replace("‸", ""));
  expect(after('note "A" {\n  issuer "B"\n  \n  \n  ‸\n}\n', "\n")).toBe('note "A" {\n  issuer "B"\n}\n\n');
});

test("Enter elsewhere changes nothing", () => {
  for (const before of [
    'note "A" {\n  interest {\n    rate 8% per annum\n    ‸\n  }\n}\n',
    'note "A" {\n  interest {\n    \n    ‸\n  }\n}\n',
    'note "A" {\n  interest {\n    rate 8%\n\n    ‸\n    simple\n  }\n}\n',
  ])
    expect(after(before, "\n")).toBe(before.replace("‸", ""));
});

test("a closing brace takes the place of the one that the editor had put there, and of no other", () => {
  expect(after('note "A" {\n  interest {\n    rate 8%\n  }‸\n  }\n}\n', "}")).toBe(
    'note "A" {\n  interest {\n    rate 8%\n  }\n}\n',
  );
  expect(after('note "A" {\n  interest {\n    rate 8%\n  }\n  ‸\n  }\n}\n', "\n")).toBe(
    'note "A" {\n  interest {\n    rate 8%\n  }\n  \n}\n',
  );
  const right = 'note "A" {\n  interest {\n    rate 8%\n  }‸\n}\n';
  expect(after(right, "}")).toBe(right.replace("‸", ""));
});

const helpAt = (source: string) => {
  const { text, offset } = withCaret(source);
  return signatureAt(analyse(text, undefined), positionOf(text, offset));
};
const partAt = (words: string): string | undefined => {
  const help = helpAt(sheet(`  conversion {\n    ${words}‸\n  }`));
  const { label = "", parameters = [], activeParameter } = help?.signatures[0] ?? {};
  const part = parameters[activeParameter ?? -1]?.label;
  return Array.isArray(part) ? label.slice(part[0], part[1]) : undefined;
};

test("the part of a phrase that is being written", () => {
  expect(partAt("price ")).toBe("65");
  expect(partAt("price 65% of low")).toBe("% of lowest closing bid over prior ");
  expect(partAt("price 65% of lowest closing bid over prior ")).toBe("20");
  expect(
    helpAt(sheet("  conversion {\n    price 70% of ‸\n  }"))?.signatures.map(({ label }) => label),
  ).toEqual([
    "price 65% of lowest closing bid over prior 20 trading days",
    "price 65% of average of 3 lowest closing bids over prior 10 trading days",
    "price 85% of average of VWAP over prior 5 trading days",
  ]);
  expect(helpAt(sheet("  conversion {\n    option ‸\n  }"))).toBeUndefined();
  expect(helpAt(sheet("  // price ‸"))).toBeUndefined();
});

test("the places of a defined term change together", () => {
  const source = sheet(
    '  "Market‸ Price" means $1\n  conversion {\n    price 65% of "Market Price"\n    floor "market price"\n  }',
  );
  const { text, offset } = withCaret(source);
  const found = linkedRanges({ uri, analysis: analyse(text, undefined) }, positionOf(text, offset));
  const texts = found?.ranges.map(({ start, end }) => text.slice(offsetOf(text, start), offsetOf(text, end)));
  expect(texts).toEqual(["Market Price", "Market Price"]);
  const elsewhere = positionOf(text, text.indexOf("principal"));
  expect(linkedRanges({ uri, analysis: analyse(text, undefined) }, elsewhere)).toBeUndefined();
});

const pasted = (source: string, rows: string): string | undefined => {
  const { text, offset } = withCaret(source);
  return pastedRows(analyse(text, undefined), positionOf(text, offset), rows);
};
const table = (lines: string): string => sheet(`  market {\n    prices {\n      ${lines}\n    }\n  }`);

test("rows of a spreadsheet are pasted as rows of the table, by their own heading or by the table's", () => {
  const rows = "Date\tClose\tVWAP\n11/28/2018\t0.0023\t0.0024\n11/29/2018\t0.0022\t\n";
  expect(pasted(table("‸"), rows)).toBe(
    "date  closing price  VWAP\n2018-11-28  $0.0023  $0.0024\n2018-11-29  $0.0022  -",
  );
  expect(pasted(table("date VWAP closing price\n      ‸"), rows)).toBe(
    "2018-11-28  $0.0024  $0.0023\n2018-11-29  -  $0.0022",
  );
  expect(pasted(table("date VWAP\n      ‸"), "2018-11-28\t$0.0024\n2018-11-29\t$0.0025")).toBe(
    "2018-11-28  $0.0024\n2018-11-29  $0.0025",
  );
});

test("what can't be read, or read in one way, is pasted as it is", () => {
  expect(pasted(table("date VWAP\n      ‸"), "12/6/2018\t1\n")).toBeUndefined();
  expect(pasted(table("date VWAP\n      ‸"), "2018-11-28\tmuch\n")).toBeUndefined();
  expect(pasted(table("‸"), "2018-11-28\t1\n")).toBeUndefined();
  expect(pasted(table("date VWAP\n      ‸"), "2018-11-28 1\n")).toBeUndefined();
  expect(pasted(sheet('  other "A" ‸'), "Date\tVWAP\n2018-11-28\t1\n")).toBeUndefined();
});
