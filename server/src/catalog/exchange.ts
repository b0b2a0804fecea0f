import { block, clause } from "./clause.ts";
import { beginning, money, shares, title } from "./value.ts";

/** A part of what is surrendered. */
const part = block(
  "part",
  {
    surrendered: clause({
      names: ["surrendered"],
      summary: "The securities of this part.",
      said: { called: "Securities Surrendered", says: "The securities surrendered in {it} are {}." },
      value: shares,
      silent: "not distinguished",
      example: "surrendered 225 shares",
    }),
    issued: clause({
      names: ["issued"],
      summary: "The day on which they were issued.",
      said: { called: "Issued", says: "The securities of {it} were issued on {}." },
      value: beginning,
      silent: "not stated",
      example: "issued September 23, 2016",
    }),
    capital: clause({
      names: ["capital"],
      summary: "What was paid in on them, or is owed on them.",
      said: { called: "Capital", says: "The capital of {it} is {}." },
      value: money,
      required: "the parts add up to the value surrendered",
      example: "capital $225,000.00",
    }),
    accrued: clause({
      names: ["accrued"],
      summary: "Dividends or interest that had accrued on them.",
      said: { called: "Accrued", says: "What had accrued on {it} is {}." },
      value: money,
      silent: "none",
      example: "accrued $27,437.50",
    }),
  },
  "exchange",
);

/** The older securities that a note replaces. */
export const exchange = block(
  "exchange",
  {
    part: clause({
      names: ["part"],
      summary: "One of the parts of what is surrendered.",
      said: { called: "Part of the Exchange", it: "part {} of the exchange" },
      value: title,
      block: part,
      repeats: true,
      example: 'part "Tranche 3"',
    }),
    debt: clause({
      names: ["notes surrendered", "surrendered debt"],
      summary: "The debt given up for the note, interest included.",
      said: { called: "Notes Surrendered", says: "The notes surrendered in {it} amount to {}." },
      value: money,
      silent: "none",
      example: "notes surrendered $323,400",
    }),
    surrendered: clause({
      names: ["surrendered"],
      summary: "The securities given up for the note.",
      said: { called: "Securities Surrendered", says: "The securities surrendered in {it} are {}." },
      value: shares,
      example: 'surrendered 675 shares of "Series J Preferred Stock"',
    }),
    value: clause({
      names: ["value"],
      summary: "What the securities given up were worth, accrued dividends and interest included.",
      said: { called: "Value Surrendered", says: "The value surrendered in {it} is {}." },
      value: money,
      required: "the uplift and the holder's return are measured against it",
      example: "value $755,416.67",
    }),
  },
  "exchange",
);
