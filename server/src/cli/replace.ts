import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Puts a file in the place of another, or of none: it is written aside and renamed once it is whole, so that a disk that
 * is full, or a process that is ended, leaves the old file as it was. Says why it can't.
 */
export function replaceFile(place: string, content: Uint8Array, mode?: number): string | undefined {
  const aside = join(dirname(place), `.${basename(place)}.${process.pid}.part`);
  try {
    writeWhole(aside, content, mode);
    renameSync(aside, place);
    return undefined;
  } catch (error) {
    rmSync(aside, { force: true });
    return reasonOf(error);
  }
}

/**
 * Gives a file that is there another text: the file that a link leads to, with the rights that it has. Says why it can't.
 */
export function rewriteFile(file: string, text: string): string | undefined {
  try {
    const place = realpathSync(file);
    accessSync(place, constants.W_OK);
    return replaceFile(place, new TextEncoder().encode(text), statSync(place).mode & 0o777);
  } catch (error) {
    return reasonOf(error);
  }
}

function writeWhole(place: string, content: Uint8Array, mode: number | undefined): void {
  const file = openSync(place, "wx", mode ?? 0o666);
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    for (let done = 0; done < content.length; ) done += writeSync(file, content, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const noRoom = "there is no room for the file; what was there is as it was.";

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this account may not write the file.",
  EPERM: "this account may not write the file.",
  EROFS: "this account may not write the file.",
  ENOENT: "there is no such folder.",
  ENOTDIR: "there is no such folder.",
  EISDIR: "it is a folder; name a file.",
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EFBIG: noRoom,
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return reasons[code] ?? `the file can't be written (${code}).`;
}
