// Runs checks in the npm-borne VS Code: first those inside the editor, then those on its screen.
import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { cache } from "../../scripts/setup.mjs";
import { type EditorServer, startServer } from "../../scripts/vscode-server.mts";
import { EditorWindow, launchChromium } from "../../scripts/vscode-window.mts";
import { Checks, onScreenResults } from "./check.ts";
import { screenChecks } from "./screen.mts";

export interface EditorRun {
  readonly extension: string;
  /** A module whose `run` is called inside the extension host. */
  readonly tests: string;
  readonly folder: string;
  readonly host: "node" | "web";
}

const testLimit = 120_000;

/** Runs both kinds of checks; what the screen showed is left in the folder. 0 where all passed, else 1. */
export async function runInNpmEditor(run: EditorRun): Promise<number> {
  return withEditor({ testDriver: true }, async (server, browser) => {
    const code = await inEditor(run, server, browser);
    const checks = new Checks();
    const page = await (await browser.newContext()).newPage();
    const editor = new EditorWindow(page);
    await checks.check("the window opens", async () => {
      await editor.load(server.address(run.folder, extensionPayload(run, server)));
      return undefined;
    });
    if (checks.passed) await screenChecks(editor, run.folder, checks);
    await writeFile(join(run.folder, onScreenResults), JSON.stringify(checks.done));
    return code === 0 && checks.passed ? 0 : 1;
  });
}

/** A server and a browser of their own, which end with the work, whatever it does. */
export async function withEditor<T>(
  options: { readonly testDriver: boolean; readonly dataFolder?: string },
  work: (server: EditorServer, browser: Browser) => Promise<T>,
): Promise<T> {
  const dataFolder = options.dataFolder ?? join(cache, "editor-tests", `data-${randomUUID()}`);
  const server = await startServer({ dataFolder, testDriver: options.testDriver, settings: quietSettings });
  try {
    const browser = await launchChromium();
    try {
      return await work(server, browser);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const quietSettings = {
  "chat.disableAIFeatures": true,
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
};

function extensionPayload({ extension, host }: EditorRun, server: EditorServer): Record<string, string> {
  return {
    extensionDevelopmentPath: server.remoteUri(extension),
    ...(host === "web" ? { extensionDevelopmentKind: "web" } : {}),
    skipWelcome: "true",
  };
}

/** The exit code of the test module; its console is passed on, as the desktop does. */
async function inEditor(run: EditorRun, server: EditorServer, browser: Browser): Promise<number> {
  const page = await (await browser.newContext()).newPage();
  const exit = new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The checks inside the editor did not end.")), testLimit);
    void page.exposeFunction("codeAutomationExit", (code: number) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
  await page.exposeFunction("codeAutomationLog", (_type: string, parts: unknown[]) => console.log(...parts));
  const payload = { ...extensionPayload(run, server), extensionTestsPath: server.remoteUri(run.tests) };
  await page.goto(server.address(run.folder, payload));
  const code = await exit;
  await page.context().close();
  return code;
}
