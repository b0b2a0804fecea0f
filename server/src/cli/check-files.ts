import { nearest } from "../base/nearest.ts";
import { counted } from "../base/words.ts";
import { codes } from "../checks/codes.ts";
import { type CheckFormat, checkFormats, type FindingRecord, type Printer } from "./check.ts";
import { checkedWith, checkOne } from "./check-one.ts";
import { filesNamed } from "./files.ts";
import { repaired } from "./fix.ts";
import { type Checked, complain, type Io, placeOf, print } from "./io.ts";
import type { NamedPaper } from "./papers.ts";
import { countsLine, prettyPrinter } from "./pretty.ts";
import { readSource } from "./read.ts";
import { rewriteFile } from "./replace.ts";

/** What `notewright check` was given. */
export interface CheckFlags {
  readonly format: CheckFormat;
  readonly final?: boolean;
  readonly maxWarnings?: number;
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly fix?: boolean;
  readonly cache?: boolean;
  readonly threads?: number;
  /** The papers that each file is compared with. */
  readonly papers?: readonly NamedPaper[];
}

/** From so many files on the other cores help. */
const manyFiles = 32;

/**
 * Lists what is wrong with files, each as soon as it is known. 0: no errors; 1: errors, or more warnings than may be;
 * 2: a file, a policy or an argument can't be used.
 */
export function checkFiles(args: readonly string[], flags: CheckFlags, io: Io): 0 | 1 | 2 {
  const unknown = [...(flags.select ?? []), ...(flags.ignore ?? [])].flatMap(unknownCode);
  for (const complaint of unknown) complain(io, complaint);
  if (unknown.length > 0) return 2;
  const { files, unusable } = filesNamed(args, io);
  for (const complaint of unusable) complain(io, complaint);
  let complete = unusable.length === 0;
  if (flags.fix) complete = fixFiles(files, io) && complete;
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  const printer = printerFor(flags.format, io);
  const said = new Set<string>();
  let done = 0;
  for (const checked of checkedFiles(files, flags, io)) {
    done += 1;
    showProgress(done, files.length, io);
    for (const complaint of checked.complaints ?? []) said.add(complaint);
    if ("unusable" in checked) {
      complain(io, checked.unusable);
      complete = false;
      continue;
    }
    const findings = checked.findings.filter(({ code }) => isSelected(code, flags));
    for (const { severity } of findings) counts[severity] += 1;
    if (findings.length > 0) io.progress?.(undefined);
    printer.add(findings);
  }
  io.progress?.(undefined);
  for (const complaint of said) complain(io, complaint);
  complete &&= said.size === 0;
  printer.end(complete);
  if (io.isTerminal && flags.format === "text" && done > 0) print(io, countsLine(counts, done));
  const { maxWarnings } = flags;
  const tooMany = maxWarnings !== undefined && counts.warning > maxWarnings;
  if (tooMany) complain(io, `${counted(counts.warning, "warning")}, and --max-warnings is ${maxWarnings}.`);
  if (!complete) return 2;
  return tooMany || counts.error > 0 ? 1 : 0;
}

function printerFor(format: CheckFormat, io: Io): Printer {
  return format === "text" && io.isTerminal ? prettyPrinter(io) : checkFormats[format](io);
}

/** What comes of each file, by other threads where there are many and nothing but the files matters. */
function checkedFiles(files: readonly string[], flags: CheckFlags, io: Io): Iterable<Checked> {
  const { papers = [] } = flags;
  const options = { final: flags.final ?? false, cache: (flags.cache ?? false) && papers.length === 0 };
  const alone = papers.length > 0 || files.length < manyFiles || files.includes("-") || flags.threads === 1;
  return !alone && io.parallel
    ? io.parallel(files, options, flags.threads)
    : checkedWith(checkOne(options, io, papers), files);
}

/** On a terminal, how many of many files are done. */
function showProgress(done: number, all: number, io: Io): void {
  if (all >= manyFiles && done % 8 === 0)
    io.progress?.(`${counted(done, "file")} of ${counted(all, "file")}`);
}

function isSelected(code: string, { select, ignore }: CheckFlags): boolean {
  return (select === undefined || select.includes(code)) && !ignore?.includes(code);
}

function unknownCode(code: string): string[] {
  if (codes.some((one) => one.code === code)) return [];
  const near = nearest(
    code,
    codes.map((one) => one.code),
  );
  const meant = near === undefined ? "" : ` Did you mean ${near}?`;
  return [`there is no code ${code}; notewright rules lists them.${meant}`];
}

/** Writes into files the repairs that can't change a number; false where one can't be written. */
function fixFiles(files: readonly string[], io: Io): boolean {
  let written = true;
  for (const file of files) {
    const source = file === "-" ? undefined : readSource(file, io);
    if (file === "-") {
      complain(io, "standard input can't be repaired in place; name a file for --fix.");
      written = false;
    }
    if (!source || !("text" in source)) continue;
    const { text, count } = repaired(file, source.text, io);
    if (count === 0) continue;
    const problem = rewriteFile(placeOf(file, io), text);
    if (problem !== undefined) complain(io, `${file}: ${problem}`);
    else if (io.isTerminal) print(io, `${counted(count, "repair")} in ${file}`);
    written &&= problem === undefined;
  }
  return written;
}

export type { FindingRecord };
