// The extension as vscode.dev has it: files behind another web origin, unpacked, with no machine below.
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import type { Page } from "playwright-core";
import type { Development } from "./npm-editor.mts";

const types: Readonly<Record<string, string>> = { js: "text/javascript", json: "application/json" };

/** Serves the extension's folder and the test module's for as long as the work goes on. */
export async function whileServed<T>(
  folders: { readonly extension: string; readonly tests: string },
  work: (development: Development) => Promise<T>,
): Promise<T> {
  const server = createServer(async (request, response) => {
    const [, root = "", ...path] = new URL(request.url ?? "/", "http://any").pathname.split("/");
    const folder = root === "extension" ? folders.extension : folders.tests;
    const file = normalize(join(folder, ...path));
    const content = await readFile(file).catch(() => undefined);
    const type = types[file.split(".").at(-1) ?? ""] ?? "text/plain";
    response.writeHead(content ? 200 : 404, { "access-control-allow-origin": "*", "content-type": type });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await work(development(server));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function development(server: Server): Development {
  const authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const at = (path: string) => ({ scheme: "http", authority, path });
  const prepare = (page: Page, withTests: boolean) =>
    configurePage(page, {
      extensions: [at("/extension")],
      ...(withTests ? { extensionTestsPath: at("/tests/in-editor.js") } : {}),
      enableSmokeTestDriver: true,
    });
  return { payload: () => ({ skipWelcome: "true" }), prepare };
}

/**
 * Gives the workbench development options, which only the page that embeds it can set. They are put
 * in where the workbench reads them, because the browser trusts a page less that was rewritten.
 */
async function configurePage(page: Page, developmentOptions: object): Promise<void> {
  const content = `
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = read.call(this, name);
      if (this.id !== "vscode-workbench-web-configuration" || name !== "data-settings") return value;
      return JSON.stringify({ ...JSON.parse(value), developmentOptions: ${JSON.stringify(developmentOptions)} });
    };`;
  await page.addInitScript({ content });
}
