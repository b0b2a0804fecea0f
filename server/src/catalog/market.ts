import { block, clause, rows } from "./clause.ts";
import {
  amount,
  beginning,
  blockOnly,
  expectation,
  happening,
  level,
  money,
  percent,
  period,
  price,
  pricePath,
  shares,
  source,
  tagged,
} from "./value.ts";

export const market = block(
  "market",
  {
    outstanding: clause({
      names: ["outstanding", "shares outstanding"],
      summary: "The issuer's shares outstanding before any conversion.",
      value: shares,
      silent: "ownership and its limit cannot be worked out",
      never: { zero: "ownership is measured by it" },
      example: "outstanding 1,000,000,000 shares",
    }),
    outstandingAtSigning: clause({
      names: ["outstanding at signing", "shares outstanding at signing"],
      summary: "The shares outstanding when the note was signed, by which an exchange cap is measured.",
      value: shares,
      silent: "the shares outstanding",
      example: "outstanding at signing 900,000,000 shares",
    }),
    authorised: clause({
      names: ["authorised", "authorized"],
      summary: "The shares that the issuer's charter allows.",
      value: shares,
      silent: "no limit is worked out",
      example: "authorised 20,000,000,000 shares",
    }),
    reserved: clause({
      names: ["reserved"],
      summary: "Shares that are set aside for others.",
      value: shares,
      silent: "none",
      example: "reserved 100,000,000 shares",
    }),
    heldByHolder: clause({
      names: ["held by holder"],
      summary: "The shares that the holder owns already.",
      value: shares,
      silent: "none",
      example: "held by holder 1,000,000 shares",
    }),
    capitalization: clause({
      names: ["capitalization", "fully diluted"],
      summary: "All shares before a round, with options and whatever else converts, but without notes.",
      value: shares,
      silent: "rounds can't be worked out",
      never: { zero: "valuations are divided by it" },
      example: "capitalization 8,000,000 shares",
    }),
    index: clause({
      names: ["index"],
      summary:
        "Where an index of interest stands; said again with “from” and a day, where it stands from then on.",
      value: level,
      repeats: true,
      history: true,
      silent: "rates that follow it wait",
      example: 'index "WSJ Prime" 8.5%',
    }),
    valuedOn: clause({
      names: ["valued on"],
      summary: "The day on which numbers that need one are worked out where no scenario names another.",
      value: beginning,
      silent: "no day: such numbers wait",
      example: "valued on December 6, 2018",
    }),
    prices: clause({
      names: ["prices"],
      summary:
        "What the share cost, a day a line, a measure a column; `-` where there was no price. A CSV file has the same columns.",
      value: source,
      block: rows("prices", "prices", "a date and a price for each column"),
      silent: "prices are shown in symbols",
      example: "prices",
    }),
  },
  "conversion",
);

const round = block(
  "round",
  {
    newMoney: clause({
      names: ["new money"],
      summary: "What new investors pay in.",
      value: money,
      silent: "not stated",
      example: "new money $2,000,000",
    }),
    preMoney: clause({
      names: ["pre-money", "pre-money valuation"],
      summary:
        "What the company is worth before the new money, and whether the shares of the notes that convert count in it.",
      value: tagged(
        money,
        {
          word: "including notes",
          also: ["including converted notes"],
          means: "divided by all shares, those of the notes that convert among them",
        },
        {
          word: "excluding notes",
          also: ["excluding converted notes"],
          means: "divided by the shares before any note converts",
        },
      ),
      silent: "the price per share or the post-money valuation says it",
      never: { zero: "new shares would cost nothing" },
      example: "pre-money $12,000,000 including notes",
    }),
    postMoney: clause({
      names: ["post-money", "post-money valuation"],
      summary: "What the company is worth with the new money: all shares after the round at its price.",
      value: money,
      silent: "the pre-money valuation and the new money",
      never: { zero: "new shares would cost nothing" },
      example: "post-money $14,000,000",
    }),
    optionPool: clause({
      names: ["option pool"],
      summary:
        "Options that are newly set aside in the round, as a part of all shares after it. They come out of the pre-money valuation, so that they dilute everyone but the new investors.",
      value: tagged(percent, {
        word: "after the round",
        also: ["after round"],
        means: "of all shares after the round",
      }),
      silent: "none is set aside",
      example: "option pool 10% after the round",
    }),
    pricePerShare: clause({
      names: ["price per share", "round price"],
      summary: "What new investors pay for a share.",
      value: price,
      silent: "the pre-money valuation gives it",
      never: { zero: "new shares would cost nothing" },
      example: "price per share $1.50",
    }),
  },
  "financing",
);

const newIssue = block(
  "new issue",
  {
    issued: clause({
      names: ["issued shares"],
      summary: "How many shares are sold.",
      value: shares,
      required: "the weight of new shares is their number",
      example: "issued shares 1,000,000 shares",
    }),
    at: clause({
      names: ["issue price"],
      summary: "What each of them is sold for.",
      value: price,
      required: "anti-dilution compares prices",
      example: "issue price $0.50",
    }),
  },
  "conversion",
);

export const scenario = block(
  "scenario",
  {
    on: clause({
      names: ["on"],
      summary: "The day on which it happens: the conversion date.",
      value: beginning,
      required: "a scenario is worked out for a day",
      example: "on December 6, 2018",
    }),
    convert: clause({
      names: ["convert"],
      summary: "The amount that is converted on that day.",
      value: amount,
      silent: "what the conversion's amount says",
      example: "convert principal and interest",
    }),
    eventOfDefault: clause({
      names: ["event of default"],
      summary: "The day on which an event of default happens.",
      value: beginning,
      silent: "none happens",
      example: "event of default March 1, 2019",
    }),
    closing: clause({
      names: ["closing"],
      summary: "The day on which something closes that the note names.",
      value: happening,
      repeats: true,
      silent: "it does not close",
      example: 'closing "Series A" on July 14, 2025',
    }),
    event: clause({
      names: ["event"],
      summary: "The day on which something happens that the note names.",
      value: happening,
      repeats: true,
      silent: "it does not happen",
      example: 'event "Listing" on June 30, 2025',
    }),
    price: clause({
      names: ["price"],
      summary: "The prices that the scenario is played with.",
      value: pricePath,
      silent: "the market's",
      example: "price from $0.0005 to $0.01",
    }),
    soldAt: clause({
      names: ["sold at"],
      summary: "What the holder gets for a share.",
      value: price,
      silent: "the market price",
      example: "sold at $0.002",
    }),
    round: clause({
      names: ["round"],
      summary: "A round of financing in which the note converts.",
      value: blockOnly,
      block: round,
      silent: "none",
      example: "round",
    }),
    newIssue: clause({
      names: ["new issue"],
      summary: "Shares that the issuer sells to others, which anti-dilution looks at.",
      value: blockOnly,
      block: newIssue,
      silent: "none",
      example: "new issue",
    }),
    deliveredLate: clause({
      names: ["delivered late"],
      summary: "How late the shares are delivered.",
      value: period,
      silent: "in time",
      example: "delivered late 30 days",
    }),
    expect: clause({
      names: ["expect"],
      summary: "What the scenario has to come to; where it does not, the sheet says so.",
      value: expectation,
      repeats: true,
      example: "expect shares on conversion at most 300,000,000 shares",
    }),
  },
  "conversion",
);
