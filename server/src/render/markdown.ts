/** Text in which nothing reads as Markdown. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~$]/g, (sign) => (sign === "$" ? sign : `\\${sign}`));
}

/** A row of a table. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Keeps columns apart where the editor draws tables without lines. */
export const gap = "&nbsp;&nbsp;";
