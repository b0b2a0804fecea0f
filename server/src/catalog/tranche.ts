import { block, clause } from "./clause.ts";
import { beginning, choice, either, ending, flag, money, percent, tagged } from "./value.ts";

/** Of the principal, as filings say it. */
const ofPrincipal = ["principal amount", "face", "face amount", "face value", "par", "par value"].flatMap(
  (principal) => ["", " of note", " of this note", " of notes"].map((of) => `of ${principal}${of}`),
);

/** What the original issue discount is a part of: ten per cent of the one is not ten per cent of the other. */
export const originalIssueDiscount = clause({
  names: ["original issue discount", "OID"],
  summary: "What is lent less than is owed.",
  said: { called: "Original Issue Discount", says: "The original issue discount of {it} is {}." },
  value: tagged(
    either("a sum or a percentage", { sum: money, part: percent }),
    {
      word: "of principal",
      also: ofPrincipal,
      means: "a part of the principal",
    },
    {
      word: "of purchase price",
      also: ["of the purchase price", "of consideration", "of price"],
      means: "a part of what is paid",
    },
  ),
  silent: "none",
  example: "original issue discount 10% of principal",
});

/** What is paid for a note or a tranche. */
export const purchasePrice = clause({
  names: ["purchase price", "consideration", "issue price", "subscription amount", "subscription price"],
  summary: "What the holder pays for the note: a sum, or a percentage of the principal.",
  said: { called: "Purchase Price", says: "The purchase price of {it} is {}." },
  value: either("a sum of money, or a percentage of the principal", {
    sum: money,
    part: tagged(percent, { word: "of principal", also: ofPrincipal, means: "a part of the principal" }),
  }),
  silent: "the principal, less an original issue discount",
  example: "purchase price $136,800.00",
});

/** Fees beside a note or a tranche. */
export const fees = clause({
  names: ["fees", "fee", "legal fees", "lender's legal fees", "transaction expenses"],
  summary: "Fees and expenses of the lender that the issuer bears.",
  said: { called: "Fees", says: "The fees on {it} are {}." },
  value: tagged(
    money,
    {
      word: "deducted from proceeds",
      also: ["deducted", "withheld"],
      means: "taken off what is paid out",
    },
    {
      word: "included in principal",
      also: ["added to principal"],
      means: "lent on top of what is paid out",
    },
  ),
  repeats: true,
  silent: "none",
  example: "fees $20,000 included in principal",
});

/** A part of the principal that is paid over by itself. */
export const tranche = block("tranche", {
  principal: clause({
    names: ["principal"],
    summary: "The principal of the tranche.",
    said: { called: "Principal Amount", says: "The principal amount of {it} is {}." },
    value: money,
    silent: "the purchase price and the discount give it",
    example: "principal $100,000",
  }),
  principalUpTo: clause({
    names: ["principal up to"],
    summary: "The most that the tranche may come to.",
    said: { called: "Principal Amount up to", says: "The principal amount of {it} may be up to {}." },
    value: money,
    silent: "its principal",
    example: "principal up to $85,000",
  }),
  by: clause({
    names: ["paid over", "at the option of"],
    summary: "Who decides whether the tranche is paid over.",
    said: { called: "Paid Over", says: "{It} is paid over {}." },
    value: choice(
      {
        word: "at option of holder",
        also: ["at holder's option", "holder", "lender"],
        means: "the holder",
      },
      {
        word: "at option of issuer",
        also: ["at issuer's option", "issuer", "borrower"],
        means: "the issuer",
      },
      { word: "by agreement", also: ["by mutual agreement"], means: "both together" },
    ),
    silent: "it is owed",
    example: "paid over at option of holder",
  }),
  purchasePrice,
  originalIssueDiscount,
  fees,
  funded: clause({
    names: ["funded"],
    summary: "The day on which the tranche is paid over.",
    said: { called: "Funding Date", says: "The funding date of {it} is {}." },
    value: beginning,
    silent: "on the day of issue",
    example: "funded 2017-04-25",
  }),
  matures: clause({
    names: ["matures"],
    summary: "The day on which the tranche is due.",
    said: {
      called: "Maturity Date",
      says: "The maturity date of {it} is {}.",
      none: "{It} has no maturity date.",
    },
    value: ending,
    silent: "with the note",
    example: "matures 12 months after funding",
  }),
  unfunded: clause({
    names: ["unfunded", "not funded"],
    summary: "The tranche was agreed and never paid over.",
    said: { called: "Funding", says: "{It} has not been funded." },
    value: flag,
    silent: "the tranche is paid over",
    example: "unfunded",
  }),
});
