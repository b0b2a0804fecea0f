import { createHash } from "node:crypto";
import { existsSync, readFileSync, readSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, homedir } from "node:os";
import { join } from "node:path";
import { isMainThread, workerData } from "node:worker_threads";
import pc from "picocolors";
import { reportFailuresTo } from "../base/failures.ts";
import { complain, type Io } from "./io.ts";
import { type ExitCode, run } from "./run.ts";
import { answerBatches, failureText, type Given, threads } from "./threads.ts";

/** A reader that has seen enough, such as `head`, closes the pipe: no reason to complain. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const cores = availableParallelism();
const server = join(__dirname, "server.js");
const given = isMainThread ? undefined : (workerData as Given);
const terminal = process.stdout.isTTY === true;
const io: Io = {
  columns: process.stdout.columns,
  colours: pc.isColorSupported,
  progress: process.stderr.isTTY ? showProgress : undefined,
  parallel: (files, options, count) => threads(__filename, count ?? cores, io)(files, options, count),
  serve: existsSync(server) ? serve : undefined,
  get cache() {
    return given ? given.cache : cacheOfThisBuild();
  },
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  stdin: readStandardInput,
  folder: given?.folder ?? process.cwd(),
  isTerminal: terminal,
};

/** Whether something could not be worked out because of an error of ours: then no answer is complete. */
let failed = false;
reportFailuresTo((what, error) => {
  failed = true;
  complain(io, failureText(what, error));
});

if (given) answerBatches(given, io);
else runCommand();

/** Runs the command, and ends with what it says, at once or when it is done. */
function runCommand(): void {
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
}

/** The server takes its way of speaking from the arguments, as editors start it. */
function serve(): void {
  if (!process.argv.includes("--stdio")) process.argv.push("--stdio");
  createRequire(__filename)(server);
}

/** Writes over what was written before, and clears it where there is nothing to say. */
function showProgress(text: string | undefined): void {
  process.stderr.write(`\r\u001b[K${text ?? ""}`);
}

/** Where this build keeps the answers of earlier runs. */
function cacheOfThisBuild(): Io["cache"] {
  const folder = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir(), ".cache");
  const build = createHash("sha256").update(readFileSync(__filename)).digest("hex");
  return { folder: join(folder, "notewright", "check"), build };
}

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
