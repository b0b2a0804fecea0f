import type { Severity } from "../base/problem.ts";

/** A note of a folder at a glance. Lines count from 0; what is not said or not known is empty. */
export interface NoteRow {
  readonly uri: string;
  readonly line: number;
  readonly name: string;
  readonly issuer: string;
  readonly principal: string;
  readonly due: string;
  /** How much is still open in it. */
  readonly blanks: number;
  readonly worst:
    | { readonly severity: Severity; readonly message: string; readonly line: number }
    | undefined;
  readonly scenarios: readonly {
    readonly name: string;
    readonly line: number | undefined;
    readonly results: readonly string[];
  }[];
}
