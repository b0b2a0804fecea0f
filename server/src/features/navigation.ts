import type { Location, WorkspaceEdit } from "vscode-languageserver-types";
import { fileName, plainUri, uriFrom } from "../base/paths.ts";
import { counted } from "../base/words.ts";
import type { Analysis } from "../document/analysis.ts";
import type { Position, Range } from "../document/place.ts";
import { type Occurrence, occurrencesIn, sameName } from "./names.ts";

/** A document with its address. */
export interface KnownDocument {
  readonly uri: string;
  readonly analysis: Analysis;
}

/** Where the name at a position is defined; of a path the start of the file. */
export function definition(document: KnownDocument, position: Position): Location | undefined {
  const found = occurrenceAt(document, position);
  return found && targetOf(found, document);
}

/** Every place that defines or uses the name at a position, in all known documents. */
export function references(
  document: KnownDocument,
  position: Position,
  all: readonly KnownDocument[],
  withDefinition: boolean,
): Location[] {
  const found = occurrenceAt(document, position);
  if (!found) return [];
  return alike(found, document, all)
    .filter(({ occurrence }) => withDefinition || !isDefinition(occurrence))
    .map(({ occurrence, uri }) => ({ uri, range: occurrence.range }));
}

/** What stands wherever the thing at a position is named: its name, or the name of the file that a path leads to. */
export function wordsAt(document: KnownDocument, position: Position): string | undefined {
  const found = occurrenceAt(document, position);
  return found && (found.kind === "file" ? fileName(found.name) : found.name);
}

/** Whether a defined term stands at a position. */
export function isTermAt(document: KnownDocument, position: Position): boolean {
  return occurrenceAt(document, position)?.kind === "term";
}

/** What a rename at a position would change; undefined where nothing has a name of its own. */
export function renamable(
  document: KnownDocument,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const found = occurrenceAt(document, position);
  if (!found || found.kind === "file") return undefined;
  return { range: found.range, placeholder: found.name };
}

export type Renaming = { readonly edit: WorkspaceEdit } | { readonly refused: string };

/** Another name for what a position names, at its definition and wherever a known document uses it. */
export function rename(
  document: KnownDocument,
  position: Position,
  newName: string,
  all: readonly KnownDocument[],
): Renaming {
  const found = occurrenceAt(document, position);
  if (!found || found.kind === "file") return { refused: "There is no name here that could be changed." };
  const name = newName.trim().replace(/^["“”„]|["“”„]$/g, "");
  if (name === "") return { refused: `A ${found.kind} needs a name.` };
  if (/["“”„\r\n]/.test(name)) return { refused: "A name holds no quotes and stands on one line." };
  if (isSharedName(found, document))
    return {
      refused: `Two notes are called “${found.name}”, and what names one may mean the other. Give one of them another name by hand first.`,
    };
  const places = alike(found, document, all);
  const clashes = places.filter(({ occurrence }) => !sameName(name, found.name) && occurrence.isTaken(name));
  if (clashes.length > 0) {
    const where = counted(clashes.length, "place");
    return {
      refused: `“${name}” is the name of another ${found.kind} already, in ${where} that would change.`,
    };
  }
  const changes: Record<string, { range: Range; newText: string }[]> = {};
  for (const { uri, occurrence } of places) {
    const edits = changes[uri] ?? [];
    edits.push({ range: occurrence.range, newText: name });
    changes[uri] = edits;
  }
  return { edit: { changes } };
}

interface Found {
  readonly uri: string;
  readonly occurrence: Occurrence;
}

/** The places of all documents that name the same thing. */
function alike(found: Occurrence, document: KnownDocument, all: readonly KnownDocument[]): Found[] {
  const key = keyOf(found, document);
  return all.flatMap((other) =>
    occurrencesIn(other.analysis)
      .filter((occurrence) => occurrence.kind === found.kind && keyOf(occurrence, other) === key)
      .map((occurrence) => ({ uri: other.uri, occurrence })),
  );
}

function keyOf(occurrence: Occurrence, document: KnownDocument): string {
  const { uri, range } = targetOf(occurrence, document);
  return `${plainUri(uri)} ${range.start.line} ${range.start.character}`;
}

function targetOf({ target: { path, range } }: Occurrence, { uri }: KnownDocument): Location {
  return { uri: path === undefined ? uri : (uriFrom(uri, path) ?? uri), range };
}

/** Whether two notes of the document have the name, so that another name for one changes what the other is named by. */
function isSharedName({ kind, name }: Occurrence, { analysis }: KnownDocument): boolean {
  const named = analysis.notes.filter(({ note }) => sameName(note.name, name));
  return kind === "note" && named.length > 1;
}

function isDefinition({ range, target }: Occurrence): boolean {
  return target.path === undefined && isSamePlace(range.start, target.range.start);
}

function isSamePlace(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}

/** The name that a position is in, or at whose end it is. */
function occurrenceAt({ analysis }: KnownDocument, { line, character }: Position): Occurrence | undefined {
  return occurrencesIn(analysis).find(
    ({ range: { start, end } }) =>
      start.line === line && start.character - 1 <= character && character <= end.character,
  );
}
