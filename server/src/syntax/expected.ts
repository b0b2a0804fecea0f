import type { IProduction, IToken, TokenType } from "chevrotain";
import {
  Alternation,
  Alternative,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  type Rule,
  Terminal,
  tokenMatcher,
} from "chevrotain";
import { type PhraseRule, phraseParser, tooDeepAt } from "./phrase-grammar.ts";

/**
 * The token types that may stand next, after the words read so far, by the grammar's own description: whatever the
 * grammar learns to read is offered without another word about it. Empty where the words do not fit the rule.
 */
export function expectedAfter(rule: PhraseRule, tokens: readonly IToken[]): ReadonlySet<TokenType> {
  const expected = new Set<TokenType>();
  const ends = new Map<Rule, Map<number, ReadonlySet<number>>>();
  const start = phraseParser().getGAstProductions()[rule];
  if (start && tooDeepAt(tokens) === undefined) sequence(start.definition, new Set([0]));
  return expected;

  function sequence(parts: readonly IProduction[], starts: ReadonlySet<number>): ReadonlySet<number> {
    let at = starts;
    for (const part of parts) {
      if (at.size === 0) return at;
      at = after(part, at);
    }
    return at;
  }

  function after(part: IProduction, starts: ReadonlySet<number>): ReadonlySet<number> {
    if (part instanceof Terminal) return afterTerminal(part.terminalType, starts);
    if (part instanceof NonTerminal)
      return union([...starts].map((at) => afterRule(part.referencedRule, at)));
    if (part instanceof Alternation) return union(part.definition.map((option) => after(option, starts)));
    if (part instanceof Option) return union([starts, sequence(part.definition, starts)]);
    if (part instanceof Repetition) return repeated(part.definition, starts);
    if (part instanceof RepetitionMandatory)
      return repeated(part.definition, sequence(part.definition, starts));
    if (part instanceof Alternative) return sequence(part.definition, starts);
    return starts;
  }

  /** Where a rule ends that begins at a place: worked out once a place, however the grammar comes to it. */
  function afterRule(rule: Rule, start: number): ReadonlySet<number> {
    const known = ends.get(rule) ?? new Map<number, ReadonlySet<number>>();
    ends.set(rule, known);
    const found = known.get(start) ?? sequence(rule.definition, new Set([start]));
    known.set(start, found);
    return found;
  }

  function afterTerminal(type: TokenType, starts: ReadonlySet<number>): ReadonlySet<number> {
    const ends = new Set<number>();
    for (const start of starts) {
      const token = tokens[start];
      if (!token) expected.add(type);
      else if (tokenMatcher(token, type)) ends.add(start + 1);
    }
    return ends;
  }

  function repeated(parts: readonly IProduction[], starts: ReadonlySet<number>): ReadonlySet<number> {
    const all = new Set(starts);
    for (let fresh = starts; fresh.size > 0; ) {
      const ends = sequence(parts, fresh);
      fresh = new Set([...ends].filter((end) => !all.has(end)));
      for (const end of fresh) all.add(end);
    }
    return all;
  }
}

function union(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  return new Set(sets.flatMap((set) => [...set]));
}
