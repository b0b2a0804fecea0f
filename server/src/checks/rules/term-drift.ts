import { nearest } from "../../base/nearest.ts";
import type { BoundTerm } from "../../note/bound.ts";
import type { QuotedPlace } from "../../note/quoted.ts";
import type { Tree } from "../../syntax/tree.ts";
import { eventNames, happeningsIn, isSlip } from "../event-names.ts";
import { quotedNames } from "../own-words.ts";
import { exampleConversion, exampleNote, type Finding, rule, type Subject } from "../rule.ts";

const definition = '  "Market Price" means average of 3 lowest closing bids over prior 10 trading days';
const covenant = (name: string): string =>
  exampleNote(
    `${definition}\n\n${exampleConversion({ price: '65% of "Market Price"' })}\n\n  covenants {\n    notice to the holder whenever the "${name}" is below $0.01\n  }`,
  );

export const termDrift = rule({
  code: "term-drift",
  severity: "warning",
  title: "A name that is nearly a defined term",
  why: "“Market Prices” is not “Market Price”: a term means what it is defined as only where it stands as it is defined. The plural, a letter more or less, or a word left out leaves open whether the same is meant; so it does with the names of events.",
  repair: "Write the term as it is defined, or define the other one too.",
  bad: covenant("Market Prices"),
  good: covenant("Market Price"),
  find: (subject) => [...inOwnWords(subject), ...inDates(subject)],
});

function inOwnWords({ note, alone }: Subject): Finding[] {
  const names = [...alone.terms.values()].map(({ name }) => name);
  return quotedNames(note).flatMap(({ name, span }) => {
    if (alone.terms.has(name.toLowerCase())) return [];
    const near = nearest(name, names);
    const term = near === undefined ? undefined : alone.terms.get(near.toLowerCase());
    return term ? [drifted({ name, span }, definedAs(term))] : [];
  });
}

/** Names of days and events that are nearly a defined term, something that a scenario brings, or each other. */
function inDates({ note, alone, played }: Subject): Finding[] {
  const terms = [...alone.terms.values()].map(definedAs);
  const happenings = played.flatMap(({ scenario }) =>
    scenario
      ? happeningsIn(scenario).map(({ name, span }) => ({ name, span, tree: scenario.tree, is: "happens" }))
      : [],
  );
  const established = [...terms, ...happenings];
  const open = eventNames(note).filter(
    ({ name }) => !established.some((one) => one.name.toLowerCase() === name.toLowerCase()),
  );
  return open.flatMap((event, index) => {
    const others = open
      .filter((other, at) => other.count > event.count || (other.count === event.count && at < index))
      .map(({ name, span }) => ({ name, span, tree: note.tree, is: "is named elsewhere" }));
    const near = [...established, ...others].find(({ name }) => isSlip(event.name, name));
    return near ? [drifted(event, near)] : [];
  });
}

interface Other extends QuotedPlace {
  readonly tree: Tree;
  /** What is true of it, behind its name. */
  readonly is: string;
}

function definedAs({ name, clause, tree }: BoundTerm): Other {
  return { name, span: clause.name, tree, is: "is defined" };
}

function drifted({ name, span }: QuotedPlace, other: Other): Finding {
  const message =
    other.is === "is defined"
      ? `“${name}” is not defined, “${other.name}” is: whether the same is meant is open. Write the term as it is defined, or define the other one too.`
      : `“${name}” is no defined term and happens in no scenario; “${other.name}” ${other.is}, nearly the same: whether it is meant is open. Write one name for one thing.`;
  return {
    span,
    message,
    related: [{ message: `“${other.name}” ${other.is} here.`, span: other.span, tree: other.tree }],
    fixes: [{ title: `Write “${other.name}”`, edits: [{ span, text: `"${other.name}"` }] }],
  };
}
