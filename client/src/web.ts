// The extension in a host without Node: the server is a web worker. The address of its script stays
// the one the host serves the extension from, whatever its scheme; the host makes it loadable.
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { clientId, clientName, clientOptions, Session } from "./client.ts";

const session = new Session();
let worker: Worker | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist", "server-web.js");
  worker = new Worker(script.toString(true));
  await session.start(new LanguageClient(clientId, clientName, clientOptions(), worker));
}

export async function deactivate(): Promise<void> {
  await session.stop();
  worker?.terminate();
  worker = undefined;
}
