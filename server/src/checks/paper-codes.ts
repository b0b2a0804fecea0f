import type { Described } from "../catalog/described.ts";

const sheet = (rate: string, more = ""): string => `note "Example Note" {
  source "8-k.txt"
  issuer "Example Corp."
  holder "Example Fund LP"
  principal $100,000
  issued January 2, 2024
  matures January 2, 2025${more}
  interest {
    rate ${rate}
  }
}`;

const paper = `On January 2, 2024, Example Corp. (the “Company”) issued to Example Fund LP (the “Holder”) a promissory note in the
principal amount of $100,000 (the “Example Note”). The Example Note bears interest at twelve percent (12%) per annum
and matures on January 2, 2025.
`;
const files = { "8-k.txt": paper };

/** What can be found between a sheet and the paper that it is checked against. */
export const paperCodes = {
  "paper-differs": {
    severity: "warning",
    title: "The paper says something else",
    why: "The sheet's numbers are then not those of the paper that they are sent on with. Clauses are compared by what they mean: 12 % per annum is twelve percent a year, and December 6, 2018 is one year from an issue on December 6, 2017.",
    repair: "Find out which of the two is meant, and correct the other.",
    bad: sheet("10% per annum"),
    good: sheet("12% a year"),
    files,
  },
  "paper-silent": {
    severity: "information",
    title: "A clause that the paper does not state",
    why: "It may come from another paper, or be left over from the last deal's sheet. A reader who has the paper alone can't confirm it.",
    repair: "Name the paper that it comes from, or take the clause out.",
    bad: sheet("12% per annum", "\n  governing law New York"),
    good: sheet("12% per annum"),
    files,
  },
  "sheet-silent": {
    severity: "warning",
    title: "A term of the paper that the sheet does not have",
    why: "No number and no rule takes account of it. What stands in the paper binds, whether the sheet has it or not.",
    repair: "Add the clause in the words that the message offers.",
    bad: sheet("12% per annum").replace("  matures January 2, 2025\n", ""),
    good: sheet("12% per annum"),
    files,
  },
} as const satisfies Readonly<Record<string, Described>>;

export type PaperCode = keyof typeof paperCodes;
