import type { Diagnostic } from "vscode-languageserver-types";
import { shape } from "../catalog/shape.ts";

/** What to show of what was found, and what to hold back for now. */
export interface Shown {
  readonly now: readonly Diagnostic[];
  readonly held: readonly Diagnostic[];
}

/**
 * Holds back what would disturb the author in the middle of a line: a finding of sense that was not shown before and
 * stands on the line of the caret. What can't be read is shown at once, and so is everything where nothing was shown
 * before or no caret is known.
 */
export function shownBesideCaret(
  found: readonly Diagnostic[],
  shown: readonly Diagnostic[] | undefined,
  caretLine: number | undefined,
): Shown {
  if (shown === undefined || caretLine === undefined) return { now: found, held: [] };
  const isHeld = (one: Diagnostic): boolean =>
    !isOfShape(one) && standsOn(one, caretLine) && !shown.some((before) => isSame(one, before));
  return { now: found.filter((one) => !isHeld(one)), held: found.filter(isHeld) };
}

function isOfShape({ code }: Diagnostic): boolean {
  return Object.hasOwn(shape, String(code));
}

function standsOn({ range }: Diagnostic, line: number): boolean {
  return range.start.line <= line && line <= range.end.line;
}

/** An edit moves a finding, or changes the numbers in it, but not both at once. */
function isSame(one: Diagnostic, before: Diagnostic): boolean {
  if (one.code !== before.code) return false;
  return one.range.start.line === before.range.start.line || one.message === before.message;
}
