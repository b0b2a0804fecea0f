import { resolveBrackets } from "../../server/src/syntax/brackets.ts";
import type { PhraseRule } from "../../server/src/syntax/phrase-grammar.ts";
import { readPhrase } from "../../server/src/syntax/phrases.ts";
import type { Clause } from "../../server/src/syntax/tree.ts";
import { marking } from "./carets.ts";
import { phraseText } from "./phrase-text.ts";
import { treeOf } from "./tree-text.ts";

const head = 'note "N" { conversion {\nprice ';

/** The words as those of one clause; a group of alternatives belongs to them. */
export function clauseOf(words: string): Clause {
  const clause = treeOf(`${head}${words}\n} }`).clauses[0]?.block?.clauses[0]?.block?.clauses[0];
  if (!clause) throw new Error(`no clause: ${words}`);
  return clause;
}

/** What a rule reads in the words: the tree on one line, or where the words stop making sense. */
export function read(rule: PhraseRule, words: string): string {
  const clause = clauseOf(words);
  const { tokens } = resolveBrackets(clause.phrase);
  const reading = readPhrase(rule, tokens, clause.name.end);
  const notes = reading.problems.map(({ code }) => ` !${code}`).join("");
  if (reading.phrase) return phraseText(reading.phrase) + notes;
  const { start, end } = reading.unfit.span;
  const span = { start: start - head.length, end: end - head.length };
  return `unfit: ${marking(words, [span])}`;
}
