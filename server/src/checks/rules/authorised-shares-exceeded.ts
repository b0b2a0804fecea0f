import { grouped } from "../../base/words.ts";
import * as exact from "../../quantity/exact.ts";
import { show } from "../../quantity/format.ts";
import { exampleConversion, exampleNote, type Finding, rule } from "../rule.ts";
import { priceForShares, sharePayment, wholeSharesFor } from "../satisfiable.ts";

const market = (authorised: string): string =>
  `${exampleNote(exampleConversion({ price: "65% of lowest closing bid over prior 10 trading days" }))}
market {
  outstanding  50,000,000 shares
  authorised   ${authorised}
}
`;

export const authorisedSharesExceeded = rule({
  code: "authorised-shares-exceeded",
  severity: "warning",
  title: "A conversion may take more shares than are authorised",
  why: "Shares beyond what the charter allows can't be issued. A note that may need more of them is in default as soon as it does, for most of them make a failure to deliver or to reserve shares an event of default.",
  repair:
    "Have more shares authorised, agree on a higher floor, or say what is paid where there are not enough.",
  bad: market("200,000,000 shares"),
  good: market("500,000,000 shares"),
  find: ({ note, alone }) => {
    const { option, price, conversionRate } = note.clauses.conversion.inner;
    const place = price.clause ?? conversionRate.clause ?? note.clause;
    if (alone.market?.clauses.authorised.state !== "said") return [];
    const payment = sharePayment(alone);
    const bound = payment?.bounds.find(({ name }) => name === "number of authorised shares");
    const most = payment && bound?.most(payment.outstanding?.amount);
    if (!payment || !bound || most === undefined) return [];
    if (option.state === "said" && option.meaning === "issuer") return [];
    const { amount, highest, lowest, atLeast, moves } = payment;
    const sum = `${atLeast ? "At least " : ""}${show(amount)}`;
    const left = `${grouped(String(most))} are left of the ${bound.said.replace(/^number of /, "")}`;
    const found = (message: string, more: Partial<Finding> = {}): Finding[] => [
      {
        span: place.name,
        message: `${message} Have more authorised, agree on a higher floor, or say what is paid where there are not enough.`,
        related: [{ message: "The shares authorised.", span: bound.span, tree: bound.tree }],
        ...more,
      },
    ];
    const fewest = highest && wholeSharesFor(amount, highest);
    if (highest && fewest && exact.compare(fewest.amount, exact.whole(most)) > 0)
      return found(
        `${sum} becomes ${show(fewest)} at ${show(highest)}, the highest price there is, and ${left}.`,
        { severity: "error" },
      );
    if (lowest) {
      const largest = wholeSharesFor(amount, lowest);
      if (exact.compare(largest.amount, exact.whole(most)) <= 0) return [];
      return found(
        `At its lowest price of ${show(lowest)} ${sum.toLowerCase()} becomes ${show(largest)}, and ${left}.`,
      );
    }
    if (!moves) return [];
    const last = priceForShares(amount, most);
    return found(
      last
        ? `${left.charAt(0).toUpperCase()}${left.slice(1)}. Once the price is below ${show(last)}, which nothing rules out, ${sum.toLowerCase()} takes more than that.`
        : `${left.charAt(0).toUpperCase()}${left.slice(1)}: no share can be issued.`,
    );
  },
});
