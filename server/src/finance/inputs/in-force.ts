import type { ConditionMeaning } from "../../catalog/value.ts";
import type { Bound, BoundNote, Said } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { evaluate, type Situation } from "../engine/formula.ts";
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
 * each is said for. The same note where no clause of it is said under a condition.
 */
export function noteInForce(situation: Situation): BoundNote {
  const { note } = situation;
  const clauses = inForce(note.clauses, situation, readElsewhere);
  return clauses === note.clauses ? note : { ...note, clauses: clauses as BoundNote["clauses"] };
}

/** The entries of a block as they stand; the same object where all of them stand as they are. */
function inForce(entries: Entries, situation: Situation, left: ReadonlySet<string>): Entries {
  const changed = Object.entries(entries).flatMap(([id, entry]) => {
    const now = left.has(id) ? entry : entryNow(entry, situation);
    return now === entry ? [] : [[id, now] as const];
  });
  return changed.length === 0 ? entries : { ...entries, ...Object.fromEntries(changed) };
}

const nothingLeft: ReadonlySet<string> = new Set();

function entryNow(entry: unknown, situation: Situation): unknown {
  if (Array.isArray(entry)) return listNow(entry, situation);
  if (typeof entry !== "object" || entry === null) return entry;
  if ("inner" in entry) return blockNow(entry as Block, situation);
  return isSaid(entry) ? statementNow(entry, situation) : entry;
}

/** A clause with a block: what it says before its braces, or beside them, counts in its time like any statement. */
interface Block {
  readonly inner: Entries;
  readonly head: Bound<unknown>;
  readonly state: string;
}

function blockNow(entry: Block, situation: Situation): unknown {
  const inner = inForce(entry.inner, situation, nothingLeft);
  const head = headNow(entry.head, situation);
  if (inner === entry.inner && head === entry.head && head.state !== "none") return entry;
  const none = head.state === "none" ? { state: "none", rows: [] } : {};
  return { ...entry, inner, head, ...none };
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
    .map((entry) => entryNow(entry, situation));
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
