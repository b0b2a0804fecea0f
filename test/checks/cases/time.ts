import { exampleNote } from "../../../server/src/checks/rule.ts";
import type { Case } from "./case.ts";

const prepayment = (...rows: readonly string[]): string =>
  exampleNote(`  prepayment {\n    ${rows.join("\n    ")}\n  }`);
const instalments = (...rows: readonly string[]): string =>
  exampleNote(`  instalments {\n    ${rows.join("\n    ")}\n  }`);
const convertible = (from: string, ...rows: readonly string[]): string =>
  exampleNote(
    `  prepayment {\n    ${rows.join("\n    ")}\n  }\n  conversion { option holder; price $1; until maturity; from ${from} }`,
  );
const cases = (...prices: readonly string[]): string =>
  exampleNote(
    `  conversion {\n    option holder\n    until none\n${prices.map((price) => `    ${price}\n`).join("")}  }`,
  );

/** What goes wrong with days, terms and schedules. The notes run from January 2, 2024 to January 2, 2025. */
export const found: readonly Case[] = [
  [
    "term-differs-from-dates",
    "nine months for a year",
    exampleNote("  term «9 months»"),
    "ends on October 2, 2024",
    "92 days later",
  ],
  [
    "term-differs-from-dates",
    "longer than the dates",
    exampleNote("  term «400 days»"),
    "February 5, 2025",
    "34 days earlier",
  ],
  ["signed-before-note", "days before", exampleNote("  signed «December 28, 2023»"), "5 days before"],
  [
    "date-circular",
    "itself",
    exampleNote("", { matures: "«30 days after maturity»" }),
    "counts from maturity itself",
  ],
  [
    "date-circular",
    "each other",
    exampleNote("  funded 300 days before maturity", { matures: "300 days after funding" }).replace(
      "funded 300 days before maturity",
      "funded «300 days before maturity»",
    ),
    "funding and maturity count from each other",
  ],
  [
    "extension-unclear",
    "either side",
    exampleNote("  extension «by either»"),
    "neither can hold the other to it",
  ],
  ["extension-unclear", "no end", exampleNote("  extension «by holder»"), "until when or how often"],
  [
    "instalment-outside-term",
    "more than the term has room for",
    instalments("«monthly from 2024-02-02, 24 times»  $100.00"),
    "24 instalments run to January 2, 2026",
    "room for 12",
  ],
  [
    "instalment-outside-term",
    "one day late",
    instalments("2024-07-01  $100.00", "«2025-01-03»  $100.00"),
    "falls on January 3, 2025",
  ],
  [
    "instalment-outside-term",
    "before the note",
    instalments("«2023-12-01»  $100.00"),
    "before the note is issued on January 2, 2024",
  ],
  [
    "instalment-outside-term",
    "by the week",
    instalments("«weekly from 2024-12-01, 8 times»  $100.00"),
    "run to January 19, 2025",
    "room for 5",
  ],
  [
    "prepayment-windows-misfit",
    "one day twice",
    prepayment("day 0 to 30  115%", "«day 30 to 60»  120%", "after day 60  none"),
    "On February 1, 2024 both",
  ],
  [
    "prepayment-windows-misfit",
    "a gap",
    prepayment("day 0 to 30  115%", "«day 40 to 60»  120%", "after day 60  none"),
    "Between these windows February 2, 2024 to February 10, 2024",
  ],
  [
    "prepayment-windows-misfit",
    "past maturity",
    prepayment("day 0 to 180  115%", "«day 181 to 400»  120%"),
    "to February 5, 2025, 34 days past maturity",
  ],
  [
    "prepayment-windows-misfit",
    "in days of the calendar",
    prepayment("until June 30, 2024  110%", "«July 15, 2024 to September 30, 2024»  120%"),
    "July 1, 2024 to July 14, 2024",
  ],
  [
    "prepayment-closes-before-conversion",
    "thirty days",
    convertible("180 days after issue", "«day 0 to 150»  130%", "after day 150  none"),
    "June 30, 2024",
    "29 days in between",
  ],
  ["prepayment-gets-cheaper", "below what is owed", prepayment("day 0 to 90  «85%»"), "85 % of what is owed"],
  [
    "prepayment-gets-cheaper",
    "falling",
    prepayment("day 0 to 90  120%", "day 91 to 180  «110% of principal»"),
    "120 % first and 110 % later",
  ],
  [
    "prepayment-barred-and-priced",
    "barred",
    exampleNote("  prepayment «barred» {\n    day 0 to 90  120%\n  }"),
    "day 0 to 90 120%",
  ],
  [
    "prepayment-barred-and-priced",
    "free",
    exampleNote("  prepayment «without premium» {\n    day 0 to 90  100%\n    day 91 to 180  120%\n  }"),
    "free of any premium",
  ],
  [
    "call-opens-after-maturity",
    "a digit of the year",
    exampleNote(
      "  issuer call {\n    callable from  «January 2, 2036»\n    call price  100% of principal\n  }",
    ),
    "it is due on January 2, 2025",
  ],
  [
    "condition-unused",
    "a clause that stands on record",
    exampleNote("  cross-default  $25,000\n  «cross-default»  $50,000 from July 1, 2024"),
    "nothing is worked out from “cross-default”",
  ],
  [
    "condition-unused",
    "a day count for a time",
    exampleNote(
      "  interest {\n    rate  8% per annum\n    day count  actual/365\n    «day count»  actual/360 from July 1, 2024\n  }",
    ),
    "interest is counted in one way",
  ],
  [
    "condition-unused",
    "an option that passes to the other side",
    exampleNote(
      "  conversion {\n    option  holder\n    «option»  issuer on event of default\n    price  $1.00\n  }",
    ),
    "whoever has the option",
  ],
  [
    "cases-misfit",
    "a gap",
    cases("price $0.50 until day 180", "«price» $0.40 from day 185"),
    "From July 1, 2024 to July 4, 2024 nothing says the price",
  ],
  [
    "cases-misfit",
    "an overlap of one day",
    cases("price $0.50 until day 180", "«price» $0.40 from day 180"),
    "On June 30, 2024 two statements",
  ],
  [
    "cases-misfit",
    "two that are open to the same side, the later first",
    cases("price $0.50", "price $0.30 from day 180", "«price» $0.40 from day 90"),
    "“from day 180” and “from day 90”",
    "exchange the two",
  ],
  [
    "cases-misfit",
    "after maturity",
    cases("price $0.50", "«price» $0.40 from day 400"),
    "begins on February 5, 2025",
  ],
  [
    "cases-misfit",
    "a rate that steps up",
    exampleNote(
      "  interest {\n    rate 5% until 3 months after issue\n    «rate» 10% from 4 months after issue\n  }",
    ),
    "From April 3, 2024 to May 1, 2024 nothing says the rate",
  ],
];

export const silent: readonly Case[] = [
  [
    "call-opens-after-maturity",
    "a month before it is due",
    exampleNote("  issuer call {\n    callable from  1 month before maturity\n  }"),
  ],
  [
    "condition-unused",
    "a flag that is said for an event, and a price for a time",
    exampleNote(
      '  conversion {\n    option  holder\n    automatic conversion  on closing of "Next Financing"\n    price  $1.00 until day 180\n    price  $0.80 after day 180\n  }',
    ),
  ],
  [
    "condition-unused",
    "interest in kind for a time",
    exampleNote(
      "  interest {\n    rate  8% per annum\n    payable  quarterly\n    paid in  kind until July 2, 2024\n    paid in  cash after July 2, 2024\n  }",
    ),
  ],
  ["term-differs-from-dates", "a year in months", exampleNote("  term 12 months")],
  ["term-differs-from-dates", "the day before", exampleNote("  term 365 days")],
  ["term-differs-from-dates", "from the funding", exampleNote("  funded October 2, 2024\n  term 3 months")],
  [
    "term-differs-from-dates",
    "the business day that follows",
    exampleNote("  term 6 months", { issued: "January 6, 2024", matures: "July 8, 2024" }),
  ],
  [
    "due-on-closed-day",
    "counted from a month alone",
    exampleNote("", { issued: "July 2024", matures: "180 days after issue" }),
  ],
  ["signed-before-note", "the day itself", exampleNote("  signed January 2, 2024")],
  ["signed-before-note", "later", exampleNote("  signed January 9, 2024")],
  ["date-circular", "counted from issue", exampleNote("", { matures: "365 days after issue" })],
  ["extension-unclear", "until a day", exampleNote("  extension by holder until January 2, 2026")],
  ["instalment-outside-term", "on the due date", instalments("monthly from 2024-02-02, 12 times  $100.00")],
  [
    "instalment-outside-term",
    "until maturity",
    instalments("monthly from 2024-02-01 until maturity  $100.00"),
  ],
  [
    "prepayment-windows-misfit",
    "a clean ladder",
    prepayment(
      "day 0 to 30  120%",
      "day 31 to 60  125%",
      "day 61 to 90  130%",
      "day 91 to 180  150%",
      "after day 180  none",
    ),
  ],
  ["prepayment-windows-misfit", "in another order", prepayment("after day 30  none", "day 0 to 30  120%")],
  ["prepayment-windows-misfit", "to the due date", prepayment("day 0 to 366  120%")],
  [
    "prepayment-closes-before-conversion",
    "the day before",
    convertible("180 days after issue", "day 0 to 179  130%"),
  ],
  [
    "prepayment-closes-before-conversion",
    "without an end",
    convertible("180 days after issue", "day 0 to 150  130%", "after day 150  140%"),
  ],
  ["prepayment-gets-cheaper", "rising", prepayment("day 0 to 90  110%", "day 91 to 180  110%")],
  ["prepayment-gets-cheaper", "a sum", prepayment("day 0 to 90  $25,000 plus principal")],
  ["prepayment-barred-and-priced", "words alone", exampleNote("  prepayment barred")],
  [
    "prepayment-barred-and-priced",
    "with consent",
    exampleNote("  prepayment with consent {\n    day 0 to 90  120%\n  }"),
  ],
  ["prepayment-barred-and-priced", "barred later", prepayment("day 0 to 90  120%", "after day 90  none")],
  [
    "cases-misfit",
    "three steps, of which the last that holds counts",
    cases("price $0.50", "price $0.40 from day 90", "price $0.30 from day 180"),
  ],
  ["cases-misfit", "after", cases("price $0.50 until day 180", "price $0.40 after day 180")],
  ["cases-misfit", "the next day", cases("price $0.50 until day 180", "price $0.40 from day 181")],
  [
    "cases-misfit",
    "after maturity in words",
    cases("price $0.50 until maturity", "price $0.40 after maturity"),
  ],
  ["cases-misfit", "an event", cases("price $0.50", "price $0.40 on event of default")],
];
