import { evaluate } from "../../finance/engine/formula.ts";
import { principal } from "../../finance/inputs/sources.ts";
import { statementsOf } from "../../note/statements.ts";
import { compared } from "../../quantity/arithmetic.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, rule } from "../rule.ts";

const financing = (threshold: string): string =>
  exampleNote(
    `  qualified financing {\n    threshold  ${threshold} excluding notes\n    discount   20%\n  }`,
  );

export const financingThresholdLow = rule({
  code: "financing-threshold-low",
  severity: "warning",
  title: "A threshold of a financing below the note itself",
  why: "A financing is qualified where it is large beside what it turns into shares. A threshold below the principal is met by a sale of shares that is smaller than the note; mostly a zero is missing.",
  repair: "Correct the threshold; for any financing write `threshold none`.",
  bad: financing("$30,000"),
  good: financing("$1,000,000"),
  find: ({ note, alone }) => {
    const owed = evaluate(principal, alone);
    if (isWaiting(owed)) return [];
    return statementsOf(note.clauses.qualifiedFinancing.inner.threshold).flatMap(({ meaning, span }) => {
      if (compared(meaning.value, owed) >= 0) return [];
      const counts = meaning.tag === "including notes";
      return [
        {
          span,
          message: counts
            ? `The threshold of ${show(meaning.value)} is below the principal of ${show(owed)}, which counts towards it: the note alone meets it, with no new money at all. Correct the sum that is wrong.`
            : `The threshold of ${show(meaning.value)} is below the principal of ${show(owed)}: a round smaller than the note would turn it into shares. Correct the sum that is wrong, or write “threshold none” if any financing is meant.`,
        },
      ];
    });
  },
});
