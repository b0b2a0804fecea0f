import { parentPort, workerData } from "node:worker_threads";
import { ask } from "./ask.ts";
import { draftAt } from "./drafts.ts";
import type { Found, Share } from "./watch.mts";

/**
 * Asks all of every draft of its share, and leaves a mark of the draft that it is at. Says which drafts have faults, and
 * which took more steps than any before.
 */
const { seed, first, every, drafts, at } = workerData as Share;
let most = 0;
const mark = new Int32Array(at);
for (let index = first; index < drafts; index += every) {
  Atomics.store(mark, 0, index);
  const draft = draftAt(seed, index);
  const { faults, steps } = await ask(draft);
  const found: Found = { index, origin: draft.origin, text: draft.text, faults, steps };
  if (faults.length > 0 || steps > most) parentPort?.postMessage(found);
  most = Math.max(most, steps);
}
Atomics.store(mark, 0, drafts);
