import { nearest } from "../../base/nearest.ts";
import { quotedIn } from "../../note/quoted.ts";
import { removal } from "../edits.ts";
import { quotedNames } from "../own-words.ts";
import type { Subject } from "../rule.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const definition = '  "Market Price" means average of 3 lowest closing bids over prior 10 trading days';
const conversion = (price: string): string => exampleNote(`${definition}\n\n${exampleConversion({ price })}`);

export const termUnused = rule({
  code: "term-unused",
  severity: "information",
  title: "A term that is defined and not used",
  why: "A definition that nothing uses is left over from another draft, or the clause that should use it says something of its own. Either way a reader looks for a meaning that is not there.",
  repair: "Use the term in quotes where it is meant, or take the definition out.",
  bad: conversion("65% of closing bid on prior trading day"),
  good: conversion('65% of "Market Price"'),
  find: (subject) => {
    if (subject.note.terms.size === 0) return [];
    const used = usedNames(subject);
    return [...subject.note.terms.values()]
      .filter(({ name }) => !used.has(name.toLowerCase()))
      .map(({ name, clause, tree }) => ({
        span: clause.name,
        tree,
        message: `“${name}” is defined here, and no clause uses it. Use it in quotes where it is meant, or take the definition out.`,
        fixes: [{ title: `Take “${name}” out`, edits: [removal(clause.span, tree.text)] }],
      }));
  },
});

/**
 * The names, in lower case, that a clause, a definition of another term or the note's own words put in quotes; for one
 * that nothing defines, the term that it is most likely a slip of.
 */
function usedNames(subject: Subject): ReadonlySet<string> {
  const { note, alone } = subject;
  const inClauses = (note.clause.block?.clauses ?? []).flatMap((clause) => {
    const own = [...note.terms.values()].find((term) => term.clause === clause);
    return quotedIn(clause).filter((name) => name.toLowerCase() !== own?.name.toLowerCase());
  });
  const inWords = quotedNames(note).map(({ name }) => name);
  const defined = [...alone.terms.values()].map(({ name }) => name);
  return new Set(
    [...inClauses, ...inWords].map((name) =>
      (alone.terms.has(name.toLowerCase()) ? name : (nearest(name, defined) ?? name)).toLowerCase(),
    ),
  );
}
