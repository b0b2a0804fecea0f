import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { plainUri, uriFrom } from "../base/paths.ts";
import type { Settings } from "../checks/levels.ts";
import type { Analysis, analyse } from "../document/analysis.ts";
import type { KnownDocument } from "../features/navigation.ts";
import type { Day } from "../quantity/date.ts";
import { type FileStore, fileStore, type ReadFile } from "./files.ts";
import type { Guard } from "./guard.ts";
import { params } from "./params.ts";

/** What the answers about a document rest on beside the files that it draws on. */
interface Basis {
  readonly version: number;
  readonly valuedOn: Day | undefined;
  readonly settings: Settings;
}

interface Known {
  readonly basis: Basis;
  readonly analysis: Analysis;
}

/** How documents are to be read. */
export interface Reading {
  readonly valuedOn: () => Day | undefined;
  readonly settingsFor: (uri: string) => Settings;
  readonly readFile: ReadFile;
  readonly analyse: typeof analyse;
}

/** What happens to open documents. */
export interface DocumentEvents {
  /** A document has another text, or a file that it draws on has. */
  readonly changed: (uri: string) => void;
  readonly saved: (uri: string) => void;
  readonly closed: (uri: string) => void;
}

/** The open documents, with what is known of each. */
export interface OpenDocuments {
  readonly all: () => readonly TextDocument[];
  readonly get: (uri: string) => TextDocument | undefined;
  /** The text of a document that is open under an address, however that is spelled. */
  readonly textAt: (uri: string) => string | undefined;
  /** What is known of the newest text; undefined where the document is not open or its analysis failed. */
  readonly current: (uri: string) => Analysis | undefined;
  /** The same; where the analysis failed, what was known of a text before. */
  readonly latest: (uri: string) => Analysis | undefined;
  /** The documents whose newest text could not be analysed. */
  readonly failing: () => readonly TextDocument[];
  /** The documents to search: the open ones, and the forms that they draw on from files that are not open. */
  readonly searchable: () => KnownDocument[];
  /** A file on disk may have changed. */
  readonly fileChanged: (uri: string) => void;
}

/** Keeps the documents that the client has open. */
export function openDocuments(guard: Guard, reading: Reading, events: DocumentEvents): OpenDocuments {
  const documents = new Map<string, TextDocument>();
  /** The addresses of open documents, by their plain spelling. */
  const addresses = new Map<string, string>();
  const known = new Map<string, Known>();
  const failures = new Map<string, Basis>();
  const textAt = (uri: string): string | undefined =>
    documents.get(addresses.get(plainUri(uri)) ?? "")?.getText();
  const files: FileStore = fileStore(reading.readFile, textAt, (uri) => {
    failures.delete(uri);
    events.changed(uri);
  });

  const edited = (uri: string): void => {
    files.edited(uri);
    events.changed(uri);
  };
  guard.notification(DidOpenTextDocumentNotification.method, params.opened, ({ textDocument }) => {
    const { uri, version, text } = textDocument;
    documents.set(uri, TextDocument.create(uri, "note-terms", version, text));
    addresses.set(plainUri(uri), uri);
    edited(uri);
  });
  guard.notification(
    DidChangeTextDocumentNotification.method,
    params.changed,
    ({ textDocument: { uri, version }, contentChanges }) => {
      const document = documents.get(uri);
      if (!document || contentChanges.length === 0) return;
      documents.set(uri, TextDocument.update(document, contentChanges, version));
      edited(uri);
    },
  );
  guard.notification(DidSaveTextDocumentNotification.method, params.document, ({ textDocument: { uri } }) => {
    if (documents.has(uri)) events.saved(uri);
  });
  guard.notification(
    DidCloseTextDocumentNotification.method,
    params.document,
    ({ textDocument: { uri } }) => {
      if (!documents.delete(uri)) return;
      known.delete(uri);
      failures.delete(uri);
      addresses.delete(plainUri(uri));
      files.dropped(uri);
      files.changed(uri);
      files.edited(uri);
      events.closed(uri);
    },
  );

  const basisOf = ({ uri, version }: TextDocument): Basis => ({
    version,
    valuedOn: reading.valuedOn(),
    settings: reading.settingsFor(uri),
  });

  /** An analysis that fails on top of what is known of an earlier text is tried once more without it. */
  const analysed = (document: TextDocument, { valuedOn, settings }: Basis): Analysis => {
    const text = document.getText();
    const around = files.filesOf(document.uri);
    const earlier = known.get(document.uri)?.analysis;
    try {
      return reading.analyse(text, valuedOn, earlier, settings, around);
    } catch (error) {
      if (!earlier) throw error;
      guard.failed(`The analysis of an edit in ${document.uri}`, error, "logged");
      return reading.analyse(text, valuedOn, undefined, settings, around);
    }
  };

  const current = (uri: string): Analysis | undefined => {
    const document = documents.get(uri);
    if (!document) return undefined;
    const basis = basisOf(document);
    const before = known.get(uri);
    if (before && isSame(before.basis, basis) && files.isCurrent(uri, before.analysis))
      return before.analysis;
    const failure = failures.get(uri);
    if (failure && isSame(failure, basis)) return undefined;
    try {
      const analysis = analysed(document, basis);
      failures.delete(uri);
      known.set(uri, { basis, analysis });
      files.load(uri, analysis);
      return analysis;
    } catch (error) {
      failures.set(uri, basis);
      guard.failed(`The analysis of ${uri}`, error, "logged");
      return undefined;
    }
  };

  const searchable = (): KnownDocument[] => {
    const open = [...documents.values()].flatMap(({ uri }) => {
      const analysis = current(uri);
      return analysis ? [{ uri, analysis }] : [];
    });
    return [...open, ...formsOf(open, addresses, files, reading.analyse)];
  };

  return {
    all: () => [...documents.values()],
    get: (uri) => documents.get(uri),
    textAt,
    current,
    latest: (uri) => current(uri) ?? known.get(uri)?.analysis,
    failing: () => [...documents.values()].filter(({ uri }) => current(uri) === undefined),
    searchable,
    fileChanged: files.changed,
  };
}

/** The forms that documents draw on from files that are not open. */
function formsOf(
  documents: readonly KnownDocument[],
  open: ReadonlyMap<string, string>,
  files: FileStore,
  analysed: typeof analyse,
): KnownDocument[] {
  const forms = new Map<string, KnownDocument>();
  for (const { uri, analysis } of documents) {
    for (const { path } of analysis.composed.sources) {
      const address = path === undefined ? undefined : uriFrom(uri, path);
      const content = path === undefined ? undefined : analysis.filesUsed.get(path);
      if (address === undefined || !content || !("text" in content)) continue;
      const key = plainUri(address);
      if (open.has(key) || forms.has(key)) continue;
      const { settings, valuedOn } = analysis;
      const form = analysed(content.text, valuedOn, undefined, settings, files.filesOf(address));
      forms.set(key, { uri: address, analysis: form });
    }
  }
  return [...forms.values()];
}

function isSame(a: Basis, b: Basis): boolean {
  return a.version === b.version && a.valuedOn === b.valuedOn && a.settings === b.settings;
}
