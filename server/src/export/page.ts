/** What a written document is made of, whatever its format. */

/** A stretch of text. What is still open in a draft is marked. */
export interface Run {
  readonly text: string;
  readonly open?: true;
  readonly strong?: true;
}

/** Some text, in stretches. */
export type Runs = readonly Run[];

export interface Table {
  readonly kind: "table";
  /** A term sheet has two columns, the first of which names what the second says. */
  readonly look: "terms" | "figures";
  readonly head: readonly string[];
  /** Rows of cells of lines. */
  readonly rows: readonly (readonly (readonly Runs[])[])[];
  /** The columns of numbers, which stand to the right. */
  readonly numbers: readonly number[];
}

export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly runs: Runs; readonly note?: true }
  | { readonly kind: "list"; readonly items: readonly Runs[] }
  | Table
  /** What a reader has to see before relying on the rest. */
  | { readonly kind: "box"; readonly title: string; readonly blocks: readonly Block[] };

export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A text with what stands in brackets marked as open. */
export function runsOf(text: string): Runs {
  return text
    .split(/(\$?\[[^[\]]*\])/)
    .filter((part) => part !== "")
    .map((part) => (/^\$?\[/.test(part) ? { text: part, open: true } : { text: part }));
}

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: "heading", level, text };
}

export function paragraph(text: string): Block {
  return { kind: "paragraph", runs: runsOf(text) };
}

/** Small print beside what it explains. */
export function remark(text: string): Block {
  return { kind: "paragraph", runs: [{ text }], note: true };
}

/** A table of text, a line a cell; numbers stand in the columns that `numbers` lists. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): Table {
  return {
    kind: "table",
    look: "figures",
    head,
    rows: rows.map((cells) => cells.map((cell) => [runsOf(cell)])),
    numbers,
  };
}
