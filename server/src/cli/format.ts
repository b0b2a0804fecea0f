import { writeFileSync } from "node:fs";
import { format, unmatchedLines } from "../features/format.ts";
import { filesNamed } from "./files.ts";
import { readSource } from "./read.ts";

/** What `notewright format` does with what it has formatted. */
export interface FormatOptions {
  /** Names the files that are not formatted, and changes none. */
  readonly check?: boolean;
}

/**
 * Formats files in place, and standard input to standard output.
 * 0: done; 1: with `check`, a file is not formatted; 2: a file can't be used. The other files are formatted all the same.
 */
export function formatFiles(args: readonly string[], { check = false }: FormatOptions): 0 | 1 | 2 {
  const { files, unusable: unknown } = filesNamed(args);
  let unusable = unknown.length > 0;
  let differs = false;
  for (const problem of unknown) process.stderr.write(`notewright: ${problem}\n`);
  for (const file of files) {
    const source = readSource(file);
    const problem = "unusable" in source ? source.unusable : use(file, source.text);
    if (problem === undefined) continue;
    process.stderr.write(`notewright: ${problem}\n`);
    unusable = true;
  }
  return unusable ? 2 : differs ? 1 : 0;

  /** Formats one text; says why it can't be kept. */
  function use(file: string, text: string): string | undefined {
    const formatted = format(text);
    for (const line of unmatchedLines(check ? text : formatted)) {
      const left = "what begins here is left as it is, for its braces do not match";
      process.stderr.write(`notewright: ${file}:${line + 1}: ${left}; notewright check says where.\n`);
    }
    if (check && formatted !== text) {
      differs = true;
      process.stdout.write(`${file}\n`);
    } else if (!check && file === "-") process.stdout.write(formatted);
    else if (!check && formatted !== text) return write(file, formatted);
    return undefined;
  }
}

function write(file: string, text: string): string | undefined {
  try {
    writeFileSync(file, text);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const refused = code === "EACCES" || code === "EPERM" || code === "EROFS";
    return `${file}: ${refused ? "this account may not write the file." : `the file can't be written (${code}).`}`;
  }
}
