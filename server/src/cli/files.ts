import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";
import { type Io, placeOf } from "./io.ts";

/** The files that some arguments stand for, each once and in order, and one line for each that stands for none. */
export interface NamedFiles {
  readonly files: readonly string[];
  readonly unusable: readonly string[];
}

/**
 * Arguments as files: a name is the file itself, a folder all note files in it and below, a pattern all files that
 * fit it; `-` stays. A name that is neither a file nor a pattern is left for the reader to refuse. Links to folders are
 * not followed below a folder, and no link leads out of the folder that is searched: what lies beyond it was not named.
 */
export function filesNamed(args: readonly string[], io: Io): NamedFiles {
  const files: string[] = [];
  const unusable: string[] = [];
  for (const arg of args) {
    if (arg === "") unusable.push("a file without a name was given; name a file, a folder or a pattern.");
    const found = arg === "" ? [] : filesOf(arg, io);
    if (typeof found === "string") unusable.push(`${arg}: ${found}`);
    else if (found.length === 1 && found[0]?.file === arg) files.push(arg);
    else
      for (const { file, leadsOut } of found) {
        if (leadsOut) unusable.push(`${file}: ${outside}`);
        else if (!files.includes(file)) files.push(file);
      }
  }
  return { files, unusable };
}

const outside = "a link leads out of the folder here, so it is not followed; name the file itself to use it.";

interface Found {
  readonly file: string;
  readonly leadsOut?: boolean;
}

/** The files of one argument, or why there are none. */
function filesOf(arg: string, io: Io): readonly Found[] | string {
  if (arg === "-") return [{ file: arg }];
  const place = placeOf(arg, io);
  const kind = kindOf(place);
  if (kind === "folder") {
    const found = notesIn(place).map((file) => ({
      file: join(arg, file),
      leadsOut: leadsOut(join(place, file), place),
    }));
    return found.length > 0 ? found : "there is no .note file in this folder.";
  }
  const pattern = sep === "\\" ? arg.replaceAll("\\", "/") : arg;
  if (kind === "file" || !isDynamicPattern(pattern)) return [{ file: arg }];
  const folder = placeOf(beginningOf(pattern), io);
  const found = matching(pattern, io.folder).map((file) => ({
    file,
    leadsOut: leadsOut(placeOf(file, io), folder),
  }));
  return found.length > 0 ? found : "no file fits this pattern.";
}

/** The folders that a pattern names before its first part that is open. */
function beginningOf(pattern: string): string {
  const parts = pattern.split("/");
  const open = parts.findIndex((part) => isDynamicPattern(part));
  return parts.slice(0, open).join("/") || (pattern.startsWith("/") ? "/" : ".");
}

/** The note files in a folder and below, by their paths from it. What a point hides is not searched, nor are packages. */
function notesIn(folder: string, below = ""): string[] {
  return entriesOf(join(folder, below))
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .flatMap((entry) => {
      const path = join(below, entry.name);
      if (entry.isDirectory()) return notesIn(folder, path);
      const isFile = !entry.isSymbolicLink() || kindOf(join(folder, path)) !== "folder";
      return isFile && entry.name.toLowerCase().endsWith(".note") ? [path] : [];
    })
    .sort();
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function kindOf(path: string): "file" | "folder" | undefined {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}

function matching(pattern: string, cwd: string): string[] {
  return globSync(pattern, {
    cwd,
    caseSensitiveMatch: false,
    expandDirectories: false,
    ignore: ["**/node_modules/**"],
    absolute: isAbsolute(pattern),
  }).sort();
}

/** Whether links lead from a file's place to one outside of a folder. A link to nothing is left for the reader to refuse. */
function leadsOut(file: string, folder: string): boolean {
  try {
    return !isIn(realpathSync(file), realpathSync(folder));
  } catch {
    return false;
  }
}

function isIn(file: string, folder: string): boolean {
  const way = relative(folder, file);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
