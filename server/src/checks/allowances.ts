import { nearest } from "../base/nearest.ts";
import type { Problem } from "../base/problem.ts";
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
    const message = `“${code}” is nothing that a note can allow, so this line does nothing. Mend what it finds instead, and take the line out.`;
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

function stale(
  { code, span, clause }: Allowed,
  found: ReadonlySet<string>,
  allowed: ReadonlyMap<string, Allowed>,
  text: string,
): Problem | undefined {
  const earlier = allowed.get(code);
  if (found.has(code) && !earlier) return undefined;
  const message = earlier
    ? `This note allows “${code}” already. Keep the line whose reason holds.`
    : `“${code}” finds nothing in this note, so there is nothing to allow. Take the line out.`;
  const fixes = [{ title: "Take this line out", edits: [removal(clause.span, text)] }];
  const related = earlier ? [{ message: "The first time.", span: earlier.clause.span }] : [];
  return { ...problem("allow-stale", span, message), fixes, related };
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
