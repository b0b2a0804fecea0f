import type { Rule } from "../rule.ts";
import { alternativeNeverWins } from "./alternative-never-wins.ts";
import { averageNotSaid } from "./average-not-said.ts";
import { conversionClosesBeforeItOpens } from "./conversion-closes-before-it-opens.ts";
import { conversionEndOpen } from "./conversion-end-open.ts";
import { conversionOpensAfterMaturity } from "./conversion-opens-after-maturity.ts";
import { conversionOpensBeforeIssue } from "./conversion-opens-before-issue.ts";
import { defaultRateNotAboveRate } from "./default-rate-not-above-rate.ts";
import { defaultRateWithoutEvents } from "./default-rate-without-events.ts";
import { dueOnClosedDay } from "./due-on-closed-day.ts";
import { duplicateAlternative } from "./duplicate-alternative.ts";
import { eventsListOpen } from "./events-list-open.ts";
import { exchangeUplift } from "./exchange-uplift.ts";
import { floorAboveCeiling } from "./floor-above-ceiling.ts";
import { floorAboveMarket } from "./floor-above-market.ts";
import { fundedAfterMaturity } from "./funded-after-maturity.ts";
import { fundedBeforeIssued } from "./funded-before-issued.ts";
import { governingLawMissing } from "./governing-law-missing.ts";
import { greaterOfUnusual } from "./greater-of-unusual.ts";
import { interestOutsideTerm } from "./interest-outside-term.ts";
import { issuerHoldsOption } from "./issuer-holds-option.ts";
import { leftOpen } from "./left-open.ts";
import { limitBlocksPayment } from "./limit-blocks-payment.ts";
import { lowestExceedsWindow } from "./lowest-exceeds-window.ts";
import { maturesBeforeIssued } from "./matures-before-issued.ts";
import { monthImprecise } from "./month-imprecise.ts";
import { multiplierLooksLikeDiscount } from "./multiplier-looks-like-discount.ts";
import { noFloorPrice } from "./no-floor-price.ts";
import { noOwnershipLimit } from "./no-ownership-limit.ts";
import { noWholeShare } from "./no-whole-share.ts";
import { ownershipLimitOutOfRange } from "./ownership-limit-out-of-range.ts";
import { priceAboveMarket } from "./price-above-market.ts";
import { priceJump } from "./price-jump.ts";
import { priceNotPositive } from "./price-not-positive.ts";
import { priceOnClosedDay } from "./price-on-closed-day.ts";
import { rateOutOfScale } from "./rate-out-of-scale.ts";
import { registrationPenaltyWithoutRights } from "./registration-penalty-without-rights.ts";
import { scenarioBeforeIssue } from "./scenario-before-issue.ts";
import { scenarioBeyondPrices } from "./scenario-beyond-prices.ts";
import { scenarioConvertsTooMuch } from "./scenario-converts-too-much.ts";
import { scenarioOutsideConversion } from "./scenario-outside-conversion.ts";
import { securityWordsConflict } from "./security-words-conflict.ts";
import { sharePaymentClosesEarly } from "./share-payment-closes-early.ts";
import { simpleAndCompounded } from "./simple-and-compounded.ts";
import { singleAlternative } from "./single-alternative.ts";
import { termCircular } from "./term-circular.ts";
import { termDrift } from "./term-drift.ts";
import { termUndefined } from "./term-undefined.ts";
import { termUnused } from "./term-unused.ts";
import { termWrongKind } from "./term-wrong-kind.ts";
import { thirtyDayMonthsCompoundedDaily } from "./thirty-day-months-compounded-daily.ts";
import { usuryIllustration } from "./usury-illustration.ts";
import { windowDaysUnclear } from "./window-days-unclear.ts";
import { windowEmpty } from "./window-empty.ts";
import { windowLacksPrices } from "./window-lacks-prices.ts";

/** Every rule, in the order of the language's blocks. */
export const rules: readonly Rule[] = [
  maturesBeforeIssued,
  fundedBeforeIssued,
  fundedAfterMaturity,
  dueOnClosedDay,
  monthImprecise,
  securityWordsConflict,
  exchangeUplift,
  rateOutOfScale,
  defaultRateNotAboveRate,
  defaultRateWithoutEvents,
  eventsListOpen,
  simpleAndCompounded,
  thirtyDayMonthsCompoundedDaily,
  interestOutsideTerm,
  issuerHoldsOption,
  conversionOpensBeforeIssue,
  conversionOpensAfterMaturity,
  conversionClosesBeforeItOpens,
  conversionEndOpen,
  sharePaymentClosesEarly,
  termUndefined,
  termWrongKind,
  termCircular,
  termUnused,
  termDrift,
  multiplierLooksLikeDiscount,
  priceAboveMarket,
  averageNotSaid,
  windowDaysUnclear,
  singleAlternative,
  duplicateAlternative,
  alternativeNeverWins,
  greaterOfUnusual,
  lowestExceedsWindow,
  windowEmpty,
  priceNotPositive,
  noWholeShare,
  floorAboveCeiling,
  noFloorPrice,
  floorAboveMarket,
  ownershipLimitOutOfRange,
  noOwnershipLimit,
  limitBlocksPayment,
  registrationPenaltyWithoutRights,
  governingLawMissing,
  usuryIllustration,
  priceOnClosedDay,
  priceJump,
  windowLacksPrices,
  scenarioBeforeIssue,
  scenarioBeyondPrices,
  scenarioOutsideConversion,
  scenarioConvertsTooMuch,
  leftOpen,
];
