import type { Fix } from "../base/problem.ts";
import { type Reads, watched } from "../base/reads.ts";
import type { Span } from "../base/span.ts";
import { TooManySteps } from "../base/steps.ts";
import { withShortQuotes } from "../base/words.ts";
import type { Unchanged } from "../finance/engine/memo.ts";
import { Unworkable } from "../quantity/exact.ts";
import type { Tree } from "../syntax/tree.ts";
import type { Finding, RelatedPlace, Rule, Subject } from "./rule.ts";
import type { Unsettled } from "./settle.ts";

/** What a rule has found in a note, and all that it looked at to find it, or to find nothing. */
export interface Judgement {
  readonly findings: readonly Unsettled[];
  readonly reads: Reads;
  /** Whether the rule was applied to this version, and not to one before it. */
  readonly isNew: boolean;
}

/** In the order of the rules. */
export type Judgements = ReadonlyMap<Rule, Judgement>;

/** The version before, with what is the same since then and where its places are now. */
export interface Before extends Unchanged {
  readonly judgements: Judgements;
  readonly placeNow: (tree: Tree, span: Span) => { readonly tree: Tree; readonly span: Span } | undefined;
}

/**
 * What each rule finds. A rule is applied again where something that it looked at has changed, or where a place that it
 * found was touched; else its findings stand, where they are now.
 */
export function judgementsOf(
  subject: Subject,
  before: Before | undefined,
  rules: readonly Rule[],
): Judgements {
  return new Map(rules.map((rule) => [rule, stillFound(rule, before) ?? judged(rule, subject)]));
}

function judged(rule: Rule, subject: Subject): Judgement {
  const { value: findings, reads } = watched(() => findingsOf(rule, subject));
  return { findings, reads, isNew: true };
}

/** What a rule finds, nothing where its numbers can't be worked out, or that it could not be applied. */
function findingsOf(rule: Rule, subject: Subject): readonly Unsettled[] {
  try {
    return rule.find(subject).map((finding) => placed(rule, finding, subject));
  } catch (error) {
    if (error instanceof TooManySteps) throw error;
    if (error instanceof Unworkable) return [];
    const reason = error instanceof Error ? error.message : String(error);
    const finding: Finding = {
      span: subject.note.heading,
      severity: "information",
      message: `The rule ${rule.code} could not be applied here (${reason}). The other rules were.`,
    };
    return [{ ...placed(rule, finding, subject), failed: true }];
  }
}

function placed(rule: Rule, finding: Finding, { note }: Subject): Unsettled {
  const { tree = note.tree, severity = rule.severity, related = [], ...rest } = finding;
  const placedRelated = related.map((other) => ({ tree: note.tree, ...other }));
  const message = withShortQuotes(finding.message);
  return { ...rest, message, code: rule.code, severity, tree, note: note.name, related: placedRelated };
}

function stillFound(rule: Rule, before: Before | undefined): Judgement | undefined {
  const known = before?.judgements.get(rule);
  if (!before || !known || !before.holds(known.reads)) return undefined;
  const { reads } = known;
  if (known.findings.length === 0) return known.isNew ? { ...known, isNew: false } : known;
  const findings: Unsettled[] = [];
  for (const finding of known.findings) {
    const moved = movedTo(finding, before);
    if (!moved) return undefined;
    findings.push(moved);
  }
  return { findings, reads, isNew: false };
}

/** A finding where its places are now; undefined where one of them was touched. */
function movedTo(finding: Unsettled, { placeNow }: Before): Unsettled | undefined {
  const place = placeNow(finding.tree, finding.span);
  if (!place) return undefined;
  const related: RelatedPlace[] = [];
  for (const one of finding.related ?? []) {
    const there = placeNow(one.tree ?? finding.tree, one.span);
    if (!there) return undefined;
    related.push({ ...one, ...there });
  }
  const spanNow = (span: Span): Span | undefined => placeNow(finding.tree, span)?.span;
  const fixes = fixesNow(finding.fixes ?? [], spanNow);
  const points = finding.open?.points.map((point) => {
    const own = fixesNow(point.fixes, spanNow);
    return own && { ...point, fixes: own };
  });
  if (!fixes || points?.some((point) => !point)) return undefined;
  const { open } = finding;
  return {
    ...finding,
    ...place,
    related,
    ...(finding.fixes ? { fixes } : {}),
    ...(open && points ? { open: { ...open, points: points.filter((point) => point !== undefined) } } : {}),
  };
}

function fixesNow(
  fixes: readonly Fix[],
  spanNow: (span: Span) => Span | undefined,
): readonly Fix[] | undefined {
  const moved: Fix[] = [];
  for (const { edits, ...fix } of fixes) {
    const now = edits.flatMap(({ span, text }) => {
      const here = spanNow(span);
      return here ? [{ span: here, text }] : [];
    });
    if (now.length < edits.length) return undefined;
    moved.push({ ...fix, edits: now });
  }
  return moved;
}
