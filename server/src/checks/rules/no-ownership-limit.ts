import { statementsOf } from "../../note/statements.ts";
import { followsMarket } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

export const noOwnershipLimit = rule({
  code: "no-ownership-limit",
  severity: "warning",
  title: "A market-priced conversion without an ownership limit",
  why: "At a price that follows the market down, one conversion can make the holder the owner of more than 5 % or 10 % of the shares, with the reports and the liability for short-swing profits that follow. Almost every such note has a limit of 4.99 % or 9.99 %.",
  repair: "Add the clause `ownership limit`, or write `ownership limit none` if none is meant.",
  bad: exampleNote(exampleConversion({ "ownership limit": undefined })),
  good: exampleNote(exampleConversion({ "ownership limit": "4.99% after issuance" })),
  find: ({ note, alone }) => {
    const { price, ownershipLimit } = note.clauses.conversion.inner;
    const { clause } = note.clauses.conversion;
    const moving = statementsOf(price).find(({ meaning }) => followsMarket(meaning, alone));
    if (ownershipLimit.state !== "absent" || !moving || !clause) return [];
    return [
      {
        span: clause.name,
        message:
          "The conversion price follows the market, and nothing limits how much of the issuer the holder may own after a conversion: it may pass 5 % or 10 %, with the duties that follow. Add an “ownership limit”, most often 4.99 % or 9.99 % after issuance, or write “ownership limit none”.",
        related: [{ message: "The price that follows the market.", span: moving.clause.name }],
      },
    ];
  },
});
