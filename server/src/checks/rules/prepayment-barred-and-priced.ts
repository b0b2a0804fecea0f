import type { ScheduleRow } from "../../catalog/value.ts";
import { oneWhole } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { removal } from "../edits.ts";
import { exampleNote, rule } from "../rule.ts";

const prepayment = (head: string): string =>
  exampleNote(`  prepayment ${head}{\n    day 0 to 180   120%\n    after day 180  none\n  }`);

export const prepaymentBarredAndPriced = rule({
  code: "prepayment-barred-and-priced",
  severity: "error",
  title: "Prepayment is barred or free, and priced too",
  why: "Whether the issuer may pay early, and for how much, decides who holds the better hand while the share price rises. A note that bars prepayment, or allows it without a premium, and then prices it by windows says both.",
  repair: "Keep the words or the windows, whichever is meant.",
  bad: prepayment("barred "),
  good: prepayment(""),
  find: ({ note }) => {
    const { head, rows, clause } = note.clauses.prepayment;
    if (head.state !== "said" || head.condition || !clause) return [];
    const contrary = rows.find((row) => (head.meaning === "barred" ? isPriced(row) : hasPremium(row)));
    if (!contrary || head.meaning === "with consent") return [];
    const says = head.meaning === "barred" ? "Prepayment is barred" : "Prepayment is free of any premium";
    return [
      {
        span: head.span,
        message: `${says}, and the schedule prices it: “${contrary.text}”. Keep the words or the windows, whichever is meant.`,
        related: [{ message: "A price of prepayment.", span: contrary.span }],
        fixes: [
          {
            title: `The windows hold: take “${head.text}” out`,
            edits: [
              head.clause.block
                ? { span: { start: clause.name.end, end: head.span.end }, text: "" }
                : removal(head.clause.span, note.tree.text),
            ],
          },
        ],
      },
    ];
  },
});

function isPriced({ what }: ScheduleRow): boolean {
  return what.kind !== "none";
}

function hasPremium({ what }: ScheduleRow): boolean {
  if (what.kind === "percent") return exact.compare(what.share.amount, oneWhole.amount) > 0;
  return what.kind === "amount" && what.amount.kind !== "balance";
}
