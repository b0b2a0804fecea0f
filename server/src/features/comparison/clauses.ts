import type { BlockSpec } from "../../catalog/clause.ts";
import { note as noteSpec } from "../../catalog/note.ts";
import type { Analysis, NoteAnalysis } from "../../document/analysis.ts";
import { rangeAt, whereIs } from "../../document/whereabouts.ts";
import type { ClauseChange } from "../../render/comparison-record.ts";
import { phraseText } from "../../render/terms.ts";
import type { Clause, Tree } from "../../syntax/tree.ts";

/** A statement of a note: by what its clause is called, and in which words. */
interface Statement {
  readonly clause: string;
  readonly words: string;
  readonly line: number | null;
}

/** What a note says otherwise than before, clause by clause, in the order of the new version. */
export function clauseChanges(before: Version | undefined, after: Version | undefined): ClauseChange[] {
  const was = before ? statementsOf(before) : [];
  const is = after ? statementsOf(after) : [];
  const open = [...was];
  const takeFirst = (fits: (one: Statement) => boolean): Statement | undefined => {
    const at = open.findIndex(fits);
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  const unmatched = is.filter(
    ({ clause, words }) => !takeFirst((one) => one.clause === clause && one.words === words),
  );
  const changed = unmatched.map(({ clause, words, line }): ClauseChange => {
    const old = takeFirst((one) => one.clause === clause);
    return { clause, before: old?.words ?? null, after: words, line };
  });
  return [
    ...changed,
    ...open.map(({ clause, words, line }) => ({ clause, before: words, after: null, line })),
  ];
}

/** A note in its document. */
export interface Version {
  readonly analysis: Analysis;
  readonly note: NoteAnalysis;
}

function statementsOf({ analysis, note: { note, surroundings } }: Version): Statement[] {
  const lineOf = (tree: Tree, clause: Clause): number | null => {
    const where = whereIs(analysis, tree, clause.span);
    return where && where.path === undefined && !where.borrowed ? rangeAt(where).start.line : null;
  };
  const { market, scenarios } = surroundings;
  const beside = [market, ...scenarios].flatMap((part) => (part ? [part] : []));
  const inside = new Set(beside.filter(({ tree }) => tree === note.tree).map(({ clause }) => clause));
  const own = (note.clause.block?.clauses ?? []).filter((clause) => !inside.has(clause));
  return [
    ...own.flatMap((clause) => said(clause, noteSpec, [], note.tree, lineOf)),
    ...beside.flatMap(({ clause, tree }) => {
      const name = titled(clause, tree.text);
      return (clause.block?.clauses ?? []).flatMap((inner) =>
        said(inner, blockOf(clause), [name], tree, lineOf),
      );
    }),
  ];
}

function blockOf({ match }: Clause): BlockSpec | undefined {
  return match?.block ? noteSpec.clauses[match.id as "market" | "scenario"]?.block : undefined;
}

/** A block by its name, and by what it is called: `scenario “At maturity”`. */
function titled({ name, phrase }: Clause, text: string): string {
  const words = text.slice(name.start, name.end);
  const title = phrase.map(({ image }) => image.trim()).join(" ");
  return [words, title]
    .filter((part) => part !== "")
    .join(" ")
    .replace(/\s+/g, " ");
}

type LineOf = (tree: Tree, clause: Clause) => number | null;

/** What a clause says by itself, and what stands in its braces. */
function said(
  clause: Clause,
  spec: BlockSpec | undefined,
  around: readonly string[],
  tree: Tree,
  lineOf: LineOf,
): Statement[] {
  const { name, named, match, block, span } = clause;
  const { text } = tree;
  const own = spec?.clauses[match?.id ?? ""];
  const called = named ? (own?.names[0] ?? text.slice(name.start, name.end)).replace(/\s+/g, " ") : "";
  const label = called.startsWith('"') ? text.slice(name.start, name.end).replace(/\s+/g, " ") : called;
  const path = [...around, ...(label === "" ? [] : [label])];
  const words = named ? phraseText(clause, text) : plainWords(text.slice(span.start, span.end));
  const isGroup = block !== undefined && words === "";
  const here = isGroup ? [] : [{ clause: path.join(" › "), words, line: lineOf(tree, clause) }];
  const inner = (block?.clauses ?? []).flatMap((one) => said(one, own?.block, path, tree, lineOf));
  return [
    ...here,
    ...(isGroup && inner.length === 0
      ? [{ clause: path.join(" › "), words: "{ }", line: lineOf(tree, clause) }]
      : inner),
  ];
}

function plainWords(text: string): string {
  return text
    .replace(/\/\/[^\n]*/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
