import { evaluate } from "../../finance/engine/formula.ts";
import { stated } from "../../finance/inputs/clauses.ts";
import { convertibleFrom, convertibleUntil } from "../../finance/inputs/dates.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

export const conversionOpensAfterMaturity = rule({
  code: "conversion-opens-after-maturity",
  severity: "warning",
  title: "Conversion opens when the note is already due",
  why: "A note that is paid when due leaves nothing to convert afterwards. Unless a right to convert overdue sums is meant, the right is worth nothing. A date that counts from maturity, or an `until` after it, says that it is meant; then this rule is quiet.",
  repair: "Correct the date; or say with `until` how long after maturity the note may be converted.",
  bad: exampleNote(exampleConversion({ from: "July 1, 2025", until: undefined })),
  good: exampleNote(exampleConversion({ from: "July 1, 2024" })),
  find: ({ note, alone }) => {
    const { from } = note.clauses.conversion.inner;
    const opens = evaluate(convertibleFrom, alone);
    const due = evaluate(stated.maturity, alone);
    if (isWaiting(opens) || isWaiting(due) || from.state !== "said" || note.clauses.matures.state !== "said")
      return [];
    if (dayOf(opens) < dayOf(due)) return [];
    const closes = evaluate(convertibleUntil, alone);
    if (!isWaiting(closes) && dayOf(closes) < dayOf(opens)) return [];
    const countsFromMaturity = "event" in from.meaning && from.meaning.event === "maturity";
    if (countsFromMaturity || (!isWaiting(closes) && dayOf(closes) > dayOf(due))) return [];
    const when =
      dayOf(opens) === dayOf(due)
        ? "the very day the note is due"
        : `after the note is due on ${longDate(dayOf(due))}`;
    return [
      {
        span: from.span,
        message: `Conversion opens on ${longDate(dayOf(opens))}, ${when}. If the note is paid when due, it can never be converted. Correct the date, or say with “until” how long overdue sums may be converted.`,
        related: [{ message: `Due ${longDate(dayOf(due))}.`, span: note.clauses.matures.span }],
      },
    ];
  },
});
