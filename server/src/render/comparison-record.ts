import type { Severity } from "../base/problem.ts";

/** What changed between two versions of a sheet, note by note. Lines count from 0, in the version that has them. */
export interface ComparisonRecord {
  readonly notes: readonly NoteComparison[];
  /** What is found beside the notes. */
  readonly findings: FindingsChange;
}

export interface NoteComparison {
  readonly name: string;
  /** The name before, where it was another. */
  readonly nameBefore: string | null;
  readonly state: "same" | "changed" | "added" | "removed";
  readonly clauses: readonly ClauseChange[];
  readonly figures: readonly FigureChange[];
  readonly findings: FindingsChange;
}

/** A clause that says something else; null where it is not there. */
export interface ClauseChange {
  /** Its name behind those of its blocks: `interest › rate`. */
  readonly clause: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly line: number | null;
}

/** A figure that comes to something else; null where it is not worked out. */
export interface FigureChange {
  readonly id: string;
  readonly label: string;
  /** The scenario; null for the note by itself. */
  readonly scenario: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** With its sign; null where one of the two is missing. */
  readonly difference: string | null;
  /** Whether it is among what a reader asks for first: what is due, price, shares, ownership, return. */
  readonly main: boolean;
}

export interface FindingsChange {
  readonly came: readonly FindingSaid[];
  readonly went: readonly FindingSaid[];
}

export interface FindingSaid {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
}
