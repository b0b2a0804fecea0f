import type { Rule } from "../rule.ts";
import { maturesBeforeIssued } from "./matures-before-issued.ts";
import { noFloorPrice } from "./no-floor-price.ts";

/** Every rule, in the order of the language's blocks. */
export const rules: readonly Rule[] = [maturesBeforeIssued, noFloorPrice];
