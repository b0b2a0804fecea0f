import { codeNamed } from "../checks/codes.ts";
import { short } from "../render/glance.ts";

/** A finding's first line, and what stands behind it. */
export interface Headed {
  readonly head: string;
  /** In lines; empty where the first line says it all. */
  readonly rest: string;
}

/** The longest first line of a finding. */
export const longestHead = 70;

/**
 * A message with a first line that a list has room for: its first sentence, or where that is longer what its code stands
 * for, with the whole message behind it.
 */
export function headed({ code, message }: { readonly code: string; readonly message: string }): Headed {
  const [first = "", ...others] = message.split("\n");
  const end = sentenceEnd(first);
  const fits = end <= longestHead;
  const head = fits ? first.slice(0, end).trim() : short(codeNamed(code)?.title ?? first, longestHead);
  const behind = fits ? first.slice(end).trim() : first;
  return { head, rest: [...(behind === "" ? [] : [behind]), ...others].join("\n") };
}

/** Where the first sentence ends: at a point before another sentence; one in a number or behind one letter is none. */
function sentenceEnd(text: string): number {
  const found = /(?<=[^\s.A-Z][^\s.]|[”"’)])[.?!](?= [A-Z“"$])/.exec(text);
  return found ? found.index + found[0].length : text.length;
}
