import { onceEach } from "../base/once.ts";
import type { Span } from "../base/span.ts";
import { listing } from "../base/words.ts";
import { type BlockSpec, type ClauseSpec, requirementOf } from "../catalog/clause.ts";
import type { Block, Clause } from "../syntax/tree.ts";
import type { Bound, BoundInner, Unsaid } from "./bound.ts";
import { bindClause, endOf, isNone, textAt, unsaid } from "./clause.ts";
import { bindMakeWhole } from "./make-whole.ts";
import type { Judging } from "./numbers.ts";
import { bindSchedule } from "./schedule.ts";
import { inTheirTime } from "./thereafter.ts";
import { reportUnknown } from "./unknown.ts";
import { judge } from "./values.ts";

/** A block's clauses with their ids: listed once, for every edit asks. */
const entriesOf = onceEach((spec: BlockSpec): readonly (readonly [string, ClauseSpec])[] =>
  Object.entries(spec.clauses),
);

const requiredOf = onceEach((spec: BlockSpec) => entriesOf(spec).filter(([, { required }]) => required));

type One = Bound<unknown> | BoundInner<Record<never, never>>;
export type AnyBound = One | readonly One[];

/**
 * Binds the clauses of a block: every one that the catalog knows has an entry, said or not. `outer` is the state of
 * the block itself; where it is `none`, nothing in it is assumed. A block that was closed too early and begun
 * anew stands in several parts.
 */
export function bindBlock(
  spec: BlockSpec,
  parts: readonly Block[],
  name: Span,
  outer: One["state"],
  context: Judging,
): Readonly<Record<string, AnyBound>> {
  const clauses = parts.flatMap((part) => part.clauses);
  const byId = new Map<string, Statements>();
  for (const clause of clauses) {
    const { match } = clause;
    const same = match && byId.get(match.id);
    if (same) same.push(clause);
    else if (match) byId.set(match.id, [clause]);
  }
  const bound: Record<string, AnyBound> = {
    ...unsaidBlocks(spec)[outer === "none" ? "none" : "absent"].inner,
  };
  for (const [id, entry] of entriesOf(spec)) {
    const said = byId.get(id);
    if (!said) continue;
    bound[id] = entry.repeats ? bindEach(entry, said, context) : bindEntry(entry, said, context);
  }
  if (spec.content === "clauses") {
    for (const clause of clauses) if (!clause.match) reportUnknown(clause, spec, context);
  }
  if (outer === "said") reportMissing(spec, bound, name, context);
  return bound;
}

/** What a block says under one name, in the order of the text. */
type Statements = [Clause, ...Clause[]];

/** A clause that may be said several times: each that can be read. Whole parts of a file are bound apart. */
function bindEach(spec: ClauseSpec, said: Statements, context: Judging): readonly One[] {
  if (spec.begins || spec.value.form === "definition" || spec.value.form === "allowance") return [];
  const bound = said.map((clause) =>
    spec.block ? bindInner(spec, spec.block, [clause], context) : bindClause(spec, clause, context),
  );
  for (const one of bound) if ("condition" in one && one.state === "none") reportNoneOf(spec, one, context);
  return bound.filter(({ state }) => state === "said");
}

/** `fees none from July 1, 2024`: of a clause that may be said several times, none takes back nothing. */
function reportNoneOf(spec: ClauseSpec, { clause, condition }: Unsaid, context: Judging): void {
  if (!clause || !condition) return;
  const name = spec.names[0];
  context.report(
    "value-wrong",
    clause.name,
    `${name} may be said several times, and “none ${condition.text}” takes none of them back. Say with each until when it holds, like this: ${spec.example} until ${condition.text.replace(/^\S+\s+/, "")}.`,
  );
}

function bindEntry(spec: ClauseSpec, said: Statements, context: Judging): One {
  if (spec.block) return bindInner(spec, spec.block, said, context);
  const each = inTheirTime(said);
  const [only = said[0]] = each;
  const alone = each.length === 1 ? bindClause(spec, only, context) : undefined;
  if (alone) return alone.state !== "said" && alone.condition ? unsaid("absent") : alone;
  return withCases(
    spec,
    each.map((clause) => ({ clause, bound: bindClause(spec, clause, context) })),
    context,
  );
}

interface Statement {
  readonly clause: Clause;
  readonly bound: Bound<unknown>;
}

/** A clause said several times: the one without a condition is the base case, and no two may be without one. */
function withCases(spec: ClauseSpec, statements: readonly Statement[], context: Judging): Bound<unknown> {
  const conditional = statements.flatMap(({ bound }) =>
    bound.state === "said" && bound.condition ? [bound] : [],
  );
  const gaps = statements.flatMap(({ bound }) => (bound.state !== "said" && bound.condition ? [bound] : []));
  const plain = statements.filter(({ bound }) => !bound.condition);
  const [first, ...others] = plain;
  if (!first) {
    const [earliest, ...rest] = conditional;
    return earliest ? { ...earliest, cases: rest, gaps } : unsaid("absent");
  }
  for (const other of others) reportDuplicate(spec, first.clause, other.clause, context);
  const readable = plain.find(({ bound }) => bound.state !== "unread")?.bound ?? first.bound;
  const [earliest, ...later] = conditional;
  if (readable.state === "none" && earliest) return { ...earliest, cases: later, gaps: [...gaps, readable] };
  return readable.state === "said" ? { ...readable, cases: conditional, gaps } : readable;
}

function bindInner(
  spec: ClauseSpec,
  block: BlockSpec,
  said: Statements,
  context: Judging,
): BoundInner<Record<never, never>> {
  const first = said.find((one) => one.block) ?? said[0];
  const again = said.filter((one) => one !== first && saysByItself(spec, one));
  for (const other of said)
    if (
      other !== first &&
      !again.includes(other) &&
      (other.phrase.length > 0 || other.name.end > other.name.start)
    )
      reportDuplicate(spec, first, other, context);
  const parts = said.flatMap((clause) => (clause.block ? [clause.block] : []));
  const state = innerState(spec, first, parts, context);
  const inner = bindBlock(block, parts, first.name, state, context);
  const head = state === "said" ? headOf(spec, [first, ...again], context) : unsaid("absent");
  const rows = parts.flatMap((part) => part.clauses);
  return {
    state,
    clause: first,
    inner,
    head,
    rows: block.rows === "schedule" ? bindSchedule(rows, context) : [],
    table: block.rows === "make-whole" && state === "said" ? bindMakeWhole(rows, context) : undefined,
    lines: block.content === "text" ? linesOf(rows, context) : [],
  };
}

const nothing: readonly One[] = [];
const unsaidNone = unsaid("none");
const unsaidAbsent = unsaid("absent");

/**
 * A block that is not said: with every one of its clauses absent, or none as it is itself. Made once, for nothing in
 * it depends on the text.
 */
const unsaidBlocks = onceEach((block: BlockSpec) => ({
  absent: unsaidBlock(block, "absent"),
  none: unsaidBlock(block, "none"),
}));

function unsaidBlock(block: BlockSpec, state: "absent" | "none"): BoundInner<Record<never, never>> {
  const clause = state === "none" ? unsaidNone : unsaidAbsent;
  const inner = Object.fromEntries(
    entriesOf(block).map(([id, entry]): [string, AnyBound] => {
      if (entry.repeats) return [id, nothing];
      return [id, entry.block ? unsaidBlocks(entry.block)[state] : clause];
    }),
  );
  return { state, clause: undefined, inner, head: unsaidAbsent, rows: [], table: undefined, lines: [] };
}

/** Lines in their own words; one that is a blank is still open and says nothing. */
function linesOf(rows: readonly Clause[], context: Judging): string[] {
  return rows.flatMap(({ span }) => {
    const words = textAt(span, context).trim();
    if (!isBlankLine(words)) return [words];
    context.report("still-open", span, "This line is still blank.");
    return [];
  });
}

/** Whether a statement of a clause with a block says something without braces, such as `none after July 1, 2024`. */
function saysByItself({ value }: ClauseSpec, { block, phrase }: Clause): boolean {
  return value.form !== "block" && value.form !== "heading" && block === undefined && phrase.length > 0;
}

/**
 * What a block clause says before its braces, and by itself under conditions beside them. Where it says nothing but
 * that there is none for a time, that is its head.
 */
function headOf(spec: ClauseSpec, said: Statements, context: Judging): Bound<unknown> {
  if (spec.value.form === "block") return unsaid("absent");
  const statements = said
    .filter(({ phrase, block }) => phrase.length > 0 || !block)
    .map((clause) => ({ clause, bound: bindClause(spec, clause, context) }));
  const [only, ...more] = statements;
  if (!only) return unsaid("absent");
  return more.length === 0 ? only.bound : withCases(spec, statements, context);
}

function isBlankLine(words: string): boolean {
  return /^\[[\s_●.]*\]$/.test(words);
}

function innerState(
  spec: ClauseSpec,
  clause: Clause,
  parts: readonly Block[],
  context: Judging,
): One["state"] {
  if (isNone(clause)) {
    if (parts.length > 0) {
      const message = `${spec.names[0]} is none, and yet has terms in braces. Take “none” out, or the braces.`;
      context.report("block-unexpected", clause.name, message);
    }
    return "none";
  }
  if (parts.length === 0) {
    if (isBlankLine(clause.phrase.map(({ image }) => image).join(""))) {
      context.report(
        "still-open",
        endOf(clause),
        `${spec.names[0]} is still blank: what rests on it waits for it.`,
      );
      return "blank";
    }
    if (spec.value.form !== "block" && clause.phrase.length > 0) return "said";
    const name = spec.names[0];
    context.report(
      "block-missing",
      clause.name,
      `The terms of ${name} stand between braces: ${name} { … }. Write “${name} none” if there is none.`,
      { fixes: [{ title: "Open the block", edits: [{ span: endOf(clause), text: " {\n  }" }] }] },
    );
    return "unread";
  }
  if (spec.value.form === "block" && clause.phrase.length > 0)
    judge(spec, clause.phrase, clause.name.end, context);
  return "said";
}

function reportDuplicate(spec: ClauseSpec, first: Clause, other: Clause, context: Judging): void {
  context.report(
    "clause-duplicate",
    other.name,
    `${spec.names[0]} is said twice; the first that can be read is used for numbers. Keep the one that is meant.`,
    {
      related: [{ message: "Said first here.", span: first.span }],
      fixes: [{ title: `Take this ${spec.names[0]} out`, edits: [{ span: other.span, text: "" }] }],
    },
  );
}

function reportMissing(
  spec: BlockSpec,
  bound: Readonly<Record<string, AnyBound>>,
  name: Span,
  context: Judging,
): void {
  const missing = requiredOf(spec).filter(
    ([id, { unless = [] }]) => isAbsent(bound[id]) && unless.every((other) => isSilent(bound[other])),
  );
  if (missing.length === 0) return;
  const specs = missing.map(([, entry]) => entry);
  const names = listing(specs.map((entry) => `“${entry.names[0]}”`));
  const reasons = specs.map((entry) => `${entry.names[0]}: ${requirementOf(entry, spec)}`).join("; ");
  const examples = specs.map(({ example }) => example).join("; ");
  const message = `The ${spec.title} lacks ${names} (${reasons}). Write it like this: ${examples}.`;
  context.report("clause-missing", name, message);
}

function isAbsent(bound: AnyBound | undefined): boolean {
  return bound === undefined || ("state" in bound ? bound.state === "absent" : bound.length === 0);
}

/** Whether a clause gives nothing: it is not there, or it says that there is none. */
function isSilent(bound: AnyBound | undefined): boolean {
  return isAbsent(bound) || (bound !== undefined && "state" in bound && bound.state === "none");
}
