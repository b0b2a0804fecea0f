import type { PriceMeaning } from "../../catalog/value.ts";
import { amountConvertedAtMaturity } from "../../finance/conversion/amount.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { principal } from "../../finance/inputs/sources.ts";
import { marketPrice } from "../../finance/prices/market-price.ts";
import { pricesIn } from "../../note/price-parts.ts";
import { statementsOf } from "../../note/statements.ts";
import {
  compared,
  complement,
  isPositive,
  oneWhole,
  portion,
  sharesFor,
  wholeShares,
} from "../../quantity/arithmetic.ts";
import type { Exact } from "../../quantity/exact.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, figure, isWaiting, type Kind, type Result, writtenOf } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { rewritten } from "../edits.ts";
import { followsMarket, ofKind, pricesOfIssue, pricesUsed } from "../prices.ts";
import { exampleConversion, exampleNote, type Finding, rule, type Subject } from "../rule.ts";

const half = figure("ratio", exact.fraction(1n, 2n), { kind: "given", by: "definition", span: undefined });

export const multiplierLooksLikeDiscount = rule({
  code: "multiplier-looks-like-discount",
  severity: "warning",
  title: "A percentage of the market price that looks like a discount",
  why: "“35% of the market price” is a discount of 65 %. Filings mix the two up: a discount of 35 % is 65% of the price. The holder gets almost twice the shares on one reading.",
  repair:
    "Write what is paid, not what is taken off: a discount of 35 % is `65% of …` or `… less 35%`. If the deep discount is meant, put that on record: allow multiplier-looks-like-discount because “…”.",
  bad: exampleNote(exampleConversion({ price: "35% of average of VWAP over prior 5 trading days" })),
  good: exampleNote(exampleConversion({ price: "65% of average of VWAP over prior 5 trading days" })),
  find: (subject) => [...multipliers(subject), ...discounts(subject), ...ofFinancing(subject)],
});

function multipliers(subject: Subject): Finding[] {
  const used = new Set<PriceMeaning>(pricesUsed(subject));
  const discountSaid = subject.note.clauses.conversion.inner.discount.state === "said";
  const late = lateParts(subject);
  return ofKind(pricesOfIssue(subject), "percent of").flatMap((price) => {
    const { tree } = price;
    const stated = price.percent.ratio;
    if (
      used.has(price) &&
      (discountSaid || late.some(({ part, least }) => part === price && isNoSlip(stated, least)))
    )
      return [];
    if (!isPositive(stated) || compared(stated, half) >= 0 || !followsMarket(price.of, subject.alone))
      return [];
    const other = complement(stated);
    const percent = show(other).replace(" %", "");
    return [
      {
        span: price.percent.span,
        tree,
        message: `${show(stated)} of a market price is a discount of ${show(other)}. If a discount of ${show(stated)} is meant, the price is ${show(other)} of it.${used.has(price) ? compareShares(stated, other, subject) : ""}`,
        fixes: rewritten(
          writtenOf(stated)?.digits,
          percent,
          tree.text,
          `A discount is meant: write ${percent}%`,
        ),
      },
    ];
  });
}

/** A part of the market that holds upon default, and the least that is paid of it before. */
interface LatePart {
  readonly part: PriceMeaning;
  readonly least: Exact;
}

/** The parts of prices for when something goes wrong, of a note that states another part of the market before. */
function lateParts({ note, alone }: Subject): LatePart[] {
  const statements = statementsOf(note.clauses.conversion.inner.price);
  const base = statements.find(({ condition }) => !condition);
  const parts = (price: PriceMeaning) =>
    pricesIn(price).filter((part) => part.kind === "percent of" && followsMarket(part.of, alone));
  const [least] = (base ? parts(base.meaning) : [])
    .flatMap((part) => (part.kind === "percent of" ? [part.percent.ratio.amount] : []))
    .sort(exact.compare);
  if (!least) return [];
  return statements
    .filter(({ condition }) => condition?.kind === "on")
    .flatMap(({ meaning }) => parts(meaning).map((part) => ({ part, least })));
}

/** Whether a deep discount upon default is what it says: read as a discount it would be no better than before. */
function isNoSlip(stated: Figure<"ratio">, least: Exact): boolean {
  return exact.compare(complement(stated).amount, least) >= 0;
}

/** `VWAP … less 65%`: the same slip from the other side. */
function discounts(subject: Subject): Finding[] {
  const used = new Set<PriceMeaning>(pricesUsed(subject));
  const discountSaid = subject.note.clauses.conversion.inner.discount.state === "said";
  return ofKind(pricesOfIssue(subject), "adjusted").flatMap((price) => {
    const { tree } = price;
    const { base, by, sign } = price;
    if (discountSaid && used.has(price)) return [];
    if (sign !== "less" || by.kind !== "percent" || !followsMarket(base, subject.alone)) return [];
    const stated = by.ratio;
    if (compared(stated, half) <= 0 || compared(stated, oneWhole) >= 0) return [];
    const left = complement(stated);
    const percent = show(left).replace(" %", "");
    return [
      {
        span: by.span,
        tree,
        message: `A market price less ${show(stated)} is ${show(left)} of it, a discount of ${show(stated)}. If ${show(stated)} of the price is what is paid, the discount is ${show(left)}.${used.has(price) ? compareShares(left, stated, subject) : ""}`,
        fixes: rewritten(
          writtenOf(stated)?.digits,
          percent,
          tree.text,
          `${show(stated)} is paid: write less ${percent}%`,
        ),
      },
    ];
  });
}

/** A discount of 80 % on the price of a round: most often the part that is paid, which some forms call the discount rate. */
function ofFinancing({ note }: Subject): Finding[] {
  const { qualifiedFinancing, otherFinancing } = note.clauses;
  return [qualifiedFinancing, otherFinancing].flatMap(({ inner }) => {
    const { discount } = inner;
    if (discount.state !== "said" || compared(discount.meaning, half) <= 0) return [];
    if (compared(discount.meaning, oneWhole) >= 0) return [];
    const other = complement(discount.meaning);
    const percent = show(other).replace(" %", "");
    return [
      {
        span: discount.span,
        message: `A discount of ${show(discount.meaning)} leaves ${show(other)} of the price of the round. If ${show(discount.meaning)} of that price is what is paid, the discount is ${show(other)}; some forms call the part that is paid the “discount rate”.`,
        fixes: [
          {
            title: `${show(discount.meaning)} is paid: write ${percent}%`,
            edits: [{ span: discount.span, text: `${percent}%` }],
          },
        ],
      },
    ];
  });
}

/** What the two readings give for the note's amount at the latest market price there is, else at one unit of money. */
function compareShares(
  stated: Figure<"ratio">,
  other: Figure<"ratio">,
  { note, alone, played }: Subject,
): string {
  const [amount] = known([evaluate(amountConvertedAtMaturity, alone), evaluate(principal, alone)]);
  const [market] = known([alone, ...played].map((situation) => evaluate(marketPrice, situation)));
  if (!amount) return "";
  const unit = figure("price", exact.one, { kind: "given", by: "example", span: undefined }, note.currency);
  const price = market && isPositive(market) ? market : unit;
  const shares = (part: Figure<"ratio">): string =>
    show(wholeShares(sharesFor(amount, portion(part, price))));
  return ` At a market price of ${show(price)}, ${show(amount)} becomes ${shares(stated)} at ${show(stated)} and ${shares(other)} at ${show(other)}.`;
}

function known<K extends Kind>(results: readonly Result<K>[]): Figure<K>[] {
  return results.flatMap((result) => (isWaiting(result) ? [] : [result]));
}
