import { listing } from "../base/words.ts";
import type { ScheduleRow } from "../catalog/value.ts";
import type { Bound, BoundInner, BoundNote, NoteClauses, Said } from "../note/bound.ts";
import { clauseName } from "./names.ts";

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

/** What the note says of the clause at a path, such as `note/interest/rate`; undefined for a block, a clause that repeats, and beside the note. */
export function boundAt(note: BoundNote, path: string): Bound<unknown> | undefined {
  const [, ...ids] = path.split("/");
  let entries = entriesOf(note.clauses);
  for (const [index, id] of ids.entries()) {
    const entry = entries[id];
    if (index === ids.length - 1) return entry && "state" in entry && !isInner(entry) ? entry : undefined;
    if (!isInner(entry)) return undefined;
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
    const made =
      rest.length > 0 && isInner(entry) ? { ...entry, inner: change(entriesOf(entry.inner), rest) } : changed;
    return { ...entries, [id]: made as One };
  };
  return { ...note, clauses: change(entriesOf(note.clauses), ids) as unknown as NoteClauses };
}

/** The note with each of the alternatives that a clause, or a line of its schedule, offers beside the first. */
export function withAlternatives(
  note: BoundNote,
  path: string,
): readonly { readonly text: string; readonly note: BoundNote }[] {
  const said = boundAt(note, path);
  if (said?.state === "said")
    return said.alternatives.map(({ text, meaning }) => ({
      text,
      note: withMeaning(note, path, said, meaning),
    }));
  const rows = rowsAt(note, path);
  return rows.flatMap((row) =>
    (row.alternatives ?? []).map(({ text, row: other }) => ({
      text,
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
function rowsAt(note: BoundNote, path: string): Rows {
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
        ? { ...entry, inner: change(entriesOf(entry.inner), rest) }
        : { ...entry, rows };
    return { ...entries, [id]: made as One };
  };
  return { ...note, clauses: change(entriesOf(note.clauses), ids) as unknown as NoteClauses };
}

const nothing: ReadonlyMap<string, string> = new Map();
const draftedByNote = new WeakMap<BoundNote, ReadonlyMap<string, string>>();

/** The note's clauses that stand in brackets, by path, each with what a number that uses it takes for granted. */
export function drafted(note: BoundNote): ReadonlyMap<string, string> {
  if (!note.tree.text.includes("[")) return nothing;
  const known = draftedByNote.get(note);
  if (known) return known;
  const found = new Map<string, string>();
  const look = (entries: Entries, path: string): void => {
    for (const [id, entry] of Object.entries(entries))
      for (const one of "state" in entry ? [entry] : entry) lookAt(one, `${path}/${id}`);
  };
  const lookAt = (entry: One, path: string): void => {
    const open = isInner(entry) ? rowsOf(entry).filter(({ alternatives }) => alternatives) : [];
    if (open.length > 0) {
      const lines = listing(open.map(({ text }) => `“${text}”`));
      found.set(path, `lines of “${clauseName(path)}” have alternatives, read as ${lines}`);
    }
    if (isInner(entry)) look(entriesOf(entry.inner), path);
    else if (entry.state === "said" && entry.brackets.length > 0)
      found.set(path, wording(clauseName(path), entry));
  };
  look(entriesOf(note.clauses), "note");
  draftedByNote.set(note, found);
  return found;
}

function wording(name: string, { text, brackets }: Said<unknown>): string {
  const choices = brackets.some(({ kind }) => kind === "alternatives");
  return choices
    ? `“${name}” has alternatives, ${text}: the first is used`
    : `“${name}” is proposed, not agreed: ${text}`;
}
