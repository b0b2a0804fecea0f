import { fileName } from "../base/paths.ts";
import { format } from "../features/format.ts";
import { draftOf } from "../reading/draft.ts";
import { kindOf, plainText } from "../reading/kind.ts";
import type { PaperText } from "../reading/papers.ts";
import { type PaperReading, readPaper } from "../reading/reading.ts";
import { complain, type Io, visible } from "./io.ts";
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
