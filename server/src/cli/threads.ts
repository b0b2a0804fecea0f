import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  type TransferListItem,
  Worker,
} from "node:worker_threads";
import { reportFailuresTo } from "../base/failures.ts";
import { checkedWith, checkOne } from "./check-one.ts";
import type { Checked, CheckOptions, Io, Parallel } from "./io.ts";

/** What a thread is started with. */
export interface Given {
  readonly port: MessagePort;
  /** Counts the answers of all threads; whoever waits for one sleeps until it changes. */
  readonly answers: Int32Array;
  readonly options: CheckOptions;
  readonly folder: string;
  readonly cache: Io["cache"];
}

/** Some files in a row, by the number of their turn. */
interface Batch {
  readonly turn: number;
  readonly files: readonly string[];
}

interface Answer {
  readonly turn: number;
  readonly checked: readonly Checked[];
}

/** Files that go to a thread together, and batches that it has in hand. */
const filesEach = 8;
const inHand = 2;

/** A thread that gives no answer for so many milliseconds has ended, and its files are checked here. */
const patience = 60_000;

/** Checks files in so many threads of a script, and gives what came of each in the order of the files. */
export function threads(script: string, size: number, io: Pick<Io, "folder" | "cache">): Parallel {
  return function* (files, options) {
    if (size < 2) return yield* checkedWith(checkOne(options, io as Io), files);
    const batches: Batch[] = [];
    for (let at = 0; at < files.length; at += filesEach)
      batches.push({ turn: batches.length, files: files.slice(at, at + filesEach) });
    const answers = new Int32Array(new SharedArrayBuffer(4));
    const crew = Array.from({ length: Math.min(size, batches.length) }, () =>
      hired(script, { answers, options, folder: io.folder, cache: io.cache }),
    );
    const known = new Map<number, readonly Checked[]>();
    let next = 0;
    try {
      for (let turn = 0; turn < batches.length; turn++) {
        while (!known.has(turn)) {
          const seen = Atomics.load(answers, 0);
          for (const one of crew) for (const { turn: own, checked } of heard(one)) known.set(own, checked);
          // So many batches ahead of the one that is waited for are held at most.
          const ahead = turn + crew.length * inHand * 4;
          for (const one of crew)
            while (one.open < inHand && next < Math.min(ahead, batches.length))
              send(one, batches[next++] as Batch);
          if (known.has(turn)) break;
          if (Atomics.wait(answers, 0, seen, patience) === "timed-out")
            known.set(turn, (batches[turn] as Batch).files.map(checkOne(options, io as Io)));
        }
        yield* known.get(turn) ?? [];
        known.delete(turn);
      }
    } finally {
      for (const { port, worker } of crew) {
        port.close();
        worker.unref();
      }
    }
  };
}

interface Hand {
  readonly port: MessagePort;
  readonly worker: Worker;
  open: number;
}

function hired(script: string, given: Omit<Given, "port">): Hand {
  const { port1, port2 } = new MessageChannel();
  const transferList: TransferListItem[] = [port2];
  const worker = new Worker(script, { workerData: { ...given, port: port2 } satisfies Given, transferList });
  return { port: port1, worker, open: 0 };
}

function send(hand: Hand, batch: Batch): void {
  hand.port.postMessage(batch);
  hand.open += 1;
}

function* heard(hand: Hand): Iterable<Answer> {
  for (let found = receiveMessageOnPort(hand.port); found; found = receiveMessageOnPort(hand.port)) {
    hand.open -= 1;
    yield found.message as Answer;
  }
}

/** What is said of a part of an answer that failed. */
export function failureText(what: string, error: unknown): string {
  return `“${what}” could not be worked out because of an error in Notewright (${String(error)}).`;
}

/** A thread's own work: it answers each batch that it is sent, until the port is closed. */
export function answerBatches({ port, answers, options }: Given, io: Io): void {
  const check = checkOne(options, io);
  const failures: string[] = [];
  reportFailuresTo((what, error) => failures.push(failureText(what, error)));
  port.on("message", ({ turn, files }: Batch) => {
    const checked = files.map((file) => {
      const one = check(file);
      return { ...one, complaints: [...(one.complaints ?? []), ...failures] };
    });
    port.postMessage({ turn, checked } satisfies Answer);
    Atomics.add(answers, 0, 1);
    Atomics.notify(answers, 0);
  });
}
