import type { PaperSayings } from "./saying.ts";

/** A sentence about notes that are given up, or that are only hoped for. */
const others =
  "gave up|surrender|given up|rolled|refinanc|carried at|carrying|fair value|not less than|minimum (principal|denomination)|in excess of";

export const moneySayings: PaperSayings = {
  "note/principal": [
    {
      says: [
        "note‥ in( aggregate| original| initial)* (principal )?amount of {money} \\(NOTE\\)",
        "{money}( in)?( aggregate| original| initial)* principal amount of‥ notes? \\(NOTE\\)",
      ],
      sure: 3,
    },
    {
      says: [
        'principal"?( amount| sum| balance)?( of| is| was| being| equal to|:|,| means| in amount of)* (up to )?{money}',
        "(?<!original )principal amount of NOTE (is|was|of) {money}",
        "face( amount| value)?( of| is|:)* {money}",
        "{money}( in| of)*( aggregate| original| initial)* (principal|face)( amount)?\\b",
      ],
      unless: others,
      where: "",
    },
    {
      says: [
        "(promises?|undertakes|agrees|owes|will pay|covenants)…(sum|amount) of {money}",
        "(promises?|undertakes|agrees) to pay…{money}",
        "owes HOLDER…{money}",
      ],
      sure: 2,
      unless: "per day|each day|liquidated|late fee",
    },
    {
      says: [
        "(?<!warrants )(note|notes|debenture) (for|of|in amount of|in sum of) {money}",
        "{money}( \\d+(\\.\\d+)?%)?( unsecured| secured| senior| subordinated| original issue discount)* (convertible|promissory|bridge)( convertible| promissory)* (note|debenture)",
        "(loan|note) amount( of| is|:)* {money}",
        "^amount( of (note|loan))?: {money}",
        "(lend|lends|lent|loaned|borrows?|borrowed)( to)?( ISSUER| HOLDER)? {money}",
        "purchase amount(:| of| is) {money}",
      ],
      unless: others,
    },
    {
      says: ["(owe|owing|owed) {money}", "^{money} (MONTH|$|NOTE|\\d+%)", "^note no[^$]{0,30}{money}$"],
      sure: 1,
      unless: `${others}|per day|aggregate of`,
    },
  ],
  "note/principalUpTo": [
    {
      says: [
        "up to( aggregate)?( principal amount)?( of)? {money}( of| in)*( aggregate)? (face|principal)",
        "(aggregate|maximum|total)?( principal)? amount of up to {money}",
        "principal( amount)? of up to {money}",
        "(principal|face) (amount |value )?up to {money}",
        "up to {money} (in|of) face",
      ],
      unless: "only if|further tranches|additional notes|no further",
    },
  ],
  "note/purchasePrice": [
    {
      says: [
        "(?<!aggregate |total )purchase price( of| is| was|:| equal to| in amount of| for NOTE)* {money}",
        "(?<!up to {money} of )consideration of {money}",
        "for which (it|ISSUER) received {money}",
        "price (that|which) HOLDER (gave|paid|pays) for NOTE (was|is)( therefore)? {money}",
        "HOLDER (paid|pays|funded|advanced|gave)( ISSUER)?( purchase price of)? {money}",
        "(bought|purchased|sold|issued)( NOTE)? for( purchase price of| consideration of)? {money}",
        "ISSUER get {money}",
        "get {money} and owe",
      ],
      unless:
        "warrant|fee of|for (its )?(legal|due diligence)|brokerage|if everything|in two tranches|up to \\$[\\d,]+ in|out of purchase price",
    },
  ],
  "note/originalIssueDiscount": [
    {
      says: [
        "(original issue discount|oid|discount)( of| is| equal to|:)*…{percent} of (principal|face)( amount)?",
        "{percent} of (principal|face)( amount)?…(original issue discount|oid)",
      ],
      means: "$1 of principal",
      sure: 3,
    },
    {
      says: [
        "(original issue discount|oid|discount)( of| is| equal to|:)*…{percent} of (consideration|purchase price|what (HOLDER|they) (put|pay|paid|advance)s?( in)?)",
      ],
      means: "$1 of purchase price",
      sure: 3,
    },
    {
      says: [
        "(original issue discount|oid)( of| is|:| in amount of| equal to| equals)* {money}",
        "{money}( is| as| of| in| represents| constitutes| being)*( an?)? (original issue discount|oid)",
      ],
    },
    {
      says: [
        "{percent} (original issue discount|oid)\\b",
        "(original issue discount|oid)( of| is|:)* {percent}",
      ],
      means: "$1 of principal",
      sure: 1,
    },
  ],
  "note/fees": [
    {
      says: [
        "(withheld|retained|keeps? back|deducted|kept back|net of|less) {money} (for|to cover|of|as|in respect of|on account of)[^$]{0,60}(legal|due diligence|fee|fees|costs|expenses|commission)",
        "{money}( of| in| for)*( its| HOLDER's)?( \\w+)* (fees?|costs|expenses)[^$;]{0,40}(withheld|retained|deducted|paid out of|taken (off|out of)|netted)",
        "{money} (was|were|is|are|will be) (withheld|retained|deducted)",
        "(keeps back|withholds?|retains?|deducts?) {money}",
        "(legal|due diligence|transaction) (fees?|costs|expenses)[^$;]{0,40} of {money}[^$;]{0,60}(deducted|withheld|paid (out of|from)|netted)",
        "fees:( up to)? {money}[^$;]{0,40}(out of|from|deducted)",
      ],
      means: "$1 deducted from proceeds",
      sure: 3,
    },
    {
      says: [
        "{money} (credited|added)…(expenses|costs|fees)",
        "{money}[^$;]{0,40}(stands? for|represents|covers?|is for)[^$;]{0,40}(legal|costs|expenses|fees)",
        "(costs|expenses|fees) of {money},? (which|that) make",
        "(legal|transaction|due diligence)( \\w+){0,3} (costs|expenses|fees)[^$;]{0,30} of {money}[^$;]{0,50}(added|included)",
        "{money} (to cover|for|of) (HOLDER's|its)?( \\w+){0,4} (fees|costs|expenses)[^$;]{0,40}(included|added|part of|as principal)",
      ],
      means: "$1 included in principal",
      sure: 3,
      unless: "withheld|deducted",
    },
  ],
  "note/proceeds": [
    {
      says: [
        "ISSUER( has)? received( net proceeds of| net cash of| gross proceeds of)? {money}( of| in)*( net| gross)*( cash| proceeds)?",
        "net( cash)? proceeds( to ISSUER)?( of| were| are|:)*( approximately)? {money}",
        "(paid|pays|wired|wires) (net amount of|net) {money}",
      ],
      unless: "gross proceeds|for which (it|ISSUER) received|no cash",
    },
  ],
  "note/issued": [
    {
      says: [
        "(on|dated|as of) {date} \\(issue date\\)",
        "issue date( is|:| means| of)* {date}",
        "date of note: {date}",
      ],
      sure: 4,
    },
    {
      says: [
        "^(in addition, |also )?on {date},? (?!.{0,40}fair value)[^$]{0,120}(issued|entered|sold|signed|executed|closed|completed|borrowed|consummated|issue)\\b",
        "(?<!one |notes? of ISSUER, |agreement )note dated( as of)? {date}",
        "NOTE (is|was|itself is) (dated|issued)( as of| on)? {date}",
        "(issued|sold)( to HOLDER)?…note…dated( as of)? {date}",
        "(paper|note|document) (itself )?(is|was|will be) dated( as of)? {date}",
        "^(dated|date|issued|issue date|closing date|closing|agreement date): {date}",
        "dated: {date}",
      ],
      unless: "gave up|surrender",
    },
    { says: ["^{money} {date}$"], means: "$2", sure: 1 },
    {
      says: ["^{date}$", "dated( as of)? {date}", "issued‥ on {date}"],
      sure: 1,
      unless: "gave up|surrender|agreement dated|registration rights agreement",
    },
  ],
  "note/funded": [
    {
      says: [
        "(funded|wired|paid over|disbursed|advanced)( on| by)? {date}",
        "(purchase price|price|money|funds|proceeds) (was|were|is|are)( to be)?( paid| received| wired| funded)+,? on {date}",
        "(closed|closing occurred|transaction closed), and purchase price was paid, on {date}",
        "^on {date},? ISSUER received {money}",
        "comes in on {date}",
        "{date} \\(funding date\\)",
        "funding date( is|:| means)* {date}",
        "(first|initial) payment‥ (wired|paid|made)‥ {date}",
        "received( net| gross)* proceeds‥ on {date}",
      ],
      sure: 3,
    },
  ],
  "note/matures": [
    {
      says: [
        "{date} \\(maturity date\\)",
        "maturity date( of NOTE)?( is|:| means| of| shall be| will be)* (earlier of )?{date}",
        "^(maturity|due date|due|term|matures): (principal|accrued|interest|and| |,|are|is|due|on)*{date}",
        "maturity:( is)? {date}",
        "(matures?|maturing|mature)( in full)?( on| at| \\(together with[^)]{0,40}\\) on)? {date}",
        "(NOTE|note|it|principal|amount|interest|amounts)( \\([^)]{0,60}\\))? (will |shall )?matures? (on )?{date}",
        "(due|payable)( and payable| and due)?( in full| in (one |a )?lump sum| in cash)?( on| by)? {date}",
        "due( and payable)?( in full)?( on demand)?( of HOLDER)?( at any time)? (on or after|from) {date}",
        "(was|is|are) due with[^.;]{0,40} on {date}",
        "(pay|repay|repaid)…(on|by|no later than|on or before) {date}",
        "(due|payable|pay|repay|mature|matures|balance|principal)[^.;$]{0,80}, on {date}, (being|which is)",
        "piece is due {date}",
        "(after|from|following) (issue|funding) date,? (on|being|that is|namely|which is) {date}",
      ],
      unless:
        "payments? of|each in amount|first (payment|instal)|last on|interest payment date|surrender|gave up",
    },
    { says: ["last( of which is due)? on {date} \\(maturity date\\)"], sure: 4 },
    { says: ["{date} \\(maturity date\\)", "will pay[^.;]{0,80} on {date}"], sure: 3 },
  ],
  "note/statedTerm": [
    {
      says: [
        "(term|tenor)( of NOTE)?( is|:| of)* {period}$",
        "being {period} (after|from)",
        "term: {period}",
      ],
      sure: 2,
    },
  ],
  "note/signed": [{ says: ["^signed( for[^.;]{0,30})? on {date}"] }],
  "note/currency": [],
  "note/businessDays": [
    {
      says: [
        "not business day…next( succeeding| following)? business day…interest( will| shall)? (runs?|accrues?|continues?|accrue)",
      ],
      means: "following with interest",
      sure: 3,
      unless: "no( additional| further)? interest|without",
    },
    {
      says: [
        "not business day…next( succeeding| following)? business day…(no( additional| further)? interest|without)",
      ],
      means: "following without interest",
      sure: 3,
    },
    {
      says: ["(not|other than) business day…next( succeeding| following)? business day"],
      means: "following",
    },
    { says: ["not business day…(preceding|previous) business day"], means: "preceding" },
  ],
};
