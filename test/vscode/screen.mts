// What a user sees: the page of VS Code is driven by the keyboard, and its text is read from the screen.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type EditorWindow, eventually } from "../../scripts/vscode-window.mts";
import { type Checks, completion, hoverNumbers, rightMaturity, sheet, wrongMaturity } from "./check.mts";

const holdsNumbers = (text: string) => hoverNumbers.every((number) => text.includes(number));

/** Opens the sheet of the folder in the window and reads the whole conversation from the screen. */
export async function screenChecks(editor: EditorWindow, folder: string, checks: Checks): Promise<void> {
  await checks.check("the sheet opens in the language Note Terms", () => opensSheet(editor));
  await checks.check("the Problems view lists the sheet's findings", () => listsFindings(editor));
  await checks.check(`the hover on price shows ${hoverNumbers.join(" and ")}`, () =>
    showsHover(editor, folder),
  );
  await checks.check(`an edit brings ${wrongMaturity.code} into the Problems view`, () =>
    afterEdit(editor, folder, wrongMaturity.line, true),
  );
  await checks.check(`an edit takes ${wrongMaturity.code} out of the Problems view`, () =>
    afterEdit(editor, folder, rightMaturity, false),
  );
  await checks.check(`completing ${completion.typed} inserts ${completion.name}`, () =>
    completes(editor, folder),
  );
  await checks.check("the file on disk is as it was edited and saved", () => saves(editor, folder));
}

/** The hover alone, for an editor that has the extension from elsewhere. */
export async function hoverCheck(editor: EditorWindow, folder: string, checks: Checks): Promise<void> {
  await checks.check("the sheet opens in the language Note Terms", () => opensSheet(editor));
  await checks.check(`the hover on price shows ${hoverNumbers.join(" and ")}`, () =>
    showsHover(editor, folder),
  );
}

async function opensSheet(editor: EditorWindow): Promise<string | undefined> {
  await editor.openFile(sheet);
  await editor.page.locator(".part.statusbar", { hasText: "Note Terms" }).waitFor({ timeout: 30_000 });
  const shown = await editor.lineWith("principal");
  return shown.includes("$840,000.00") ? undefined : `the line of the principal reads "${shown}"`;
}

async function listsFindings(editor: EditorWindow): Promise<string | undefined> {
  const rows = await eventually(
    () => editor.problems(),
    (all) => all.length > 1 && all.some((row) => row.includes(sheet)),
  );
  const text = rows.join(" | ");
  return rows.length > 1 && text.includes(sheet) && !text.includes(wrongMaturity.code) ? undefined : text;
}

async function showsHover(editor: EditorWindow, folder: string): Promise<string | undefined> {
  await editor.openFile(sheet);
  await editor.goTo(await lineOf(folder, "    price "), 6);
  const text = await editor.hoverAtCursor(holdsNumbers);
  await editor.press("Escape");
  return holdsNumbers(text) ? undefined : `the hover reads "${text}"`;
}

async function afterEdit(
  editor: EditorWindow,
  folder: string,
  text: string,
  expected: boolean,
): Promise<string | undefined> {
  const shows = (rows: readonly string[]) => rows.some((row) => row.includes(wrongMaturity.code));
  const before = await editor.problems();
  if (shows(before) === expected) return `before the edit: ${before.join(" | ")}`;
  await editor.openFile(sheet);
  await editor.replaceLine(await lineOf(folder, "  matures "), text);
  const rows = await eventually(
    () => editor.problems(),
    (all) => shows(all) === expected,
  );
  return shows(rows) === expected ? undefined : rows.join(" | ") || "the view is empty";
}

async function completes(editor: EditorWindow, folder: string): Promise<string | undefined> {
  await editor.openFile(sheet);
  await editor.goTo(await lineOf(folder, "    option "), 1);
  await editor.press("End", "Enter");
  await editor.page.keyboard.type(completion.typed);
  const focused = editor.page.locator(".suggest-widget.visible .monaco-list-row.focused");
  await editor.press("Control+Space");
  await focused.filter({ hasText: completion.name }).waitFor({ timeout: 30_000 });
  await editor.press("Enter");
  const inserted = await eventually(
    () => editor.lineWith(completion.name),
    (line) => line.trim().startsWith(completion.name),
    10_000,
  );
  await editor.press("Escape");
  return inserted.trim().startsWith(completion.name) ? undefined : `the line is "${inserted}"`;
}

async function saves(editor: EditorWindow, folder: string): Promise<string | undefined> {
  await editor.press("Control+s");
  const text = await eventually(
    () => readFile(join(folder, sheet), "utf8"),
    (all) => all.includes(`\n    ${completion.name}`),
    10_000,
  );
  return text.includes(`\n    ${completion.name}`) ? undefined : text;
}

/** The number, from 1, of the line of the saved sheet that begins with the text. */
async function lineOf(folder: string, start: string): Promise<number> {
  const lines = (await readFile(join(folder, sheet), "utf8")).split("\n");
  const index = lines.findIndex((line) => line.startsWith(start));
  if (index < 0) throw new Error(`The sheet has no line that begins with "${start}".`);
  return index + 1;
}
