import { exampleNote } from "../../../server/src/checks/rule.ts";
import type { Case } from "./case.ts";

const financing = (...lines: readonly string[]): string =>
  exampleNote(`  «qualified financing» {\n    ${lines.join("\n    ")}\n  }`);
const unmarked = (sheet: string): string => sheet.replace(/[«»]/g, "");
const control = (...lines: readonly string[]): string =>
  exampleNote(`  «change of control» {\n    ${lines.join("\n    ")}\n  }`);
const answers = (amount: string, interest: string): string =>
  exampleNote(
    `  conversion { option holder; until maturity; amount ${amount}; price $0.50 }\n  qualified financing {\n    threshold $1,000,000 excluding notes\n    accrued interest ${interest}\n  }`,
  );

/** What goes wrong where notes become shares of a start-up, and with words that answer twice. */
export const found: readonly Case[] = [
  ["financing-threshold-open", "none at all", financing("discount 20%"), "any sale of shares"],
  [
    "financing-threshold-open",
    "what counts",
    exampleNote("  qualified financing {\n    threshold «$5 million»\n    discount 20%\n  }"),
    "$5,000,000.00",
    "excluding notes",
  ],
  [
    "valuation-cap-basis-open",
    "neither",
    exampleNote(
      "  qualified financing {\n    threshold $1,000,000 excluding notes\n    valuation cap «$21 million»\n  }",
    ),
    "before or after the money nor by which number",
  ],
  [
    "valuation-cap-basis-open",
    "on which shares",
    exampleNote(
      "  qualified financing {\n    threshold $1,000,000 excluding notes\n    valuation cap «$6,000,000 post-money»\n  }",
    ),
    "by which number of shares",
  ],
  [
    "valuation-cap-basis-open",
    "the price at the cap",
    exampleNote(
      "  qualified financing {\n    threshold $1,000,000 excluding notes\n    valuation cap $6,000,000 pre-money\n    company capitalization 8,000,000 shares\n    cap price «$0.57»\n  }",
    ),
    "is $0.75 a share",
  ],
  [
    "multiplier-looks-like-discount",
    "of a financing",
    exampleNote("  qualified financing {\n    threshold $1,000,000 excluding notes\n    discount «80%»\n  }"),
    "leaves 20 %",
  ],
  [
    "most-favoured-terms-open",
    "empty",
    exampleNote("  «most favoured terms» {\n  }"),
    "how soon",
    "which securities",
  ],
  [
    "change-of-control-unclear",
    "both",
    control("pays 200% of principal", "converts at $0.75"),
    "nothing says which",
  ],
  [
    "change-of-control-unclear",
    "both, and meant so",
    exampleNote(
      "  change of control {\n    pays 200% of principal\n    converts at $0.75\n    holder receives «both»\n  }",
    ),
    "satisfied twice",
  ],
  ["change-of-control-unclear", "neither", control("holder receives greater"), "neither"],
  [
    "interest-answered-twice",
    "paid and converted",
    answers("principal and interest", "«paid in cash»"),
    "paid in cash",
  ],
  ["interest-answered-twice", "the other way", answers("principal", "«converts»"), "two answers"],
  [
    "maturity-pays-and-converts",
    "both",
    exampleNote("  at maturity paid\n  «at maturity converts automatically»"),
    "it is paid by one clause, and it converts by another",
  ],
];

export const silent: readonly Case[] = [
  ["financing-threshold-open", "said", unmarked(financing("threshold $1,000,000 including notes"))],
  ["financing-threshold-open", "none meant", unmarked(financing("threshold none", "discount 20%"))],
  [
    "valuation-cap-basis-open",
    "both said",
    unmarked(
      financing(
        "threshold $1,000,000 excluding notes",
        "valuation cap $6,000,000 pre-money",
        "company capitalization 8,000,000 shares",
        "cap price $0.75",
      ),
    ),
  ],
  [
    "multiplier-looks-like-discount",
    "a usual discount",
    unmarked(financing("threshold $1,000,000 excluding notes", "discount 20%")),
  ],
  [
    "most-favoured-terms-open",
    "both said",
    exampleNote(
      "  most favoured terms {\n    notice within 10 days\n    compared with notes of other holders\n  }",
    ),
  ],
  ["change-of-control-unclear", "one branch", unmarked(control("pays 200% of principal"))],
  [
    "change-of-control-unclear",
    "the holder chooses",
    unmarked(control("pays 200% of principal", "converts at $0.75", "holder receives holder's choice")),
  ],
  ["interest-answered-twice", "one answer", answers("principal and interest", "converts")],
  ["interest-answered-twice", "neither converts", answers("principal", "forgiven")],
  ["maturity-pays-and-converts", "once", exampleNote("  at maturity converts")],
  [
    "maturity-pays-and-converts",
    "under a condition",
    exampleNote('  at maturity paid\n  at maturity converts on "Listing"'),
  ],
];
