import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import { homepage } from "../catalog/docs.ts";
import type { Position, Range } from "../document/place.ts";
import type { PolicyProblem } from "../settings/policy.ts";

/** A problem of a policy file with its place in the text. */
export interface LocatedPolicyProblem {
  readonly message: string;
  readonly range: Range;
}

/** Where the problems of a policy file stand in its text: for editors and for the command line. */
export function locatedPolicyProblems(
  text: string,
  problems: readonly PolicyProblem[],
): LocatedPolicyProblem[] {
  return problems.map(({ message, span }) => ({
    message,
    range: { start: positionIn(text, span.start), end: positionIn(text, span.end) },
  }));
}

/** The same, as an editor shows it. */
export function policyDiagnostics(text: string, problems: readonly PolicyProblem[]): Diagnostic[] {
  return locatedPolicyProblems(text, problems).map((problem) => ({
    ...problem,
    severity: DiagnosticSeverity.Error,
    source: "notewright",
    code: "house-policy",
    codeDescription: { href: `${homepage}#house-policy` },
  }));
}

function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
