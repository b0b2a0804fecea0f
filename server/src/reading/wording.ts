import { monthNames } from "../base/months.ts";
import { isNumberWord, spelledNumber } from "../syntax/number-words.ts";
import { type Mapped, replaced, spliced } from "./mapped.ts";
import { dates, openings, signs, type Wording } from "./wordings-table.ts";

/** What holds for a paper as a whole. */
export interface Habits {
  /** The year of every day that the paper names, where all are of one year. */
  readonly year: string | undefined;
  /** Whether a star behind a number says, in a footnote, that the number is still to be agreed. */
  readonly starred: boolean;
}

export function habitsOf(text: string): Habits {
  const years = new Set([...text.matchAll(fullDate)].map((match) => match[1] ?? match[2] ?? ""));
  const [year] = years;
  const starred = text
    .split("\n")
    .some(
      (line) =>
        line.trim().startsWith("*") &&
        /\b(?:confirm|agree|discuss|negotiat|settle|open|determin|tbd|subject to)/i.test(line),
    );
  return { year: years.size === 1 ? year : undefined, starred };
}

const months = monthNames.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|");
const fullDate = new RegExp(
  `\\b(?:${months})\\.?\\s+\\d{1,2},?\\s+(\\d{4})|\\b\\d{1,2}\\s+(?:${months})\\.?,?\\s+(\\d{4})`,
  "g",
);
const yearless = new RegExp(
  `\\b((?:${monthNames.join("|")}) \\d{1,2})(?![\\d]|,? \\d{4}|(?:st|nd|rd|th))`,
  "g",
);

/** Words with signs, numbers, dates and openings as the language writes them; names are left as they are. */
export function plainWords(words: Mapped, { year, starred }: Habits): Mapped {
  const stars: readonly Wording[] = [[/(\d%|\$[\d,.]*\d)\*+/g, "$1"]];
  const open: readonly Wording[] = [[/(?<![\d,.$])((?:\d[\d.]*%|\$[\d,.]*\d))\*+/g, "[$1]"]];
  const ofYear: readonly Wording[] = year === undefined ? [] : [[yearless, `$1, ${year}`]];
  return inOrder(inFigures(inOrder(words, signs)), [
    ...openings,
    ...dates,
    ...ofYear,
    ...(starred ? open : stars),
  ]);
}

export function inOrder(words: Mapped, wordings: readonly Wording[]): Mapped {
  return wordings.reduce(
    (now, [pattern, instead]) =>
      replaced(now, pattern, (match) => instead.replace(/\$(\d)/g, (_, nth) => match[Number(nth)] ?? "")),
    words,
  );
}

/** What may stand behind a number in words that no figures follow, for the words to be a number and not a noun. */
const unit =
  /^(?:-| )?(?:%|(?:calendar |business |trading |monthly |quarterly |equal |lowest |highest )*(?:days?|weeks?|months?|years?|times|payments?|instal?lments?|closing|trading|bid|VWAPs?|lowest|highest|hundred)\b)/i;

/** Numbers in words as figures: `five (5)` and `twelve percent (12%)` once; where the two differ, both as a choice. */
export function inFigures(words: Mapped): Mapped {
  let out = words;
  for (const { index, word } of numberWords(words.text).reverse()) out = replacedAt(out, index, word);
  return out;
}

function numberWords(text: string): { readonly index: number; readonly word: string }[] {
  const found: { readonly index: number; readonly word: string }[] = [];
  let until = 0;
  for (const match of text.matchAll(/\b[a-z]+(?:-[a-z]+)?\b/gi)) {
    if (match.index < until) continue;
    const behind = text.slice(match.index, match.index + 160);
    const joint = /^([a-z]+)-(?:days?|months?|years?|weeks?)\b/i.exec(behind)?.[1];
    if (joint !== undefined && isNumberWord(joint.toLowerCase())) {
      found.push({ index: match.index, word: joint });
      until = match.index + joint.length;
      continue;
    }
    if (!isNumberWord(match[0].toLowerCase())) continue;
    const parts = behind.match(/^(?:[a-z]+(?:-[a-z]+)*[ -]?)+/i)?.[0] ?? "";
    const list = parts.toLowerCase().split(/ /).filter(Boolean);
    const number = spelledNumber(list.map((part) => part.replace(/-$/, "")));
    if (!number) continue;
    const length = lengthOf(behind, number.words);
    found.push({ index: match.index, word: behind.slice(0, length) });
    until = match.index + length;
  }
  return found;
}

function lengthOf(text: string, words: number): number {
  return (
    new RegExp(
      `^(?:\\S+\\s+){${words - 1}}[a-z]+(?:-(?:one|two|three|four|five|six|seven|eight|nine|half|quarter|quarters|fourth|eighth))?`,
      "i",
    ).exec(text)?.[0].length ?? 0
  );
}

const figures =
  /^(?:\s(?:U\.?S\.? )?(dollars?|times)(?: and (?:no|00|zero)(?:\/100| cents)?(?: dollars)?)?|( percent| per cent|%))?\s?\((\$?)([\d,]+(?:\.\d+)?)\s?(%|x|percent)?\)(%)?/i;

function replacedAt(words: Mapped, index: number, word: string): Mapped {
  const value = spelledNumber(word.toLowerCase().split(/\s+/))?.value;
  if (value === undefined) return words;
  const behind = words.text.slice(index + word.length, index + word.length + 60);
  const match = figures.exec(behind);
  if (match) return spliced(words, index, word.length + match[0].length, withFigures(value, match));
  const dollars = /^ dollars?\b/i.exec(behind);
  if (dollars) return spliced(words, index, word.length + dollars[0].length, `$${value}`);
  const percent = /^ (?:percent|per cent)\b/i.exec(behind);
  if (percent) return spliced(words, index, word.length + percent[0].length, `${value}%`);
  return unit.test(behind) ? spliced(words, index, word.length, String(value)) : words;
}

/** The number once, as its figures have it; where the words say another, both as a choice. */
function withFigures(value: number, match: RegExpExecArray): string {
  const [, dollars, percent, sign = "", digits = "", inside, after] = match;
  const isTimes = dollars?.toLowerCase() === "times";
  const isPercent = Boolean(percent) || after !== undefined || inside === "%" || inside === "percent";
  const ending = isPercent ? "%" : inside === "x" ? " times" : "";
  const prefix = sign || (dollars && !isTimes ? "$" : "");
  const given = Number(digits.replaceAll(",", ""));
  const same = given === value || (isTimes && inside === "%" && given === value * 100);
  const said = isTimes ? `${value} times` : `${prefix}${digits}${ending}`;
  return same ? said : `[${prefix}${value}${ending} | ${said}]`;
}
