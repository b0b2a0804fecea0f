// The extension as vscode.dev has it: files behind another web origin, unpacked, with no machine below.
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, relative } from "node:path";
import type { Page } from "playwright-core";
import type { Development } from "./npm-editor.mts";

const types: Readonly<Record<string, string>> = { ".js": "text/javascript", ".json": "application/json" };

/** Serves the extension's folder, the test module in it too, for as long as the work goes on. */
export async function whileServed<T>(
  extension: string,
  tests: string,
  work: (development: Development) => Promise<T>,
): Promise<T> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://any");
    const content = await readFile(join(extension, pathname)).catch(() => undefined);
    const everybody = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    const status = content || request.method === "OPTIONS" ? 200 : 404;
    const type = types[extname(pathname)] ?? "text/plain";
    response.writeHead(status, { ...everybody, "content-type": type });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await work(development(server, relative(extension, tests)));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** The tests run in the host of the extension whose folder they lie in, so they are named from there. */
function development(server: Server, tests: string): Development {
  const authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const at = (path: string) => ({ scheme: "http", authority, path });
  const prepare = (page: Page, withTests: boolean) =>
    configurePage(page, {
      extensions: [at("/")],
      ...(withTests ? { extensionTestsPath: at(`/${tests}`) } : {}),
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
