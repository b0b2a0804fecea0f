import type { Draft } from "../export/draft.ts";
import { written } from "../export/office.ts";

/** What the worker answers: the bytes of the file, or why there are none. */
export type Written = { readonly bytes: Uint8Array } | { readonly failed: string };

// The writer of documents in a worker of its own, for a host without Node: it answers once and is ended.
self.addEventListener("message", ({ data }: MessageEvent<Draft>) => {
  written(data).then(
    (bytes) => self.postMessage({ bytes } satisfies Written),
    (error: unknown) => self.postMessage({ failed: String(error) } satisfies Written),
  );
});
