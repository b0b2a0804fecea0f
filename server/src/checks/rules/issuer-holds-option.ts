import { statementsOf } from "../../note/statements.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

export const issuerHoldsOption = rule({
  code: "issuer-holds-option",
  severity: "information",
  title: "Only the issuer may pay in shares",
  why: "A note that the issuer may pay in shares is often called convertible, though the holder has no right to convert. The issuer picks the day and with it the prices that count, and will pay in shares when that costs it less than money or when it has no money. Where a lender's right to convert below the market is weighed as interest (as in the usury cases), that argument meets a different right here.",
  repair: "Nothing, if that is the deal. If the holder is to decide, write `option holder`.",
  bad: exampleNote(exampleConversion({ option: "issuer", "ownership limit": "none" })),
  good: exampleNote(exampleConversion({ option: "holder" })),
  find: ({ note }) => {
    const { option } = note.clauses.conversion.inner;
    if (option.state !== "said" || statementsOf(option).some(({ meaning }) => meaning !== "issuer"))
      return [];
    return [
      {
        span: option.span,
        message:
          "Only the issuer may pay in shares; the holder has no right to convert, even if the note is called convertible. The issuer picks the day, and with it the prices that count, and will pay in shares when that costs it less than money or when it has no money. Arguments about usury that rest on a lender's right to convert do not fit this one as they stand.",
      },
    ];
  },
});
