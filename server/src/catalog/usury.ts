import type { Exact } from "../quantity/exact.ts";
import { fraction } from "../quantity/exact.ts";

/** A yearly cost above which a law speaks of usury, for loans of a size. Nothing here is a verdict, or advice. */
export interface UsuryLine {
  /** Loans in dollars to which it applies: those above the first and up to the second, or below it. */
  readonly above?: bigint;
  readonly upTo?: bigint;
  readonly below?: bigint;
  readonly rate: Exact;
  /** As a sentence names it, behind the law's name: `Florida's line for …`. */
  readonly name: string;
  readonly source: string;
}

/** What is known of the law of a state: its lines, and what bears on companies and on rights to convert. */
export interface UsuryLaw {
  readonly law: string;
  /** How a clause names it. */
  readonly named: RegExp;
  /** None where the law sets no line for notes of this kind. */
  readonly lines: readonly UsuryLine[];
  /** Sentences with their sources. */
  readonly remarks: readonly string[];
  /** How a holder's right to convert below the market is weighed there, where a source says so. */
  readonly option?: string;
}

/** The laws whose lines have been looked up. A law that is not here is not judged. */
export const usuryLaws: readonly UsuryLaw[] = [
  {
    law: "New York",
    named: /\bnew york\b|\bN\. ?Y\.|\bNY\b/i,
    lines: [
      {
        below: 2_500_000n,
        rate: fraction(1n, 4n),
        name: "criminal usury",
        source: "Penal Law § 190.40; General Obligations Law § 5-501(6)(b)",
      },
    ],
    remarks: [
      "A corporation may raise criminal usury, but not the civil line of 16 % (General Obligations Law § 5-521).",
      "Loans of $2,500,000 or more are outside both lines (General Obligations Law § 5-501(6)(b)).",
    ],
    option:
      "A lender's option to convert at a fixed discount counts as interest; its value is a question of fact (Adar Bays, LLC v. GeneSYS ID, Inc., 37 N.Y.3d 320 (2021)).",
  },
  {
    law: "Florida",
    named: /\bflorida\b/i,
    lines: [
      {
        upTo: 500_000n,
        rate: fraction(18n, 100n),
        name: "usury, for loans up to $500,000",
        source: "Florida Statutes §§ 687.02, 687.03",
      },
      {
        above: 500_000n,
        rate: fraction(1n, 4n),
        name: "usury, for loans above $500,000",
        source: "Florida Statutes §§ 687.03, 687.071",
      },
    ],
    remarks: ["Interest knowingly charged above 25 % a year is a crime (Florida Statutes § 687.071)."],
  },
  {
    law: "Delaware",
    named: /\bdelaware\b/i,
    lines: [],
    remarks: [
      "No limit for loans above $100,000 that no mortgage on a borrower's principal residence secures (6 Del. C. § 2301(c)); below, five points over the Federal Reserve discount rate (6 Del. C. § 2301(a)), which is not compared here.",
    ],
  },
  {
    law: "Nevada",
    named: /\bnevada\b/i,
    lines: [],
    remarks: ["Parties may agree on any rate, in writing (Nevada Revised Statutes § 99.050)."],
  },
];

/** The law that a clause names; undefined where it names none of those known here, or more than one. */
export function usuryLawNamed(text: string): UsuryLaw | undefined {
  const [only, more] = usuryLaws.filter(({ named }) => named.test(text));
  return more ? undefined : only;
}

/** The line of a law for a loan of so many dollars; undefined where it has none. */
export function usuryLineFor({ lines }: UsuryLaw, dollars: Exact): UsuryLine | undefined {
  const above = (limit: bigint): boolean => dollars.numerator > limit * dollars.denominator;
  const below = (limit: bigint): boolean => dollars.numerator < limit * dollars.denominator;
  return lines.find(
    (line) =>
      (line.above === undefined || above(line.above)) &&
      (line.upTo === undefined || !above(line.upTo)) &&
      (line.below === undefined || below(line.below)),
  );
}
