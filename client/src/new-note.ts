// Begins a note: from a sheet of blanks, or on a house form of the folder. An empty sheet says what to type.
import {
  commands,
  Disposable,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  SnippetString,
  type TextEditor,
  ThemeColor,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Beginning, ClientRequests } from "../../server/src/lsp/messages.ts";
import { languageId } from "./state.ts";

const beginningsRequest: keyof ClientRequests = "notewright/beginnings";
type Request = ClientRequests[typeof beginningsRequest];

interface Choice extends QuickPickItem {
  readonly beginning?: Beginning;
}

/** Gives the command that begins a note, and the words in an empty sheet. */
export function helpBegin(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand("notewright.newNote", async (id?: unknown) => {
      const { blank, onForms } = await beginnings(client);
      const chosen = blank.find((one) => one.id === id) ?? (await choose(blank, onForms));
      if (chosen) await begin(chosen);
    }),
    whatToType(),
  );
}

/** A new sheet is written as one that lies in the first folder of the workspace. */
async function beginnings(client: BaseLanguageClient): Promise<Request["answer"]> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.from({ scheme: "untitled", path: "/" });
  const from = client.code2ProtocolConverter.asUri(Uri.joinPath(folder, "new.note"));
  const params: Request["params"] = { from };
  return client.sendRequest(beginningsRequest, params);
}

async function choose(
  blank: readonly Beginning[],
  onForms: readonly Beginning[],
): Promise<Beginning | undefined> {
  const items = (all: readonly Beginning[]): Choice[] =>
    all.map((beginning) => ({ label: beginning.title, description: beginning.detail, beginning }));
  const forms: Choice[] = [
    { label: l10n.t("On a note of this folder, as a house form"), kind: QuickPickItemKind.Separator },
    ...items(onForms),
  ];
  const choices = [...items(blank), ...(onForms.length > 0 ? forms : [])];
  const placeHolder = l10n.t("Which kind of note?");
  const chosen = await window.showQuickPick(choices, {
    title: l10n.t("New Note"),
    placeHolder,
    matchOnDescription: true,
  });
  return chosen?.beginning;
}

/** Begins an untitled sheet, or goes on in the one that is open and empty. */
async function begin({ snippet }: Beginning): Promise<void> {
  const open = window.activeTextEditor;
  const made = async (): Promise<TextEditor> =>
    window.showTextDocument(await workspace.openTextDocument({ language: languageId, content: "" }));
  const editor = open && isEmptySheet(open) ? open : await made();
  await editor.insertSnippet(new SnippetString(snippet), new Range(0, 0, editor.document.lineCount, 0));
}

function isEmptySheet({ document }: TextEditor): boolean {
  return document.languageId === languageId && document.getText().trim() === "";
}

/** Words in an empty sheet that go with the first letter. */
function whatToType(): Disposable {
  const words = window.createTextEditorDecorationType({
    after: {
      contentText: l10n.t("Type “note”, or press Ctrl+Space for a sheet to fill in."),
      color: new ThemeColor("editorGhostText.foreground"),
      fontStyle: "italic",
    },
  });
  const showAll = (): void => {
    for (const editor of window.visibleTextEditors)
      editor.setDecorations(words, isEmptySheet(editor) ? [new Range(0, 0, 0, 0)] : []);
  };
  showAll();
  return Disposable.from(
    words,
    window.onDidChangeVisibleTextEditors(showAll),
    workspace.onDidOpenTextDocument(showAll),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === languageId) showAll();
    }),
  );
}
