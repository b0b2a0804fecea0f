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
  const sign = digits.startsWith("-") ? "-" : "";
  const whole = digits.slice(sign.length);
  const first = whole.length % 3 || 3;
  const groups = [whole.slice(0, first)];
  for (let at = first; at < whole.length; at += 3) groups.push(whole.slice(at, at + 3));
  return sign + groups.join(",");
}

/** A number with decimals without the zeros that end it: `0.5` for `0.5000`, `100` for `100.0000`. */
export function withoutTrailingZeros(decimals: string): string {
  let end = decimals.length;
  while (decimals[end - 1] === "0") end--;
  return decimals.slice(0, decimals[end - 1] === "." ? end - 1 : end);
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
    .split(/[\r\n]+/)
    .map((line) => line.trim().replace(/;$/, "").replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("; ")
    .replace(/\{;? /g, "{ ")
    .replace(/;? \}/g, " }");
}

/** Words of a draft as a message shows them: of more than this many characters their beginning and their end. */
const mostShown = 300;

/** A long text with its middle left out. */
export function shortened(text: string): string {
  return text.length > mostShown ? `${text.slice(0, mostShown - 60)} … ${text.slice(-40)}` : text;
}

/** A message whose quotations are no longer than anyone reads: a draft may have words without end. */
export function withShortQuotes(message: string): string {
  if (message.length <= mostShown) return message;
  return message.replace(/“[^“”]*”|"[^"]*"/g, shortened);
}

/** The most characters that a finding, a title or an assumption has: far more than any needs. */
export const mostSaid = 2_000;

/** A sentence that ends somewhere, whatever a draft puts into it: quotations shortened, then the whole. */
export function bounded(sentence: string): string {
  if (sentence.length <= mostShown) return sentence;
  const short = withShortQuotes(sentence);
  if (short.length <= mostSaid) return short;
  const cut = short.slice(0, mostSaid - 4);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), mostSaid - 100)).trimEnd()} ….`;
}

/** A text without the characters at its end that are among some. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
