import { readFileSync } from "node:fs";

/** A figure of a sheet, worked out outside the program. */
export interface WorkedFigure {
  /** The formula. */
  readonly id: string;
  readonly value: string;
  /** How it was worked out, or where the document states it. */
  readonly working: string;
  /** The note's name, of a sheet with several. */
  readonly note?: string;
  /** The scenario that it belongs to; the note by itself without one. */
  readonly scenario?: string;
  /** A formula without which this figure is not as worked yet; it is checked from when there is one. */
  readonly since?: string;
}

/** A finding that is not true of the document, tolerated until its rule knows better. */
interface FalseAlarm {
  readonly code: string;
  readonly because: string;
}

/** What is expected of the sheet that restates one instrument. */
export interface FieldSheet {
  readonly sheet: string;
  readonly figures: readonly WorkedFigure[];
  /** Figures whose formulas may not be there yet: each is checked from when its formula is. */
  readonly later?: readonly WorkedFigure[];
  /** The codes of all that is found, each true of the document; a blank of the restatement is `still-open`. */
  readonly findings: readonly string[];
  /** How many points are still open. */
  readonly open: number;
  readonly falseAlarms?: readonly FalseAlarm[];
  /** What the document's readers found wrong with it and no rule finds yet. */
  readonly unfound?: readonly string[];
}

export function fieldText(sheet: string): string {
  return readFileSync(new URL(`${sheet}.note`, import.meta.url), "utf8");
}
