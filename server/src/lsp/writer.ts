import { Console } from "node:console";
import type { Diagnostic, Message, NotificationMessage } from "vscode-languageserver";
import {
  type MessageWriter,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageWriter,
} from "vscode-languageserver/node";

/**
 * Writes messages to the standard output. A key in one note leaves the findings of all others as they are: each finding
 * is put into JSON once, and what is known of it is written again, which is most of the work for a long sheet.
 */
export function standardOutput(): MessageWriter {
  // What a library prints must not come between the messages.
  globalThis.console = new Console(process.stderr, process.stderr);
  return new StreamMessageWriter(process.stdout, {
    contentTypeEncoder: { name: "application/json", encode: (message) => Promise.resolve(bytesOf(message)) },
  });
}

function bytesOf(message: Message): Buffer {
  return isPublication(message) ? bytesOfPublication(message) : Buffer.from(JSON.stringify(message));
}

interface Publication extends NotificationMessage {
  readonly params: PublishDiagnosticsParams & object;
}

function isPublication(message: Message): message is Publication {
  return (message as Partial<NotificationMessage>).method === PublishDiagnosticsNotification.method;
}

const comma = Buffer.from(",");
const end = Buffer.from("]}}");

function bytesOfPublication({ params: { diagnostics, ...params }, ...message }: Publication): Buffer {
  const around = JSON.stringify({ ...message, params: { ...params, diagnostics: [] } });
  const parts: Buffer[] = [Buffer.from(around.slice(0, -"]}}".length))];
  for (const [index, one] of diagnostics.entries()) {
    if (index > 0) parts.push(comma);
    parts.push(bytesOfDiagnostic(one));
  }
  return Buffer.concat([...parts, end]);
}

const known = new WeakMap<Diagnostic, Buffer>();

function bytesOfDiagnostic(one: Diagnostic): Buffer {
  const before = known.get(one);
  if (before) return before;
  const made = Buffer.from(JSON.stringify(one));
  known.set(one, made);
  return made;
}
