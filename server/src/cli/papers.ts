import { dirname, resolve } from "node:path";
import { fileName, isRelativePath } from "../base/paths.ts";
import { readWithin } from "../disk/read.ts";
import { workspaceOf } from "../disk/workspace.ts";
import type { Analysis } from "../document/analysis.ts";
import { format } from "../features/format.ts";
import { paperOf } from "../features/provenance.ts";
import { draftOf } from "../reading/draft.ts";
import { kindOf, plainText } from "../reading/kind.ts";
import type { PaperText } from "../reading/papers.ts";
import { type PaperReading, readPaper } from "../reading/reading.ts";
import { complain, type Io, placeOf, visible } from "./io.ts";
import type { Papers } from "./memo-source.ts";
import { readBytes } from "./read.ts";

/** The text of a paper on disk or from standard input. What reads pages, Word and PDF is loaded for such a paper alone. */
export async function paperText(file: string, io: Io): Promise<PaperText> {
  const bytes = readBytes(file, io);
  if ("unusable" in bytes) return bytes;
  if (kindOf(bytes.bytes) === "text") return { text: plainText(bytes.bytes) };
  const papers = await import("../reading/papers.ts");
  const read = await papers.textOf(bytes.bytes);
  return "unusable" in read ? { unusable: `${file}: ${read.unusable}` } : read;
}

/** A paper that was read, and what its file is called. */
export interface NamedPaper {
  readonly name: string;
  readonly reading: PaperReading;
}

/** Reads papers by their files; what is wrong with one that can't be used is said. */
export async function papersNamed(
  files: readonly string[],
  io: Io,
): Promise<{ readonly papers: readonly NamedPaper[]; readonly unusable: boolean }> {
  const papers: NamedPaper[] = [];
  for (const file of files) {
    const paper = await paperText(file, io);
    if ("unusable" in paper) complain(io, paper.unusable);
    else papers.push({ name: fileName(file), reading: readPaper(paper.text) });
  }
  return { papers, unusable: papers.length < files.length };
}

/**
 * Prints the draft sheet that each paper comes to.
 * 0: done; 2: a paper can't be used, or there is no note in it. The other papers are read all the same.
 */
export async function readPapers(files: readonly string[], io: Io): Promise<0 | 2> {
  let failed = false;
  const drafts: string[] = [];
  for (const file of files) {
    const paper = await paperText(file, io);
    if ("unusable" in paper) {
      complain(io, paper.unusable);
      failed = true;
      continue;
    }
    const reading = readPaper(paper.text);
    if (reading.notes.every(({ statements }) => statements.length < 2)) {
      complain(io, `${file}: no terms of a note were found in it.`);
      failed = true;
      continue;
    }
    drafts.push(format(draftOf(reading, file === "-" ? "standard input" : fileName(file))));
  }
  if (drafts.length > 0) io.stdout(io.isTerminal ? visible(drafts.join("\n"), "lines") : drafts.join("\n"));
  return failed ? 2 : 0;
}

/** The papers that the notes of a sheet name, by their paths from its folder. */
export function papersIn({ notes }: Analysis): string[] {
  return [...new Set(notes.flatMap(({ note }) => paperOf(note) ?? []))];
}

/** A paper that a sheet names: one of the sheet's own folder of work, as all that a sheet draws on. */
async function paperBeside(sheet: string, path: string, io: Io): Promise<PaperReading | undefined> {
  if (!isRelativePath(path)) return undefined;
  const place = resolve(dirname(placeOf(sheet, io)), path);
  const content = readWithin(workspaceOf(sheet, io.folder), place);
  if ("unusable" in content && (content.unusable === "outside" || content.unusable === "missing"))
    return undefined;
  const paper = await paperText(place, io);
  return "text" in paper ? readPaper(paper.text) : undefined;
}

/** The papers that sheets name, by the sheet; one that is not there is left out without a word, for the memo says so. */
export async function papersOf(
  sheets: readonly { readonly file: string; readonly analysis: Analysis }[],
  io: Io,
): Promise<ReadonlyMap<string, Papers>> {
  const found = new Map<string, Papers>();
  for (const { file, analysis } of sheets) {
    const papers = new Map<string, PaperReading | undefined>();
    for (const path of papersIn(analysis)) {
      papers.set(path, await paperBeside(file, path, io));
    }
    found.set(file, papers);
  }
  return found;
}
