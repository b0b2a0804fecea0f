import type { NoteClauses } from "../../note/bound.ts";
import { addition, removal } from "../edits.ts";
import { exampleNote, rule } from "../rule.ts";

const control = (more: string): string =>
  exampleNote(
    `  change of control {\n    pays            200% of principal plus interest\n    converts at     $0.75${more}\n  }`,
  );

export const changeOfControlUnclear = rule({
  code: "change-of-control-unclear",
  severity: "error",
  title: "A change of control that pays and converts, or does neither",
  why: "When the issuer is sold a holder gets a multiple of its money or shares of what is sold. A note that states both and not which of them, or promises both, is paid twice or litigated; one that states neither leaves the moment out at which the note matters most.",
  repair:
    "Say which the holder receives: `holder receives greater` or `holder's choice`; or state the branch that is missing.",
  bad: control(""),
  good: control("\n    holder receives  greater"),
  find: ({ note }) => {
    const { state, clause, inner } = note.clauses.changeOfControl;
    const { pays, convertsAt, receives } = inner;
    if (state !== "said" || !clause?.block) return [];
    const block = clause.block;
    if (pays.state === "said" && convertsAt.state === "said") {
      const both = receives.state === "said" && receives.meaning === "both";
      if (receives.state !== "absent" && !both) return [];
      const related = [
        { message: "What is paid.", span: pays.span },
        { message: "What it converts at.", span: convertsAt.span },
      ];
      const fix = (words: string, title: string) => ({
        title,
        edits: [
          receives.state === "said"
            ? { span: receives.span, text: words }
            : addition(`holder receives ${words}`, block, note.tree.text),
        ],
      });
      return [
        {
          span: receives.state === "said" ? receives.span : clause.name,
          ...(both ? { severity: "warning" as const } : {}),
          message: both
            ? `The holder is paid ${pays.text} and converts at ${convertsAt.text} as well: the same debt is satisfied twice. Write “greater” or “holder's choice”, unless that is meant.`
            : `When control changes the note is paid (${pays.text}) and converts (at ${convertsAt.text}), and nothing says which of the two the holder receives. Say it with “holder receives”.`,
          related,
          fixes: [
            fix("greater", "The holder receives the greater"),
            fix("holder's choice", "The holder chooses"),
          ],
        },
      ];
    }
    const chooses = receives.state === "said";
    const cap = note.clauses.qualifiedFinancing.inner.valuationCap;
    const capped = cap.state === "said" && convertsAt.state === "absent";
    const [one, missing] =
      pays.state === "said" && convertsAt.state === "absent" && !givesPrice(note.clauses)
        ? ["what it is paid", "“converts at”"]
        : convertsAt.state === "said" && pays.state === "absent"
          ? ["the price at which it converts", "“pays”"]
          : [undefined, ""];
    if (chooses && one !== undefined)
      return [
        {
          span: receives.span,
          severity: "warning",
          message: `The holder receives “${receives.text}”, but the clause states only ${one}: a branch is missing. State the other one with ${missing}${capped ? ", such as “converts at cap price”" : ""}, or take the choice out.`,
          related: [
            {
              message: "The only branch.",
              span: (pays.state === "said" ? pays : convertsAt).clause?.name ?? clause.name,
            },
          ],
          fixes: [
            ...(capped
              ? [
                  {
                    title: "It converts at the price of its valuation cap",
                    edits: [addition("converts at cap price", block, note.tree.text)],
                  },
                ]
              : []),
            {
              title: "There is no choice: take it out",
              edits: [removal(receives.clause.span, note.tree.text)],
            },
          ],
        },
      ];
    if (pays.state !== "absent" || convertsAt.state !== "absent") return [];
    return [
      {
        span: clause.name,
        severity: "warning",
        message:
          "The clause on a change of control says neither what the holder is paid nor at which price the note converts. State at least one of them, with “pays” or “converts at”.",
      },
    ];
  },
});

/** Whether the note's own conversion gives the price; what it converts at in a financing is none for a sale. */
function givesPrice({ conversion }: NoteClauses): boolean {
  return conversion.state === "said";
}
