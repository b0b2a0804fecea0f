import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { plainUri, uriFrom } from "../base/paths.ts";
import { codeActions } from "../features/actions.ts";
import { type Analysis, analyse } from "../features/analysis.ts";
import { colours, colourTypes } from "../features/colours.ts";
import { completion } from "../features/completion.ts";
import { diagnostics } from "../features/diagnostics.ts";
import { type FileContent, mostFileBytes } from "../features/files.ts";
import { hover } from "../features/hover.ts";
import type { KnownDocument } from "../features/navigation.ts";
import { outline } from "../features/outline.ts";
import { type Day, parseIsoDate } from "../quantity/date.ts";
import { fileStore } from "./files.ts";
import { serveNavigation } from "./navigation.ts";
import { type ClientOptions, type ReadFileParams, type ReadFileResult, readFile } from "./protocol.ts";

/** Reads a file where the client does not: for a document, in one of the workspace's folders, all by their addresses. */
export type ReadFromDisk = (uri: string, from: string, folders: readonly string[]) => FileContent;

/** What the client tells of its settings, at the start and whenever they change. */
interface Settings {
  readonly valuedOn?: unknown;
}

const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  hoverProvider: true,
  completionProvider: { triggerCharacters: [" "] },
  documentSymbolProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  codeActionProvider: { codeActionKinds: ["quickfix"] },
  semanticTokensProvider: { legend: { tokenTypes: [...colourTypes], tokenModifiers: [] }, full: true },
};

/** The files that documents may draw on, for editors that watch files when they are asked to. */
const watchers = [{ globPattern: "**/*.{note,csv,tsv,txt}" }];

interface Known {
  readonly version: number;
  readonly analysis: Analysis;
}

/**
 * Answers an editor over a connection: keeps the open documents, and for each what is known of its newest version.
 * Files that they draw on come through the client, else from the disk where there is one.
 */
export function serve(connection: Connection, disk?: ReadFromDisk): void {
  const documents = new TextDocuments(TextDocument);
  const addresses = new Map<string, string>();
  const store = fileStore(
    readFileFrom,
    (plain) => documents.get(addresses.get(plain) ?? "")?.getText(),
    publishSoon,
  );
  let folders: readonly string[] = [];
  let clientReads = false;
  let watches = false;
  const known = new Map<string, Known>();
  const waiting = new Set<string>();
  let valuedOn: Day | undefined;

  connection.onInitialize(({ initializationOptions, workspaceFolders, rootUri, capabilities: client }) => {
    valuedOn = dayOf(initializationOptions as Settings | undefined);
    clientReads = (initializationOptions as ClientOptions | undefined)?.files === true;
    folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    watches = !clientReads && client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return { capabilities, serverInfo: { name: "Notewright" } };
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    valuedOn = dayOf((settings as { notewright?: Settings } | undefined)?.notewright);
    for (const { uri } of documents.all()) publishSoon(uri);
  });

  connection.onInitialized(() => {
    if (watches) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) store.changed(uri);
  });

  documents.onDidOpen(({ document: { uri } }) => addresses.set(plainUri(uri), uri));
  documents.onDidChangeContent(({ document }) => {
    store.edited(document.uri);
    publishSoon(document.uri);
  });
  documents.onDidClose(({ document }) => {
    known.delete(document.uri);
    addresses.delete(plainUri(document.uri));
    store.dropped(document.uri);
    store.changed(document.uri);
    store.edited(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.onHover(({ textDocument, position }) => {
    const found = answer(textDocument.uri, (analysis) => hover(analysis, position));
    return found ? { contents: { kind: "markdown", value: found.markdown }, range: found.range } : null;
  });
  connection.onCompletion(
    ({ textDocument, position }) =>
      answer(textDocument.uri, (analysis) => completion(analysis, position)) ?? [],
  );
  connection.onDocumentSymbol(({ textDocument }) => answer(textDocument.uri, outline) ?? []);
  connection.onCodeAction(
    ({ textDocument: { uri }, range }) => answer(uri, (analysis) => codeActions(analysis, uri, range)) ?? [],
  );
  connection.languages.semanticTokens.on(({ textDocument }) => ({
    data: answer(textDocument.uri, colours) ?? [],
  }));

  serveNavigation(connection, { one: knownDocument, all: allDocuments });

  documents.listen(connection);
  connection.listen();

  function knownDocument(uri: string): KnownDocument | undefined {
    const analysis = analysisOf(uri);
    return analysis && { uri, analysis };
  }

  /** The open documents, and the forms that they draw on from files that are not open. */
  function allDocuments(): KnownDocument[] {
    const open = documents.all().flatMap(({ uri }) => knownDocument(uri) ?? []);
    const drawn = new Map<string, KnownDocument>();
    for (const { uri, analysis } of open) {
      for (const { path } of analysis.composed.sources) {
        const address = path === undefined ? undefined : uriFrom(uri, path);
        const content = path === undefined ? undefined : analysis.wanted.get(path);
        if (address === undefined || !content || !("text" in content)) continue;
        const key = plainUri(address);
        if (addresses.has(key) || drawn.has(key)) continue;
        const files = store.filesOf(address);
        drawn.set(key, { uri: address, analysis: analyse(content.text, undefined, undefined, files) });
      }
    }
    return [...open, ...drawn.values()];
  }

  /** An answer from what is known of a document; undefined for one that is not open. */
  function answer<T>(uri: string, ask: (analysis: Analysis) => T): T | undefined {
    const analysis = analysisOf(uri);
    return analysis && ask(analysis);
  }

  function analysisOf(uri: string): Analysis | undefined {
    const document = documents.get(uri);
    if (!document) return undefined;
    const before = known.get(uri);
    if (
      before?.version === document.version &&
      before.analysis.valuedOn === valuedOn &&
      store.isCurrent(uri, before.analysis)
    )
      return before.analysis;
    const analysis = analyse(document.getText(), valuedOn, before?.analysis, store.filesOf(uri));
    known.set(uri, { version: document.version, analysis });
    store.load(uri, analysis);
    return analysis;
  }

  async function readFileFrom(uri: string, from: string): Promise<unknown> {
    if (!clientReads) return disk?.(uri, from, folders) ?? { unusable: "unreadable" };
    const params: ReadFileParams = { uri, from, mostBytes: mostFileBytes };
    return connection.sendRequest<ReadFileResult>(readFile, params);
  }

  /** Several changes that arrive together are answered once, for the newest text. */
  function publishSoon(uri: string): void {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    soon(() => {
      waiting.delete(uri);
      const document = documents.get(uri);
      const analysis = analysisOf(uri);
      if (!document || !analysis) return;
      void connection.sendDiagnostics({
        uri,
        version: document.version,
        diagnostics: diagnostics(analysis, uri),
      });
    });
  }
}

/** After what has arrived already: at once where the host can, a worker's shortest wait elsewhere. */
function soon(task: () => void): void {
  if (typeof setImmediate === "function") setImmediate(task);
  else setTimeout(task);
}

function dayOf(settings: Settings | undefined): Day | undefined {
  return typeof settings?.valuedOn === "string" ? parseIsoDate(settings.valuedOn) : undefined;
}
