import { monthNames } from "../base/months.ts";
import { ordinals } from "../syntax/number-words.ts";

/** Words of papers that are read as others: a pattern, and what stands for it. */
export type Wording = readonly [pattern: RegExp, instead: string];

const month = `(?:${monthNames.join("|")})`;

/** Signs as the language writes them. Applied first. */
export const signs: readonly Wording[] = [
  [/[“”„‟]/g, '"'],
  [/[‘’‛`´]/g, "'"],
  [/[–—−‐‑]/g, "-"],
  [/<\/?[a-z]{1,8}>/gi, " "],
  [/\\(?=[$%&#_[\]])/g, ""],
  [/\bU\.\s?S\.\s?(?:dollars? )?(?=\$)|\bUSD? ?(?=\$)/g, ""],
  [/\$ (?=\d)/g, "$"],
  [/(?<=\d)\s+%/g, "%"],
  [/(?<=\d) ?(?:percent|per cent|per centum)\b/gi, "%"],
  [/\bp\.\s?a\./g, "per annum"],
  [/(?<![\w-])(?:per year|a year(?! of)|annually|annum)\b(?<!per annum)/gi, "per annum"],
  [/\s+/g, " "],
];

/** Blanks and choices that a draft leaves open. */
export const openings: readonly Wording[] = [
  [/\[(?:[\s●•○◦_.*·-]|TBD|to be determined|to come|insert[^\]]{0,30}|amount|date|blank)*\]|_{3,}/gi, "[ ]"],
  [/\[([^[\]|]{1,60})\] ?(?:or |\/ ?)?\[([^[\]|]{1,60})\]/g, "[$1 | $2]"],
  [/\[([^[\]|/]{1,60})\/([^[\]|/]{1,60})\]/g, "[$1 | $2]"],
  [/\[([^[\]|]{1,60}?),? or ([^[\]|]{1,60})\]/g, "[$1 | $2]"],
];

/** Dates and counts of days as the language writes them. */
export const dates: readonly Wording[] = [
  [new RegExp(`(?:the )?(\\d{1,2})(?:st|nd|rd|th) day of (${month}),? (\\d{4})`, "gi"), "$2 $1, $3"],
  [new RegExp(`(${month}) (\\d{1,2})(?:st|nd|rd|th)\\b`, "gi"), "$1 $2"],
  [new RegExp(`(${month}) (\\d{1,2}) (\\d{4})\\b`, "gi"), "$1 $2, $3"],
  [
    new RegExp(`\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? \\((${month} \\d{1,2}, \\d{4})\\)`, "gi"),
    "$1",
  ],
  [/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?=(?:the )?(?:\d|[A-Z][a-z]+ \d))/g, ""],
  ...ordinals.map(
    (word, index): Wording => [
      new RegExp(`\\b${word} (?=(?:calendar |business |trading )?(?:day|anniversary)\\b)`, "gi"),
      `${index + 1}th `,
    ],
  ),
  [/\b(\d+)(?:st|nd|rd|th) anniversary of/gi, "$1 years after"],
  [
    /\b(\d+)(?:st|nd|rd|th) ((?:calendar |business |trading )?)day (?:after|following|from)/gi,
    "$1 $2days after",
  ],
  [/\b(\d+)[- ](day|month|year)s? anniversary (?:of|after|from)/gi, "$1 $2s after"],
  [/\b(\d+)-(day|month|year)\b/gi, "$1 $2s"],
  [/\b(\d+(?:\.\d+)?)x\b/g, "$1 times"],
  [/\bdays' prior\b|\bdays' advance\b/gi, "days' prior"],
];

/** What filings call the days of a note, and other words that mean one thing. Applied when parties and notes are named. */
export const names: readonly Wording[] = [
  [/\b(?:the|an?|this|such|said) (?=\w|\$|\[|")/gi, ""],
  [
    /\b(?:shares of )?(?:the )?(?:ISSUER's )?(?:common stock|common shares|ordinary shares)(?: of ISSUER)?(?:'s)?(?:, (?:\$[\d.]+ )?par value(?: \$[\d.]+)?(?: per share)?)?\b/gi,
    "shares",
  ],
  [/\bshares of shares\b|\bshares shares\b/gi, "shares"],
  [
    /\b(?:original )?(?:issue|issuance|effective|closing|execution) date\b(?: of NOTE)?|\bdates? of (?:original )?(?:issue|issuance)(?: of NOTE| hereof)?|\bdate (?:of NOTE|hereof)\b|\bits (?:date|issuance|issue date)\b|\bday on which NOTE (?:is|was) issued\b/gi,
    "issue date",
  ],
  [
    /\b(?:purchase price|funding|disbursement|advance) date\b|\b(?:day|date) on which (?:it|they) (?:is|was|were|are) (?:funded|paid over|disbursed|advanced)\b|\bits funding\b|(?<=\b(?:after|from|following|of) )(?:(?:date|day) (?:on which |of )?)?(?:purchase price (?:is|was|has been) (?:paid|received|funded)|(?:payment|receipt) of purchase price)\b|\bit is funded\b/gi,
    "funding date",
  ],
  [
    /\b(?:stated |scheduled )?maturity date\b(?: of NOTE)?|\bdate of maturity\b|\b(?:stated )?maturity of NOTE\b/gi,
    "maturity date",
  ],
  [
    /\baccrued (?:and|but|or|, )? ?unpaid interest\b|\bunpaid (?:and )?accrued interest\b|\binterest (?:then )?accrued(?: and unpaid)?(?: (?:on (?:it|NOTE)|thereon|to date))?\b|\b(?:all )?accrued interest(?: thereon| on it)?\b/gi,
    "accrued interest",
  ],
  [
    /\b(?:outstanding (?:and|or) unpaid|unpaid and outstanding|then outstanding|outstanding|unpaid) (?=(?:principal|balance|amount)\b)/gi,
    "",
  ],
  [/\bprincipal (?:amount|sum|balance)\b(?! of (?:up|\$|\[|not))/gi, "principal amount"],
  [/\btrade prices?\b/gi, "trading price"],
  [
    /\bsubject to (?:appropriate |customary |equitable |proportional )?adjustments? (?:as provided|for|upon|in the event)[^.;)]{0,80}/gi,
    "",
  ],
  [/\bin whole or in part,? ?/gi, ""],
  [/\bfrom time to time,? ?/gi, ""],
  [/\bper share\b,?(?= |$|[.;)])/gi, ""],
  [/\s+/g, " "],
  [/ (?=[,.;:)])/g, ""],
];

export const issuerRoles = [
  "company", "issuer", "borrower", "maker", "obligor", "registrant", "corporation", "debtor", "payor",
] as const; // biome-ignore format: a list
export const holderRoles = [
  "holder", "lender", "investor", "purchaser", "buyer", "payee", "noteholder", "subscriber", "creditor",
  "secured party", "note holder", "debentureholder", "safe holder",
] as const; // biome-ignore format: a list
