import { block, clause, schedule } from "./clause.ts";
import { beginning, choice, either, ending, flag, money, percent, price, tagged, title } from "./value.ts";

/** What the original issue discount is a part of: ten per cent of the one is not ten per cent of the other. */
const originalIssueDiscount = clause({
  names: ["original issue discount", "OID"],
  summary: "What is lent less than is owed.",
  value: tagged(
    either("a sum or a percentage", { sum: money, part: percent }),
    {
      word: "of principal",
      also: [
        "of the principal",
        "of face",
        "of principal amount",
        "of face amount",
        "of the principal amount",
      ],
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

const purchasePrice = clause({
  names: ["purchase price", "consideration"],
  summary: "What the holder pays for the note.",
  value: money,
  silent: "the principal, less an original issue discount",
  example: "purchase price $136,800.00",
});

const fees = clause({
  names: ["fees", "fee"],
  summary: "Fees and expenses of the lender that the issuer bears.",
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

const tranche = block("tranche", {
  principal: clause({
    names: ["principal"],
    summary: "The principal of the tranche.",
    value: money,
    silent: "the purchase price and the discount give it",
    example: "principal $100,000",
  }),
  principalUpTo: clause({
    names: ["principal up to"],
    summary: "The most that the tranche may come to.",
    value: money,
    silent: "its principal",
    example: "principal up to $85,000",
  }),
  by: clause({
    names: ["paid over", "at the option of"],
    summary: "Who decides whether the tranche is paid over.",
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
    value: beginning,
    silent: "on the day of issue",
    example: "funded 2017-04-25",
  }),
  matures: clause({
    names: ["matures"],
    summary: "The day on which the tranche is due.",
    value: ending,
    silent: "with the note",
    example: "matures 12 months after funding",
  }),
  unfunded: clause({
    names: ["unfunded", "not funded"],
    summary: "The tranche was agreed and never paid over.",
    value: flag,
    silent: "the tranche is paid over",
    example: "unfunded",
  }),
});

/** What is paid in, and what is paid back when. */
export const moneyClauses = {
  businessDays: clause({
    names: ["business day convention", "business days"],
    summary: "When a payment is made that falls due on a day on which New York's banks are closed.",
    value: tagged(
      choice(
        {
          word: "following",
          also: ["following business day", "next business day", "next succeeding business day"],
          means: "on the next business day",
        },
        {
          word: "modified following",
          also: ["modified following business day"],
          means: "on the next business day, or the one before where that is in another month",
        },
        {
          word: "preceding",
          also: ["preceding business day", "previous business day"],
          means: "on the business day before",
        },
        { word: "no adjustment", also: ["unadjusted"], means: "it counts as paid that day" },
      ),
      {
        word: "with interest",
        means: "interest runs to the day of payment, which it does where neither is said",
      },
      {
        word: "without interest",
        also: ["without additional interest", "without further interest"],
        means: "interest stops at the day that is stated",
      },
    ),
    silent: "paid that day",
    timeless: "one convention holds for every payment",
    example: "business day convention following",
  }),
  principalUpTo: clause({
    names: ["principal up to", "aggregate principal"],
    summary: "The most that may be owed when every tranche is paid over.",
    value: money,
    silent: "the principal",
    example: "principal up to $555,000",
  }),
  purchasePrice,
  originalIssueDiscount,
  fees,
  proceeds: clause({
    names: ["net proceeds", "proceeds"],
    summary: "What the issuer receives, as the document states it.",
    value: money,
    silent: "worked out from price and fees",
    timeless: "what the issuer receives is settled when the note is paid over",
    example: "net proceeds $199,000",
  }),
  tranche: clause({
    names: ["tranche"],
    summary: "A part of the principal that is paid over by itself.",
    value: title,
    block: tranche,
    repeats: true,
    example: 'tranche "First"',
  }),
  instalments: clause({
    schedule: true,
    names: ["instalments", "installments", "amortisation", "amortization"],
    summary: "What is paid back on which days.",
    value: { form: "block", says: "a block in braces" } as const,
    block: schedule("instalments", "instalments", "when, and how much is paid", "payment"),
    silent: "everything is due at maturity",
    example: "instalments",
  }),
  instalmentsPaidIn: clause({
    names: ["instalments paid in", "installments paid in"],
    summary: "What instalments are paid in.",
    value: choice(
      { word: "cash", means: "money" },
      { word: "shares", means: "shares at the instalment price" },
      { word: "cash or shares", means: "money or shares, as the issuer chooses" },
    ),
    silent: "cash",
    example: "instalments paid in cash or shares",
  }),
  instalmentPrice: clause({
    names: ["instalment price", "installment price"],
    summary: "The price at which an instalment is paid in shares; its windows end before the payment.",
    value: price,
    silent: "none stated",
    example: "instalment price 85% of lowest closing bid over 20 trading days before payment",
  }),
  prepayment: clause({
    names: ["prepayment", "redemption by issuer"],
    summary: "Whether, and for how much, the issuer may pay early.",
    value: choice(
      {
        word: "at any time without premium",
        also: [
          "at any time",
          "permitted",
          "without penalty",
          "without premium",
          "without premium or penalty",
          "allowed",
          "at any time without penalty",
          "at any time without premium or penalty",
          "at any time without penalty or premium",
        ],
        means: "for what is owed, without a premium",
      },
      {
        word: "with consent",
        also: [
          "with consent of holder",
          "with the holder's consent",
          "with written consent of holder",
          "with prior written consent of holder",
          "only with consent of holder",
        ],
        means: "only if the holder agrees",
      },
      { word: "barred", also: ["not permitted", "prohibited", "not allowed"], means: "not before maturity" },
    ),
    block: schedule("prepayment", "prepayment", "when, and which part of what is owed is paid", "payment"),
    silent: "the sheet does not say",
    example: "prepayment barred",
  }),
  holderRedemption: clause({
    names: ["holder redemption", "redemption by holder"],
    summary: "What the holder may ask to be paid early.",
    value: { form: "block", says: "a block in braces" } as const,
    block: schedule("holder redemption", "redemptions", "when, and how much at most", "payment"),
    silent: "none",
    example: "holder redemption",
  }),
  redemptionPrice: clause({
    names: ["redemption price"],
    summary: "The price at which a redemption that the holder asks for may be paid in shares.",
    value: price,
    silent: "it is paid in money",
    example: "redemption price 85% of lowest closing bid over 20 trading days before payment",
  }),
};
