// What is still open in a sheet: how much, and the way from one blank to the next.
import {
  commands,
  type Diagnostic,
  Disposable,
  l10n,
  languages,
  Selection,
  StatusBarAlignment,
  type TextEditor,
  window,
  workspace,
} from "vscode";
import { isDraft } from "./drafts.ts";

const languageId = "note-terms";
const nextBlankCommand = "notewright.nextBlank";
const valuationCommand = "notewright.setValuationDay";
const openCode = "still-open";
const setting = "notewright";

/** The count of blanks and the day of valuation in the status bar, and their commands. */
export function showOpen(): Disposable {
  const blanks = window.createStatusBarItem("notewright.blanks", StatusBarAlignment.Right, 90);
  const day = window.createStatusBarItem("notewright.valuedOn", StatusBarAlignment.Right, 91);
  blanks.name = l10n.t("Open blanks");
  blanks.command = nextBlankCommand;
  day.name = l10n.t("Day of valuation");
  day.command = valuationCommand;
  const draw = (): void => {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== languageId || !isDraft(editor.document.uri)) {
      blanks.hide();
      day.hide();
      return;
    }
    const count = openIn(editor).length;
    blanks.text = count === 1 ? l10n.t("$(edit) 1 blank") : l10n.t("$(edit) {0} blanks", count);
    blanks.tooltip = l10n.t("What is still open in this sheet. Go to the next one.");
    if (count > 0) blanks.show();
    else blanks.hide();
    const valuedOn = workspace.getConfiguration(setting, editor.document).get("valuedOn", "");
    day.text = valuedOn === "" ? l10n.t("$(calendar) No valuation day") : `$(calendar) ${valuedOn}`;
    day.tooltip = l10n.t("The day on which numbers are worked out where no scenario or market names one.");
    day.show();
  };
  draw();
  return Disposable.from(
    blanks,
    day,
    window.onDidChangeActiveTextEditor(draw),
    languages.onDidChangeDiagnostics(draw),
    workspace.onDidChangeConfiguration(draw),
    commands.registerCommand(nextBlankCommand, goToNext),
    commands.registerCommand(valuationCommand, setDay),
  );
}

/** What is still open, in the order of the sheet. */
function openIn({ document: { uri } }: TextEditor): readonly Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ code }) => (typeof code === "object" ? code.value : code) === openCode)
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Selects the blank behind the caret; behind the last one the first. */
function goToNext(): void {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== languageId) return;
  const open = openIn(editor);
  const { end } = editor.selection;
  const next = open.find(({ range }) => range.start.isAfterOrEqual(end)) ?? open[0];
  if (!next) {
    void window.showInformationMessage(l10n.t("Nothing is left open in this sheet."));
    return;
  }
  editor.selection = new Selection(next.range.start, next.range.end);
  editor.revealRange(next.range);
}

async function setDay(): Promise<void> {
  const document = window.activeTextEditor?.document;
  const configuration = workspace.getConfiguration(setting, document);
  const day = await window.showInputBox({
    title: l10n.t("Day of valuation"),
    prompt: l10n.t("Year-month-day, such as 2018-12-06. Empty: numbers that need a day wait for one."),
    value: configuration.get("valuedOn", ""),
    validateInput: (text) =>
      /^(\d{4}-\d{2}-\d{2})?$/.test(text.trim()) ? undefined : l10n.t("Write the day as year-month-day."),
  });
  if (day === undefined) return;
  await configuration.update("valuedOn", day.trim(), workspace.workspaceFolders === undefined);
}
