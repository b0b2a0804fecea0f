import { parentPort, workerData } from "node:worker_threads";
import { faultsOf } from "./ask.ts";
import { draftAt } from "./drafts.ts";
import type { Found, Share } from "./watch.mts";

/** Asks all of every draft of its share, and leaves a mark of the draft that it is at. */
const { seed, first, every, drafts, at } = workerData as Share;
const mark = new Int32Array(at);
for (let index = first; index < drafts; index += every) {
  Atomics.store(mark, 0, index);
  const draft = draftAt(seed, index);
  const faults = faultsOf(draft);
  const found: Found = { index, origin: draft.origin, text: draft.text, faults };
  if (faults.length > 0) parentPort?.postMessage(found);
}
Atomics.store(mark, 0, drafts);
