import { plainLetters } from "./plain-letters.ts";

/** The price measures that a phrase or a table's heading may name. */
export interface Measure {
  readonly id: MeasureId;
  readonly summary: string;
  /** Other ways to say it; the plural of each is understood too. */
  readonly synonyms: readonly string[];
  /** Short forms that stand for it in a table's heading only. */
  readonly headings: readonly string[];
}

export type MeasureId =
  | "VWAP"
  | "closing bid"
  | "closing price"
  | "last price"
  | "trading price"
  | "low price"
  | "high price"
  | "opening price";

export const measures: readonly Measure[] = [
  {
    id: "VWAP",
    summary: "the day's volume-weighted average price",
    synonyms: ["daily VWAP", "volume weighted average price", "volume-weighted average price"],
    headings: [],
  },
  {
    id: "closing bid",
    summary: "the highest bid when the market closed",
    synonyms: ["closing bid price", "bid price"],
    headings: ["bid"],
  },
  {
    id: "closing price",
    summary: "the day's closing price",
    synonyms: ["closing sale price", "closing sales price", "close price", "close"],
    headings: ["closing", "close/last"],
  },
  {
    id: "last price",
    summary: "the price of the day's last trade",
    synonyms: ["last trade price", "last sale price", "last reported sale price"],
    headings: ["last"],
  },
  {
    id: "trading price",
    summary: "the prices at which the day's trades were made: its low under “lowest”, else its last",
    synonyms: ["traded price", "trade price"],
    headings: [],
  },
  {
    id: "low price",
    summary: "the lowest price of the day's trades",
    synonyms: ["intraday low price", "daily low price"],
    headings: ["low"],
  },
  {
    id: "high price",
    summary: "the highest price of the day's trades",
    synonyms: ["intraday high price", "daily high price"],
    headings: ["high"],
  },
  {
    id: "opening price",
    summary: "the price of the day's first trade",
    synonyms: ["open price"],
    headings: ["open", "opening"],
  },
];

/** Every way to name a measure inside a phrase, in lower case, plural included. */
export const measureNames: ReadonlyMap<string, MeasureId> = namesOf((measure) => [
  measure.id,
  ...measure.synonyms,
]);

/** The measure that words name inside a phrase, in whatever case; a full stop behind a word says nothing. */
export function measureNamed(words: string): MeasureId | undefined {
  return measureNames.get(plainName(words));
}

/** How the formatter writes a measure: by its first name, in the number that the words have. */
export function measureWritten(words: string): string {
  const name = plainName(words);
  const plural = name.endsWith("s") && measureNames.has(name.slice(0, -1));
  const id = measureNames.get(name);
  return id === undefined ? words : `${id}${plural ? "s" : ""}`;
}

function plainName(words: string): string {
  return plainLetters(words.toLowerCase()).replace(/\.(?= |$)/g, "");
}

/** Every way to name a measure in a table's heading, in lower case. */
export const headingNames: ReadonlyMap<string, MeasureId> = namesOf((measure) => [
  measure.id,
  ...measure.synonyms,
  ...measure.headings,
]);

/** The most words that a measure's name has. */
export const longestMeasure = Math.max(...[...headingNames.keys()].map((name) => name.split(" ").length));

function namesOf(select: (measure: Measure) => readonly string[]): Map<string, MeasureId> {
  const names = new Map<string, MeasureId>();
  for (const measure of measures) {
    for (const name of select(measure)) {
      for (const said of [name.toLowerCase(), `daily ${name.toLowerCase()}`]) {
        names.set(said, measure.id);
        names.set(`${said}s`, measure.id);
      }
    }
  }
  return names;
}
