// A window of the npm-borne VS Code: its page in headless Chromium, read and driven as a user would.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { ensureChromium } from "./setup.mjs";
import { type EditorServer, startServer } from "./vscode-server.mts";

/** Quiet Chromium: no sandbox (it may run as root), and no traffic of its own. */
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const quietSettings = {
  "files.autoSave": "off",
  "chat.disableAIFeatures": true,
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
};

export interface EditorOptions {
  /** See {@link ServerOptions.testDriver}. */
  readonly testDriver: boolean;
  /** State that was prepared; it is removed with the work, as is the one that is made without it. */
  readonly dataFolder?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A server and a browser of their own, which end with the work, whatever it does. */
export async function withEditor<T>(
  options: EditorOptions,
  work: (server: EditorServer, browser: Browser) => Promise<T>,
): Promise<T> {
  const { testDriver, dataFolder = await temporaryFolder() } = options;
  const settings = { ...quietSettings, ...options.settings };
  const server = await startServer({ dataFolder, testDriver, settings });
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

function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "notewright-editor-"));
}

async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(), args: flags, headless: true });
}

/** Asks again and again until the answer is accepted, and returns it; at the limit, the last answer. */
export async function eventually<T>(
  ask: () => Promise<T>,
  accept: (answer: T) => boolean,
  limit = 30_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (accept(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The editor's text is laid out with no-break spaces. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

export class EditorWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async load(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Opens a file of the folder by its name, as with Go to File. */
  async openFile(name: string): Promise<void> {
    const tab = this.page.locator(".tab.active", { hasText: name });
    await this.quickInput("Control+p", name, name);
    await tab.waitFor({ timeout: 30_000 });
    await this.page.locator(".monaco-editor.focused .view-line").first().waitFor({ timeout: 30_000 });
  }

  /** Puts the cursor at a line and column, counted from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.quickInput("Control+g", `${line}:${column}`, `${line}`);
    const position = this.page.locator(".part.statusbar", { hasText: `Ln ${line}, Col ${column}` });
    await position.waitFor({ timeout: 10_000 });
  }

  async replaceLine(line: number, text: string): Promise<void> {
    await this.goTo(line, 1);
    await this.press("Home", "Home", "Shift+End");
    await this.page.keyboard.type(text);
    await this.press("Escape");
  }

  /** The findings that the Problems view lists; the view is opened first. */
  async openProblems(): Promise<Locator> {
    const view = this.page.locator(".markers-panel");
    if (!(await view.isVisible())) {
      await this.press("Control+Shift+M");
      await view.waitFor({ timeout: 30_000 });
    }
    return view.locator(".monaco-list-row");
  }

  async problems(): Promise<string[]> {
    const rows = await this.openProblems();
    return (await rows.allInnerTexts()).map((row) => plain(row).replaceAll(/\s+/g, " ").trim());
  }

  /** Asks for the hover at the cursor until its text is accepted; the last text that was on the screen. */
  async hoverAtCursor(accept: (text: string) => boolean): Promise<string> {
    const hover = this.page
      .locator(".monaco-editor .monaco-hover:visible, .monaco-hover.fade-in:visible")
      .first();
    let last = "";
    await eventually(async () => {
      await this.press("Control+k", "Control+i");
      last = await eventually(() => this.#textOf(hover), accept, 3_000);
      return last;
    }, accept);
    return last;
  }

  async lineWith(text: string): Promise<string> {
    const line = this.page.locator(".monaco-editor .view-line").filter({ hasText: text }).first();
    return this.#textOf(line);
  }

  async #textOf(locator: Locator): Promise<string> {
    return plain((await locator.allInnerTexts()).join("\n"));
  }

  /** Types into the box that the keys open, and takes its first answer once that names `expected`. */
  async quickInput(keys: string, text: string, expected: string): Promise<void> {
    const box = this.page.locator(".quick-input-widget");
    await eventually(
      async () => {
        if (!(await box.isVisible())) await this.press(keys);
        return box.isVisible();
      },
      (visible) => visible,
    );
    await this.page.keyboard.type(text);
    await box.locator(".monaco-list-row").first().filter({ hasText: expected }).waitFor({ timeout: 30_000 });
    await this.press("Enter");
    await box.waitFor({ state: "hidden", timeout: 10_000 });
  }
}
