// Runs checks in the npm-borne VS Code: first those inside the editor, then those on its screen.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { EditorServer } from "../../scripts/vscode-server.mts";
import { EditorWindow, withEditor } from "../../scripts/vscode-window.mts";
import { Checks, onScreenResults } from "./check.mts";
import { screenChecks } from "./screen.mts";

/** How a window is reported the extension and of the test module that is run in its host. */
export interface Development {
  /** For the address of the window. */
  payload(server: EditorServer, withTests: boolean): Record<string, string>;
  /** Before the page is loaded. */
  prepare?(page: Page, withTests: boolean): Promise<void>;
}

const testLimit = 240_000;

/** Runs both kinds of checks; what the screen showed is left in the folder. 0 where all passed, else 1. */
export async function runInNpmEditor(folder: string, development: Development): Promise<number> {
  return withEditor({ testDriver: true }, async (server, browser) => {
    const code = await inEditor(folder, development, server, browser);
    const checks = new Checks();
    const editor = new EditorWindow(await newPage(browser));
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

/** The page's policy would let it read an extension only from its own origin or over https. */
function newPage(browser: Browser): Promise<Page> {
  return browser.newPage({ bypassCSP: true });
}

function firstLine(parts: readonly unknown[]): string {
  return parts.join(" ").split("\n", 1)[0] ?? "";
}

/** The exit code of the test module. The editor's own log is reported only where the module failed. */
async function inEditor(
  folder: string,
  development: Development,
  server: EditorServer,
  browser: Browser,
): Promise<number> {
  const page = await newPage(browser);
  const log: string[] = [];
  await page.exposeFunction("codeAutomationLog", (_type: string, parts: unknown[]) =>
    log.push(firstLine(parts)),
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
  if (code !== 0) console.log(`The editor's log:\n${log.slice(-30).join("\n")}`);
  return code;
}
