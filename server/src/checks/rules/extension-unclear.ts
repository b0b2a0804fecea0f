import { exampleNote, rule } from "../rule.ts";

const note = (words: string): string => exampleNote(`  extension  ${words}`);

export const extensionUnclear = rule({
  code: "extension-unclear",
  severity: "warning",
  title: "A right to put off the maturity on both sides, or without an end",
  why: "Where either side may extend, neither can hold the other to the date: the maturity is no date at all. And a right without a last day can be used again and again.",
  repair: "Give the right to one side, and say until when: `extension by holder until January 2, 2026`.",
  bad: note("by either"),
  good: note("by holder until January 2, 2026"),
  find: ({ note: { clauses } }) => {
    const { extension, matures } = clauses;
    if (extension.state !== "said") return [];
    const related = matures.state === "said" ? [{ message: "The maturity.", span: matures.span }] : [];
    if (extension.meaning === "by either")
      return [
        {
          span: extension.span,
          message:
            "Either side may put off the maturity, so neither can hold the other to it: it is no date. Give the right to one of them, or say that both have to agree.",
          related,
        },
      ];
    if (extension.condition) return [];
    return [
      {
        span: extension.span,
        severity: "information",
        message: `The ${extension.meaning.replace("by ", "")} may put off the maturity, and nothing says until when or how often. Say it: “extension ${extension.meaning} until …”.`,
        related,
      },
    ];
  },
});
