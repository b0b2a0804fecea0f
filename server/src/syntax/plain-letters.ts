/**
 * A word without the marks that a word processor puts into it: soft hyphens, and hyphens at which no line ends; its
 * apostrophe straight.
 */
export function plainLetters(word: string): string {
  return /[\u00AD\u2010\u2011\u2019]/.test(word)
    ? word
        .replaceAll("\u00AD", "")
        .replace(/[\u2010\u2011]/g, "-")
        .replaceAll("\u2019", "'")
    : word;
}
