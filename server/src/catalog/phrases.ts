import type { PhraseRule } from "../syntax/phrase-grammar.ts";
import type { ClauseSpec } from "./clause.ts";
import type { ClausePath } from "./paths.ts";
import { usuryLaws } from "./usury.ts";
import type { Value } from "./value.ts";

/**
 * Whole phrases that completion offers, in the order in which filings use them; what most drafts change stands between
 * angle brackets and is a stop of the Tab key. Each reads as it stands: a test holds them to that.
 */
type Phrases = readonly string[];

const byRule: Readonly<Record<Exclude<PhraseRule, "condition">, Phrases>> = {
  money: ["$<100,000>", "$<100,000.00>", "$<5> million"],
  percent: ["<10>%", "<35>%", "<50>%"],
  rate: [
    "<8>% per annum",
    "<1>% per month",
    '"<WSJ Prime>" plus <4>%',
    'lesser of { "<WSJ Prime>" plus <4>%; <12>% per annum }',
    "legal maximum",
  ],
  date: [
    "<December 6, 2018>",
    "<2018-12-06>",
    "<180> days after issue",
    "<6> months after issue",
    "maturity",
    'earlier of { <July 14, 2025>; closing of "<Qualified Financing>" }',
  ],
  period: ["<6> months", "<180> days", "<1> year", "<10> trading days", "<5> business days"],
  shares: ["<1,000,000> shares", '<675> shares of "<Series J Preferred Stock>"', "<250,000> shares"],
  limit: ["<4.99>% after issuance", "<9.99>% after issuance", "<4.99>% before issuance"],
  amount: [
    "principal and interest",
    "principal",
    "<150>% of principal and interest",
    "<110>% of principal plus interest",
    "$<100,000>",
    "greater of { <150>% of principal and interest; shares at VWAP on conversion date }",
  ],
  price: [
    "<65>% of lowest closing bid over prior <20> trading days",
    "lowest of { <85>% of average of VWAP over prior <5> trading days; closing bid on prior trading day; $<0.003> }",
    "$<1.00>",
    "<65>% of average of <3> lowest closing bids over prior <10> trading days",
    "<85>% of average of VWAP over prior <5> trading days",
    "greater of { $<0.05>; <65>% of lowest VWAP over prior <10> trading days }",
  ],
  scheduleRow: [
    "day <0> to <30> <115>%",
    "after day <180> none",
    "<2025-08-30> $<90,160.00>",
    "monthly from <2025-09-30>, <4> times $<22,540.00>",
    "monthly from <2022-12-14> <1/15> of principal",
  ],
  conversionRate: ["<240.3846> shares per $1,000", "<100> shares per $1,000", "<25> shares per $1,000"],
  trigger: [
    "<130>% of conversion price for <20> of <30> trading days",
    "<150>% of conversion price for <20> of <30> trading days",
    "$<5.41> for <20> of <30> trading days",
  ],
  pricePath: ["every $<0.002>", "from $<0.0005> to $<0.01>", "of market"],
  multiple: ["<300>%", "<5> times", "<200>%"],
  level: ['"<WSJ Prime>" <8.5>%', '"<SOFR>" <4.3>%', '"<WSJ Prime>" <8.25>% from <June 29, 2006>'],
  paymentDays: [
    "quarterly",
    "monthly",
    "semi-annually on <February 15> and <August 15>",
    "annually on <December 31>",
  ],
};

const governingLaws: Phrases = [
  "Delaware",
  ...usuryLaws.map(({ law }) => law).filter((law) => law !== "Delaware"),
];

/** Where a clause is said otherwise than others of its kind. */
const byClause: Partial<Readonly<Record<ClausePath, Phrases>>> = {
  "note/issued": ["<December 6, 2017>", "<2017-12-06>", "[ ]"],
  "note/matures": [
    "<12> months after issue",
    "<December 6, 2018>",
    "<2018-12-06>",
    'earlier of { <July 14, 2025>; closing of "<Qualified Financing>" }',
    "none",
  ],
  "note/security": ["none", "all assets of the issuer", "first lien on <the collateral>"],
  "note/collateral": [
    "all assets of the issuer",
    "first lien on <the mine> and all personal property of the issuer",
  ],
  "note/registrationRights": [
    "none",
    "piggy-back",
    "<Registration Rights Agreement> dated the date of issue",
  ],
  "note/governingLaw": governingLaws,
  "note/exemptions": ["Section 4(a)(2)", "Section 4(a)(2) and Rule 506(b)", "Section 3(a)(9)"],
  "note/paymentsApplied": ["expenses, then interest, then principal", "interest, then principal"],
  "note/conversion/from": [
    "<180> days after issue",
    "<6> months after issue",
    "<February 2019>",
    "<2019-02-01>",
  ],
  "note/conversion/until": ["maturity", "<December 6, 2018>", "<5> business days before maturity"],
  "note/conversion/waiver": ["<9.99>%", "<19.9>%"],
  "note/conversion/floor": ["$<0.0005>", "<20>% of closing price on trading day before issue"],
  "note/conversion/ceiling": ["$<0.003>", "$<1.75>"],
};

/** The phrases for what a clause says, by its place in the language. */
export function phrasesFor(path: string, spec: ClauseSpec): Phrases {
  return byClause[path as ClausePath] ?? ofValue(spec.value, spec);
}

/** The phrases for one alternative of a value, or for a row of a block. */
export function phrasesOfRule(rule: PhraseRule): Phrases {
  return rule === "condition" ? [] : byRule[rule];
}

function ofValue(value: Value, spec: ClauseSpec): Phrases {
  switch (value.form) {
    case "phrase":
      return phrasesOfRule(value.rule);
    case "definition":
      return [...byRule.price.slice(0, 4), ...byRule.amount.slice(0, 1)];
    case "tagged":
      return [exampleOf(spec), ...ofValue(value.value, spec)];
    case "either":
      return Object.values(value.values).flatMap((one) => ofValue(one, spec));
    case "expectation":
      return [
        "conversion shares at most <300,000,000> shares",
        "conversion price at least $<0.001>",
        "amount due at maturity at most $<1,000,000>",
      ];
    case "happening":
      return [
        '"<Series A>" on <July 14, 2025>',
        '"<Listing>" on <June 30, 2025>',
        '"<Fundamental Change>" on <June 3, 2025>',
      ];
    default:
      return [];
  }
}

/** What stands behind the name in a clause's own example. */
function exampleOf({ example, names: [name] }: ClauseSpec): string {
  return example.slice(name.length).trim();
}

/** Events that put a note in default, in the order in which filings list them. */
export const eventsOfDefault: Phrases = [
  "failure to pay when due",
  "bankruptcy or insolvency",
  "breach of a covenant not cured in <10> days",
  "false representation or warranty",
  "judgment above $<100,000> not stayed in <30> days",
  "default on other debt of the issuer above $<25,000>",
  "failure to deliver shares on a conversion",
  "failure to stay current in Exchange Act reports",
  "and others",
];

/** A phrase in pieces: what stands as it is, and what is a stop of the Tab key. */
export function stopsOf(phrase: string): readonly { readonly text: string; readonly stop: boolean }[] {
  return phrase
    .split(/(<[^<>]*>)/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("<") ? { text: part.slice(1, -1), stop: true } : { text: part, stop: false },
    );
}

/** A phrase as it reads. */
export function phraseText(phrase: string): string {
  return stopsOf(phrase)
    .map(({ text }) => text)
    .join("");
}
