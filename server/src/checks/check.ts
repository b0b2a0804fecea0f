import type { Problem } from "../base/problem.ts";
import type { Tree } from "../syntax/tree.ts";
import type { Finding, Rule, Subject } from "./rule.ts";
import { rules } from "./rules/index.ts";

/** A problem and the text it is in. */
export interface PlacedProblem extends Problem {
  readonly tree: Tree;
  /** The name of the note that it is about; undefined for what stands beside the notes. */
  readonly note: string | undefined;
}

/** What every rule finds in a note, but for what the note allows. A rule that fails is reported and stops no other. */
export function checkNote(subject: Subject, all: readonly Rule[] = rules): PlacedProblem[] {
  const allowed = new Set(subject.note.allowances.filter(({ reason }) => reason.trim() !== "").map(({ code }) => code));
  return all.filter(({ code }) => !allowed.has(code)).flatMap((rule) => findings(rule, subject));
}

function findings(rule: Rule, subject: Subject): PlacedProblem[] {
  try {
    return rule.find(subject).map((finding) => placed(rule, finding, subject));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const finding: Finding = {
      span: subject.note.heading,
      severity: "information",
      message: `The rule ${rule.code} could not be applied here (${reason}). The other rules were.`,
    };
    return [placed(rule, finding, subject)];
  }
}

function placed(rule: Rule, finding: Finding, { note }: Subject): PlacedProblem {
  const { tree = note.tree, severity = rule.severity, ...rest } = finding;
  return { ...rest, code: rule.code, severity, tree, note: note.name };
}
