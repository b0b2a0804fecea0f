import type { Formula } from "../formula.ts";

/** Rounds of financing, in the order in which figures are shown. */
export const roundFormulas: readonly Formula[] = [];
