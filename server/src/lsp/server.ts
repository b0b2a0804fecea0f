import {
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { codeActions } from "../features/actions.ts";
import { type Analysis, analyse } from "../features/analysis.ts";
import { colours, colourTypes } from "../features/colours.ts";
import { completion } from "../features/completion.ts";
import { diagnostics } from "../features/diagnostics.ts";
import { formatEdits } from "../features/format.ts";
import { hover } from "../features/hover.ts";
import { outline } from "../features/outline.ts";
import { type Day, parseIsoDate } from "../quantity/date.ts";

/** What the client tells of its settings, at the start and whenever they change. */
interface Settings {
  readonly valuedOn?: unknown;
}

const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  hoverProvider: true,
  completionProvider: { triggerCharacters: [" "] },
  documentSymbolProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
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
  const waiting = new Set<string>();
  let valuedOn: Day | undefined;

  connection.onInitialize(({ initializationOptions }) => {
    valuedOn = dayOf(initializationOptions as Settings | undefined);
    return { capabilities, serverInfo: { name: "Notewright" } };
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    valuedOn = dayOf((settings as { notewright?: Settings } | undefined)?.notewright);
    for (const { uri } of documents.all()) publishSoon(uri);
  });

  documents.onDidChangeContent(({ document }) => publishSoon(document.uri));
  documents.onDidClose(({ document }) => {
    known.delete(document.uri);
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
    if (before?.version === document.version && before.analysis.valuedOn === valuedOn) return before.analysis;
    const analysis = analyse(document.getText(), valuedOn, before?.analysis);
    known.set(uri, { version: document.version, analysis });
    return analysis;
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
