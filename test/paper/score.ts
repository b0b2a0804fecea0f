import type { BlockSpec } from "../../server/src/catalog/clause.ts";
import { file } from "../../server/src/catalog/note.ts";
import type { ClausePath } from "../../server/src/catalog/paths.ts";
import { readText } from "../../server/src/note/bind.ts";
import { meaningOf } from "../../server/src/reading/meaning.ts";
import type { Clause } from "../../server/src/syntax/tree.ts";

/** What a paper says of one clause, and where. */
export interface Expected {
  readonly text: string;
  readonly also?: readonly string[];
  /** What the words of a clause in free text have to match, each of them. */
  readonly words?: readonly string[];
}

export interface ExpectedNote {
  readonly name: string;
  readonly clauses: Readonly<Record<string, Expected>>;
  readonly optional: Readonly<Record<string, Expected>>;
  /** Clauses that the paper does not state. */
  readonly silent: readonly string[];
  readonly contradictions: readonly { readonly path: string; readonly values: readonly string[] }[];
}

/** How a draft compares with what the paper says. */
export interface Score {
  readonly right: readonly string[];
  readonly missing: readonly string[];
  /** Clauses that say something else than the paper. */
  readonly wrong: readonly string[];
  /** Clauses that the paper does not state and the draft has. */
  readonly broken: readonly string[];
  /** Clauses that the list does not speak of. */
  readonly beyond: readonly string[];
}

interface Said {
  /** Its names, as the list has them: `interest.default rate`. */
  readonly place: string;
  readonly path: ClausePath;
  readonly text: string;
}

/** Every clause of the notes of a sheet; a line of a schedule by itself. */
export function saidIn(sheet: string): readonly (readonly Said[])[] {
  const { tree } = readText(sheet);
  const notes = tree.clauses.filter(({ match }) => match?.id === "note");
  return notes.map((note) => inBlock(note, file.clauses.note.block as BlockSpec, "note", "", sheet));
}

function inBlock(clause: Clause, block: BlockSpec, path: string, place: string, sheet: string): Said[] {
  return (clause.block?.clauses ?? []).flatMap((inner): Said[] => {
    const line = sheet.slice(inner.span.start, inner.span.end).trim();
    if (block.content !== "clauses") return [{ place, path: path as ClausePath, text: line }];
    const id = inner.match?.id ?? "";
    const spec = block.clauses[id];
    if (!spec) return [{ place: `? ${line}`, path: path as ClausePath, text: line }];
    const at = { path: `${path}/${id}`, place: place === "" ? spec.names[0] : `${place}.${spec.names[0]}` };
    if (inner.block && spec.block) return inBlock(inner, spec.block, at.path, at.place, sheet);
    if (id === "term") return [{ ...at, path: at.path as ClausePath, text: line }];
    const words = sheet.slice(inner.name.end, inner.span.end).trim();
    return [{ place: at.place, path: at.path as ClausePath, text: words }];
  });
}

/** The place of a clause without its number, and of a line of a schedule without its days. */
function placeOf(key: string): string {
  return key
    .replace(/#\d+$/, "")
    .replace(/^(prepayment|instalments|holder redemption|conversion\.late delivery)\..+$/, "$1");
}

function wordsOf(key: string, text: string): string {
  const row = /^(?:prepayment|instalments|holder redemption|conversion\.late delivery)\.(.+)$/.exec(
    key.replace(/#\d+$/, ""),
  );
  return row ? `${row[1]}  ${text}` : text;
}

/** Compares the clauses that a draft has with those that the paper states. */
export function compare(said: readonly Said[], { clauses, optional, silent }: ExpectedNote): Score {
  const right: string[] = [];
  const missing: string[] = [];
  const used = new Set<Said>();
  const all = [
    ...Object.entries(clauses).map((one) => [...one, true] as const),
    ...Object.entries(optional).map((one) => [...one, false] as const),
  ];
  for (const [key, expected, counts] of all) {
    const there = said.filter((one) => one.place === placeOf(key) && !used.has(one));
    const match = there.find((one) => isSame(one, key, expected));
    if (match) used.add(match);
    if (counts && match) right.push(key);
    if (counts && !match)
      missing.push(`${key}: ${expected.text} ← ${there.map(({ text }) => text).join(" ¦ ")}`);
  }
  const named = new Set(all.map(([key]) => placeOf(key)));
  const left = said.filter(
    (one) => !used.has(one) && !/^(?:\[ \]|\$\[ \])$/.test(one.text) && one.place !== "source",
  );
  const shown = (list: readonly Said[]): string[] => list.map(({ place, text }) => `${place}: ${text}`);
  const broken = left.filter(
    ({ place }) => silent.includes(place) || silent.some((path) => place.startsWith(`${path}.`)),
  );
  const wrong = left.filter(
    (one) => !broken.includes(one) && named.has(one.place) && one.place !== "events of default",
  );
  const beyond = left.filter((one) => !broken.includes(one) && !named.has(one.place));
  return { right, missing, wrong: shown(wrong), broken: shown(broken), beyond: shown(beyond) };
}

function isSame({ path, text }: Said, key: string, { text: expected, also = [], words }: Expected): boolean {
  if (words) return words.every((one) => new RegExp(one, "i").test(text));
  return [expected, ...also].some((one) => sameValue(path, text, wordsOf(key, one)));
}

function sameValue(path: ClausePath, one: string, other: string): boolean {
  const [a, b] = [options(one), options(other)].map((list) => list.map((text) => key(path, text)).sort());
  return a !== undefined && b !== undefined && a.join() === b.join();
}

function key(path: ClausePath, text: string): string {
  const isLine =
    /note\/(?:prepayment|instalments|holderRedemption|conversion\/lateDelivery|eventsOfDefault)$/.test(path);
  return (
    (isLine ? meaningOf(path, `{\n${text}\n}`) : undefined) ??
    meaningOf(path, text) ??
    text.replace(/\s+/g, " ").toLowerCase()
  );
}

function options(text: string): string[] {
  const match = /^\[(.+\|.+)\]$/.exec(text.trim());
  return match ? (match[1] ?? "").split("|").map((one) => one.trim()) : [text.trim()];
}
