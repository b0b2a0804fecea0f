import { usuryLawNamed, usuryLineFor } from "../../catalog/usury.ts";
import type { RateMeaning } from "../../catalog/value.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { principal } from "../../finance/inputs/sources.ts";
import { defaultRate, isAdditional, rate } from "../../finance/interest/rates.ts";
import { plus } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show, showPercent } from "../../quantity/format.ts";
import { addition } from "../edits.ts";
import { ownWords } from "../own-words.ts";
import { exampleNote, rule } from "../rule.ts";

const note = (more: string): string =>
  exampleNote(
    `  interest {\n    rate          8% per annum\n    default rate  24% per annum\n  }${more}\n\n  governing law  Florida\n\n  events of default {\n    failure to pay when due\n  }`,
  );

const saving = "usury saving  interest is never more than the law allows";

export const defaultRateWithoutSaving = rule({
  code: "default-rate-without-saving",
  severity: "information",
  title: "A default rate above the line of the governing law, and nothing that keeps it within the law",
  why: "Where a law draws a line for interest, default interest may count. Notes at such rates mostly say that no more is owed than the law allows. It may not cure a contract that is usurious from the start, but a sheet that has it shows what was meant.",
  repair:
    "Add `usury saving` in the document's words, or cap the rate: `default rate lesser of { 24%; legal maximum }`.",
  bad: note(""),
  good: note("\n\n  usury saving  interest is reduced to the legal maximum"),
  find: ({ note, alone }) => {
    const { clauses, clause, tree } = note;
    const late = clauses.interest.inner.defaultRate;
    if (late.state !== "said" || clauses.usurySaving.state !== "absent" || isCapped(late.meaning)) return [];
    const [usual, raised] = [evaluate(rate, alone), evaluate(defaultRate, alone)];
    if (isWaiting(raised) || note.currency !== "USD") return [];
    const charged = isAdditional(late) && !isWaiting(usual) ? plus(usual, raised) : raised;
    const law =
      clauses.governingLaw.state === "said" ? usuryLawNamed(clauses.governingLaw.meaning) : undefined;
    const sum = evaluate(principal, alone);
    const line = law && !isWaiting(sum) ? usuryLineFor(law, sum.amount) : undefined;
    if (!law || !line || exact.compare(charged.amount, line.rate) <= 0) return [];
    if (exact.compare(charged.amount, exact.one) > 0) return [];
    if (ownWords(note).some(({ text }) => /usur|maximum rate|highest lawful|legal maximum/i.test(text)))
      return [];
    return [
      {
        span: late.span,
        message: `After default the note bears ${show(charged)} a year, and nothing says that no more is owed than the law allows. ${law.law} draws a line at ${showPercent(line.rate)} (${line.name}); add “usury saving” if the document has such a clause.`,
        fixes: clause.block
          ? [{ title: "No more than the law allows", edits: [addition(saving, clause.block, tree.text)] }]
          : [],
      },
    ];
  },
});

/** Whether the legal maximum is one of the rates of which the lowest counts. */
function isCapped(meaning: RateMeaning): boolean {
  if (meaning.kind === "legal maximum") return true;
  return meaning.kind === "best" && meaning.pick === "lowest" && meaning.alternatives.some(isCapped);
}
