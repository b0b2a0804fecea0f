// The extension in a host without Node: the server is a web worker.
import { type ExtensionContext, Uri, workspace } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import type { Draft } from "../../server/src/export/draft.ts";
import type { Written } from "../../server/src/lsp/office-worker.ts";
import type { PaperText } from "../../server/src/reading/papers.ts";
import { clientId, clientName, Session } from "./client.ts";

const session = new Session();
let running: { readonly worker: Worker; readonly reader: EndableReader } | undefined;

/** A worker closes no connection when it ends; this end of it says so. */
class EndableReader extends BrowserMessageReader {
  end(): void {
    this.fireClose();
  }
}

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist", "server-web.js");
  const server = async () => {
    running?.worker.terminate();
    const worker = new Worker(await loadableAddress(script));
    const reader = new EndableReader(worker);
    running = { worker, reader };
    return { reader, writer: new BrowserMessageWriter(worker) };
  };
  await session.start({
    extension: context.extensionUri,
    create: (options) => new LanguageClient(clientId, clientName, server, options),
    write: (draft) => writtenByWorker(draft, Uri.joinPath(context.extensionUri, "dist", "office-web.js")),
    paperText: (bytes) =>
      askWorker<PaperText>(bytes, Uri.joinPath(context.extensionUri, "dist", "papers-web.js")),
    kill: () => {
      running?.worker.terminate();
      running?.reader.end();
    },
  });
}

/** The bytes of a document. */
async function writtenByWorker(draft: Draft, script: Uri): Promise<Uint8Array> {
  const answer = await askWorker<Written>(draft, script);
  if ("failed" in answer) throw new Error(answer.failed);
  return answer.bytes;
}

/** What a worker answers, which is ended once it has. */
async function askWorker<A>(message: unknown, script: Uri): Promise<A> {
  const worker = new Worker(await loadableAddress(script));
  try {
    return await new Promise<A>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<A>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(message);
    });
  } finally {
    worker.terminate();
  }
}

export async function deactivate(): Promise<void> {
  await session.stop();
  running?.worker.terminate();
  running = undefined;
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
