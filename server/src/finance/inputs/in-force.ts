import { onceEach } from "../../base/once.ts";
import type { ConditionMeaning } from "../../catalog/value.ts";
import type { Bound, BoundNote, Said } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { evaluate, type Situation } from "../engine/formula.ts";
import { boundBehind, withChanges, withGetters } from "../engine/view.ts";
import { caseIn, conversionDate, holdsOn } from "./clauses.ts";

/** Clauses whose formulas read the conditions themselves: each statement counts for a time, or for a case, of its own. */
const readElsewhere: ReadonlySet<string> = new Set([
  "interest",
  "extension",
  "defaultAmount",
  "atMaturity",
  "term",
]);

type Entries = Readonly<Record<string, unknown>>;

/**
 * The note as its clauses stand on the situation's day: of what is said several times under conditions, the statement
 * that counts then, with the others as its cases. Interest is left as it is, for its statements bear on the days that
 * each is said for. The same note where no clause of it is said under a condition. What counts is found when a clause is
 * looked at, so that whoever does has looked at the condition too.
 */
export function noteInForce(situation: Situation): BoundNote {
  const { note } = situation;
  const clauses = inForce(note.clauses, boundBehind(note).clauses, situation, readElsewhere);
  return clauses === note.clauses ? note : withChanges(note, { clauses: clauses as BoundNote["clauses"] });
}

/** The clauses of a block as they stand; the same object where none of them is said under a condition. */
function inForce<E extends object>(view: E, bound: E, situation: Situation, left: ReadonlySet<string>): E {
  const hanging = hangingIn(bound);
  if (hanging.every((id) => left.has(id))) return view;
  const changes: Record<string, () => unknown> = {};
  for (const id of hanging)
    if (!left.has(id)) changes[id] = () => entryNow((view as Entries)[id], (bound as Entries)[id], situation);
  return withGetters(view, changes);
}

/** The clauses of a block in which anything is said under a condition. */
const hangingIn = onceEach((block: object): readonly string[] => {
  const found: string[] = [];
  for (const id in block) if (hangsOnConditions((block as Entries)[id])) found.push(id);
  return found;
});

/** Whether anything in a clause, or in a block's clauses, is said under a condition. */
export function hangsOnConditions(entry: unknown): boolean {
  if (Array.isArray(entry)) return entry.some(hangsOnConditions);
  if (typeof entry !== "object" || entry === null) return false;
  if ("inner" in entry) {
    const { inner, head } = entry as Block;
    return hangsOnConditions(head) || hangingIn(inner).length > 0;
  }
  if (!isSaid(entry)) return "condition" in entry && entry.condition !== undefined;
  return entry.condition !== undefined || entry.cases.length > 0 || entry.gaps.length > 0;
}

const nothingLeft: ReadonlySet<string> = new Set();

/** An entry as it stands: `bound` is what is bound behind the view of it. */
function entryNow(entry: unknown, bound: unknown, situation: Situation): unknown {
  if (Array.isArray(entry)) return listNow(entry, situation);
  if (typeof entry !== "object" || entry === null) return entry;
  if ("inner" in entry) return blockNow(entry as Block, bound as Block, situation);
  return isSaid(entry) ? statementNow(entry, situation) : entry;
}

/** A clause with a block: what it says before its braces, or beside them, counts in its time like any statement. */
interface Block {
  readonly inner: Entries;
  readonly head: Bound<unknown>;
  readonly state: string;
  readonly rows: readonly unknown[];
}

function blockNow(entry: Block, bound: Block, situation: Situation): unknown {
  const head = (): Bound<unknown> => headNow(entry.head, situation);
  return withGetters(entry, {
    inner: () => inForce(entry.inner, bound.inner, situation, nothingLeft),
    head,
    state: () => (head().state === "none" ? "none" : entry.state),
    rows: () => (head().state === "none" ? [] : entry.rows),
  });
}

function headNow(head: Bound<unknown>, situation: Situation): Bound<unknown> {
  if (head.state === "said") return statementNow(head, situation);
  if (!head.condition) return head;
  return stands(head.condition, situation) && situation.scenario ? head : notNow(head);
}

/** Of a clause that may be said several times, what stands under no condition or under one that holds. */
function listNow(entries: readonly unknown[], situation: Situation): readonly unknown[] {
  const now = entries
    .filter((entry) => !(isSaid(entry) && entry.condition) || stands(entry.condition, situation))
    .map((entry) => entryNow(entry, entry, situation));
  return now.length === entries.length && now.every((entry, index) => entry === entries[index])
    ? entries
    : now;
}

function stands(condition: ConditionMeaning, situation: Situation): boolean {
  if (situation.scenario === undefined) return true;
  const holds = holdsOn(condition, evaluate(conversionDate, situation), situation);
  return isWaiting(holds) || holds;
}

function statementNow(bound: Said<unknown>, situation: Situation): Bound<unknown> {
  if (!bound.condition && bound.cases.length === 0 && bound.gaps.length === 0) return bound;
  const now = caseIn(bound, situation);
  if (isWaiting(now)) return neverHolds(bound, situation) ? notNow(bound) : bound;
  if (now === bound || now.state !== "said") return now;
  const others = [bound, ...bound.cases].filter(({ clause }) => clause !== now.clause);
  return { ...now, cases: others.map((one) => ({ ...one, cases: [], gaps: [] })), gaps: bound.gaps };
}

/** Whether a clause that is said under conditions alone says nothing in a scenario, for none of them holds. */
function neverHolds(bound: Said<unknown>, situation: Situation): boolean {
  if (situation.scenario === undefined) return false;
  const day = evaluate(conversionDate, situation);
  return statementsOf(bound).every(
    ({ condition }) => condition && holdsOn(condition, day, situation) === false,
  );
}

/** The clause is there, and does not count now. */
function notNow({ clause, condition }: Bound<unknown>): Bound<unknown> {
  return { state: "absent", clause, condition };
}

function isSaid(entry: unknown): entry is Said<unknown> {
  return typeof entry === "object" && entry !== null && "cases" in entry && "gaps" in entry;
}
