// Takes the pictures of the README from the real editor, on a copy of the examples.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureEditor, ensurePackages, orExplain, root } from "./setup.mjs";
import { EditorWindow, eventually, withEditor } from "./vscode-window.mts";

const sheet = "exchange-note.note";
const pictures = join(root, "docs", "images");
const size = { width: 1280, height: 720 };

/** Edits that a hurried drafter makes, each of which a rule finds: what the line begins with, and the line. */
const slips: readonly (readonly [start: string, line: string])[] = [
  ["  matures ", "  matures    December 6, 2016"],
  ["    rate ", "    rate          12% per annum\n    default rate  10% per annum"],
  ["    ownership limit", "    ownership limt  9.99% after issuance"],
];

const settings = {
  "workbench.colorTheme": "Default Light Modern",
  "window.commandCenter": false,
  "editor.minimap.enabled": false,
  "editor.fontSize": 14,
  "editor.lineHeight": 20,
  "editor.hover.above": false,
  "editor.stickyScroll.enabled": false,
  "breadcrumbs.enabled": false,
  "workbench.activityBar.location": "hidden",
  "workbench.layoutControl.enabled": false,
  "workbench.colorCustomizations": { "sash.hoverBorder": "#00000000" },
};

await orExplain(async () => {
  await ensurePackages();
  await ensureEditor();
  await mkdir(pictures, { recursive: true });
  await withFolder((folder) =>
    withEditor({ testDriver: true, settings }, async (server, browser) => {
      const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1.25 });
      const editor = new EditorWindow(page);
      const extensionDevelopmentPath = server.remoteUri(root);
      await editor.load(server.address(folder, { extensionDevelopmentPath, skipWelcome: "true" }));
      await editor.openFile(sheet);
      await editor.press("Control+b");
      await ready(editor);
      await hover(editor, folder);
      await completion(editor, folder);
      await memo(editor);
      await problems(editor, folder);
    }),
  );
});

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), "notewright-pictures-"));
  const folder = join(temporary, "examples");
  try {
    await cp(join(root, "examples"), folder, { recursive: true });
    await work(folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The first findings are there, so that the extension answers. */
async function ready(editor: EditorWindow): Promise<void> {
  await eventually(
    () => editor.problems(),
    (rows) => rows.length > 1,
  );
  await hidePanel(editor);
}

async function hidePanel(editor: EditorWindow): Promise<void> {
  await editor.press("Control+j");
  await editor.page.locator(".part.panel").waitFor({ state: "hidden" });
}

/** Puts the cursor into a line, with that many lines above it in the window. */
async function showLine(editor: EditorWindow, line: number, above: number, column = 5): Promise<void> {
  await editor.press("Control+Home");
  for (let scrolled = above; scrolled < line; scrolled++) await editor.press("Control+ArrowDown");
  await editor.goTo(line, column);
}

/** The picture of the window. */
async function take(editor: EditorWindow, name: string): Promise<void> {
  const path = join(pictures, `${name}.png`);
  await editor.page.screenshot({ path, animations: "disabled", caret: "hide" });
  console.log(path);
}

async function hover(editor: EditorWindow, folder: string): Promise<void> {
  // Over the value: over the name stands what is found there first.
  await showLine(editor, await lineOf(folder, "    price "), 4, 24);
  await editor.hoverAtCursor((text) => text.includes("$0.001955"));
  await take(editor, "hover");
  await editor.press("Escape");
}

async function completion(editor: EditorWindow, folder: string): Promise<void> {
  await showLine(editor, await lineOf(folder, "    ownership limit"), 14);
  await editor.press("End", "Enter", "Control+Space");
  await editor.page.locator(".suggest-widget.visible .monaco-list-row.focused").waitFor();
  await editor.press("Control+Space");
  await take(editor, "completion");
  await editor.press("Escape", "Control+z", "Control+z");
}

/** The sheet and its memo side by side. */
async function memo(editor: EditorWindow): Promise<void> {
  await editor.openFile(sheet);
  await editor.press("Control+Home");
  await editor.quickInput("F1", "Notewright: Open Memo", "Open Memo");
  const page = editor.page.frameLocator("iframe.webview").last().frameLocator("#active-frame");
  await page.locator("main", { hasText: "$940,800.00" }).waitFor();
  await take(editor, "memo");
  await editor.page.locator(".tab", { hasText: "Memo" }).click({ button: "middle" });
}

async function problems(editor: EditorWindow, folder: string): Promise<void> {
  const path = join(folder, sheet);
  let text = await readFile(path, "utf8");
  for (const [start, line] of slips) {
    const at = text.indexOf(`\n${start}`) + 1;
    text = text.slice(0, at) + line + text.slice(text.indexOf("\n", at));
  }
  await writeFile(path, text);
  await eventually(
    () => editor.problems(),
    (rows) => rows.some((row) => row.includes("matures-before-issued")),
  );
  await editor.openFile(sheet);
  await editor.goTo(1, 1);
  await take(editor, "problems");
}

async function lineOf(folder: string, start: string): Promise<number> {
  const lines = (await readFile(join(folder, sheet), "utf8")).split("\n");
  return lines.findIndex((line) => line.startsWith(start)) + 1;
}
