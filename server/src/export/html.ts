import type { Block, Page, Run, Runs, Table } from "./page.ts";

/** A document as one HTML file that reads in a browser and on paper: no script, and nothing that it loads. */
export function html({ title, blocks }: Page): string {
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="Notewright">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    ...blocks.map(blockHtml),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p${block.note ? ' class="note"' : ""}>${runsHtml(block.runs)}</p>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${runsHtml(item)}</li>`).join("\n")}\n</ul>`;
    case "table":
      return tableHtml(block);
    case "box":
      return `<section class="box">\n<h2>${escaped(block.title)}</h2>\n${block.blocks.map(blockHtml).join("\n")}\n</section>`;
  }
}

function tableHtml({ look, head, rows, numbers }: Table): string {
  const className = (column: number): string => (numbers.includes(column) ? ' class="number"' : "");
  const heads = head.map((text, column) => `<th${className(column)}>${escaped(text)}</th>`).join("");
  const lines = rows.map(
    (cells) =>
      `<tr>${cells.map((cell, column) => `<td${className(column)}>${cell.map(runsHtml).join("<br>")}</td>`).join("")}</tr>`,
  );
  return `<table class="${look}${head.length === 3 ? " made" : ""}">\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${lines.join("\n")}\n</tbody>\n</table>`;
}

function runsHtml(runs: Runs): string {
  return runs.map(runHtml).join("");
}

function runHtml({ text, open, strong }: Run): string {
  const plain = escaped(text);
  if (open) return `<mark>${plain}</mark>`;
  return strong ? `<strong>${plain}</strong>` : plain;
}

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text in which nothing reads as HTML, without characters that steer. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
    .replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, "\ufffd");
}

const style = `
body { font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #111; background: #fff; max-width: 46rem; margin: 2.5rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.7em; border-bottom: 2px solid #111; padding-bottom: .2em; margin: 1.6em 0 .6em; }
h2 { font-size: 1.2em; margin: 1.8em 0 .5em; }
h3 { font-size: 1em; margin: 1.2em 0 .4em; }
p { margin: .6em 0; }
p.note { font-size: .85em; color: #444; }
table { border-collapse: collapse; width: 100%; margin: .5em 0 1em; font-size: .92em; }
th, td { border: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top; }
th { background: #eee; }
table.terms td:first-child, table.terms th:first-child { width: 32%; }
table.made { table-layout: fixed; }
table.made th:nth-child(1) { width: 30%; }
table.made th:nth-child(2) { width: 22%; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
mark { background: #fff3a3; color: inherit; padding: 0 .1em; }
.box { border: 1.5px solid #111; padding: .2em 1em .6em; margin: 2em 0; }
.box h2 { margin-top: .6em; }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 10pt; }
  h1, h2, h3 { break-after: avoid; }
  tr, .box li { break-inside: avoid; }
  thead { display: table-header-group; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  @page { margin: 20mm 18mm; }
}
`;
