// Runs checks in the npm-borne VS Code: first those inside the editor, then those on its screen.
import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { cache } from "../../scripts/setup.mjs";
import { type EditorServer, startServer } from "../../scripts/vscode-server.mts";
import { EditorWindow, launchChromium } from "../../scripts/vscode-window.mts";
import { Checks, onScreenResults } from "./check.mts";
import { screenChecks } from "./screen.mts";

/** How a window is told of the extension and of the test module that is run in its host. */
export interface Development {
  /** For the address of the window. */
  payload(server: EditorServer, withTests: boolean): Record<string, string>;
  /** Before the page is loaded. */
  prepare?(page: Page, withTests: boolean): Promise<void>;
}

const testLimit = 120_000;

/** Runs both kinds of checks; what the screen showed is left in the folder. 0 where all passed, else 1. */
export async function runInNpmEditor(folder: string, development: Development): Promise<number> {
  return withEditor({ testDriver: true }, async (server, browser) => {
    const code = await inEditor(folder, development, server, browser);
    const checks = new Checks();
    const editor = new EditorWindow(await browser.newPage());
    await checks.check("the window opens", async () => {
      await development.prepare?.(editor.page, false);
      await editor.load(server.address(folder, development.payload(server, false)));
      return undefined;
    });
    if (checks.passed) await screenChecks(editor, folder, checks);
    await writeFile(join(folder, onScreenResults), JSON.stringify(checks.done));
    return code === 0 && checks.passed ? 0 : 1;
  });
}

/** An extension in a folder of this machine, which the server's own host runs, or its web worker. */
export function onServer(extension: string, tests: string, kind: "node" | "web"): Development {
  const payload = (server: EditorServer, withTests: boolean) => ({
    extensionDevelopmentPath: server.remoteUri(extension),
    ...(kind === "web" ? { extensionDevelopmentKind: "web" } : {}),
    ...(withTests ? { extensionTestsPath: server.remoteUri(tests) } : {}),
    skipWelcome: "true",
  });
  return { payload };
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
  "files.autoSave": "off",
  "chat.disableAIFeatures": true,
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
};

/** The exit code of the test module. The editor's own log is told only where the module failed. */
async function inEditor(
  folder: string,
  development: Development,
  server: EditorServer,
  browser: Browser,
): Promise<number> {
  const page = await browser.newPage();
  const log: string[] = [];
  await page.exposeFunction("codeAutomationLog", (_type: string, parts: unknown[]) =>
    log.push(parts.join(" ")),
  );
  let ended: (code: number) => void = () => undefined;
  const exit = new Promise<number>((resolve) => {
    ended = resolve;
  });
  await page.exposeFunction("codeAutomationExit", ended);
  const timer = setTimeout(ended, testLimit, 1);
  await development.prepare?.(page, true);
  await page.goto(server.address(folder, development.payload(server, true)));
  const code = await exit;
  clearTimeout(timer);
  await page.close();
  if (code !== 0) console.log(`The editor's log:\n${log.slice(-50).join("\n")}`);
  return code;
}
