// Papers — 8-Ks, signed notes, term sheets — as draft sheets, and beside a sheet. Nothing of them leaves the machine.
import {
  commands,
  type DataTransfer,
  type DiagnosticCollection,
  Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ClientRequests } from "../../server/src/lsp/messages.ts";
import type { PaperText } from "../../server/src/reading/papers.ts";

const readRequest: keyof ClientRequests = "notewright/read";
const againstRequest: keyof ClientRequests = "notewright/against";

/** How a host gets the text of a paper. */
export type ReadPaperText = (bytes: Uint8Array) => Promise<PaperText>;

const language = "note-terms";
const kinds = { Documents: ["txt", "text", "htm", "html", "docx", "pdf", "eml"], "All files": ["*"] };
const kind = DocumentDropOrPasteEditKind.Text.append("note-terms");
/** Shorter text is a clause or two, and pasted as it is. */
const leastCharacters = 200;

/** Offers the commands, the paste and the drop for as long as the client lives. */
export function offerPapers(client: BaseLanguageClient, textOf: ReadPaperText): Disposable {
  const differences = languages.createDiagnosticCollection("notewright-papers");
  const paper = { client, textOf };
  return Disposable.from(
    differences,
    commands.registerCommand("notewright.newFromDocument", async (from?: unknown) => {
      const file = uriFrom(from) ?? (await askPaper("Read"));
      return file && newSheet(file, paper);
    }),
    commands.registerCommand("notewright.checkAgainst", async (from?: unknown) => {
      const document = window.activeTextEditor?.document;
      const file =
        document?.languageId === language ? (uriFrom(from) ?? (await askPaper("Compare"))) : undefined;
      return document && file && compare(document, file, paper, differences);
    }),
    workspace.onDidChangeTextDocument(({ document }) => differences.delete(document.uri)),
    workspace.onDidCloseTextDocument((document) => differences.delete(document.uri)),
    languages.registerDocumentPasteEditProvider(
      { language },
      { provideDocumentPasteEdits: (document, _, data) => pasted(document, data, client) },
      { providedPasteEditKinds: [kind], pasteMimeTypes: ["text/plain"] },
    ),
    languages.registerDocumentDropEditProvider(
      { language },
      { provideDocumentDropEdits: (document, _, data) => dropped(document, data, paper) },
      { providedDropEditKinds: [kind], dropMimeTypes: ["text/uri-list"] },
    ),
  );
}

interface Papers {
  readonly client: BaseLanguageClient;
  readonly textOf: ReadPaperText;
}

type Draft = ClientRequests["notewright/read"]["answer"];

async function draftFrom(file: Uri, { client, textOf }: Papers): Promise<Draft> {
  const read = await textOf(Uint8Array.from(await workspace.fs.readFile(file)));
  if ("unusable" in read) throw new Error(read.unusable);
  return client.sendRequest<Draft>(readRequest, { name: nameOf(file), text: read.text });
}

async function newSheet(file: Uri, papers: Papers): Promise<Uri | undefined> {
  try {
    const draft = await draftFrom(file, papers);
    if (!draft) {
      void window.showWarningMessage(`No terms of a note were found in ${nameOf(file)}.`);
      return undefined;
    }
    const document = await workspace.openTextDocument({ language, content: draft.sheet });
    await window.showTextDocument(document);
    return document.uri;
  } catch (error) {
    void window.showErrorMessage(`${nameOf(file)} could not be read: ${reasonOf(error)}`);
    return undefined;
  }
}

async function compare(
  { uri }: TextDocument,
  file: Uri,
  { client, textOf }: Papers,
  differences: DiagnosticCollection,
): Promise<number | undefined> {
  try {
    const read = await textOf(Uint8Array.from(await workspace.fs.readFile(file)));
    if ("unusable" in read) throw new Error(read.unusable);
    const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
    const params = { textDocument, name: nameOf(file), text: read.text };
    const found = await client.sendRequest<ClientRequests["notewright/against"]["answer"]>(
      againstRequest,
      params,
    );
    const shown = await client.protocol2CodeConverter.asDiagnostics([...(found ?? [])]);
    differences.set(uri, shown);
    if (shown.length === 0) void window.showInformationMessage(`The sheet says what ${nameOf(file)} says.`);
    else await commands.executeCommand("workbench.actions.view.problems");
    return shown.length;
  } catch (error) {
    void window.showErrorMessage(`${nameOf(file)} could not be read: ${reasonOf(error)}`);
    return undefined;
  }
}

/** Text of a paper as a draft sheet, offered beside the paste of the text itself. */
async function pasted(
  document: TextDocument,
  data: DataTransfer,
  client: BaseLanguageClient,
): Promise<DocumentPasteEdit[]> {
  const text = (await data.get("text/plain")?.asString()) ?? "";
  if (text.length < leastCharacters || /^(?:note "|market\b|scenario\b)/m.test(text)) return [];
  const draft = await client.sendRequest<Draft>(readRequest, { name: "pasted text", text });
  if (!draft || draft.statements < 4) return [];
  const edit = new DocumentPasteEdit(draft.sheet, "Paste as Note Terms", kind);
  if (document.getText().trim() !== "") edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
  return [edit];
}

/** A paper that is dropped onto an empty sheet is read into it. */
async function dropped(
  document: TextDocument,
  data: DataTransfer,
  papers: Papers,
): Promise<DocumentDropEdit | undefined> {
  if (document.getText().trim() !== "") return undefined;
  const [address] = ((await data.get("text/uri-list")?.asString()) ?? "").split(/\r?\n/);
  if (!address || !/\.(?:txt|text|html?|docx|pdf|eml)$/i.test(address)) return undefined;
  const draft = await draftFrom(Uri.parse(address, true), papers).catch(() => null);
  return draft ? new DocumentDropEdit(draft.sheet, "Read as Note Terms", kind) : undefined;
}

async function askPaper(openLabel: string): Promise<Uri | undefined> {
  const [file] = (await window.showOpenDialog({ openLabel, filters: kinds, title: "A paper" })) ?? [];
  return file;
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function uriFrom(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  return typeof given === "string" ? Uri.parse(given, true) : undefined;
}
