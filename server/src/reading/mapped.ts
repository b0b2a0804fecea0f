import type { Span } from "../base/span.ts";

/** Words made plain, of which each character knows where in the paper it comes from. */
export interface Mapped {
  readonly text: string;
  /** For each character the offset of the one in the paper that it stands for. */
  readonly places: readonly number[];
}

export function mapped(text: string, start: number): Mapped {
  return { text, places: Array.from({ length: text.length }, (_, index) => start + index) };
}

export function joined(parts: readonly Mapped[]): Mapped {
  return { text: parts.map(({ text }) => text).join(""), places: parts.flatMap(({ places }) => places) };
}

export function sliced({ text, places }: Mapped, from: number, to: number = text.length): Mapped {
  return { text: text.slice(from, to), places: places.slice(from, to) };
}

/** Without the blanks at both ends. */
export function trimmed(words: Mapped): Mapped {
  const start = words.text.length - words.text.trimStart().length;
  return sliced(words, start, Math.max(start, words.text.trimEnd().length));
}

/** Each match of a global pattern replaced; undefined leaves it as it is. What comes instead stands where the match stood. */
export function replaced(
  words: Mapped,
  pattern: RegExp,
  by: (match: RegExpExecArray) => string | undefined,
): Mapped {
  let text = "";
  const places: number[] = [];
  let from = 0;
  const take = (to: number): void => {
    text += words.text.slice(from, to);
    for (let index = from; index < to; index++) places.push(words.places[index] ?? 0);
  };
  for (const match of words.text.matchAll(pattern)) {
    const instead = by(match);
    if (instead === undefined || match[0] === "") continue;
    take(match.index);
    const end = match.index + match[0].length;
    for (let index = 0; index < instead.length; index++) {
      const last = index === instead.length - 1;
      places.push(words.places[last ? end - 1 : Math.min(match.index + index, end - 1)] ?? 0);
    }
    text += instead;
    from = end;
  }
  if (from === 0) return words;
  take(words.text.length);
  return { text, places };
}

/** Where in the paper a stretch of the words comes from. */
export function placeOf({ places }: Mapped, from: number, to: number): Span {
  const stretch = places.slice(from, Math.max(from + 1, to));
  const [first = 0] = stretch;
  return { start: first, end: stretch.reduce((most, place) => Math.max(most, place + 1), first) };
}

/** With some characters replaced; what comes instead stands where they stood. */
export function spliced(words: Mapped, at: number, length: number, instead: string): Mapped {
  const places = Array.from(instead, (_, index) => {
    const last = index === instead.length - 1;
    return words.places[last ? at + length - 1 : Math.min(at + index, at + length - 1)] ?? 0;
  });
  return {
    text: words.text.slice(0, at) + instead + words.text.slice(at + length),
    places: [...words.places.slice(0, at), ...places, ...words.places.slice(at + length)],
  };
}
