import { listing } from "../../base/words.ts";
import type { DateMeaning, EventName } from "../../catalog/value.ts";
import type { Bound, Said } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { exampleNote, rule } from "../rule.ts";

export const dateCircular = rule({
  code: "date-circular",
  severity: "error",
  title: "A date that counts from itself",
  why: "A maturity “30 days after maturity” refers to itself, as clauses do that were copied from another place. It is no date, and nothing that rests on it can be worked out.",
  repair: "Count from another day, such as the issue, or write the date.",
  bad: exampleNote("", { matures: "30 days after maturity" }).replace("\n\n}", "\n}"),
  good: exampleNote("", { matures: "366 days after issue" }).replace("\n\n}", "\n}"),
  find: ({ note }) => {
    const { issued, funded, matures } = note.clauses;
    const dates: ReadonlyMap<EventName, Bound<DateMeaning>> = new Map([
      ["issue", issued],
      ["funding", funded],
      ["maturity", matures],
    ]);
    const seen = new Set<EventName>();
    return [...dates].flatMap(([event]) => {
      const circle = circleFrom(event, dates);
      if (!circle || circle.some(({ name }) => seen.has(name))) return [];
      for (const { name } of circle) seen.add(name);
      const [first, ...others] = circle;
      if (!first) return [];
      const names = circle.map(({ name }) => name);
      const message =
        others.length === 0
          ? `The day of ${first.name} counts from ${first.name} itself, so it is no day. Count from another day, or write the date.`
          : `The days of ${listing(names)} count from each other, so none of them is a day. Write one of the dates.`;
      return [
        {
          span: first.said.span,
          message,
          related: others.map(({ said }) => ({ message: "Counted from here.", span: said.span })),
        },
      ];
    });
  },
});

interface Step {
  readonly name: EventName;
  readonly said: Said<DateMeaning>;
}

/** The dates from one back to itself, in the order in which one counts from the next. */
function circleFrom(
  start: EventName,
  dates: ReadonlyMap<EventName, Bound<DateMeaning>>,
): readonly Step[] | undefined {
  const search = (path: readonly Step[], at: EventName): readonly Step[] | undefined => {
    const bound = dates.get(at);
    const [said] = bound ? statementsOf(bound) : [];
    if (!said) return undefined;
    const here = [...path, { name: at, said }];
    for (const next of eventsIn(said.meaning)) {
      if (next === start) return here;
      if (!dates.has(next) || here.some(({ name }) => name === next)) continue;
      const found = search(here, next);
      if (found) return found;
    }
    return undefined;
  };
  return search([], start);
}

function eventsIn(date: DateMeaning): EventName[] {
  switch (date.kind) {
    case "day":
      return [];
    case "best":
      return date.alternatives.flatMap(eventsIn);
    default:
      return [date.event];
  }
}
