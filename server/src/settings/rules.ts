import { safeParse } from "valibot";
import type { Level } from "../checks/levels.ts";
import { aboutLevel } from "./codes.ts";
import { rules } from "./shape.ts";

/** A code and what is given for it, as some file or editor has it. */
export interface Entry {
  readonly code: string;
  readonly given: unknown;
  /** Says what is wrong with the code, or with what is given for it. */
  readonly complain: (about: "code" | "level", message: string) => void;
}

/** The levels of codes. What is wrong with one leaves the others as they are. */
export function levelsFrom(entries: readonly Entry[]): Map<string, Level> {
  const levels = new Map<string, Level>();
  for (const { code, given, complain } of entries) {
    const key = safeParse(rules.key, code);
    const level = safeParse(rules.value, given);
    if (!key.success) complain("code", key.issues[0].message);
    else if (!level.success) complain("level", aboutLevel(code, given));
    else levels.set(code, level.output);
  }
  return levels;
}
