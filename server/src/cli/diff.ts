import { comparison } from "../features/comparison/comparison.ts";
import { comparisonMarkdown, comparisonText } from "../render/comparison.ts";
import type { ComparisonRecord } from "../render/comparison-record.ts";
import { analyseFile } from "./analyse.ts";
import { complain, type Io, print, printJson } from "./io.ts";
import { housePolicies } from "./policy.ts";
import { readSource } from "./read.ts";
import type { ExitCode } from "./run.ts";

/** How a comparison is printed, by the name of the format. */
export const diffFormats = {
  text: (record, io) => print(io, comparisonText(record)),
  markdown: (record, io) => print(io, comparisonMarkdown(record)),
  json: (record, io) => printJson(io, record, 2),
} as const satisfies Readonly<Record<string, (record: ComparisonRecord, io: Io) => void>>;

export type DiffFormat = keyof typeof diffFormats;

/** Says what changed between two versions of a sheet. 1: the new one brings errors; 2: one of them can't be used. */
export function diffFiles(before: string, after: string, format: DiffFormat, io: Io): ExitCode {
  const { settingsFor } = housePolicies(io);
  const read = [before, after].map((file) => ({ file, source: readSource(file, io) }));
  const analysed = read.flatMap(({ file, source }) => {
    if ("unusable" in source) {
      complain(io, source.unusable);
      return [];
    }
    return [analyseFile(file, source.text, undefined, settingsFor(file), io)];
  });
  const [was, is] = analysed;
  if (!was || !is) return 2;
  const record = comparison(was, is);
  diffFormats[format](record, io);
  const came = [record.findings, ...record.notes.map(({ findings }) => findings)].flatMap((one) => one.came);
  return came.some(({ severity }) => severity === "error") ? 1 : 0;
}
