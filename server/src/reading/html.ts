import { Parser } from "htmlparser2";

const blocks: ReadonlySet<string> = new Set([
  "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
  "li", "ol", "p", "pre", "section", "table", "ul",
]); // biome-ignore format: a list
const passedOver: ReadonlySet<string> = new Set([
  "head",
  "script",
  "style",
  "ix:header",
  "ix:hidden",
  "noscript",
  "template",
]);

/** What is open of a table: the cells of the row. */
interface Row {
  readonly cells: string[];
}

/**
 * The text of a page: paragraphs apart, a row of a table on one line with tabs between its cells, what a browser does
 * not show left out. Any text is read, however its tags are closed.
 */
export function textOfHtml(html: string): string {
  let out = "";
  let skipped = 0;
  const rows: Row[] = [];
  const write = (text: string): void => {
    const row = rows.at(-1);
    if (row && row.cells.length > 0) row.cells[row.cells.length - 1] += text;
    else out += text;
  };
  const apart = (): void => write(rows.at(-1)?.cells.length ? " " : "\n\n");
  const endRow = (): void => {
    const row = rows.pop();
    if (row) write(rowText(row.cells));
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (passedOver.has(name) || skipped > 0 || isHidden(attributes.style)) {
          if (!empty.has(name)) skipped++;
          return;
        }
        if (name === "tr") rows.push({ cells: [] });
        else if (name === "td" || name === "th") rows.at(-1)?.cells.push("");
        else if (name === "br") write(rows.length > 0 ? " " : "\n");
        else if (blocks.has(name)) apart();
        if (name === "li") write("- ");
      },
      ontext(text) {
        if (skipped === 0) write(text.replace(/[\s\u00a0]+/g, " "));
      },
      onclosetag(name) {
        if (skipped > 0) {
          if (!empty.has(name)) skipped--;
          return;
        }
        if (name === "tr") endRow();
        else if (blocks.has(name)) apart();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  while (rows.length > 0) endRow();
  return tidied(out);
}

const empty: ReadonlySet<string> = new Set([
  "br",
  "hr",
  "img",
  "input",
  "meta",
  "link",
  "col",
  "wbr",
  "area",
  "base",
]);

function isHidden(style: string | undefined): boolean {
  return style !== undefined && /display:\s*none|visibility:\s*hidden/i.test(style);
}

/** A row's cells; a sign of a list belongs to what follows, and a sign of money to its number. */
function rowText(cells: readonly string[]): string {
  const full = cells.map((cell) => cell.replace(/\s+/g, " ").trim()).filter((cell) => cell !== "");
  const joined: string[] = [];
  for (const cell of full) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      (/^(?:[-•·*]|\(?(?:[a-z]|[ivx]+|\d{1,2})[.)])$/i.test(last) || last === "$" || /^[%)]$/.test(cell))
    )
      joined[joined.length - 1] = last === "$" || /^[%)]$/.test(cell) ? `${last}${cell}` : `${last} ${cell}`;
    else joined.push(cell);
  }
  return joined.length > 0 ? `\n${joined.join("\t")}\n` : "";
}

function tidied(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      line
        .replace(/ +/g, " ")
        .replace(/ ?\t ?/g, "\t")
        .trim(),
    )
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
