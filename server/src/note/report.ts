import type { IToken } from "chevrotain";
import type { Fix, Problem, Related } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { withShortQuotes } from "../base/words.ts";
import { type ShapeCode, type ShapeSpec, shape } from "../catalog/shape.ts";
import { spanOf } from "../syntax/tokens.ts";
import type { Tree } from "../syntax/tree.ts";

/** Collects what is wrong with the shape of a draft while it is bound. */
export interface Reporter {
  /** What is bound, and its text. */
  readonly tree: Tree;
  readonly text: string;
  readonly problems: Problem[];
  readonly report: (code: ShapeCode, span: Span, message: string, more?: Details) => void;
}

export interface Details {
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** What closes no bracket, each with its repair: it is passed over, and mostly the opening one was forgotten. */
export function reportStrayBrackets(stray: readonly IToken[], { report }: Reporter): void {
  for (const token of stray) {
    const span = spanOf(token);
    const message = "This ] closes nothing: take it out, or put the [ in before what is still open.";
    report("bracket-stray", span, message, {
      fixes: [{ title: "Take the bracket out", edits: [{ span, text: "" }] }],
    });
  }
}

export function reporter(tree: Tree): Reporter {
  const problems: Problem[] = [];
  return {
    tree,
    text: tree.text,
    problems,
    report: (code, span, message, more = {}) => {
      const { severity }: ShapeSpec = shape[code];
      problems.push({ code, severity, message: withShortQuotes(message), span, ...more });
    },
  };
}
