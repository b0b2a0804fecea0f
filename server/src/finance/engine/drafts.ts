import { listing } from "../../base/words.ts";
import type { ScheduleRow } from "../../catalog/value.ts";
import type { Bound, BoundInner, BoundNote, NoteClauses, Said } from "../../note/bound.ts";
import { clauseName } from "./names.ts";
import { clausesIn, withChanges } from "./view.ts";

type One = Bound<unknown> | BoundInner<Readonly<Record<string, never>>>;
type Entries = Readonly<Record<string, One | readonly One[]>>;

function entriesOf(clauses: unknown): Entries {
  return clauses as Entries;
}

function isInner(
  entry: One | readonly One[] | undefined,
): entry is BoundInner<Readonly<Record<string, never>>> {
  return entry !== undefined && "inner" in entry;
}

/**
 * What the note says of the clause at a path, such as `note/interest/rate`, of a block before its braces; undefined for a
 * clause that repeats, and beside the note.
 */
export function boundAt(note: BoundNote, path: string): Bound<unknown> | undefined {
  const [, ...ids] = path.split("/");
  let entries = entriesOf(note.clauses);
  for (const [index, id] of ids.entries()) {
    const entry = entries[id];
    const isLast = index === ids.length - 1;
    if (isLast && entry && "state" in entry && !isInner(entry)) return entry;
    if (!isInner(entry)) return undefined;
    if (isLast) return entry.head;
    entries = entriesOf(entry.inner);
  }
  return undefined;
}

/** The note with another meaning of one clause: how an alternative is tried. */
export function withMeaning(note: BoundNote, path: string, said: Said<unknown>, meaning: unknown): BoundNote {
  const [, ...ids] = path.split("/");
  const changed: Bound<unknown> = { ...said, meaning };
  const change = (entries: Entries, [id = "", ...rest]: readonly string[]): Entries => {
    const entry = entries[id];
    if (!isInner(entry)) return withChanges(entries, { [id]: changed });
    const made =
      rest.length > 0
        ? withChanges(entry, { inner: change(entriesOf(entry.inner), rest) as never })
        : withChanges(entry, { head: changed });
    return withChanges(entries, { [id]: made as One });
  };
  return withChanges(note, { clauses: change(entriesOf(note.clauses), ids) as unknown as NoteClauses });
}

/** The note with a bracketed alternative in place of the first, and, of a schedule, the line that changes. */
export interface Offered {
  readonly text: string;
  readonly note: BoundNote;
  readonly line?: { readonly was: ScheduleRow; readonly is: ScheduleRow };
}

/** The note with each of the alternatives that a clause, or a line of its schedule, offers beside the first. */
export function withAlternatives(note: BoundNote, path: string): readonly Offered[] {
  const said = boundAt(note, path);
  if (said?.state === "said" && said.alternatives.length > 0)
    return said.alternatives.map(({ text, meaning }) => ({
      text,
      note: withMeaning(note, path, said, meaning),
    }));
  const rows = rowsAt(note, path);
  return rows.flatMap((row) =>
    (row.alternatives ?? []).map(({ text, row: other }) => ({
      text,
      line: { was: row, is: other },
      note: withRows(
        note,
        path,
        rows.map((one) => (one === row ? other : one)),
      ),
    })),
  );
}

type Rows = readonly ScheduleRow[];

/** The lines of the schedule at a path; none where there is no such block. */
export function rowsAt(note: BoundNote, path: string): Rows {
  const [, ...ids] = path.split("/");
  let entry: unknown = { inner: note.clauses };
  for (const id of ids) entry = entriesOf((entry as { readonly inner?: unknown })?.inner ?? {})[id];
  return rowsOf(entry);
}

function rowsOf(entry: unknown): Rows {
  const rows = (entry as { readonly rows?: unknown } | undefined)?.rows;
  return Array.isArray(rows) ? (rows as Rows) : [];
}

function withRows(note: BoundNote, path: string, rows: Rows): BoundNote {
  const [, ...ids] = path.split("/");
  const change = (entries: Entries, [id = "", ...rest]: readonly string[]): Entries => {
    const entry = entries[id];
    const made =
      rest.length > 0 && isInner(entry)
        ? withChanges(entry, { inner: change(entriesOf(entry.inner), rest) as never })
        : withChanges(entry ?? {}, { rows });
    return withChanges(entries, { [id]: made as One });
  };
  return withChanges(note, { clauses: change(entriesOf(note.clauses), ids) as unknown as NoteClauses });
}

/** A clause that stands in brackets, and what a number that uses it takes for granted. */
export interface Drafted {
  readonly path: string;
  readonly text: string;
  /** Whether it offers alternatives, of which the first is used. */
  readonly alternatives: boolean;
}

const nothing: readonly Drafted[] = [];
const draftedByNote = new WeakMap<BoundNote, readonly Drafted[]>();

/** The note's clauses that stand in brackets, in the order of the catalog; each of a clause that repeats. */
export function drafted(note: BoundNote): readonly Drafted[] {
  if (!note.tree.text.includes("[")) return nothing;
  const known = draftedByNote.get(note);
  if (known) return known;
  const found = draftedIn(entriesOf(note.clauses), "note", "");
  draftedByNote.set(note, found);
  return found;
}

/** The paths of the clauses that offer alternatives, each once. */
export function alternativePaths(note: BoundNote): readonly string[] {
  return [...new Set(drafted(note).flatMap(({ path, alternatives }) => (alternatives ? [path] : [])))];
}

/** `of` names the clause around, where several are alike. */
function draftedIn(entries: Entries, path: string, of: string): Drafted[] {
  return clausesIn(entries).flatMap(([id, entry]) => {
    const here = `${path}/${id}`;
    if ("state" in entry) return draftedAt(entry, here, of);
    return entry.flatMap((one, index) =>
      draftedAt(one, here, isInner(one) ? ` of ${nameAmong(one, here, index)}` : of),
    );
  });
}

function draftedAt(entry: One, path: string, of: string): Drafted[] {
  if (!isInner(entry)) return entry.state === "said" ? draftedWords(entry, path, of) : [];
  const { head } = entry;
  return [
    ...(head.state === "said" ? draftedWords(head, path, "") : []),
    ...draftedRows(rowsOf(entry), path),
    ...draftedIn(entriesOf(entry.inner), path, of),
  ];
}

/** What a clause of several is called: by its name in quotes, else by its place. */
function nameAmong({ head }: { readonly head: Bound<unknown> }, path: string, index: number): string {
  const [, name] = head.state === "said" ? (/["“„]([^"“”„]+)/.exec(head.text) ?? []) : [];
  return name === undefined ? `${clauseName(path)} ${index + 1}` : `“${name}”`;
}

function draftedWords(said: Said<unknown>, path: string, of: string): Drafted[] {
  const name = `“${clauseName(path)}”${of}`;
  return [said, ...said.cases]
    .filter(({ brackets }) => brackets.length > 0)
    .map(({ text, brackets }) => {
      const alternatives = brackets.some(({ kind }) => kind === "alternatives");
      const open = alternatives
        ? `${name} has alternatives, ${text}: the first is used`
        : `${name} is proposed, not agreed: ${text}`;
      return { path, text: open, alternatives };
    });
}

/** The lines of a schedule that offer alternatives, and those that hold a proposed value. */
function draftedRows(rows: Rows, path: string): Drafted[] {
  const open = rows.filter(({ alternatives }) => alternatives);
  const proposed = rows.flatMap((row) => row.proposed ?? []);
  const of = `of “${clauseName(path)}”`;
  const found: Drafted[] = [];
  if (open.length > 0) {
    const read = listing(open.map(({ text }) => `“${text}”`));
    found.push({ path, text: `lines ${of} have alternatives, read as ${read}`, alternatives: true });
  }
  if (proposed.length > 0) {
    const lead = proposed.length === 1 ? `a line ${of} is` : `lines ${of} are`;
    const words = proposed.length === 1 ? proposed[0] : listing(proposed.map((text) => `“${text}”`));
    found.push({ path, text: `${lead} proposed, not agreed: ${words}`, alternatives: false });
  }
  return found;
}
