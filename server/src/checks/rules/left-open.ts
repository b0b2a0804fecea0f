import type { Fix } from "../../base/problem.ts";
import { counted, listing } from "../../base/words.ts";
import { listedPoints, type PointId } from "../../catalog/points.ts";
import { clauseName } from "../../finance/engine/names.ts";
import { type OpenHere, type OtherReading, openPoints } from "../../finance/open-points.ts";
import type { BoundNote } from "../../note/bound.ts";
import { isZero } from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show, showDifference } from "../../quantity/format.ts";
import type { Block } from "../../syntax/tree.ts";
import { addition } from "../edits.ts";
import { exampleNote, type OpenList, rule } from "../rule.ts";

const interest = (more: string): string =>
  `  interest {\n    rate          8% per annum\n    default rate  none${more}\n  }`;

export const leftOpen = rule({
  code: "left-open",
  severity: "information",
  title: "What the draft leaves open",
  why: "Drafts leave points unsaid that change what is owed: how days are counted, from when interest runs, what a default rate bears on. Every number here uses the usual reading of each and says so; the other readings may differ by more than they seem to.",
  repair: `State the points that matter. What is stated is assumed no longer, and drops out of the list. Settings and \`allow\` take the points all together or one by one, each by its own code: ${listing(listedPoints.map((id) => `\`${id}\``))}.`,
  bad: exampleNote(interest("")),
  good: exampleNote(interest("\n    day count     actual/360\n    simple")),
  find: ({ note, alone, played }) => {
    const open = openPoints(alone, played).filter(isToTell);
    if (open.length === 0) return [];
    const list: OpenList = {
      points: open.map((point) => ({
        code: point.id,
        text: openPointText(point),
        changes: changesMoney(point),
        fixes: statement(point, note),
      })),
      message: openListText,
    };
    return [{ span: note.heading, message: openListText(list.points), open: list }];
  },
});

/** Points that no rule tells of where they stand, and that are known to change something, or may. */
function isToTell({ id, others }: OpenHere): boolean {
  const changesNothing =
    others.length > 0 && others.every(({ difference }) => difference && isZero(difference.amount));
  return listedPoints.includes(id) && !(changesNothing && idleWithoutDifference.has(id));
}

/** Points whose measure is all that they change. Fees and fractions change other sums too. */
const idleWithoutDifference: ReadonlySet<PointId> = new Set(["conversion-amount", "default-interest"]);

function openListText(left: OpenList["points"]): string {
  const is = left.length === 1 ? "is" : "are";
  const lead = `${counted(left.length, "point")} ${is} left open. The numbers use the usual reading of each, which stands first here; state those that matter.`;
  const priced = left.filter(({ changes }) => changes).map(({ text }) => text);
  const others = left.filter(({ changes }) => !changes).map(({ text }) => text);
  const folded = others.length > 1 ? [`without a difference in money: ${others.join(" · ")}`] : others;
  return [lead, ...priced, ...folded].join("\n• ");
}

/** Whether a reading is known to come to another sum. */
function changesMoney({ others }: OpenHere): boolean {
  return others.some(({ difference }) => difference !== undefined && !isZero(difference.amount));
}

/** `day count: actual/365 (amount due at maturity $940,800.00); or actual/360: $942,200.00 (+$1,400.00)`. */
export function openPointText({ point, reading, measured, usual, others, scenario }: OpenHere): string {
  const compared = others.some(({ difference }) => difference !== undefined);
  const where = scenario === undefined ? "" : ` in “${scenario}”`;
  const sum = compared && !isWaiting(usual) ? ` (${measured}${where} ${show(usual)})` : "";
  return [`${point.question}: ${reading.text}${sum}`, ...others.map(otherwise)].join("; or ");
}

function otherwise({ reading, result, difference }: OtherReading): string {
  if (isWaiting(result) || !difference) return reading.text;
  if (isZero(difference.amount)) return `${reading.text}: no difference`;
  return `${reading.text}: ${show(result)} (${showDifference(difference)})`;
}

/** The clause that would state the usual reading, where words for it exist. */
function statement({ point, reading }: OpenHere, note: BoundNote): Fix[] {
  const block = blockOf(point.clause, note);
  if (reading.words === undefined || !block) return [];
  const clause = `${clauseName(point.clause)} ${reading.words}`;
  return [{ title: `State “${clause}”`, edits: [addition(clause, block, note.tree.text)] }];
}

/** The block in which a clause would stand: that of the note, or one in it that the note has. */
function blockOf(path: string, { clauses, clause }: BoundNote): Block | undefined {
  if (path.startsWith("note/interest/")) return clauses.interest.clause?.block;
  if (path.startsWith("note/qualifiedFinancing/")) return clauses.qualifiedFinancing.clause?.block;
  if (path.startsWith("note/conversion/")) return clauses.conversion.clause?.block;
  return clause.block;
}
