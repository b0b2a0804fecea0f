import type { Bound, BoundInner, BoundNote, NoteClauses, Said } from "../note/bound.ts";
import { clauseName } from "./names.ts";

type Entry = Bound<unknown> | BoundInner<Readonly<Record<string, never>>>;
type Entries = Readonly<Record<string, Entry>>;

/** What the note says of the clause at a path, such as `note/interest/rate`; undefined for a block and beside the note. */
export function boundAt(note: BoundNote, path: string): Bound<unknown> | undefined {
  const [, outer = "", inner] = path.split("/");
  const entry = (note.clauses as unknown as Entries)[outer];
  if (inner === undefined) return entry && !("inner" in entry) ? entry : undefined;
  return entry && "inner" in entry
    ? (entry.inner as Readonly<Record<string, Bound<unknown>>>)[inner]
    : undefined;
}

/** The note with another meaning of one clause: how an alternative is tried. */
export function withMeaning(note: BoundNote, path: string, said: Said<unknown>, meaning: unknown): BoundNote {
  const [, outer = "", inner] = path.split("/");
  const entries = note.clauses as unknown as Entries;
  const changed: Bound<unknown> = { ...said, meaning };
  const block = entries[outer];
  const entry =
    inner === undefined || !block || !("inner" in block)
      ? changed
      : { ...block, inner: { ...block.inner, [inner]: changed } };
  return { ...note, clauses: { ...entries, [outer]: entry } as unknown as NoteClauses };
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
    for (const [id, entry] of Object.entries(entries)) {
      if ("inner" in entry) look(entry.inner as unknown as Entries, `${path}/${id}`);
      else if (entry.state === "said" && entry.brackets.length > 0)
        found.set(`${path}/${id}`, wording(clauseName(`${path}/${id}`), entry));
    }
  };
  look(note.clauses as unknown as Entries, "note");
  draftedByNote.set(note, found);
  return found;
}

function wording(name: string, { text, brackets }: Said<unknown>): string {
  const choices = brackets.some(({ kind }) => kind === "alternatives");
  return choices
    ? `“${name}” has alternatives, ${text}: the first is used`
    : `“${name}” is proposed, not agreed: ${text}`;
}
