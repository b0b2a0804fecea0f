import type { Severity } from "../base/problem.ts";

/** What a page says of a finding's code, and the examples by which it is tested. */
export interface Described {
  readonly severity: Severity;
  /** What is found, as a heading. */
  readonly title: string;
  readonly why: string;
  /** What to do about it. */
  readonly repair: string;
  /** A draft in which it is found, and one like it in which it is not. */
  readonly bad: string;
  readonly good: string;
  /** The files that the examples draw on, by their paths from them. */
  readonly files?: Readonly<Record<string, string>>;
}
