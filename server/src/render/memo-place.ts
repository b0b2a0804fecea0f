/** A place in the memo of a document: a note of it, by name; a section; a figure, where a scenario has it in that one. */
export interface MemoPlace {
  readonly note?: string | undefined;
  readonly scenario?: string | undefined;
  readonly section: "working" | "open" | undefined;
  readonly figure?: string | undefined;
}
