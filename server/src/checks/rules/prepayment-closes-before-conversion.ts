import { counted } from "../../base/words.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { convertibleFrom } from "../../finance/inputs/dates.ts";
import { type Day, daysBetween, longDate } from "../../quantity/date.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";
import { daysOf, known } from "../spans-of-time.ts";

const note = (last: number): string =>
  exampleNote(
    `  prepayment {\n    day 0 to ${last}   130%\n    after day ${last}  none\n  }\n\n${exampleConversion({ from: "180 days after issue" })}`,
  );

export const prepaymentClosesBeforeConversion = rule({
  code: "prepayment-closes-before-conversion",
  severity: "warning",
  title: "Prepayment closes some time before conversion opens",
  why: "In notes of this kind the issuer may pay until the holder may convert. Where the one ends weeks before the other begins, the issuer can neither pay nor be converted in between; most often one of the two days was changed and not the other.",
  repair:
    "Let the last window run to the day before the note may be converted, or correct the day on which conversion opens.",
  bad: note(150),
  good: note(180),
  find: ({ note: { clauses }, alone }) => {
    const { option, from } = clauses.conversion.inner;
    const opens = known(evaluate(convertibleFrom, alone));
    if (option.state !== "said" || option.meaning !== "holder" || from.state !== "said") return [];
    if (opens === undefined) return [];
    const paying = clauses.prepayment.rows.flatMap((row) => {
      const days = row.what.kind === "none" ? undefined : daysOf(row.when, alone);
      return days ? [{ row, days }] : [];
    });
    const [first] = paying;
    if (!first || paying.some(({ days }) => days.last === undefined)) return [];
    const latest = paying.reduce((a, b) => ((b.days.last ?? 0) > (a.days.last ?? 0) ? b : a), first);
    const closes = latest.days.last as Day;
    const between = daysBetween(closes, opens) - 1;
    if (between < 1) return [];
    return [
      {
        span: latest.row.when.span,
        message: `The issuer may prepay until ${longDate(closes)}, and the holder may convert from ${longDate(opens)}: for ${counted(between, "day")} in between the note can neither be prepaid nor converted. Correct the day that is wrong.`,
        related: [{ message: `Conversion opens on ${longDate(opens)}.`, span: from.span }],
      },
    ];
  },
});
