import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";

/** A rate above this is rarely meant; one below the other hardly ever is, were it not for `0.12%` where 12 % is meant. */
const most = exact.one;
const least = exact.fraction(25n, 10_000n);

/** Whether a part of the principal is so large or so small that its percentage is most often a slip of scale. */
export function scaleOf(part: Exact): "too large" | "too small" | "usual" {
  if (exact.compare(part, most) > 0) return "too large";
  return !exact.isZero(part) && exact.compare(part, least) < 0 ? "too small" : "usual";
}
