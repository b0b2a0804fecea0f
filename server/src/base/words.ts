/** `a`, `a and b`, `a, b and c`: a list as a sentence says it. */
export function listing(items: readonly string[], conjunction = "and"): string {
  const head = items.slice(0, -1).join(", ");
  const last = items.at(-1) ?? "";
  return head === "" ? last : `${head} ${conjunction} ${last}`;
}

/** `1 day`, `2 days`: a count with its noun. */
export function counted(count: number | bigint, noun: string): string {
  return `${grouped(String(count))} ${noun}${count === 1 || count === 1n ? "" : "s"}`;
}

/** Whole digits with a comma before every three. The platform's own formatter would load its tables first. */
export function grouped(digits: string): string {
  const first = digits.length % 3 || 3;
  const groups = [digits.slice(0, first)];
  for (let at = first; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3));
  return groups.join(",");
}

/** `a price`, `an amount`, `shares outstanding`: a name as a sentence takes it, no article before several. */
export function withArticle(name: string): string {
  if (/^(?:shares|days|years|trading days)\b|^(?:the|its|all|an?|your) |\b(?:shares|days|years)$/.test(name))
    return name;
  return `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name}`;
}

/** The text with its first letter in upper case. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Words of a draft as they are read: of brackets what stands first in them, without the brackets. The words may begin or
 * end inside of some.
 */
export function asRead(text: string): string {
  if (!/[[\]]/.test(text)) return text;
  return text
    .replace(/^([^[\]|]*)(?:\|[^[\]]*)?\]/, "$1")
    .replace(/\[([^[\]|]*)(?:\|[^[\]]*)?(?:\]|$)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** Words of a sheet on one line, as messages quote them: what stood a line each in braces is set off by `;`. */
export function onOneLine(text: string): string {
  return text
    .trim()
    .replace(/\s*;?[ \t]*\r?\n\s*/g, "; ")
    .replace(/\{;? +/g, "{ ")
    .replace(/;? +\}/g, " }")
    .replace(/\s+/g, " ");
}
