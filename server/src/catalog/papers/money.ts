import type { PaperSayings } from "./saying.ts";

/** A sentence about notes that are given up, or that are only hoped for. */
const others =
  "gave up|surrender|given up|rolled|refinanc|carried at|carrying|fair value|not less than|minimum (principal|denomination)|in excess of";

export const moneySayings: PaperSayings = {
  "note/principal": [
    { says: ["payment by[^$;]{0,80} of {money}"], where: "right to certain|safe|future equity" },

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
        "(?<!per |each |every |multiples? of |denominations? of ){money}( in| of)*( aggregate| original| initial)* (principal|face)( amount)?\\b",
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
        "(lend|lends|lent|loan|loaned|borrows?|borrowed)( to)?( ISSUER| HOLDER)?( up to)? {money}",
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
      unless: "redeem|repay|prepay|only if|further tranches|additional notes|no further",
    },
  ],
  "note/purchasePrice": [
    {
      says: [
        "(?<!aggregate |total )purchase price( of| is| was|:| equal to| in amount of| for NOTE)* {money}",
        "(?<!aggregate )consideration( of| is|:) {money}",
        "for which (it|ISSUER) received {money}",
        "(for|against)( aggregate| gross| net)*( cash)? (proceeds|payment|consideration) of {money}",
        "price (that|which) HOLDER (gave|paid|pays) for NOTE (was|is)( therefore)? {money}",
        "HOLDER (paid|pays|funded|advanced|gave|wires?|will wire|will pay)( ISSUER)?( purchase price of)? {money}",
        "(bought|purchased|sold|issued)( NOTE)? for( purchase price of| consideration of)? {money}",
        "ISSUER get {money}",
        "get {money} and owe",
      ],
      unless:
        "warrant|fee of|for (its )?(legal|due diligence)|brokerage|if everything|in two tranches|up to \\$[\\d,]+ in|out of purchase price|aggregate[^.]{0,60}up to",
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
  "note/denomination": [{ says: ["denominations?( of|:| is)* {money}"], unless: "transfer" }],
  "note/put": [
    {
      says: [
        "(repurchase|redeem|purchase)[^.;%]{0,80}{percent} of principal[^.;]{0,80}fundamental change",
        "fundamental change[^.;%]{0,120}(repurchase|redeem|purchase)[^.;%]{0,80}{percent} of principal",
      ],
      means: '$1 of principal on "Fundamental Change"',
    },
  ],
  "note/call/from": [
    {
      says: [
        "^(optional|issuer) (redemption|call)[^:]{0,10}:[^.;]{0,40}(on or after|after|from) {date}",
        "ISSUER may redeem[^.;]{0,60}(on or after|after|from) {date}",
        "(on or after|after|from) {date},? ISSUER may redeem",
      ],
    },
  ],
  "note/call/trigger": [
    { says: ["(redemption|redeem|call)[^;]{0,160}(exceeds|is at least|equals or exceeds|above) {trigger}"] },
  ],
  "note/call/at": [
    {
      says: [
        "(^(optional|issuer) (redemption|call)[^:]{0,10}:|ISSUER may redeem)[^;]{0,80} (at|for)( price of| price equal to)? {percent} of principal",
      ],
      means: "$1 of principal",
    },
  ],
  "note/instalmentPrice": [
    { says: ["instal?lments?[^;]{0,200} in shares[^;]{0,40}? at( price equal to)? {price}"] },
  ],
};
