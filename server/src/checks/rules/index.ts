import type { Rule } from "../rule.ts";
import { alternativeNeverWins } from "./alternative-never-wins.ts";
import { conversionClosesBeforeItOpens } from "./conversion-closes-before-it-opens.ts";
import { conversionOpensAfterMaturity } from "./conversion-opens-after-maturity.ts";
import { conversionOpensBeforeIssue } from "./conversion-opens-before-issue.ts";
import { defaultRateNotAboveRate } from "./default-rate-not-above-rate.ts";
import { defaultRateWithoutEvents } from "./default-rate-without-events.ts";
import { duplicateAlternative } from "./duplicate-alternative.ts";
import { floorAboveCeiling } from "./floor-above-ceiling.ts";
import { fundedAfterMaturity } from "./funded-after-maturity.ts";
import { fundedBeforeIssued } from "./funded-before-issued.ts";
import { issuerHoldsOption } from "./issuer-holds-option.ts";
import { leftOpen } from "./left-open.ts";
import { lowestExceedsWindow } from "./lowest-exceeds-window.ts";
import { maturesBeforeIssued } from "./matures-before-issued.ts";
import { monthImprecise } from "./month-imprecise.ts";
import { multiplierLooksLikeDiscount } from "./multiplier-looks-like-discount.ts";
import { noFloorPrice } from "./no-floor-price.ts";
import { noOwnershipLimit } from "./no-ownership-limit.ts";
import { ownershipLimitOutOfRange } from "./ownership-limit-out-of-range.ts";
import { priceNotPositive } from "./price-not-positive.ts";
import { priceOnClosedDay } from "./price-on-closed-day.ts";
import { rateOutOfScale } from "./rate-out-of-scale.ts";
import { scenarioBeforeIssue } from "./scenario-before-issue.ts";
import { scenarioBeyondPrices } from "./scenario-beyond-prices.ts";
import { simpleAndCompounded } from "./simple-and-compounded.ts";
import { singleAlternative } from "./single-alternative.ts";
import { termCircular } from "./term-circular.ts";
import { termUndefined } from "./term-undefined.ts";
import { termWrongKind } from "./term-wrong-kind.ts";
import { windowEmpty } from "./window-empty.ts";
import { windowLacksPrices } from "./window-lacks-prices.ts";

/** Every rule, in the order of the language's blocks. */
export const rules: readonly Rule[] = [
  maturesBeforeIssued,
  fundedBeforeIssued,
  fundedAfterMaturity,
  monthImprecise,
  rateOutOfScale,
  defaultRateNotAboveRate,
  defaultRateWithoutEvents,
  simpleAndCompounded,
  issuerHoldsOption,
  conversionOpensBeforeIssue,
  conversionOpensAfterMaturity,
  conversionClosesBeforeItOpens,
  termUndefined,
  termWrongKind,
  termCircular,
  multiplierLooksLikeDiscount,
  singleAlternative,
  duplicateAlternative,
  alternativeNeverWins,
  lowestExceedsWindow,
  windowEmpty,
  priceNotPositive,
  floorAboveCeiling,
  noFloorPrice,
  ownershipLimitOutOfRange,
  noOwnershipLimit,
  priceOnClosedDay,
  windowLacksPrices,
  scenarioBeforeIssue,
  scenarioBeyondPrices,
  leftOpen,
];
