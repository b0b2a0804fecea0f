import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allClauses } from "../../server/src/catalog/vocabulary.ts";
import { analyse } from "../../server/src/document/analysis.ts";
import { readDocument } from "../../server/src/document/pieces.ts";
import { formatted, isUnmatched } from "../../server/src/features/format/document.ts";
import { format, formatEdits, unmatchedLines } from "../../server/src/features/format.ts";
import { example, examples } from "../support/analyse.ts";
import { edited } from "../support/editor.ts";
import { tidySheet } from "../support/tidy-sheet.ts";

/** The lines of a block, formatted, without the block's own indent. */
function inBlock(head: string, lines: string): string {
  const text = format(`note "N" {\n${head} {\n${lines}\n}\n}\n`);
  return text
    .split("\n")
    .slice(2, -3)
    .map((line) => line.replace(/^ {4}/, ""))
    .join("\n");
}

const clause = (words: string): string => inBlock("interest", words);
const price = (words: string): string => inBlock("conversion", `price ${words}`).replace(/^price {2}/, "");

const guide = readFileSync(new URL("../../docs/language.md", import.meta.url), "utf8");
const sheetsOfGuide = [...guide.matchAll(/```\n((?:note|market) [\s\S]*?)```/g)].map(
  ([, sheet = ""]) => sheet,
);

test.each([
  ...examples().map((name) => [name, example(name)] as const),
  ["a sheet with every layout", tidySheet],
  ["an empty file", ""],
  ["a comment alone", "// nothing yet\n"],
  ...sheetsOfGuide.map((sheet, index) => [`sheet ${index + 1} of the guide`, sheet] as const),
] as [string, string][])("%s stays as it is", (_, sheet) => {
  expect(format(sheet)).toBe(sheet);
  expect(formatEdits(analyse(sheet, undefined))).toEqual([]);
});

test("the guide has sheets", () => expect(sheetsOfGuide.length).toBeGreaterThanOrEqual(2));

/** A clause's example in the blocks that it stands in, each opened by its own example. */
function placed(path: string): string {
  const ids = path.split("/");
  return ids.reduceRight((inner, _, index) => {
    const here = ids.slice(0, index + 1).join("/");
    const spec = allClauses().find((clause) => clause.path === here)?.spec;
    return inner === "" && !spec?.block ? `${spec?.example}\n` : `${spec?.example} {\n${inner}}\n`;
  }, "");
}

test.each(allClauses().map(({ path, spec }) => [path, spec.example]))(
  "the example of %s is written in the formatter's words",
  (path, example) => {
    const lines = format(placed(path))
      .split("\n")
      .map((line) => line.trim().replace(/ +/g, " "));
    expect(lines.map((line) => line.replace(/ \{( \})?$/, ""))).toContain(example);
  },
);

describe("words", () => {
  test.each([
    ["interest rate twelve percent (12%) per annum", "rate  12% per annum"],
    ["RATE 12 percent a year", "rate  12% per year"],
    ["default interest rate 2% Per Month", "default rate  2% per month"],
    ["payable in a lump sum at maturity", "payable  at maturity"],
    ["day count convention ACTUAL/ACTUAL isda", "day count  actual/actual ISDA"],
    ["day count 30e/360", "day count  30E/360"],
    ["simple interest", "simple"],
    ["compounded Semiannually", "compounded  semi-annually"],
    ["accrues from the Issue Date", "accrues from  issue date"],
    ["interest from dec. 6, 2017", "accrues from  December 6, 2017"],
    ["accrues from 6 sept 2017", "accrues from  6 September 2017"],
    ["accrues from 2017-12-06", "accrues from  2017-12-06"],
    ["accrues from ten (10) days following issuance", "accrues from  10 days after issuance"],
    ["rate NONE", "rate  none"],
    ["rate 8% per annum Until Day 180", "rate  8% per annum until day 180"],
    ["rate “WSJ Prime” minus one percent", 'rate  "WSJ Prime" less 1%'],
    ["rate lesser of { 12%; the lawful maximum }", "rate  lesser of { 12%; legal maximum }"],
    ["compounded half-yearly from day 31", "compounded  semi-annually from day 31"],
    ["simple interest on Event of Default", "simple  on event of default"],
  ])("%s", (words, tidy) => expect(clause(words)).toBe(tidy));

  test.each<[string, string | undefined]>([
    ["the closing bid price on the prior Trading Day", "closing bid on prior trading day"],
    ["Volume-Weighted Average Price on conversion date", "VWAP on conversion date"],
    [
      "sixty-five percent (65%) of the average of the three (3) lowest closing bid prices for the common stock",
      undefined,
    ],
    [
      "65% of the mean of the three (3) lowest closing bid prices of the common stock in the ten consecutive trading days immediately preceding the conversion date",
      "65% of average of 3 lowest closing bids over 10 trading days before conversion date",
    ],
    ["lowest trade price during the last 20 days", "lowest trading price over prior 20 days"],
    [
      "average of VWAPs over 5 trading days prior to notice",
      "average of VWAPs over 5 trading days before notice",
    ],
    [
      "closing bid on trading day prior to December 4, 2018",
      "closing bid on trading day before December 4, 2018",
    ],
    ["lower of $ 1 per share and “Market Price” minus 5 %", 'lower of $1 and "Market Price" less 5%'],
    ["lesser of (i) $0.39 or (ii) $.40", "lesser of $0.39 or $.40"],
    ["Smaller of { $1, or\n  $2; and $3 }", "smaller of {\n         $1\n         $2\n         $3\n       }"],
    ["lesser of {$1;$2}", "lesser of { $1; $2 }"],
    ["$[ 1 | 2 ] PLUS $.01", "$[ 1 | 2 ] plus $.01"],
    ["[   ]", "[   ]"],
    ["[The  closing bid price]   on conversion date", "[The  closing bid price] on conversion date"],
    ["USD 5 Million", "USD 5 million"],
  ])("price %s", (words, tidy) => expect(price(words)).toBe(tidy ?? `price ${words}`));

  test("what a scenario expects", () => {
    const text = format('scenario "S" {\nEXPECT Conversion  Shares no more than 300,000,000 Shares\n}\n');
    expect(text).toBe('scenario "S" {\n  expect  conversion shares at most 300,000,000 shares\n}\n');
  });

  test("names, codes, headings and reasons keep their words, in straight quotes", () => {
    const text = `NOTE “The  NOTE” {\n Borrower „ACME & Co.“\ncurrency CAD\nAllow No-Floor-Price BECAUSE “Agreed  ON June 1”\n}\nMARKET FOR “The  NOTE” {\n}\n`;
    expect(format(text)).toBe(
      `note "The  NOTE" {\n  issuer    "ACME & Co."\n  currency  CAD\n  allow     no-floor-price because "Agreed  ON June 1"\n}\nmarket for "The  NOTE" {\n}\n`,
    );
  });

  test("free text keeps its words and the spaces between them", () => {
    expect(inBlock("events of default", "  Failure   to PAY;  five (5) days\n\t“Cross” default ;")).toBe(
      "Failure   to PAY;  five (5) days\n“Cross” default ;",
    );
    expect(format('note "N" {\n  Governing Law   State  of New York\n}\n')).toContain(
      "  governing law  State  of New York\n",
    );
  });

  test("what would read as something else without a small word keeps it", () => {
    expect(inBlock("conversion", "floor the price of the market")).toBe("floor the price of the market");
  });
});

describe("layout", () => {
  test("a clause a line; a column for those that stand together, another behind an empty line or a block", () => {
    const text = `note "N" { issuer "A"; registration rights none\n\n\n\nprincipal $5\nexchange {\nvalue $4 }\nissued 2018-01-02; due 2019-01-02\n\n}`;
    expect(format(text)).toBe(`note "N" {
  issuer               "A"
  registration rights  none

  principal  $5
  exchange {
    value  $4
  }
  issued   2018-01-02
  matures  2019-01-02
}
`);
  });

  test("a short block stays on its line, a long one does not", () => {
    expect(format('note "N" { interest {   rate   8%;simple } }')).toBe(
      'note "N" { interest { rate 8%; simple } }\n',
    );
    expect(format('note "N" {\nexchange {  }\nconversion {\n}\n}')).toBe(
      'note "N" {\n  exchange { }\n  conversion {\n  }\n}\n',
    );
    const long = `note "N" { issuer "${"A".repeat(50)}"; holder "${"B".repeat(50)}" }`;
    expect(format(long)).toBe(
      `note "N" {\n  issuer  "${"A".repeat(50)}"\n  holder  "${"B".repeat(50)}"\n}\n`,
    );
  });

  test("alternatives stand in their value's column, those in them two columns further in", () => {
    expect(
      inBlock(
        "conversion",
        "ownership limit 9.99%\nprice lowest of\n {\n$1\ngreater of { $2\n$3 } less 5%\n} less $0.01",
      ),
    ).toBe(`ownership limit  9.99%
price            lowest of {
                   $1
                   greater of {
                     $2
                     $3
                   } less 5%
                 } less $0.01`);
  });

  test("tables: columns two spaces apart, the days three before the first", () => {
    const text = "market {\nprices {date bid vwap low\n2018-12-03 $0.5 $0.45 -;2018-12-04 .5 $0.4 USD 3 }\n}";
    expect(format(text)).toBe(`market {
  prices {
    date         closing bid  VWAP   low price
    2018-12-03   $0.5         $0.45  -
    2018-12-04   .5           $0.4   USD 3
  }
}
`);
  });

  test("a table's row that cannot be read stays as it is, and so does a table without a heading", () => {
    const row = "2018-12-04 $0.4   $3   $5";
    expect(format(`market {\nprices {\ndate vwap\n${row}\n2018-12-05  $1\n}\n}\n`)).toBe(
      `market {\n  prices {\n    date         VWAP\n    ${row}\n    2018-12-05   $1\n  }\n}\n`,
    );
    expect(format(`market {\nprices {\nday vwap\n${row}\n}\n}\n`)).toBe(
      `market {\n  prices {\n    day vwap\n    ${row}\n  }\n}\n`,
    );
  });
});

describe("comments", () => {
  test("on a line of their own, behind a clause, and where no other place is left", () => {
    const text = `// top

/* a
     b */ note "N" // named
{ // opened
      /* before */ issuer "A" /* behind */; // the end
holder /* inside */ "B"
   principal   $5;  /* for issued */ issued 2018-01-02 // one
// two

  } // closed
// last`;
    expect(format(text)).toBe(`// top

/* a
     b */
note "N" {  // named
  // opened
  /* before */
  issuer     "A"  /* behind */ // the end
  holder /* inside */ "B"
  principal  $5
  /* for issued */
  issued     2018-01-02  // one
  // two
}  // closed
// last
`);
  });

  test("in alternatives", () => {
    expect(
      inBlock(
        "conversion",
        "price lowest of { // three\n  $1, or // one\n// own\n\n$2 /* two */; $3 } // all",
      ),
    ).toBe(`price  lowest of {  // three
         $1  // one
         // own
         $2  /* two */
         $3
       }  // all`);
  });

  test("between words the phrase stays as it is", () => {
    expect(clause("interest rate 12  percent /* agreed */ per annum")).toBe(
      "interest rate  12  percent /* agreed */ per annum",
    );
    expect(clause("interest rate /* agreed */ 12 percent")).toBe("interest rate /* agreed */ 12 percent");
  });
});

describe("what cannot be read stays as it is", () => {
  test.each([
    ["rate   twelve-ish", "rate  twelve-ish"],
    ["rate twelve   -ish", "rate twelve   -ish"],
    ["rate eight percent (9%) per annum", "rate eight percent (9%) per annum"],
    ["payable   when  asked", "payable  when  asked"],
    ["Intrest   is DUE", "Intrest   is DUE"],
    ["default   rate", "default rate"],
  ])("%s", (words, tidy) => expect(clause(words)).toBe(tidy));

  test("a clause that nobody knows, its block included, moves as a whole", () => {
    expect(format('note "N" {\n      fancy {\n        x   y // c\n    \tz\n     }\n}\n')).toBe(
      'note "N" {\n  fancy {\n    x   y // c\n  z\n }\n}\n',
    );
  });

  test("a note whose braces do not match, while the others are formatted", () => {
    const broken = 'note "B" {\n   interest {\n rate 8%\n}\n\n\n';
    const text = `note "A" { }\n\n${broken}note "C" {\nissuer "C"\n}`;
    expect(format(text)).toBe(`note "A" { }\n\n${broken}note "C" {\n  issuer  "C"\n}\n`);
    expect(unmatchedLines(text)).toEqual([2]);
    expect(unmatchedLines(tidySheet)).toEqual([]);
  });

  test("a quote that its line closes, with what is in it", () => {
    const open = 'note "N" {\n  issuer  "A // no comment  \n  holder  "B"\n}\n';
    expect(format(open)).toBe(open);
    expect(format('note "N\n{ issuer "A"\n}\n')).toBe('note "N\n{\n  issuer  "A"\n}\n');
  });
});

describe("line ends", () => {
  test.each(["\r\n", "\r", "\n"])("%j stays", (end) => {
    const text = "note “N” {\nissuer “A” /* b\n c */\n\n\n}".replaceAll("\n", end);
    expect(format(text)).toBe('note "N" {\n  issuer  "A"  /* b\n     c */\n}\n'.replaceAll("\n", end));
  });

  test("empty lines at the start and at the end go, and a byte order mark stays", () => {
    expect(format('\uFEFFnote "N" {\n\n\tissuer "A"\n\n}\n\n\n')).toBe(
      '\uFEFFnote "N" {\n  issuer  "A"\n}\n',
    );
    expect(format("\n\n  // a\n\n\n\n  // b \n \n")).toBe("// a\n\n// b\n");
    expect(format(" \n\n ")).toBe("");
  });
});

test("edits are as short as can be; those of a range lie in it", () => {
  const text = 'note "N" {\n  issuer  "A"\n  Holder  "B"\n\n\n  due   2019-01-02\n}\n';
  const analysis = analyse(text, undefined);
  const [holder, empty, matures] = [
    { range: at(2, 2, 2, 3), newText: "h" },
    { range: at(4, 0, 5, 0), newText: "" },
    { range: at(5, 2, 5, 6), newText: "matures" },
  ];
  expect(formatEdits(analysis)).toEqual([holder, empty, matures]);
  expect(edited(text, formatEdits(analysis))).toBe(format(text));
  expect(formatEdits(analysis, at(2, 4, 2, 6))).toEqual([holder]);
  expect(formatEdits(analysis, at(1, 0, 2, 0))).toEqual([]);
  expect(formatEdits(analysis, at(3, 0, 4, 0))).toEqual([]);
  expect(formatEdits(analysis, at(3, 0, 6, 0))).toEqual([empty, matures]);
});

function at(line: number, character: number, endLine: number, endCharacter: number) {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

test("nothing that is formatted would read differently, so that nothing is left out for that reason", () => {
  for (const sheet of [tidySheet, ...examples().map(example)]) {
    const chunks = readDocument(sheet);
    expect(chunks.some(isUnmatched)).toBe(false);
    expect(formatted(sheet, chunks).chunks.every(({ lines }) => lines !== undefined)).toBe(true);
  }
});

test("what can't be written anew and began far in on its line does not run off the page", () => {
  const text =
    'note "N" { conversion { option holder; price lowest of { /* a */ $1\n 85% of bananas\n } } }\n';
  const once = format(text);
  expect(once.split("\n").slice(3, 7)).toEqual([
    "    price lowest of { /* a */ $1",
    "    85% of bananas",
    "    }",
    "  }",
  ]);
  expect(format(once)).toBe(once);
});
