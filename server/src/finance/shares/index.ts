import type { Formula } from "../formula.ts";

/** What bounds, adjusts and follows a conversion, in the order in which figures are shown. */
export const shareFormulas: readonly Formula[] = [];
