import { listing } from "../../base/words.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { principal } from "../../finance/inputs/sources.ts";
import { openPoints } from "../../finance/open-points.ts";
import type { NoteClauses } from "../../note/bound.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show, showDifference } from "../../quantity/format.ts";
import { fixedPriceOf } from "../prices.ts";
import { exampleNote, type Finding, rule, type Subject } from "../rule.ts";
import { halfUnit, within } from "../stated.ts";

const financing = (cap: string): string =>
  exampleNote(
    `  qualified financing {\n    threshold      $1,000,000 excluding notes\n    valuation cap  ${cap}\n  }`,
  );

export const valuationCapBasisOpen = rule({
  code: "valuation-cap-basis-open",
  severity: "warning",
  title: "A valuation cap that does not say before or after the money, or on which shares",
  why: "A cap is a valuation divided by a number of shares. Before or after the notes convert, with or without the option pool, the same cap gives prices that are often a fifth apart, and another owner's share each time.",
  repair:
    "Say `pre-money` or `post-money` behind the cap, and what counts with `company capitalization` or `capitalization includes`.",
  bad: financing("$6,000,000"),
  good: financing("$6,000,000 pre-money\n    capitalization includes  option pool and outstanding options"),
  find: (subject) => {
    const low = tooLow(subject);
    return [...(low.length > 0 ? low : basis(subject)), ...ofOtherFinancing(subject), ...price(subject)];
  },
});

type Cap = NoteClauses["qualifiedFinancing"]["inner"]["valuationCap"];

function basis({ note, alone, played }: Subject): Finding[] {
  const { valuationCap, capitalization, includes, capPrice } = note.clauses.qualifiedFinancing.inner;
  const onShares = [capitalization, includes, capPrice].some(({ state }) => state !== "absent");
  return unsaid(valuationCap, onShares, eitherWay({ alone, played }));
}

/** The cap of a round that is too small to be qualified; the shares by which it is divided may be said for both. */
function ofOtherFinancing({ note }: Subject): Finding[] {
  const { qualifiedFinancing: qualified, otherFinancing } = note.clauses;
  const { capitalization, includes, capPrice } = qualified.inner;
  const { valuationCap } = otherFinancing.inner;
  const onShares = [capitalization, includes, capPrice].some(({ state }) => state !== "absent");
  return qualified.inner.valuationCap.state === "said" && onShares ? [] : unsaid(valuationCap, onShares, "");
}

/** What a cap does not say: before or after the money, and on which shares. */
function unsaid(cap: Cap, onShares: boolean, priced: string): Finding[] {
  if (cap.state !== "said") return [];
  const isOpen = cap.meaning.tag === undefined;
  const open = [
    ...(isOpen ? ["whether it is meant before or after the money"] : []),
    ...(onShares ? [] : ["by which number of shares it is divided"]),
  ];
  if (open.length === 0) return [];
  const clauses = [
    ...(isOpen ? ["“pre-money” or “post-money”"] : []),
    ...(onShares ? [] : ["“capitalization includes”"]),
  ];
  const at = { start: cap.span.end, end: cap.span.end };
  const fixes = ["pre-money", "post-money"].map((word) => ({
    title: `The cap is ${word}`,
    edits: [{ span: at, text: ` ${word}` }],
  }));
  return [
    {
      span: cap.span,
      ...(isOpen ? {} : { severity: "information" as const }),
      message: `The cap of ${show(cap.meaning.value)} does not say ${listing(open, "nor")}: the price at which the note converts turns on it.${isOpen ? priced : ""} Say it with ${listing(clauses)}.`,
      fixes: isOpen && onShares ? fixes : [],
    },
  ];
}

/** What the two readings of the cap come to, as a sentence with a space before it; nothing while that is open. */
function eitherWay({ alone, played }: Pick<Subject, "alone" | "played">): string {
  const point = openPoints(alone, played).find(({ id }) => id === "cap-basis");
  const [other] = point?.others ?? [];
  if (!point || !other?.difference || isWaiting(point.usual) || isWaiting(other.result)) return "";
  const where = point.scenario === undefined ? "" : ` in “${point.scenario}”`;
  const { measured, reading, usual } = point;
  return ` Read as ${reading.id}, as it is here, the ${measured}${where} is ${show(usual)}; as ${other.reading.id} ${show(other.result)} (${showDifference(other.difference)}).`;
}

/** A cap that the note itself is above: a price a share, or a sum without its millions. */
function tooLow({ note, alone }: Subject): Finding[] {
  const { valuationCap, capPrice } = note.clauses.qualifiedFinancing.inner;
  const owed = evaluate(principal, alone);
  if (valuationCap.state !== "said" || isWaiting(owed)) return [];
  const { value, tag } = valuationCap.meaning;
  if (exact.isZero(value.amount) || exact.compare(value.amount, owed.amount) >= 0) return [];
  const asPrice = `cap price ${show(value)}`;
  return [
    {
      span: valuationCap.span,
      message: `The cap of ${show(value)} is less than the note's own principal of ${show(owed)}: the company would be worth less than what it owes. A price a share is a “cap price”; else correct the sum.`,
      related:
        note.clauses.principal.state === "said"
          ? [{ message: "The principal.", span: note.clauses.principal.span }]
          : [],
      fixes:
        tag === undefined && capPrice.state === "absent" && valuationCap.cases.length === 0
          ? [
              {
                title: `It is a price a share: write “${asPrice}”`,
                edits: [{ span: valuationCap.clause.span, text: asPrice }],
              },
            ]
          : [],
    },
  ];
}

/** A price a share that is stated beside the cap and the number of shares. */
function price({ note, alone }: Subject): Finding[] {
  const { valuationCap, capitalization, capPrice } = note.clauses.qualifiedFinancing.inner;
  if (valuationCap.state !== "said" || capitalization.state !== "said" || capPrice.state !== "said")
    return [];
  const stated = fixedPriceOf(capPrice.meaning, alone);
  const { shares } = capitalization.meaning;
  if (!stated || !arithmetic.isPositive(shares)) return [];
  const worked = arithmetic.perShare(valuationCap.meaning.value, shares);
  if (within(worked.amount, stated.amount, halfUnit(stated))) return [];
  return [
    {
      span: capPrice.span,
      message: `${show(valuationCap.meaning.value)} divided by ${show(shares)} is ${show(worked)} a share; the price at the cap is stated as ${show(stated)}. Correct the one that is wrong.`,
      related: [{ message: "The number of shares.", span: capitalization.span }],
    },
  ];
}
