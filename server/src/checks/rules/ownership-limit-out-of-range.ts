import type { Fix } from "../../base/problem.ts";
import type { LimitMeaning } from "../../catalog/value.ts";
import type { Bound } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { compared } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, writtenOf } from "../../quantity/figure.ts";
import { show, showPercent } from "../../quantity/format.ts";
import { rewritten } from "../edits.ts";
import { exampleConversion, exampleNote, type Finding, rule } from "../rule.ts";

export const ownershipLimitOutOfRange = rule({
  code: "ownership-limit-out-of-range",
  severity: "error",
  title: "An ownership limit that limits nothing, or everything",
  why: "Ownership limits keep a holder below a line of the securities laws or of an exchange: 4.99 % or 9.99 % for the reports and short-swing profits of owners of more than 5 % and 10 %, 19.99 % for the exchanges' rule on issues of 20 %. At zero no share can be issued; from 20 % on none of these lines is kept; at 100 % there is no limit at all.",
  repair: "Write the limit that is meant, most often 4.99% or 9.99%; for none write `ownership limit none`.",
  bad: exampleNote(exampleConversion({ "ownership limit": "49.9% after issuance" })),
  good: exampleNote(exampleConversion({ "ownership limit": "4.99% after issuance" })),
  find: ({ note }) => {
    const { ownershipLimit, waiver } = note.clauses.conversion.inner;
    const limits = statementsOf(ownershipLimit).flatMap((limit) => {
      const effect = effectOf(limit.meaning.share.amount);
      if (effect === undefined) return [];
      return [
        {
          span: limit.meaning.share.origin.kind === "stated" ? limit.meaning.share.origin.span : limit.span,
          message: `An ownership limit of ${show(limit.meaning.share)} ${effect}. Write the limit that is meant, most often 4.99 % or 9.99 %, or “none”.`,
          fixes: slips(limit.meaning, note.tree.text),
        },
      ];
    });
    return [...limits, ...raisedTooLittle(ownershipLimit, waiver), ...raisedTooMuch(waiver)];
  },
});

/** A limit after notice that raises nothing. */
function raisedTooLittle(limit: Bound<LimitMeaning>, waiver: Bound<Figure<"ratio">>): Finding[] {
  if (limit.state !== "said" || waiver.state !== "said") return [];
  const { share } = limit.meaning;
  if (compared(waiver.meaning, share) > 0) return [];
  const how = compared(waiver.meaning, share) === 0 ? "the same as" : "below";
  return [
    {
      span: waiver.span,
      message: `After notice the holder may go to ${show(waiver.meaning)}, ${how} the ownership limit of ${show(share)}: notice raises nothing. Correct the one that is wrong; most often notice raises 4.99 % to 9.99 %.`,
      related: [{ message: `The ownership limit: ${show(share)}.`, span: limit.span }],
    },
  ];
}

/** A limit after notice that keeps below none of the lines that limits are for. */
function raisedTooMuch(waiver: Bound<Figure<"ratio">>): Finding[] {
  if (waiver.state !== "said" || exact.compare(waiver.meaning.amount, fifth) < 0) return [];
  return [
    {
      span: waiver.span,
      message: `After notice the holder may go to ${show(waiver.meaning)}, which keeps below none of the lines that such limits are for: reports at 5 %, short-swing profits at 10 %, the exchanges' rule at 20 %. Write the limit that is meant, most often 9.99 % or 19.99 %.`,
    },
  ];
}

const fifth = exact.fraction(1n, 5n);
/** Below this hardly any holder could convert: most often a percentage that is written as a fraction. */
const tiny = exact.fraction(5n, 1000n);

function effectOf(share: exact.Exact): string | undefined {
  if (exact.compare(share, exact.zero) <= 0)
    return "lets no share be issued: nothing could ever be converted";
  if (exact.compare(share, exact.one) >= 0) return "is no limit: nobody owns more than all the shares";
  if (exact.compare(share, tiny) < 0)
    return "lets hardly any share be issued: a percentage is not written as a fraction";
  if (exact.compare(share, fifth) < 0) return undefined;
  return "keeps below none of the lines that such limits are for: reports at 5 %, short-swing profits at 10 %, the exchanges' rule at 20 %";
}

const usual = [exact.fraction(499n, 10_000n), exact.fraction(999n, 10_000n), exact.fraction(1999n, 10_000n)];

/** A usual limit whose point slipped by a place or two. */
function slips({ share }: LimitMeaning, text: string): Fix[] {
  const meant = [exact.whole(10), exact.whole(100), exact.fraction(1n, 10n), exact.fraction(1n, 100n)].map(
    (factor) => exact.divide(share.amount, factor),
  );
  const found = usual.find((limit) => meant.some((one) => exact.compare(one, limit) === 0));
  if (!found) return [];
  const percent = showPercent(found).replace(" %", "");
  return rewritten(writtenOf(share)?.digits, percent, text, `Write ${percent}%`);
}
