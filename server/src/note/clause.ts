import type { IToken } from "chevrotain";
import { once } from "../base/once.ts";
import { cover, type Span } from "../base/span.ts";
import { shortened } from "../base/words.ts";
import type { ClauseSpec } from "../catalog/clause.ts";
import type { ConditionMeaning, Value } from "../catalog/value.ts";
import { allClauses } from "../catalog/vocabulary.ts";
import { type Draft, resolveBrackets } from "../syntax/brackets.ts";
import { GroupOpen } from "../syntax/frames.ts";
import { spanOf, Word } from "../syntax/tokens.ts";
import type { Clause } from "../syntax/tree.ts";
import { wordOf } from "../syntax/vocabulary.ts";
import type { Bound, Unsaid } from "./bound.ts";
import { divisions, judgeCondition } from "./conditions.ts";
import { reportImpossible } from "./impossible.ts";
import type { Judging } from "./numbers.ts";
import { reportStrayBrackets } from "./report.ts";
import { judge, withoutProblems } from "./values.ts";

/** One clause with its meaning, its brackets resolved. */
export function bindClause(spec: ClauseSpec, written: Clause, context: Judging): Bound<unknown> {
  const clause = withoutBraces(spec, written, context);
  if (isNone(clause)) {
    if (spec.required && !spec.mayBeNone) reportNone(spec, clause, context);
    return unsaid("none", clause);
  }
  const draft = resolveBrackets(clause.phrase);
  reportStrayBrackets(draft.stray, context);
  reportOpen(spec, clause, draft, context);
  if (draft.blank) return unsaid("blank", clause, conditionAtEnd(draft.tokens, context));
  const noneThen = noneUnder(spec, { ...clause, phrase: [...draft.tokens] }, context);
  if (noneThen) return unsaid("none", clause, noneThen);
  if (draft.tokens.length === 0 && needsWords(spec)) {
    reportEmpty(spec, clause, context);
    return unsaid("unread", clause);
  }
  const at = clause.name.end;
  const reading = readWithCondition(spec, draft.tokens, at, context);
  if (reading.meaning === undefined) return unsaid("unread", clause);
  const span = phraseSpan(clause);
  reportImpossible(spec, reading.meaning, span, context);
  const alternatives = draft.others.flatMap((other) => {
    const otherwise = readWithCondition(spec, other.tokens, at, context).meaning;
    const option = other.bracket.options[other.option] ?? [];
    return otherwise === undefined ? [] : [{ text: optionText(option, context), meaning: otherwise }];
  });
  return {
    state: "said",
    meaning: reading.meaning,
    clause,
    text: textAt(span, context),
    span,
    brackets: draft.brackets,
    alternatives,
    condition: reading.condition,
    cases: [],
    gaps: [],
  };
}

/** `$[ ] on event of default`: the condition that ends the words, whatever a blank leaves before it. */
function conditionAtEnd(tokens: readonly IToken[], context: Judging): ConditionMeaning | undefined {
  const [way] = divisions(tokens, 0);
  return way && judgeCondition(way.condition, context);
}

/** `none on "Delisting"`: that there is none under a condition. */
function noneUnder(spec: ClauseSpec, { phrase }: Clause, context: Judging): ConditionMeaning | undefined {
  const [first, ...rest] = phrase;
  const none = first?.tokenType === Word && wordOf(first) === "none";
  return none && mayBeConditional(spec) ? conditionAtEnd(rest, context) : undefined;
}

interface Reading {
  readonly meaning: unknown;
  readonly condition: ConditionMeaning | undefined;
}

/** A clause's words: the whole of them its value, else a value with a condition behind it. */
function readWithCondition(
  spec: ClauseSpec,
  tokens: readonly IToken[],
  at: number,
  context: Judging,
): Reading {
  const ways = mayBeConditional(spec) ? divisions(tokens, at) : [];
  if (ways.length === 0) return { meaning: judge(spec, tokens, at, context), condition: undefined };
  const whole = judgedSoundly(spec, tokens, at, context);
  if (whole !== undefined) return { meaning: whole, condition: undefined };
  for (const { value, condition } of ways) {
    const meaning = judgedSoundly(spec, value, at, context);
    if (meaning !== undefined) return { meaning, condition: judgeCondition(condition, context) };
  }
  for (const { value } of ways) {
    const tried = withoutProblems(context);
    judge(spec, value, at, tried);
    const doubts = tried.problems.filter(({ code }) => code === "choice-ambiguous");
    if (doubts.length === 0) continue;
    context.problems.push(...doubts);
    return { meaning: undefined, condition: undefined };
  }
  return { meaning: judge(spec, tokens, at, context), condition: undefined };
}

/** What the words mean where nothing is wrong with them, what they leave open reported; undefined else, and nothing is. */
function judgedSoundly(spec: ClauseSpec, tokens: readonly IToken[], at: number, context: Judging): unknown {
  const tried = withoutProblems(context);
  const meaning = judge(spec, tokens, at, tried);
  if (tried.problems.some(({ severity }) => severity === "error")) return undefined;
  if (meaning !== undefined) context.problems.push(...tried.problems);
  return meaning;
}

const conditionalForms: ReadonlySet<string> = new Set(["phrase", "choice", "tagged", "either", "flag"]);

function mayBeConditional(spec: ClauseSpec): boolean {
  return conditionalForms.has(spec.value.form) && !givenClauses().has(spec);
}

/** The clauses of a market and of a scenario: what they say is given, and holds under no condition, unless it has a history. */
const givenClauses = once(
  (): ReadonlySet<ClauseSpec> =>
    new Set(
      allClauses().flatMap(({ path, spec }) =>
        /^(note\/)?(market|scenario)\//.test(path) && !spec.history ? [spec] : [],
      ),
    ),
);

/** Of a clause that says all it can on its line, what stands before the braces. */
function withoutBraces(spec: ClauseSpec, clause: Clause, context: Judging): Clause {
  const at = clause.phrase.findIndex(({ tokenType }) => tokenType === GroupOpen);
  if (at < 0 || takesBraces(spec, clause.phrase[at - 1])) return clause;
  context.report(
    "block-unexpected",
    clause.name,
    `${spec.names[0]} says all it can on its line; what stands in the braces is passed over. Take them out, and write it like this: ${spec.example}.`,
  );
  return { ...clause, phrase: clause.phrase.slice(0, at) };
}

/** Alternatives stand in braces behind `of`, where the value may have any. */
function takesBraces({ block, value }: ClauseSpec, before: IToken | undefined): boolean {
  if (block !== undefined || value.form === "text") return true;
  return takesGroup(value) && before?.tokenType === Word && wordOf(before) === "of";
}

const rulesWithGroups: ReadonlySet<string> = new Set(["price", "amount", "rate", "date", "trigger"]);

function takesGroup(value: Value): boolean {
  if (value.form === "definition") return true;
  if (value.form === "tagged") return takesGroup(value.value);
  if (value.form === "either") return Object.values(value.values).some(takesGroup);
  return value.form === "phrase" && rulesWithGroups.has(value.rule);
}

function reportNone(spec: ClauseSpec, clause: Clause, context: Judging): void {
  const [name] = spec.names;
  const message = `A note can't do without ${name}: ${spec.required}. Write it like this: ${spec.example}; or leave a blank [ ].`;
  context.report("value-wrong", phraseSpan(clause), message);
}

export function unsaid(state: Unsaid["state"], clause?: Clause, condition?: ConditionMeaning): Unsaid {
  return { state, clause, condition };
}

export function isNone({ phrase }: Clause): boolean {
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

export function endOf(clause: Clause): Span {
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

function reportOpen(spec: ClauseSpec, clause: Clause, draft: Draft, context: Judging): void {
  const [first] = spec.names;
  const name = first.startsWith('"')
    ? `“${/^["“”„]([^"“”„]*)/.exec(textAt(clause.name, context))?.[1] ?? ""}”`
    : first;
  for (const { kind, span, options } of draft.brackets) {
    const inside = shortened(context.text.slice(span.start, span.end));
    const message =
      kind === "blank"
        ? `${name} is still blank: what rests on it waits for it.`
        : kind === "proposed"
          ? `${name} is proposed, not agreed: ${inside}. Numbers use it.`
          : `${name} has ${options.length} alternatives: ${inside}. Numbers use the first.`;
    context.report("still-open", span, message, {
      related: [{ message: "The clause that is open.", span: clause.name }],
    });
  }
}

/** The words of an alternative as they are written. */
function optionText(option: readonly IToken[], context: Judging): string {
  const [first, last] = [option[0], option.at(-1)];
  return first && last ? textAt(cover(spanOf(first), spanOf(last)), context).replace(/\s+/g, " ") : "";
}

/** The words of a part of the text. */
export function textAt({ start, end }: Span, { text }: Judging): string {
  return text.slice(start, end);
}
