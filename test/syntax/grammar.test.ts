import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  type Rule,
  Terminal,
} from "chevrotain";
import { expect, test } from "vitest";
import { phraseParser } from "../../server/src/syntax/phrase-grammar.ts";

const rules = Object.values(phraseParser().getGAstProductions()) as readonly Rule[];

/** Whether a part of the grammar may take nothing at all. */
function mayBeEmpty(part: IProduction, within: ReadonlySet<Rule> = new Set()): boolean {
  const all = (parts: readonly IProduction[]): boolean => parts.every((one) => mayBeEmpty(one, within));
  if (part instanceof Terminal) return false;
  if (part instanceof Option || part instanceof Repetition) return true;
  if (part instanceof Alternation) return part.definition.some((one) => mayBeEmpty(one, within));
  if (part instanceof NonTerminal) {
    const rule = part.referencedRule;
    if (within.has(rule)) return true;
    const deeper = new Set([...within, rule]);
    return rule.definition.every((one) => mayBeEmpty(one, deeper));
  }
  if (part instanceof Alternative || part instanceof RepetitionMandatory) return all(part.definition);
  throw new Error(`a part of the grammar that is not known: ${part.constructor.name}`);
}

function partsOf(part: IProduction): readonly IProduction[] {
  const inner = part instanceof NonTerminal || part instanceof Terminal ? [] : partsIn(part);
  return [part, ...inner.flatMap(partsOf)];
}

function partsIn(part: IProduction): readonly IProduction[] {
  return "definition" in part ? (part.definition as readonly IProduction[]) : [];
}

test("nothing that the grammar repeats may be empty, for it would be repeated for ever", () => {
  const repeated = rules.flatMap((rule) =>
    rule.definition
      .flatMap(partsOf)
      .filter((part) => part instanceof Repetition || part instanceof RepetitionMandatory)
      .map((part) => ({ rule: rule.name, part })),
  );
  expect(repeated.length).toBeGreaterThan(5);
  const empty = repeated.filter(({ part }) => partsIn(part).every((one) => mayBeEmpty(one)));
  expect(empty.map(({ rule }) => rule)).toEqual([]);
});

test("no rule comes to itself before it has taken a word", () => {
  const firstRules = (rule: Rule): readonly Rule[] => {
    const found: Rule[] = [];
    const look = (parts: readonly IProduction[]): boolean => {
      for (const part of parts) {
        if (part instanceof NonTerminal) found.push(part.referencedRule);
        else if (part instanceof Alternation) for (const one of part.definition) look([one]);
        else if (!(part instanceof Terminal)) look(partsIn(part));
        if (!mayBeEmpty(part)) return true;
      }
      return false;
    };
    look(rule.definition);
    return found;
  };
  const reached = (rule: Rule): ReadonlySet<Rule> => {
    const seen = new Set<Rule>();
    const open = [...firstRules(rule)];
    for (let next = open.pop(); next; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...firstRules(next));
    }
    return seen;
  };
  expect(rules.filter((rule) => reached(rule).has(rule)).map(({ name }) => name)).toEqual([]);
});
