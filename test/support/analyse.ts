import { readFileSync } from "node:fs";
import type { Problem } from "../../server/src/base/problem.ts";
import { topWords } from "../../server/src/catalog/vocabulary.ts";
import { checkNote, type PlacedProblem } from "../../server/src/checks/check.ts";
import type { Subject } from "../../server/src/checks/rule.ts";
import { situationOf } from "../../server/src/finance/formulas.ts";
import { surroundingsOf, topOf } from "../../server/src/market/case.ts";
import { bind } from "../../server/src/note/bind.ts";
import { parseStructure } from "../../server/src/syntax/structure.ts";

export interface Analysed {
  /** What is wrong with the shape of the text. */
  readonly shape: readonly Problem[];
  readonly subjects: readonly Subject[];
  /** What the rules find in its notes. */
  readonly findings: readonly PlacedProblem[];
}

/** A text, bound and judged by every rule. */
export function analyse(text: string): Analysed {
  const bound = bind(parseStructure(text, topWords()));
  const top = topOf([bound]);
  const subjects = bound.notes.map((note): Subject => {
    const surroundings = surroundingsOf(note, top);
    return {
      note,
      alone: situationOf(surroundings, undefined, undefined),
      played: surroundings.scenarios.map((scenario) => situationOf(surroundings, scenario, undefined)),
    };
  });
  return { shape: bound.problems, subjects, findings: subjects.flatMap((subject) => checkNote(subject)) };
}

export function example(name: string): string {
  return readFileSync(new URL(`../../examples/${name}.note`, import.meta.url), "utf8");
}
