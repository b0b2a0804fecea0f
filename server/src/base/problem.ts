import type { Span } from "./span.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/** Another place that a problem speaks of. */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** A repair that an editor can apply: replaces each span by its text. */
export interface Fix {
  readonly title: string;
  /** Whether it may say another number than the author meant: then the editor must not offer it first. */
  readonly unsure?: true;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** Something to tell the author, from the lexer's stray brace to a rule's finding: one shape for all. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, why it matters, what to do: whole sentences in the words of the field. */
  readonly message: string;
  readonly span: Span;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}
