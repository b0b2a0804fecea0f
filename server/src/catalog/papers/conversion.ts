import type { PaperSayings } from "./saying.ts";

export const conversionSayings: PaperSayings = {
  "note/conversion/option": [
    {
      says: [
        "HOLDER( and its[^.;]{0,20})?( shall| will)?( also)?( then)? (may|can|has|have|is entitled|elects?)[^.;]{0,120}convert\\b",
        "HOLDER (may|can|has right|has option|shall have)[^.;]{0,100} (convert|conversion)",
        "(option|election|discretion|request) of HOLDER[^.;]{0,60}",
        "HOLDER's (option|election|discretion)",
        "(convertible|converted)[^.;]{0,60}(by|option of|election of) HOLDER",
        "^conversion[^:]{0,20}: (at option of|by) HOLDER",
        "HOLDER conversions?",
      ],
      means: "holder",
      where: "conver",
      unless: "not a next|other financing|sale of preferred|preferred stock that is not|payable in cash or",
    },
    {
      says: [
        "(option|election|discretion) of ISSUER[^.;]{0,30} in shares",
        "ISSUER (may|can)( elect to| choose to)? (pay|convert|repay)[^.;]{0,60} (in|into) shares",
        "ISSUER's (option|election)[^.;]{0,30} in shares",
      ],
      means: "issuer",
      sure: 3,
      where: "principal|conversion price|amounts? (due|owed|outstanding)|conver",
      unless: "instal?lment of interest|pay interest|bears interest",
    },
  ],
  "note/conversion/from": [
    {
      says: [
        "conver[^.;:]{0,20} only (after|upon|on|following|during)( occurrence of)?( an| any)? event of default",
      ],
      means: "event of default",
      sure: 3,
    },

    {
      says: [
        "(after|following) {period},?[^.;]{0,20} (may be |be )?convert",
        "after {period}( from| after)? (issue date)?,?[^.;]{0,20}convert",
      ],
      means: "$1 after issue",
      unless: "notice",
    },

    {
      says: [
        "(?<=(right|may|entitled|option)[^;]{0,60})any time( from| after| on or after| beginning)?( and after)? {date}[^.;]{0,60}convert",
      ],
    },

    {
      says: [
        "(convert|convertible|conversion)[^;]{0,60}(any time|at any time)? ?(after|from|beginning|commencing|starting){1} {period}(?! (after|from|before|prior|of|days|notice))",
      ],
      means: "$1 after issue",
      unless: "notice of|business days after|within",
    },

    {
      says: [
        "convert…at any time (from|after|on or after|following|beginning( on)?|commencing( on)?|starting( on)?)( and after)? {moment}",
        "(from|beginning|commencing|starting|after)( on| in| and after)? {moment}( on)?,?( and[^.;]{0,60},)? (HOLDER|investor)[^.;]{0,60} convert",
        "during period (that )?(begins|beginning|commencing|starting)( on)? {moment}",
        "convertible[^.;]{0,60} (from|after|beginning|commencing|starting)( on| in| and after)? {moment}",
        "^(in |beginning in |beginning |from ){moment},? HOLDER",
        "conversion: [^.;]{0,30}from {moment}",
        "by HOLDER, from {moment}",
      ],
      unless: "last|thereafter|then on|financing",
    },
    {
      says: [
        "(upon|on|after|during)( occurrence( and during continuation)? of)?( and)?( during( the)? continuation( of)?)?( an?)? event of default[^.]{0,200}HOLDER may convert",
        "HOLDER may convert[^.;]{0,60}only[^.;]{0,40}event of default",
        "not convertible otherwise",
      ],
      means: "event of default",
      sure: 3,
    },
  ],
  "note/conversion/until": [
    {
      says: ["convert…ends?( on)? later of (\\([^)]+\\) )?maturity date"],
      means: 'later of { maturity; "Payment of the Default Amount" }',
    },
    {
      says: [
        "at any time (while|so long as|until)[^.;]{0,60}(unpaid|outstanding|paid in full|has been paid)[^.]{0,60}(convert)?",
      ],
      means: "none",
      where: "convert",
    },
    {
      says: ["convert…at any time( prior to| before| until| through)( and including)? maturity date"],
      means: "maturity",
    },
  ],
  "note/conversion/amount": [
    {
      says: [
        "conver[^.;]{0,120}\\bprincipal( amount)?( amounts?)?( and|,)( of)?( any| all| the)*( accrued)? ?interest",
        "(payments? of )?principal and( accrued)? interest[^.;]{0,80}in shares",
        "convert[^.;]{0,60}(principal amount and accrued interest|principal and accrued interest)",
      ],
      means: "principal and interest",
      unless: "qualified|financing|preferred stock",
    },
    {
      says: ["convert[^.;]{0,40}(all|any|portion|part)?[^.;]{0,20}principal( amount)?( of NOTE)? into"],
      means: "principal",
      sure: 1,
    },
  ],

  "note/conversion/floor": [
    {
      says: [
        "(conversion price|price)[^.;]{0,40} (shall|may|will|can|is)?( in no event| not| never)( be)?( ever be)? (less than|lower than|below) {money}",
        "in no event[^.;]{0,60}(conversion price|price)[^.;]{0,40}(less than|lower than|below) {money}",
        "floor( price)?( of| is|:| equal to| at)* {money}",
        "not (to )?(be )?less than {money}",
        "never below {money}",
      ],
      where: "conver|floor|price",
      unless: "gross proceeds|financing|exercise price|proceeds of",
    },
    { says: ["(no|without( an?)?) floor", "(price|it) has no floor", "floor( price)?: none"], means: "none" },
  ],
  "note/conversion/ceiling": [
    {
      says: [
        "(conversion )?price[^.;]{0,40} (not|never)( be)?( exceed| more than| above| higher than| greater than) {money}",
        "(cap|ceiling)( price)? of {money}( per share)?",
      ],
      where: "conver",
      unless: "valuation",
    },
  ],
  "note/conversion/discount": [
    {
      says: [
        "(which is to say|representing|represents|reflecting|i\\.e\\.,?|that is,?)( an?)? discount( rate)? of {percent}",
        "\\({percent} discount\\)",
        "discount of {percent} to",
        "(discount rate|applicable discount)( is|:| of)* {percent}",
        "representing {percent} discount",
      ],
      where: "conver|market price",
      unless: "original issue|financing",
    },
  ],
  "note/conversion/parValue": [
    { says: ["par value (of )?{money}", "below {money},? par value", "{money} par value"] },
  ],
  "note/conversion/belowPar": [
    { says: ["grossed up", "gross-up", "gross up"], means: "principal grossed up", where: "par" },
  ],
  "note/conversion/fractions": [
    {
      says: [
        "no fraction(al)?[^.]{0,80}(cash|money)",
        "(pays?|paid) cash (in (its place|lieu)|instead)",
        "cash in lieu of[^.;]{0,20}fraction",
      ],
      means: "cash in lieu",
    },
    {
      says: [
        "fractions?( of)?( a)?( shares?)?[^.;]{0,60}round(ed)? up",
        "round(ed)? up to (the )?(nearest|next) whole share",
      ],
      means: "rounded up",
    },
    {
      says: ["round(ed)? down to (the )?(nearest|next) whole share", "fractions?[^.;]{0,60}round(ed)? down"],
      means: "rounded down",
    },
  ],
  "note/conversion/antiDilution": [
    {
      says: [
        "full[- ]ratchet",
        "price below conversion price[^.;]{0,60}conversion price is reduced to (that|such) price",
        "conversion price (shall be|will be|is) reduced to( equal)?( the)? (that|such|lower|new issuance) price",
      ],
      means: "full ratchet",
      unless: "adjustment of strike|exercise price",
    },
    {
      says: [
        "weighted[- ]average (anti-dilution|adjustment|protection)",
        "anti-dilution[^.;]{0,40}weighted[- ]average",
      ],
      means: "weighted average",
    },
  ],
  "note/conversion/excludedIssuances": [
    {
      says: [
        "^{words} (are|is|shall be) (left out of account|excluded|disregarded|exempt)",
        "(except|other than|excluding)( for)? (?=[^.;]{0,30}option){words}",
      ],
      means: "=source",
      where: "option|plan|issuance",
    },
  ],
  "note/conversion/splitAdjustment": [],
  "note/conversion/rescission": [
    {
      says: [
        "HOLDER may rescind",
        "right to rescind",
        "rescind conversion",
        "withdraw (its )?(conversion|notice of conversion)",
      ],
      means: "if the shares are late",
    },
  ],
  "note/registrationRights": [
    {
      says: [
        "no registration rights",
        "(not|without)[^.;]{0,30} registration rights",
        "registration rights[^.;]{0,10}: none",
        "registration rights[^.;]{0,60}(said no|declined|refused|no)\\b",
        "no registration rights are",
      ],
      means: "none",
      sure: 3,
    },
    {
      says: [
        "registration rights: {words}",
        "has registration rights set out in {words}",
        "registration rights (?:set out|set forth|provided|granted) in {words}",
        "(?=piggy-?back registration){words}",
      ],
      sure: 2,
    },
  ],
  "note/conversion/forced": [
    {
      says: [
        "(force|require|mandatory)( a| the)? conversion[^;]{0,30} (if|when|once)[^;$]{0,60}(exceeds|is above|above|at least|equals or exceeds|reaches)( price of)? {trigger}",
      ],
    },
  ],
  "note/conversion/conversionRate": [
    {
      says: ["conversion rate( of| is|:| equal to)* {crate}", "(initial |at )?rate of {crate}"],
      where: "conver",
    },
  ],
  "note/conversion/interestMakeWhole": [{ says: ["interest make-whole[^.;%]{0,40}(up to )?{percent}"] }],
};
