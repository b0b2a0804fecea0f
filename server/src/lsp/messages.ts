import type { Diagnostic } from "vscode-languageserver";
import { type FileContent, type Unusable, unusable } from "../document/files.ts";
import type { Draft } from "../export/draft.ts";
import type { Format, Offered } from "../export/names.ts";
import type { Ground } from "../render/chart.ts";
import type { ComparisonRecord } from "../render/comparison-record.ts";
import type { MemoPlace } from "../render/memo-place.ts";
import type { DerivationRecord, MemoRecord } from "../render/memo-record.ts";
import type { NoteRow } from "../render/note-row.ts";

/**
 * What a client says beside the protocol. All of it is optional: without it nothing waits, no policy holds and there
 * are no pictures.
 */
export interface ClientMessages {
  /** On which line of which document the author's caret stands; of no document where none has the focus. */
  readonly "notewright/caret": { readonly uri: string | null; readonly line: number };
  /** The text of a policy file, or that there is none any more. It holds for what lies in its folder. */
  readonly "notewright/policy": { readonly uri: string; readonly text: string | null };
  /** That the editor shows images whose address holds them, and on what ground. */
  readonly "notewright/pictures": { readonly ground: Ground };
}

/** Where a client says that the caret stands; of no document where it says nothing that can be used. */
export function caretFrom(params: unknown): ClientMessages["notewright/caret"] {
  const { uri, line } = partsOf(params);
  return typeof uri === "string" && typeof line === "number" ? { uri, line } : { uri: null, line: 0 };
}

/** What a client says of a policy file; undefined where it can't be used. */
export function policyFrom(params: unknown): ClientMessages["notewright/policy"] | undefined {
  const { uri, text } = partsOf(params);
  return typeof uri === "string" ? { uri, text: typeof text === "string" ? text : null } : undefined;
}

/**
 * The server's requests to a client that says `files: true` when it starts the server. A file is read for the document
 * that draws on it, unless it is larger than the limit.
 */
export interface ServerRequests {
  readonly "notewright/readFile": {
    readonly params: { readonly uri: string; readonly from: string; readonly maxBytes: number };
    readonly answer: FileContent;
  };
  /** The addresses of the note files in the workspace folder of a document; with `endings`, of files that end so. */
  readonly "notewright/listNotes": {
    readonly params: { readonly from: string; readonly endings?: readonly string[] };
    readonly answer: readonly string[];
  };
}

/** A sheet to begin with: a form of blanks, or a note on a house form. */
export interface Beginning {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** With stops of the Tab key. */
  readonly snippet: string;
}

/** What a client may ask beside the protocol. */
export interface ClientRequests {
  /** The formats that a sheet is written in. */
  readonly "notewright/formats": { readonly params: object; readonly answer: readonly Offered[] };
  /** A sheet as a document to be written; nothing where there is no note in it. */
  readonly "notewright/export": {
    readonly params: OfDocument & { readonly to: Format };
    readonly answer: Draft | null;
  };
  /** The memo of a sheet, as data for a page; on request without its curves, which take longest. */
  readonly "notewright/memo": {
    readonly params: OfDocument & { readonly curves?: boolean };
    readonly answer: MemoRecord | null;
  };
  /** How a figure of the memo was made; nothing of one that is not there. */
  readonly "notewright/derivation": {
    readonly params: OfDocument & { readonly place: Omit<MemoPlace, "section"> };
    readonly answer: DerivationRecord | null;
  };
  /** What changed between two texts of a sheet, which lies at an address. */
  readonly "notewright/compare": {
    readonly params: { readonly uri: string; readonly before: string; readonly after: string };
    readonly answer: ComparisonRecord | null;
  };
  /** The notes of the folder around an address, each at a glance. */
  readonly "notewright/notes": { readonly params: Around; readonly answer: readonly NoteRow[] };
  /** What is found in each note file of that folder. */
  readonly "notewright/checkAll": {
    readonly params: Around;
    readonly answer: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[];
  };
  /** The sheets of blanks, and a sheet on each note of the folder around the address of a sheet that is to be written. */
  readonly "notewright/beginnings": {
    readonly params: { readonly from: string };
    readonly answer: { readonly blank: readonly Beginning[]; readonly onForms: readonly Beginning[] };
  };
  /** Rows of a spreadsheet as rows of the price table at a position; null where they are to be pasted as they are. */
  readonly "notewright/pastedRows": {
    readonly params: {
      readonly textDocument: { readonly uri: string };
      readonly position: { readonly line: number; readonly character: number };
      readonly text: string;
    };
    readonly answer: string | null;
  };
  /** A paper as a draft sheet, and how many statements it was made of; nothing where there is no note in the paper. */
  readonly "notewright/read": {
    readonly params: { readonly name: string; readonly text: string };
    readonly answer: { readonly sheet: string; readonly statements: number } | null;
  };
  /** What a sheet and a paper do not say alike. */
  readonly "notewright/against": {
    readonly params: {
      readonly textDocument: { readonly uri: string };
      readonly name: string;
      readonly text: string;
    };
    readonly answer: readonly Diagnostic[] | null;
  };
}

/** The address of the sheet that a client is about to begin; undefined where it says nothing that can be used. */
export function sheetFrom(params: unknown): string | undefined {
  const { from } = partsOf(params);
  return typeof from === "string" ? from : undefined;
}

interface Around {
  /** An address in the folder of the workspace. */
  readonly from: string;
}

interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/** Whether a client reads files for the server, and says when one changes. */
export function readsFiles(initializationOptions: unknown): boolean {
  return partsOf(initializationOptions).files === true;
}

/** Whether a client has the commands that answers name. */
export function hasCommands(initializationOptions: unknown): boolean {
  return partsOf(initializationOptions).commands === true;
}

/** On what a client shows pictures; undefined where it says nothing that can be used. */
export function groundFrom(params: unknown): Ground | undefined {
  const { ground } = partsOf(params);
  return ground === "light" || ground === "dark" ? ground : undefined;
}

/** What a client says that a file holds; where that can't be used, the file can't. */
export function contentFrom(answer: unknown): FileContent {
  const { text, unusable: reason } = partsOf(answer);
  if (typeof text === "string") return { text };
  return { unusable: typeof reason === "string" && isReason(reason) ? reason : "unreadable" };
}

/** The addresses that a client lists; none where the answer can't be used. */
export function addressesFrom(answer: unknown): readonly string[] {
  return Array.isArray(answer) ? answer.filter((one): one is string => typeof one === "string") : [];
}

function isReason(text: string): text is Unusable {
  return Object.hasOwn(unusable, text);
}

function partsOf(params: unknown): Readonly<Record<string, unknown>> {
  return typeof params === "object" && params !== null ? (params as Record<string, unknown>) : {};
}
