import { example } from "./analyse.ts";

/** One slip of the pen, made at one of the places in a sheet where it can be made. */
export interface Mistake {
  readonly kind: string;
  /** The sheets that the slip may leave, each with one mistake; none where the sheet has no place for it. */
  readonly made: (sheet: string) => readonly string[];
  /** Why no rule can tell it from what may well be meant; undefined where every one has to be found. */
  readonly beyond?: string;
}

const days = ["07-18", "07-19", "07-22", "07-23", "07-24", "07-25", "07-26", "07-29", "07-30", "07-31"];
const rows = days.map((day, index) => `    2019-${day}  $0.00${24 + index}`).join("\n");

const powerUp = `${example("power-up-note")}
market {
  outstanding  1,000,000,000 shares
  prices {
    date        closing bid
${rows}
  }
}

scenario "Converted at maturity" {
  on       August 1, 2019
  convert  principal and interest
}
`;

const bridge = `note "Bridge Note" {
  issuer     "Example Corp."
  holder     "Example Fund LP"
  principal  $250,000.00
  issued     March 1, 2024
  matures    March 3, 2025
  security   first lien on all receivables

  "Market Price" means average of 5 lowest VWAP over prior 20 trading days

  interest {
    rate          ten percent (10%) per annum
    default rate  18% per annum
    payable       at maturity
    day count     actual/365
    simple
    accrues from  issue
  }

  conversion {
    option             holder
    from               180 days after issue
    until              maturity
    amount             principal and interest
    price              lesser of { $1.50; 80% of "Market Price" }
    floor              $0.20
    ownership limit    9.99% after issuance
    fractional shares  cash in lieu
  }

  events of default {
    failure to pay when due
    bankruptcy or insolvency
  }

  registration rights  none
  governing law        Delaware
}
`;

const loan = `note "Loan Note" {
  issuer                   "Example Corp."
  holder                   "Example Fund LP"
  principal                $220,000.00
  purchase price           $200,000.00
  original issue discount  $20,000.00
  fees                     $10,000.00 deducted from proceeds
  net proceeds             $190,000.00
  signed                   March 1, 2024
  issued                   March 1, 2024
  matures                  March 3, 2025
  term                     12 months
  security                 first lien on all receivables
  cross-default            $25,000.00
  default amount           120% of principal and interest

  interest {
    rate          10% per annum
    default rate  15% per annum
    payable       at maturity
    day count     actual/365
    simple
    accrues from  issue
  }

  prepayment {
    day 0 to 60     110%
    day 61 to 120   115%
    day 121 to 180  120%
    after day 180   none
  }

  instalments {
    monthly from 2024-09-01, 6 times  $10,000.00
  }

  conversion {
    option             holder
    from               181 days after issue
    until              maturity
    amount             principal and interest
    conversion rate    400 shares per $1,000
    price              $2.50
    reference price    $2.00
    premium            25%
    reserve            3 times
    fractional shares  cash in lieu
  }

  warrants {
    warrant shares  44,000 shares
    strike price    $2.50
    coverage        50%
  }

  events of default {
    failure to pay when due
    bankruptcy or insolvency
  }

  registration rights  none
  governing law        Delaware
}
`;

/** Sheets in which nothing is wrong that the filings do not say. */
export const cleanSheets: ReadonlyMap<string, string> = new Map([
  ["Exchange Note", example("exchange-note")],
  ["Power Up Note", powerUp],
  ["Bridge Note", bridge],
  ["Loan Note", loan],
]);

/** The sheet with each match of a pattern replaced, one at a time; comments stay. */
function each(pattern: RegExp, put: (...found: string[]) => string): Mistake["made"] {
  return (sheet) =>
    [...sheet.matchAll(new RegExp(pattern, `${pattern.flags.replace("g", "")}g`))].flatMap((found) => {
      const ahead = sheet.slice(0, found.index);
      if (ahead.slice(ahead.lastIndexOf("\n") + 1).startsWith("//")) return [];
      return [ahead + put(...found) + sheet.slice(found.index + found[0].length)];
    });
}

/** The sheet without each line that a pattern fits, one at a time. */
function without(pattern: RegExp): Mistake["made"] {
  return (sheet) => {
    const lines = sheet.split("\n");
    return lines.flatMap((line, at) => (pattern.test(line) ? [lines.toSpliced(at, 1).join("\n")] : []));
  };
}

/** The values behind two names exchanged. */
function exchanged(first: string, second: string): Mistake["made"] {
  return (sheet) => {
    const values = [first, second].map((name) => new RegExp(`^( *${name} +)(.*)$`, "m").exec(sheet));
    const [one, two] = values;
    if (!one || !two) return [];
    const put = new Map([
      [first, two[2] ?? ""],
      [second, one[2] ?? ""],
    ]);
    return [
      sheet.replace(
        new RegExp(`^( *(${first}|${second}) +)(.*)$`, "gm"),
        (_, head: string, name: string) => head + put.get(name),
      ),
    ];
  };
}

const date = /\b([A-Z][a-z]+ \d{1,2}, |20\d\d-\d\d-\d\d\b)(20\d\d)?/;
const clauseLine =
  /^ +(principal|currency|issued|funded|matures|security|rate|default rate|payable|day count|option|from|until|amount|ownership limit|floor|registration rights|governing law|fractional shares|outstanding|on|convert) .*$/;

const withoutEvents = each(/ {2}events of default \{[^}]*\}\n/, () => "");

/** Slips in sums that are paid in and back, in schedules, and in prices that are stated twice. */
const ofSums: readonly Mistake[] = [
  {
    kind: "sum that is paid in with another digit",
    made: each(
      /((?:purchase price|original issue discount|net proceeds) +\$)(\d)(\d)/,
      (_, head, first, next) => `${head}${first}${next === "9" ? "1" : "9"}`,
    ),
  },
  { kind: "fee left out", made: without(/^ +fees .*deducted/) },
  { kind: "another term", made: each(/(term +)12 months/, (_, head) => `${head}9 months`) },
  { kind: "signed before its date", made: each(/(signed +)March 1/, (_, head) => `${head}February 1`) },
  {
    kind: "window that begins a day early",
    made: each(/day (61|121) to/, (_, first) => `day ${Number(first) - 1} to`),
  },
  {
    kind: "window that begins late",
    made: each(/day (61|121) to/, (_, first) => `day ${Number(first) + 5} to`),
  },
  { kind: "window beyond the term", made: each(/to 180( +120%)/, (_, rest) => `to 480${rest}`) },
  {
    kind: "prepayment that ends before conversion",
    made: each(/to 180( +120%\n +after day )180/, (_, rest) => `to 150${rest}150`),
  },
  { kind: "premium that falls", made: each(/115%/, () => "105%") },
  {
    kind: "premium of another height",
    made: each(/115%/, () => "116%"),
    beyond: "Any premium between those beside it may be what was agreed.",
  },
  { kind: "prepayment barred too", made: each(/prepayment \{/, () => "prepayment barred {") },
  { kind: "ten instalments too many", made: each(/, 6 times/, () => ", 16 times") },
  { kind: "instalment with a zero too many", made: each(/times {2}\$10,000/, () => "times  $100,000") },
  {
    kind: "instalment of another sum",
    made: each(/times {2}\$10,000/, () => "times  $11,000"),
    beyond: "What instalments leave is due at maturity, whatever it is.",
  },
  { kind: "conversion rate with another digit", made: each(/400 shares per/, () => "440 shares per") },
  {
    kind: "price that is stated twice with digits exchanged",
    made: each(/(\n +price +)\$2\.50/, (_, head) => `${head}$2.05`),
  },
  { kind: "premium with another digit", made: each(/(premium +)25%/, (_, head) => `${head}35%`) },
  { kind: "number of warrants with another digit", made: each(/44,000 shares/, () => "40,000 shares") },
  {
    kind: "reserve with its point slipped",
    made: each(/reserve( +)3 times/, (_, gap) => `reserve${gap}0.3 times`),
  },
  { kind: "cross-default at nothing", made: each(/(cross-default +)\$25,000\.00/, (_, head) => `${head}$0`) },
];

/** The kinds of mistake, in the order of a sheet. */
export const mistakes: readonly Mistake[] = [
  ...ofSums,
  { kind: "issue and maturity exchanged", made: exchanged("issued", "matures") },
  { kind: "rate and default rate exchanged", made: exchanged("rate", "default rate") },
  {
    kind: "issuer and holder exchanged",
    made: exchanged("issuer", "holder"),
    beyond: "Nothing but the names says who owes the note to whom.",
  },
  {
    kind: "year of maturity ten years early",
    made: each(/^( *matures .*20)(\d)(\d)/m, (_, head, __, last) => `${head}0${last}`),
  },
  {
    kind: "year of maturity ten years late",
    made: each(/^( *matures .*20)(\d)(\d)/m, (_, head, tens, last) => `${head}${Number(tens) + 1}${last}`),
    beyond: "A term of eleven years is long for such a note, and notes of that term exist.",
  },
  {
    kind: "year of a scenario early",
    made: each(/^( *on +.*20)(\d\d)$/m, (_, head, year) => `${head}${Number(year) - 9}`),
  },
  {
    kind: "conversion opens a year late",
    made: each(/^( *from +.*20)(\d\d)$/m, (_, head, year) => `${head}${Number(year) + 1}`),
  },
  {
    kind: "conversion delayed beyond the term",
    made: each(/180 days/, () => "1,800 days"),
  },
  {
    kind: "day moved by one",
    made: each(
      /(issued|matures)( +[A-Z][a-z]+ )(\d+)/,
      (_, name, month, day) => `${name}${month}${Number(day) + 1}`,
    ),
    beyond: "Another day is as good a day, unless banks are closed on it.",
  },
  {
    kind: "day that does not exist",
    made: each(/\b(December|August|March|February) \d+, /, () => "February 30, "),
  },
  {
    kind: "date in slashes",
    made: each(/^( *(?:issued|matures|funded) +)(.*)$/m, (_, head) => `${head}12/6/2018`),
  },
  {
    kind: "month without its day",
    made: each(/^( *(?:issued|matures|on) +[A-Z][a-z]+) \d+,/m, (_, head) => head),
  },
  { kind: "year lost", made: each(date, (found) => found.replace(/,? ?20\d\d$|^20\d\d-/, "")) },
  {
    kind: "rate as a fraction",
    made: each(
      /(\n *rate +(?:ten percent \()?)(\d+)%/,
      (_, head, percent) => `${head}0.${percent.padStart(2, "0")}%`,
    ),
  },
  {
    kind: "rate a hundredfold",
    made: each(/(\n *(?:default )?rate +)(\d+)%/, (_, head, percent) => `${head}${percent}00%`),
  },
  { kind: "rate by the month", made: each(/(rate +\d+% per) annum/, (_, head) => `${head} month`) },
  {
    kind: "rate off by a point",
    made: each(/(\n *rate +)(\d+)%/, (_, head, percent) => `${head}${Number(percent) + 1}%`),
    beyond: "Any rate near the usual ones may be what was agreed.",
  },
  { kind: "words and figures differ", made: each(/ten percent \(10%\)/, () => "twelve percent (10%)") },
  {
    kind: "discount for multiplier",
    made: each(/\b(65|80|85)% of/, (_, part) => `${100 - Number(part)}% of`),
  },
  { kind: "point of a multiplier lost", made: each(/\b(65|80|85)% of/, (_, part) => `${part}0% of`) },
  {
    kind: "multiplier off by some points",
    made: each(/\b(65|80|85)% of/, (_, part) => `${Number(part) - 10}% of`),
    beyond: "Any discount up to a half may be what was agreed.",
  },
  {
    kind: "numbers of the window exchanged",
    made: each(/of (\d+) lowest (.*) prior (\d+) /, (_, a, what, b) => `of ${b} lowest ${what} prior ${a} `),
  },
  {
    kind: "as many picked as the window has days",
    made: each(/of (\d+) lowest (.*) prior (\d+) /, (_, __, what, b) => `of ${b} lowest ${what} prior ${b} `),
  },
  {
    kind: "window of another length",
    made: each(/prior (\d+) trading days/, (_, count) => `prior ${Number(count) + 5} trading days`),
    beyond: "Windows of 5 to 30 days all occur; only a market whose table ends tells them apart.",
  },
  {
    kind: "trading days for days",
    made: each(/prior (\d+) trading days/, (_, count) => `prior ${count} days`),
    beyond: "Calendar days are a window too.",
  },
  {
    kind: "day trading period",
    made: each(/prior (\d+) trading days/, (_, count) => `prior ${count} day trading period`),
  },
  { kind: "average not said", made: each(/average of (\d+ lowest)/, (_, picks) => picks) },
  { kind: "window lost", made: each(/ over prior \d+ trading days/, () => "") },
  { kind: "day of a quote lost", made: each(/ on prior trading day/, () => "") },
  {
    kind: "measure that there is not",
    made: each(/VWAP over|closing bids? (?=over|on)/, () => "market price "),
  },
  {
    kind: "highest for lowest",
    made: each(/\b(lowest|lesser) of/, (_, word) => (word === "lowest" ? "highest of" : "greater of")),
  },
  {
    kind: "alternative doubled",
    made: each(/\n( +closing bid on prior trading day)/, (line) => line + line),
  },
  {
    kind: "fixed alternative added",
    made: each(/\n( +)\$0\.003\n/, (line, indent) => `${line}${indent}$0.004\n`),
  },
  {
    kind: "only one alternative left",
    made: each(/lesser of \{ \$1\.50; (.*) \}/, (_, others) => `lesser of { ${others} }`),
  },
  {
    kind: "alternative lost",
    made: without(/^ +(closing bid on prior trading day|\$0\.003)$/),
    beyond: "What is left is a price like others; nothing says that there was one more.",
  },
  { kind: "a valuation for a price", made: each(/\$0\.003\b|\$1\.50/, () => "$6,000,000") },
  { kind: "floor above the fixed price", made: each(/(floor +)\$0\.20/, (_, head) => `${head}$2.00`) },
  {
    kind: "fixed price with another zero",
    made: each(/\$0\.003\b|\$1\.50/, (price) => price.replace(".", ".0")),
    beyond: "Prices of a hundredth of a cent occur; only the market tells what a share costs.",
  },
  {
    kind: "option of the other side",
    made: each(
      /(option +)(issuer|holder)/,
      (_, head, who) => head + (who === "issuer" ? "holder" : "issuer"),
    ),
  },
  { kind: "point of the ownership limit lost", made: each(/\b(4|9)\.99%/, (_, digit) => `${digit}99%`) },
  { kind: "point of the ownership limit moved", made: each(/\b(4|9)\.99%/, (_, digit) => `${digit}9.9%`) },
  {
    kind: "basis of the ownership limit lost",
    made: each(/(\d\.99%) after issuance/, (_, limit) => limit),
  },
  {
    kind: "principal with a zero too few",
    made: each(/(principal +\$\d+)0,000/, (_, head) => `${head},000`),
    beyond: "Without an exchange or a purchase price nothing is compared with the principal.",
  },
  {
    kind: "value surrendered with digits exchanged",
    made: each(/\$755,416/, () => "$577,416"),
    beyond: "The uplift is reported as it is, with other numbers.",
  },
  {
    kind: "number of shares surrendered changed",
    made: each(/675 shares/, () => "765 shares"),
    beyond: "The sheet says what the shares are worth, not what one is worth.",
  },
  {
    kind: "principal in another currency",
    made: each(/(principal +)\$(?=130,000)/, (_, head) => `${head}EUR `),
    beyond: "The note is then one in that currency, and no other sum of it says otherwise.",
  },
  {
    kind: "another currency",
    made: each(/(value|floor)( +)\$/, (_, name, gap) => `${name}${gap}EUR `),
  },
  { kind: "minus", made: each(/(principal +|\n *rate +)(?=[$\d])/, (head) => `${head}-`) },
  { kind: "percent sign lost", made: each(/(\d)%(?!\))/, (_, digit) => digit) },
  {
    kind: "quotes lost",
    made: each(/(issuer|holder)( +)"(.*)"/, (_, name, gap, words) => name + gap + words),
  },
  {
    kind: "clause misspelt",
    made: each(
      /\n( +)(matures|price |option|rate )/,
      (_, indent, name) => `\n${indent}${name.slice(0, 1)}${name.slice(2)}`,
    ),
  },
  {
    kind: "clause doubled",
    made: (sheet) => {
      const lines = sheet.split("\n");
      return lines.flatMap((line, at) =>
        clauseLine.test(line) ? [lines.toSpliced(at, 0, line).join("\n")] : [],
      );
    },
  },
  {
    kind: "needed clause lost",
    made: without(/^ +(principal|issued|matures|rate|option|ownership limit|floor|on) /),
  },
  {
    kind: "clause lost that notes do without",
    made: without(/^ +(security|registration rights|payable|funded|issuer|holder|convert|surrendered|from) /),
    beyond:
      "A note may be silent there; what it then means is usual, or stays open in the list of open points.",
  },
  {
    kind: "clause that a point hangs on lost",
    made: without(/^ +(day count|simple|amount|fractional shares|default rate) ?/),
  },
  {
    kind: "value left blank",
    made: each(/^( +(?:principal|issued|matures|rate|price|from) +)(\S.*)$/m, (_, head, words) =>
      words.includes("{") ? `${head}${words}` : `${head}[ ]`,
    ),
  },
  {
    kind: "two values left",
    made: each(/(\n *(?:default )?rate +)(\d+%)/, (_, head, percent) => `${head}[${percent} | 9%]`),
  },
  {
    kind: "events of default lost where a default rate hangs on them",
    made: (sheet) => (sheet.includes("default rate") ? withoutEvents(sheet) : []),
  },
  {
    kind: "events of default lost where nothing hangs on them",
    made: (sheet) => (sheet.includes("default rate") ? [] : withoutEvents(sheet)),
    beyond: "A note may name none; nothing in it then waits for one.",
  },
  {
    kind: "list of events left open",
    made: each(/bankruptcy or insolvency/, (line) => `${line}\n    and others`),
  },
  { kind: "brace lost", made: each(/[{}]/, () => "") },
  { kind: "term in the plural", made: each(/of "Market Price"/, () => 'of "Market Prices"') },
  {
    kind: "definition that uses itself",
    made: each(
      /means average of 5 lowest VWAP over prior 20 trading days/,
      () => 'means 90% of "Market Price"',
    ),
  },
  {
    kind: "term no longer used",
    made: each(/80% of "Market Price"/, () => "80% of VWAP on prior trading day"),
  },
  {
    kind: "simple and compounded",
    made: each(/\n( +)simple\n/, (line, indent) => `${line}${indent}compounded monthly\n`),
  },
  { kind: "row of the table lost", made: without(/^ +20\d\d-\d\d-\d\d +\$/) },
  {
    kind: "row of the table on a Sunday",
    made: each(/2018-12-04|2019-07-31/, (day) => (day.startsWith("2018") ? "2018-12-02" : "2019-07-28")),
  },
  {
    kind: "price of the table with a slip",
    made: each(/^( +20\d\d-\d\d-\d\d +\$0\.0)0/m, (_, head) => head),
  },
  {
    kind: "secured by nothing",
    made: each(/(security +)(none|first.*)/, (_, head) => `${head}senior secured`),
  },
  {
    kind: "other law",
    made: each(/(governing law +)Delaware/, (_, head) => `${head}Nevada`),
    beyond: "Either law may govern.",
  },
];

/** Kinds of mistake that the rules cannot tell from what may be meant, each with the reason. */
export const beyondTheRules: readonly { readonly kind: string; readonly why: string }[] = mistakes.flatMap(
  ({ kind, beyond }) => (beyond === undefined ? [] : [{ kind, why: beyond }]),
);
