import type { Formula } from "../formula.ts";
import { defaultFormulas } from "./default.ts";
import { instalmentFormulas } from "./instalments.ts";
import { prepaymentFormulas } from "./prepayment.ts";

export { proceedsFormulas } from "./proceeds.ts";
export { yieldFormulas } from "./returns.ts";

/** What is paid back along the way, early or late, in the order in which figures are shown. */
export const paymentFormulas: readonly Formula[] = [
  ...instalmentFormulas,
  ...prepaymentFormulas,
  ...defaultFormulas,
];
