const units = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]; // biome-ignore format: a list to count along
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const values: ReadonlyMap<string, number> = new Map([
  ...units.map((word, value) => [word, value] as const),
  ...tens.flatMap((word, index) => [
    [word, (index + 2) * 10] as const,
    ...units.slice(1, 10).map((unit, one) => [`${word}-${unit}`, (index + 2) * 10 + one + 1] as const),
  ]),
]);

export function isNumberWord(word: string): boolean {
  return values.has(word);
}

/** The number that the words at the start of the list spell (`one hundred eighty`), with how many words it takes. */
export function spelledNumber(
  words: readonly string[],
): { readonly value: number; readonly words: number } | undefined {
  let value = 0;
  let taken = 0;
  for (const word of words) {
    const known = values.get(word);
    if (known !== undefined) value += known;
    else if (word === "hundred" && taken > 0) value *= 100;
    else break;
    taken++;
  }
  return taken > 0 ? { value, words: taken } : undefined;
}

const scales: ReadonlyMap<string, number> = new Map([
  ["thousand", 1_000],
  ["million", 1_000_000],
  ["billion", 1_000_000_000],
]);

/** The same of large sums: `one hundred twenty thousand five hundred`, with an `and` between as some write it. */
export function spelledSum(
  words: readonly string[],
): { readonly value: number; readonly words: number } | undefined {
  let [value, group, taken] = [0, 0, 0];
  for (;;) {
    const from = taken > 0 && words[taken] === "and" ? taken + 1 : taken;
    const part = spelledNumber(words.slice(from));
    if (!part) return taken > 0 ? { value: value + group, words: taken } : undefined;
    const scale = scales.get(words[from + part.words] ?? "");
    group += part.value;
    taken = from + part.words;
    if (scale === undefined) continue;
    value += group * scale;
    group = 0;
    taken++;
  }
}
