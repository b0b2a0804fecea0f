import type { WorkedSheet } from "../support/worked-sheet.ts";
import { firstSheets } from "./expected-1.ts";
import { secondSheets } from "./expected-2.ts";
import { thirdSheets } from "./expected-3.ts";

/** What is expected of each of the 39 sheets, in the order of the instruments. */
export const expectedSheets: readonly WorkedSheet[] = [...firstSheets, ...secondSheets, ...thirdSheets];
