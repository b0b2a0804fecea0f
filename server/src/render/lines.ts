/** How wide plain text is laid out. */
export const textWidth = 96;

/** The text in lines no wider than the page, the first behind `indent` spaces, the others behind `hanging`. */
export function wrapped(text: string, indent = 0, hanging = indent, width = textWidth): string[] {
  const lines: string[] = [];
  let line = " ".repeat(indent);
  let empty = true;
  for (const word of text.split(" ")) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = " ".repeat(hanging);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

/** A label and its value at the ends of one line, with dots between them. */
export function dotted(label: string, value: string, indent: number): string[] {
  const room = textWidth - indent - value.length - 2;
  const lines = wrapped(label, indent, indent, indent + Math.max(room - 3, 20));
  const last = lines.pop() ?? "";
  const dots = ".".repeat(Math.max(3, room - (last.length - indent)));
  return [...lines, `${last} ${dots} ${value}`];
}

/** The lines of each row, in columns as wide as their widest cells; the first column is wrapped where it would push the others off the page. */
export function columned(rows: readonly (readonly string[])[], indent: number): string[][] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const others = widths.slice(1).reduce((sum, width) => sum + width + 3, 0);
  const first = Math.min(widths[0] ?? 0, Math.max(20, textWidth - indent - others));
  return rows.map(([label = "", ...cells]) => {
    const lines = wrapped(label, 0, 2, first);
    const last = lines.pop() ?? "";
    const rest = cells.map((cell, column) => `   ${cell.padEnd(widths[column + 1] ?? 0)}`).join("");
    return [...lines, `${last.padEnd(first)}${rest}`.trimEnd()].map((line) => " ".repeat(indent) + line);
  });
}

/** A heading underlined, and the blank line behind it. */
export function headed(title: string, sign: "=" | "-"): string[] {
  const lines = wrapped(title);
  return [...lines, sign.repeat(Math.max(...lines.map(({ length }) => length))), ""];
}
