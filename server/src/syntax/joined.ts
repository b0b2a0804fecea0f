import { frameOf, type Pass } from "./frames.ts";
import { Comma } from "./tokens.ts";
import { matchName, type NameMatch } from "./vocabulary.ts";

/** Whether another clause begins here, on the line of the one before it; the comma between the two says no more. */
export function joinsHere(pass: Pass, { id, words }: NameMatch, start: number): boolean {
  const { content, joined } = frameOf(pass).words;
  const comma = pass.tokens[pass.at]?.tokenType === Comma ? 1 : 0;
  if (content !== "clauses" || pass.at <= start + words) return false;
  const next = matchName({ ...frameOf(pass).words, names: joined }, pass.tokens, pass.at + comma);
  if (next?.behind !== id) return false;
  pass.at += comma;
  return true;
}
