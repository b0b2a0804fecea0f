const units = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]; // biome-ignore format: a list to count along
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** The places of a row in words, from the first to the tenth. */
export const ordinals: readonly string[] = [
  "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
]; // biome-ignore format: a list to count along

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

const scales: ReadonlyMap<string, number> = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
]);

/** The number that the words at the start of the list spell (`one hundred eighty thousand`), with how many words it takes. */
export function spelledNumber(
  words: readonly string[],
): { readonly value: number; readonly words: number } | undefined {
  let total = 0;
  let value = 0;
  let taken = 0;
  for (const [index, word] of words.entries()) {
    const known = values.get(word);
    const scale = scales.get(word);
    if (known !== undefined) value += known;
    else if (word === "hundred" && taken > 0) value *= 100;
    else if (scale !== undefined && taken > 0) {
      total += value * scale;
      value = 0;
    } else if (
      word !== "and" ||
      taken === 0 ||
      partBehind(words, index) ||
      !isNumberWord(words[index + 1] ?? "")
    )
      break;
    taken++;
  }
  if (taken === 0) return undefined;
  const part = partBehind(words, taken);
  return { value: total + value + (part?.value ?? 0), words: taken + (part?.words ?? 0) };
}

const parts: ReadonlyMap<string, number> = new Map([
  ["half", 0.5],
  ["quarter", 0.25],
  ["fourth", 0.25],
  ["eighth", 0.125],
]);

/** `and a half`, `and one-quarter`, `and three quarters` behind a number. */
function partBehind(
  words: readonly string[],
  at: number,
): { readonly value: number; readonly words: number } | undefined {
  if (words[at] !== "and") return undefined;
  const [first = "", second] = (words[at + 1] ?? "").split("-");
  const count = first === "a" ? 1 : values.get(first);
  const unit = (second ?? words[at + 2] ?? "").replace(/s$/, "");
  const part = parts.get(unit);
  if (count === undefined || part === undefined) return undefined;
  return { value: count * part, words: second === undefined ? 3 : 2 };
}
