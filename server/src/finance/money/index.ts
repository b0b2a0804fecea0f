import type { Formula } from "../formula.ts";

/** What is paid in, and what is paid back when, in the order in which figures are shown. */
export const moneyFormulas: readonly Formula[] = [];
