import type { Described } from "./described.ts";

/** What can be wrong with the shape of a draft: found while it is read, before any rule judges its sense. */
export interface ShapeSpec extends Described {
  /** Found beside a note, between the parts of a file or in a price file: whether a note allows it in vain is found there. */
  readonly beside?: "parts" | "files";
}

/** A note for the examples of shapes: what every note needs, and some lines. */
export const sheet = (lines: string): string => `note "Example Note" {
  issuer "Example Corp."
  holder "Example Fund LP"
  principal $100,000
  issued January 2, 2024
  matures January 2, 2025
${lines}
}`;
