import { statSync } from "node:fs";
import { isAbsolute, join, sep } from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";

/** The files that some arguments stand for, each once and in order, and one line for each that stands for none. */
export interface NamedFiles {
  readonly files: readonly string[];
  readonly unusable: readonly string[];
}

/**
 * Arguments as files: a name is the file itself, a folder all note files in it and below, a pattern all files that
 * fit it; `-` stays. A name that is neither a file nor a pattern is left for the reader to refuse.
 */
export function filesNamed(args: readonly string[]): NamedFiles {
  const files: string[] = [];
  const unusable: string[] = [];
  for (const arg of args) {
    if (arg === "") unusable.push("a file without a name was given; name a file, a folder or a pattern.");
    const found = arg === "" ? [] : filesOf(arg);
    if (typeof found === "string") unusable.push(`${arg}: ${found}`);
    else if (found.length === 1 && found[0] === arg) files.push(arg);
    else files.push(...found.filter((file) => !files.includes(file)));
  }
  return { files, unusable };
}

/** The files of one argument, or why there are none. */
function filesOf(arg: string): readonly string[] | string {
  if (arg === "-") return [arg];
  const kind = kindOf(arg);
  if (kind === "folder") {
    const found = matching("**/*.note", arg).map((file) => join(arg, file));
    return found.length > 0 ? found : "there is no .note file in this folder.";
  }
  const pattern = sep === "\\" ? arg.replaceAll("\\", "/") : arg;
  if (kind === "file" || !isDynamicPattern(pattern)) return [arg];
  const found = matching(pattern, ".");
  return found.length > 0 ? found : "no file fits this pattern.";
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
