import { setInterval } from "node:timers";
import { Worker } from "node:worker_threads";

/** The drafts of a seed that one worker asks: from the first on, every so many, of so many in all. */
export interface Share {
  readonly seed: number;
  readonly first: number;
  readonly every: number;
  readonly drafts: number;
  /** Holds the number of the draft that the worker is at. */
  readonly at: SharedArrayBuffer;
}

/** What is wrong with the answers of a draft. */
export interface Found {
  readonly index: number;
  readonly origin: string;
  readonly text: string;
  readonly faults: readonly { readonly feature: string; readonly what: string }[];
  /** Turns of loops that all answers took; the same on every machine. */
  readonly steps: number;
}

interface Watched {
  readonly worker: string | URL;
  readonly share: Omit<Share, "at">;
  readonly onFound: (found: Found) => void;
  /** A draft that the worker did not come back from, and why. */
  readonly onLost: (index: number, why: string) => void;
  /** Once a second, the draft that the worker is at. */
  readonly onReached?: (index: number) => void;
  /**
   * Seconds in which no draft is done before the worker is ended: a loop that counts no steps. A draft takes some
   * milliseconds, so that no load on the machine comes near it.
   */
  readonly patience: number;
  /** The most that the worker may hold, in megabytes. */
  readonly mostMemory: number;
}

/** Runs a share of the drafts to its end; a draft that hangs, or takes all memory, is reported and passed over. */
export async function watch(watched: Watched): Promise<void> {
  let { first } = watched.share;
  while (first < watched.share.drafts) {
    const lost = await runFrom(first, watched);
    if (lost === undefined) return;
    watched.onLost(lost.index, lost.why);
    first = lost.index + watched.share.every;
  }
}

/** Runs until all is done or one draft is lost. */
function runFrom(
  first: number,
  { worker: file, share, onFound, onReached, patience, mostMemory }: Watched,
): Promise<{ readonly index: number; readonly why: string } | undefined> {
  const at = new SharedArrayBuffer(4);
  const mark = new Int32Array(at);
  mark[0] = first;
  const worker = new Worker(file, {
    workerData: { ...share, first, at } satisfies Share,
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  return new Promise((done) => {
    let seen = first;
    let idle = 0;
    let why: string | undefined;
    const timer = setInterval(() => {
      const now = Atomics.load(mark, 0);
      idle = now === seen ? idle + 1 : 0;
      seen = now;
      onReached?.(now);
      if (idle < patience || why !== undefined) return;
      why = `does not end: ${patience} seconds without an answer`;
      void worker.terminate();
    }, 1_000);
    worker.on("message", onFound);
    worker.on("error", (error) => {
      why ??= `ends the process: ${error}`;
    });
    worker.on("exit", () => {
      clearInterval(timer);
      const index = Atomics.load(mark, 0);
      done(index >= share.drafts ? undefined : { index, why: why ?? "ends the process" });
    });
  });
}
