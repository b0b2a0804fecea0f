import type { Fix, Problem, Related } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { type ShapeCode, type ShapeSpec, shape } from "../catalog/shape.ts";
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

export function reporter(tree: Tree): Reporter {
  const problems: Problem[] = [];
  return {
    tree,
    text: tree.text,
    problems,
    report: (code, span, message, more = {}) => {
      const { severity }: ShapeSpec = shape[code];
      problems.push({ code, severity, message, span, ...more });
    },
  };
}
