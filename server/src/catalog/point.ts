/** One way to read what a draft leaves open. */
export interface Reading {
  readonly id: string;
  /** As a list of readings says it. */
  readonly text: string;
  /** The words that would state it, where a clause can; behind the clause's name. */
  readonly words?: string;
}

/** Something that drafts leave open and a usual reading fills. Every number that rests on it says so. */
export interface OpenPoint {
  /** Where it would be said. */
  readonly clause: string;
  readonly question: string;
  /** The usual reading first, then the others. */
  readonly readings: readonly [Reading, ...Reading[]];
  /** Why the first is usual. */
  readonly because: string;
  /** The figure whose difference tells what the point is worth. */
  readonly measuredBy: string;
  /** The code of the rule that tells of it where it stands, with its price; it is then no point of the list. */
  readonly foundBy?: string;
}
