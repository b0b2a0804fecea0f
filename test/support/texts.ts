import fc from "fast-check";
import { allClauses } from "../../server/src/catalog/vocabulary.ts";
import { measures } from "../../server/src/syntax/measures.ts";
import { spanOf, tokenize } from "../../server/src/syntax/tokens.ts";
import { example } from "./analyse.ts";

/** The words of the language itself, so that random texts come near to what it reads. */
export const languageNames = [...new Set(allClauses().flatMap(({ spec }) => spec.names))].map((name) =>
  name === '"…" means' ? '"Market Price" means' : name,
);
const examples = allClauses().map(({ spec }) => spec.example);
export const languageSigns = [
  "{",
  "}",
  "{",
  "}",
  "\n",
  "\n",
  "\n",
  ";",
  "[",
  "]",
  "|",
  "$",
  "%",
  "-",
  ",",
  "(",
  ")",
  '"',
  "//",
  "/*",
  "*/",
  "\r\n",
  "\r",
];
export const languageValues = [
  "$5", "$0.003", "$.003", "-$5", "12%", "65% of", "lowest of {", "average of", "3 lowest", "over prior 5 trading days",
  "none", "December 6, 2017", "2018-12-04", "12/6/2017", "February 2019", "180 days after issue", "maturity", "[ ]", "[$5]",
  "[8% | 10%]", "five (5)", "eight percent (9%)", "EUR 5", "$5 million", "less 15 points", "plus $0.01", '"Market Price"',
  '"Example Note"', "for", "because", "principal and interest", "holder", "quarterly", "actual/360", "30/360", "99999999999999999999",
  "0", "0%", "on conversion date", "on prior trading day", "including conversion date", "less", "of", "and", 'based on "Example Note"', 'in "forms/a.note"', 'from "data/acme.csv"', "prices", "or", "●", "株式会社", "😀",
]; // biome-ignore format: a list of words

/** Any text at all, halves of surrogate pairs included. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((codes) => String.fromCharCode(...codes)),
);

/** Words, values and signs of the language in any order. */
export const wordSoup = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...languageNames) },
      { weight: 3, arbitrary: fc.constantFrom(...languageValues) },
      { weight: 3, arbitrary: fc.constantFrom(...languageSigns) },
      { weight: 2, arbitrary: fc.constantFrom(...measures.map(({ id }) => id)) },
      { weight: 1, arbitrary: fc.constantFrom(...examples) },
      { weight: 1, arbitrary: anyText },
    ),
    { maxLength: 60 },
  )
  .map((words) => words.join(" "));

const sheets = [example("exchange-note"), example("power-up-note")];

/** One of the example sheets with stretches of it cut out, doubled, moved or overwritten. */
export const damagedSheet = fc
  .tuple(
    fc.constantFrom(...sheets, sheets.join("\n")),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 0, max: 60 }),
        text: fc.oneof(
          fc.constant(""),
          fc.constantFrom(...languageSigns, ...languageValues, ...languageNames),
          anyText,
        ),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([sheet, cuts]) =>
    cuts.reduce((text, { at, length, text: put }) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + put + text.slice(start + length);
    }, sheet),
  );

const phraseSoup = fc
  .array(fc.oneof(fc.constantFrom(...languageValues), fc.constantFrom(...measures.map(({ id }) => id))), {
    maxLength: 12,
  })
  .map((words) => words.join(" "));

/** A whole sheet in which some clauses say anything, so that what is odd reaches the figures and the rules. */
export const oddSheet = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        "principal",
        "issued",
        "funded",
        "matures",
        "rate",
        "default rate",
        "day count",
        "payable",
        "compounded",
        "accrues from",
        "from",
        "until",
        "amount",
        "price",
        "floor",
        "ceiling",
        "ownership limit",
        "fractional shares",
        "outstanding",
        "valued on",
        "on",
        "convert",
        "value",
      ),
      fc.oneof(phraseSoup, fc.constantFrom(...examples.map((line) => line.split(" ").slice(1).join(" ")))),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((clauses) => {
    const said = new Map([
      ["principal", "$100,000"], ["issued", "2018-01-02"], ["matures", "2019-01-02"], ["rate", "8%"], ["option", "holder"],
      ["price", "lowest of { 65% of lowest closing bid over prior 3 trading days; $1 }"], ["outstanding", "1,000 shares"],
      ["ownership limit", "9.99%"], ["on", "2018-12-06"], ["value", "$90,000"], ...clauses,
    ]); // biome-ignore format: a list of clauses
    const lines = (...names: string[]): string =>
      names.flatMap((name) => (said.has(name) ? [`    ${name} ${said.get(name)}`] : [])).join("\n");
    return `note "N" {
${lines("principal", "issued", "funded", "matures")}
  exchange {\n${lines("value")}\n  }
  interest {\n${lines("rate", "default rate", "day count", "payable", "compounded", "accrues from")}\n  }
  conversion {\n${lines("option", "from", "until", "amount", "price", "floor", "ceiling", "ownership limit", "fractional shares")}\n  }
  "Market Price" means ${said.get("floor") ?? "$2"}
}
market {\n${lines("outstanding", "valued on")}
  prices {
    date VWAP closing bid low close
    2018-11-30 $0.5 $0.4 $0.3 $0.45
    2018-12-03 $0.6 $0.5 $0.4 $0.55
    2018-12-04 $0.7 $0.6 $0.5 $0.65
  }
}
scenario "S" {\n${lines("on", "convert")}\n}
`;
  });

const comments = fc.constantFrom(
  "/* one */",
  "/* two\n     lines */",
  "/* two\r\n lines */\t",
  "// to the end\n",
  "\n\t// on its own\n",
  "\n\n/* apart */\n\n",
  "// one\n// and another  \n",
);

/** A text with comments and spaces put between its words at random. */
export function withRemarks(text: string): fc.Arbitrary<string> {
  const ends = tokenize(text).tokens.map((token) => spanOf(token).end);
  const remark = fc.tuple(
    fc.constantFrom(0, ...ends),
    fc.oneof(comments, fc.constantFrom("\n", "\n\n\n", "  ")),
  );
  return fc
    .array(remark, { minLength: 1, maxLength: 8 })
    .map((remarks) =>
      [...remarks]
        .sort(([a], [b]) => b - a)
        .reduce((all, [at, put]) => all.slice(0, at) + put + all.slice(at), text),
    );
}

/** Whatever an author, a paste or an accident may leave in a file. */
export const anyDraft = fc.oneof(anyText, wordSoup, damagedSheet, oddSheet);
