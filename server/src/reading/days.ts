import { addDays, addMonths, type Day, day, monthNumber, parseIsoDate } from "../quantity/date.ts";

/** The day of the calendar that some words are; undefined of any other. */
export function dayIn(text: string): Day | undefined {
  const plain = text.trim();
  const named = /^(\w+) (\d{1,2}), (\d{4})$/.exec(plain) ?? undefined;
  const british = /^(\d{1,2}) (\w+),? (\d{4})$/.exec(plain) ?? undefined;
  const [month, date, year] = named
    ? [named[1], named[2], named[3]]
    : british
      ? [british[2], british[1], british[3]]
      : [];
  const number = month === undefined ? undefined : monthNumber(month);
  if (number === undefined) return parseIsoDate(plain);
  return day(Number(year), number, Number(date));
}

/** The day that a count of days, months or years after the issue comes to. */
export function dayCounted(text: string, issue: Day): Day | undefined {
  const match =
    /^(\d{1,4}) (day|week|month|year)s? (?:after|from|following) (?:the )?(?:issue(?: date)?|issuance)$/i.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const count = Number(match[1]);
  const unit = match[2]?.toLowerCase();
  if (unit === "day") return addDays(issue, count);
  if (unit === "week") return addDays(issue, 7 * count);
  return addMonths(issue, unit === "year" ? 12 * count : count);
}
