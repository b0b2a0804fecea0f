import type { BoundScenario } from "../../note/bound.ts";
import { compared, minus, plus } from "../../quantity/arithmetic.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, rule } from "../rule.ts";

const round = (post: string): string => `${exampleNote(
  "  qualified financing {\n    threshold  $1,000,000 excluding notes\n    discount   20%\n  }",
)}
market {
  capitalization  8,000,000 shares
}

scenario "Series A" {
  on  June 3, 2024
  round {
    new money   $2,000,000
    pre-money   $8,000,000 including notes
    post-money  ${post}
  }
}
`;

export const roundTermsDiffer = rule({
  code: "round-terms-differ",
  severity: "error",
  title: "A round whose valuations do not agree",
  why: "The post-money valuation is the pre-money valuation and the new money. Where a round states all three and they differ, its price is another with each; the pre-money is used for numbers. A price per share that is stated goes before both.",
  repair: "State two of the three, or correct the one that is wrong.",
  bad: round("$12,000,000"),
  good: round("$10,000,000"),
  find: ({ played }) =>
    played.flatMap(({ scenario }) => {
      const found = scenario && differing(scenario);
      return found ? [{ ...found, tree: scenario.tree }] : [];
    }),
});

function differing({ clauses }: BoundScenario) {
  const { newMoney, preMoney, postMoney, pricePerShare } = clauses.round.inner;
  if (postMoney.state !== "said") return undefined;
  const { span, meaning: post } = postMoney;
  if (pricePerShare.state === "said")
    return {
      span,
      severity: "warning" as const,
      message: `The round states its price per share, ${pricePerShare.text}, and that is used; its post-money valuation of ${show(post)} is not. State one of them.`,
    };
  if (preMoney.state !== "said" || newMoney.state !== "said") return undefined;
  const together = plus(preMoney.meaning.value, newMoney.meaning);
  if (compared(together, post) === 0) return undefined;
  return {
    span,
    message: `The pre-money valuation of ${show(preMoney.meaning.value)} and the new money of ${show(newMoney.meaning)} come to ${show(together)}; the post-money valuation is stated as ${show(post)}. With it the pre-money would be ${show(minus(post, newMoney.meaning))}. Correct the one that is wrong.`,
  };
}
