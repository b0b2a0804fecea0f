import { readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { type FileContent, maxFileBytes, type Unusable } from "../document/files.ts";

/** What a file of a workspace holds. Beyond the workspace's folder nothing is read, whether `..` or a link leads there. */
export function readWithin(folder: string, file: string): FileContent {
  if (!isWithin(resolve(folder), resolve(file))) return { unusable: "outside" };
  try {
    const place = realpathSync(file);
    if (!isWithin(realpathSync(folder), place)) return { unusable: "outside" };
    const status = statSync(place);
    if (status.isDirectory()) return { unusable: "folder" };
    if (!status.isFile()) return { unusable: "unreadable" };
    return status.size > maxFileBytes ? { unusable: "large" } : decoded(readFileSync(place));
  } catch (error) {
    return { unusable: reason(error) };
  }
}

/** The text of a file's bytes. What no text has in it is no text, even where it happens to decode. */
function decoded(bytes: Uint8Array): FileContent {
  if (bytes.includes(0)) return { unusable: "encoding" };
  return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
}

function isWithin(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function reason(error: unknown): Unusable {
  if (error instanceof TypeError) return "encoding";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code === "ENOENT" || code === "ENOTDIR" ? "missing" : "unreadable";
}
