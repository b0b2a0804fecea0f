import * as arithmetic from "../../quantity/arithmetic.ts";
import { type Figure, isWaiting } from "../../quantity/figure.ts";
import { evaluate, type Situation } from "../engine/formula.ts";
import { converting } from "./prices.ts";
import { convertsInRound } from "./qualified.ts";
import { newShares, optionPoolShares, roundShares, sharesAfterRound } from "./shares.ts";
import { bringsPool, sharesBefore } from "./terms.ts";

/** Who has how many shares after a round. */
export interface CapTableRow {
  readonly holder: string;
  readonly shares: Figure<"shares">;
  /** The part of all shares after the round. */
  readonly part: Figure<"ratio">;
}

/**
 * All shares after a round, by who has them: those there were before, the notes that convert in the order of the file,
 * the new option pool, the new investors. The last row is the sum. Undefined where no round is played, or while a
 * number of shares waits.
 */
export function capTable(situation: Situation): readonly CapTableRow[] | undefined {
  if (!convertsInRound(situation)) return undefined;
  const all = evaluate(sharesAfterRound, situation);
  if (isWaiting(all) || !arithmetic.isPositive(all)) return undefined;
  const rows = [
    { holder: "shares before the round", shares: evaluate(sharesBefore, situation) },
    ...converting(situation).map((one) => ({
      holder: `“${one.note.name}”`,
      shares: evaluate(roundShares, one),
    })),
    ...(bringsPool(situation)
      ? [{ holder: "new option pool", shares: evaluate(optionPoolShares, situation) }]
      : []),
    { holder: "new investors", shares: evaluate(newShares, situation) },
    { holder: "all shares after the round", shares: all },
  ];
  return rows.flatMap(({ holder, shares }) =>
    isWaiting(shares) ? [] : [{ holder, shares, part: arithmetic.ratio(shares, all) }],
  );
}
