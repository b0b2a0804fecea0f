import fc from "fast-check";
import type { Files } from "../../server/src/document/files.ts";
import { anyText, oddSheet, wordSoup } from "../support/texts.ts";
import { filesWith, prefixAt, prefixCount, prefixText, priceFile, sheets, typedSheets } from "./corpus.ts";
import { edit, type Numbers } from "./edits.ts";

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
  { weight: 10, arbitrary: edited },
  { weight: 4, arbitrary: halfTyped },
  { weight: 2, arbitrary: together },
  { weight: 3, arbitrary: ofWords },
  { weight: 1, arbitrary: priced },
);

/** Of so many drafts one is not the start of a sheet. */
const turn = 2;

/** A step through all prefixes that comes to every one of them before it comes to the first again. */
const stride = coprime(Math.round(prefixCount * 0.618));

function coprime(from: number): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  return common(from, prefixCount) === 1 ? from : coprime(from + 1);
}

/** How many drafts hold every prefix once. */
export const draftsForAllPrefixes = prefixCount * turn;

/** The draft of that number among those of a seed: always the same one. */
export function draftAt(seed: number, index: number): Draft {
  const chance = mixed(seed, index);
  if (index % turn !== 0) {
    const [made] = fc.sample(random, { seed: chance | 0, numRuns: 1 });
    if (made) return { ...made, chance };
  }
  const prefix = prefixAt((mixed(seed, 0) + Math.floor(index / turn) * stride) % prefixCount);
  const text = prefixText(prefix);
  const closed = prefix.closed ? " and closed" : "";
  return {
    origin: `${prefix.sheet.name} typed to character ${prefix.length}${closed}`,
    text,
    at: prefix.length,
    files,
    chance,
  };
}

/** A whole number below 2^31 in which nothing of the two can be seen (the finaliser of MurmurHash3). */
function mixed(seed: number, index: number): number {
  let hash = Math.imul(seed ^ Math.imul(index + 1, 0x9e37_79b9), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) & 0x7fff_ffff;
}
