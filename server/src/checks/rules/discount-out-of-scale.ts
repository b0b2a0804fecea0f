import type { NoteClauses, Said } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { compared, complement, oneWhole } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, figure, writtenOf } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { rewritten } from "../edits.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

const financing = (discount: string): string =>
  exampleNote(
    `  qualified financing {\n    threshold  $1,000,000 excluding notes\n    discount   ${discount}\n  }`,
  );

/** Below the first a discount is hardly worth a clause; from the second on it is more often the price. */
const least = exact.fraction(1n, 100n);
const most = exact.fraction(1n, 2n);

export const discountOutOfScale = rule({
  code: "discount-out-of-scale",
  severity: "warning",
  title: "A discount of next to nothing, or an original issue discount of half or more",
  why: "A discount on the price of a round is mostly between a tenth and a third: at 0.20 % a percentage was written as a fraction. An original issue discount is mostly about a tenth: at 95 % the price was written where the discount belongs, and a twentieth of the principal is all that the issuer would receive.",
  repair:
    "Write what is taken off: `discount 20%`, `original issue discount 5%` for a price of 95 %. If it is meant, put that on record.",
  bad: financing("0.20%"),
  good: financing("20%"),
  find: ({ note }) => {
    const { clauses, tree } = note;
    const ofRounds = [clauses.qualifiedFinancing, clauses.otherFinancing].flatMap(({ inner }) =>
      statementsOf(inner.discount).map((stated) => ({ ...stated, ratio: stated.meaning })),
    );
    const issued = [clauses, ...clauses.tranche.map(({ inner }) => inner)].flatMap(percentagesOfIssue);
    return [
      ...ofRounds.flatMap((stated) => tooSmall(stated, "the price of the round", () => tree.text)),
      ...issued.flatMap((stated) => [
        ...tooLarge(stated, () => tree.text),
        ...tooSmall(stated, "the principal", () => tree.text),
      ]),
      ...[clauses, ...clauses.tranche.map(({ inner }) => inner)].flatMap(sumsOfIssue),
    ];
  },
});

type Issue = Pick<NoteClauses, "originalIssueDiscount" | "principal">;
type Stated = Pick<Said<unknown>, "span"> & { readonly ratio: Figure<"ratio"> };

function percentagesOfIssue({ originalIssueDiscount }: Issue): Stated[] {
  return statementsOf(originalIssueDiscount).flatMap(({ meaning: { value, tag }, span }) =>
    value.kind === "part" && tag !== "of purchase price" ? [{ span, ratio: value.value }] : [],
  );
}

/** A discount that is a sum, beside the principal that it is taken off. */
function sumsOfIssue({ originalIssueDiscount, principal }: Issue): Finding[] {
  if (principal.state !== "said") return [];
  return statementsOf(originalIssueDiscount).flatMap(({ meaning: { value }, span }) => {
    if (value.kind !== "sum") return [];
    const twice = exact.multiply(value.value.amount, exact.whole(2));
    if (exact.compare(twice, principal.meaning.amount) < 0 || exact.isZero(twice)) return [];
    return [
      {
        span,
        message: `A discount of ${show(value.value)} is half of the principal of ${show(principal.meaning)} or more: the issuer receives the rest alone. Correct the sum that is wrong; if both are meant, put that on record.`,
        related: [{ message: "The principal.", span: principal.span }],
      },
    ];
  });
}

function tooLarge({ span, ratio }: Stated, text: () => string): Finding[] {
  if (exact.compare(ratio.amount, most) < 0) return [];
  if (compared(ratio, oneWhole) >= 0)
    return [
      {
        span,
        severity: "error",
        message: `A discount of ${show(ratio)} leaves nothing of the principal to be paid. Write the discount that is meant.`,
      },
    ];
  const left = complement(ratio);
  return [
    {
      span,
      message: `A discount of ${show(ratio)} leaves ${show(left)} of the principal to be paid. Where ${show(ratio)} is the price, the discount is ${show(left)}; if this discount is meant, put it on record.`,
      fixes: written(left, writtenOf(ratio)?.digits, text()),
    },
  ];
}

function tooSmall({ span, ratio }: Stated, of: string, text: () => string): Finding[] {
  if (exact.isZero(ratio.amount) || exact.compare(ratio.amount, least) >= 0) return [];
  const meant = figure("ratio", exact.multiply(ratio.amount, exact.whole(100)), {
    kind: "assumed",
    because: "what may be meant",
  });
  return [
    {
      span,
      message: `A discount of ${show(ratio)} takes next to nothing off ${of}. If ${show(meant)} is meant, write that: a percentage is not written as a fraction.`,
      fixes: written(meant, writtenOf(ratio)?.digits, text()),
    },
  ];
}

function written(meant: Figure<"ratio">, digits: Parameters<typeof rewritten>[0], text: string) {
  const percent = exact.toPlain(exact.multiply(meant.amount, exact.whole(100)), 12);
  return rewritten(digits, percent, text, `Write ${percent}%`);
}
