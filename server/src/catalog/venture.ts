import { block, clause } from "./clause.ts";
import { amount, blockOnly, choice, money, percent, period, price, shares, tagged, text } from "./value.ts";
import { basisOf, thresholdLeads, thresholdTrails } from "./venture-words.ts";

const valuationCap = clause({
  names: ["valuation cap", "cap"],
  summary: "The valuation above which the note does not convert.",
  said: {
    called: "Valuation Cap",
    says: "The valuation cap in {it} is {}.",
    none: "There is no valuation cap in {it}.",
  },
  value: tagged(
    money,
    { word: "pre-money", also: basisOf("pre-money"), means: "before the new money" },
    {
      word: "post-money",
      also: basisOf("post-money"),
      means: "with the converted notes, before the new money",
    },
  ),
  silent: "none",
  never: { zero: "the price would be zero, and no number of shares follows from it" },
  example: "valuation cap $6,000,000 pre-money",
});

const financing = block(
  "qualified financing",
  {
    threshold: clause({
      names: ["threshold"],
      leads: thresholdLeads,
      trails: thresholdTrails,
      summary: "The least new money that makes a financing qualified.",
      said: {
        called: "Threshold",
        says: "The threshold of {it} is {}.",
        none: "There is no threshold of {it}.",
      },
      value: tagged(
        money,
        {
          word: "excluding notes",
          also: ["excluding conversion of notes", "excluding conversion of this note", "exclusive of notes"],
          means: "new money alone",
        },
        {
          word: "including notes",
          also: ["including conversion of notes", "including conversion of this note"],
          means: "converted notes count as money",
        },
      ),
      silent: "the sheet does not say",
      example: "threshold $1,000,000 excluding notes",
    }),
    capPrice: clause({
      names: ["cap price"],
      summary: "The valuation cap as a price a share, where the document works it out.",
      said: { called: "Cap Price", says: "The cap price in {it} is {}." },
      value: price,
      silent: "the valuation cap divided by the capitalization",
      example: "cap price $2.377",
    }),
    discount: clause({
      names: ["discount"],
      summary: "How far below the price of the round the note converts.",
      said: {
        called: "Discount",
        says: "The discount in {it} is {}.",
        none: "There is no discount in {it}.",
      },
      value: percent,
      silent: "none",
      never: { whole: "nothing is left of the price of the round, and no number of shares follows from it" },
      example: "discount 20%",
    }),
    valuationCap,
    price: clause({
      names: ["financing price"],
      summary: "A price a share at which the note converts in the financing, beside discount and cap.",
      said: { called: "Financing Price", says: "The financing price in {it} is {}." },
      value: price,
      silent: "discount and cap give it",
      example: "financing price $2.377",
    }),
    capitalization: clause({
      names: ["company capitalization", "capitalization"],
      summary:
        "The number of shares by which the valuation cap is divided; a post-money cap counts the converted notes on top.",
      said: { called: "Company Capitalization", says: "The company capitalization in {it} is {}." },
      value: shares,
      silent: "the market's capitalization",
      never: { zero: "the valuation cap is divided by it" },
      example: "company capitalization 8,000,000 shares",
    }),
    includes: clause({
      names: ["capitalization includes"],
      summary: "What counts among the shares by which the valuation cap is divided, in the document's words.",
      said: { called: "Capitalization Includes", says: "The company capitalization in {it} includes {}." },
      value: text,
      silent: "the sheet does not say",
      example: "capitalization includes option pool and outstanding options",
    }),
    converts: clause({
      names: ["converts"],
      summary: "Whether the note converts by itself or the holder chooses.",
      said: { called: "Conversion", says: "In {it}, the Note converts {}." },
      value: choice(
        { word: "automatically", means: "by itself" },
        {
          word: "at option of holder",
          also: [
            "at holder's option",
            "at option of the holder",
            "at election of holder",
            "at holder's election",
          ],
          means: "if the holder chooses",
        },
      ),
      silent: "automatically",
      timeless: "whether the note converts by itself or the holder chooses changes no number",
      example: "converts automatically",
    }),
    interest: clause({
      names: ["accrued interest"],
      summary: "What becomes of accrued interest when the note converts.",
      said: {
        called: "Accrued Interest",
        says: "In {it}, accrued interest {}.",
        each: {
          "paid in cash": "In {it}, accrued interest is paid in cash.",
          forgiven: "In {it}, accrued interest is forgiven.",
        },
      },
      value: choice(
        { word: "converts", means: "it converts with the principal" },
        { word: "paid in cash", means: "it is paid in money" },
        { word: "forgiven", also: ["cancelled"], means: "nobody pays it" },
      ),
      silent: "it converts",
      example: "accrued interest converts",
    }),
  },
  "financing",
);

const changeOfControl = block(
  "change of control",
  {
    pays: clause({
      names: ["pays", "payment"],
      summary: "What the holder is paid when control of the issuer changes.",
      said: { called: "Payment", says: "On {it}, the Holder is paid {}." },
      value: amount,
      silent: "nothing stated",
      example: "pays 200% of principal plus interest",
    }),
    convertsAt: clause({
      names: ["converts at"],
      summary: "The price at which the note converts before control changes.",
      said: { called: "Conversion Price", says: "On {it}, the Note converts at {}." },
      value: price,
      silent: "it does not convert",
      example: "converts at $0.75",
    }),
    receives: clause({
      names: ["holder receives"],
      summary: "Which of payment and conversion the holder receives, where both are stated.",
      said: {
        called: "Holder Receives",
        says: "On {it}, the Holder receives the following: {}.",
        each: {
          greater: "On {it}, the Holder receives the greater of payment and conversion.",
          "holder's choice": "On {it}, the Holder chooses between payment and conversion.",
          both: "On {it}, the Holder receives both payment and conversion.",
        },
      },
      value: choice(
        {
          word: "greater",
          also: ["the greater", "greater of both", "greater of two"],
          means: "whichever is worth more",
        },
        { word: "holder's choice", also: ["either"], means: "what the holder chooses" },
        { word: "both", means: "both" },
      ),
      silent: "the sheet does not say",
      example: "holder receives greater",
    }),
  },
  "financing",
);

const mostFavoured = block("most favoured terms", {
  notice: clause({
    names: ["notice within"],
    summary: "How soon the issuer tells the holder of better terms.",
    said: { called: "Notice", says: "The Company gives notice of better terms within {}." },
    value: period,
    silent: "not stated",
    example: "notice within 10 days",
  }),
  compares: clause({
    names: ["compared with"],
    summary: "The securities whose terms are compared, in the document's words.",
    said: { called: "Compared with", says: "The terms are compared with {}." },
    value: text,
    silent: "not stated",
    example: "compared with notes issued before the qualified financing",
  }),
});

/** How notes of start-ups become shares. */
export const ventureClauses = {
  qualifiedFinancing: clause({
    names: ["qualified financing", "next equity financing", "equity financing"],
    summary: "The round of financing in which the note becomes shares, and at which price.",
    said: {
      called: "Qualified Financing",
      none: "There is no conversion in a qualified financing.",
      it: "a qualified financing",
    },
    value: blockOnly,
    block: financing,
    silent: "none",
    example: "qualified financing",
  }),
  otherFinancing: clause({
    names: ["other financing", "smaller financing", "non-qualified financing"],
    summary: "What happens in a round that is too small to be qualified.",
    said: {
      called: "Other Financing",
      none: "There is no conversion in any other financing.",
      it: "any other financing",
    },
    value: blockOnly,
    block: { ...financing, title: "other financing" },
    silent: "nothing",
    example: "other financing",
  }),
  changeOfControl: clause({
    names: ["change of control", "liquidity event"],
    summary: "What the holder gets when the issuer is sold.",
    said: {
      called: "Change of Control",
      none: "Nothing is owed on a change of control.",
      it: "a change of control",
    },
    value: blockOnly,
    block: changeOfControl,
    silent: "nothing stated",
    example: "change of control",
  }),
  atMaturity: clause({
    names: ["at maturity"],
    summary: "What happens if the note is still unpaid at maturity.",
    said: {
      called: "At Maturity",
      says: "Where {it} is unpaid at maturity, the following holds: {}.",
      each: {
        paid: "Where {it} is unpaid at maturity, it is paid in money.",
        converts: "Where {it} is unpaid at maturity, it converts.",
        "holder's choice":
          "Where {it} is unpaid at maturity, the Holder chooses between payment and conversion.",
      },
    },
    value: choice(
      { word: "paid", also: ["repaid"], means: "it is paid in money" },
      { word: "converts", also: ["converts automatically"], means: "it converts" },
      { word: "holder's choice", also: ["at option of holder"], means: "the holder chooses" },
    ),
    silent: "it is paid",
    repeats: true,
    example: "at maturity holder's choice",
  }),
  maturityPrice: clause({
    names: ["maturity price"],
    summary: "The price at which the note converts at maturity.",
    said: { called: "Conversion Price at Maturity", says: "The conversion price at maturity is {}." },
    value: price,
    silent: "none stated",
    timeless: "it is the price of one day, the due date",
    example: "maturity price $0.75",
  }),
  mostFavoured: clause({
    names: ["most favoured terms", "most favored terms", "most favoured nation", "most favored nation"],
    summary: "The holder's right to better terms that the issuer gives others.",
    said: {
      called: "Most Favoured Terms",
      says: "The Holder has a right to any better terms that the Company gives others.",
      none: "The Holder has no right to better terms that the Company gives others.",
      it: "the most favoured terms",
    },
    value: blockOnly,
    block: mostFavoured,
    silent: "none",
    example: "most favoured terms",
  }),
};
