import type { PaperSayings } from "./saying.ts";

const inDefault =
  "default|past due|overdue|when due|falls due|late|not paid|unpaid on|after maturity|fails to";

export const interestSayings: PaperSayings = {
  "note/interest/rate": [
    {
      says: [
        "^interest( rate)?: (?=lesser|greater|lower|higher){rate}",
        "interest( at| of| rate is| is| equal to| accrues at)* (?=lesser|greater|lower|higher){rate}",
      ],
      sure: 3,
      unless: "default",
    },

    {
      says: ["{percent}[^;%]{0,60}for( initial)? first {period}[^;%]{0,60}{percent}[^;%]{0,60}thereafter"],
      means: "$3 per annum from $2 after issue",
      sure: 4,
    },

    {
      says: ["{percent}[^;%]{0,60}for( initial)? first {period}[^;%]{0,60}{percent}[^;%]{0,60}thereafter"],
      means: "$1 per annum until $2 after issue",
      sure: 4,
    },

    {
      says: ["{percent}( simple| annual| per annum)* interest(?! (guaranteed|make))"],
      means: "$1 per annum",
      sure: 1,
    },

    {
      says: [
        "(?<!default |late )interest( rate)?( at| is| of| accrues| accruing| shall accrue| will accrue| accrue| on NOTE| on principal( amount)?| equal to| payable| annual| fixed| from[^.;%]{0,40}|,|:)* (at|is|of|:)?( fixed| annual| per annum| stated)*( interest)?( rate of| rate)? ?{percent}( per annum)?(?! of )",
        "(bears?|bearing|carr(y|ies)|carrying|accrues?|accruing|accrue)( simple| ordinary)? interest (at|of)( fixed| annual)*( rate of| rate| rate per annum of| rate per annum equal to)? ?{percent}( per annum)?",
        "interest shall accrue[^%.;]{0,60} {percent}",
        "^(interest|interest rate|rate|coupon|rate of interest|annual rate)[^:]{0,20}: (simple |fixed )?{percent}",
        "simple interest at( rate of)? {percent}",
        "interest from[^%.;]{0,50} at( rate of)? {percent}",
      ],
      means: "$1 per annum",
      unless: "one-time|per month|each month",
    },
    {
      says: ["interest( rate)?( at| is| of|:)*( rate of)? ?{percent} (per|each|a) month"],
      means: "$1 per month",
      sure: 3,
    },
    {
      says: [
        "(bears?|bearing|carr(y|ies)|accrues?) no interest",
        "non-interest[ -]bearing",
        "(without|no|zero) interest\\b(?! (make|rate|payment))",
        "does not (bear|accrue|carry) interest",
        "^interest( rate)?: (none|no interest|n/a|0%)",
        "interest[- ]free",
        "interest: none",
        "one-time( interest)? charge",
        "one-time interest",
        "flat interest charge",
      ],
      means: "none",
      sure: 1,
      unless: "no interest (shall|will) accrue (after|during)|registration",
    },
    {
      says: ["(?<![\\d.,$%] ){percent}( [\\w-]+){0,5} (note|notes|debenture|debentures)\\b"],
      means: "$1 per annum",
      sure: 1,
      unless: "original issue discount|oid",
    },
  ],
  "note/interest/defaultRate": [
    { says: ["(is|are) late,? (it's |it is |rate is )?{percent}"], means: "$1 per annum", sure: 1 },

    {
      says: [
        "default (interest|rate)( rate)?( of| is|:| means| at| equal to| on[^%.;]{0,40})*( rate of| rate equal to)? ?{rate}",
        "(?<=(event of default|default|past due|overdue|when due|falls due|late|remains unpaid|in default|after maturity)[^;]{0,140}(interest|rate|bears)[^.;%]{0,80})\\b(at|is|of|to|equal to)( default)?( rate of| rate)? {rate}",
        "rate[^.;]{0,40} (increases?|rises?|goes up|steps up|is increased)( to| at)? {rate}",
        "(default|event of default)[^.;]{0,60}(increases?|rises?|it's|is|becomes?) (to )?{rate}",
      ],
      where: inDefault,
      unless: "one-time|attorney|costs of collection|principal and( accrued)? interest( then)? outstanding",
    },
    {
      says: [
        "{percent}( per annum)?,? (after|upon|on|following|during|in|while|if|once|from)( continuance of| occurrence( and during continuation)? of| case of| event of)*( an?)?( any)? (event of )?default",
        "{percent}( per annum)? (instead|in place)[^.;]{0,40}default",
      ],
      means: "$1 per annum",
      sure: 3,
    },
    {
      says: [
        "default[^.;%]{0,80}(interest|rate)[^.;%]{0,60} {percent}",
        "(while|during|if)[^.;%]{0,40}default[^.;%]{0,60}rate is {percent}",
        "if ISSUER defaults?,? (it's|it is|rate is|interest is) {percent}",
      ],
      means: "$1 per annum",
    },
  ],
  "note/interest/oneTime": [
    {
      says: [
        "one-time( interest)? (charge|interest)( charge)?( of| equal to)? {percent}",
        "{percent} one-time( interest)?( charge)?",
        "(flat|upfront|up-front|lump[- ]sum)( interest)? (charge|interest)( of| equal to)? {percent}",
        "interest charge of {percent}",
        "guaranteed one-time interest of {percent}",
      ],
    },
  ],
  "note/interest/guaranteed": [
    {
      says: [
        "{period}( of( interest)?| interest)?( is| are)? guaranteed",
        "guaranteed( interest)?( of| for|:)*( first)? {period}",
        "(minimum|at least) (of )?{period}('s?)?( of)? interest",
        "first {period}( of)? interest( is|,)* guaranteed",
        "minimum interest( of| for|:)* {period}",
      ],
    },
  ],
  "note/interest/minimumRate": [
    {
      says: [
        "(in no event|not|never)[^.;]{0,30}(rate|interest)[^.;]{0,30}(less than|below) {percent}",
        "(rate )?floor of {percent} (per annum|on)",
      ],
      where: "rate|interest",
      unless: "conversion",
    },
  ],
  "note/interest/payable": [
    { says: ["interest[^;]{0,80}(payable|paid|due)( in cash)? {paydays}"], sure: 3, unless: "compounded" },

    { says: ["payable (at|on|upon) maturity( date)?"], means: "at maturity", where: "interest" },

    {
      says: [
        "interest…(payable|paid|due)( in arrears)?( in cash)? (monthly|quarterly|semi-annually|annually|semiannually)",
        "interest…(payable|paid|due)( in cash)? (on|at)( NOTE's)? (maturity|maturity date)",
        "payable( in arrears)? on maturity date",
        "interest is due when principal is",
        "(principal|interest)[^.;$]{0,60}(accrued )?interest[^.;$]{0,60}(due|payable|paid)[^.;$]{0,40} (in (one |a )?lump sum|at maturity|on maturity date)",
        "(was|is) due with all interest on",
        "payable with principal",
      ],
      means: "at maturity",
      unless: "monthly|quarterly|semi-?annually|each month|payments",
    },
    {
      says: ["(payable|paid|due)( in cash)?( in arrears)? monthly", "interest[^.;]{0,40} monthly in arrears"],
      means: "monthly",
      where: "interest",
      unless: "compounded monthly",
    },
    {
      says: [
        "(payable|paid|due)( in cash)?( in arrears)? quarterly",
        "quarterly interest payments",
        "quarterly in arrears",
      ],
      means: "quarterly",
      where: "interest",
      unless: "compounded quarterly",
    },
    {
      says: ["(payable|paid|due)( in cash)?( in arrears)? semi-?annually", "semi-?annually in arrears"],
      means: "semi-annually",
      where: "interest",
      unless: "compounded semi",
    },
    {
      says: ["(payable|paid|due)( in cash)?( in arrears)? (annually|per annum in arrears)"],
      means: "annually",
      where: "interest",
    },
  ],
  "note/interest/dayCount": [
    {
      says: [
        "360[- ]days? year[^.;]{0,30}(12|twelve) 30[- ]days? months",
        "360[- ]days? year[^.;]{0,40}12 (months of 30 days|30[- ]days? months)",
        "12 months of 30 days",
        "30/360",
        "12 30[- ]days? months",
      ],
      means: "30/360",
      sure: 3,
    },
    {
      says: [
        "365[- ]days? year",
        "year of 365 days",
        "actual/365",
        "(days|number of days)[^.;]{0,40} 365\\b",
        "basis of 365",
      ],
      means: "actual/365",
      unless: "365 or 366|365/366",
    },
    {
      says: ["actual[^.;]{0,60}360", "actual/360", "360[- ]days? year", "year of 360 days"],
      means: "actual/360",
      sure: 1,
    },
    { says: ["actual/actual", "365 or 366"], means: "actual/actual" },
  ],
  "note/interest/simple": [
    {
      says: ["simple interest", "interest[^.;]{0,40}\\bsimple\\b", "(not|without|no) compound(ed|ing)?"],
      means: "",
    },
  ],
  "note/interest/compounded": [
    { says: ["compound(ed|ing|s)? monthly", "monthly compounding"], means: "monthly" },
    { says: ["compound(ed|ing|s)? quarterly", "quarterly compounding"], means: "quarterly" },
    { says: ["compound(ed|ing|s)? semi-?annually"], means: "semi-annually" },
    { says: ["compound(ed|ing|s)? (annually|per annum|yearly)", "annual compounding"], means: "annually" },
    { says: ["compound(ed|ing|s)? daily", "daily compounding"], means: "daily" },
  ],
  "note/interest/accruesFrom": [
    {
      says: [
        "interest[^;]{0,110} from( and after| and including)? issue date( until| to| at|,|$)",
        "from issue date[^.;]{0,40} (bears?|accrues?) interest",
        "interest[^.;]{0,30}(shall )?(begin|commence|start)s?( to accrue| accruing)?( on| from)? issue date",
      ],
      means: "issue",
    },
    {
      says: [
        "from funding date( on)?,?[^.;]{0,60} (bears?|accrues?|carries) interest",
        "interest[^.;]{0,60} from( and after)? funding date",
        "interest (begins|commences|starts)[^.;]{0,30} funding date",
      ],
      means: "funding",
    },
  ],
  "note/interest/paidIn": [
    {
      says: ["in cash or,?[^.;]{0,40} in kind", "in cash or pik", "in kind or in cash"],
      means: "cash or kind",
      sure: 3,
    },

    {
      says: [
        "(pay|paid|payable)[^.;]{0,60} (in cash or|either in cash or|in cash,? or)[^.;]{0,80} in shares",
        "interest…in shares or( in)? cash",
      ],
      means: "cash or shares",
      where: "interest",
      unless: "principal",
    },
    {
      says: ["(payable|paid) in kind", "pik interest", "added to principal amount on each"],
      means: "kind",
      where: "interest",
      unless: "cash or",
    },
    { says: ["in cash or in kind", "in cash or pik"], means: "cash or kind" },
  ],
  "note/interest/interestPrice": [
    {
      says: [
        "(so paid|paid in shares|shares so (issued|paid))[^.;]{0,40}(valued at|at price of|at) {price}",
        "interest shares[^.;]{0,40}valued at {price}",
        "interest…in shares[^.;]{0,60} (valued|priced) at {price}",
      ],
      unless: "principal and",
    },
  ],
  "note/interest": [{ says: ["^safe\\b", "simple agreement for future equity"], means: "none", sure: 1 }],
};
