import type { Formula } from "../formula.ts";
import { accountingFormulas } from "./accounting.ts";
import { defaultFormulas } from "./default.ts";
import { instalmentFormulas } from "./instalments.ts";
import { prepaymentFormulas } from "./prepayment.ts";
import { returnFormulas } from "./returns.ts";
import { usuryIllustration } from "./usury.ts";

export { proceedsFormulas } from "./proceeds.ts";

/** What is paid back along the way, early or late, in the order in which figures are shown. */
export const paymentFormulas: readonly Formula[] = [
  ...instalmentFormulas,
  ...prepaymentFormulas,
  ...defaultFormulas,
];

/** What the note brings its holder and costs its issuer a year, and how accounts see it. */
export const yieldFormulas: readonly Formula[] = [
  ...returnFormulas,
  ...accountingFormulas,
  usuryIllustration,
];
