import type { PaperSayings } from "./saying.ts";

export const aroundSayings: PaperSayings = {
  "note/security": [
    {
      says: [
        "(NOTE|note|it|debenture|obligation)( is| are| was| will be)? (an? )?(not secured|unsecured)( obligation|\\.|,|$| and| promissory| convertible|;)",
        "\\bunsecured( \\w+){0,3} (note|notes|debenture|obligation|promissory)",
        "(without|no) (security|collateral)\\b",
        "^(security|collateral|secured|ranking|rank): (none|unsecured|no)\\b",
        "not secured",
        "^unsecured\\b",
        "is unsecured",
      ],
      means: "none",
      unless: "unsecured (debt|creditors|indebtedness)[^.;]{0,30} ranks|no security (interest )?(holder|has)",
    },
  ],
  "note/collateral": [
    {
      says: [
        "secured by( an?| the)*( first[- ]priority| perfected)?( security interest| lien| charge)( in| on)* {thing}",
        "secured(, [^,]{0,60},)? by {thing}",
        "^collateral: {words}",
        "^security: (?!none|unsecured|no\\b|[^.]{0,30}secured by){words}",
      ],
      means: "=source",
    },
  ],
  "note/rank": [
    {
      says: [
        "senior secured( convertible| promissory| original issue discount| \\d)*",
        "ranks? (senior|ahead|before)[^.]{0,80}secured",
      ],
      means: "senior secured",
      where: "senior|ranks ahead|ranks before",
    },
    { says: ["ranks? (senior|ahead|before)"], means: "senior", sure: 1 },
    {
      says: ["pari passu", "ranks? equally", "equal(ly)? (in right of payment|with all)"],
      means: "pari passu",
    },
    {
      says: [
        "(is|are|be|ranks?) (expressly )?(subordinated?|junior)( in right of payment)? to",
        "subordinated (convertible |promissory )*(note|debenture)",
      ],
      means: "subordinated",
      unless: "senior secured",
    },
  ],
  "note/crossDefault": [
    {
      says: [
        "cross[- ]default[^.;$]{0,80}{money}",
        "(other|another)( \\w+){0,3} (debt|indebtedness|note|borrowed money)[^.;$]{0,80}{money}[^.;]{0,40}(accelerat|default)?",
        "(acceleration|default)[^.;$]{0,60}(debt|indebtedness)[^.;$]{0,60}{money}",
      ],
      where: "cross|accelerat|default|event",
    },
  ],
  "note/defaultAmount": [
    {
      says: [
        "{percent} of( all)?( outstanding)? principal( amount)? and( accrued)? interest (becomes?|is|shall be|will be)( immediately)? (due|owed|payable)",
      ],
      means: "$1 of principal and interest",
      where: "default",
    },

    {
      says: [
        "or {percent}[^.;%]{0,20} if (it|ISSUER) (cannot|can not|fails to|does not|is unable to) (deliver|issue|reserve)",
      ],
      means: '$1 of principal and interest on "Failure to Deliver"',
      sure: 4,
    },
    {
      says: [
        "(owes?|pay|pays|due|owed( at)?|payable|default amount|amount equal to|becomes|demand|require)[^.;%]{0,80} {percent}( of)?( the)?( total of| sum of)?( all| then)? ?(principal|balance|outstanding|amount)",
        "default amount[^.;%]{0,60} {percent}",
        "on default[^.;%]{0,60} {percent} of principal and( accrued)? interest",
      ],
      means: "$1 of principal and interest",
      where: "default",
      unless: "prepay|change of control|sale of",
    },
  ],
  "note/usurySaving": [
    {
      says: [
        "^(?=[^$]*(highest|maximum)[^.;]{0,40}(law|lawful)[^.]*(applied|credited|reduced|refunded)){sentence}",
        "^(?=[^$]*(usury|usurious)){sentence}",
      ],
      means: "=source",
      unless: "bears interest|default rate",
    },
  ],
  "note/paymentsApplied": [
    { says: ["payments[^.;]{0,40}(?:are|shall be|will be) applied {words}"], means: "=source" },
  ],
  "note/lateCharge": [{ says: ["late (charge|fee)( of| equal to)? {percent}"] }],
  "note/extension": [
    { says: ["extend(ed|able)?[^.;]{0,20}option of HOLDER"], means: "by holder" },

    {
      says: [
        "(which|maturity)[^.;]{0,40}HOLDER may( unilaterally)? extend",
        "extend(ed|able)?[^.;]{0,20}by HOLDER",
      ],
      means: "by holder",
    },

    {
      says: [
        "HOLDER may( unilaterally)? extend maturity",
        "extend(ed)?[^.;]{0,30}(with|upon) (written )?consent of HOLDER",
        "extended (at|by)( option of)? HOLDER",
      ],
      means: "by holder",
    },
    {
      says: ["ISSUER may( unilaterally)? extend maturity", "extend(ed)?[^.;]{0,30}(at )?option of ISSUER"],
      means: "by issuer",
    },
  ],
  "note/prepayment": [
    {
      says: [
        "(prepay|prepaid|prepayment)[^.;%]{0,160}(without|no) (premium|penalty|prepayment penalty|premium or penalty)",
        "prepayment: at any time[^.;%]{0,60}(without|no) (penalty|premium)",
        "^prepayment: at any time(\\.|$)",
      ],
      means: "at any time without premium",
      unless: "first \\d+ days|only if",
    },
    {
      says: [
        "(not|only)[^.;]{0,60}(prepay|prepaid)[^.]{0,100}(without|with)( prior)?( written)? consent",
        "^prepayment: not (permitted|allowed)[^.]{0,20} without[^.]{0,30}consent",
        "^(prepayment|no prepayment): (not )?(without|only with|with)( prior)?( written)? consent",
        "no prepayment without[^.;]{0,20}consent",
      ],
      means: "with consent",
    },
    {
      says: [
        "ISSUER (may not|shall not|cannot|has no right to) prepay(?![^.]{0,120}consent)",
        "(NOTE|it) (may not|cannot|shall not) be prepaid(?![^.]{0,120}consent)",
        "no right of prepayment",
        "^prepayment: (not permitted|none|barred|prohibited|not allowed)(?![^.]{0,80}consent)",
      ],
      means: "barred",
      sure: 1,
      unless: "after|thereafter|once|except",
    },
  ],
  "note/commitmentShares": [
    {
      says: ["{number} (commitment|inducement|origination|incentive) shares"],
      means: "$1 shares",
      unless: "returnable|return",
    },

    {
      says: [
        "{shares}[^;]{0,60}(must|shall|are to|will) (be )?return",
        "{shares}[^;]{0,80}\\(returnable shares\\)",
      ],
      means: "$1 shares returnable",
      sure: 3,
      where: "",
    },
    {
      says: ["{shares}[^;]{0,60}(need not|not) be returned", "{shares}[^;]{0,60}non-?returnable"],
      means: "$1 shares non-returnable",
      sure: 3,
    },
    {
      says: [
        "(commitment|inducement|origination|incentive|consideration)[^;]{0,120}?{grant}",
        "{shares}[^;]{0,60}as( an?)? (commitment|inducement|origination|incentive|additional consideration|equity kicker)",
        "as (further|additional) consideration[^;]{0,60}?{grant}",
        "{shares}[^;]{0,20}\\((commitment|inducement|origination) shares\\)",
      ],
      where: "issue|grant|deliver|shares",
      unless:
        "warrant to (buy|purchase)[^.]{0,10}$|reserve|outstanding as of|returned|returnable|must return",
    },
  ],
  "note/conversion": [
    {
      says: [
        "not convertible(?! (otherwise|until|before|prior))",
        "no (right of conversion|conversion rights?)",
        "^conversion[^:]{0,10}: none",
      ],
      means: "none",
    },
  ],
};
