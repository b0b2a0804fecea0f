import type { Case } from "../../market/case.ts";
import { isWaiting, type Waiting, waiting } from "../../quantity/figure.ts";
import { evaluate, type Situation, type Source } from "./formula.ts";
import { quotesIn } from "./price-path.ts";

/**
 * The situations of all notes of the issuer that the scenario applies to, this one's own among them, in the order of
 * the file. They know each other, so that what one asks of another is worked out once.
 */
export function together(situation: Situation): readonly Situation[] {
  const known = situation.memo.get(together);
  if (known) return known as readonly Situation[];
  const { scenario } = situation;
  const cases = situation.together.filter(
    (one) => isOwn(one, situation) || (scenario && one.scenarios.includes(scenario)),
  );
  const all = cases.map((one) => (isOwn(one, situation) ? situation : beside(one, situation)));
  const whole = all.includes(situation) ? all : [situation];
  for (const one of whole) one.memo.set(together, whole);
  return whole;
}

/** A note that is tried with another meaning of a clause is still the same note. */
function isOwn({ note }: Case, situation: Situation): boolean {
  return note.clause === situation.note.clause;
}

function beside(
  other: Case,
  { scenario, valuedOn, quotes, readings, conversionPrice, ...situation }: Situation,
): Situation {
  return {
    ...other,
    together: situation.together,
    scenario,
    valuedOn,
    readings,
    conversionPrice,
    text: other.note.tree.text,
    quotes: quotes.flat ? quotes : quotesIn(other, scenario),
    memo: new Map(),
    reread: undefined,
  };
}

/** What a source comes to in each of the situations; waits for all that any of them waits for, by its name. */
export function inEach<T>(source: Source<T>, situations: readonly Situation[]): readonly T[] | Waiting {
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
}
