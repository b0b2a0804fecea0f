// The walkthrough: what its steps do in the sheet that it is read beside.
import {
  commands,
  Disposable,
  Position,
  Range,
  Selection,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";
import { readShipped } from "./shipped.ts";
import { languageId } from "./state.ts";

const sheet = "exchange-note.note";
const shipped = `examples/${sheet}`;
const maturity = /^ {0,8}matures {1,8}[^\n]{0,60}20\d\d$/m;
const years = { right: "2018", wrong: "2016" } as const;

/** Gives the commands of the walkthrough's steps. */
export function guideTour(extension: Uri): Disposable {
  let editor: TextEditor | undefined;
  const opened = async (): Promise<TextEditor> => {
    const there = editor && window.visibleTextEditors.find((one) => one.document === editor?.document);
    editor = there ?? (await openSheet(extension));
    return editor;
  };
  const withYear = async (year: string): Promise<void> => {
    const at = await opened();
    const found = maturity.exec(at.document.getText());
    if (!found) return;
    const end = at.document.positionAt(found.index + found[0].length);
    const place = new Range(end.translate(0, -4), end);
    await at.edit((edit) => edit.replace(place, year));
    await show(at, end.line);
  };
  return Disposable.from(
    commands.registerCommand("notewright.tour.read", async () => {
      const at = await opened();
      const line = at.document
        .getText()
        .split(/\r?\n/)
        .findIndex((text) => /^\s*price\b/.test(text));
      await show(at, Math.max(0, line));
      await commands.executeCommand("editor.action.showHover");
    }),
    commands.registerCommand("notewright.tour.break", () => withYear(years.wrong)),
    commands.registerCommand("notewright.tour.fix", () => withYear(years.right)),
    commands.registerCommand("notewright.walkthrough", () => openWalkthrough(extension)),
  );
}

/** Opens the walkthrough beside the sheet that is open. */
export async function openWalkthrough(extension: Uri): Promise<void> {
  const { publisher, name } = JSON.parse(
    new TextDecoder().decode(await readShipped(extension, "package.json")),
  );
  const toSide = window.activeTextEditor !== undefined;
  await commands.executeCommand("workbench.action.openWalkthrough", `${publisher}.${name}#start`, toSide);
}

/** The Exchange Note of the open folder; where there is none, a copy of the one that comes with the extension. */
async function openSheet(extension: Uri): Promise<TextEditor> {
  const column = window.visibleTextEditors.find(
    ({ document }) => document.languageId === languageId,
  )?.viewColumn;
  const options = { viewColumn: column ?? 1 };
  const folder = workspace.workspaceFolders?.[0]?.uri;
  try {
    if (folder) return await window.showTextDocument(Uri.joinPath(folder, sheet), options);
  } catch {
    // The folder has no such sheet.
  }
  const content = new TextDecoder().decode(await readShipped(extension, shipped));
  return window.showTextDocument(
    await workspace.openTextDocument({ language: languageId, content }),
    options,
  );
}

/** Puts the caret into a line's text, in the middle of the window. */
async function show({ document, viewColumn }: TextEditor, line: number): Promise<void> {
  const at = new Position(line, document.lineAt(line).firstNonWhitespaceCharacterIndex + 1);
  await window.showTextDocument(document, { viewColumn: viewColumn ?? 1, selection: new Selection(at, at) });
}
