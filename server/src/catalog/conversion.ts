import { ceilingsBehind, floorsBehind } from "./bounds-behind.ts";
import { block, clause, lines } from "./clause.ts";
import { conversionTerms } from "./conversion-terms.ts";
import { fractionWays } from "./fractions.ts";
import { limits } from "./limits.ts";
import {
  amount,
  beginning,
  blockOnly,
  choice,
  conversionRate,
  ending,
  percent,
  price,
  shares,
  text,
} from "./value.ts";

/** That the choice is somebody's, as filings say it. */
function choiceOf(who: string): readonly string[] {
  return [
    who,
    `of ${who}`,
    ...["option", "election", "discretion", "sole option"].flatMap((choice) => [
      `at ${choice} of ${who}`,
      `${choice} of ${who}`,
      `at ${who}'s ${choice}`,
      `${who}'s ${choice}`,
    ]),
  ];
}

export const conversion = block(
  "conversion",
  {
    option: clause({
      names: ["option", "at the option of"],
      summary: "Who decides whether the note is paid in shares.",
      said: {
        called: "Conversion Option",
        says: "The option to pay {it} in shares is with the {}.",
        each: {
          issuer: "The Company may, at its option, pay {it} in shares.",
          holder: "The Holder may, at its option, convert {it} into shares.",
        },
      },
      value: choice(
        {
          word: "issuer",
          also: ["issuer", "company", "borrower", "maker"].flatMap(choiceOf),
          means: "the issuer may pay in shares",
        },
        {
          word: "holder",
          also: ["holder", "lender", "investor", "noteholder"].flatMap(choiceOf),
          means: "the holder may convert",
        },
      ),
      required: "whether issuer or holder decides changes what the right is worth and to whom",
      example: "option holder",
    }),
    from: clause({
      names: ["from", "convertible from"],
      summary: "The first day on which the note may be converted.",
      said: { called: "Convertible from", says: "{It} is convertible from {}." },
      value: beginning,
      silent: "from the day of issue",
      example: "from 180 days after issue",
    }),
    until: clause({
      names: ["until", "convertible until"],
      summary: "The last day on which the note may be converted.",
      said: {
        called: "Convertible until",
        says: "{It} is convertible until {}.",
        none: "The right to convert {it} has no last day.",
      },
      value: ending,
      silent: "until the note is paid",
      example: "until maturity",
    }),
    amount: clause({
      names: ["amount", "amount converted"],
      summary: "What is converted: the amount that the conversion price divides.",
      said: { called: "Amount Converted", says: "The amount converted is {}." },
      value: amount,
      silent: "principal and interest",
      example: "amount principal and interest",
    }),
    price: clause({
      names: ["price", "conversion price", "fixed conversion price", "initial conversion price"],
      summary: "The price at which the amount becomes shares.",
      said: { called: "Conversion Price", says: "The conversion price is {}." },
      value: price,
      required: "no number of shares follows without it",
      unless: ["conversionRate", "premium"],
      example: "price 65% of average of 3 lowest closing bids over prior 10 trading days",
    }),
    floor: clause({
      names: ["floor", "floor price"],
      leads: ["not lower than", "not less than", "of"],
      joins: { behind: "price", names: floorsBehind },
      summary: "The conversion price is never below this.",
      said: {
        called: "Floor Price",
        says: "The conversion price is not less than {}.",
        none: "The conversion price has no floor.",
      },
      value: price,
      silent: "none: the number of shares has no upper bound",
      example: "floor $0.0005",
    }),
    ceiling: clause({
      names: ["ceiling", "ceiling price"],
      leads: ["not higher than", "not more than", "of"],
      joins: { behind: "price", names: ceilingsBehind },
      summary: "The conversion price is never above this.",
      said: {
        called: "Ceiling Price",
        says: "The conversion price is not more than {}.",
        none: "The conversion price has no ceiling.",
      },
      value: price,
      silent: "none",
      example: "ceiling $0.003",
    }),
    ...limits,
    fractions: clause({
      names: ["fractional shares", "fractions"],
      summary: "What becomes of a fraction of a share.",
      said: {
        called: "Fractional Shares",
        says: "Fractional shares are settled as follows: {}.",
        each: {
          "cash in lieu": "No fractional shares are issued, and cash is paid in lieu of them.",
          "rounded down": "Fractional shares are rounded down.",
          "rounded up": "Fractional shares are rounded up.",
          nearest: "Fractional shares are rounded to the nearest whole share.",
        },
      },
      value: choice(...fractionWays),
      silent: "shares round down, with cash in lieu",
      example: "fractional shares cash in lieu",
    }),
    conversionRate: clause({
      names: ["conversion rate", "initial conversion rate", "exchange rate"],
      summary: "How many shares so much principal converts into.",
      said: { called: "Conversion Rate", says: "The conversion rate is {}." },
      value: conversionRate,
      silent: "the price gives it",
      never: { zero: "a price a share follows from it" },
      example: "conversion rate 240.3846 shares per $1,000",
    }),
    discount: clause({
      names: ["discount", "stated discount"],
      summary: "The discount to the market price that the document states beside its multiplier.",
      said: { called: "Stated Discount", says: "The stated discount of the conversion price is {}." },
      value: percent,
      silent: "the price says it",
      example: "discount 35%",
    }),
    rescission: clause({
      names: ["rescission"],
      summary: "When the holder may take a conversion back, in the document's words.",
      said: {
        called: "Rescission",
        says: "The Holder may rescind a conversion {}.",
        none: "The Holder may not rescind a conversion.",
      },
      value: text,
      silent: "not stated",
      example: "rescission if the shares are not delivered in 3 days",
    }),
    belowFloor: clause({
      names: ["below floor"],
      summary: "What happens to what the floor keeps from being paid in shares.",
      said: {
        called: "Below the Floor",
        says: "Of what the floor price keeps from being paid in shares, {} is owed.",
        each: {
          "paid in cash": "What the floor price keeps from being paid in shares is paid in cash.",
          nothing: "Nothing is owed for what the floor price keeps from being paid in shares.",
        },
      },
      value: choice(
        { word: "paid in cash", also: ["cash"], means: "the difference is paid in money" },
        { word: "nothing", means: "nothing is owed for it" },
      ),
      silent: "the sheet does not say",
      example: "below floor paid in cash",
    }),
    referencePrice: clause({
      names: ["reference price"],
      summary: "The share's price when the note was priced, on which a premium is taken.",
      said: { called: "Reference Price", says: "The reference price is {}." },
      value: price,
      convertsNone: true,
      silent: "none",
      never: { zero: "the premium is a part of it" },
      example: "reference price $3.70",
    }),
    premium: clause({
      names: ["premium", "conversion premium"],
      summary: "How far the conversion price stands above the reference price.",
      said: { called: "Conversion Premium", says: "The conversion premium is {}." },
      value: percent,
      silent: "none",
      example: "premium 60%",
    }),
    statedShares: clause({
      names: ["shares on conversion"],
      summary: "The number of shares that the document states.",
      said: { called: "Shares on Conversion", says: "The number of shares issuable on conversion is {}." },
      value: shares,
      silent: "the price gives the number",
      example: "shares on conversion 1,068,374 shares",
    }),
    equityConditions: clause({
      names: ["equity conditions"],
      summary: "What has to hold before the issuer may pay in shares, a condition a line in its own words.",
      said: {
        called: "Equity Conditions",
        says: "The Company may pay in shares only if the following conditions are met: {}.",
        none: "There are no equity conditions.",
      },
      value: blockOnly,
      block: lines("equity conditions", "a condition in its own words"),
      silent: "none",
      example: "equity conditions",
    }),
    ...conversionTerms,
  },
  "conversion",
);
