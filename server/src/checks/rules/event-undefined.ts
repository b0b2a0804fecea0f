import { type EventName, eventNames, happeningsIn, isSlip } from "../event-names.ts";
import { exampleNote, rule, type Subject } from "../rule.ts";

const matures = (more: string): string => exampleNote(more, { matures: '12 months after "Closing Date"' });

export const eventUndefined = rule({
  code: "event-undefined",
  severity: "warning",
  title: "A day with a name that nothing defines",
  why: "A date that rests on a name has no day until something gives it one: a definition, or a scenario in which it happens. Often the name is that of another document, or a blank that was left in quotes.",
  repair:
    'Define it, `"Closing Date" means January 4, 2024`; give its day in a scenario; or leave a blank `[ ]`.',
  bad: matures(""),
  good: matures('  "Closing Date" means January 3, 2024'),
  find: (subject) =>
    eventNames(subject.note)
      .filter((event) => isUnknown(event, subject))
      .flatMap((event) => {
        const { name, span, alone, count } = event;
        if (!alone && (count > 1 || subject.played.length === 0)) return [];
        const blank = /_{2,}|●/.test(name);
        return [
          {
            span,
            ...(alone ? {} : { severity: "information" as const }),
            message: blank
              ? `“${name}” is read as the name of an event, for it stands in quotes; it looks like a blank. Write the day, or [ ] while it is open.`
              : alone
                ? `Nothing says which day “${name}” is: no definition, and no scenario. What counts from it waits. Define it, "${name}" means …, or give its day in a scenario.`
                : `“${name}” stands here alone, and happens in no scenario: nothing shows what follows from it. Give its day in a scenario: event "${name}" on ….`,
          },
        ];
      }),
});

/** Whether nothing defines the name and no scenario brings it; what may be a slip of another name is reported as that. */
function isUnknown({ name }: EventName, { note, alone, played }: Subject): boolean {
  const known = [
    ...[...alone.terms.values()].map((term) => term.name),
    ...played.flatMap(({ scenario }) => (scenario ? happeningsIn(scenario).map((one) => one.name) : [])),
  ];
  const others = eventNames(note).filter((one) => one.name !== name);
  return (
    !known.some((one) => one.toLowerCase() === name.toLowerCase()) &&
    ![...known, ...others.map((one) => one.name)].some((one) => isSlip(name, one))
  );
}
