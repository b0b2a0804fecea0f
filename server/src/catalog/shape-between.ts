import { type ShapeSpec, sheet } from "./shape-spec.ts";

const safe = (name: string, issued: string, cap: string, more = ""): string => `note "${name}" {
  issuer "Example Corp."
  holder "Example Fund LP"
  principal $100,000
  issued ${issued}
  matures none
  qualified financing {
    threshold none
    valuation cap ${cap} post-money
    capitalization includes all shares
  }${more}
}`;

/** What is wrong between the notes of a file, or between one and the top of its file. */
export const differences = {
  "better-terms-later": {
    severity: "warning",
    beside: "parts",
    title: "A later note has better terms than one whose holder may ask for them",
    why: "Most favoured terms give a holder what the issuer gives others later: a lower cap, a higher discount or more interest. Where a later note of the file has them, the earlier one is about to change with it; or one of the two numbers is wrong.",
    repair:
      "Give the earlier note the same terms, correct the number that is wrong, or allow it with the reason.",
    bad: `${safe("Example Note", "2023-01-10", "$10,000,000", "\n  most favoured terms { notice within 10 days; compared with later notes }")}\n${safe("Second Note", "2024-06-10", "$6,000,000")}`,
    good: `${safe("Example Note", "2023-01-10", "$10,000,000", "\n  most favoured terms { notice within 10 days; compared with later notes }")}\n${safe("Second Note", "2024-06-10", "$12,000,000")}`,
  },
  "term-redefined": {
    severity: "warning",
    beside: "parts",
    title: "A term that a note defines otherwise than its file",
    why: "A term at the top of the file holds for every note in it. Where a note defines it again, one name stands for two prices, and a reader who knows the one takes the other for it.",
    repair: "Keep the definition that is meant, or give one of the two another name.",
    bad: `"Market Price" means $0.50\n${sheet('  "Market Price" means $0.40\n  other "Basis" the "Market Price"')}`,
    good: `"Market Price" means $0.50\n${sheet('  other "Basis" the "Market Price"')}`,
  },
  "day-counts-differ": {
    severity: "information",
    beside: "parts",
    title: "Two notes of one issuer count days differently",
    why: "Notes of one series, or a note and the one that replaces it, mostly count days alike. A year of 360 days gives a seventieth more interest than one of 365; where the two meet, as in an exchange, the difference is somebody's loss.",
    repair: "Let both say the same, if nothing else was agreed.",
    bad: `${sheet("  interest {\n    rate 8%\n    day count actual/365\n  }")}\n${sheet("  interest {\n    rate 8%\n    day count actual/360\n  }").replace("Example Note", "Second Note")}`,
    good: `${sheet("  interest {\n    rate 8%\n    day count actual/365\n  }")}\n${sheet("  interest {\n    rate 8%\n    day count actual/365\n  }").replace("Example Note", "Second Note")}`,
  },
} as const satisfies Readonly<Record<string, ShapeSpec>>;
