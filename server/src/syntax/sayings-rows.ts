import type { Saying } from "./saying.ts";

const begins = "beginning|starting|commencing|from|on";

/** What a row of a schedule says beside the rest: when, and how much. */
export const rows: readonly Saying[] = [
  {
    says: [
      "^ within first? # @Day of|after|following|from @Issue date?",
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
  { says: "^ @Before|@Prior # >@Day|@Week|@Month|@Year", means: "until #1" },
  { says: "^ @Prior >Month|#", means: "before" },
  { says: "^ after @Over? first @Year", means: "after 1 year after issue" },
  { says: ["^ from and after >#|Month", "^ on or|and after >#|Month"], means: "from" },
  { says: "^ @Over? first @Year", means: "until 1 year after issue" },
  { says: "^ after # @Day >#|none|no", means: "after day #1" },
  { says: "no @Payment|prepayment|redemption", means: "none" },
  {
    says: [
      "^ from @Day # @To @Day? #",
      "^ from # @Day? @To @Day? # @Day",
      "^ between @Day # and @Day? #",
      "^ @Day # - @Day? #",
      "^ # -|to # @Day",
    ],
    means: "day #1 to #2",
  },
  { says: "@Day # @To @Day? # ,|-|= >#", means: "day #1 to #2" },
  { says: "^ none after # @Day", means: "after day #1 none" },
  { says: "^ none after @Day #", means: "after day #1 none" },
  { says: "at? premium of # %", means: "#= %", number: { times: [1], plus: 100 } },
  { says: "at? # % premium", means: "#= %", number: { times: [1], plus: 100 } },
  { says: "# at >#", means: "#1" },
  { says: ["amount of? >#|$", "= >#|$", ": >#|$"], means: "" },
  { says: "# ,|- >$", means: "#1" },
  { says: "^ fortnightly", means: "every 2 weeks" },
  { says: ["^ @Every other|second @Week", "^ once? @Every other|second @Week"], means: "every 2 weeks" },
  { says: ["^ @Every other|second @Month"], means: "every 2 months" },
  { says: "^ @Every @Week", means: "weekly" },
  { says: "^ @Every @Month", means: "monthly" },
  { says: "^ @Every quarter", means: "quarterly" },
  { says: "^ @Every @Year", means: "annually" },
  {
    says: [`^ @Monthly? on # day? of? @Every @Month beginning|starting|commencing|from on? Month #`],
    means: "monthly from Month #2",
    same: [{ times: [1] }],
  },
  {
    says: [
      `^ # equal? @Monthly payment|payments|installments|instalments of $ # ,? ${begins} on? Month # , #`,
    ],
    means: "monthly from Month #3 , #4 , #1 times $ #2",
  },
  {
    says: [
      `^ # equal? @Weekly payment|payments|installments|instalments of $ # ,? ${begins} on? Month # , #`,
    ],
    means: "weekly from Month #3 , #4 , #1 times $ #2",
  },
  {
    says: `^ $ # @Per|@Every @Month ${begins} on? Month # , # ,? # @Times`,
    means: "monthly from Month #2 , #3 , #4 times $ #1",
  },
  { says: "^ $ # on Month # , # end", means: "Month #2 , #3 $ #1" },
  { says: "# equal? payments|installments|instalments of >$", means: "#1 times" },
  { says: "beginning|starting|commencing on? >Month|#", means: "from" },
];
