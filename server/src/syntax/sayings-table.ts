import type { Sum } from "./digits.ts";

/**
 * Something that filings say, and the language's own words for it. `says` is read once fillers are gone and every number
 * is in figures: words, of which `a|b` is either and `a?` may be left out; `#` for a number, `M` for a measure (`Ms` in
 * the plural), `Month`, `"` for a name in quotes, `@Name` for a keyword. `^` stands where a phrase or an alternative
 * begins, `end` where nothing follows; what has a `>` before it has to follow and stays. In `means`, `#1` is the first
 * number as it stands, `#=` the one that `number` works out.
 */
export interface Saying {
  readonly says: string | readonly string[];
  readonly means: string;
  readonly number?: Sum;
  /** What the last number has to be, in each of these sums. */
  readonly same?: readonly Sum[];
  /** The first number is no more than this. */
  readonly below?: number;
}

/** A price or what a price begins with. */
const price = '>lowest|highest|average|lesser|greater|lower|higher|M|conversion|#|$|"|market|closing';

const prices: readonly Saying[] = [
  { says: ["% multiplied by", `% @Times|× ${price}`], means: "% of" },
  {
    says: ["# multiplied by", `# @Times|× ${price}`],
    means: "#= % of",
    number: { times: [1], shift: 2 },
    below: 1,
  },
  { says: "product of # % and|of|,", means: "#1 % of" },
  {
    says: [
      `at? # % discount from|off|to|of|below? ${price}`,
      `at? discount of # % from|off|to|of|below? ${price}`,
    ],
    means: "#= % of",
    number: { times: [-1], plus: 100 },
  },
  {
    says: [`at? # % premium over|to|of|above? ${price}`, `at? premium of # % over|to|of|above? ${price}`],
    means: "#= % of",
    number: { times: [1], plus: 100 },
  },
  { says: [",? less|minus discount of # %", ",? less|minus # % discount"], means: "less #1 %" },
  { says: [",? at # % discount end", ",? at discount of # % end"], means: "less #1 %" },
  { says: ", less|minus", means: "less" },
  {
    says: [
      "^ fixed? @Conversion @Price of >$",
      "^ fixed @Price of? >$",
      "^ at? @Price of >$",
      "^ fixed at >$",
      "^ of >$|#",
    ],
    means: "",
  },
  { says: "/ share", means: "" },
  { says: "M of our|its|company's|issuer's|borrower's|maker's common? stock|share|shares", means: "M" },
  { says: "M of >@Prior", means: "M over" },
  { says: "M of >#", means: "M over" },
  { says: "lowest of >Ms", means: "lowest" },
  { says: "highest of >Ms", means: "highest" },
  {
    says: [
      "ending|ended on? latest|@Prior? trading day @Before|@Prior",
      "ending|ended on? and? including latest|@Prior? trading day @Before|@Prior",
    ],
    means: "before",
  },
  { says: ["ending|ended on and including", "ending|ended on"], means: "including" },
  { says: ["# out of #", "# of|in any #"], means: "#1 of #2" },
  {
    says: "at? least? # trading? @Day in|of|during|over|within any|@Period? of? # trading? @Day @Period?",
    means: "#1 of #2 trading days",
  },
];

const rates: readonly Saying[] = [
  { says: ["^ at? interest? rate of", "^ at? annual|yearly @Interest? rate of", "^ at >#"], means: "" },
  { says: ",? @Over arrears", means: "" },
  { says: "plus|less margin|spread of >#", means: "plus" },
  { says: "+ >#", means: "plus" },
  { says: "# basis point|points", means: "#= %", number: { times: [1], shift: -2 } },
  { says: "# bps|bp", means: "#= %", number: { times: [1], shift: -2 } },
  { says: "# % ( # % )", means: "#1 %", same: [{ times: [1] }] },
  {
    says: "# % per? @Month|monthly ( # % per? @Year|annually )",
    means: "#1 % per month",
    same: [{ times: [12] }],
  },
  {
    says: [
      "@Maximum|highest @Interest? rate allowed|permitted|allowable|permissible by|under applicable? law",
      "@Maximum|highest @Interest? rate allowed|permitted|allowable|permissible",
      "@Maximum|highest @Legal @Interest? rate",
      "@Maximum|highest rate of @Interest allowed|permitted by|under applicable? law",
      "@Maximum|highest amount allowed|permitted by|under applicable? law",
      "@Legal @Maximum @Interest? rate",
    ],
    means: "legal maximum",
  },
  {
    says: "^ # % above|over|plus|more? than? stated|then|applicable|regular? @Interest? rate",
    means: "additional #1 %",
  },
  { says: "^ # % in excess of @Interest? rate", means: "additional #1 %" },
  { says: "^ @Interest? rate plus # %", means: "additional #1 %" },
  {
    says: [
      "^ wsj prime rate? >plus|less|minus|+|end",
      "^ wall street journal prime rate? >plus|less|minus|+",
    ],
    means: '"WSJ_Prime"',
  },
  { says: "^ prime rate? >plus|less|minus|+", means: '"Prime"' },
  { says: "^ sofr rate? >plus|less|minus|+", means: '"SOFR"' },
  { says: "^ libor rate? >plus|less|minus|+", means: '"LIBOR"' },
];

const dates: readonly Saying[] = [
  { says: "# year|years? anniversary of", means: "#1 year after" },
  { says: "^ date that|which is|falls >#", means: "" },
  { says: "^ as of >Month|#", means: "" },
  { says: "first anniversary of", means: "1 year after" },
  { says: "second anniversary of", means: "2 years after" },
  { says: "third anniversary of", means: "3 years after" },
  { says: "fourth anniversary of", means: "4 years after" },
  { says: "fifth anniversary of", means: "5 years after" },
  { says: "seventh anniversary of", means: "7 years after" },
  { says: "tenth anniversary of", means: "10 years after" },
  { says: "original @Issue >date", means: "issue" },
  { says: "date of original? @Issue of? this? @Note?", means: "issue date" },
  { says: ["date hereof", "date of this? note|agreement|debenture", "this date"], means: "issue date" },
  { says: "date of @Conversion", means: "conversion date" },
  { says: "date of @Maturity", means: "maturity date" },
  { says: "date of @Funding", means: "funding date" },
  { says: "date of @Payment", means: "payment date" },
  { says: "# year|years and|,? # month|months", means: "#= months", number: { times: [12, 1] } },
  { says: ["^ on or before >Month|#", "^ no|not later than >Month|#"], means: "" },
  { says: "^ on >Month", means: "" },
];

const sums: readonly Saying[] = [
  { says: ["^ aggregate? original? @Principal sum|amount of >$", "^ sum|amount of >$"], means: "" },
  { says: "$ # ( # dollars )", means: "$ #1", same: [{ times: [1] }] },
  { says: "and all|any >accrued|unpaid|interest", means: "and" },
  { says: "@Interest thereon", means: "interest" },
  { says: "^ @Every @Month end", means: "monthly" },
  { says: "^ all|any or? any? portion|part of >@Principal", means: "" },
  { says: "^ at? par >on|end", means: "100 % of principal" },
  { says: "^ at? par end", means: "100 % of principal" },
  { says: "per $ # @Principal amount? of? notes?", means: "per $ #1" },
];

const limits: readonly Saying[] = [
  { says: "after giving effect such|any? @Issue|@Conversion", means: "after issuance" },
  {
    says: [
      "^ # % of @Share|common stock? outstanding? end",
      "^ # % of @Share of common stock? outstanding? end",
      "^ # % of number of @Share of? common? stock? outstanding? >after|before",
      "^ # % of number of @Share of? common? stock? outstanding? end",
      "^ # % of @Share of? common? stock? outstanding? >after|before",
    ],
    means: "#1 %",
  },
  {
    says: "^ # % of number? of? @Conversion @Share end",
    means: "#= times",
    number: { times: [1], shift: -2 },
  },
  {
    says: "^ # % of number? of? @Share issuable on|upon @Conversion end",
    means: "#= times",
    number: { times: [1], shift: -2 },
  },
  { says: "^ # @Times number? of? @Conversion @Share end", means: "#1 times" },
  { says: "^ # @Times number? of? @Share issuable on|upon @Conversion end", means: "#1 times" },
  { says: "^ within >#", means: "" },
];

/** What a row of a schedule says beside that: when, and how much. */
const rows: readonly Saying[] = [
  {
    says: [
      "^ within first? # @Day",
      "^ @Over? first # @Day",
      "^ up @To? @Day #",
      "^ on or @Before @Day #",
      "^ no|not later than @Day #",
    ],
    means: "day 0 to #1",
  },
  { says: "^ @Before|@Prior to? @Day #", means: "day 0 to #=", number: { times: [1], plus: -1 } },
  {
    says: ["^ on or @Before >Month|#", "^ no|not later than >Month|#", "^ through >Month|#"],
    means: "until",
  },
  { says: "^ @Before >#", means: "until" },
  { says: "^ after # @Day >#", means: "after day #1" },
  { says: "^ from @Day # @To @Day? #", means: "day #1 to #2" },
  { says: "^ # -|to # @Day", means: "day #1 to #2" },
  { says: "@Day # @To @Day? # , >#", means: "day #1 to #2" },
  { says: "^ none after # @Day", means: "after day #1 none" },
  { says: "^ none after @Day #", means: "after day #1 none" },
  { says: "^ @Day # - #", means: "day #1 to #2" },
  { says: "# at >#", means: "#1" },
  { says: ": >#|$", means: "" },
  { says: "# - >$", means: "#1" },
  { says: "^ @Every @Week", means: "weekly" },
  { says: "^ @Every @Month", means: "monthly" },
  { says: "^ @Every quarter", means: "quarterly" },
  { says: "^ @Every @Year", means: "annually" },
  {
    says: "^ on # day? of? @Every @Month beginning|starting|commencing|from on? Month #",
    means: "monthly from Month #2",
    same: [{ times: [1] }],
  },
  { says: "beginning|starting|commencing on? >Month|#", means: "from" },
];

/** What the words are: those behind a clause's name, or a row of a schedule. */
export type PhraseKind = "value" | "row";

const values: readonly Saying[] = [...prices, ...rates, ...dates, ...sums, ...limits];

/** Every saying, those of rows first where a row is read. */
export function sayingsOf(kind: PhraseKind): readonly Saying[] {
  return kind === "row" ? [...rows, ...values] : values;
}
