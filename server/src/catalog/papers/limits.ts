import type { PaperSayings } from "./saying.ts";

export const limitSayings: PaperSayings = {
  "note/conversion/notice": [
    {
      says: [
        "on {period}'? prior( written)? notice,? HOLDER may convert",
        "upon {period}'?( prior)?( written)? notice[^.;]{0,30}HOLDER may convert",
        "HOLDER may convert[^.;]{0,80}(on|upon|by giving|with) {period}'?( prior| advance)?( written)? notice",
      ],
    },
  ],
  "note/conversion/delivery": [
    {
      says: [
        "(deliver|delivers|delivered|delivery)[^.;$]{0,100}within {period}",
        "within {period}[^.;$]{0,60}(deliver|issue)( the)? shares",
        "^(share )?delivery[^:]{0,20}: (within )?{period}",
      ],
      where: "shares|conver|delivery",
      unless: "registration|notice under|notify|information|reports?",
    },
  ],
  "note/conversion/reserve": [
    {
      says: [
        "(reserve|reserves|reserved|kept available|keeps? available|keep in reserve|reservation|maintain)[^.;$]{0,120}?{number} (times|x)\\b",
        "{number} times[^.;$]{0,80}(reserve|reserved|available)",
        "(shares? kept available|share reserve|reserve)[^.;]{0,20}: {number} times",
      ],
      means: "$1 times",
      sure: 2,
    },
    {
      says: [
        "(reserves?|reserved|reservation of|set aside|reserve of|reserving)( initially| at all times| at least| not less than| up to| with[^.;]{0,30}| total of| from[^.;]{0,40})* {shares}",
        "{shares}( of[^.;]{0,20})?( has been| have been| are| were| is)?( initially)? reserved",
      ],
      unless: "as adjusted",
    },
  ],
  "note/conversion/ownershipLimit": [
    {
      says: [
        "cap (itself|themselves|HOLDER|ourselves)? ?at {percent}[^;]{0,40}after",
        "{percent} cap[^;]{0,60}after",
      ],
      means: "$1 after issuance",
      sure: 3,
    },

    {
      says: [
        "\\b(own|owns|owned|owning|owner|ownership|hold|holds|holding)\\b[^;%]{0,100}?{percent}[^;]{0,160}(after|giving effect|upon|once (they|it) have|immediately)",
        "(after|once)[^;%]{0,60}(giving effect|conversion|issuance|given effect|issued)[^;%]{0,160}\\b(own|hold|owner|owning|ownership)\\b[^;%]{0,60} {percent}",
        "(after|once)[^;%]{0,30}(giving effect|conversion is given effect)[^;%]{0,160} {percent}",
        "{percent}( cap| limit| limitation| blocker)?[^;]{0,60}\\b(own|hold|ownership|holding)\\b[^;]{0,40}after",
        "(ownership|beneficial ownership|holding)[^:]{0,20}: {percent}[^;]{0,100}after",
        "would (result in|cause)[^;%]{0,100}\\b(own|owning|hold|holding)\\b[^;%]{0,80} {percent}",
      ],
      means: "$1 after issuance",
      sure: 3,
      unless: "19\\.9|before giving effect",
    },
    {
      says: [
        "\\b(own|owns|owned|owning|ownership|hold|holds|holding|limit|blocker|limitation|owner)\\b[^;%$]{0,120}?{percent}( of|$|,| limit| cap)",
        "{percent} (ownership|beneficial ownership|blocker|ownership limit|limitation|cap)",
        "(limit|limits|limitation|ownership)[^:]{0,20}: [^;%$]{0,40}{percent}",
      ],
      where: "\\bown|\\bhold\\b|\\bholds|\\bholding|blocker",
      unless: "19\\.9|discount|interest|of principal|option plan|original",
    },
  ],
  "note/conversion/waiver": [
    {
      says: [
        "(increase|raise|raised|increased|waive|up to|put|above|exceed)[^;%]{0,80}{percent}",
        "{percent} (upon|on|after|with)( not less than| at least)? {number} days",
      ],
      sure: 4,
      where: "notice|waive",
      unless: "19\\.9|prepay|interest|discount|market price of",
    },
  ],
  "note/conversion/waiverNotice": [
    {
      says: [
        "{period}'?( prior| advance)?( written)? notice[^;]{0,80}(increase|raise|waive|put)",
        "(increase|raise|waive|put|raised|increased)[^;]{0,120}{period}('| prior| advance| written| of)*( prior)?( written)? notice",
        "notice[^;]{0,40}(of )?(at least|not less than)?( of)? ?{period}[^;]{0,60}(may|can) (put|raise|increase)",
        "(upon|on|after) (at least |not less than )?{period}('| prior| written)* notice",
      ],
      where: "9\\.99|limit|limitation|percentage|beneficial",
      unless: "prepay|redeem",
    },
  ],
  "note/conversion/exchangeCap": [
    {
      says: [
        "(?=19\\.){percent}[^;]{0,80}(outstanding|issued)[^;]{0,80}(date of|signing|closing|prior to|immediately|on|at)",
        "exchange cap[^:]{0,10}:?[^;%]{0,40}(?=19\\.){percent}",
        "(?=19\\.){percent}",
      ],
      means: "$1 of shares outstanding at signing",
      sure: 4,
    },
    {
      says: ["(exchange cap|in total exceed|aggregate number of shares[^;]{0,60}exceed)[^;]{0,40} {shares}"],
    },
  ],
  "note/conversion/remainder": [],
};
