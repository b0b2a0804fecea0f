// A sheet typed on the keyboard in a real editor, with Enter at each line's end: what the lists, the braces and the indentation make of it.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type EditorWindow, eventually } from "../../scripts/vscode-window.mts";
import type { Checks } from "./check.mts";

const original = "power-up-note.note";
const typed = "typed.note";

/** Types the Power Up note into an empty sheet of the folder. */
export async function typingChecks(editor: EditorWindow, folder: string, checks: Checks): Promise<void> {
  await checks.check("an empty sheet says what to type", async () => {
    await writeFile(join(folder, typed), "");
    await editor.openFile(typed);
    const words =
      "[...document.querySelectorAll('.view-lines *')].map((one) => getComputedStyle(one, '::after').content).join(' ')";
    const hint = await eventually(
      () => editor.page.evaluate<string>(words),
      (text) => text.includes("Ctrl+Space"),
      20_000,
    );
    return hint.includes("Ctrl+Space") ? undefined : hint;
  });
  await checks.check(
    "typing the Power Up note with Enter at each line gives the file byte for byte",
    async () => {
      const text = await readFile(join(folder, original), "utf8");
      for (const line of text.trimEnd().split("\n")) {
        await editor.page.keyboard.type(line.trim(), { delay: 25 });
        // A writer looks up at a line's end; what a brace brings with it is there by then.
        await editor.page.waitForTimeout(150);
        await editor.press("Enter");
      }
      await editor.press("Control+s");
      const saved = await eventually(
        () => readFile(join(folder, typed), "utf8"),
        (found) => found === text,
        20_000,
      );
      return saved === text ? undefined : saved;
    },
  );
}
