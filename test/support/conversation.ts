import { spawn } from "node:child_process";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import {
  type CancellationToken,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { type Parts, serve } from "../../server/src/lsp/server.ts";

/** Answers the server's requests to the client, by method. */
export type Client = Readonly<Record<string, (params: never) => unknown>>;

export interface Conversation {
  readonly request: <T>(method: string, params?: unknown, token?: CancellationToken) => Promise<T>;
  readonly notify: (method: string, params?: unknown) => void;
  /** Sends messages as they are, all in one write. */
  readonly burst: (messages: readonly object[]) => void;
  /** The next notification of that method that `fits`, among those that have come and those to come. */
  readonly heard: <T>(method: string, fits?: (params: T) => boolean) => Promise<T>;
  /** The notifications of that method that have come and were not heard. */
  readonly unheard: <T>(method: string) => readonly T[];
  readonly stop: () => void;
}

/** A conversation with a process. */
export interface ProcessConversation extends Conversation {
  /** What the process ends with. */
  readonly ended: Promise<number | null>;
}

const server = fileURLToPath(new URL("../../dist/server.js", import.meta.url));
const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Speaks with the server as it is shipped, or as a command starts it. What the client can't answer is null. */
export function converse(client: Client = {}, command?: readonly string[]): ProcessConversation {
  const child = spawn(process.execPath, command ? [cli, ...command] : [server, "--stdio"]);
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  // A server that has ended takes no more messages.
  child.stdin.on("error", () => undefined);
  return {
    ...speak(child.stdout, child.stdin, client),
    ended,
    stop: () => child.kill(),
  };
}

/** Speaks with a server in this process, some of its parts replaced. */
export function converseWith(parts: Parts, client: Client = {}): Conversation {
  const there = new PassThrough();
  const back = new PassThrough();
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(there),
    new StreamMessageWriter(back),
  );
  serve(connection, parts);
  const conversation = speak(back, there, client);
  return {
    ...conversation,
    stop: () => {
      conversation.stop();
      connection.dispose();
    },
  };
}

interface Notification {
  readonly method: string;
  readonly params: unknown;
}

function speak(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, client: Client): Conversation {
  const connection: MessageConnection = createMessageConnection(
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  );
  const notifications: Notification[] = [];
  let listeners: (() => void)[] = [];
  connection.onRequest((method: string, params: unknown) => client[method]?.(params as never) ?? null);
  connection.onNotification((method: string, params: unknown) => {
    notifications.push({ method, params });
    const waiting = listeners;
    listeners = [];
    for (const listener of waiting) listener();
  });
  connection.onError(() => undefined);
  connection.listen();
  return {
    request: (method, params, token) => connection.sendRequest(method, ...given(params), ...given(token)),
    notify: (method, params) =>
      void connection.sendNotification(method, ...given(params)).catch(() => undefined),
    burst: (messages) => {
      output.write(messages.map(frame).join(""));
    },
    heard: <T>(method: string, fits: (params: T) => boolean = () => true) =>
      new Promise<T>((resolve) => {
        const look = (): void => {
          const at = notifications.findIndex((one) => one.method === method && fits(one.params as T));
          const [found] = at < 0 ? [] : notifications.splice(at, 1);
          if (found) resolve(found.params as T);
          else listeners.push(look);
        };
        look();
      }),
    unheard: <T>(method: string) =>
      notifications.filter((one) => one.method === method).map(({ params }) => params as T),
    stop: () => connection.dispose(),
  };
}

function given<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

function frame(message: object): string {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
