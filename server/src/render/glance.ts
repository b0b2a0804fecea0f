import { capitalized, counted } from "../base/words.ts";
import type { ScheduleLine } from "../finance/money/schedule.ts";
import type { PriceTable } from "../finance/price-table.ts";
import type { Figure } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";
import type { Ground } from "./chart.ts";
import { manner, standing } from "./derivation.ts";
import type { ClauseReport } from "./hover.ts";
import { escaped, gap, tableRow } from "./markdown.ts";
import type { MemoPlace } from "./memo-place.ts";
import { curvePicture } from "./price-curve.ts";
import { letterOf, priceAtAGlance } from "./price-table.ts";
import { scheduleAtAGlance } from "./schedule.ts";

/** What stands on one screen: more is in the memo. */
const most = { headlines: 3, alternatives: 5, cases: 3, words: 150, label: 54 } as const;

/**
 * The report at a glance, as Markdown: the answer, winner and losers, a curve over its table, and one line of links to
 * all else, which the memo has.
 */
export function glanceMarkdown(
  report: ClauseReport,
  pictures: Ground | undefined,
  link: ((section: MemoPlace["section"]) => string) | undefined,
): string {
  const { answer, choice, table, schedule = [] } = report;
  const headlines = answer.slice(0, most.headlines).map(escaped).join(" · ");
  const shows = choice !== undefined || table !== undefined || schedule.length > 0;
  const parts = [
    headlines === "" ? "" : `**${capitalized(headlines)}**`,
    table?.played ? "" : lead(report, shows),
    choice ? choiceAtAGlance(choice.title, choice.whole) : "",
    table ? rangeAtAGlance(table, pictures) : "",
    schedule.length > 0 && !choice && !table ? scheduleAtAGlance(schedule as readonly ScheduleLine[]) : "",
    shows ? "" : firstSteps(report),
    report.cases.length > 0 && !shows ? casesAtAGlance(report.cases) : "",
    report.waiting.length > 0 && !table?.played
      ? `Waits for ${escaped(short(report.waiting.join("; ")))}.`
      : "",
    shows
      ? ""
      : report.notes
          .slice(0, 1)
          .map((note) => escaped(short(note)))
          .join(""),
    link ? links(report, link) : "",
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** What the clause means, and in what the answers are worked out; beside a table the latter alone. */
function lead({ summary, setting, answer }: ClauseReport, shows: boolean): string {
  const said = shows && answer.length > 0 ? [setting ?? ""] : [summary, setting ?? ""];
  return said
    .filter((text) => text !== "")
    .map((text) => escaped(short(text)))
    .join(" ");
}

function choiceAtAGlance(title: string, whole: Figure): string {
  if (whole.origin.kind !== "computed" || whole.origin.operation.form !== "choice") return "";
  const { operation, inputs } = whole.origin;
  const rows = inputs.map((candidate, index) => {
    const label = operation.labels[index] ?? "";
    const words = label === show(candidate) ? "fixed" : label === "" ? manner(candidate) : label;
    const wins = operation.winners.includes(index);
    const cells = [
      `(${letterOf(index)}) ${short(words, most.label)}`,
      show(candidate),
      standing(whole, candidate, operation, index).replace(/^loses, /, ""),
    ].map(escaped);
    const row = tableRow(
      cells.map((cell, column) => `${column > 0 ? gap : ""}${wins ? `**${cell}**` : cell}`),
    );
    return { wins, row };
  });
  const shown = rows.length <= most.alternatives ? rows : onlySome(rows);
  const left = rows.length - shown.length;
  return [
    tableRow([escaped(short(title, most.label)), "", ""]),
    "|:--|--:|:--|",
    ...shown.map(({ row }) => row),
    ...(left > 0 ? [tableRow([`${left} more`, "", ""])] : []),
  ].join("\n");
}

/** Of many alternatives the first ones, the winner among them. */
function onlySome<R extends { readonly wins: boolean }>(rows: readonly R[]): readonly R[] {
  const first = rows.slice(0, most.alternatives - 1);
  if (first.some(({ wins }) => wins)) return first;
  const winner = rows.filter(({ wins }) => wins).slice(0, 1);
  return [...first.slice(0, most.alternatives - 1 - winner.length), ...winner];
}

/** The curve of a range that a scenario plays, and its ends; of other prices the table alone. */
function rangeAtAGlance(table: PriceTable, pictures: Ground | undefined): string {
  const curve = pictures && table.played ? curvePicture(table, pictures) : undefined;
  return [...(curve === undefined ? [] : [curve]), priceAtAGlance(table, curve !== undefined)].join("\n\n");
}

function firstSteps({ steps }: ClauseReport): string {
  const [first] = steps;
  return first ? escaped(short(first.text)) : "";
}

function casesAtAGlance(cases: readonly string[]): string {
  const left = cases.length - most.cases;
  return [
    ...cases.slice(0, most.cases).map((text) => `- ${escaped(short(text, 90))}`),
    ...(left > 0 ? [`- ${left} more`] : []),
  ].join("\n");
}

/** `How it is worked out · 2 points left open · memo` */
function links(
  { steps, choice, readings, assumptions }: ClauseReport,
  link: (section: MemoPlace["section"]) => string,
): string {
  const open = readings.length + assumptions.length;
  return [
    ...(steps.length > 0 || choice ? [`[How it is worked out](${link("working")})`] : []),
    ...(open > 0 ? [`[${counted(open, "point")} left open](${link("open")})`] : []),
    `[Memo](${link(undefined)})`,
  ].join(" · ");
}

/** A text that is cut at a word where it is longer than a glance. */
export function short(text: string, length: number = most.words): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > length / 2 ? end : length - 1).replace(/[,;:]$/, "")}…`;
}
