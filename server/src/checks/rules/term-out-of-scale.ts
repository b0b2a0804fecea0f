import { counted } from "../../base/words.ts";
import { fixedRate } from "../../finance/interest/rates.ts";
import { statementsOf } from "../../note/statements.ts";
import { isPositive } from "../../quantity/arithmetic.ts";
import { daysBetween, longDate } from "../../quantity/date.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, rule } from "../rule.ts";
import { termOf } from "../spans-of-time.ts";

/** In days: shorter than any note with a yearly rate, longer than any charge made once is spread over, longer than notes run. */
const shortest = 28;
const longestOnce = 3 * 366;
const longest = 50 * 366;

export const termOutOfScale = rule({
  code: "term-out-of-scale",
  severity: "warning",
  title: "The note runs for a few days, or for decades",
  why: "A slip in one year makes a note of twelve months one of ten days, or of ten years. Interest by the year is then next to nothing; a charge that is made once is spread over years.",
  repair: "Correct the year of the one date or of the other. If the term is meant, put that on record.",
  bad: exampleNote("  interest {\n    rate  10% per annum\n  }", {
    issued: "December 22, 2023",
    matures: "January 2, 2024",
  }),
  good: exampleNote("  interest {\n    rate  10% per annum\n  }", {
    issued: "December 22, 2023",
    matures: "January 2, 2025",
  }),
  find: ({ note, alone }) => {
    const term = termOf(alone);
    const { matures, issued, interest } = note.clauses;
    if (!term || matures.state !== "said") return [];
    const days = daysBetween(term.first, term.last);
    if (days <= 0) return [];
    const { rate, oneTime } = interest.inner;
    const yearly = statementsOf(rate).some((stated) => bears(fixedRate(stated)));
    const [once] = statementsOf(oneTime).filter(({ meaning }) => isPositive(meaning));
    const from = `From ${longDate(term.first)} to ${longDate(term.last)}`;
    const years = counted(Math.floor(days / 365), "year");
    const message =
      yearly && days < shortest
        ? `${from} the note runs for ${counted(days, "day")}, at a rate of interest by the year. Correct the date that is wrong; if the term is meant, put it on record.`
        : !yearly && once && days > longestOnce
          ? `${from} the note runs for ${years}, and its interest of ${show(once.meaning)} is owed once for all of them. Correct the date that is wrong; if the term is meant, put it on record.`
          : days > longest
            ? `${from} the note runs for ${years}. Correct the date that is wrong; if the term is meant, put it on record.`
            : undefined;
    if (message === undefined) return [];
    const related = issued.state === "said" ? [{ message: "The day of issue.", span: issued.span }] : [];
    return [{ span: matures.span, message, related }];
  },
});

/** A rate that follows an index is one by the year too. */
function bears(fixed: Figure<"ratio"> | undefined): boolean {
  return !fixed || isPositive(fixed);
}
