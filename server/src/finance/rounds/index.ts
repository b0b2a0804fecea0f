import type { Formula } from "../engine/formula.ts";
import { controlPayment, controlReceipt, controlShares, controlValue } from "./control.ts";
import { maturityOwnership, maturityShares } from "./maturity.ts";
import {
  capPrice,
  capPriceHere,
  discountPrice,
  priceOfRound,
  roundCapitalization,
  roundPrice,
} from "./prices.ts";
import { financingSurplus } from "./qualified.ts";
import {
  foundersPart,
  investorOwnership,
  newShares,
  optionPoolShares,
  roundAmount,
  roundDiscount,
  roundInterestPaid,
  roundOwnership,
  roundShares,
  roundValue,
  sharesAfterRound,
  totalDilution,
  totalShares,
} from "./shares.ts";

export { capPriceHere };

/** Rounds of financing, in the order in which figures are shown. */
export const roundFormulas: readonly Formula[] = [
  financingSurplus,
  roundAmount,
  roundInterestPaid,
  roundCapitalization,
  priceOfRound,
  discountPrice,
  capPrice,
  roundPrice,
  roundShares,
  roundValue,
  roundDiscount,
  newShares,
  optionPoolShares,
  totalShares,
  sharesAfterRound,
  roundOwnership,
  investorOwnership,
  foundersPart,
  totalDilution,
  controlPayment,
  controlShares,
  controlValue,
  controlReceipt,
  maturityShares,
  maturityOwnership,
];
