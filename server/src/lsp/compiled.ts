import { createHash } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { isOurs } from "../disk/ours.ts";

/**
 * Compiled code in a folder that only this account can write to. V8 runs what it is given without a look at it, so the
 * code has a hash in front of it, which has to be right before it is used. Nothing here throws: a start without compiled
 * code is slower and nothing else.
 */

/** How many files stay: one for each build and engine that was used of late. */
const maxFiles = 4;

const hashBytes = 32;

/** The compiled code in a file; undefined where there is none that can be trusted. */
export function readCompiled(file: string): Buffer | undefined {
  try {
    if (!isOurs(dirname(file))) return undefined;
    const bytes = readFileSync(file);
    const code = bytes.subarray(hashBytes);
    if (!hashOf(code).equals(bytes.subarray(0, hashBytes))) return undefined;
    const now = new Date();
    utimesSync(file, now, now);
    return code;
  } catch {
    return undefined;
  }
}

/** Writes compiled code to a file, complete or not at all, and takes away the files that were not used for longest. */
export function writeCompiled(file: string, code: () => Buffer): void {
  try {
    const folder = dirname(file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOurs(folder)) return;
    const unfinished = `${file}.${process.pid}`;
    const handle = openSync(unfinished, "w", 0o600);
    try {
      const bytes = code();
      writeSync(handle, Buffer.concat([hashOf(bytes), bytes]));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, file);
    prune(folder, basename(file));
  } catch {
    // The next start tries again.
  }
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function prune(folder: string, newest: string): void {
  const others = readdirSync(folder)
    .filter((name) => /^server-.*\.bin(\.\d+)?$/.test(name) && name !== newest)
    .map((name) => ({ path: join(folder, name), used: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { path } of others.slice(maxFiles - 1)) unlinkSync(path);
}
