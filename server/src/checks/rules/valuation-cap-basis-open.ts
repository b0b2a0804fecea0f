import { listing } from "../../base/words.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { show } from "../../quantity/format.ts";
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
  find: (subject) => [...basis(subject), ...price(subject)],
});

function basis({ note }: Subject): Finding[] {
  const { valuationCap, capitalization, includes, capPrice } = note.clauses.qualifiedFinancing.inner;
  if (valuationCap.state !== "said") return [];
  const open = [
    ...(valuationCap.meaning.tag === undefined ? ["whether it is meant before or after the money"] : []),
    ...(capitalization.state === "absent" && includes.state === "absent" && capPrice.state === "absent"
      ? ["by which number of shares it is divided"]
      : []),
  ];
  if (open.length === 0) return [];
  const at = { start: valuationCap.span.end, end: valuationCap.span.end };
  return [
    {
      span: valuationCap.span,
      ...(valuationCap.meaning.tag === undefined ? {} : { severity: "information" as const }),
      message: `The cap of ${show(valuationCap.meaning.value)} does not say ${listing(open, "nor")}: the price at which the note converts turns on it. Say it with ${listing([...(valuationCap.meaning.tag === undefined ? ["“pre-money” or “post-money”"] : []), ...(open.length > 1 || valuationCap.meaning.tag !== undefined ? ["“capitalization includes”"] : [])])}.`,
      fixes: [],
    },
  ].map((finding) =>
    open.length === 1 && valuationCap.meaning.tag === undefined
      ? {
          ...finding,
          fixes: ["pre-money", "post-money"].map((word) => ({
            title: `The cap is ${word}`,
            edits: [{ span: at, text: ` ${word}` }],
          })),
        }
      : finding,
  );
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
