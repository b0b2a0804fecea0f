import type { Rule } from "../rule.ts";
import { alternativeNeverWins } from "./alternative-never-wins.ts";
import { authorisedSharesExceeded } from "./authorised-shares-exceeded.ts";
import { averageNotSaid } from "./average-not-said.ts";
import { callOpensAfterMaturity } from "./call-opens-after-maturity.ts";
import { capBasisAgainstName } from "./cap-basis-against-name.ts";
import { capNearPrincipal } from "./cap-near-principal.ts";
import { casesMisfit } from "./cases-misfit.ts";
import { changeOfControlUnclear } from "./change-of-control-unclear.ts";
/** Every rule, in the order of the language's blocks. */ import { conditionAfterMaturity } from "./condition-after-maturity.ts";
import { conditionUnused } from "./condition-unused.ts";
import { conversionClosesBeforeItOpens } from "./conversion-closes-before-it-opens.ts";
import { conversionEndOpen } from "./conversion-end-open.ts";
import { conversionOpensAfterMaturity } from "./conversion-opens-after-maturity.ts";
import { conversionOpensBeforeIssue } from "./conversion-opens-before-issue.ts";
import { conversionRateAndPriceDiffer } from "./conversion-rate-and-price-differ.ts";
import { crossDefaultWithoutThreshold } from "./cross-default-without-threshold.ts";
import { damagesWithoutEnd } from "./damages-without-end.ts";
import { dateCircular } from "./date-circular.ts";
import { defaultAmountTooLow } from "./default-amount-too-low.ts";
import { defaultAmountsStack } from "./default-amounts-stack.ts";
import { defaultPriceNoWorse } from "./default-price-no-worse.ts";
import { defaultRateNotAboveRate } from "./default-rate-not-above-rate.ts";
import { defaultRateWithoutEvents } from "./default-rate-without-events.ts";
import { defaultRateWithoutSaving } from "./default-rate-without-saving.ts";
import { discountAndPriceDiffer } from "./discount-and-price-differ.ts";
import { discountBaseUnclear } from "./discount-base-unclear.ts";
import { discountOutOfScale } from "./discount-out-of-scale.ts";
import { dueOnClosedDay } from "./due-on-closed-day.ts";
import { duplicateAlternative } from "./duplicate-alternative.ts";
import { eventUndefined } from "./event-undefined.ts";
import { eventsListOpen } from "./events-list-open.ts";
import { exchangeCapMissing } from "./exchange-cap-missing.ts";
import { exchangeClaimsPlacement } from "./exchange-claims-placement.ts";
import { exchangeHoldingPeriod } from "./exchange-holding-period.ts";
import { exchangePartsDoNotAddUp } from "./exchange-parts-do-not-add-up.ts";
import { exchangeUplift } from "./exchange-uplift.ts";
import { exchangeWithNewMoney } from "./exchange-with-new-money.ts";
import { expectationBroken } from "./expectation-broken.ts";
import { expectationUnknown } from "./expectation-unknown.ts";
import { expectationWaits } from "./expectation-waits.ts";
import { extensionUnclear } from "./extension-unclear.ts";
import { financingPriceOpen } from "./financing-price-open.ts";
import { financingThresholdLow } from "./financing-threshold-low.ts";
import { financingThresholdOpen } from "./financing-threshold-open.ts";
import { floorAboveCeiling } from "./floor-above-ceiling.ts";
import { floorAboveMarket } from "./floor-above-market.ts";
import { fundedAfterMaturity } from "./funded-after-maturity.ts";
import { fundedBeforeIssued } from "./funded-before-issued.ts";
import { governingLawMissing } from "./governing-law-missing.ts";
import { greaterOfUnusual } from "./greater-of-unusual.ts";
import { guaranteedInterestPastMaturity } from "./guaranteed-interest-past-maturity.ts";
import { instalmentOutsideTerm } from "./instalment-outside-term.ts";
import { instalmentsDifferFromDebt } from "./instalments-differ-from-debt.ts";
import { interestAnsweredTwice } from "./interest-answered-twice.ts";
import { interestOutsideTerm } from "./interest-outside-term.ts";
import { interestWithoutEnd } from "./interest-without-end.ts";
import { issuerHoldsOption } from "./issuer-holds-option.ts";
import { leftOpen } from "./left-open.ts";
import { limitBlocksPayment } from "./limit-blocks-payment.ts";
import { lowestExceedsWindow } from "./lowest-exceeds-window.ts";
import { maturesBeforeIssued } from "./matures-before-issued.ts";
import { maturityPaysAndConverts } from "./maturity-pays-and-converts.ts";
import { monthImprecise } from "./month-imprecise.ts";
import { mostFavouredTermsOpen } from "./most-favoured-terms-open.ts";
import { multiplierLooksLikeDiscount } from "./multiplier-looks-like-discount.ts";
import { netProceedsDiffer } from "./net-proceeds-differ.ts";
import { noFloorPrice } from "./no-floor-price.ts";
import { noOwnershipLimit } from "./no-ownership-limit.ts";
import { noWholeShare } from "./no-whole-share.ts";
import { ownershipLimitOutOfRange } from "./ownership-limit-out-of-range.ts";
import { paidBelowPrincipal } from "./paid-below-principal.ts";
import { paymentBelowPar } from "./payment-below-par.ts";
import { pointsOrPercent } from "./points-or-percent.ts";
import { premiumAndPriceDiffer } from "./premium-and-price-differ.ts";
import { prepaymentBarredAndPriced } from "./prepayment-barred-and-priced.ts";
import { prepaymentClosesBeforeConversion } from "./prepayment-closes-before-conversion.ts";
import { prepaymentGetsCheaper } from "./prepayment-gets-cheaper.ts";
import { prepaymentWindowsMisfit } from "./prepayment-windows-misfit.ts";
import { priceAboveMarket } from "./price-above-market.ts";
import { priceAndPrincipalDiffer } from "./price-and-principal-differ.ts";
import { priceAndSharesDiffer } from "./price-and-shares-differ.ts";
import { priceBelowPar } from "./price-below-par.ts";
import { priceJump } from "./price-jump.ts";
import { priceNotPositive } from "./price-not-positive.ts";
import { priceOnClosedDay } from "./price-on-closed-day.ts";
import { priceOutOfScale } from "./price-out-of-scale.ts";
import { ratchetWithoutExclusions } from "./ratchet-without-exclusions.ts";
import { rateBesideOneTimeInterest } from "./rate-beside-one-time-interest.ts";
import { rateOutOfScale } from "./rate-out-of-scale.ts";
import { rateOutsideBand } from "./rate-outside-band.ts";
import { registrationPenaltyWithoutRights } from "./registration-penalty-without-rights.ts";
import { reserveFollowsPrice } from "./reserve-follows-price.ts";
import { reserveOutOfRange } from "./reserve-out-of-range.ts";
import { roundTermsDiffer } from "./round-terms-differ.ts";
import { scenarioBeforeIssue } from "./scenario-before-issue.ts";
import { scenarioBeyondPrices } from "./scenario-beyond-prices.ts";
import { scenarioConvertsTooMuch } from "./scenario-converts-too-much.ts";
import { scenarioOutsideConversion } from "./scenario-outside-conversion.ts";
import { securityWordsConflict } from "./security-words-conflict.ts";
import { shareCapBelowConversion } from "./share-cap-below-conversion.ts";
import { sharePaymentClosesEarly } from "./share-payment-closes-early.ts";
import { sharePaymentWithoutPrice } from "./share-payment-without-price.ts";
import { signedBeforeNote } from "./signed-before-note.ts";
import { simpleAndCompounded } from "./simple-and-compounded.ts";
import { singleAlternative } from "./single-alternative.ts";
import { splitAdjustsPriceOnly } from "./split-adjusts-price-only.ts";
import { termCircular } from "./term-circular.ts";
import { termDiffersFromDates } from "./term-differs-from-dates.ts";
import { termDrift } from "./term-drift.ts";
import { termOutOfScale } from "./term-out-of-scale.ts";
import { termUndefined } from "./term-undefined.ts";
import { termUnused } from "./term-unused.ts";
import { termWrongKind } from "./term-wrong-kind.ts";
import { thirtyDayMonthsCompoundedDaily } from "./thirty-day-months-compounded-daily.ts";
import { tranchePrincipalOpen } from "./tranche-principal-open.ts";
import { tranchesDoNotAddUp } from "./tranches-do-not-add-up.ts";
import { triggerAndPercentageDiffer } from "./trigger-and-percentage-differ.ts";
import { triggerOutOfRange } from "./trigger-out-of-range.ts";
import { unfundedBearsInterest } from "./unfunded-bears-interest.ts";
import { usuryIllustration } from "./usury-illustration.ts";
import { valuationCapBasisOpen } from "./valuation-cap-basis-open.ts";
import { warrantExpiresEarly } from "./warrant-expires-early.ts";
import { warrantStrikeFloats } from "./warrant-strike-floats.ts";
import { warrantSumsDiffer } from "./warrant-sums-differ.ts";
import { windowDaysUnclear } from "./window-days-unclear.ts";
import { windowEmpty } from "./window-empty.ts";
import { windowLacksPrices } from "./window-lacks-prices.ts";

export const rules: readonly Rule[] = [
  maturesBeforeIssued,
  dateCircular,
  termDiffersFromDates,
  signedBeforeNote,
  fundedBeforeIssued,
  fundedAfterMaturity,
  extensionUnclear,
  dueOnClosedDay,
  monthImprecise,
  priceAndPrincipalDiffer,
  discountBaseUnclear,
  paidBelowPrincipal,
  netProceedsDiffer,
  tranchesDoNotAddUp,
  tranchePrincipalOpen,
  unfundedBearsInterest,
  securityWordsConflict,
  exchangeUplift,
  exchangePartsDoNotAddUp,
  exchangeWithNewMoney,
  exchangeHoldingPeriod,
  exchangeClaimsPlacement,
  rateOutOfScale,
  rateOutsideBand,
  defaultRateNotAboveRate,
  defaultRateWithoutEvents,
  defaultRateWithoutSaving,
  eventsListOpen,
  crossDefaultWithoutThreshold,
  defaultAmountsStack,
  defaultAmountTooLow,
  simpleAndCompounded,
  thirtyDayMonthsCompoundedDaily,
  interestOutsideTerm,
  interestWithoutEnd,
  instalmentOutsideTerm,
  instalmentsDifferFromDebt,
  prepaymentBarredAndPriced,
  prepaymentWindowsMisfit,
  prepaymentGetsCheaper,
  prepaymentClosesBeforeConversion,
  issuerHoldsOption,
  conversionOpensBeforeIssue,
  callOpensAfterMaturity,
  conversionOpensAfterMaturity,
  conversionClosesBeforeItOpens,
  conversionEndOpen,
  sharePaymentClosesEarly,
  termUndefined,
  termWrongKind,
  termCircular,
  termUnused,
  termDrift,
  eventUndefined,
  casesMisfit,
  conditionUnused,
  multiplierLooksLikeDiscount,
  discountAndPriceDiffer,
  pointsOrPercent,
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
  conversionRateAndPriceDiffer,
  premiumAndPriceDiffer,
  priceAndSharesDiffer,
  triggerAndPercentageDiffer,
  triggerOutOfRange,
  defaultPriceNoWorse,
  splitAdjustsPriceOnly,
  ratchetWithoutExclusions,
  floorAboveCeiling,
  noFloorPrice,
  floorAboveMarket,
  priceBelowPar,
  ownershipLimitOutOfRange,
  noOwnershipLimit,
  exchangeCapMissing,
  limitBlocksPayment,
  authorisedSharesExceeded,
  shareCapBelowConversion,
  reserveOutOfRange,
  reserveFollowsPrice,
  damagesWithoutEnd,
  financingThresholdOpen,
  financingThresholdLow,
  financingPriceOpen,
  roundTermsDiffer,
  valuationCapBasisOpen,
  interestAnsweredTwice,
  maturityPaysAndConverts,
  changeOfControlUnclear,
  mostFavouredTermsOpen,
  warrantSumsDiffer,
  warrantExpiresEarly,
  warrantStrikeFloats,
  registrationPenaltyWithoutRights,
  conditionAfterMaturity,
  sharePaymentWithoutPrice,
  paymentBelowPar,
  priceOutOfScale,
  discountOutOfScale,
  rateBesideOneTimeInterest,
  guaranteedInterestPastMaturity,
  termOutOfScale,
  capBasisAgainstName,
  capNearPrincipal,
  governingLawMissing,
  usuryIllustration,
  priceOnClosedDay,
  priceJump,
  windowLacksPrices,
  scenarioBeforeIssue,
  scenarioBeyondPrices,
  scenarioOutsideConversion,
  scenarioConvertsTooMuch,
  expectationBroken,
  expectationUnknown,
  expectationWaits,
  leftOpen,
];
