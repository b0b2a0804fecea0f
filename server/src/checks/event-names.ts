import { editsBetween } from "../base/nearest.ts";
import { onceEach } from "../base/once.ts";
import { lookedAround } from "../base/reads.ts";
import type { Span } from "../base/span.ts";
import { boundBehind } from "../finance/engine/view.ts";
import type { BoundNote, BoundScenario } from "../note/bound.ts";
import { type QuotedPlace, quotedPlaces } from "../note/quoted.ts";

/** A name in quotes that a note gives to a day or to something that happens. */
export interface EventName {
  readonly name: string;
  /** Where it stands first. */
  readonly span: Span;
  readonly count: number;
  /** Whether a date is nothing but this day, or counted from it: without it the date has none. */
  readonly alone: boolean;
}

interface Use {
  readonly name: string;
  readonly alone: boolean;
}

/** The names of days and events that the note's clauses rest on, in the order of the text; whoever asks looks at all of it. */
export function eventNames(note: BoundNote): readonly EventName[] {
  lookedAround();
  return namesIn(boundBehind(note));
}

const namesIn = onceEach((note: BoundNote): readonly EventName[] => {
  const places = quotedByNote(note);
  if (places.length === 0) return [];
  const uses: Use[] = [];
  const within = { conditional: false, chosen: false };
  addUses(note.clauses, within, uses);
  for (const { definition } of note.terms.values()) addUses(definition, within, uses);
  const byName = new Map<string, Use[]>();
  for (const use of uses) {
    const key = use.name.toLowerCase();
    const known = byName.get(key);
    if (known) known.push(use);
    else byName.set(key, [use]);
  }
  return [...byName].flatMap(([key, all]) => {
    const here = places.filter(({ name }) => name.toLowerCase() === key);
    const [first] = here;
    const alone = all.some((use) => use.alone);
    return first ? [{ name: first.name, span: first.span, count: here.length, alone }] : [];
  });
});

/** What is no part of a clause's meaning: where it stands, and what it was read from. */
const beside: ReadonlySet<string> = new Set(["clause", "tree", "span", "brackets", "origin"]);

interface Within {
  readonly conditional: boolean;
  readonly chosen: boolean;
}

/** Adds every use of a name in a value, in the order of its parts. A clause that is not said, or has no quotes, uses none. */
function addUses(value: unknown, within: Within, found: Use[]): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) addUses(one, within, found);
    return;
  }
  if (isUnsaid(value)) return;
  const own = useOf(value, within);
  if (own) found.push(own);
  const chosen = within.chosen || ("kind" in value && (value.kind === "best" || value.kind === "best date"));
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== "object" || beside.has(key)) continue;
    const conditional = within.conditional || key === "condition";
    const same = conditional === within.conditional && chosen === within.chosen;
    addUses(inner, same ? within : { conditional, chosen }, found);
  }
}

/** Whether it is a clause, or a block with all that is in it, that the note does not have. */
function isUnsaid(value: object): boolean {
  return "state" in value && "clause" in value && value.clause === undefined;
}

function useOf(value: object, { conditional, chosen }: Within): Use | undefined {
  if (!("event" in value) || !("name" in value) || typeof value.name !== "string") return undefined;
  if (value.event !== "named" && value.event !== "closing") return undefined;
  const isDate = "kind" in value && (value.kind === "event" || value.kind === "relative");
  return { name: value.name, alone: isDate && value.event === "named" && !conditional && !chosen };
}

/** What stands in a note and is no clause of its own. */
const around: ReadonlySet<string> = new Set(["scenario", "market"]);

/** What a note's own clauses put in quotes: not its market, nor its scenarios. */
export function quotedByNote(note: BoundNote): readonly QuotedPlace[] {
  lookedAround();
  return quotedPlacesOf(boundBehind(note));
}

const quotedPlacesOf = onceEach(({ clause }: BoundNote): readonly QuotedPlace[] =>
  quotedPlaces(clause, around),
);

/** What happens in a scenario, by name, with its place. */
export function happeningsIn({ clauses }: BoundScenario): QuotedPlace[] {
  return [...clauses.closing, ...clauses.event].map(({ meaning, clause, span }) => ({
    name: meaning.name,
    span: quotedPlaces(clause)[0]?.span ?? span,
  }));
}

/**
 * Whether one name is likely a slip of the other: a letter or two in one word, a plural, or a word left out. Names that
 * differ in a number, a letter of a series or a word of order are two names.
 */
export function isSlip(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.join(" ") === b.join(" ")) return false;
  if (a.length === b.length) {
    const apart = a.flatMap((word, at) => (word === b[at] ? [] : [[word, b[at] ?? ""] as const]));
    const [only, more] = apart;
    return only !== undefined && more === undefined && isSameWord(...only);
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    long.length - short.length === 1 &&
    short.length > 1 &&
    long.some((word, at) => isLeftOut(word, at, short, long))
  );
}

function isLeftOut(word: string, at: number, short: readonly string[], long: readonly string[]): boolean {
  return !ordering.has(word) && word.length > 2 && long.toSpliced(at, 1).join(" ") === short.join(" ");
}

/** Words that tell two events of one kind apart. */
const ordering: ReadonlySet<string> = new Set(
  "first second third fourth fifth initial final next last additional subsequent qualified non-qualified new original amended".split(
    " ",
  ),
);

function isSameWord(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 4 || ordering.has(one) || ordering.has(other)) return false;
  const same = [...one].findIndex((letter, at) => letter !== other[at]);
  const alike = same < 0 ? one.length : same;
  const edits = editsBetween(one, other);
  return (edits <= 3 && alike * 2 >= shorter) || (edits <= 2 && alike > 0 && shorter > 5);
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== "");
}
