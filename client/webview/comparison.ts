import type {
  ComparisonRecord,
  FigureChange,
  FindingsChange,
  NoteComparison,
} from "../../server/src/render/comparison-record.ts";
import { el } from "./dom.ts";

/** What changed, note by note: what it says, what it comes to, what is found. */
export function comparisonOf(before: string, after: string, record: ComparisonRecord | null): HTMLElement[] {
  const title = el("header", {}, el("p", { class: "none" }, `${before} → ${after}`));
  const notes = (record?.notes ?? []).filter(({ state }) => state !== "same");
  const beside = record ? findings(record.findings) : [];
  if (notes.length === 0 && beside.length === 0)
    return [title, el("p", { class: "empty" }, "Nothing changed that counts.")];
  return [
    title,
    ...notes.flatMap(noteOf),
    ...(beside.length > 0 ? [el("h2", {}, "Beside the notes"), ...beside] : []),
  ];
}

function noteOf(note: NoteComparison): HTMLElement[] {
  const { name, nameBefore, state, clauses, figures } = note;
  const main = figures.filter(({ main: isMain }) => isMain);
  const others = figures.filter(({ main: isMain }) => !isMain);
  const said = nameBefore === null ? "" : `, before “${nameBefore}”`;
  return [
    el("h1", {}, state === "changed" ? `${name}${said}` : `${name}: ${state}`),
    ...(clauses.length > 0
      ? [
          el("h2", {}, "What it says"),
          grid(
            ["Clause", "Before", "Now"],
            clauses.map(({ clause, before, after }) => [clause, before ?? "–", after ?? "–"]),
          ),
        ]
      : []),
    ...(main.length > 0 ? [el("h2", {}, "What it comes to"), figuresOf(main)] : []),
    ...(others.length > 0
      ? [el("details", {}, el("summary", {}, `${others.length} more figures`), figuresOf(others))]
      : []),
    ...findings(note.findings),
  ];
}

function figuresOf(figures: readonly FigureChange[]): HTMLElement {
  return grid(
    ["Figure", "Before", "Now", "Difference"],
    figures.map(({ label, scenario, before, after, difference }) => [
      scenario === null ? label : `${label}, “${scenario}”`,
      before ?? "–",
      after ?? "–",
      difference ?? "",
    ]),
    true,
  );
}

function grid(head: readonly string[], rows: readonly (readonly string[])[], numbers = false): HTMLElement {
  const line = (cells: readonly string[], name: "th" | "td") =>
    el(
      "tr",
      {},
      ...cells.map((cell, column) => el(name, { class: numbers && column > 0 ? "number" : "" }, cell)),
    );
  return el(
    "div",
    { class: "wide changes" },
    el(
      "table",
      {},
      el("thead", {}, line(head, "th")),
      el("tbody", {}, ...rows.map((row) => line(row, "td"))),
    ),
  );
}

function findings({ came, went }: FindingsChange): HTMLElement[] {
  if (came.length === 0 && went.length === 0) return [];
  const item = (sign: string, what: string, kind: string, message: string, code: string) =>
    el(
      "li",
      { class: kind },
      el("span", { class: "sign", title: what }, sign),
      el("div", {}, el("p", {}, message, el("code", {}, code))),
    );
  return [
    el("h2", {}, "What is found"),
    el(
      "ul",
      { class: "findings" },
      ...came.map(({ severity, message, code }) => item("+", "New", severity, message, code)),
      ...went.map(({ message, code }) => item("−", "Gone", "gone", message, code)),
    ),
  ];
}
