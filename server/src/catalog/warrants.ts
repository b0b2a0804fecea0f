import { block, clause } from "./clause.ts";
import { beginning, choice, ending, flag, money, percent, price, shares, tagged } from "./value.ts";

/** A grant of warrants beside the note. */
export const warrant = block(
  "warrants",
  {
    shares: clause({
      names: ["warrant shares", "shares"],
      summary: "The number of shares that the warrants buy.",
      said: { called: "Warrant Shares", says: "The number of shares that {it} buy is {}." },
      value: shares,
      silent: "the coverage gives it",
      example: "warrant shares 1,800,000 shares",
    }),
    strike: clause({
      names: ["strike price", "exercise price"],
      summary: "What a share costs on exercise.",
      said: { called: "Exercise Price", says: "The exercise price of {it} is {}." },
      value: price,
      convertsNone: true,
      required: "a warrant buys at a price",
      example: "strike price $3.00",
    }),
    coverage: clause({
      names: ["coverage"],
      summary:
        "How much the warrants buy: their shares at the strike price as a part of the principal, or their number as a part of the shares on conversion.",
      said: { called: "Coverage", says: "The coverage of {it} is {}." },
      value: tagged(
        percent,
        {
          word: "of principal",
          also: ["of the principal", "of principal amount", "of the principal amount"],
          means: "the shares at their strike price come to that part of the principal",
        },
        {
          word: "of conversion shares",
          also: ["of the conversion shares", "of shares", "of the shares"],
          means: "that part of the shares which the principal converts into",
        },
      ),
      silent: "not stated",
      example: "coverage 100% of principal",
    }),
    exercisable: clause({
      names: ["exercisable from"],
      summary: "The first day of exercise.",
      said: { called: "Exercisable from", says: "The first day of exercise of {it} is {}." },
      value: beginning,
      silent: "from the day of issue",
      example: "exercisable from 6 months after issue",
    }),
    expires: clause({
      names: ["expire", "expires"],
      summary: "The last day of exercise.",
      said: { called: "Expiry", says: "The last day of exercise of {it} is {}." },
      value: ending,
      silent: "not stated",
      example: "expire 5 years after issue",
    }),
    aggregatePrice: clause({
      names: ["aggregate price", "aggregate exercise price"],
      summary: "What all of the warrants' shares cost together, as the document states it.",
      said: { called: "Aggregate Exercise Price", says: "The aggregate exercise price of {it} is {}." },
      value: money,
      silent: "worked out",
      example: "aggregate price $416,666",
    }),
    adjusts: clause({
      names: ["strike adjusts"],
      summary: "How the strike price follows an issue of shares below it.",
      said: {
        called: "Adjustment of the Exercise Price",
        says: "The exercise price of {it} is adjusted by {}.",
      },
      value: choice(
        { word: "full ratchet", means: "it falls to the price of the new shares" },
        { word: "weighted average", means: "it falls by the weight of the new shares among all" },
      ),
      silent: "it does not",
      example: "strike adjusts full ratchet",
    }),
    cashless: clause({
      names: ["cashless exercise", "cashless"],
      summary: "The warrants may be exercised for their value in shares.",
      said: { called: "Cashless Exercise", says: "{It} may be exercised on a cashless basis {}." },
      value: flag,
      silent: "exercise is paid in money",
      example: "cashless exercise",
    }),
  },
  "warrant",
);
