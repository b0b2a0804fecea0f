import { show } from "../../quantity/format.ts";
import { addition } from "../edits.ts";
import { exampleNote, rule } from "../rule.ts";

const financing = (threshold: string): string =>
  exampleNote(`  qualified financing {\n    ${threshold}discount   20%\n  }`);

export const financingThresholdOpen = rule({
  code: "financing-threshold-open",
  severity: "warning",
  title: "A qualified financing without a threshold, or one that does not say what counts",
  why: "Any sale of shares, however small and at whatever price, is then the round in which the note becomes shares. And where the notes themselves count as money, a round of $400,000 may be one of $1,000,000.",
  repair: "State it: `threshold $1,000,000 excluding notes`, or `including notes`.",
  bad: financing(""),
  good: financing("threshold  $1,000,000 excluding notes\n    "),
  find: ({ note }) => {
    const { inner, state, clause } = note.clauses.qualifiedFinancing;
    const { threshold } = inner;
    if (state !== "said" || !clause) return [];
    if (threshold.state === "absent" || threshold.state === "none") {
      if (threshold.state === "none") return [];
      return [
        {
          span: clause.name,
          message:
            "Nothing says how much new money makes a financing qualified: any sale of shares, however small, would turn the note into shares. State a threshold, or write “threshold none”.",
          fixes: clause.block
            ? [
                {
                  title: "Any financing is meant: threshold none",
                  edits: [addition("threshold none", clause.block, note.tree.text)],
                },
              ]
            : [],
        },
      ];
    }
    if (threshold.state !== "said" || threshold.meaning.tag !== undefined) return [];
    const at = { start: threshold.span.end, end: threshold.span.end };
    return [
      {
        span: threshold.span,
        severity: "information",
        message: `Nothing says whether notes that convert count towards the threshold of ${show(threshold.meaning.value)}: if they do, less new money is enough. Say “excluding notes” or “including notes”.`,
        fixes: [
          { title: "New money alone counts", edits: [{ span: at, text: " excluding notes" }] },
          { title: "Converted notes count too", edits: [{ span: at, text: " including notes" }] },
        ],
      },
    ];
  },
});
