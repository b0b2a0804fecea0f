import { dayCounts } from "../quantity/day-count.ts";
import { block, clause } from "./clause.ts";
import { beginning, choice, either, paymentDays, percent, period, price, rate, text } from "./value.ts";

/** How often interest is added to what bears it; `perYear` is what the formula raises to. */
export const compoundings = [
  { word: "annually", perYear: 1, means: "once a year" },
  { word: "semi-annually", also: ["semiannually", "half-yearly"], perYear: 2, means: "twice a year" },
  { word: "quarterly", perYear: 4, means: "four times a year" },
  { word: "monthly", perYear: 12, means: "twelve times a year" },
  { word: "daily", perYear: 365, means: "every day, 365 times a year" },
  { word: "continuously", perYear: "continuously", means: "at every moment" },
] as const;

/** The day count that `30/360` alone leaves open between three conventions. */
export const plainThirty = "30/360";

/** `30/360` in the words of filings, with or without its last words. */
const thirtyDayMonths: readonly string[] = [
  "comprised of ",
  "consisting of ",
  "composed of ",
  "made up of ",
  "comprising ",
  "of ",
].flatMap((made) =>
  ["360-day year", "year of 360 days"].flatMap((year) =>
    [
      "twelve 30-day months",
      "12 30-day months",
      "12 months of 30 days each",
      "twelve months of 30 days each",
    ].map((months) => `${year} ${made}${months}`),
  ),
);

export const interest = block(
  "interest",
  {
    rate: clause({
      names: [
        "rate",
        "interest rate",
        "coupon",
        "annual rate",
        "annual interest rate",
        "stated rate",
        "stated interest rate",
        "rate of interest",
      ],
      summary: "The rate of interest on the principal.",
      said: {
        called: "Interest Rate",
        says: "{It} bears interest at a rate of {}.",
        none: "{It} bears no interest that accrues over time.",
      },
      value: rate,
      mayBeNone: true,
      required:
        "interest cannot be worked out without a rate; write “interest none” for a note that bears none",
      example: "rate 12% per annum",
    }),
    defaultRate: clause({
      names: ["default rate", "default interest rate", "default interest"],
      summary: "The rate from the due date on when the note is in default.",
      said: {
        called: "Default Rate",
        says: "In the event of a default under {it}, interest accrues at a rate of {}.",
        none: "The interest rate does not increase in the event of a default under {it}.",
      },
      value: rate,
      silent: "no rate of its own: the rate goes on",
      example: "default rate 22% per annum",
    }),
    oneTime: clause({
      names: ["one-time interest", "one-time charge"],
      summary: "Interest that is owed once, as a part of the principal, whatever the time.",
      said: {
        called: "One-Time Interest",
        says: "The one-time interest charge on {it} is {}.",
        none: "There is no one-time interest charge on {it}.",
      },
      value: percent,
      silent: "none",
      example: "one-time interest 10%",
    }),
    guaranteed: clause({
      names: ["guaranteed interest", "minimum interest"],
      summary: "The time for which interest is owed even if the note is paid earlier.",
      said: { called: "Guaranteed Interest", says: "Interest on {it} is guaranteed for {}." },
      value: period,
      silent: "none: interest is owed for the time that passes",
      timeless: "it is owed from the start of interest",
      example: "guaranteed interest 6 months",
    }),
    minimumRate: clause({
      names: ["minimum rate", "rate floor"],
      summary: "The rate is never below this, wherever an index stands.",
      said: { called: "Minimum Rate", says: "The interest rate on {it} is not less than {}." },
      value: percent,
      silent: "none",
      example: "minimum rate 5%",
    }),
    maximumRate: clause({
      names: ["maximum rate", "rate cap"],
      summary: "The rate is never above this, wherever an index stands.",
      said: { called: "Maximum Rate", says: "The interest rate on {it} is not more than {}." },
      value: percent,
      silent: "none",
      example: "maximum rate 12%",
    }),
    paidIn: clause({
      names: ["paid in"],
      summary: "What interest is paid in.",
      said: { called: "Interest Paid in", says: "Interest on {it} is paid in {}." },
      value: choice(
        { word: "cash", also: ["in cash", "money"], means: "money" },
        {
          word: "kind",
          also: [
            "pik",
            "in kind",
            "additional notes",
            "additional principal",
            "by increasing principal",
            "by increasing the principal amount",
            "added to principal",
          ],
          means: "interest is added to the principal on each payment day",
        },
        { word: "shares", means: "shares at the interest price" },
        {
          word: "cash or kind",
          also: ["cash or in kind"],
          means: "money, or added to the principal, as the issuer chooses",
        },
        { word: "cash or shares", means: "money or shares, as the issuer chooses" },
      ),
      silent: "cash",
      example: "paid in cash or shares",
    }),
    interestPrice: clause({
      names: ["interest price"],
      summary: "The price at which interest is paid in shares.",
      said: { called: "Interest Price", says: "The price at which interest is paid in shares is {}." },
      value: price,
      silent: "none stated",
      example: "interest price 80% of average of VWAP over prior 5 trading days",
    }),
    fallback: clause({
      names: ["price fallback"],
      summary: "What the interest price is when the market has none.",
      said: {
        called: "Fallback for the Interest Price",
        says: "Where the market has no price for interest paid in shares, the price is {}.",
      },
      value: text,
      silent: "the sheet does not say",
      example: "price fallback fair value set by the board in good faith",
    }),
    payable: clause({
      names: ["payable"],
      joins: { behind: "rate", names: ["payable"] },
      summary:
        "When interest is paid: at maturity, or monthly, quarterly, semi-annually or annually, on stated days or else counted back from maturity.",
      said: { called: "Interest Payable", says: "Interest on {it} is payable {}." },
      value: either("at maturity, or how often and perhaps on which days", {
        maturity: choice({
          word: "at maturity",
          also: [
            "in a lump sum at maturity",
            "upon maturity",
            "on maturity",
            "on maturity date",
            "upon maturity date",
            "at maturity date",
            "at maturity in cash",
            "in cash at maturity",
            "in arrears at maturity",
          ],
          means: "once, with the principal",
        }),
        days: paymentDays,
      }),
      schedule: true,
      silent: "at maturity",
      timeless: "interest is worked out in one way from its start to its end",
      example: "payable semi-annually on February 15 and August 15",
    }),
    firstPayment: clause({
      names: ["first payment", "first interest payment"],
      summary: "The first day on which interest is paid; the others follow from it.",
      said: { called: "First Interest Payment", says: "The first interest payment on {it} is due on {}." },
      value: beginning,
      timeless: "interest is worked out in one way from its start to its end",
      silent: "the first of the days on which it is payable",
      example: "first payment March 1, 2024",
    }),
    dayCount: clause({
      names: ["day count", "day count convention"],
      summary: "How days become years: which days count, and how many make a year.",
      said: { called: "Day Count", says: "Interest on {it} is computed on a day count of {}." },
      value: choice(...dayCounts.map(({ name, title, also }) => ({ word: name, also, means: title })), {
        word: plainThirty,
        also: thirtyDayMonths,
        means: "months of 30 days; read as bond basis",
      }),
      silent: "actual/365",
      timeless: "interest is counted in one way from its start to its end",
      example: "day count actual/365",
    }),
    dayCountPeriods: clause({
      names: ["day count periods", "determination periods", "regular periods"],
      summary: "The periods by which actual/actual ICMA counts days, where interest is not paid on the way.",
      said: { called: "Day Count Periods", says: "The regular periods of the day count of {it} are {}." },
      value: choice(
        { word: "annual", also: ["annually", "yearly"], means: "a year each" },
        { word: "semi-annual", also: ["semi-annually", "semiannual"], means: "half a year each" },
        { word: "quarterly", means: "a quarter each" },
        { word: "monthly", means: "a month each" },
      ),
      silent: "from one payment of interest to the next, else a year",
      timeless: "interest is counted in one way from its start to its end",
      example: "day count periods semi-annual",
    }),
    simple: clause({
      names: ["simple", "simple interest"],
      joins: {
        behind: "rate",
        names: [
          "simple",
          "simple interest",
          "non-compounding",
          "non-compounded",
          "not compounded",
          "not compounding",
          "without compounding",
        ],
      },
      summary: "Interest bears no interest.",
      said: { called: "Simple Interest", says: "Interest on {it} is simple." },
      value: { form: "flag", says: "nothing more" },
      silent: "simple",
      timeless: "interest is worked out in one way from its start to its end",
      example: "simple",
    }),
    compounded: clause({
      names: ["compounded", "compounding"],
      joins: {
        behind: "rate",
        names: [
          "compounded",
          "compounding",
          "interest compounded",
          "with interest compounded",
          "interest to be compounded",
        ],
      },
      summary: "How often accrued interest begins to bear interest itself.",
      said: {
        called: "Compounding",
        says: "Interest on {it} is compounded {}.",
        none: "Interest on {it} is not compounded.",
      },
      value: choice(...compoundings),
      silent: "simple",
      timeless: "interest is worked out in one way from its start to its end",
      example: "compounded quarterly",
    }),
    accruesFrom: clause({
      names: ["accrues from", "interest from"],
      summary: "The day on which interest begins to run; that day counts.",
      said: { called: "Interest Accrues from", says: "Interest on {it} accrues from {}." },
      value: beginning,
      silent: "from the day of issue",
      example: "accrues from December 6, 2017",
    }),
  },
  "interest",
);
