import type { Fix } from "../../base/problem.ts";
import { counted } from "../../base/words.ts";
import type { ScheduleRow } from "../../catalog/value.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import { meets } from "../../finance/interest/schedule.ts";
import { type Day, daysBetween, longDate } from "../../quantity/date.ts";
import { rewritten } from "../edits.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { type Days, daysOf, termOf } from "../spans-of-time.ts";

const prepayment = (second: string): string =>
  exampleNote(`  prepayment {\n    day 0 to 30    115%\n    ${second}  120%\n    after day 60   none\n  }`);

export const prepaymentWindowsMisfit = rule({
  code: "prepayment-windows-misfit",
  severity: "error",
  title: "Windows of prepayment overlap, leave a gap or run past maturity",
  why: "On a day that two windows claim, two prices hold; on a day that none claims, nobody knows whether the issuer may pay at all. Both come from one slip: a window begins on the day on which the last one ends, or two days later.",
  repair: "Begin each window on the day after the one before it ends.",
  bad: prepayment("day 30 to 60 "),
  good: prepayment("day 31 to 60 "),
  find: ({ note, alone }) => {
    const windows = note.clauses.prepayment.rows
      .flatMap((row) => {
        const days = daysOf(row.when, alone);
        return days ? [{ row, days }] : [];
      })
      .sort((a, b) => (a.days.first ?? earliest) - (b.days.first ?? earliest));
    const joints = windows.flatMap((window, index) => {
      const before = furthest(windows.slice(0, index));
      return before ? misfit(before, window, alone) : [];
    });
    return [...joints, ...windows.flatMap((window) => pastMaturity(window, alone))];
  },
});

/** Before every day: where a window is open at its beginning. */
const earliest = Number.MIN_SAFE_INTEGER;

interface Window {
  readonly row: ScheduleRow;
  readonly days: Days;
}

/** Of some windows the one that ends last; of equal ones the first. */
function furthest(windows: readonly Window[]): Window | undefined {
  const end = ({ days }: Window): number => days.last ?? Number.MAX_SAFE_INTEGER;
  return windows.reduce<Window | undefined>(
    (best, window) => (best && end(best) >= end(window) ? best : window),
    undefined,
  );
}

/** What is wrong where one window follows another. */
function misfit({ row: before, days: ahead }: Window, { row, days }: Window, alone: Situation): Finding[] {
  const begins = days.first;
  if (ahead.last === undefined || begins === undefined)
    return [finding(row, before, "Both of these windows are open to the same side: on some days both hold.")];
  const apart = daysBetween(ahead.last, begins) - 1;
  if (apart === 0 || (apart === -1 && meets(before.when, row.when))) return [];
  const fixes = apart === -1 || apart > 0 ? nextDay(before, row, alone) : [];
  if (apart > 0) {
    const gap = range(ahead.last, begins, 1);
    return [
      finding(
        row,
        before,
        `Between these windows ${gap} belongs to neither: nothing says whether, and for how much, the issuer may pay.`,
        fixes,
      ),
    ];
  }
  const end = days.last !== undefined && days.last < ahead.last ? days.last : ahead.last;
  const both = begins === end ? longDate(begins) : `${longDate(begins)} to ${longDate(end)}`;
  return [
    finding(
      row,
      before,
      `On ${both} both “${before.text}” and “${row.text}” hold: two prices for one day.`,
      fixes,
    ),
  ];
}

function finding(row: ScheduleRow, before: ScheduleRow, what: string, fixes: readonly Fix[] = []): Finding {
  return {
    span: row.when.span,
    message: `${what} Begin each window on the day after the one before it ends.`,
    related: [{ message: "The window before.", span: before.when.span }],
    fixes,
  };
}

/** The days between two days, or the only one. */
function range(after: Day, before: Day, step: number): string {
  const first = longDate((after + step) as Day);
  const last = longDate((before - step) as Day);
  return first === last ? first : `${first} to ${last}`;
}

/** Where both count from the same day, the second begins on the number after the first's last. */
function nextDay(before: ScheduleRow, row: ScheduleRow, { note }: Situation): Fix[] {
  if (before.when.kind !== "days" || row.when.kind !== "days" || before.when.last === undefined) return [];
  if (before.when.anchor.event !== row.when.anchor.event) return [];
  if (row.when.last === undefined) return [];
  const first = String(before.when.last + 1);
  return rewritten(row.when.digits, first, note.tree.text, `Begin on day ${first}`);
}

function pastMaturity({ row, days }: Window, alone: Situation): Finding[] {
  const term = termOf(alone);
  if (!term || days.last === undefined || days.last <= term.last || row.what.kind === "none") return [];
  const { matures } = alone.note.clauses;
  return [
    {
      span: row.when.span,
      severity: "warning",
      message: `This window runs to ${longDate(days.last)}, ${counted(daysBetween(term.last, days.last), "day")} past maturity on ${longDate(term.last)}: what is due cannot be prepaid. Correct the window or the day on which the note is due.`,
      related:
        matures.state === "said" ? [{ message: `Due ${longDate(term.last)}.`, span: matures.span }] : [],
    },
  ];
}
