import { isAbsolute, resolve } from "node:path";
import type { FindingRecord } from "./check.ts";

/** What the command line reads from and writes to: a terminal, or whatever runs it in process. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** All of standard input up to a limit of bytes, and at least one byte more where there is more. */
  readonly stdin: (limit: number) => Uint8Array;
  /** The working folder. */
  readonly folder: string;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
  /** How many columns the terminal has; undefined where that is not known. */
  readonly columns?: number | undefined;
  /** Whether the terminal shows colours, and its user wants them. */
  readonly colours?: boolean;
  /** Shows how far a long piece of work is, in place of what was shown before; undefined clears it. */
  readonly progress?: ((text: string | undefined) => void) | undefined;
  /** Works on many files at once; undefined where there is one core, or no other thread. */
  readonly parallel?: Parallel | undefined;
  /** Becomes the language server; undefined where there is none beside the command line. */
  readonly serve?: (() => void) | undefined;
  /** The folder of this account in which answers are kept, and what tells one build of the program from another. */
  readonly cache?: { readonly folder: string; readonly build: string } | undefined;
}

/** Has files checked by so many other threads, by one for each core where nothing is said, and gives what came of each, in the order of the files. */
export type Parallel = (
  files: readonly string[],
  options: CheckOptions,
  threads: number | undefined,
) => Iterable<Checked>;

/** What checking a file depends on beside the file. */
export interface CheckOptions {
  readonly final: boolean;
  readonly cache: boolean;
}

/** What came of a file: its findings, or why there are none; and what can't be followed in the policies above it. */
export type Checked = (
  | { readonly file: string; readonly findings: readonly FindingRecord[] }
  | { readonly file: string; readonly unusable: string }
) & { readonly complaints?: readonly string[] };

/** Where a file is that an argument names. */
export function placeOf(file: string, { folder }: Io): string {
  return isAbsolute(file) ? file : resolve(folder, file);
}

/** Says one thing that is wrong, in one line of standard error. */
export function complain(io: Io, message: string): void {
  io.stderr(`${visible(`notewright: ${message}`, "line")}\n`);
}

/** Prints lines for a reader. */
export function print(io: Io, text: string): void {
  io.stdout(`${visible(text, "lines")}\n`);
}

/** Prints JSON: what a terminal would obey is escaped, which leaves the values as they are. */
export function printJson(io: Io, value: unknown, indent?: number): void {
  io.stdout(`${jsonText(value, indent)}\n`);
}

export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent)
    .replace(hidden, (character) => (character === "\n" ? character : unicodeEscape(character)))
    .replaceAll("##[", "##\\u005b");
}

/**
 * Text in which nothing is hidden: characters that steer a terminal or turn the order of writing around are shown as
 * signs of their own, and no line is a command of GitHub's workflows, which are taken from any output.
 */
export function visible(text: string, as: "line" | "lines"): string {
  const signs = text.replace(hidden, (character) =>
    as === "lines" && (character === "\n" || character === "\t") ? character : signOf(character),
  );
  return signs.replace(/^([^\S\r\n\u2028\u2029]*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}

/** Control characters, and those that set the direction of writing or break lines. */
const hidden = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** Unicode has signs for the older control characters. */
function signOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "␡" : unicodeEscape(character);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
