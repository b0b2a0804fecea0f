import { type Mapped, replaced } from "./mapped.ts";
import type { PartyName } from "./parties.ts";
import { inOrder } from "./wording.ts";
import { holderRoles, issuerRoles, names, type Wording } from "./wordings-table.ts";

/** What a paper calls those whom its clauses speak of. */
export interface Naming {
  readonly issuer: readonly string[];
  readonly holder: readonly string[];
  /** The notes by their names, as defined; one note may have several. */
  readonly notes: readonly string[];
  /** Of a message the side that says `we`; elsewhere the issuer does. */
  readonly writer: "issuer" | "holder" | undefined;
}

export function namingOf(
  parties: readonly PartyName[],
  notes: readonly string[],
  writer: Naming["writer"],
): Naming {
  const of = (side: PartyName["side"]): string[] => {
    const found = parties.filter((party) => party.side === side && party.sure > 1);
    return [...new Set(found.flatMap(({ name, also }) => [name, ...also]))].filter(
      (name) => !pronouns.has(name.toLowerCase()),
    );
  };
  return { issuer: of("issuer"), holder: of("holder"), notes, writer };
}

const pronouns: ReadonlySet<string> = new Set(["we", "us", "our"]);

/** The words of a sentence with parties, notes and days under one name each, without articles and definitions. */
export function withNames(words: Mapped, naming: Naming): Mapped {
  const called = inOrder(words, wordingsOf(naming));
  const plain = inOrder(called, names);
  return inOrder(
    replaced(plain, definition, (match) => defines(match[0])),
    tidying,
  );
}

const definition =
  /\s?\((?:collectively,? |together[^"()]{0,60}, |each,? |as )*"?[^()"]{0,30}(?:"[^"()]*"|NOTE|ISSUER|HOLDER)[^()]{0,80}\)/g;

/** Of a definition what clauses are found by: the note, and days. */
function defines(words: string): string | undefined {
  if (/^\s?\((?:(?:collectively|together|each|as|such|any|or),? ?)*"?NOTE\b"?,?"?\)$/.test(words))
    return " (NOTE)";
  if (/\bNOTE\b/.test(words) && !words.includes('"')) return undefined;
  const day = /(maturity date|funding date|issue date|conversion price)/i.exec(words)?.[1];
  if (day) return ` (${day.toLowerCase()})`;
  if (/returnable shares/i.test(words)) return words;
  return /"|^\s?\((?:ISSUER|HOLDER)\)$/.test(words) ? "" : undefined;
}

const tidying: readonly Wording[] = [
  [/"(NOTE|ISSUER|HOLDER|issue date|maturity date|funding date|conversion price)"/g, "$1"],
  [/\s+/g, " "],
  [/ (?=[,.;:)])/g, ""],
];

function wordingsOf({ issuer, holder, notes, writer }: Naming): readonly Wording[] {
  const rows: Wording[] = [
    [anyOf(notes), "NOTE"],
    [anyOf(issuer.filter((name) => name.length > 2)), "ISSUER"],
    [anyOf(holder.filter((name) => name.length > 2)), "HOLDER"],
    [new RegExp(`\\b(?:${issuerRoles.join("|")})\\b(?! law)`, "gi"), "ISSUER"],
    [new RegExp(`\\b(?:${holderRoles.join("|")})s?\\b`, "gi"), "HOLDER"],
    ...pronounsOf(writer),
    [
      /\b(?:this|the|each|such|said|that) (?:(?:new|convertible|promissory|secured|unsecured|senior|subordinated|original|issue|discount|bridge|\d+(?:\.\d+)?%) )*(?:notes?|debentures?|safe|instrument)\b(?! holder)/gi,
      "NOTE",
    ],
  ];
  return rows;
}

/** Any of some names, the longest first, an article before included. */
function anyOf(words: readonly string[]): RegExp {
  if (words.length === 0) return /(?!)/g;
  const sorted = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(
    `(?:\\b(?:[Tt]he|[Tt]his|[Aa]n?|[Ss]uch) )?(?<![\\w$])(?:${sorted.join("|")})(?!\\w)`,
    "g",
  );
}

/** Who `we`, `you` and `they` are. */
function pronounsOf(writer: Naming["writer"]): Wording[] {
  const [we, others] = writer === "holder" ? ["HOLDER", "ISSUER"] : ["ISSUER", "HOLDER"];
  const own: Wording[] = [
    [/\b(?:we|us|ourselves)\b/gi, we],
    [/\bour\b/gi, `${we}'s`],
  ];
  if (writer === undefined) return own;
  const other: Wording[] = [
    [writer === "holder" ? /\b(?:you|they|them)\b/gi : /\b(?:they|them)\b/gi, others],
    [writer === "holder" ? /\b(?:your|their)\b/gi : /\btheir\b/gi, `${others}'s`],
  ];
  return [...own, ...other];
}
