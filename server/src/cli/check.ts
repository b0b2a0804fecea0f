import { dirname, join } from "node:path";
import type { Severity } from "../base/problem.ts";
import { docsUrl } from "../catalog/docs.ts";
import type { ShapeCode } from "../catalog/shape.ts";
import { asShipped, combined, type Settings } from "../checks/levels.ts";
import type { Analysis, DocumentProblem } from "../document/analysis.ts";
import type { Range } from "../document/place.ts";
import { located, locatedProblems } from "../features/diagnostics.ts";
import { workflowCommand } from "./github.ts";
import { type Io, jsonText, print, printJson, visible } from "./io.ts";
import { sarifLog } from "./sarif.ts";

/** A finding as data, for programs. Positions count from 0, characters in UTF-16 units. */
export interface FindingRecord {
  readonly file: string;
  readonly note: string | null;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly file: string; readonly message: string; readonly range: Range }[];
  readonly url: string;
}

/** What is wrong with a file, by itself and beside the papers that it is checked against. */
export function findingsIn(
  file: string,
  analysis: Analysis,
  beside: readonly DocumentProblem[] = [],
): FindingRecord[] {
  return [...locatedProblems(analysis), ...located(beside, analysis)].map(({ problem, range, related }) => {
    const { code, severity, message, note = null } = problem;
    const elsewhere = related.map(({ message: text, range: place, path }) => ({
      file: path === undefined ? file : join(dirname(file), path),
      message: text,
      range: place,
    }));
    return { file, note, code, severity, message, range, related: elsewhere, url: docsUrl(code) };
  });
}

const openCode: ShapeCode = "still-open";

/** Settings for a draft that claims to be final: it has nothing open, so what is still open is an error. */
export function forFinal(settings: Settings): Settings {
  return combined(settings, { ...asShipped, levels: new Map([[openCode, "error"]]) });
}

/** One finding a line, as compilers print them; positions count from 1. */
function findingText({ file, range, severity, code, message, related }: FindingRecord): string {
  const head = `${visible(file, "line")}:${place(range)}: ${severity} ${code}: ${message.replaceAll("\n", "\n    ")}`;
  return [
    head,
    ...related.map((other) => `    ${visible(other.file, "line")}:${place(other.range)}: ${other.message}`),
  ].join("\n");
}

export function place({ start }: Range): string {
  return `${start.line + 1}:${start.character + 1}`;
}

/** Prints findings as they come, those of a file together. */
export interface Printer {
  readonly add: (findings: readonly FindingRecord[]) => void;
  /** `complete` says whether every file could be used. */
  readonly end: (complete: boolean) => void;
}

/** How findings are printed, by the name of the format. */
export const checkFormats = {
  text: (io) => ({
    add: (findings) => {
      if (findings.length > 0) print(io, findings.map(findingText).join("\n"));
    },
    end: () => undefined,
  }),
  json: jsonPrinter,
  sarif: (io) => {
    const all: FindingRecord[] = [];
    return {
      add: (findings) => {
        for (const finding of findings) all.push(finding);
      },
      end: (complete) => printJson(io, sarifLog(all, complete, io), 2),
    };
  },
  github: (io) => ({
    add: (findings) => {
      for (const finding of findings) io.stdout(`${workflowCommand(finding)}\n`);
    },
    end: () => undefined,
  }),
} as const satisfies Readonly<Record<string, (io: Io) => Printer>>;

export type CheckFormat = keyof typeof checkFormats;

/** One array, printed as it grows, so that no number of files has to be held. */
function jsonPrinter(io: Io): Printer {
  let before = "[";
  return {
    add: (findings) => {
      for (const finding of findings) {
        io.stdout(`${before}\n${jsonText(finding, 2).replace(/^/gm, "  ")}`);
        before = ",";
      }
    },
    end: () => io.stdout(before === "[" ? "[]\n" : "\n]\n"),
  };
}
