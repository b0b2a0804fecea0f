import type { PaperSayings } from "./saying.ts";

const round = "financing|preferred|equity|round|cap|valuation|investors";

export const ventureSayings: PaperSayings = {
  "note/qualifiedFinancing/threshold": [
    {
      says: [
        "financing[^;$]{0,40}(at least|not less than|of) {money}[^;]{0,30}(excluding|not counting|exclusive of|not including)",
      ],
      means: "$1 excluding notes",
      sure: 3,
    },

    {
      says: [
        "(gross|aggregate|net)?( cash)? ?proceeds[^.;$]{0,40}(not less than|at least|of|exceeding|in excess of) {money}[^.;]{0,80}(not counting|excluding|exclusive of|not including|without)",
      ],
      means: "$1 excluding notes",
      sure: 3,
    },
    {
      says: [
        "proceeds[^.;$]{0,40}(not less than|at least|exceeding|in excess of|of)( at least)? {money}",
        "(raises?|raising|sells|closing of)[^.;$]{0,60}(not less than|at least) {money}",
        "qualified financing[^.;$]{0,60}(at least|not less than|:) {money}",
        "threshold[^.;$]{0,20} {money}",
      ],
      where: round,
    },
  ],
  "note/qualifiedFinancing/discount": [
    {
      says: ["{percent} of( cash)? (lowest )?price( per share)?( paid| at which| of)?"],
      means: "=rest",
      where: round,
      unless: "market price|trading|closing (bid|price)|vwap",
    },
    {
      says: ["discount( rate)?( of|:| is| equal to)* {percent}", "{percent} discount"],
      where: round,
      unless: 'market price|trading|original issue|discount rate"?(:| is| of)+ [5-9]\\d',
    },
    {
      says: ['discount rate"?(:| is| of)+ {percent}'],
      means: "=rest",
      where: 'discount rate"?(:| is| of)+ [5-9]\\d',
    },
  ],
  "note/qualifiedFinancing/valuationCap": [
    { says: ["quotient of {money} divided by[^.;]{0,120}(before|prior to)"], means: "$1 pre-money", sure: 3 },

    {
      says: [
        'post-money valuation cap( of|:| is| equal to|")* {money}',
        "valuation cap( of|:| is| equal to)* {money}[^.;]{0,30}post-money",
        "{money} post-money valuation cap",
      ],
      means: "$1 post-money",
      sure: 3,
    },
    {
      says: [
        "pre-money valuation( cap)?( of|:| is| equal to)* {money}",
        "valuation cap( of|:| is| equal to)* {money}[^.;]{0,30}pre-money",
        "{money} pre-money",
        "(dividing|divide) {money} by[^.;]{0,80}(immediately )?(before|prior to)",
      ],
      means: "$1 pre-money",
      sure: 3,
    },
    {
      says: [
        "valuation cap( of|:| is| equal to)* {money}",
        "{money} (valuation )?cap\\b",
        "cap of {money}",
        "(dividing|quotient of|divided)[^.;$]{0,10} {money}",
      ],
    },
  ],
  "note/qualifiedFinancing/price": [
    {
      says: ["price is lowest of[^;]*?\\(i+\\) {money}( per share)?$", "(or|and) \\(i+\\) {money}\\b"],
      where: "financing|preferred|dividing|new investors",
    },
  ],
  "note/qualifiedFinancing/converts": [
    {
      says: ["^conversion[^:]{0,10}: automatic", "automatic conversion"],
      means: "automatically",
      where: round,
    },

    {
      says: ["(converts?|converted)( \\w+){0,2} automatically", "automatically( be)? convert"],
      means: "automatically",
      where: round,
    },
    {
      says: ["HOLDER may (elect|choose) to convert", "(option|election) of HOLDER"],
      means: "at option of holder",
      where: "qualified financing|next financing|next equity",
      unless: "not (an? )?(next|qualified)|smaller|other than|less than",
    },
  ],
  "note/qualifiedFinancing/interest": [
    {
      says: [
        "(principal amount|principal) and (all )?(accrued interest|interest)[^.;]{0,30} (converts?|shall convert|will convert)",
        "together with accrued interest[^.;]{0,20} convert",
        "accrued interest (shall |will |also )?converts?",
      ],
      means: "converts",
      where: "automatically|financing|preferred",
    },
    {
      says: [
        "(accrued interest|interest)( accrued)?( to (the )?closing)? (is|shall be|will be) paid[^.;]{0,30} in cash",
        "accrued interest[^.;]{0,30}(paid|payable) in cash",
      ],
      means: "paid in cash",
      where: "financing|to closing|at closing|round",
    },
    { says: ["accrued interest[^.;]{0,30}(forgiven|waived|cancelled)"], means: "forgiven" },
  ],
  "note/qualifiedFinancing/includes": [
    {
      says: ['(fully diluted|capitalization)"? (counts|includes|means|shall include) {words}'],
      means: "=source",
    },
  ],
  "note/otherFinancing/converts": [
    {
      says: [
        "(not (an? )?(next|qualified) (equity )?financing|non-qualified financing|smaller financing)[^.]{0,60}HOLDER may[^.;]{0,30} convert",
        "HOLDER may[^.;]{0,30}convert[^.]{0,60}(not (an? )?(next|qualified) (equity )?financing|non-qualified financing)",
      ],
      means: "at option of holder",
    },
  ],
  "note/changeOfControl/pays": [
    {
      says: [
        "{number} times( of)?( the)? (outstanding )?principal( amount)?( and| plus| together with)( all)? (accrued )?interest",
      ],
      means: "$1 times principal plus interest",
      where: "sold|sale|change of control|acquisition|liquidity|corporate transaction",
    },
    {
      says: [
        "{percent} of( the)?( outstanding)? principal( amount)?( and| plus| together with)( all)? (accrued )?interest",
      ],
      means: "$1 of principal plus interest",
      where: "sold|sale of|change of control|acquisition|liquidity",
    },
    {
      says: ["{number} times( of)?( the)? (outstanding )?principal( amount)?"],
      means: "$1 times principal",
      sure: 1,
      where: "sold|sale of|change of control|acquisition|liquidity",
    },
  ],
  "note/changeOfControl/receives": [
    {
      says: ["at (her|his|its|HOLDER's|their) (choice|election|option)", "HOLDER (may|shall) (elect|choose)"],
      means: "holder's choice",
      where: "sold|sale of|change of control|acquisition",
    },
    {
      says: ["greater of"],
      means: "greater",
      where: "change of control|sale of (the )?(company|ISSUER)|acquisition|liquidity event",
    },
  ],
  "note/mostFavoured/notice": [
    {
      says: ["(tells|notif|notice)[^.;]{0,60}within {period}"],
      where: "better terms|most favou?red|more favou?rable",
    },
  ],
  "note/mostFavoured/compares": [
    { says: ["^most favou?red[^:]{0,10}: (yes,? )?(for )?(?!none|no\\b){words}"], means: "=source" },

    {
      says: ["issues? (any )?(?=(other|any|subsequent|convertible)){words}"],
      means: "=source",
      where: "better terms|most favou?red|more favou?rable",
    },
  ],
};
