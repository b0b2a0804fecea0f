import { compared, portion, ratio } from "../../quantity/arithmetic.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, rule } from "../rule.ts";
import { sharePayment, wholeSharesFor } from "../satisfiable.ts";

const note = (cap: string): string =>
  exampleNote(
    `  share cap  ${cap}\n\n  conversion {\n    option  holder\n    until   maturity\n    amount  principal\n    price   $0.50\n  }`,
  );

export const shareCapBelowConversion = rule({
  code: "share-cap-below-conversion",
  severity: "warning",
  title: "A cap on the shares that is below a full conversion",
  why: "A cap on the shares that a note may ever be paid with leaves a part of it that can never be converted, at any price that the note knows. What becomes of that part has to be said.",
  repair: "Raise the cap, or say what becomes of the rest.",
  bad: note("150,000 shares"),
  good: note("200,000 shares"),
  find: ({ note: { clauses }, alone }) => {
    const { shareCap } = clauses;
    const { option, price, conversionRate } = clauses.conversion.inner;
    const place = price.clause ?? conversionRate.clause;
    if (shareCap.state !== "said") return [];
    const payment = sharePayment(alone);
    if (!payment?.highest) return [];
    if (option.state === "said" && option.meaning === "issuer") return [];
    const { shares } = shareCap.meaning;
    const fewest = wholeSharesFor(payment.amount, payment.highest);
    if (compared(fewest, shares) <= 0) return [];
    const part = portion(ratio(shares, fewest), payment.amount);
    const at = payment.moves ? `${show(payment.highest)}, the highest price there is` : show(payment.highest);
    return [
      {
        span: shareCap.span,
        message: `${show(payment.amount)} becomes ${show(fewest)} at ${at}, and the cap lets ${show(shares)} through: only ${show(part)} of it can ever be converted. Raise the cap, or say what becomes of the rest.`,
        related: place ? [{ message: "The price.", span: place.name }] : [],
      },
    ];
  },
});
