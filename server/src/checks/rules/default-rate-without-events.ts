import type { Fix } from "../../base/problem.ts";
import type { BoundNote } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { addition, blockAddition } from "../edits.ts";
import { exampleNote, rule } from "../rule.ts";

const interest = "  interest {\n    rate          8% per annum\n    default rate  15% per annum\n  }";

export const defaultRateWithoutEvents = rule({
  code: "default-rate-without-events",
  severity: "warning",
  title: "A default rate, but nothing that is a default",
  why: "A rate “upon an event of default” never applies where the note names no event. Whether late payment alone is a default is then for a court.",
  repair:
    "List the events of default, at least failure to pay when due; or write `events of default none` if none is meant.",
  bad: exampleNote(interest),
  good: exampleNote(`${interest}\n\n  events of default {\n    failure to pay when due\n  }`),
  find: ({ note }) => {
    const { defaultRate } = note.clauses.interest.inner;
    const { eventsOfDefault } = note.clauses;
    const named = note.events.lines.length > 0 || note.events.open;
    const missing = eventsOfDefault.state === "absent" || (eventsOfDefault.state === "said" && !named);
    if (defaultRate.state !== "said" || !missing) return [];
    const begins = statementsOf(defaultRate).every(({ condition }) => condition && condition.kind !== "on");
    if (begins) return [];
    return [
      {
        span: defaultRate.clause.name,
        message: `The note states a default rate, ${defaultRate.text}, but no event of default: nothing says when that rate begins, and numbers take it to begin when the note is due and unpaid. List the events of default, at least failure to pay when due.`,
        related: eventsOfDefault.clause
          ? [{ message: "This list is empty.", span: eventsOfDefault.clause.name }]
          : [],
        fixes: fixes(note),
      },
    ];
  },
});

/** The least list of events, or that there is none, where the note has no such clause. */
function fixes({ clauses, clause, tree }: BoundNote): Fix[] {
  const { block } = clause;
  if (!block || clauses.eventsOfDefault.clause) return [];
  const list = blockAddition("events of default", ["failure to pay when due"], block, tree.text);
  return [
    { title: "List “failure to pay when due” as an event of default", edits: [list] },
    {
      title: "State that there is none: “events of default none”",
      edits: [addition("events of default none", block, tree.text)],
    },
  ];
}
