/** A sheet as the formatter writes it, with everything that has a layout of its own. */
export const tidySheet = `// What several notes share
"Market Price" means average of 3 lowest closing bids over prior 10 trading days

/* A comment
   of two lines */
note "Tidy Note" {  // drafted by counsel
  issuer     "Example Corp."
  holder     "Example Fund LP"
  principal  EUR 1,000,000
  issued     December 6, 2017
  matures    earlier of { December 6, 2018; closing of "Offering" }  // one year
  security   first lien   on all  Assets

  interest {
    rate          12% per annum
    default rate  [18% | 22%] per annum
    day count     actual/actual ISDA
    payable       at maturity
    simple
  }

  original issue discount  10% of principal
  fees                     EUR 20,000 deducted from proceeds

  prepayment {
    day 0 to 30                 115%
    // later
    day 31 to 180               [120% | 125%]
    after day 180               none
    monthly from June 30, 2018  [ ]
  }

  conversion {
    option           holder
    from             180 days after issue
    until            maturity
    price            lowest of {  // of three
                       85% of average of VWAP over prior 5 trading days
                       // the last price is a ceiling
                       greater of { EUR 0.01; closing bid on prior trading day }
                       lesser of {
                         EUR 0.05
                         highest closing bid over 5 trading days before issue
                       } less 5%
                     } plus EUR 0.001
    ownership limit  9.99% after issuance
    floor            [ ]
  }

  events of default {
    Failure to pay;  when due
    bankruptcy  OR insolvency  // as defined
    and others
  }

  registration rights  none
  other                "Expenses"  paid by the Issuer
  "Floor Price" means EUR 0.0005
  allow                no-floor-price because "The board approved it"
}

market for "Tidy Note" { outstanding 1,000,000,000 shares }

market {
  outstanding  1,000,000,000 shares
  // illustrative
  prices {
    date               VWAP      closing bid  low price
    2018-11-28         EUR 0.02  0.0023       -
    December 3, 2018   -         EUR 0.21     EUR 0.2  // thin
  }
}

scenario "At maturity" {
  on       December 6, 2018
  convert  50% of principal and interest plus EUR 500
  expect   conversion shares at most 300,000,000 shares
}
`;
