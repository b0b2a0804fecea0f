// The extension in a host without Node: the server is a web worker.
import { type ExtensionContext, Uri, workspace } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { clientId, clientName, clientOptions, Session } from "./client.ts";

const session = new Session();
let worker: Worker | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist", "server-web.js");
  const server = async () => {
    worker?.terminate();
    worker = new Worker(await loadableAddress(script));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  await session.start(new LanguageClient(clientId, clientName, server, clientOptions()));
}

export async function deactivate(): Promise<void> {
  await session.stop();
  worker?.terminate();
  worker = undefined;
}

/**
 * The host makes a worker from the address it serves the extension from, on another origin too. It
 * refuses only an extension that lies on a remote machine: there the script is read and handed over.
 */
async function loadableAddress(script: Uri): Promise<string> {
  if (script.scheme !== "vscode-remote") return script.toString(true);
  const code = Uint8Array.from(await workspace.fs.readFile(script));
  return URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
}
