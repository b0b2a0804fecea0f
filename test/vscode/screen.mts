// What a user sees: the page of VS Code is driven by the keyboard, and its text is read from the screen.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { type EditorWindow, eventually } from "../../scripts/vscode-window.mts";
import {
  type Checks,
  completion,
  hoverNumbers,
  rightMaturity,
  seen,
  sheet,
  wrongMaturity,
} from "./check.mts";

const holdsNumbers = (text: string) => hoverNumbers.every((number) => text.includes(number));

/** Opens the sheet of the folder in the window and reads the whole conversation from the screen. */
export async function screenChecks(editor: EditorWindow, folder: string, checks: Checks): Promise<void> {
  await checks.check("the sheet opens in the language Note Terms", () => opensSheet(editor));
  await checks.check("the Problems view lists the sheet's findings", () => listsFindings(editor));
  await checks.check(`the hover on price shows ${hoverNumbers.join(" and ")}`, () =>
    showsHover(editor, folder),
  );
  await checks.check("the memo beside the sheet shows what is due, and how it was worked out", () =>
    showsMemo(editor),
  );
  await checks.check("an answer in the memo edits the sheet, and the memo follows", () =>
    answersInMemo(editor),
  );
  await checks.check("the view Notes lists the folder's notes", () => listsNotes(editor));
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

async function listsNotes(editor: EditorWindow): Promise<string | undefined> {
  await editor.quickInput("F1", "Focus on Notes View", "Notes View");
  const rows = editor.page.locator(".customview-tree .monaco-list-row");
  const texts = await eventually(
    async () => (await rows.allInnerTexts()).map((row) => row.replaceAll("\u00a0", " ")),
    (all) => all.some((row) => row.includes(seen.row)),
  );
  return texts.some((row) => row.includes(seen.row)) ? undefined : texts.join(" | ");
}

/** What the memo's page reads. */
function pageOf(editor: EditorWindow): FrameLocator {
  return editor.page.frameLocator("iframe.webview").last().frameLocator("#active-frame");
}

async function showsMemo(editor: EditorWindow): Promise<string | undefined> {
  await editor.openFile(sheet);
  await editor.quickInput("F1", "Notewright: Open Memo", "Open Memo");
  const page = pageOf(editor);
  const text = () => page.locator("main").innerText({ timeout: 30_000 });
  const shown = await eventually(text, (all) => all.includes(seen.due));
  if (!shown.includes(seen.due)) return shown;
  await page.locator(".figure summary", { hasText: "Accrued interest" }).first().click();
  const after = await eventually(text, (all) => all.includes(seen.working));
  return after.includes(seen.working) ? undefined : after;
}

/** Gives an answer by its button, and takes it back in the sheet. */
async function answersInMemo(editor: EditorWindow): Promise<string | undefined> {
  const page = pageOf(editor);
  const answer = page.locator("button", { hasText: seen.answer });
  await answer.click();
  const left = await eventually(
    () => answer.count(),
    (count) => count === 0,
  );
  if (left > 0) return "the answer is still offered";
  await editor.page.locator(".tab", { hasText: sheet }).first().click();
  await editor.press("Control+1", "Control+z");
  const back = await eventually(
    () => answer.count(),
    (count) => count === 1,
  );
  await editor.page.locator(".tab", { hasText: seen.tab }).click({ button: "middle" });
  return back === 1 ? undefined : "the memo does not follow the sheet";
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
  const line = editor.page
    .locator(".view-line", { hasText: new RegExp(`^\\s*${completion.name}\\b`) })
    .first();
  await line.waitFor({ timeout: 10_000 });
  await editor.press("Escape");
  return undefined;
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
