import { nearest } from "../base/nearest.ts";
import type { Fix, Problem } from "../base/problem.ts";
import { type ShapeSpec, shape } from "../catalog/shape.ts";
import type { BoundNote } from "../note/bound.ts";
import { type AllowanceCode, allowanceCodes } from "./allowance-codes.ts";
import { allowableCodes, codeNamed, isAllowable } from "./codes.ts";
import { removal } from "./edits.ts";

/** What a note accepts on the record. */
export type Allowed = BoundNote["allowances"][number];

/** What a note allows, by code, and what is wrong with how it does. */
export interface JudgedAllowances {
  readonly allowed: ReadonlyMap<string, Allowed>;
  readonly problems: readonly Problem[];
}

/**
 * Judges what a note allows against what is found in it. An unreadable draft may hide what a rule would find: where
 * `readable` is false, nothing is called stale.
 */
export function judgeAllowances(
  note: BoundNote,
  found: ReadonlySet<string>,
  readable: boolean,
): JudgedAllowances {
  const allowed = new Map<string, Allowed>();
  const problems: Problem[] = [];
  for (const allowance of note.allowances) {
    const wrong =
      unknown(allowance) ??
      (readable ? stale(allowance, found, allowed, note.tree.text) : undefined) ??
      withoutReason(allowance);
    if (wrong) problems.push(wrong);
    else allowed.set(allowance.code, allowance);
  }
  return { allowed, problems };
}

function unknown({ code, span }: Allowed): Problem | undefined {
  const known = codeNamed(code);
  if (known && isAllowable(known)) return undefined;
  if (known) {
    const message = `“${code}” is nothing that a note can allow, so this line does nothing. Fix what it finds instead, and take the line out.`;
    return problem("allow-unknown", span, message);
  }
  const near = nearest(
    code,
    allowableCodes.map((one) => one.code),
  );
  const offer = near === undefined ? "The code stands behind each finding." : `Did you mean “${near}”?`;
  const message = `There is no rule “${code}”, so this line silences nothing. ${offer}`;
  const fixes = near === undefined ? [] : [{ title: `Write “${near}”`, edits: [{ span, text: near }] }];
  return { ...problem("allow-unknown", span, message), fixes };
}

/**
 * Codes of what is found beside the notes, in how the parts of a file fit together. A note's own findings do not tell
 * whether there is something to allow; whoever finds them does.
 */
function isFoundBeside(code: string): boolean {
  return foundBetweenParts.includes(code) || foundInFiles.includes(code);
}

/** The codes of what is found between the parts of a file, and in price files. */
export const foundBetweenParts = besideCodes("parts");
export const foundInFiles = besideCodes("files");

function besideCodes(where: ShapeSpec["beside"]): readonly string[] {
  return Object.entries<ShapeSpec>(shape).flatMap(([code, { beside }]) => (beside === where ? [code] : []));
}

/** What a note says to allow a code, where it gives a reason. */
export function allowanceOf({ allowances }: BoundNote, code: string): Allowed | undefined {
  return allowances.find((one) => one.code === code && saysWhy(one.reason));
}

/** A note that allows a finding, and what it says. */
export interface AllowedBy {
  readonly note: BoundNote;
  readonly allowance: Allowed;
}

/** What every one of some notes says to allow a code; undefined where one of them does not. */
export function allowedByAll(notes: readonly BoundNote[], code: string): readonly AllowedBy[] | undefined {
  const all = notes.flatMap((note) => {
    const allowance = allowanceOf(note, code);
    return allowance ? [{ note, allowance }] : [];
  });
  return all.length > 0 && all.length === notes.length ? all : undefined;
}

/** What a note allows of the codes that are found beside it, and that is not found there. */
export function staleBeside(note: BoundNote, code: string): readonly Problem[] {
  const allowance = allowanceOf(note, code);
  return allowance ? [nothingFound(allowance, note.tree.text)] : [];
}

function stale(
  { code, span, clause }: Allowed,
  found: ReadonlySet<string>,
  allowed: ReadonlyMap<string, Allowed>,
  text: string,
): Problem | undefined {
  const earlier = allowed.get(code);
  if (!earlier)
    return found.has(code) || isFoundBeside(code) ? undefined : nothingFound({ code, span, clause }, text);
  const message = `This note allows “${code}” already. Keep the line whose reason holds.`;
  const related = [{ message: "The first time.", span: earlier.clause.span }];
  return { ...problem("allow-stale", span, message), fixes: outOf(clause, text), related };
}

function nothingFound(
  { code, span, clause }: Pick<Allowed, "code" | "span" | "clause">,
  text: string,
): Problem {
  const message = `“${code}” finds nothing in this note, so there is nothing to allow. Take the line out.`;
  return { ...problem("allow-stale", span, message), fixes: outOf(clause, text) };
}

function outOf(clause: Allowed["clause"], text: string): Fix[] {
  return [{ title: "Take this line out", edits: [removal(clause.span, text)] }];
}

function withoutReason({ code, reason, span }: Allowed): Problem | undefined {
  if (saysWhy(reason)) return undefined;
  const said = reason.trim() === "" ? "An empty reason" : `“${reason.trim()}”`;
  const message = `${said} does not say why, so “${code}” is not silenced. Say in a few words who decided what, and when.`;
  return problem("allow-without-reason", span, message);
}

/** Whether a reason says something: three different words or more, but for those that only fill the place. */
export function saysWhy(reason: string): boolean {
  const words = reason.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}/'’-]*/gu) ?? [];
  const telling = new Set(words.filter((word) => !fillers.has(word)));
  return telling.size >= 3 && (reason.match(/\p{L}/gu) ?? []).length >= 8;
}

const fillers: ReadonlySet<string> = new Set(
  "ok okay n/a na none nil tbd tba todo yes no fine good test x xx xxx".split(" "),
);

function problem(code: AllowanceCode, span: Problem["span"], message: string): Problem {
  return { code, severity: allowanceCodes[code].severity, span, message };
}
