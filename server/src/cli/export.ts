import { listing } from "../base/words.ts";
import { type Draft, plainBytes } from "../export/draft.ts";
import { draftOf } from "../export/formats.ts";
import { type Format, formatNames } from "../export/names.ts";
import { type Part, parts } from "../export/note-page.ts";
import type { Day } from "../quantity/date.ts";
import { analyseFile } from "./analyse.ts";
import { withEach } from "./each.ts";
import { complain, type Io, placeOf, visible } from "./io.ts";
import { housePolicies } from "./policy.ts";
import { replaceFile } from "./replace.ts";

export interface ExportOptions {
  /** Where it is not said, the ending of the file says it. */
  readonly to?: Format;
  readonly out: string;
  readonly as?: readonly Part[];
  readonly on?: Day;
}

/**
 * Writes a sheet as a document beside its place and puts it there when it is whole.
 * 0: done; 2: the sheet or the place can't be used, and what was there is there still.
 */
export async function exportSheet(sheet: string, options: ExportOptions, io: Io): Promise<0 | 2> {
  const { out, as = parts, on } = options;
  const to = options.to ?? formatNames.find((format) => out.toLowerCase().endsWith(`.${format}`));
  if (!to) {
    complain(
      io,
      `${out}: its ending names no format; say with --to which of ${listing(formatNames, "or")} it is.`,
    );
    return 2;
  }
  if (placeOf(out, io) === placeOf(sheet, io)) {
    complain(io, `${out}: it is the sheet itself; name another file.`);
    return 2;
  }
  const { settingsFor } = housePolicies(io);
  const { found, unusable } = withEach([sheet], io, (file, text) => {
    const analysis = analyseFile(file, text, on, settingsFor(file), io);
    if (analysis.notes.length > 0) return { draft: draftOf(analysis, to, as), file };
    complain(io, `${file}: there is no note in it, and so nothing to write.`);
    return undefined;
  });
  if (found.length > 1) {
    complain(io, `${sheet} names ${found.length} sheets; name the one that ${out} is written from.`);
    return 2;
  }
  const [made] = found;
  if (unusable || !made) return 2;
  const bytes = plainBytes(made.draft) ?? (await officeBytes(made.draft, io));
  if (!bytes) return 2;
  if (out === "-") return printed(bytes, made.draft, io);
  const problem = replaceFile(placeOf(out, io), bytes);
  if (problem === undefined) return 0;
  complain(io, `${out}: ${problem}`);
  return 2;
}

/** To standard output what is text. */
function printed(bytes: Uint8Array, { kind }: Draft, io: Io): 0 | 2 {
  if (kind === "word" || kind === "workbook") {
    complain(io, "Word and Excel are no text: name a file with --out.");
    return 2;
  }
  const text = new TextDecoder().decode(bytes);
  io.stdout(io.isTerminal ? visible(text, "lines") : text);
  return 0;
}

/** The bytes of an office document; undefined, which is said, where what writes them is not there. */
async function officeBytes(draft: Draft, io: Io): Promise<Uint8Array | undefined> {
  const office = await import("../export/office.ts").catch(() => undefined);
  if (office) return office.written(draft);
  complain(io, "What writes Word and Excel is missing: put office.js beside the command line.");
  return undefined;
}
