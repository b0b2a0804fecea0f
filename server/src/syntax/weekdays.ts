import type { IToken } from "chevrotain";
import { monthNames } from "../base/months.ts";
import type { Problem } from "../base/problem.ts";
import { months } from "./month-words.ts";
import type { Reader } from "./reader.ts";
import { wordAt } from "./spelled.ts";
import { Comma, IsoDate, NumberToken, spanOf } from "./tokens.ts";
import { wordOf } from "./vocabulary.ts";

const names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Every form of a weekday's name in lower case, with its place in the week. */
const weekdays: ReadonlyMap<string, number> = new Map(
  names.flatMap((name, day) =>
    [name, name.slice(0, 3), name.slice(0, 4), name.slice(0, 5)].map(
      (form) => [form.toLowerCase(), day] as const,
    ),
  ),
);

/** The day of the week before a date; a date on another day of the week is a problem. */
export const weekday: Reader = {
  reads: "Tuesday, January 2",
  when: ({ source, at }) => {
    const said = weekdays.get(wordAt(source, at));
    if (said === undefined) return undefined;
    const start = source[at + 1]?.tokenType === Comma ? at + 2 : at + 1;
    const next = source[start]?.tokenType;
    const isDate = next === IsoDate || next === NumberToken || months.has(wordAt(source, start));
    if (!isDate) return undefined;
    return { taken: start - at, tokens: [], problem: difference(said, source, at, start) };
  },
};

function difference(said: number, source: readonly IToken[], at: number, start: number): Problem | undefined {
  const found = dateAt(source, start);
  if (!found) return undefined;
  const { year, month, day, last } = found;
  const real = dayOfWeek(year, month, day);
  if (real === said) return undefined;
  const first = source[at] as IToken;
  return {
    code: "words-and-figures-differ",
    severity: "error",
    message: `${monthNames[month - 1]} ${day}, ${year} is a ${names[real]}, not a ${names[said]}: one of the two is a slip. Write the date that is meant. The date is used here.`,
    span: { start: first.startOffset, end: spanOf(last).end },
  };
}

/** The day of the week of a date of the Gregorian calendar, Sunday 0: by the days before March of its year and since. */
function dayOfWeek(year: number, month: number, day: number): number {
  const years = month < 3 ? year - 1 : year;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return (years + leaps + (monthOffsets[month - 1] ?? 0) + day) % 7;
}

const monthOffsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

interface DateInWords {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly last: IToken;
}

/** The date that some tokens begin with, in one of the forms that name year, month and day. */
function dateAt(source: readonly IToken[], at: number): DateInWords | undefined {
  const first = source[at];
  if (first?.tokenType === IsoDate) return dated(first.image.split("-"), first);
  const [one, two, year] = source.slice(at, at + 4).filter(({ tokenType }) => tokenType !== Comma);
  if (!one || !two || year?.tokenType !== NumberToken) return undefined;
  const [month, day] = one.tokenType === NumberToken ? [two, one] : [one, two];
  const name = months.get(wordOf(month));
  if (name === undefined || day.tokenType !== NumberToken) return undefined;
  return dated([year.image, String((monthNames as readonly string[]).indexOf(name) + 1), day.image], year);
}

function dated(parts: readonly string[], last: IToken): DateInWords | undefined {
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const whole = parts.every((part) => /^\d{1,4}$/.test(part));
  return whole && year >= 1800 && month >= 1 && month <= 12 && day <= 31
    ? { year, month, day, last }
    : undefined;
}
