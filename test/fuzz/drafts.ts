import fc from "fast-check";
import type { Files } from "../../server/src/document/files.ts";
import { anyText, oddSheet, wordSoup } from "../support/texts.ts";
import {
  filesWith,
  prefixAt,
  prefixCount,
  prefixText,
  priceFile,
  type Sheet,
  sheets,
  typedSheets,
} from "./corpus.ts";
import { broken, edit, extremes, type Numbers, numbersOf, put, type Stretch, withoutBrace } from "./edits.ts";

/** A text as an author, a paste or an accident may leave it. */
export interface Draft {
  /** Where it comes from, in words. */
  readonly origin: string;
  readonly text: string;
  /** Where it was changed last, which is where an author looks. */
  readonly at: number;
  readonly files: Files;
  /** From which places and features are chosen. */
  readonly chance: number;
  /** Whether others are the same but for a letter, so that they may share the dearer features. */
  readonly oneOfMany?: boolean;
}

type Made = Omit<Draft, "chance">;

const files = filesWith();
const whole = fc.nat(0x7fff_ffff);

const numbers: fc.Arbitrary<Numbers> = fc.record({ kind: whole, at: whole, to: whole, word: whole });

function afterEdits(text: string, all: readonly Numbers[]): { readonly text: string; readonly at: number } {
  return all.reduce((now, one) => edit(now.text, one), { text, at: text.length });
}

const someEdits = (most: number): fc.Arbitrary<Numbers[]> =>
  fc.array(numbers, { minLength: 1, maxLength: most });

const edited: fc.Arbitrary<Made> = fc
  .tuple(fc.constantFrom(...sheets), someEdits(4))
  .map(([{ name, text }, all]) => ({ origin: `edits of ${name}`, ...afterEdits(text, all), files }));

/** Enter pressed, or something else done, while a brace elsewhere is not closed yet, or closes too much. */
const unclosed: fc.Arbitrary<Made> = fc
  .tuple(fc.constantFrom(...sheets), numbers, numbers, fc.array(numbers, { maxLength: 2 }))
  .map(([{ name, text }, brace, place, more]) => {
    const open = withoutBrace(text, brace);
    const now = place.kind % 4 === 0 ? open : broken(open.text, place);
    const after = more.length > 0 ? afterEdits(now.text, more) : now;
    return { origin: `${name} with a brace missing`, ...after, files };
  });

/** Two sheets in one file, as far as they were typed, with edits in both. */
const together: fc.Arbitrary<Made> = fc
  .tuple(fc.constantFrom(...sheets), fc.constantFrom(...sheets), whole, someEdits(3))
  .map(([one, other, length, all]) => {
    const text = `${one.text.slice(0, (length % one.text.length) + 1)}\n${other.text}`;
    return { origin: `${one.name} in front of ${other.name}`, ...afterEdits(text, all), files };
  });

const halfTyped: fc.Arbitrary<Made> = fc.tuple(fc.nat(prefixCount - 1), someEdits(2)).map(([index, all]) => {
  const prefix = prefixAt(index);
  return {
    origin: `edits of ${prefix.sheet.name}, half typed`,
    ...afterEdits(prefixText(prefix), all),
    files,
  };
});

const ofWords: fc.Arbitrary<Made> = fc.oneof(
  ...[anyText, wordSoup, oddSheet].map((texts) =>
    texts.map((text) => ({ origin: "words in any order", text, at: text.length >> 1, files })),
  ),
);

const onPriceFile = typedSheets.filter(({ text }) => text.includes("prices") && text.includes(" from "));
const cells = [
  "",
  ",",
  ";",
  "\t",
  '"',
  '""',
  "$0",
  "-1",
  "1e9",
  "1,000.50",
  "1.000,50",
  "01/02/2024",
  "n/a",
  "Close/Last",
  "\r",
  "0",
];

/** The price file of a sheet with cells, rows and signs gone, doubled and changed. */
const priced: fc.Arbitrary<Made> = fc
  .tuple(
    fc.constantFrom(...onPriceFile),
    fc.array(
      fc.record({
        at: whole,
        length: fc.nat(30),
        words: fc.constantFrom(...cells, ...cells.map((cell) => cell.repeat(9))),
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  )
  .map(([{ name, text }, cuts]) => {
    const prices = cuts.reduce((now, { at, length, words }) => {
      const start = at % (now.length + 1);
      return now.slice(0, start) + words + now.slice(start + length);
    }, priceFile);
    return {
      origin: `a damaged price file of ${name}`,
      text,
      at: text.indexOf(" from "),
      files: filesWith(prices),
    };
  });

const random: fc.Arbitrary<Made> = fc.oneof(
  { weight: 8, arbitrary: edited },
  { weight: 6, arbitrary: unclosed },
  { weight: 4, arbitrary: halfTyped },
  { weight: 2, arbitrary: together },
  { weight: 3, arbitrary: ofWords },
  { weight: 1, arbitrary: priced },
);

/** The places of all numbers in all sheets. */
const numberPlaces: readonly { readonly sheet: Sheet; readonly place: Stretch }[] = sheets.flatMap((sheet) =>
  numbersOf(sheet.text).map((place) => ({ sheet, place })),
);

/** The turns of the families among any ten drafts in a row. */
const turns = ["start", "any", "start", "number", "start", "any", "start", "any", "start", "any"] as const;
const starts = turns.filter((turn) => turn === "start").length;

/** How many drafts hold every start of every sheet. */
export const draftsForAllStarts = Math.ceil(prefixCount / starts) * turns.length;

/** How many drafts hold a zero in the place of every number. */
export const draftsForAllZeros = numberPlaces.length * turns.length;

/** A step through so many that comes to every one of them before it comes to the first again. */
function strideThrough(count: number): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  let stride = Math.round(count * 0.618);
  while (common(stride, count) !== 1) stride++;
  return stride;
}

const startStride = strideThrough(prefixCount);
const placeStride = strideThrough(numberPlaces.length);

/** From which family the draft of that number is, and which of its members. */
export interface Source {
  readonly family: (typeof turns)[number];
  readonly member: number;
  /** Of a number's place, what is put there. */
  readonly words: string;
}

export function sourceOf(seed: number, index: number): Source {
  const turn = index % turns.length;
  const round = Math.floor(index / turns.length);
  const family = turns[turn] ?? "any";
  const before = turns.slice(0, turn).filter((other) => other === family).length;
  const begin = mixed(seed, 0);
  // First a zero in every place, then the extreme numbers one after the other.
  const words = round < numberPlaces.length ? "0" : (extremes[round % extremes.length] ?? "0");
  if (family === "start")
    return { family, words, member: (begin + (round * starts + before) * startStride) % prefixCount };
  return { family, words, member: (begin + round * placeStride) % numberPlaces.length };
}

/** The draft of that number among those of a seed: always the same one. */
export function draftAt(seed: number, index: number): Draft {
  const chance = mixed(seed, index);
  const source = sourceOf(seed, index);
  if (source.family === "start") return { ...startOf(source), chance, oneOfMany: true };
  const numbered = source.family === "number" && withNumber(source);
  return { ...(numbered || (fc.sample(random, { seed: chance | 0, numRuns: 1 })[0] as Made)), chance };
}

function startOf({ member }: Source): Made {
  const prefix = prefixAt(member);
  const { sheet, length, closed } = prefix;
  const origin = `${sheet.name} typed to character ${length}${closed ? " and closed" : ""}`;
  return { origin, text: prefixText(prefix), at: length, files };
}

function withNumber({ member, words }: Source): Made | undefined {
  const found = numberPlaces[member];
  if (!found) return undefined;
  const { sheet, place } = found;
  const origin = `${sheet.name} with ${words.slice(0, 30)} at ${place.start}`;
  return { origin, ...put(sheet.text, place, words), files };
}

/** A whole number below 2^31 in which nothing of the two can be seen (the finaliser of MurmurHash3). */
function mixed(seed: number, index: number): number {
  let hash = Math.imul(seed ^ Math.imul(index + 1, 0x9e37_79b9), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) & 0x7fff_ffff;
}
