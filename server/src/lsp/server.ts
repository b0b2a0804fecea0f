import {
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Settings } from "../checks/levels.ts";
import { codeActions } from "../features/actions.ts";
import { type Analysis, analyse } from "../features/analysis.ts";
import { colours, colourTypes } from "../features/colours.ts";
import { completion } from "../features/completion.ts";
import { diagnostics } from "../features/diagnostics.ts";
import { hover } from "../features/hover.ts";
import { outline } from "../features/outline.ts";
import type { Day } from "../quantity/date.ts";
import { publisher } from "./publisher.ts";
import { settingsDesk } from "./settings.ts";

const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  completionProvider: { triggerCharacters: [" "] },
  documentSymbolProvider: true,
  codeActionProvider: { codeActionKinds: ["quickfix"] },
  semanticTokensProvider: { legend: { tokenTypes: [...colourTypes], tokenModifiers: [] }, full: true },
};

interface Known {
  readonly version: number;
  readonly analysis: Analysis;
}

/** Answers an editor over a connection: keeps the open documents, and for each what is known of its newest version. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const known = new Map<string, Known>();
  /** The documents about to be published, and whether all that is found in them is to be shown at once. */
  const waiting = new Map<string, boolean>();
  const desk = settingsDesk(connection, () => {
    for (const { uri } of documents.all()) publishSoon(uri, true);
  });
  const { publish, close } = publisher(connection, desk.quiet);

  connection.onInitialize(({ initializationOptions }) => {
    desk.begin(initializationOptions);
    return { capabilities, serverInfo: { name: "Notewright" } };
  });

  documents.onDidChangeContent(({ document }) => publishSoon(document.uri, false));
  documents.onDidSave(({ document }) => publishSoon(document.uri, true));
  documents.onDidClose(({ document }) => {
    known.delete(document.uri);
    close(document.uri);
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
    if (before?.version === document.version && isFor(before.analysis, valuedOn, settings))
      return before.analysis;
    const analysis = analyse(document.getText(), valuedOn, before?.analysis, settings);
    known.set(uri, { version: document.version, analysis });
    return analysis;
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
