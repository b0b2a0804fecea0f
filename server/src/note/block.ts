import { cover, type Span } from "../base/span.ts";
import { listing } from "../base/words.ts";
import type { BlockSpec, ClauseSpec } from "../catalog/clause.ts";
import { type Draft, resolveBrackets } from "../syntax/brackets.ts";
import { GroupOpen } from "../syntax/frames.ts";
import { spanOf, Word } from "../syntax/tokens.ts";
import type { Block, Clause } from "../syntax/tree.ts";
import { wordOf } from "../syntax/vocabulary.ts";
import type { Bound, BoundInner, Unsaid } from "./bound.ts";
import type { Judging } from "./numbers.ts";
import { reportUnknown } from "./unknown.ts";
import { judge } from "./values.ts";

const none: readonly Clause[] = [];

const entries = new WeakMap<BlockSpec, readonly (readonly [string, ClauseSpec])[]>();

/** A block's clauses with their ids: listed once, for every edit asks. */
function entriesOf(spec: BlockSpec): readonly (readonly [string, ClauseSpec])[] {
  const known = entries.get(spec) ?? Object.entries(spec.clauses);
  entries.set(spec, known);
  return known;
}

type AnyBound = Bound<unknown> | BoundInner<Record<never, never>>;

/**
 * Binds the clauses of a block: every one that the catalog knows has an entry, said or not. `outer` is the state of
 * the block itself; where it is `none`, nothing in it is assumed. A block that was closed too early and begun
 * anew stands in several parts.
 */
export function bindBlock(
  spec: BlockSpec,
  parts: readonly Block[],
  name: Span,
  outer: AnyBound["state"],
  context: Judging,
): Readonly<Record<string, AnyBound>> {
  const clauses = parts.flatMap((part) => part.clauses);
  const byId = new Map<string, Clause[]>();
  for (const clause of clauses) {
    const { match } = clause;
    const same = match && byId.get(match.id);
    if (same) same.push(clause);
    else if (match) byId.set(match.id, [clause]);
  }
  const bound: Record<string, AnyBound> = {};
  for (const [id, entry] of entriesOf(spec)) {
    const said = byId.get(id) ?? none;
    bound[id] = entry.repeats ? unsaid("absent") : bindEntry(entry, said, outer, context);
  }
  if (spec.content === "clauses") {
    for (const clause of clauses) if (!clause.match) reportUnknown(clause, spec, context);
  }
  if (outer === "said") reportMissing(spec, bound, name, context);
  return bound;
}

function bindEntry(
  spec: ClauseSpec,
  said: readonly Clause[],
  outer: AnyBound["state"],
  context: Judging,
): AnyBound {
  const [first, ...others] = said;
  if (spec.block) return bindInner(spec, spec.block, said, outer, context);
  if (!first) return unsaid(outer === "none" ? "none" : "absent");
  let bound = bindClause(spec, first, context);
  for (const other of others) {
    reportDuplicate(spec, first, other, context);
    if (bound.state === "unread") bound = bindClause(spec, other, context);
  }
  return bound;
}

function bindInner(
  spec: ClauseSpec,
  block: BlockSpec,
  said: readonly Clause[],
  outer: AnyBound["state"],
  context: Judging,
): BoundInner<Record<never, never>> {
  const [first, ...others] = said;
  for (const other of others)
    if (other.phrase.length > 0 || other.name.end > other.name.start)
      reportDuplicate(spec, first as Clause, other, context);
  const parts = said.flatMap((clause) => (clause.block ? [clause.block] : []));
  const state = innerState(spec, first, parts, outer, context);
  const inner = bindBlock(block, parts, first?.name ?? { start: 0, end: 0 }, state, context);
  return { state, clause: first, inner };
}

function innerState(
  spec: ClauseSpec,
  clause: Clause | undefined,
  parts: readonly Block[],
  outer: AnyBound["state"],
  context: Judging,
): AnyBound["state"] {
  if (!clause) return outer === "none" ? "none" : "absent";
  if (isNone(clause)) {
    if (parts.length > 0) {
      const message = `${spec.names[0]} is none, and yet has terms in braces. Take “none” out, or the braces.`;
      context.report("block-unexpected", clause.name, message);
    }
    return "none";
  }
  if (parts.length === 0) {
    if (spec.value.form === "source" && clause.phrase.length > 0) return "said";
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

/** One clause with its meaning, its brackets resolved. */
export function bindClause(spec: ClauseSpec, written: Clause, context: Judging): Bound<unknown> {
  const clause = withoutBraces(spec, written, context);
  if (isNone(clause)) {
    if (spec.required && !spec.mayBeNone) reportNone(spec, clause, context);
    return unsaid("none", clause);
  }
  const draft = resolveBrackets(clause.phrase);
  reportOpen(spec, clause, draft, context);
  if (draft.blank) return unsaid("blank", clause);
  if (draft.tokens.length === 0 && needsWords(spec)) {
    reportEmpty(spec, clause, context);
    return unsaid("unread", clause);
  }
  const at = clause.name.end;
  const meaning = judge(spec, draft.tokens, at, context);
  if (meaning === undefined) return unsaid("unread", clause);
  const span = phraseSpan(clause);
  const alternatives = draft.others.flatMap((other) => {
    const otherwise = judge(spec, other.tokens, at, context);
    const text = other.bracket.options[other.option]?.map((token) => token.image).join(" ") ?? "";
    return otherwise === undefined ? [] : [{ text, meaning: otherwise }];
  });
  const text = context.text.slice(span.start, span.end);
  return { state: "said", meaning, clause, text, span, brackets: draft.brackets, alternatives };
}

/** Of a clause that says all it can on its line, what stands before the braces. */
function withoutBraces(spec: ClauseSpec, clause: Clause, context: Judging): Clause {
  const at = clause.phrase.findIndex(({ tokenType }) => tokenType === GroupOpen);
  if (at < 0 || takesBraces(spec)) return clause;
  context.report(
    "block-unexpected",
    clause.name,
    `${spec.names[0]} says all it can on its line; what stands in the braces is passed over. Take them out, and write it like this: ${spec.example}.`,
  );
  return { ...clause, phrase: clause.phrase.slice(0, at) };
}

function takesBraces({ block, value }: ClauseSpec): boolean {
  if (block || value.form === "text" || value.form === "definition") return true;
  return value.form === "phrase" && value.rule === "price";
}

function reportNone(spec: ClauseSpec, clause: Clause, context: Judging): void {
  const [name] = spec.names;
  const message = `A note can't do without ${name}: ${spec.required}. Write it like this: ${spec.example}; or leave a blank [ ].`;
  context.report("value-wrong", phraseSpan(clause), message);
}

function unsaid(state: Unsaid["state"], clause?: Clause): Unsaid {
  return { state, clause };
}

function isNone({ phrase }: Clause): boolean {
  const [only, more] = phrase;
  return only?.tokenType === Word && wordOf(only) === "none" && more === undefined;
}

function needsWords({ value }: ClauseSpec): boolean {
  return value.form !== "flag" && value.form !== "heading" && value.form !== "block";
}

function phraseSpan(clause: Clause): Span {
  const first = clause.phrase[0];
  const last = clause.phrase.at(-1);
  return first && last ? cover(spanOf(first), spanOf(last)) : clause.name;
}

function endOf(clause: Clause): Span {
  const end = Math.max(clause.name.end, phraseSpan(clause).end);
  return { start: end, end };
}

function reportEmpty(spec: ClauseSpec, clause: Clause, context: Judging): void {
  context.report(
    "value-missing",
    clause.name,
    `${spec.names[0]} says nothing yet: it wants ${spec.value.says}. Write it like this: ${spec.example}; or leave a blank [ ].`,
  );
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
  const missing = entriesOf(spec).filter(([id, { required }]) => required && bound[id]?.state === "absent");
  if (missing.length === 0) return;
  const specs = missing.map(([, entry]) => entry);
  const names = listing(specs.map((entry) => `“${entry.names[0]}”`));
  const reasons = specs.map((entry) => `${entry.names[0]}: ${entry.required}`).join("; ");
  const examples = specs.map(({ example }) => example).join("; ");
  const message = `The ${spec.title} lacks ${names} (${reasons}). Write it like this: ${examples}.`;
  context.report("clause-missing", name, message);
}

function reportOpen(spec: ClauseSpec, clause: Clause, draft: Draft, context: Judging): void {
  for (const { kind, span, options } of draft.brackets) {
    const inside = context.text.slice(span.start, span.end);
    const message =
      kind === "blank"
        ? `${spec.names[0]} is still blank: what rests on it waits for it.`
        : kind === "proposed"
          ? `${spec.names[0]} is proposed, not agreed: ${inside}. Numbers use it.`
          : `${spec.names[0]} has ${options.length} alternatives: ${inside}. Numbers use the first.`;
    context.report("still-open", span, message, {
      related: [{ message: "The clause that is open.", span: clause.name }],
    });
  }
}
