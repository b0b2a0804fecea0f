// Writes the memo as one page of HTML that stands by itself, to print or to send.
import { env, type TextDocument, Uri, window, workspace } from "vscode";
import type { FigureMemo, MemoRecord, NoteMemo, SituationMemo } from "../../server/src/render/memo-record.ts";

/** Asks where to, writes the page, and opens it where the host can. */
export async function writeDocument(
  { uri }: TextDocument,
  memo: MemoRecord | null,
  resources: Uri,
): Promise<void> {
  if (!memo) return;
  const name = (uri.path.split("/").at(-1) ?? "note").replace(/\.note$/i, "");
  const folder = uri.scheme === "untitled" ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, "..");
  const target = await window.showSaveDialog({
    filters: { HTML: ["html"] },
    title: "Save the memo as a page",
    ...(folder ? { defaultUri: Uri.joinPath(folder, `${name}.html`) } : {}),
  });
  if (!target) return;
  const style = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(resources, "memo.css")));
  await workspace.fs.writeFile(target, new TextEncoder().encode(documentHtml(memo, style)));
  if (target.scheme === "file") await env.openExternal(target);
  else await window.showTextDocument(target);
}

/** A memo as a page without script. */
export function documentHtml({ notes }: MemoRecord, style: string): string {
  const title = escaped(notes.map(({ name }) => name).join(", ") || "Memo");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}
:root { color-scheme: light; } body { margin: 2em auto; } table { width: 100%; }</style>
</head>
<body>
${notes.map(noteHtml).join("\n")}
</body>
</html>
`;
}

function noteHtml({ name, inShort, findings, terms, situations, assumptions, waiting }: NoteMemo): string {
  return [
    `<h1>${escaped(name)}</h1>`,
    pairs(inShort.map(({ title, text }) => [title, text])),
    listed(
      "Findings",
      findings.map(({ severity, message, details }) => [`${severity}: ${message}`, ...details].join(" ")),
    ),
    section("Terms", pairs(terms.map(({ label, lines }) => [label, lines.join("\n")]))),
    ...situations.map(situationHtml),
    listed("Assumed", assumptions),
    listed(
      "Not worked out",
      waiting.map(({ what, needs }) => `${what}: waits for ${needs}`),
    ),
  ].join("\n");
}

function situationHtml({ title, topics, schedule, capTable, expected, curve }: SituationMemo): string {
  const figures = topics.map(
    ({ title: topic, figures: all }) => `<h3>${escaped(topic)}</h3>${table(["", ""], all.map(rowOf))}`,
  );
  const [head = [], ...rows] = schedule;
  const [holders = [], ...parts] = capTable;
  return section(
    title,
    [
      ...figures,
      curve
        ? `<h3>Over the market price, for ${escaped(curve.amount)}</h3>${table(
            ["Market", "Converts at", "Shares", "Owned", "Value"],
            curve.points
              .filter((_, index) => index % 4 === 0)
              .map(({ shown }) => [
                shown.market,
                shown.price,
                shown.shares,
                shown.ownership ?? "",
                shown.value,
              ]),
          )}`
        : "",
      rows.length > 0 ? `<h3>Payment schedule</h3>${table(head, rows)}` : "",
      parts.length > 0 ? `<h3>After the round</h3>${table(holders, parts)}` : "",
      listed("Expected", expected),
    ].join("\n"),
  );
}

function rowOf({ label, value }: FigureMemo): readonly string[] {
  return [label, value];
}

function section(title: string, body: string): string {
  return body.trim() === "" ? "" : `<section><h2>${escaped(title)}</h2>${body}</section>`;
}

function pairs(all: readonly (readonly [string, string])[]): string {
  return `<dl>${all.map(([term, text]) => `<dt>${escaped(term)}</dt><dd>${escaped(text)}</dd>`).join("")}</dl>`;
}

function listed(title: string, texts: readonly string[]): string {
  return texts.length === 0
    ? ""
    : section(title, `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join("")}</ul>`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const right = head.map((_, column) => rows.every((row) => !row[column] || /^[−+$€£\d]/.test(row[column])));
  const row = (cells: readonly string[], name: "th" | "td"): string =>
    `<tr>${cells.map((cell, column) => `<${name}${right[column] ? ' class="number"' : ""}>${escaped(cell)}</${name}>`).join("")}</tr>`;
  const top = head.some((cell) => cell !== "") ? `<thead>${row(head, "th")}</thead>` : "";
  return `<table>${top}<tbody>${rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
