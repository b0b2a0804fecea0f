import { block, clause } from "./clause.ts";
import { beginning, blockOnly, choice, flag, price, text, trigger } from "./value.ts";

const trueUp = block(
  "true-up",
  {
    measured: clause({
      names: ["measured on"],
      summary: "The day on which the shares are counted again.",
      value: beginning,
      required: "the shares are counted again on a day",
      timeless: "the shares are counted again on one day",
      example: "measured on 6 months after issue",
    }),
    at: clause({
      names: ["true-up price"],
      summary: "The price at which they are counted again.",
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
    value: text,
    silent: "none is excluded",
    example: "excluded issuances employee options and conversions of this note",
  }),
  trueUp: clause({
    names: ["true-up", "make-good"],
    summary: "Shares that are added later if the price has fallen.",
    value: blockOnly,
    block: trueUp,
    silent: "none",
    example: "true-up",
  }),
  forced: clause({
    names: ["forced conversion"],
    summary: "The price from which the issuer may force a conversion.",
    value: trigger,
    silent: "none",
    example: "forced conversion 150% of conversion price for 20 of 30 trading days",
  }),
  automatic: clause({
    names: ["automatic conversion"],
    summary: "The event on which the note converts by itself.",
    value: flag,
    silent: "none",
    example: 'automatic conversion on closing of "Qualified Financing"',
  }),
  contingent: clause({
    names: ["contingent conversion"],
    summary: "What the price has to reach before the holder may convert.",
    value: trigger,
    silent: "no condition",
    example: "contingent conversion 130% of conversion price for 20 of 30 trading days",
  }),
  triggerPrice: clause({
    names: ["trigger price"],
    summary:
      "The price that forces a conversion, or lets the holder convert, where the document states it beside a percentage.",
    value: price,
    convertsNone: true,
    silent: "worked out",
    example: "trigger price $5.41",
  }),
  parValue: clause({
    names: ["par value"],
    summary: "The par value of a share, below which none can be issued.",
    value: price,
    convertsNone: true,
    silent: "not stated",
    example: "par value $0.001",
  }),
  belowPar: clause({
    names: ["below par"],
    summary: "What happens when the conversion price would be below par.",
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
    value: text,
    silent: "the sheet does not say",
    example: "price fallback fair value set by the board in good faith",
  }),
  splitAdjustment: clause({
    names: ["split adjustment"],
    summary: "What a split of the shares changes.",
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
