import { capitalized, counted } from "../base/words.ts";
import type {
  ClauseChange,
  ComparisonRecord,
  FigureChange,
  FindingSaid,
  NoteComparison,
} from "./comparison-record.ts";
import { headed, wrapped } from "./lines.ts";
import { escaped, tableRow } from "./markdown.ts";

/** What changed as plain text, as a reader goes through it: words, money, findings. */
export function comparisonText({ notes, findings }: ComparisonRecord): string {
  const parts = notes.map(noteText).filter((text) => text !== "");
  const beside = findingLines(findings);
  const all = [...parts, ...(beside.length > 0 ? [["Beside the notes", ...beside].join("\n")] : [])];
  return all.length === 0 ? "Nothing changed that counts." : all.join("\n\n");
}

function noteText(note: NoteComparison): string {
  if (note.state === "same") return "";
  const main = note.figures.filter(({ main: isMain }) => isMain);
  const others = note.figures.length - main.length;
  const sections = [
    section("What it says", note.clauses.flatMap(clauseLines)),
    section("What it comes to", [
      ...main.flatMap(figureLines),
      ...(others > 0 ? [`  and ${counted(others, "more figure")}: see --format json`] : []),
    ]),
    section("What is found", findingLines(note.findings)),
  ].filter((text) => text !== "");
  return [headed(titleOf(note), "=").join("\n").trimEnd(), ...sections].join("\n\n");
}

function titleOf({ name, nameBefore, state }: NoteComparison): string {
  const was = nameBefore === null ? "" : `, before “${nameBefore}”`;
  return state === "changed" ? `${name}${was}` : `${name} (${state})`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [title, ...lines].join("\n");
}

function clauseLines({ clause, before, after }: ClauseChange): string[] {
  if (before === null) return wrapped(`+ ${clause}: ${after}`, 2, 6);
  if (after === null) return wrapped(`− ${clause}: ${before}`, 2, 6);
  return [`  ${clause}`, ...wrapped(`before  ${before}`, 6, 14), ...wrapped(`now     ${after}`, 6, 14)];
}

function figureLines(change: FigureChange): string[] {
  const { before, after, difference } = change;
  const by = difference === null ? "" : ` (${difference})`;
  return wrapped(
    `${labelOf(change)}: ${before ?? "not worked out"} → ${after ?? "not worked out"}${by}`,
    2,
    6,
  );
}

function labelOf({ label, scenario }: FigureChange): string {
  return scenario === null ? capitalized(label) : `${capitalized(label)}, “${scenario}”`;
}

function findingLines({ came, went }: NoteComparison["findings"]): string[] {
  const line = (sign: string, { severity, code, message }: FindingSaid): string[] =>
    wrapped(`${sign} ${severity} ${code}: ${message}`, 2, 6);
  return [...came.flatMap((one) => line("+", one)), ...went.flatMap((one) => line("−", one))];
}

/** The same in Markdown, for a comment on a change. */
export function comparisonMarkdown({ notes, findings }: ComparisonRecord): string {
  const parts = notes.filter(({ state }) => state !== "same").map(noteMarkdown);
  const beside = findingItems(findings);
  const all = [...parts, ...(beside.length > 0 ? [`## Beside the notes\n\n${beside.join("\n")}`] : [])];
  return all.length === 0 ? "Nothing changed that counts." : all.join("\n\n");
}

function noteMarkdown(note: NoteComparison): string {
  const main = note.figures.filter(({ main: isMain }) => isMain);
  return [
    `## ${escaped(titleOf(note))}`,
    ...tableOf(
      ["Clause", "Before", "Now"],
      note.clauses.map(({ clause, before, after }) => [clause, before ?? "–", after ?? "–"]),
    ),
    ...tableOf(
      ["It comes to", "Before", "Now", "Difference"],
      main.map((one) => [labelOf(one), one.before ?? "–", one.after ?? "–", one.difference ?? ""]),
    ),
    ...(findingItems(note.findings).length > 0 ? [findingItems(note.findings).join("\n")] : []),
  ].join("\n\n");
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const lines = [head, head.map(() => "---"), ...rows.map((row) => row.map(escaped))];
  return [lines.map(tableRow).join("\n")];
}

function findingItems({ came, went }: NoteComparison["findings"]): string[] {
  const item = (what: string, { severity, code, message }: FindingSaid): string =>
    `- ${what}: ${severity} \`${code}\`, ${escaped(message)}`;
  return [...came.map((one) => item("New", one)), ...went.map((one) => item("Gone", one))];
}
