import { lookedAt, lookedAtAllOf, nothingRead, type Reads, watched } from "../../base/reads.ts";
import type { Case } from "../../market/case.ts";
import { isWaiting, type Waiting, waiting } from "../../quantity/figure.ts";
import { aroundCell, notePart } from "./cells.ts";
import { evaluate, type Situation, type Source } from "./formula.ts";
import { newMemo } from "./memo.ts";
import { boundBehind } from "./view.ts";
import { viewsOf } from "./views.ts";

/**
 * The situations of all notes of the issuer that the scenario applies to, this one's own among them, in the order of
 * the file. They know each other, so that what one asks of another is worked out once; and notes that ask of the same
 * scenario, read the same way, share one list, so that what they come to together is worked out once for all of them.
 */
export function together(situation: Situation): readonly Situation[] {
  lookedAt(notePart, aroundCell("together"));
  const known = situation.memo.answers.get(together);
  if (known) return known.value as readonly Situation[];
  const whole = isPlain(situation) ? sharedBy(situation) : around(situation);
  for (const one of [situation, ...whole])
    one.memo.answers.set(together, { value: whole, reads: nothingRead });
  return whole;
}

/** The list that has this situation in it: a note that is varied changes what the others come to beside it. */
function around(situation: Situation): readonly Situation[] {
  const all = casesFor(situation).map((one) => (isOwn(one, situation) ? situation : beside(one, situation)));
  return all.includes(situation) ? all : [situation];
}

function casesFor(situation: Situation): readonly Case[] {
  const { scenario } = situation;
  return situation.together.filter(
    (one) => isOwn(one, situation) || (scenario && one.scenarios.includes(boundBehind(scenario))),
  );
}

/** Whether the situation is the one that any other note of the list would make of this note. */
function isPlain({ together: cases, scenario, quotes, ...situation }: Situation): boolean {
  const own = cases.find(({ note }) => note === boundBehind(situation.note));
  const views = own && viewsOf(own, scenario && boundBehind(scenario));
  return (
    views?.scenario !== undefined &&
    own?.scenarios.includes(boundBehind(views.scenario)) === true &&
    views.scenario === scenario &&
    views.note === situation.note &&
    views.market === situation.market &&
    views.terms === situation.terms &&
    views.quotes === quotes
  );
}

const lists = new WeakMap<readonly Case[], Map<string, readonly Situation[]>>();

/** The one list for all plain situations of a scenario that are read the same way. */
function sharedBy(situation: Situation): readonly Situation[] {
  const { together: cases, scenario, valuedOn, conversionPrice, readings } = situation;
  const known = lists.get(cases) ?? new Map<string, readonly Situation[]>();
  lists.set(cases, known);
  const read = [...readings].map((one) => one.join("=")).sort();
  const key = [numberOf(boundBehind(scenario) ?? cases), valuedOn, numberOf(conversionPrice), ...read].join();
  const list = known.get(key) ?? casesFor(situation).map((one) => beside(one, situation));
  known.set(key, list);
  return list;
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** A number that tells an object from all others. */
function numberOf(thing: object): number {
  const known = numbers.get(thing);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(thing, lastNumber);
  return lastNumber;
}

/** A note that is tried with another meaning of a clause is still the same note. */
function isOwn({ note }: Case, situation: Situation): boolean {
  return note === boundBehind(situation.note);
}

function beside(other: Case, { scenario: played, quotes, together: all, ...rest }: Situation): Situation {
  const { valuedOn, readings, conversionPrice, capPrice, inForce } = rest;
  const scenario = played && boundBehind(played);
  const own = viewsOf(other, scenario);
  const asSaid: Situation = {
    ...own,
    together: all,
    valuedOn,
    readings,
    conversionPrice,
    capPrice,
    inForce,
    quotes: quotes.flat ? quotes : own.quotes,
    memo: newMemo(),
    differs: undefined,
  };
  return { ...asSaid, note: inForce(asSaid), memo: newMemo() };
}

/** What several situations come to together, worked out once for each list of them, and for each `key` where given. */
export function onceAmong<T, K = undefined>(
  compute: (situations: readonly Situation[], key: K) => T,
): (situations: readonly Situation[], key: K) => T {
  const known = new WeakMap<readonly Situation[], Map<K, { readonly value: T; readonly reads: Reads }>>();
  return (situations, key) => {
    const byKey = known.get(situations) ?? new Map<K, { readonly value: T; readonly reads: Reads }>();
    known.set(situations, byKey);
    const before = byKey.get(key);
    if (before) lookedAtAllOf(before.reads);
    const answer = before ?? watched(() => compute(situations, key));
    byKey.set(key, answer);
    return answer.value;
  };
}

/** What a source comes to in each of the situations; waits for all that any of them waits for, by its name. */
export function inEach<T>(source: Source<T>, situations: readonly Situation[]): readonly T[] | Waiting {
  return valuesIn(situations, source) as readonly T[] | Waiting;
}

const valuesIn = onceAmong((situations, source: Source): readonly unknown[] | Waiting => {
  const values = situations.map((situation) => ({ situation, value: evaluate(source, situation) }));
  const missing = values.flatMap(({ situation, value }) =>
    isWaiting(value)
      ? value.waitingFor.map((need) =>
          situations.length > 1 ? `${need} (of “${situation.note.name}”)` : need,
        )
      : [],
  );
  return missing.length > 0
    ? waiting(...missing)
    : values.flatMap(({ value }) => (isWaiting(value) ? [] : [value]));
});
