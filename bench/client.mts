// An editor as far as measuring needs one: it starts a server, speaks the protocol with it and takes the time.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import {
  CompletionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { Edit, Sheet } from "./documents.mts";

const patience = 60_000;

/** Whether what was published answers what was sent: something stale or empty does not. */
export type Answers = (published: PublishDiagnosticsParams) => boolean;

/** What a server published, and when it arrived. */
export interface Arrival {
  readonly published: PublishDiagnosticsParams;
  readonly at: number;
}

export interface Client {
  /** When its process was started. */
  readonly startedAt: number;
  readonly open: (sheet: Sheet) => void;
  /** Sends an edit as a range; gives the version that the edit makes. */
  readonly change: (uri: string, edit: Edit) => number;
  /** To be called before what it answers is sent. */
  readonly published: (uri: string, answers: Answers) => Promise<Arrival>;
  readonly hover: (uri: string, line: number, character: number) => Promise<void>;
  /** Resolves to the number of items. */
  readonly complete: (uri: string, line: number, character: number) => Promise<number>;
  /** Resident memory in MB. */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
}

interface Waiter {
  readonly uri: string;
  readonly answers: Answers;
  readonly resolve: (arrival: Arrival) => void;
}

/** Starts a server on its standard streams and waits until it is initialized. */
export async function start(script: string, initializationOptions: object = {}): Promise<Client> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [script, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiters = new Set<Waiter>();
  const versions = new Map<string, number>();
  connection.onNotification(PublishDiagnosticsNotification.type, (published) => {
    const at = performance.now();
    for (const waiter of waiters) {
      if (waiter.uri !== published.uri || !waiter.answers(published)) continue;
      waiters.delete(waiter);
      waiter.resolve({ published, at });
    }
  });
  connection.listen();
  const ended = once(child, "exit");
  const initialized = connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    initializationOptions,
    capabilities: {
      textDocument: {
        publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
        hover: { contentFormat: ["markdown"] },
        completion: { completionItem: { snippetSupport: true } },
      },
    },
  });
  await inTime(initialized, ended, `${script} does not start`);
  void connection.sendNotification(InitializedNotification.type, {});

  return {
    startedAt,
    open({ uri, text }) {
      versions.set(uri, 1);
      void connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: "note-terms", version: 1, text },
      });
    },
    change(uri, { line, from, to, insert }) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      const range = { start: { line, character: from }, end: { line, character: to } };
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range, text: insert }],
      });
      return version;
    },
    published(uri, answers) {
      const arrival = new Promise<Arrival>((resolve) => waiters.add({ uri, answers, resolve }));
      return inTime(arrival, ended, `No answer on ${uri}`);
    },
    async hover(uri, line, character) {
      const found = await connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: { line, character },
      });
      if (!found) throw new Error(`No hover on line ${line + 1} of ${uri}.`);
    },
    async complete(uri, line, character) {
      const found = await connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri },
        position: { line, character },
      });
      return Array.isArray(found) ? found.length : (found?.items.length ?? 0);
    },
    memory: () => residentMemory(child),
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      void connection.sendNotification(ExitNotification.type);
      await ended;
      connection.dispose();
    },
  };
}

/** Gives up on work that takes too long, or whose server ended before it was done. */
async function inTime<T>(work: Promise<T>, ended: Promise<unknown>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const failed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${otherwise} within ${patience / 1000} seconds.`)), patience);
    void ended.then(() => reject(new Error(`${otherwise}: its process ended.`)));
  });
  try {
    return await Promise.race([work, failed]);
  } finally {
    clearTimeout(timer);
  }
}

function residentMemory({ pid }: ChildProcess): number {
  const kilobytes =
    process.platform === "linux"
      ? /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]
      : spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  return Number(kilobytes) / 1024;
}
