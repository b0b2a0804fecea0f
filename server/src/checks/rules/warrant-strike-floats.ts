import { onOneLine } from "../../base/words.ts";
import { statementsOf } from "../../note/statements.ts";
import { followsMarket } from "../prices.ts";
import { exampleNote, rule } from "../rule.ts";

const warrants = (strike: string): string =>
  exampleNote(`  warrants {\n    warrant shares  50,000 shares\n    strike price    ${strike}\n  }`);

export const warrantStrikeFloats = rule({
  code: "warrant-strike-floats",
  severity: "information",
  title: "A strike price that follows the market",
  why: "A warrant at a fixed price gains when the share does; one whose price falls with the market is worth something in every market, and its value and its accounting are another. Where the strike falls without a floor, so does what the issuer is paid.",
  repair:
    "Agree on a fixed strike price, or say how low it may fall; if the floating one is meant, nothing is to be done.",
  bad: warrants("lesser of { $0.39; lowest trading price over prior 10 trading days }"),
  good: warrants("$0.39"),
  find: ({ note: { clauses }, alone }) =>
    clauses.warrants.flatMap(({ inner }) => {
      const moving = statementsOf(inner.strike).find(({ meaning }) => followsMarket(meaning, alone));
      if (!moving) return [];
      return [
        {
          span: moving.clause.name,
          message: `The strike price follows the market (${onOneLine(moving.text)}): what the issuer is paid on exercise falls with it. Agree on a fixed price, or say how low it may fall.`,
        },
      ];
    }),
});
