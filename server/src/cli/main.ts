import { readSync } from "node:fs";
import { reportFailuresTo } from "../base/failures.ts";
import { complain, type Io } from "./io.ts";
import { type ExitCode, run } from "./run.ts";

/** A reader that has seen enough, such as `head`, closes the pipe: no reason to complain. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const io: Io = {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  stdin: readStandardInput,
  folder: process.cwd(),
  isTerminal: process.stdout.isTTY === true,
};

/** Whether something could not be worked out because of an error of ours: then no answer is complete. */
let failed = false;
reportFailuresTo((what, error) => {
  failed = true;
  complain(io, `“${what}” could not be worked out because of an error in Notewright (${String(error)}).`);
});

const pending: Promise<ExitCode>[] = [];
const code = run(process.argv, io, (work) => pending.push(work));
process.exitCode = failed ? 2 : code;
void Promise.all(pending).then(
  (codes) => {
    process.exitCode = failed ? 2 : Math.max(code, ...codes);
  },
  (error: unknown) => {
    process.exitCode = 2;
    complain(io, `Notewright failed because of an error of its own (${String(error)}).`);
  },
);

function readStandardInput(limit: number): Uint8Array {
  const chunks: Buffer[] = [];
  for (let length = 0; length <= limit; ) {
    const chunk = Buffer.alloc(65_536);
    const count = readSome(chunk);
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
    length += count;
  }
  return Buffer.concat(chunks);
}

/** Windows says the end of a pipe as an error. */
function readSome(chunk: Buffer): number {
  try {
    return readSync(0, chunk);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EOF") return 0;
    throw error;
  }
}
