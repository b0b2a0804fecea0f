import { readdirSync, readFileSync } from "node:fs";
import type { Span } from "../../server/src/base/span.ts";
import type { PlacedProblem } from "../../server/src/checks/check.ts";
import { asShipped } from "../../server/src/checks/levels.ts";
import type { Subject } from "../../server/src/checks/rule.ts";
import { analyse as analyseDocument, problemsOf } from "../../server/src/document/analysis.ts";
import { filesOf } from "./files.ts";

/** A problem with its place in the whole text. */
export interface Found extends PlacedProblem {
  readonly at: Span;
  /** Where the piece of the text begins that its spans and edits count from. */
  readonly offset: number;
}

/** Everything that is wrong with a text, in its order. */
export function problemsIn(text: string, files?: Readonly<Record<string, string>>): Found[] {
  const analysis = analyseDocument(text, undefined, undefined, asShipped, filesOf(files));
  const offsets = analysis.pieces.map((_, index) => offsetOf(analysis.pieces.slice(0, index)));
  return problemsOf(analysis).map(({ problem, piece }) => {
    const offset = offsets[piece] ?? 0;
    return { ...problem, at: { start: problem.span.start + offset, end: problem.span.end + offset }, offset };
  });
}

/** What the rules judge of a text: its notes. */
export function subjectsIn(text: string): readonly Subject[] {
  return analyseDocument(text, undefined).notes;
}

export function example(name: string): string {
  return readFileSync(new URL(`../../examples/${name}.note`, import.meta.url), "utf8");
}

/** The names of all examples, those in folders with their folder. */
export function examples(): string[] {
  const files = readdirSync(new URL("../../examples/", import.meta.url), {
    recursive: true,
    encoding: "utf8",
  });
  return files.filter((file) => file.endsWith(".note")).map((file) => file.slice(0, -".note".length));
}

/** The text after one of a problem's repairs. */
export function repaired(text: string, { offset, fixes = [] }: Found, index: number): string {
  const edits = [...(fixes[index]?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce(
    (result, { span, text: words }) =>
      result.slice(0, span.start + offset) + words + result.slice(span.end + offset),
    text,
  );
}

function offsetOf(pieces: readonly { readonly text: string }[]): number {
  return pieces.reduce((length, { text }) => length + text.length, 0);
}
