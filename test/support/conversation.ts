import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Answers what the server asks of the client, by method. */
export type Client = Readonly<Record<string, (params: never) => unknown>>;

export interface Conversation {
  readonly request: <T>(method: string, params: unknown) => Promise<T>;
  readonly notify: (method: string, params: unknown) => void;
  /** The next notification of that method that `fits`, among those that have come and those to come. */
  readonly heard: <T>(method: string, fits?: (params: T) => boolean) => Promise<T>;
  /** What the process ends with. */
  readonly ended: Promise<number | null>;
  readonly stop: () => void;
}

const server = fileURLToPath(new URL("../../dist/server.js", import.meta.url));

/** Speaks with the server as it is shipped, over the protocol's own frames. What the client can't answer is null. */
export function converse(client: Client = {}): Conversation {
  const child = spawn(process.execPath, [server, "--stdio"]);
  const answers = new Map<number, (message: Message) => void>();
  const notifications: Message[] = [];
  let listeners: (() => void)[] = [];
  let last = 0;
  readFrames(child, (message) => {
    if (message.id !== undefined && message.method === undefined) answers.get(message.id)?.(message);
    else if (message.id !== undefined) {
      const result = client[message.method ?? ""]?.(message.params as never) ?? null;
      send(child, { id: message.id, result });
    } else notifications.push(message);
    const waiting = listeners;
    listeners = [];
    for (const listener of waiting) listener();
  });
  return {
    request: <T>(method: string, params: unknown) =>
      new Promise<T>((resolve, reject) => {
        const id = ++last;
        answers.set(id, ({ result, error }) =>
          error ? reject(new Error(error.message)) : resolve(result as T),
        );
        send(child, { id, method, params });
      }),
    notify: (method, params) => send(child, { method, params }),
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
    ended: new Promise((resolve) => child.on("exit", resolve)),
    stop: () => child.kill(),
  };
}

function send(child: ChildProcessWithoutNullStreams, message: object): void {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  child.stdin.write(body);
}

function readFrames(child: ChildProcessWithoutNullStreams, take: (message: Message) => void): void {
  let buffer = Buffer.alloc(0);
  child.stdout.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = buffer.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, head).toString())?.[1]);
      if (head < 0 || buffer.length < head + 4 + length) return;
      take(JSON.parse(buffer.subarray(head + 4, head + 4 + length).toString()) as Message);
      buffer = buffer.subarray(head + 4 + length);
    }
  });
}
