/**
 * The memo of a document as data for a page: everything is shown text, and nothing of it is markup. Lines count from 0.
 */
export interface MemoRecord {
  readonly notes: readonly NoteMemo[];
}

export interface NoteMemo {
  readonly name: string;
  readonly line: number;
  /** What the hovers open with, topic by topic. */
  readonly inShort: readonly { readonly title: string; readonly text: string }[];
  readonly findings: readonly FindingMemo[];
  readonly terms: readonly TermMemo[];
  /** The note by itself first, then each scenario. */
  readonly situations: readonly SituationMemo[];
  /** What the figures take for granted. */
  readonly assumptions: readonly string[];
  /** What can't be worked out, and what it waits for. */
  readonly waiting: readonly { readonly what: string; readonly needs: string }[];
}

export interface FindingMemo {
  readonly code: string;
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly line: number;
  readonly character: number;
  readonly message: string;
  readonly details: readonly string[];
  readonly fixes: readonly FixMemo[];
}

/** An answer that can be given by a button: what it is called, and the edits that give it. */
export interface FixMemo {
  readonly title: string;
  readonly edits: readonly EditMemo[];
}

export interface EditMemo {
  readonly from: PlaceMemo;
  readonly to: PlaceMemo;
  readonly text: string;
}

interface PlaceMemo {
  readonly line: number;
  readonly character: number;
}

export interface TermMemo {
  readonly label: string;
  readonly lines: readonly string[];
  /** Undefined for a clause that stands in another file. */
  readonly line: number | undefined;
}

export interface SituationMemo {
  readonly title: string;
  /** The scenario's name; undefined for the note by itself. */
  readonly scenario: string | undefined;
  readonly line: number | undefined;
  readonly topics: readonly { readonly title: string; readonly figures: readonly FigureMemo[] }[];
  /** Tables of words, their headings first. */
  readonly schedule: readonly (readonly string[])[];
  readonly capTable: readonly (readonly string[])[];
  readonly expected: readonly string[];
  readonly curve: CurveMemo | undefined;
}

export interface FigureMemo {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** What a conversion comes to over the market price, from the lowest to the highest. */
export interface CurveMemo {
  /** What converts, such as `$940,800.00`. */
  readonly amount: string;
  readonly points: readonly CurvePoint[];
  /** The words of what decides the price, each once; points name them by their place. */
  readonly deciders: readonly string[];
}

/** A point of the curves: numbers to draw by, and the same in words. */
export interface CurvePoint {
  readonly market: number;
  readonly price: number;
  readonly shares: number;
  readonly ownership: number | undefined;
  readonly value: number;
  readonly decider: number | undefined;
  readonly shown: {
    readonly market: string;
    readonly price: string;
    readonly shares: string;
    readonly ownership: string | undefined;
    readonly value: string;
    readonly gain: string | undefined;
  };
  /** The text of a scenario at this market price. */
  readonly scenario: string;
}

/** How a figure was made, a line a step, the deeper ones inside the one above. */
export interface DerivationRecord {
  readonly label: string;
  readonly value: string;
  readonly steps: readonly { readonly depth: number; readonly text: string }[];
  readonly assumptions: readonly string[];
}
