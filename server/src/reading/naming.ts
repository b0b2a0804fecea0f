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
  /** Whether the writer speaks as one of the parties: `we` are the issuer and `they` the holder. */
  readonly isLetter: boolean;
}

export function namingOf(parties: readonly PartyName[], notes: readonly string[], isLetter: boolean): Naming {
  const of = (side: PartyName["side"]): string[] => {
    const found = parties.filter((party) => party.side === side && party.sure > 1);
    return [...new Set(found.flatMap(({ name, also }) => [name, ...also]))].filter(
      (name) => !pronouns.has(name.toLowerCase()),
    );
  };
  return { issuer: of("issuer"), holder: of("holder"), notes, isLetter };
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
  if (/"?\bNOTE\b"?,?"?\)$/.test(words) && words.length < 60) return " (NOTE)";
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

function wordingsOf({ issuer, holder, notes, isLetter }: Naming): readonly Wording[] {
  const rows: Wording[] = [
    [anyOf(notes), "NOTE"],
    [anyOf(issuer.filter((name) => name.length > 2)), "ISSUER"],
    [anyOf(holder.filter((name) => name.length > 2)), "HOLDER"],
    [new RegExp(`\\b(?:${issuerRoles.join("|")})\\b(?! law)`, "gi"), "ISSUER"],
    [new RegExp(`\\b(?:${holderRoles.join("|")})s?\\b`, "gi"), "HOLDER"],
    [/\b(?:we|us)\b/gi, "ISSUER"],
    [/\bour\b/gi, "ISSUER's"],
    [
      /\b(?:this|the|each|such|said|that) (?:(?:new|convertible|promissory|secured|unsecured|senior|subordinated|original|issue|discount|bridge|\d+(?:\.\d+)?%) )*(?:notes?|debentures?|safe|instrument)\b(?! holder)/gi,
      "NOTE",
    ],
  ];
  const letter: Wording[] = [
    [/\b(?:they|them)\b/gi, "HOLDER"],
    [/\btheir\b/gi, "HOLDER's"],
  ];
  return isLetter ? [...rows, ...letter] : rows;
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
