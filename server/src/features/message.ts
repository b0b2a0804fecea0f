/** A finding's first line, and what stands behind it. */
export interface Headed {
  readonly head: string;
  readonly details: readonly string[];
}

/** The longest first line of a finding. */
export const longestHead = 70;

/** A message divided: its first sentence, and the sentences and lines behind it. */
export function onlyLines(message: string): Headed {
  const [first = "", ...others] = message.split("\n");
  const end = sentenceEnd(first);
  const rest = first.slice(end).trim();
  return {
    head: first.slice(0, end).trim(),
    details: [...(rest === "" ? [] : [rest]), ...others.map((line) => line.replace(/^• /, "").trim())],
  };
}

/** Where the first sentence ends: behind a point, a colon is none, and no point of a number or an abbreviation. */
function sentenceEnd(text: string): number {
  const found = /[.?!][”"’)]?(?= [A-Z“"$])/.exec(text);
  return found ? found.index + found[0].length : text.length;
}
