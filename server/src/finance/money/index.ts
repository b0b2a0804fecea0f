import type { Formula } from "../engine/formula.ts";
import { instalmentFormulas } from "../interest/instalments.ts";
import { accountingFormulas } from "./accounting.ts";
import { defaultFormulas } from "./default.ts";
import { prepaymentFormulas } from "./prepayment.ts";
import { putCallFormulas } from "./put-call.ts";
import { usuryIllustration } from "./usury.ts";
import { paidInAll, returnFormulas } from "./yields.ts";

export { proceedsFormulas } from "./proceeds.ts";

/** What is paid back along the way, early or late, in the order in which figures are shown. */
export const paymentFormulas: readonly Formula[] = [
  ...instalmentFormulas,
  paidInAll,
  ...prepaymentFormulas,
  ...putCallFormulas,
  ...defaultFormulas,
];

/** What the note brings its holder and costs its issuer a year, and how accounts see it. */
export const yieldFormulas: readonly Formula[] = [
  ...returnFormulas,
  ...accountingFormulas,
  usuryIllustration,
];
