import type { Span } from "../base/span.ts";
import { withShortQuotes } from "../base/words.ts";
import { type ShapeCode, type ShapeSpec, shape } from "../catalog/shape.ts";
import type { Tree } from "../syntax/tree.ts";
import type { PlacedProblem } from "./check.ts";

/** A problem of shape that is found in a whole file: it belongs to a note, or to none. */
export function shapeProblem(
  code: ShapeCode,
  span: Span,
  message: string,
  tree: Tree,
  note: string | undefined,
): PlacedProblem {
  const { severity }: ShapeSpec = shape[code];
  return { code, severity, span, message: withShortQuotes(message), tree, note };
}
