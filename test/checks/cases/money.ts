import { exampleNote } from "../../../server/src/checks/rule.ts";
import type { Case } from "./case.ts";

/** A note with another principal than that of the examples. */
const owed = (principal: string, ...lines: readonly string[]): string =>
  exampleNote(`  ${lines.join("\n  ")}`).replace("principal  $100,000", `principal  ${principal}`);
const tranche = (name: string, ...lines: readonly string[]): string =>
  `tranche "${name}" {\n    ${lines.join("\n    ")}\n  }`;
const repaid = (principal: string, interest: string, ...rows: readonly string[]): string =>
  owed(principal, `interest { ${interest} }`, `«instalments» {\n    ${rows.join("\n    ")}\n  }`);
const events = "events of default {\n    failure to pay when due\n  }";

/** What goes wrong with sums: paid in, owed, and paid back. */
export const found: readonly Case[] = [
  [
    "price-and-principal-differ",
    "a digit lost",
    owed("$160,941.18", "purchase price «$136,800.00»", "original issue discount $24,414.18"),
    "$161,214.18",
    "$273.00 less",
  ],
  [
    "price-and-principal-differ",
    "a fee left out",
    owed(
      "$701,818",
      "purchase price «$600,000»",
      "original issue discount $81,818",
      "fees $10,000 included in principal",
    ),
    "$691,818.00",
    "$10,000.00 more",
  ],
  [
    "price-and-principal-differ",
    "of the wrong base",
    owed("$550,000", "purchase price «$500,000»", "original issue discount 10% of principal"),
    "the discount of $55,000.00 come to $555,000.00",
    "$5,000.00 less",
  ],
  [
    "price-and-principal-differ",
    "more paid than owed",
    owed("$90,000", "purchase price «$100,000»"),
    "$10,000.00 less",
  ],
  [
    "price-and-principal-differ",
    "in a tranche",
    owed(
      "$100,000",
      tranche("First", "principal $100,000", "purchase price «$90,000»", "original issue discount $9,000"),
    ),
    "of tranche “First”",
    "$1,000.00 more",
  ],
  [
    "discount-base-unclear",
    "nothing to compare",
    owed("$[ ]", "principal up to $555,000", "original issue discount «10%»"),
    "$55,500.00",
    "$50,454.55",
  ],
  [
    "discount-base-unclear",
    "the sums tell",
    owed("$350,000", "purchase price $315,000", "original issue discount «10%»"),
    "$35,000.00",
    "$31,500.00",
    "fit the first",
  ],
  [
    "discount-base-unclear",
    "the sums fit neither",
    owed("$111,000", "purchase price $100,000", "original issue discount «10%»"),
    "fit neither",
    "$11,100.00",
    "$10,000.00",
  ],
  ["paid-below-principal", "a fifth", owed("$100,000", "purchase price «$80,000»"), "$20,000.00 less, 20 %"],
  [
    "paid-below-principal",
    "a little",
    owed("$4.3 million", "purchase price «$3.935 million»"),
    "$365,000.00 less, 8.4884 %",
  ],
  [
    "net-proceeds-differ",
    "a fee too many",
    owed("$225,000", "fees $26,000 deducted from proceeds", "net proceeds «$198,000»"),
    "$199,000.00 reaches the issuer",
    "$1,000.00 less",
  ],
  [
    "net-proceeds-differ",
    "no fees",
    owed("$100,000", "purchase price $90,000", "original issue discount $10,000", "net proceeds «$89,000»"),
    "no fees are held back",
  ],
  [
    "tranches-do-not-add-up",
    "a sum",
    owed("«$1,383,636»", tranche("First", "principal $701,818"), tranche("Second", "principal $691,818")),
    "$1,393,636.00",
  ],
  [
    "tranches-do-not-add-up",
    "more than the most",
    owed(
      "$100,000",
      "principal up to «$150,000»",
      tranche("First", "principal $100,000"),
      tranche("Second", "principal $60,000", "unfunded"),
    ),
    "$160,000.00, $10,000.00 more",
  ],
  [
    "tranches-do-not-add-up",
    "the principal above the most",
    owed("$100,000", "principal up to «$90,000»"),
    "more than the $90,000.00",
  ],
  [
    "unfunded-bears-interest",
    "a year's interest on it",
    owed(
      "«$355,000»",
      tranche("First", "principal $270,000"),
      tranche("Second", "principal $85,000", "unfunded"),
      "interest { rate 12% }",
    ),
    "$85,000.00",
    "$10,200.00 a year",
    "$270,000.00",
  ],
  [
    "exchange-parts-do-not-add-up",
    "the value",
    exampleNote(
      '  exchange {\n    part "A" { capital $225,000.00; accrued $27,437.50 }\n    part "B" { capital $75,000.00; accrued $9,000.00 }\n    value «$336,347.50»\n  }',
    ),
    "$336,437.50",
    "$90.00 less",
  ],
  [
    "exchange-parts-do-not-add-up",
    "the number of shares",
    exampleNote(
      '  exchange {\n    part "A" { surrendered 225 shares; capital $225,000.00 }\n    part "B" { surrendered 75 shares; capital $75,000.00 }\n    surrendered «350 shares»\n    value $300,000.00\n  }',
    ),
    "300 shares",
  ],
  [
    "exchange-with-new-money",
    "money besides",
    exampleNote("  exemption Section 3(a)(9)\n  «purchase price $5,000»\n  exchange { value $95,000 }"),
    "$5,000.00 besides",
  ],
  [
    "exchange-with-new-money",
    "a paid solicitation",
    exampleNote(
      '  exemption Section 3(a)(9)\n  exchange { value $95,000 }\n  «other "Agent" a solicitation fee of $2,000»',
    ),
    "paid for soliciting",
  ],
  [
    "exchange-holding-period",
    "nothing said",
    exampleNote("  exemption «Sections 3(a)(9) and 4(a)(2)»\n  exchange { value $95,000 }"),
    "Rule 144(d)(3)(ii)",
  ],
  [
    "instalments-differ-from-debt",
    "too much",
    repaid("$149,500", "rate none; one-time interest 10%", "monthly from 2024-02-15, 9 times  $18,722.23"),
    "$168,500.07",
    "$164,450.00 is owed",
    "$4,050.07 too much",
  ],
  [
    "instalments-differ-from-debt",
    "a cent a payment",
    repaid("$149,500", "rate none; one-time interest 10%", "monthly from 2024-02-15, 9 times  $18,272.23"),
    "$164,450.07",
    "$0.07 more",
    "rounding",
  ],
  [
    "instalments-differ-from-debt",
    "a rest smaller than a payment",
    repaid("$100,000", "rate none", "monthly from 2024-02-02, 11 times  $9,000.00"),
    "$99,000.00",
    "$1,000.00, less than one instalment",
  ],
  [
    "instalments-differ-from-debt",
    // Month by month, interest first, in cents: the twelfth of January 2, 2025 is 1,700.57; 11 × 9,500.00 + 1,700.57.
    "with interest, more than could be owed",
    repaid(
      "$100,000",
      "rate 12%; day count actual/365; simple",
      "monthly from 2024-02-02, 12 times  $9,500.00",
    ),
    "$114,000.00",
    "$106,200.57 is owed as it is paid down",
  ],
  [
    "default-rate-without-saving",
    "alone",
    owed("$100,000", "governing law Florida", "interest { rate 8%; default rate «19%» }", events),
    "19 % a year",
  ],
  [
    "default-rate-without-saving",
    "on top of the rate",
    owed("$100,000", "governing law Florida", "interest { rate 12%; default rate «additional 10%» }", events),
    "22 % a year",
  ],
  [
    "rate-outside-band",
    "the bounds cross",
    owed("$100,000", 'interest { rate "WSJ Prime" plus 1%; minimum rate «8%»; maximum rate 7% }'),
    "above the maximum rate of 7 %",
  ],
  [
    "rate-outside-band",
    "a fixed rate outside",
    owed("$100,000", "interest { rate «4%»; minimum rate 5% }"),
    "below the minimum rate of 5 %",
  ],
  [
    "rate-outside-band",
    "inside a rate",
    owed("$100,000", 'interest { rate «lesser of { 5%; greater of { 8%; "WSJ Prime" plus 1% } }» }'),
    "The floor of 8 % in this rate is not below its cap of 5 %",
    "always 5 %",
  ],
  [
    "rate-outside-band",
    "where the index stands",
    `${owed("$100,000", 'interest { rate «"WSJ Prime" plus 1%»; maximum rate 9% }')}market {\n  index "WSJ Prime" 8.5%\n}\n`,
    "9.5 %, above the maximum of 9 %",
  ],
  [
    "interest-without-end",
    "a year's interest",
    exampleNote("  interest { rate 8% }", { matures: "none" }).replace(/matures +none/, "«$&»"),
    "$8,000.00 a year",
  ],
  [
    "default-amounts-stack",
    "two events",
    owed(
      "$100,000",
      "default amount 150% of principal",
      '«default amount» 175% of principal on "Delisting"',
      'default amount 200% of principal on "Failure to Deliver"',
      events,
    ),
    "both may happen",
  ],
  [
    "default-amounts-stack",
    "a multiple of a multiple",
    owed("$100,000", "default amount «140% of 200% of principal»", events),
    "together 280 %",
  ],
  [
    "cross-default-without-threshold",
    "an event",
    owed("$100,000", "events of default {\n    failure to pay\n    «cross-default under other notes»\n  }"),
    "however small",
  ],
  ["cross-default-without-threshold", "zero", owed("$100,000", "cross-default «$0»"), "however small"],
];

export const silent: readonly Case[] = [
  [
    "price-and-principal-differ",
    "face, price and discount of a filing",
    owed("$160,941.18", "purchase price $136,800.00", "original issue discount $24,141.18"),
  ],
  [
    "price-and-principal-differ",
    "in millions",
    owed(
      "$5.7 million",
      "purchase price $5.0 million",
      "original issue discount $0.6 million",
      "fees $0.1 million included in principal",
    ),
  ],
  [
    "price-and-principal-differ",
    "a part that is rounded to dollars",
    owed("$166,667", "purchase price $150,000", "original issue discount 10% of principal"),
  ],
  [
    "price-and-principal-differ",
    "of the most that may be owed",
    owed(
      "$270,000",
      "principal up to $355,000",
      "purchase price $350,000",
      "fees $5,000 included in principal",
    ),
  ],
  [
    "price-and-principal-differ",
    "fees that do not say where they go",
    owed("$160,000", "purchase price $140,000", "original issue discount $20,000", "fees $10,000"),
  ],
  [
    "price-and-principal-differ",
    "fees taken off what is paid out",
    owed(
      "$110,000",
      "purchase price $100,000",
      "original issue discount $10,000",
      "fees $5,000 deducted from proceeds",
    ),
  ],
  ["discount-base-unclear", "a sum", owed("$103,000", "original issue discount $3,000")],
  ["discount-base-unclear", "said", owed("$550,000", "original issue discount 10% of purchase price")],
  ["paid-below-principal", "a discount", owed("$100,000", "purchase price $80,000", "OID $20,000")],
  [
    "paid-below-principal",
    "fees on top",
    owed("$100,000", "purchase price $95,000", "fees $5,000 included in principal"),
  ],
  [
    "paid-below-principal",
    "the note's discount for its tranches",
    owed(
      "$166,667",
      "original issue discount 10% of principal",
      tranche("First", "principal $166,667", "purchase price $150,000"),
    ),
  ],
  [
    "net-proceeds-differ",
    "a filing",
    owed("$225,000", "fees $26,000 deducted from proceeds", "net proceeds $199,000"),
  ],
  [
    "tranches-do-not-add-up",
    "those that are paid over",
    owed(
      "$270,000",
      "principal up to $355,000",
      tranche("First", "principal $270,000"),
      tranche("Second", "principal $85,000", "unfunded"),
    ),
  ],
  [
    "tranches-do-not-add-up",
    "drawn in part",
    owed(
      "$100,000",
      "principal up to $355,000",
      tranche("First", "principal $100,000"),
      tranche("Second", "principal $255,000", "funded [ ]"),
    ),
  ],
  [
    "tranches-do-not-add-up",
    "in millions",
    owed(
      "$27.0 million",
      tranche("First", "principal $7.6 million"),
      tranche("Second", "principal $8.6 million"),
      tranche("Third", "principal $10.8 million"),
    ),
  ],
  [
    "tranches-do-not-add-up",
    "one that is still open",
    owed("$365,000", tranche("First", "principal $205,000"), tranche("Second", "principal [ ]")),
  ],
  [
    "unfunded-bears-interest",
    "left out of the principal",
    owed(
      "$270,000",
      tranche("First", "principal $270,000"),
      tranche("Second", "principal $85,000", "unfunded"),
      "interest { rate 12% }",
    ),
  ],
  [
    "exchange-parts-do-not-add-up",
    "a filing",
    exampleNote(
      '  exchange {\n    part "3" { surrendered 225 shares; capital $225,000.00; accrued $27,437.50 }\n    part "4" { surrendered 75 shares; capital $75,000.00; accrued $9,000.00 }\n    part "5" { surrendered 225 shares; capital $225,000.00; accrued $26,562.50 }\n    part "6" { surrendered 150 shares; capital $150,000.00; accrued $17,416.67 }\n    surrendered 675 shares of "Series J"\n    value $755,416.67\n  }',
    ),
  ],
  [
    "exchange-with-new-money",
    "nobody is paid",
    exampleNote(
      '  exemption Section 3(a)(9)\n  exchange { value $95,000 }\n  other "Agent" no solicitation fee is paid',
    ),
  ],
  [
    "exchange-with-new-money",
    "another exemption",
    exampleNote("  exemption Section 4(a)(2)\n  purchase price $5,000\n  exchange { value $95,000 }"),
  ],
  [
    "exchange-holding-period",
    "parts with their days",
    exampleNote(
      '  exemption Section 3(a)(9)\n  exchange { part "A" { issued June 1, 2022; capital $95,000 }; value $95,000 }',
    ),
  ],
  [
    "instalments-differ-from-debt",
    "exactly",
    repaid("$120,000", "rate none", "monthly from 2024-02-02, 12 times  $10,000.00").replace(/[«»]/g, ""),
  ],
  [
    "instalments-differ-from-debt",
    "a balloon",
    repaid("$120,000", "rate none", "monthly from 2024-02-02, 6 times  $10,000.00").replace(/[«»]/g, ""),
  ],
  [
    "instalments-differ-from-debt",
    "parts of the principal",
    repaid("$90,000", "rate none", "monthly from 2024-02-02, 9 times  1/9 of principal").replace(/[«»]/g, ""),
  ],
  [
    "instalments-differ-from-debt",
    "what interest leaves open",
    repaid("$100,000", "rate 12%", "monthly from 2024-02-02, 12 times  $8,884.88").replace(/[«»]/g, ""),
  ],
  [
    "default-rate-without-saving",
    "a lower rate",
    owed("$100,000", "governing law Florida", "interest { rate 8%; default rate 18% }", events),
  ],
  [
    "default-rate-without-saving",
    "capped",
    owed(
      "$100,000",
      "governing law Florida",
      "interest { rate 8%; default rate lesser of { 22%; legal maximum } }",
      events,
    ),
  ],
  [
    "default-rate-without-saving",
    "a law without a line that low",
    owed("$100,000", "governing law New York", "interest { rate 8%; default rate 24% }", events),
  ],
  [
    "default-rate-without-saving",
    "no law stated",
    owed("$100,000", "interest { rate 8%; default rate 24% }", events),
  ],
  [
    "default-rate-without-saving",
    "a saving clause",
    owed(
      "$100,000",
      "governing law Florida",
      "usury saving no more than the law allows",
      "interest { rate 8%; default rate 22% }",
      events,
    ),
  ],
  [
    "rate-outside-band",
    "a band",
    owed("$100,000", 'interest { rate "WSJ Prime" plus 1%; minimum rate 5%; maximum rate 12% }'),
  ],
  [
    "rate-outside-band",
    "a cap above a floor",
    owed("$100,000", 'interest { rate lesser of { 8%; greater of { 5%; "WSJ Prime" } } }'),
  ],
  ["interest-without-end", "no interest", exampleNote("  interest none", { matures: "none" })],
  ["interest-without-end", "a maturity", owed("$100,000", "interest { rate 8% }")],
  [
    "default-amounts-stack",
    "one event beside the base",
    owed(
      "$100,000",
      "default amount 150% of principal",
      'default amount 200% of principal on "Failure to Deliver"',
      events,
    ),
  ],
  [
    "cross-default-without-threshold",
    "a sum in the event",
    owed("$100,000", "events of default {\n    default on other debt above $25,000\n  }"),
  ],
  [
    "cross-default-without-threshold",
    "another agreement",
    owed("$100,000", "events of default {\n    default under any other agreement with the holder\n  }"),
  ],
  [
    "cross-default-without-threshold",
    "a clause",
    owed("$100,000", "cross-default $25,000", "events of default {\n    default on other debt\n  }"),
  ],
];
