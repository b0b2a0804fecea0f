import type { PaperSayings } from "./saying.ts";

export const dateSayings: PaperSayings = {
  "note/issued": [
    { says: ["(on|at) signing,? \\(?{date}"] },

    { says: ["^and,? on {date},?[^.;]{0,40}(note|debenture)"] },

    {
      says: [
        "(lends?|lent|loaned?|advances?)[^.;]{0,60} on {date}",
        "(payment|paid) by[^.;]{0,80} on( or about)? {date}",
      ],
      sure: 1,
    },

    { says: ["^(principal( amount)?: )?{money}[^$%]{0,40} {date}$"], means: "$2", sure: 1 },

    {
      says: [
        "^(effective|effective as of|as of|dated|dated as of)( as of)? {date},?[^$]{0,120}(issued|entered|sold|signed|executed|closed|completed|issue)\\b",
        "{date} \\((issue date)",
      ],
      sure: 3,
      unless: "gave up|surrender",
    },

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
    { says: ["^safe\\b", "simple agreement for future equity"], means: "none", sure: 1 },

    { says: ["pay(s)? (it|loan|NOTE|this) back (on|by) {date}", "repaid? (on|by) {date}"] },

    {
      says: [
        "{date} \\(maturity date\\)",
        "maturity date( of NOTE)?( is|:| means| of| shall be| will be)* (earlier of )?{date}",
        "^(maturity|due date|due|term|matures): (principal|accrued|interest|and| |,|are|is|due|on)*{date}",
        "maturity:( is)? {date}",
        "(matures?|matured|maturing|mature)( in full)?( on| at| \\(together with[^)]{0,40}\\) on)? {date}",
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
        "payments? of|each in amount|first (payment|instal)|last on|interest payment date|surrender|gave up|may (pre|re)?pay|repays|rights? to (pre|re)?pay",
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
};
