import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Io } from "../../server/src/cli/io.ts";
import { run } from "../../server/src/cli/run.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(root, "dist/cli.js");

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  /** The lines of standard error. */
  readonly complaints: readonly string[];
}

/** Runs the command line in this process, in the project's folder or another. */
export function notewright(args: readonly string[], input?: string | Uint8Array, folder = root): Outcome {
  let out = "";
  let errors = "";
  const code = run(["node", "notewright", ...args], {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      errors += text;
    },
    stdin: () => (typeof input === "string" ? new TextEncoder().encode(input) : (input ?? new Uint8Array())),
    folder: resolve(folder),
    isTerminal: false,
  });
  return { code, out, complaints: linesOf(errors) };
}

/** Runs the command line in this process, at a terminal. */
export function atTerminal(
  args: readonly string[],
  { folder = root, ...more }: Partial<Io> = {},
): Outcome & { readonly progress: readonly (string | undefined)[] } {
  let out = "";
  let errors = "";
  const progress: (string | undefined)[] = [];
  const code = run(["node", "notewright", ...args], {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      errors += text;
    },
    stdin: () => new Uint8Array(),
    folder: resolve(folder),
    isTerminal: true,
    progress: (text) => progress.push(text),
    ...more,
  });
  return { code, out, complaints: linesOf(errors), progress };
}

/** Runs the command line as it is shipped, in a process of its own. */
export function shipped(args: readonly string[], input?: string | Uint8Array, folder = root): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });
  return { code: status, out: stdout, complaints: linesOf(stderr) };
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

/** Files in a folder of their own, which goes when the work is done. */
export function withFiles<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (path: (name: string) => string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), "notewright-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return work((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
