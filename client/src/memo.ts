// The memo beside the sheet: a page that follows its text, and answers that edit the text.
import {
  commands,
  Disposable,
  languages,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ClientRequests } from "../../server/src/lsp/messages.ts";
import type { MemoPlace } from "../../server/src/render/memo-place.ts";
import type { MemoRecord } from "../../server/src/render/memo-record.ts";
import type { FromPage, ToPage } from "../webview/messages.ts";
import { pageHtml } from "./page.ts";

const memoCommand = "notewright.memo";
const languageId = "note-terms";

/** How long an edit rests before the page is drawn anew: a burst of edits is one. */
const restMilliseconds = 20;
/** How long it rests before the curves are drawn, which take the server longest. */
const curveMilliseconds = 200;

/** Registers the command, which opens the memo of a sheet: by its address and a place in the memo, else of the sheet in the editor. */
export function showMemos(client: BaseLanguageClient, extension: Uri): Disposable {
  const memos = new Map<string, Memo>();
  const open = async (address?: unknown, place?: unknown): Promise<void> => {
    const document = await sheetFor(address);
    if (!document) {
      void window.showInformationMessage("Open a note first: the memo shows what it comes to.");
      return;
    }
    const key = document.uri.toString();
    const memo = memos.get(key) ?? new Memo(client, extension, document, () => memos.delete(key));
    memos.set(key, memo);
    memo.show(isPlace(place) ? place : undefined);
  };
  return Disposable.from(
    commands.registerCommand(memoCommand, open),
    new Disposable(() => {
      for (const memo of memos.values()) memo.close();
    }),
  );
}

async function sheetFor(address: unknown): Promise<TextDocument | undefined> {
  const uri = address instanceof Uri ? address : typeof address === "string" ? Uri.parse(address) : undefined;
  const open = workspace.textDocuments.find((one) => one.uri.toString() === uri?.toString());
  const document = open ?? (uri ? await workspace.openTextDocument(uri) : window.activeTextEditor?.document);
  return document?.languageId === languageId ? document : undefined;
}

function isPlace(place: unknown): place is MemoPlace {
  return typeof place === "object" && place !== null;
}

/** The memo of one sheet. */
class Memo {
  readonly #client: BaseLanguageClient;
  readonly #document: TextDocument;
  readonly #panel: WebviewPanel;
  readonly #watching: Disposable;
  /** What the page shows, and of which version of the sheet. */
  #shown: { readonly memo: MemoRecord | null; readonly version: number } | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #place: MemoPlace | undefined;
  #isReady = false;

  constructor(client: BaseLanguageClient, extension: Uri, document: TextDocument, closed: () => void) {
    this.#client = client;
    this.#document = document;
    const resources = Uri.joinPath(extension, "dist");
    this.#panel = window.createWebviewPanel(
      memoCommand,
      `Memo: ${fileName(document).replace(/\.note$/i, "")}`,
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      {
        enableScripts: true,
        localResourceRoots: [resources],
        retainContextWhenHidden: true,
        enableFindWidget: true,
      },
    );
    this.#watching = Disposable.from(
      this.#panel.webview.onDidReceiveMessage((message: FromPage) => void this.#take(message)),
      workspace.onDidChangeTextDocument(({ document: changed }) => {
        if (changed === document) this.#drawSoon();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [first] }) => {
        if (textEditor.document === document && first) this.#say({ kind: "sheet", top: first.start.line });
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections: [first] }) => {
        if (textEditor.document === document && first) this.#say({ kind: "sheet", caret: first.active.line });
      }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === document.uri.toString())) this.#drawSoon();
      }),
    );
    this.#panel.onDidDispose(() => {
      clearTimeout(this.#resting);
      this.#watching.dispose();
      closed();
    });
    this.#panel.webview.html = pageHtml(this.#panel, resources);
  }

  get #uri(): string {
    return this.#client.code2ProtocolConverter.asUri(this.#document.uri);
  }

  show(place: MemoPlace | undefined): void {
    this.#place = place;
    this.#panel.reveal(undefined, true);
    if (this.#isReady) void this.#draw();
  }

  close(): void {
    this.#panel.dispose();
  }

  #say(message: ToPage): void {
    if (this.#isReady) void this.#panel.webview.postMessage(message);
  }

  /** All but the curves at once, and those when the text rests. */
  #drawSoon(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      void this.#draw(false);
      this.#resting = setTimeout(() => void this.#draw(true), curveMilliseconds);
    }, restMilliseconds);
  }

  async #draw(hasCurves = true): Promise<void> {
    const { version } = this.#document;
    const textDocument = { uri: this.#uri };
    const memo = await this.#request("notewright/memo", { textDocument, curves: hasCurves });
    if (version !== this.#document.version) return;
    this.#shown = { memo, version };
    this.#say({ kind: "memo", file: fileName(this.#document), memo, hasCurves });
    if (this.#place) this.#say({ kind: "go", place: this.#place });
    this.#place = undefined;
  }

  async #request<M extends keyof ClientRequests>(
    method: M,
    params: ClientRequests[M]["params"],
  ): Promise<ClientRequests[M]["answer"]> {
    if (!this.#client.isRunning()) return null;
    return this.#client.sendRequest<ClientRequests[M]["answer"]>(method, params);
  }

  async #take(message: FromPage): Promise<void> {
    if (message.kind === "ready") {
      this.#isReady = true;
      await this.#draw();
    }
    if (message.kind === "reveal") await this.#reveal(message.line);
    if (message.kind === "fix") await this.#fix(message);
    if (message.kind === "insert") await this.#insert(message.text);
    if (message.kind === "document") await commands.executeCommand("notewright.export", this.#document.uri);
    if (message.kind === "derive") {
      const { key, place } = message;
      const textDocument = { uri: this.#uri };
      const derivation = await this.#request("notewright/derivation", { textDocument, place });
      this.#say({ kind: "derivation", key, derivation });
    }
  }

  async #reveal(line: number): Promise<void> {
    const editor = await this.#editor();
    const at = this.#document.lineAt(Math.min(line, this.#document.lineCount - 1));
    const start = new Position(at.lineNumber, at.firstNonWhitespaceCharacterIndex);
    editor.selection = new Selection(start, start);
    editor.revealRange(at.range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** The editor that shows the sheet, or one that does so now. */
  async #editor(): Promise<TextEditor> {
    const shown = window.visibleTextEditors.find(({ document }) => document === this.#document);
    const viewColumn = shown?.viewColumn ?? ViewColumn.One;
    return window.showTextDocument(this.#document, { viewColumn });
  }

  /** Gives an answer that the page offers; one for another version of the sheet is not given but drawn anew. */
  async #fix({ note, finding, fix }: Extract<FromPage, { kind: "fix" }>): Promise<void> {
    const { memo, version } = this.#shown ?? {};
    const edits = memo?.notes[note]?.findings[finding]?.fixes[fix]?.edits;
    if (!edits || version !== this.#document.version) {
      await this.#draw();
      return;
    }
    const change = new WorkspaceEdit();
    for (const { from, to, text } of edits)
      change.replace(this.#document.uri, new Range(from.line, from.character, to.line, to.character), text);
    await workspace.applyEdit(change);
    await this.#reveal(edits[0]?.from.line ?? 0);
  }

  /** Writes a text at the sheet's end, behind a blank line. */
  async #insert(text: string): Promise<void> {
    const { lineCount, uri } = this.#document;
    const { text: last, range } = this.#document.lineAt(lineCount - 1);
    const change = new WorkspaceEdit();
    change.insert(uri, range.end, `${last.trim() === "" ? "" : "\n"}\n${text}`);
    const [, scenario] = /^scenario "([^"]*)"/.exec(text) ?? [];
    const note = this.#shown?.memo?.notes[0]?.name;
    this.#place = { note, scenario, section: undefined };
    await workspace.applyEdit(change);
    await this.#reveal(this.#document.lineCount - 1);
  }
}

function fileName({ uri }: TextDocument): string {
  return uri.path.split("/").at(-1) ?? uri.path;
}
