import type { Fix, Related, Severity } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import type { Described } from "../catalog/described.ts";
import type { Situation } from "../finance/engine/formula.ts";
import type { BoundNote } from "../note/bound.ts";
import type { Tree } from "../syntax/tree.ts";

/** What a rule judges: one note by itself, and with each scenario that applies to it. */
export interface Subject {
  readonly note: BoundNote;
  readonly alone: Situation;
  readonly played: readonly Situation[];
}

/** Another place that a finding speaks of; in the note's text unless it names another. */
export interface RelatedPlace extends Related {
  readonly tree?: Tree;
}

/** One thing that a rule has found. */
export interface Finding {
  readonly span: Span;
  /** The text that the span and the edits are in, where it is not the note's: that of a market, a scenario or a term. */
  readonly tree?: Tree;
  /** What is wrong, with the numbers; why it matters; what to do. */
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  /** Where one case weighs more or less than the rule does. */
  readonly severity?: Severity;
  /** Where it is a list whose points settings and `allow` take one by one. */
  readonly open?: OpenList;
}

/** Points that are found together; each has a code of its own. */
export interface OpenList {
  readonly points: readonly {
    readonly code: string;
    readonly text: string;
    /** Whether another reading is known to come to another sum; the others share a line. */
    readonly changes: boolean;
    readonly fixes: readonly Fix[];
  }[];
  /** What the finding says of those that are left. */
  readonly message: (left: OpenList["points"]) => string;
}

/** One judgement about the sense of a note. Its page and its tests come from this record. */
export interface Rule extends Described {
  readonly code: string;
  readonly find: (subject: Subject) => readonly Finding[];
}

export function rule(spec: Rule): Rule {
  return spec;
}

/** A note for a rule's examples: the clauses that every note needs, around the given ones. */
export function exampleNote(
  clauses: string,
  dates: { readonly issued?: string; readonly matures?: string } = {},
): string {
  const body = clauses.replace(/^\n/, "").trimEnd();
  return `note "Example Note" {
  issuer     "Example Corp."
  holder     "Example Fund LP"
  principal  $100,000
  issued     ${dates.issued ?? "January 2, 2024"}
  matures    ${dates.matures ?? "January 2, 2025"}
${body === "" ? "" : `${body}\n`}}
`;
}

const exampleClauses = [
  "option",
  "from",
  "until",
  "amount",
  "price",
  "floor",
  "ceiling",
  "ownership limit",
  "blocked remainder",
] as const;
type ExampleClauses = Readonly<Partial<Record<(typeof exampleClauses)[number], string | undefined>>>;

/** A conversion for a rule's examples in which no rule finds anything, with some clauses changed; undefined leaves one out. */
export function exampleConversion(changed: ExampleClauses): string {
  const clauses: ExampleClauses = {
    option: "holder",
    until: "maturity",
    price: "65% of average of 3 lowest closing bids over prior 10 trading days",
    floor: "$0.0005",
    "ownership limit": "4.99% after issuance",
    ...changed,
  };
  const width = clauses["blocked remainder"] === undefined ? 17 : 19;
  const lines = exampleClauses.flatMap((name) => {
    const words = clauses[name];
    return words === undefined
      ? []
      : [`    ${name.padEnd(width)}${words.replaceAll("\n", `\n${" ".repeat(width + 4)}`)}`];
  });
  return `  conversion {\n${lines.join("\n")}\n  }`;
}

/** A note with a market of closing bids, a row a line, and a scenario in which it is converted on a day. */
export function exampleMarket(rows: readonly string[], day: string): string {
  const conversion = exampleConversion({ price: "65% of lowest closing bid over prior 3 trading days" });
  return `${exampleNote(conversion)}
market {
  prices {
    date        closing bid
    ${rows.join("\n    ")}
  }
}

scenario "Converted" {
  on  ${day}
}
`;
}
