import { block, clause } from "./clause.ts";
import { beginning, blockOnly, choice, flag, price, text, trigger } from "./value.ts";

/** What a price has to reach, as filings put it. */
const reaching = ["at least", "greater than or equal to", "equal to or greater than", "not less than"];

const trueUp = block(
  "true-up",
  {
    measured: clause({
      names: ["measured on"],
      summary: "The day on which the shares are counted again.",
      said: { called: "True-up Measured on", says: "The shares are counted again on {}." },
      value: beginning,
      required: "the shares are counted again on a day",
      timeless: "the shares are counted again on one day",
      example: "measured on 6 months after issue",
    }),
    at: clause({
      names: ["true-up price"],
      summary: "The price at which they are counted again.",
      said: { called: "True-up Price", says: "The true-up price is {}." },
      value: price,
      required: "the shares are counted again at a price",
      example: "true-up price lowest VWAP over 20 trading days before maturity",
    }),
  },
  "conversion",
);

/** What adjusts a conversion, what it waits for, and what is received on it. */
export const conversionTerms = {
  antiDilution: clause({
    names: ["anti-dilution"],
    summary: "How the conversion price follows an issue of shares below it.",
    said: {
      called: "Anti-Dilution",
      says: "The anti-dilution protection of the conversion price is {}.",
      none: "The conversion price has no anti-dilution protection.",
    },
    value: choice(
      { word: "full ratchet", means: "the price falls to that of the new shares" },
      {
        word: "weighted average",
        also: ["broad-based weighted average"],
        means: "the price falls by the weight of the new shares among all",
      },
    ),
    silent: "none",
    example: "anti-dilution full ratchet",
  }),
  excludedIssuances: clause({
    names: ["excluded issuances"],
    summary: "Issues of shares that do not change the conversion price.",
    said: {
      called: "Excluded Issuances",
      says: "The anti-dilution protection excludes {}.",
      none: "The anti-dilution protection excludes no issuances.",
    },
    value: text,
    silent: "none is excluded",
    example: "excluded issuances employee options and conversions of this note",
  }),
  trueUp: clause({
    names: ["true-up", "make-good"],
    summary: "Shares that are added later if the price has fallen.",
    said: { called: "True-up", none: "There is no true-up.", it: "the true-up" },
    value: blockOnly,
    block: trueUp,
    silent: "none",
    example: "true-up",
  }),
  forced: clause({
    names: ["forced conversion"],
    leads: reaching,
    summary: "The price from which the issuer may force a conversion.",
    said: {
      called: "Forced Conversion",
      says: "The Company may force a conversion once the share price is {}.",
      none: "The Company may not force a conversion.",
    },
    value: trigger,
    silent: "none",
    example: "forced conversion 150% of conversion price for 20 of 30 trading days",
  }),
  automatic: clause({
    names: ["automatic conversion"],
    summary: "The event on which the note converts by itself.",
    said: { called: "Automatic Conversion", says: "{It} converts automatically {}." },
    value: flag,
    silent: "none",
    example: 'automatic conversion on closing of "Qualified Financing"',
  }),
  contingent: clause({
    names: ["contingent conversion"],
    leads: reaching,
    summary: "What the price has to reach before the holder may convert.",
    said: {
      called: "Contingent Conversion",
      says: "The Holder may convert only once the share price is {}.",
      none: "The right to convert is not contingent on the share price.",
    },
    value: trigger,
    silent: "no condition",
    example: "contingent conversion 130% of conversion price for 20 of 30 trading days",
  }),
  triggerPrice: clause({
    names: ["trigger price"],
    summary:
      "The price that forces a conversion, or lets the holder convert, where the document states it beside a percentage.",
    said: { called: "Conversion Trigger Price", says: "The trigger price for conversion is {}." },
    value: price,
    convertsNone: true,
    silent: "worked out",
    example: "trigger price $5.41",
  }),
  parValue: clause({
    names: ["par value"],
    summary: "The par value of a share, below which none can be issued.",
    said: { called: "Par Value", says: "The par value of a share is {}." },
    value: price,
    convertsNone: true,
    silent: "not stated",
    example: "par value $0.001",
  }),
  belowPar: clause({
    names: ["below par"],
    summary: "What happens when the conversion price would be below par.",
    said: {
      called: "Below Par",
      says: "Where the conversion price would be below par, the following holds: {}.",
      each: {
        "principal grossed up":
          "Where the conversion price would be below par, the price is par and the principal amount is grossed up.",
        "price is par": "Where the conversion price would be below par, the price is par.",
        "no conversion": "Where the conversion price would be below par, {it} may not be converted.",
      },
    },
    value: choice(
      {
        word: "principal grossed up",
        means: "the price is par, and principal is added so that the number of shares stays",
      },
      { word: "price is par", means: "the price is par" },
      { word: "no conversion", means: "the note can't be converted then" },
    ),
    silent: "the sheet does not say",
    example: "below par principal grossed up",
  }),
  fallback: clause({
    names: ["price fallback"],
    summary: "What the price is when the market has none.",
    said: {
      called: "Fallback for the Conversion Price",
      says: "Where the market has no price, the conversion price is {}.",
    },
    value: text,
    silent: "the sheet does not say",
    example: "price fallback fair value set by the board in good faith",
  }),
  splitAdjustment: clause({
    names: ["split adjustment"],
    summary: "What a split of the shares changes.",
    said: {
      called: "Adjustment for Splits",
      says: "A split of the shares adjusts the following: {}.",
      none: "A split of the shares adjusts no price.",
    },
    value: choice(
      { word: "price only", also: ["price"], means: "the conversion price alone" },
      {
        word: "price, floor and ceiling",
        also: ["price, floor, cap and trigger", "all prices", "every price"],
        means: "every price in the note",
      },
    ),
    silent: "the sheet does not say",
    example: "split adjustment price, floor and ceiling",
  }),
  settlement: clause({
    names: ["settlement"],
    summary: "What the holder receives on conversion.",
    said: { called: "Settlement", says: "A conversion is settled in {}." },
    value: choice(
      { word: "shares", also: ["physical"], means: "shares" },
      { word: "cash", means: "their value in money" },
      {
        word: "cash or shares",
        also: ["combination"],
        means: "money, shares or both, as the issuer chooses",
      },
    ),
    silent: "shares",
    example: "settlement cash or shares",
  }),
};
