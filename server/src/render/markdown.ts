/** Signs that Markdown gives a meaning, and what makes a bare address of the web or of mail a link by itself. */
const signs = /[\\`*_{}[\]<>|#~&]|:(?=\/\/)|@(?=[\w-])|(?<=\bwww)\./gi;

/** Text in which nothing reads as Markdown, and nothing becomes a link. */
export function escaped(text: string): string {
  return text.replace(signs, "\\$&");
}

/** A row of a table. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Keeps columns apart where the editor draws tables without lines. */
export const gap = "&nbsp;&nbsp;";
