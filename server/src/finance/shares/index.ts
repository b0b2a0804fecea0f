import { triggerFormulas } from "../conversion/triggers.ts";
import type { Formula } from "../engine/formula.ts";
import { priceBeforePar } from "../prices/conversion-price.ts";
import { adjustedPrice, parGrossUp } from "./adjustments.ts";
import { allNotesDilution, allNotesShares, holderAmongNotes } from "./all-notes.ts";
import {
  authorisedExhaustedMarketPrice,
  authorisedExhaustedPrice,
  authorisedHeadroom,
  reserveShares,
} from "./authorised.ts";
import { amountOverCaps, exchangeCapAmount, exchangeCapShares, mostSharesUnderCaps } from "./caps.ts";
import { crossoverPrice } from "./crossover.ts";
import { blockedRemainderAmount, blockerSharesAfterNotice, ownershipBefore } from "./holdings.ts";
import { interestShares } from "./interest-shares.ts";
import { lateDamages } from "./late-damages.ts";
import {
  interestMakeWhole,
  interestMakeWholeShares,
  makeWholeConversion,
  makeWholeShares,
} from "./make-whole.ts";
import { conversionPremium, conversionRate, parity } from "./rate.ts";
import { trueUpShares } from "./true-up.ts";
import {
  cashlessShares,
  warrantCost,
  warrantCoverage,
  warrantShareCoverage,
  warrantShares,
  warrantStrike,
} from "./warrants.ts";

/** What bounds, adjusts and follows a conversion, in the order in which figures are shown. */
export const shareFormulas: readonly Formula[] = [
  crossoverPrice,
  adjustedPrice,
  priceBeforePar,
  parGrossUp,
  conversionRate,
  conversionPremium,
  parity,
  ...triggerFormulas,
  makeWholeShares,
  makeWholeConversion,
  interestMakeWhole,
  interestMakeWholeShares,
  trueUpShares,
  lateDamages,
  interestShares,
  ownershipBefore,
  blockerSharesAfterNotice,
  blockedRemainderAmount,
  allNotesShares,
  allNotesDilution,
  holderAmongNotes,
  exchangeCapShares,
  exchangeCapAmount,
  mostSharesUnderCaps,
  amountOverCaps,
  reserveShares,
  authorisedHeadroom,
  authorisedExhaustedPrice,
  authorisedExhaustedMarketPrice,
  warrantShares,
  warrantCost,
  warrantStrike,
  warrantCoverage,
  warrantShareCoverage,
  cashlessShares,
];
