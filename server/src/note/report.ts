import type { Fix, Problem, Related } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { type ShapeCode, type ShapeSpec, shape } from "../catalog/shape.ts";

/** Collects what is wrong with the shape of a draft while it is bound. */
export interface Reporter {
  readonly text: string;
  readonly problems: Problem[];
  readonly report: (code: ShapeCode, span: Span, message: string, more?: Details) => void;
}

export interface Details {
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

export function reporter(text: string): Reporter {
  const problems: Problem[] = [];
  return {
    text,
    problems,
    report: (code, span, message, more = {}) => {
      const { severity }: ShapeSpec = shape[code];
      problems.push({ code, severity, message, span, ...more });
    },
  };
}
