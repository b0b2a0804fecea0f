import type { Described } from "./described.ts";

/** What can be wrong with the shape of a draft: found while it is read, before any rule judges its sense. */
export interface ShapeSpec extends Described {
  /** Found beside a note, between the parts of a file or in a price file: whether a note allows it in vain is told there. */
  readonly beside?: "parts" | "files";
}

const sheet = (lines: string): string => `note "Example Note" {
  issuer "Example Corp."
  holder "Example Fund LP"
  principal $100,000
  issued January 2, 2024
  matures January 2, 2025
${lines}
}`;

export const shape = {
  "brace-missing": {
    severity: "error",
    title: "A brace is missing",
    why: "Without it a block would run on and take in clauses that do not belong to it. The names of the clauses tell where it belongs, and the sheet is read as if it stood there.",
    repair: "Put the brace in where the message stands.",
    bad: sheet("  interest {\n    rate 8% per annum\n  conversion none"),
    good: sheet("  interest {\n    rate 8% per annum\n  }\n  conversion none"),
  },
  "brace-stray": {
    severity: "error",
    title: "A brace too many",
    why: "It would close or open a block in the wrong place. It is passed over, so that the clauses around it keep their meaning.",
    repair: "Take the brace out.",
    bad: sheet("  interest {\n    rate 8% per annum\n  } }\n  conversion none"),
    good: sheet("  interest {\n    rate 8% per annum\n  }\n  conversion none"),
  },
  "clause-unknown": {
    severity: "error",
    title: "A clause that is not known here",
    why: "Nothing is worked out from a clause whose name is not known, and no rule looks at it.",
    repair:
      "Use the name offered, move the clause to the block that knows it, or keep the term on record with `other`.",
    bad: sheet("  securty none"),
    good: sheet("  security none"),
  },
  "clause-duplicate": {
    severity: "error",
    title: "A clause said twice",
    why: "Two statements of one term contradict each other sooner or later; which one holds is for a court. The first is used for numbers.",
    repair: "Keep the one that is meant.",
    bad: sheet("  security none\n  security none"),
    good: sheet("  security none"),
  },
  "clause-missing": {
    severity: "error",
    title: "A clause is missing",
    why: "What rests on it can't be worked out.",
    repair: "Add the clause; a blank `[ ]` keeps its place while it is still open.",
    bad: 'note "Example Note" {\n  issuer "Example Corp."\n  holder "Example Fund LP"\n  principal $100,000\n  issued January 2, 2024\n}',
    good: sheet(""),
  },
  "value-missing": {
    severity: "error",
    title: "A clause without its words",
    why: "The name alone says nothing.",
    repair: "Write what the clause says, `none`, or a blank `[ ]`.",
    bad: sheet("  funded"),
    good: sheet("  funded January 4, 2024"),
  },
  "value-wrong": {
    severity: "error",
    title: "Words that the clause cannot read",
    why: "A clause that is half understood would give numbers that nobody meant, so it gives none.",
    repair: "Write it like the example in the message.",
    bad: sheet("  interest {\n    rate twelve-ish\n  }"),
    good: sheet("  interest {\n    rate 12% per annum\n  }"),
  },
  "value-negative": {
    severity: "error",
    title: "A minus where none can be",
    why: "Sums, prices, rates and counts in a note are never below zero.",
    repair: "Take the minus out.",
    bad: sheet("  interest {\n    rate -8% per annum\n  }"),
    good: sheet("  interest {\n    rate 8% per annum\n  }"),
  },
  "value-impossible": {
    severity: "error",
    title: "A number with which nothing can be worked out",
    why: "Nothing can be divided by zero: whatever rests on the number waits for another. Most often it holds the place of one that is not known yet.",
    repair: "Write the number that is meant, or leave a blank `[ ]` while it is open.",
    bad: sheet("  denomination $0"),
    good: sheet("  denomination $1,000"),
  },
  "block-missing": {
    severity: "error",
    title: "A block without its braces",
    why: "The clause's terms stand between braces.",
    repair: "Open the block with { and close it with }, or write `none`.",
    bad: sheet("  interest"),
    good: sheet("  interest none"),
  },
  "block-unexpected": {
    severity: "error",
    title: "Braces where none belong",
    why: "The clause says all it can on its line.",
    repair: "Take the braces out.",
    bad: sheet("  funded January 4, 2024 {\n  }"),
    good: sheet("  funded January 4, 2024"),
  },
  "date-impossible": {
    severity: "error",
    title: "A day that does not exist",
    why: "No interest or deadline can be counted from it.",
    repair: "Write a day that the month has.",
    bad: sheet("  funded February 30, 2024"),
    good: sheet("  funded February 28, 2024"),
  },
  "date-ambiguous": {
    severity: "error",
    title: "A date that can be read two ways",
    why: "12/6/2017 is December 6 to some and June 12 to others; half a year of interest turns on it.",
    repair: "Write the month as a word, or year-month-day.",
    bad: sheet("  funded 1/4/2024"),
    good: sheet("  funded January 4, 2024"),
  },
  "currency-mixed": {
    severity: "error",
    title: "Two currencies in one note",
    why: "Sums in different currencies can't be added or compared without a rate of exchange.",
    repair: "State every sum in the note's currency, or name another with `currency`.",
    bad: sheet("  exchange {\n    value EUR 90,000\n  }"),
    good: sheet("  exchange {\n    value $90,000\n  }"),
  },
  "currency-unknown": {
    severity: "error",
    title: "A currency code that does not exist",
    why: "Sums can't be shown or rounded in a currency that is not known.",
    repair: "Use the ISO 4217 code, three letters in upper case: USD, EUR, CAD.",
    bad: sheet("  currency XQQ"),
    good: sheet("  currency CAD"),
  },
  "words-and-figures-differ": {
    severity: "error",
    title: "Words and figures differ",
    why: "Courts commonly let the words prevail over the figures; the reader cannot tell which was meant.",
    repair: "Make both say the same, or write the figures alone.",
    bad: sheet("  interest {\n    rate eight percent (9%) per annum\n  }"),
    good: sheet("  interest {\n    rate eight percent (8%) per annum\n  }"),
  },
  "market-duplicate": {
    severity: "error",
    title: "Two markets for one note",
    why: "A note has one share price on a day and one number of shares outstanding.",
    repair: "Keep one market, or say with `for` which note each belongs to.",
    bad: `${sheet("")}\nmarket {\n  outstanding 1,000,000 shares\n}\nmarket {\n  outstanding 2,000,000 shares\n}`,
    good: `${sheet("")}\nmarket {\n  outstanding 1,000,000 shares\n}`,
  },
  "note-unknown": {
    severity: "error",
    title: "A note that the file does not have",
    why: "What is said for it is said for nobody.",
    repair: "Use the name of a note in this file.",
    bad: `${sheet("")}\nmarket for "Exmple Note" {\n  outstanding 1,000,000 shares\n}`,
    good: `${sheet("")}\nmarket for "Example Note" {\n  outstanding 1,000,000 shares\n}`,
  },
  "form-unknown": {
    severity: "error",
    title: "A form that is not there",
    why: "The note takes over no clause, so nothing can be worked out from it and no rule judges it.",
    repair: "Name a note of this file, or the file that the form is in.",
    bad: `note "Example Form" {\n  issuer "Example Corp."\n  principal $100,000\n  issued January 2, 2024\n  matures January 2, 2025\n}\n\nnote "Example Note" based on "Exmple Form" {\n  principal $250,000\n}`,
    good: `note "Example Form" {\n  issuer "Example Corp."\n  principal $100,000\n  issued January 2, 2024\n  matures January 2, 2025\n}\n\nnote "Example Note" based on "Example Form" {\n  principal $250,000\n}`,
  },
  "form-circular": {
    severity: "error",
    title: "A form that leads back to itself",
    why: "Of notes that are based on each other none says what the terms are.",
    repair: "Let one of them stand by itself.",
    bad: 'note "Example Form" based on "Example Note" {\n  issued January 2, 2024\n}\n\nnote "Example Note" based on "Example Form" {\n  principal $250,000\n}',
    good: 'note "Example Form" {\n  principal $100,000\n  issued January 2, 2024\n  matures January 2, 2025\n}\n\nnote "Example Note" based on "Example Form" {\n  principal $250,000\n}',
  },
  "term-redefined": {
    severity: "warning",
    beside: "parts",
    title: "A term that a note defines otherwise than its file",
    why: "A term at the top of the file holds for every note in it. Where a note defines it again, one name stands for two prices, and a reader who knows the one takes the other for it.",
    repair: "Keep the definition that is meant, or give one of the two another name.",
    bad: `"Market Price" means $0.50\n${sheet('  "Market Price" means $0.40\n  other "Basis" the "Market Price"')}`,
    good: `"Market Price" means $0.50\n${sheet('  other "Basis" the "Market Price"')}`,
  },
  "day-counts-differ": {
    severity: "information",
    beside: "parts",
    title: "Two notes of one issuer count days differently",
    why: "Notes of one series, or a note and the one that replaces it, mostly count days alike. A year of 360 days gives a seventieth more interest than one of 365; where the two meet, as in an exchange, the difference is somebody's loss.",
    repair: "Let both say the same, if nothing else was agreed.",
    bad: `${sheet("  interest {\n    rate 8%\n    day count actual/365\n  }")}\n${sheet("  interest {\n    rate 8%\n    day count actual/360\n  }").replace("Example Note", "Second Note")}`,
    good: `${sheet("  interest {\n    rate 8%\n    day count actual/365\n  }")}\n${sheet("  interest {\n    rate 8%\n    day count actual/365\n  }").replace("Example Note", "Second Note")}`,
  },
  "table-heading": {
    severity: "error",
    title: "A price table without a heading that can be read",
    why: "The columns could be any prices.",
    repair: "Begin the table with `date` and a measure for each column, such as `date  VWAP  closing bid`.",
    bad: `${sheet("")}\nmarket {\n  prices {\n    2024-06-03 $1.00\n  }\n}`,
    good: `${sheet("")}\nmarket {\n  prices {\n    date closing price\n    2024-06-03 $1.00\n  }\n}`,
  },
  "table-row": {
    severity: "error",
    title: "A line of a price table that cannot be read",
    why: "The line is left out; a window that needs its prices waits for them.",
    repair: "Write a date, then a price or `-` for each column of the heading.",
    bad: `${sheet("")}\nmarket {\n  prices {\n    date closing price\n    2024-06-03 $1.00 $2.00\n  }\n}`,
    good: `${sheet("")}\nmarket {\n  prices {\n    date closing price\n    2024-06-03 $1.00\n  }\n}`,
  },
  "schedule-row": {
    severity: "error",
    title: "A line of a schedule that cannot be read",
    why: "The line is left out, so sums and premiums of that time are missing.",
    repair: "Write when and then how much: `day 0 to 30  115%`, `2025-08-30  $90,160.00`.",
    bad: sheet("  prepayment {\n    day 0 to 30 quite a lot\n  }"),
    good: sheet("  prepayment {\n    day 0 to 30 115%\n  }"),
  },
  "file-unusable": {
    severity: "error",
    title: "A file that can't be used",
    why: "What the sheet takes from the file is missing from every number that rests on it. A sheet reaches only files of its own workspace, so that it means the same wherever the folder lies and can be sent on as a whole.",
    repair: "Put the file into the workspace and write its path from the folder of the sheet.",
    bad: `${sheet("")}\nmarket {\n  prices from "/home/example/acme.csv"\n}`,
    good: `${sheet("")}\nmarket {\n  prices from "data/acme.csv"\n}`,
  },
  "file-dates": {
    severity: "warning",
    beside: "files",
    title: "Dates of a price file that can be read two ways",
    why: "12/6/2017 is December 6 to some and June 12 to others. Where a file does not tell which of the numbers is the month, its prices may stand on the wrong days, and windows pick the wrong ones.",
    repair: "Write the dates of the file as year-month-day.",
    bad: `${sheet("")}\nmarket {\n  prices from "acme.csv"\n}`,
    good: `${sheet("")}\nmarket {\n  prices from "data/acme.csv"\n}`,
    files: {
      "acme.csv": "Date,Close\n6/3/2024,1.00\n6/5/2024,1.10\n",
      "data/acme.csv": "Date,Close\n2024-06-03,1.00\n2024-06-05,1.10\n",
    },
  },
  "still-open": {
    severity: "information",
    title: "A point of the draft is still open",
    why: "A blank keeps its clause from being worked out; of proposed values and alternatives the first is used, and every number says so.",
    repair: "Fill in what was agreed and take the brackets out. `check --final` makes what is left an error.",
    bad: sheet("  interest {\n    rate [8% | 10%] per annum\n  }"),
    good: sheet("  interest {\n    rate 8% per annum\n  }"),
  },
} as const satisfies Record<string, ShapeSpec>;

export type ShapeCode = keyof typeof shape;
