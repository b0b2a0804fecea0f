import { type PaperText, textOf } from "../reading/papers.ts";

// The reader of pages, Word and PDF in a worker of its own, for a host without Node: it reads one paper and is ended.
self.addEventListener("message", ({ data }: MessageEvent<Uint8Array>) => {
  textOf(data).then(
    (answer) => self.postMessage(answer),
    (error: unknown) => self.postMessage({ unusable: String(error) } satisfies PaperText),
  );
});
