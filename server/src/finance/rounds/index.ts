import type { Formula } from "../engine/formula.ts";
import { controlPayment, controlReceipt, controlShares, controlValue } from "./control.ts";
import { maturityOwnership, maturityShares } from "./maturity.ts";
import { capPrice, discountPrice, priceOfRound, roundCapitalization, roundPrice } from "./prices.ts";
import { financingSurplus } from "./qualified.ts";
import {
  investorOwnership,
  newShares,
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
  totalShares,
  sharesAfterRound,
  roundOwnership,
  investorOwnership,
  totalDilution,
  controlPayment,
  controlShares,
  controlValue,
  controlReceipt,
  maturityShares,
  maturityOwnership,
];
