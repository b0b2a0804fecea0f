import { exampleConversion, exampleNote } from "../../../server/src/checks/rule.ts";
import type { Case } from "./case.ts";

const note = (...lines: readonly string[]): string => exampleNote(`  ${lines.join("\n  ")}`);
const events = "events of default {\n    failure to pay when due\n  }";
const interest = (...lines: readonly string[]): string =>
  note(`interest {\n    ${lines.join("\n    ")}\n  }`, events);
const listed = (line: string): string =>
  note(`events of default {\n    failure to pay when due\n    ${line}\n  }`);
const conversion = (...lines: readonly string[]): string =>
  note(`conversion {\n    option holder\n    until maturity\n    ${lines.join("\n    ")}\n  }`);
const priced = (price: string): string => exampleNote(exampleConversion({ price }));
const tranche = (name: string, words: string): string => `tranche "${name}" { ${words} }`;
const inShares = (price: string): string =>
  note(
    "instalments {\n    monthly from 2024-02-02, 10 times  $10,000\n  }",
    "instalments paid in shares",
    `instalment price ${price}`,
  );
const bid = "closing bid on prior trading day";

/** The same mistakes in other clauses, orders and families than the examples of the rules have. */
export const found: readonly Case[] = [
  [
    "matures-before-issued",
    "a tranche",
    note(
      tranche("A", "principal $50,000; funded March 1, 2024; matures «February 1, 2024»"),
      tranche("B", "principal $50,000"),
    ),
    "Tranche “A” matures on February 1, 2024",
    "paid over on March 1, 2024",
  ],
  [
    "funded-after-maturity",
    "a tranche",
    note(tranche("A", "principal $50,000; funded «March 3, 2025»"), tranche("B", "principal $50,000")),
    "after the note is due on January 2, 2025",
  ],
  [
    "funded-before-issued",
    "a tranche",
    note(tranche("A", "principal $50,000; funded «March 1, 2023»"), tranche("B", "principal $50,000")),
    "before the note is issued on January 2, 2024",
  ],
  [
    "month-imprecise",
    "of a tranche",
    note(tranche("A", "principal $50,000; funded «March 2024»"), tranche("B", "principal $50,000")),
    "March 1, 2024",
  ],
  [
    "instalment-outside-term",
    "two single days, said once",
    note("instalments {\n    2025-01-02  $25,000\n    «2025-02-03»  $25,000\n    2025-03-03  $25,000\n  }"),
    "2 instalments fall, the first of them on February 3, 2025",
  ],
  [
    "instalment-outside-term",
    "a redemption",
    note("holder redemption {\n    «monthly from 2024-12-02, 3 times»  $10,000\n  }"),
    "3 redemptions run to February 2, 2025",
    "room for 2",
  ],
  [
    "price-and-principal-differ",
    "the note's price and those of its tranches",
    note(
      "purchase price «$95,000»",
      "original issue discount $5,000",
      tranche("A", "principal $50,000; purchase price $45,000; original issue discount $5,000"),
      tranche("B", "principal $50,000; purchase price $45,000; original issue discount $5,000"),
    ),
    "$90,000.00 together",
    "$5,000.00 more",
  ],
  [
    "price-and-principal-differ",
    "a discount of all there is",
    note("original issue discount «$110,000»"),
    "leaves nothing to pay",
  ],
  [
    "tranches-do-not-add-up",
    "of a price and a discount each",
    exampleNote(
      `  ${tranche("A", "purchase price $54,000; original issue discount 10% of principal")}\n  ${tranche("B", "purchase price $45,000; original issue discount 10% of principal")}`,
    ).replace("$100,000", "«$100,000»"),
    // 54,000 ÷ 0.9 + 45,000 ÷ 0.9
    "come to $110,000.00",
  ],
  [
    "instalments-differ-from-debt",
    "percentages of the principal",
    note("«instalments» {\n    2024-03-01  50%\n    2024-09-03  55%\n  }"),
    "come to $105,000.00",
  ],
  [
    "net-proceeds-differ",
    "of tranches",
    note(
      "net proceeds «$86,000»",
      tranche(
        "A",
        "principal $50,000; original issue discount 10% of principal; fees $5,000 deducted from proceeds",
      ),
      tranche("B", "principal $50,000; original issue discount 10% of principal"),
    ),
    "pays $90,000.00, less fees of $5,000.00: $85,000.00",
  ],
  [
    "premium-and-price-differ",
    "of a conversion rate",
    conversion("conversion rate «100 shares per $1,000»", "reference price $10.00", "premium 30%"),
    "is $13.00",
    "a price of $10.00",
  ],
  [
    "price-and-shares-differ",
    "a price in whole dollars",
    conversion("amount principal", "price $1", "shares on conversion «120,000 shares»"),
    "is 100,000 shares",
  ],
  [
    "price-and-shares-differ",
    "of a conversion rate",
    conversion(
      "amount principal",
      "conversion rate 100 shares per $1,000",
      "shares on conversion «20,000 shares»",
    ),
    "is 10,000 shares",
  ],
  [
    "trigger-out-of-range",
    "more days than there are",
    conversion("price $4.16", "forced conversion «130% of conversion price for 30 of 20 trading days»"),
    "30 of 20 days",
  ],
  [
    "trigger-out-of-range",
    "below the price",
    conversion("price $4.16", "forced conversion «$3.00 for 20 of 30 trading days»"),
    "From $3.00 on",
    "of $4.16",
  ],
  [
    "default-rate-not-above-rate",
    "of the second step",
    interest(
      "rate 5% until 6 months after issue",
      "rate 14% from 6 months after issue",
      "default rate «12%»",
    ),
    "the rate of 14 % from 6 months after issue",
  ],
  [
    "default-rate-not-above-rate",
    "of one index",
    interest('rate "WSJ Prime" plus 4%', 'default rate «"WSJ Prime" plus 2%»'),
    "wherever “WSJ Prime” stands",
  ],
  [
    "default-rate-not-above-rate",
    "a case of the rate",
    interest("rate 12%", "rate «10% on event of default»"),
    "the rate of 12 %",
  ],
  ["events-list-open", "such other events", listed("«and such other events as are usual»"), "stays open"],
  [
    "rate-out-of-scale",
    "interest that is owed once",
    interest("rate none", "one-time interest «0.12%»"),
    "$1.20",
  ],
  [
    "simple-and-compounded",
    "in kind",
    interest("rate 8%", "simple", "«paid in kind»"),
    "bears interest itself",
  ],
  [
    "cases-misfit",
    "nothing after the last",
    conversion("«price» $1 until day 180"),
    "After June 30, 2024 nothing says the price",
  ],
  [
    "cases-misfit",
    "nothing before the first",
    conversion("«price» $1 from day 180"),
    "Before June 30, 2024 nothing says the price",
  ],
  [
    "cases-misfit",
    "ends in the order of time, of which the last always counts",
    conversion("price $2 until day 90", "«price» $1 until day 180", "price $0.50 after day 180"),
    "“until day 90” and “until day 180”",
    "never used",
  ],
  [
    "average-not-said",
    "of instalments",
    inShares("90% of «3 lowest VWAPs» over 15 trading days before payment"),
    "3 prices",
  ],
  ["term-undefined", "of instalments", inShares('90% of «"Market Price"»'), "Nothing defines “Market Price”"],
  [
    "term-undefined",
    "of a warrant",
    note('warrants {\n    warrant shares 1,000 shares\n    strike price «"Exercise Price"»\n  }'),
    "Nothing defines “Exercise Price”",
  ],
  [
    "lowest-exceeds-window",
    "of instalments",
    inShares("80% of average of «10» lowest VWAP over 5 trading days before payment"),
    "a window of 5 trading days",
  ],
  [
    "lowest-exceeds-window",
    "calendar days",
    priced("65% of average of «9» lowest VWAP over prior 10 calendar days"),
    // Ten days in a row have at least two on a weekend.
    "at most 8 trading days",
  ],
  [
    "multiplier-looks-like-discount",
    "of instalments",
    inShares("«20%» of lowest closing bid over 20 trading days before payment"),
    "a discount of 80 %",
  ],
  [
    "no-whole-share",
    "at maturity",
    note("at maturity converts", "maturity price «$6,000,000»"),
    "buys not one share",
  ],
  [
    "valuation-cap-basis-open",
    "a cap that is a price",
    note("qualified financing {\n    threshold $1,000,000 excluding notes\n    valuation cap «$0.75»\n  }"),
    "less than the note's own principal of $100,000.00",
  ],
  [
    "valuation-cap-basis-open",
    "of a smaller financing",
    note(
      "qualified financing {\n    threshold $1,000,000 excluding notes\n  }",
      "other financing {\n    valuation cap «$5,000,000»\n  }",
    ),
    "before or after the money",
  ],
  [
    "alternative-never-wins",
    "a floor inside that is above the fixed price",
    priced(`lesser of { $0.20; «greater of { $0.30; 80% of ${bid} }» }`),
    "is never higher",
  ],
  [
    "floor-above-ceiling",
    "of a conversion rate",
    conversion("conversion rate 1000 shares per $1,000", "floor «$2»"),
    "fixed price of $1.00",
  ],
  [
    "default-price-no-worse",
    "a choice",
    note(
      `conversion {\n    option holder\n    until maturity\n    price lesser of { $1; 65% of ${bid} }\n    price «lesser of { $1; 75% of ${bid} } on event of default»\n    floor $0.01\n    ownership limit 4.99%\n  }`,
      events,
    ),
    "fewer shares",
  ],
  [
    "points-or-percent",
    "of a term",
    note(
      `"Base" means 65% of ${bid}`,
      'conversion {\n    option holder\n    until maturity\n    price "Base"\n    price "Base" less «10%» on "DTC chill"\n    floor $0.01\n    ownership limit 4.99%\n  }',
    ),
    // 65 × 0.9 and 65 − 10
    "58.5 %",
    "it is 55 %",
  ],
  ["term-circular", "the conversion price", conversion("price 90% of «conversion price»"), "itself"],
  [
    "price-below-par",
    "of a conversion rate",
    conversion("«conversion rate» 2,000,000 shares per $1,000", "par value $0.001"),
    "is $0.0005",
  ],
  [
    "ownership-limit-out-of-range",
    "after notice",
    conversion("price $1", "ownership limit 4.99% after issuance", "ownership limit after notice «25%»"),
    "may go to 25 %",
  ],
  [
    "ownership-limit-out-of-range",
    "a fraction for a percentage",
    conversion("price $1", "ownership limit «0.0499%» after issuance"),
    "not written as a fraction",
  ],
  [
    "prepayment-gets-cheaper",
    "premiums without what they are on top of, said once",
    note("prepayment {\n    day 0 to 90   «15%»\n    day 91 to 180  20%\n  }"),
    "costs 15 % of what is owed",
  ],
  [
    "prepayment-gets-cheaper",
    "three steps down, said once",
    note("prepayment {\n    day 0 to 30   130%\n    day 31 to 60  «125%»\n    day 61 to 90  120%\n  }"),
    "130 %, 125 % and 120 %",
  ],
  [
    "default-amounts-stack",
    "times and per cent",
    note("default amount «150% of 2 times principal»", events),
    "together 300 %",
  ],
  [
    "default-amount-too-low",
    "less than is owed",
    note("default amount «75% of principal and interest»", events),
    "owes 75 % of what it owed",
  ],
  [
    "default-amount-too-low",
    "less than prepayment",
    note(
      "default amount «120% of principal and interest»",
      "prepayment {\n    day 0 to 90   115%\n    day 91 to 180  125%\n  }",
      events,
    ),
    "costs 125 %",
    "upon default 120 %",
  ],
  [
    "damages-without-end",
    "in own words",
    note("covenants {\n    «the issuer pays $2,000 a day until the shares are delivered»\n  }"),
    "has no end",
  ],
  [
    "cross-default-without-threshold",
    "borrowed money",
    listed("«any default by the issuer under any other note or agreement for borrowed money»"),
    "however small",
  ],
  ["cross-default-without-threshold", "a verb", listed("«issuer defaults on any loan»"), "however small"],
  [
    "security-words-conflict",
    "a rank without collateral",
    note("rank «senior secured»"),
    "nothing says what secures it",
  ],
  [
    "security-words-conflict",
    "collateral and none",
    note("collateral «all assets»", "security none"),
    "names collateral",
  ],
  [
    "security-words-conflict",
    "a rank behind with a lien before others",
    note("rank «subordinated»", "security senior lien on all assets"),
    "“subordinated”",
  ],
  [
    "registration-penalty-without-rights",
    "a clause",
    note("registration rights none", "«registration penalty 2% of principal»"),
    "nobody has the duty",
  ],
  [
    "exchange-claims-placement",
    "and Rule 506",
    note(
      "exemption «Section 3(a)(9), Rule 506, held since May 1, 2020»",
      'exchange {\n    surrendered 90 shares of "A"\n    value $95,000\n  }',
    ),
    "Say which is relied on",
  ],
  [
    "change-of-control-unclear",
    "a choice of one",
    note("change of control {\n    pays 2 times principal\n    holder receives «holder's choice»\n  }"),
    "a branch is missing",
  ],
  [
    "change-of-control-unclear",
    "a choice whose price is that of a financing alone",
    note(
      "change of control {\n    pays 1 times principal\n    holder receives «greater»\n  }",
      "qualified financing {\n    threshold none\n    valuation cap $8,000,000 post-money\n  }",
    ),
    "“converts at cap price”",
  ],
  [
    "event-undefined",
    "a blank in quotes",
    note().replace("issued     January 2, 2024", 'issued     «"July __, 2009"»'),
    "looks like a blank",
  ],
  [
    "event-undefined",
    "in a condition, beside a scenario",
    `${note('default amount 150% of principal on «"Delisting"»', events)}\nscenario "Paid" { on June 3, 2024 }\n`,
    "happens in no scenario",
  ],
  [
    "term-drift",
    "a word less, in a date",
    note('"Purchase Price Date" means January 4, 2024', 'funded «"Purchase Date"»'),
    "“Purchase Price Date” is",
  ],
  [
    "term-drift",
    "an offering that a scenario closes",
    `${note().replace("January 2, 2025", 'earlier of { January 2, 2025; closing of «"Covering Offering"» }')}\nscenario "May" { on June 3, 2024; closing "Covered Offering" on May 15, 2024 }\n`,
    "“Covered Offering” happens",
  ],
  [
    "tranche-principal-open",
    "every one of several",
    note(
      tranche("A", "purchase price «$400,000»"),
      tranche("B", "purchase price «$200,000»; funded March 1, 2024"),
      tranche("C", "purchase price $200,000; original issue discount $22,222"),
    ),
    "can't be worked out",
  ],
  [
    "tranche-principal-open",
    "beside a discount in money of the whole note",
    note("original issue discount $10,000", tranche("A", "purchase price «$90,000»")),
    "can't be worked out",
  ],
  [
    "financing-threshold-low",
    "the note alone meets it",
    note("qualified financing {\n    threshold «$50,000 including notes»\n    discount 20%\n  }"),
    "with no new money at all",
  ],
  [
    "financing-price-open",
    "a threshold and the word alone",
    note("«qualified financing» {\n    threshold none\n    converts automatically\n  }"),
    "as if it were paid in then",
  ],
  [
    "round-terms-differ",
    "a price beside a valuation",
    `${note("qualified financing {\n    threshold none\n    discount 20%\n  }")}\nscenario "Series A" { on June 3, 2024; round { new money $2,000,000; price per share $1.00; post-money «$10,000,000» } }\n`,
    "and that is used",
  ],
  [
    "price-and-principal-differ",
    "a discount of more than a principal that is blank",
    note("original issue discount «110% of principal»").replace("$100,000", "[ ]"),
    "whatever the principal",
  ],
  [
    "maturity-pays-and-converts",
    "by the conversion",
    note(
      "at maturity paid",
      "conversion {\n    option holder\n    until maturity\n    price $1\n    «automatic conversion on maturity»\n  }",
    ),
    "converts by itself",
  ],
  [
    "extension-unclear",
    "by two clauses",
    note("extension by issuer until July 2, 2025", "extension «by holder until July 2, 2025»"),
    "Either side",
  ],
  [
    "extension-unclear",
    "until a day before",
    note("extension «by holder until July 2, 2024»"),
    "puts nothing off",
  ],
];

/** What a hasty rule would take for a mistake. */
export const silent: readonly Case[] = [
  [
    "conversion-opens-after-maturity",
    "ended before it opens",
    conversion("price $1", "from 18 months after issue"),
  ],
  [
    "prepayment-windows-misfit",
    "days that a window before the last one covers",
    note("prepayment {\n    day 0 to 90   110%\n    day 91 to 180  120%\n  }"),
  ],
  [
    "prepayment-gets-cheaper",
    "windows that are not in the order of time",
    note("prepayment {\n    day 31 to 60  115%\n    day 0 to 30   110%\n  }"),
  ],
  [
    "due-on-closed-day",
    "a convention in own words",
    exampleNote(
      '  other "Business days" a payment due on a day that is no business day is made on the next one',
      {
        matures: "January 5, 2025",
      },
    ),
  ],
  [
    "instalments-differ-from-debt",
    "thirds, of which a cent is left",
    note(
      "instalments {\n    2024-03-01  1/3 of principal\n    2024-06-03  1/3 of principal\n    2024-09-03  1/3 of principal\n  }",
    ),
  ],
  [
    "net-proceeds-differ",
    "of tranches",
    note(
      "net proceeds $85,000",
      tranche(
        "A",
        "principal $50,000; original issue discount 10% of principal; fees $5,000 deducted from proceeds",
      ),
      tranche("B", "principal $50,000; original issue discount 10% of principal"),
    ),
  ],
  ["default-rate-not-above-rate", "out of scale", interest("rate 8%", "default rate 0.18%")],
  [
    "events-list-open",
    "others who are judged",
    listed("judgment against the issuer and others of more than $50,000"),
  ],
  [
    "events-list-open",
    "not limited to those",
    listed("breach of any covenant, not limited to those of the note, for ten days"),
  ],
  [
    "cases-misfit",
    "a rate that changes on a day",
    interest("rate 5% until 6 months after issue", "rate 10% from 6 months after issue", "default rate none"),
  ],
  [
    "cases-misfit",
    "a gap that the base case fills",
    conversion("price $1", "price $2 until day 90", "price $0.50 after day 180"),
  ],
  [
    "cases-misfit",
    "a price from when conversion opens",
    note(
      "conversion {\n    option holder\n    from day 180\n    until maturity\n    price $1 from day 180\n  }",
    ),
  ],
  [
    "multiplier-looks-like-discount",
    "a discount that is stated",
    conversion(`price 35% of ${bid}`, "discount 65%", "floor $0.01", "ownership limit 4.99%"),
  ],
  [
    "multiplier-looks-like-discount",
    "upon default, where the other reading would be no better",
    note(
      `conversion {\n    option holder\n    until maturity\n    price 65% of ${bid}\n    price 35% of ${bid} on event of default\n    floor $0.01\n    ownership limit 4.99%\n  }`,
      events,
    ),
  ],
  [
    "greater-of-unusual",
    "a floor inside a “lesser of”",
    priced(`lesser of { $1; greater of { $0.05; 80% of ${bid} } }`),
  ],
  [
    "exchange-cap-missing",
    "shares that are not listed",
    note(
      `conversion {\n    option holder\n    until maturity\n    price 65% of ${bid}\n    floor none\n    ownership limit 4.99%\n  }`,
      "covenants {\n    the shares are not listed on Nasdaq or another national securities exchange\n  }",
    ),
  ],
  [
    "default-amount-too-low",
    "the same",
    note("default amount 120% of principal and interest", "prepayment {\n    day 0 to 90  120%\n  }", events),
  ],
  [
    "damages-without-end",
    "with a limit",
    note("covenants {\n    the issuer pays $2,000 a day, up to $50,000 in all\n  }"),
  ],
  [
    "cross-default-without-threshold",
    "in words",
    listed("default under other indebtedness of more than fifty thousand dollars"),
  ],
  [
    "cross-default-without-threshold",
    "of this note",
    listed("default in any covenant of this note or of any other instrument delivered hereunder"),
  ],
  [
    "security-words-conflict",
    "behind senior debt",
    note("security unsecured and subordinated to senior debt"),
  ],
  [
    "security-words-conflict",
    "a rank with collateral",
    note("rank senior secured", "collateral all assets of the issuer"),
  ],
  [
    "exchange-claims-placement",
    "in the alternative",
    note(
      "exemption Section 3(a)(9), alternatively Section 4(a)(2), held since May 1, 2020",
      'exchange {\n    surrendered 90 shares of "A"\n    value $95,000\n  }',
    ),
  ],
  [
    "change-of-control-unclear",
    "a choice of cash and the price of the cap",
    note(
      "change of control {\n    pays 1 times principal\n    converts at cap price\n    holder receives greater\n  }",
      "qualified financing {\n    threshold none\n    valuation cap $8,000,000 post-money\n  }",
    ),
  ],
  [
    "term-drift",
    "two closings, and one more of another order",
    `${note(
      'default amount 150% of principal on "Second Closing"',
      'default amount 160% of principal on "First Closing"',
      events,
    )}\nscenario "May" { on June 3, 2024; closing "Initial Closing" on May 15, 2024 }\n`,
  ],
  [
    "event-undefined",
    "in a condition, where nothing is played",
    note('default amount 150% of principal on "Delisting"', events),
  ],
  [
    "financing-price-open",
    "one that takes over better terms",
    note(
      "qualified financing {\n    threshold none\n    converts automatically\n  }",
      "most favoured terms { notice within 10 days }",
    ),
  ],
  [
    "price-and-principal-differ",
    "a discount of more than is paid",
    note("original issue discount 110% of purchase price").replace("$100,000", "[ ]"),
  ],
  [
    "trigger-out-of-range",
    "every day",
    conversion("price $4.16", "forced conversion 150% of conversion price for 20 of 20 trading days"),
  ],
];
