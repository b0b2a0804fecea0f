import { writeFileSync } from "node:fs";
import { format, unmatchedLines } from "../features/format.ts";
import { withEach } from "./each.ts";
import { complain, type Io, placeOf, print, visible } from "./io.ts";

/** What `notewright format` does with what it has formatted. */
export interface FormatOptions {
  /** Names the files that are not formatted, and changes none. */
  readonly check?: boolean;
}

/**
 * Formats files in place, and standard input to standard output.
 * 0: done; 1: with `check`, a file is not formatted; 2: a file can't be used. The other files are formatted all the same.
 */
export function formatFiles(args: readonly string[], { check = false }: FormatOptions, io: Io): 0 | 1 | 2 {
  let unwritten = false;
  const { found, unusable } = withEach(args, io, (file, text) => {
    const formatted = format(text);
    for (const line of unmatchedLines(check ? text : formatted)) {
      const left = "what begins here is left as it is, for its braces do not match";
      complain(io, `${file}:${line + 1}: ${left}; notewright check says where.`);
    }
    const differs = formatted !== text;
    if (check && differs) print(io, visible(file, "line"));
    else if (!check && file === "-") io.stdout(io.isTerminal ? visible(formatted, "lines") : formatted);
    else if (!check && differs) {
      const problem = write(file, formatted, io);
      if (problem !== undefined) complain(io, problem);
      unwritten ||= problem !== undefined;
    }
    return differs;
  });
  if (unusable || unwritten) return 2;
  return check && found.includes(true) ? 1 : 0;
}

/** Writes a file; says why it can't. */
function write(file: string, text: string, io: Io): string | undefined {
  try {
    writeFileSync(placeOf(file, io), text);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const refused = code === "EACCES" || code === "EPERM" || code === "EROFS";
    return `${file}: ${refused ? "this account may not write the file." : `the file can't be written (${code}).`}`;
  }
}
