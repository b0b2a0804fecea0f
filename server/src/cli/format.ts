import { counted, grouped } from "../base/words.ts";
import { format, unmatchedLines } from "../features/format.ts";
import { difference } from "./difference.ts";
import { withEach } from "./each.ts";
import { complain, type Io, placeOf, print, visible } from "./io.ts";
import { rewriteFile } from "./replace.ts";

/** What `notewright format` does with what it has formatted. */
export interface FormatOptions {
  /** Names the files that are not formatted, and changes none. */
  readonly check?: boolean;
  /** Shows what would change, and changes none. */
  readonly diff?: boolean;
}

/**
 * Formats files in place, and standard input to standard output. On a terminal it names what it changed.
 * 0: done; 1: with `check` or `diff`, a file is not formatted; 2: a file can't be used. The other files are formatted all
 * the same.
 */
export function formatFiles(
  args: readonly string[],
  { check = false, diff = false }: FormatOptions,
  io: Io,
): 0 | 1 | 2 {
  let unwritten = false;
  const leaves = check || diff;
  const { found, unusable } = withEach(args, io, (file, text) => {
    const formatted = format(text);
    for (const line of unmatchedLines(leaves ? text : formatted)) {
      const left = "what begins here is left as it is, for its braces do not match";
      complain(io, `${file}:${line + 1}: ${left}; notewright check says where.`);
    }
    const differs = formatted !== text;
    if (diff && differs) io.stdout(`${difference(file, text, formatted, io)}\n`);
    else if (check && differs) print(io, visible(file, "line"));
    else if (!leaves && file === "-") io.stdout(io.isTerminal ? visible(formatted, "lines") : formatted);
    else if (!leaves && differs) {
      const problem = rewriteFile(placeOf(file, io), formatted);
      if (problem !== undefined) complain(io, `${file}: ${problem}`);
      else if (io.isTerminal) print(io, `formatted ${visible(file, "line")}`);
      unwritten ||= problem !== undefined;
    }
    return differs;
  });
  if (io.isTerminal && !args.includes("-")) print(io, summary(found, leaves));
  if (unusable || unwritten) return 2;
  return leaves && found.includes(true) ? 1 : 0;
}

/** “2 files formatted, 11 as they were”. */
function summary(found: readonly boolean[], leaves: boolean): string {
  const changed = found.filter(Boolean).length;
  const done = leaves ? "would be formatted" : "formatted";
  return `${counted(changed, "file")} ${done}, ${grouped(String(found.length - changed))} as they ${leaves ? "are" : "were"}`;
}
