import { clause, schedule } from "./clause.ts";
import { fees, originalIssueDiscount, purchasePrice, tranche } from "./tranche.ts";
import { choice, money, price, tagged, title } from "./value.ts";

/** What is paid in, and what is paid back when. */
export const moneyClauses = {
  businessDays: clause({
    names: ["business day convention", "business days"],
    summary: "When a payment is made that falls due on a day on which New York's banks are closed.",
    said: { called: "Business Day Convention", says: "The business day convention for payments is {}." },
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
    said: { called: "Aggregate Principal Amount", says: "The principal amount of {it} may be up to {}." },
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
    said: { called: "Net Proceeds", says: "The net proceeds of {it} are {}." },
    value: money,
    silent: "worked out from price and fees",
    timeless: "what the issuer receives is settled when the note is paid over",
    example: "net proceeds $199,000",
  }),
  tranche: clause({
    names: ["tranche"],
    summary: "A part of the principal that is paid over by itself.",
    said: { called: "Tranche", it: "tranche {}" },
    value: title,
    block: tranche,
    repeats: true,
    example: 'tranche "First"',
  }),
  instalments: clause({
    schedule: true,
    names: ["instalments", "installments", "amortisation", "amortization"],
    summary: "What is paid back on which days.",
    said: {
      called: "Instalments",
      says: "{It} is repaid in instalments as follows: {}.",
      none: "{It} is not repaid in instalments.",
    },
    value: { form: "block", says: "a block in braces" } as const,
    block: schedule("instalments", "instalments", "when, and how much is paid", "payment"),
    silent: "everything is due at maturity",
    example: "instalments",
  }),
  instalmentsPaidIn: clause({
    names: ["instalments paid in", "installments paid in"],
    summary: "What instalments are paid in.",
    said: { called: "Instalments Paid in", says: "Instalments are paid in {}." },
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
    said: { called: "Instalment Price", says: "The price at which instalments are paid in shares is {}." },
    value: price,
    silent: "none stated",
    example: "instalment price 85% of lowest closing bid over 20 trading days before payment",
  }),
  prepayment: clause({
    names: ["prepayment", "redemption by issuer", "may be prepaid", "prepayable"],
    summary: "Whether, and for how much, the issuer may pay early.",
    said: {
      called: "Prepayment",
      says: "The Company may prepay {it} as follows: {}.",
      none: "{It} may not be prepaid.",
      each: {
        "at any time without premium": "The Company may prepay {it} at any time without premium.",
        "with consent": "The Company may prepay {it} only with the consent of the Holder.",
        barred: "The Company may not prepay {it}.",
      },
    },
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
          ...["permitted", "allowed"].flatMap((may) =>
            ["", " without penalty", " without premium", " without premium or penalty"].map(
              (free) => `${may} at any time${free}`,
            ),
          ),
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
    said: {
      called: "Redemption by the Holder",
      says: "The Holder may ask for early redemption of {it} as follows: {}.",
      none: "The Holder may not ask for early redemption of {it}.",
    },
    value: { form: "block", says: "a block in braces" } as const,
    block: schedule("holder redemption", "redemptions", "when, and how much at most", "payment"),
    silent: "none",
    example: "holder redemption",
  }),
  redemptionPrice: clause({
    names: ["redemption price"],
    summary: "The price at which a redemption that the holder asks for may be paid in shares.",
    said: {
      called: "Redemption Price",
      says: "The price at which a redemption by the Holder is paid in shares is {}.",
    },
    value: price,
    silent: "it is paid in money",
    example: "redemption price 85% of lowest closing bid over 20 trading days before payment",
  }),
};
