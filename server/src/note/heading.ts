import type { IToken } from "chevrotain";
import type { ClauseSpec } from "../catalog/clause.ts";
import type { BasedOn, HeadingMeaning, Value } from "../catalog/value.ts";
import { unquoted } from "../syntax/phrase-grammar.ts";
import { Quoted, spanOf, Word } from "../syntax/tokens.ts";
import { wordOf } from "../syntax/vocabulary.ts";
import type { Judging } from "./numbers.ts";
import { judgePath } from "./source.ts";
import { wrong } from "./unfit.ts";
import { unfitOf } from "./words.ts";

/** What stands behind `note`, `market` and `scenario`. Words that do not fit are a problem; what is before them counts. */
export function judgeHeading(
  tokens: readonly IToken[],
  { named, behind }: Extract<Value, { form: "heading" }>,
  spec: ClauseSpec,
  context: Judging,
): HeadingMeaning {
  const rest = [...tokens];
  const title = named && rest[0]?.tokenType === Quoted ? rest.shift() : undefined;
  const forNote = behind === "for" ? nameBehind(rest, "for") : undefined;
  const form = behind === "based on" ? nameBehind(rest, "based", "on") : undefined;
  const basedOn: BasedOn | undefined = form && { ...form, file: fileBehind(rest, context) };
  if (rest.length > 0) wrong(spec, unfitOf(rest), context);
  return { name: title && unquoted(title), forNote, basedOn };
}

/** `in "<path>"`, taken off the words. */
function fileBehind(rest: IToken[], context: Judging): BasedOn["file"] {
  const path = quotedBehind(rest, ["in"]);
  return path && (judgePath(path, context) ?? "unusable");
}

function nameBehind(rest: IToken[], ...words: string[]): HeadingMeaning["forNote"] {
  const token = quotedBehind(rest, words);
  return token && { name: unquoted(token), span: spanOf(token) };
}

/** The name in quotes behind some words, both taken off; undefined where other words stand there. */
function quotedBehind(rest: IToken[], words: readonly string[]): IToken | undefined {
  const quoted = rest[words.length];
  const fits = words.every((word, at) => rest[at]?.tokenType === Word && wordOf(rest[at]) === word);
  if (!fits || quoted?.tokenType !== Quoted) return undefined;
  rest.splice(0, words.length + 1);
  return quoted;
}
