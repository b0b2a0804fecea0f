import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { type Io, placeOf } from "./io.ts";

/** The most that a file may hold: far beyond any draft, and small enough to answer at once. */
const maxBytes = 16 * 1024 * 1024;

/** A file's text, or one line that says why it can't be used. */
export type Source =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly unusable: string };

/** Reads a file as text; `-` is standard input. */
export function readSource(file: string, io: Io): Source {
  const read = readBytes(file, io);
  if ("unusable" in read) return { file, unusable: read.unusable };
  try {
    return { file, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(read.bytes) };
  } catch (error) {
    return { file, unusable: `${file}: ${reason(error)}` };
  }
}

/** A file's bytes, or one line that says why it can't be used; `-` is standard input. */
export function readBytes(
  file: string,
  io: Io,
): { readonly bytes: Uint8Array } | { readonly unusable: string } {
  try {
    const bytes = file === "-" ? io.stdin(maxBytes) : readRegular(placeOf(file, io));
    if (typeof bytes === "string") return { unusable: `${file}: ${bytes}` };
    if (bytes.length > maxBytes)
      return { unusable: `${file}: the file is over 16 MB; split it into several.` };
    return { bytes };
  } catch (error) {
    return { unusable: `${file}: ${reason(error)}` };
  }
}

/** The bytes, or why there are none. A pipe or a device has no end, so it is opened without waiting and never read. */
function readRegular(file: string): Uint8Array | string {
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const status = fstatSync(handle);
    if (status.isDirectory()) return "this is a folder; name the files in it.";
    if (!status.isFile()) return "this is no file but a pipe or a device; name a file.";
    if (status.size > maxBytes) return "the file is over 16 MB; split it into several.";
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function reason(error: unknown): string {
  if (error instanceof TypeError) return "the file is not UTF-8 text; save it as UTF-8.";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "there is no such file.";
  if (code === "EACCES" || code === "EPERM") return "this account may not read the file.";
  if (code === "ENXIO") return "this is no file but a pipe or a device; name a file.";
  if (code === "EISDIR") return "this is a folder; name the files in it.";
  return `the file can't be read (${code || String(error)}).`;
}
