// The extension in a host with Node: the server is a process of its own, spoken to over its standard streams, on which
// it writes what it has put into JSON before (server/src/lsp/writer.ts).
import { realpath } from "node:fs/promises";
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import { clientId, clientName, Session } from "./client.ts";
import { openWalkthrough } from "./tour.ts";

const session = new Session();

export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, "dist", "server.js").fsPath;
  const run = { module, transport: TransportKind.stdio };
  const server: ServerOptions = { run, debug: run };
  let made: LanguageClient | undefined;
  await session.start({
    extension: context.extensionUri,
    create: (options) => {
      made = new LanguageClient(clientId, clientName, server, options);
      return made;
    },
    write: async (draft) => (await import("../../server/src/export/office.ts")).written(draft),
    paperText: async (bytes) => (await import("../../server/src/reading/papers.ts")).textOf(bytes),
    kill: () => made?.serverProcess?.kill("SIGKILL"),
    realPlace: async ({ fsPath }) => Uri.file(await realpath(fsPath)),
  });
  // `npm start` asks for it.
  if (process.env.NOTEWRIGHT_START) await openWalkthrough(context.extensionUri);
}

export async function deactivate(): Promise<void> {
  await session.stop();
}
