import { addition } from "../edits.ts";
import { exampleNote, rule } from "../rule.ts";

const conversion = (more: string): string =>
  exampleNote(
    `  conversion {\n    option         holder\n    until          maturity\n    price          $0.50\n    anti-dilution  full ratchet${more}\n  }`,
  );

export const ratchetWithoutExclusions = rule({
  code: "ratchet-without-exclusions",
  severity: "warning",
  title: "Anti-dilution that the note's own conversions may set off",
  why: "A price that falls with every issue of cheaper shares falls with the shares of employees, of other notes, and of this one: a conversion below the price lowers the price of the next. Clauses of this kind list the issues that are left out.",
  repair:
    "List what is left out: `excluded issuances conversions of this note and options of employees`; or write `excluded issuances none`.",
  bad: conversion(""),
  good: conversion("\n    excluded issuances  conversions of this note and options of employees"),
  find: ({ note }) => {
    const { antiDilution, excludedIssuances } = note.clauses.conversion.inner;
    const { block } = note.clauses.conversion.clause ?? {};
    if (antiDilution.state !== "said" || excludedIssuances.state !== "absent" || !block) return [];
    const words = "excluded issuances conversions of this note and options of employees";
    return [
      {
        span: antiDilution.clause.span,
        message:
          "Nothing says which issues of shares leave the price alone, so a conversion of this very note may lower the price of the next, and options of employees too. List what is left out, with “excluded issuances”.",
        fixes: [
          { title: "Leave conversions and options out", edits: [addition(words, block, note.tree.text)] },
          {
            title: "Nothing is left out: excluded issuances none",
            edits: [addition("excluded issuances none", block, note.tree.text)],
          },
        ],
      },
    ];
  },
});
