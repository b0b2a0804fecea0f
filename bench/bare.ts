// The server that ours is measured against: the same packages, transport and capabilities, and no language.
// Each change is answered at once, with a message that only the newest text can have.
import type { CompletionItem, Diagnostic, Hover } from "vscode-languageserver";
import {
  createConnection,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);

/** What is published after the answer: nothing, unless the client asks for a payload of another server's size. */
let payload: readonly Diagnostic[] = [];

connection.onInitialize(({ initializationOptions }) => {
  payload = (initializationOptions as { payload?: Diagnostic[] } | undefined)?.payload ?? [];
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      completionProvider: { triggerCharacters: [" "] },
      documentSymbolProvider: true,
      codeActionProvider: { codeActionKinds: ["quickfix"] },
      semanticTokensProvider: { legend: { tokenTypes: ["keyword"], tokenModifiers: [] }, full: true },
    },
    serverInfo: { name: "Bare" },
  };
});

documents.onDidChangeContent(({ document }) => {
  const answer: Diagnostic = {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    message: String(document.getText().length),
  };
  void connection.sendDiagnostics({
    uri: document.uri,
    version: document.version,
    diagnostics: [answer, ...payload],
  });
});

const hover: Hover = {
  contents: { kind: "markdown", value: "The price at which the amount becomes shares." },
};
const items: CompletionItem[] = Array.from({ length: 20 }, (_, index) => ({
  label: `clause ${index}`,
  detail: "What a clause of this name says.",
}));

connection.onHover(() => hover);
connection.onCompletion(() => items);
connection.onDocumentSymbol(() => []);
connection.onCodeAction(() => []);
connection.languages.semanticTokens.on(() => ({ data: [] }));

documents.listen(connection);
connection.listen();
