import { capitalized } from "../base/words.ts";
import type { ScheduleLine } from "../finance/money/schedule.ts";
import type { PriceTable } from "../finance/price-table.ts";
import type { Figure } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";
import type { Ground } from "./chart.ts";
import { type Line, manner, standing } from "./derivation.ts";
import { escaped, gap, tableRow } from "./markdown.ts";
import { priceMarkdown } from "./price-table.ts";
import { scheduleMarkdown } from "./schedule.ts";

/** What a hover says of one clause, before it is laid out. */
export interface ClauseReport {
  /** The answers in one line, most important first. */
  readonly answer: readonly string[];
  /** What the clause means. */
  readonly summary: string;
  /** What the answers are worked out for: a scenario and its day, or the note to maturity. */
  readonly setting: string | undefined;
  /** The id of the figure that the hover is about first of all, and the scenario in which it is worked out. */
  readonly figure?: string | undefined;
  readonly scenario?: string | undefined;
  /** A choice to show as a table, winner and losers. */
  readonly choice: { readonly title: string; readonly whole: Figure } | undefined;
  readonly steps: readonly Line[];
  /** What the clause says under each of its conditions. */
  readonly cases: readonly string[];
  /** Other figures that rest on the clause. */
  readonly others: readonly { readonly label: string; readonly value: string }[];
  readonly waiting: readonly string[];
  readonly table: PriceTable | undefined;
  /** What is paid and owed from day to day, of a clause that says so. */
  readonly schedule?: readonly ScheduleLine[];
  /** What other readings of a silent draft would change. */
  readonly readings: readonly string[];
  readonly assumptions: readonly string[];
  /** What holds where the clause is not said, and what it looks like. */
  readonly notes: readonly string[];
}

/** The report as Markdown that an editor shows: the answer first, then why; with pictures, for one that shows them, on a ground like its own. */
export function hoverMarkdown(report: ClauseReport, pictures: Ground | undefined): string {
  const parts = [
    report.answer.length > 0 ? `**${capitalized(report.answer.map(escaped).join(" · "))}**` : "",
    [report.summary, report.setting]
      .filter(Boolean)
      .map((text) => escaped(text as string))
      .join(" "),
    report.choice ? choiceTable(report.choice.title, report.choice.whole) : "",
    report.table ? priceMarkdown(report.table, pictures) : "",
    report.schedule && report.schedule.length > 0 ? scheduleMarkdown(report.schedule) : "",
    list(
      "When it counts",
      report.cases.map((text) => `- ${escaped(text)}`),
    ),
    list(
      "How it is worked out",
      report.steps.map(({ depth, text }) => `${"  ".repeat(depth)}- ${escaped(text)}`),
    ),
    report.others.length > 0 ? othersTable(report.others) : "",
    report.waiting.length > 0 ? `Waits for ${report.waiting.map(escaped).join("; ")}.` : "",
    list(
      "Left open, and read as usual",
      report.readings.map((text) => `- ${escaped(text)}`),
    ),
    list(
      "Assumed",
      report.assumptions.map((text) => `- ${escaped(text)}`),
    ),
    report.notes.map(escaped).join("  \n"),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `*${title}*\n\n${items.join("\n")}`;
}

function choiceTable(title: string, whole: Figure): string {
  if (whole.origin.kind !== "computed" || whole.origin.operation.form !== "choice") return "";
  const { operation, inputs } = whole.origin;
  const rows = inputs.map((candidate, index) => {
    const wins = operation.winners.includes(index);
    const label = operation.labels[index] ?? "";
    const cells = [
      label,
      label === show(candidate) ? "fixed" : manner(candidate),
      show(candidate),
      standing(whole, candidate, operation, index),
    ];
    return tableRow(
      cells.map((cell, column) => `${column > 0 ? gap : ""}${wins ? `**${escaped(cell)}**` : escaped(cell)}`),
    );
  });
  const unit = whole.kind === "price" ? "a share" : "";
  return [tableRow([escaped(title), "", unit, ""]), "|:--|:--|--:|:--|", ...rows].join("\n");
}

function othersTable(others: ClauseReport["others"]): string {
  return [
    tableRow(["Also", ""]),
    "|:--|:--|",
    ...others.map(({ label, value }) => tableRow([escaped(label), `${gap}${escaped(value)}`])),
  ].join("\n");
}
