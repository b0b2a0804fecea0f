import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { plainUri, uriFrom } from "../base/paths.ts";
import type { Settings } from "../checks/levels.ts";
import { type Analysis, analyse } from "../document/analysis.ts";
import { type FileContent, mostFileBytes } from "../document/files.ts";
import { codeActions } from "../features/actions.ts";
import { colours, colourTypes } from "../features/colours.ts";
import { completion } from "../features/completion.ts";
import { diagnostics } from "../features/diagnostics.ts";
import { formatEdits } from "../features/format.ts";
import { hover } from "../features/hover.ts";
import type { KnownDocument } from "../features/navigation.ts";
import { outline } from "../features/outline.ts";
import type { Day } from "../quantity/date.ts";
import type { Ground } from "../render/chart.ts";
import { fileStore } from "./files.ts";
import { type Asked, addressesFrom, contentFrom, groundFrom, readsFiles, type Told } from "./messages.ts";
import { serveNavigation } from "./navigation.ts";
import { publisher } from "./publisher.ts";
import { settingsDesk } from "./settings.ts";

/** Reads a file where the client does not: for a document, in one of the workspace's folders, all by their addresses. */
export type ReadFromDisk = (uri: string, from: string, folders: readonly string[]) => FileContent;

const picturesMessage: keyof Told = "notewright/pictures";
const readFile: keyof Asked = "notewright/readFile";
const listNotes: keyof Asked = "notewright/listNotes";

/** The files that documents may draw on, for editors that watch files when they are asked to. */
const watchers = [{ globPattern: "**/*.{note,csv,tsv,txt}" }];

const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  completionProvider: { triggerCharacters: [" "] },
  documentSymbolProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  codeActionProvider: { codeActionKinds: ["quickfix"] },
  semanticTokensProvider: { legend: { tokenTypes: [...colourTypes], tokenModifiers: [] }, full: true },
};

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
  /** The addresses of open documents, by their plain spelling. */
  const open = new Map<string, string>();
  const store = fileStore(
    contentOf,
    (plain) => documents.get(open.get(plain) ?? "")?.getText(),
    (uri) => publishSoon(uri, false),
  );
  let folders: readonly string[] = [];
  let clientReads = false;
  let pictures: Ground | undefined;
  let watches = false;
  const known = new Map<string, Known>();
  /** The documents about to be published, and whether all that is found in them is to be shown at once. */
  const waiting = new Map<string, boolean>();
  const desk = settingsDesk(connection, () => {
    for (const { uri } of documents.all()) publishSoon(uri, true);
  });
  const { publish, close } = publisher(connection, desk.quiet);

  connection.onInitialize(({ initializationOptions, workspaceFolders, rootUri, capabilities: client }) => {
    desk.begin(initializationOptions);
    clientReads = readsFiles(initializationOptions);
    folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    watches = !clientReads && client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return { capabilities, serverInfo: { name: "Notewright" } };
  });

  connection.onInitialized(() => {
    desk.started();
    if (watches) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) store.changed(uri);
  });

  documents.onDidOpen(({ document: { uri } }) => open.set(plainUri(uri), uri));
  documents.onDidChangeContent(({ document }) => {
    store.edited(document.uri);
    publishSoon(document.uri, false);
  });
  documents.onDidSave(({ document }) => publishSoon(document.uri, true));
  documents.onDidClose(({ document }) => {
    known.delete(document.uri);
    open.delete(plainUri(document.uri));
    store.dropped(document.uri);
    store.changed(document.uri);
    store.edited(document.uri);
    close(document.uri);
  });

  connection.onNotification(picturesMessage, (params: unknown) => {
    pictures = groundFrom(params);
  });
  connection.onHover(({ textDocument, position }) => {
    const found = answer(textDocument.uri, (analysis) => hover(analysis, position, pictures));
    return found ? { contents: { kind: "markdown", value: found.markdown }, range: found.range } : null;
  });
  connection.onCompletion(
    ({ textDocument, position }) =>
      answer(textDocument.uri, (analysis) => completion(analysis, position)) ?? [],
  );
  connection.onDocumentSymbol(({ textDocument }) => answer(textDocument.uri, outline) ?? []);
  connection.onDocumentFormatting(
    ({ textDocument }) => answer(textDocument.uri, (analysis) => formatEdits(analysis)) ?? [],
  );
  connection.onDocumentRangeFormatting(
    ({ textDocument, range }) => answer(textDocument.uri, (analysis) => formatEdits(analysis, range)) ?? [],
  );
  connection.onCodeAction(
    ({ textDocument: { uri }, range }) => answer(uri, (analysis) => codeActions(analysis, uri, range)) ?? [],
  );
  connection.languages.semanticTokens.on(({ textDocument }) => ({
    data: answer(textDocument.uri, colours) ?? [],
  }));

  serveNavigation(connection, {
    one: knownDocument,
    known: knownDocuments,
    list: notesAround,
    read: async (uri, from) => {
      const text = documents.get(open.get(plainUri(uri)) ?? "")?.getText();
      return text === undefined ? contentOf(uri, from) : { text };
    },
  });

  documents.listen(connection);
  connection.listen();

  /** An answer from what is known of a document; undefined for one that is not open. */
  function answer<T>(uri: string, ask: (analysis: Analysis) => T): T | undefined {
    const analysis = analysisOf(uri);
    return analysis && ask(analysis);
  }

  function analysisOf(uri: string): Analysis | undefined {
    const document = documents.get(uri);
    if (!document) return undefined;
    const before = known.get(uri);
    const valuedOn = desk.valuedOn();
    const settings = desk.settingsFor(uri);
    const same = before?.version === document.version && isFor(before.analysis, valuedOn, settings);
    if (same && store.isCurrent(uri, before.analysis)) return before.analysis;
    const files = store.filesOf(uri);
    const analysis = analyse(document.getText(), valuedOn, before?.analysis, settings, files);
    known.set(uri, { version: document.version, analysis });
    store.load(uri, analysis);
    return analysis;
  }

  async function contentOf(uri: string, from: string): Promise<FileContent> {
    if (!clientReads) return disk?.(uri, from, folders) ?? { unusable: "unreadable" };
    const params: Asked[typeof readFile]["params"] = { uri, from, mostBytes: mostFileBytes };
    return contentFrom(await connection.sendRequest(readFile, params));
  }

  /** A client that can't list them leaves it at the documents that are known. */
  async function notesAround(from: string): Promise<readonly string[]> {
    if (!clientReads) return [];
    const params: Asked[typeof listNotes]["params"] = { from };
    return addressesFrom(await connection.sendRequest<unknown>(listNotes, params).catch(() => []));
  }

  function knownDocument(uri: string): KnownDocument | undefined {
    const analysis = analysisOf(uri);
    return analysis && { uri, analysis };
  }

  /** The open documents, and the forms that they draw on from files that are not open. */
  function knownDocuments(): KnownDocument[] {
    const shown = documents.all().flatMap(({ uri }) => knownDocument(uri) ?? []);
    const drawn = new Map<string, KnownDocument>();
    for (const { uri, analysis } of shown) {
      for (const { path } of analysis.composed.sources) {
        const address = path === undefined ? undefined : uriFrom(uri, path);
        const content = path === undefined ? undefined : analysis.wanted.get(path);
        if (address === undefined || !content || !("text" in content)) continue;
        const key = plainUri(address);
        if (open.has(key) || drawn.has(key)) continue;
        const { settings, valuedOn } = analysis;
        const read = analyse(content.text, valuedOn, undefined, settings, store.filesOf(address));
        drawn.set(key, { uri: address, analysis: read });
      }
    }
    return [...shown, ...drawn.values()];
  }

  /** Several changes that arrive together are answered once, for the newest text. */
  function publishSoon(uri: string, atOnce: boolean): void {
    const alreadyWaits = waiting.has(uri);
    waiting.set(uri, atOnce || waiting.get(uri) === true);
    if (alreadyWaits) return;
    soon(() => {
      const all = waiting.get(uri) === true;
      waiting.delete(uri);
      const document = documents.get(uri);
      const analysis = analysisOf(uri);
      if (document && analysis) publish(uri, document.version, diagnostics(analysis, uri), all);
    });
  }
}

function isFor(analysis: Analysis, valuedOn: Day | undefined, settings: Settings): boolean {
  return analysis.valuedOn === valuedOn && analysis.settings === settings;
}

/** After what has arrived already: at once where the host can, a worker's shortest wait elsewhere. */
function soon(task: () => void): void {
  if (typeof setImmediate === "function") setImmediate(task);
  else setTimeout(task);
}
