import type { IToken } from "chevrotain";
import type { Problem } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import type { BlockSpec } from "../catalog/clause.ts";
import { market, scenario } from "../catalog/market.ts";
import { file, note } from "../catalog/note.ts";
import type { Allowance, Definition, FileMeaning, HeadingMeaning } from "../catalog/value.ts";
import { topWords } from "../catalog/vocabulary.ts";
import { isCurrency } from "../quantity/currency.ts";
import { dollarAt } from "../syntax/dollars.ts";
import { parseStructure } from "../syntax/structure.ts";
import { Word } from "../syntax/tokens.ts";
import type { Clause, Tree } from "../syntax/tree.ts";
import { wordOf } from "../syntax/vocabulary.ts";
import { bindBlock } from "./block.ts";
import type {
  Bound,
  BoundMarket,
  BoundNote,
  BoundScenario,
  BoundTerm,
  EventList,
  MarketClauses,
  NoteClauses,
  ScenarioClauses,
} from "./bound.ts";
import { bindClause } from "./clause.ts";
import type { Judging } from "./numbers.ts";
import { type Reporter, reporter } from "./report.ts";
import { bindTable } from "./table.ts";
import { reportUnknown } from "./unknown.ts";

/** Everything that a text says, each clause with its meaning, and what is wrong with its shape. */
export interface BoundText {
  readonly notes: readonly BoundNote[];
  /** What stands at the top of the file, beside the notes. */
  readonly markets: readonly BoundMarket[];
  readonly scenarios: readonly BoundScenario[];
  readonly terms: ReadonlyMap<string, BoundTerm>;
  readonly problems: readonly Problem[];
}

/** What a text says by itself, with its tree. */
export function readText(text: string): { readonly tree: Tree; readonly bound: BoundText } {
  const tree = parseStructure(text, topWords());
  return { tree, bound: bind(tree) };
}

/** Gives every clause of a tree its meaning. Nothing is lost: what can't be read is a problem where it stands. */
export function bind(tree: Tree): BoundText {
  const report = reporter(tree);
  for (const problem of tree.problems) report.problems.push(problem);
  const notes: BoundNote[] = [];
  const clauses = tree.clauses;
  const noteClauses = clauses.filter(({ match }) => match?.id === "note");
  for (const clause of noteClauses) {
    const bound = bindNote(clause, tree, report);
    if (bound) notes.push(bound);
  }
  const context: Judging = { ...report, currency: { code: undefined, dollar: undefined, span: undefined } };
  const markets = clauses.flatMap((clause) =>
    clause.match?.id === "market" ? bindMarket(clause, tree, context) : [],
  );
  const scenarios = clauses.flatMap((clause) =>
    clause.match?.id === "scenario" ? bindScenario(clause, tree, context) : [],
  );
  const terms = bindTerms(clauses, tree, context);
  for (const clause of clauses) if (!clause.match) reportUnknown(clause, file, context);
  return { notes, markets, scenarios, terms, problems: report.problems };
}

function bindNote(clause: Clause, tree: Tree, report: Reporter): BoundNote | undefined {
  const inner = clause.block?.clauses ?? [];
  const context = judging(report, inner);
  const heading = headingOf(clause, "note", file, context);
  if (!clause.block) {
    context.report(
      "block-missing",
      clause.name,
      "The terms of a note stand between braces: note “Name” { … }.",
    );
    return undefined;
  }
  const clauses = bindBlock(note, [clause.block], clause.name, "said", context) as NoteClauses;
  return {
    tree,
    name: heading?.name ?? "",
    basedOn: heading?.basedOn,
    heading: clause.phrase[0] ? { start: clause.name.start, end: endOf(clause) } : clause.name,
    span: clause.span,
    clause,
    currency: context.currency.code ?? "USD",
    clauses,
    events: eventsOf(inner, report.text),
    terms: bindTerms(inner, tree, context),
    allowances: inner.flatMap((allow) => bindAllowance(allow, context)),
    markets: inner.flatMap((child) => (child.match?.id === "market" ? bindMarket(child, tree, context) : [])),
    scenarios: inner.flatMap((child) =>
      child.match?.id === "scenario" ? bindScenario(child, tree, context) : [],
    ),
  };
}

function bindMarket(clause: Clause, tree: Tree, context: Judging): BoundMarket[] {
  const heading = headingOf(clause, "market", file, context) ?? noHeading;
  if (!clause.block) return missingBlock(clause, "market", context);
  const clauses = bindBlock(market, [clause.block], clause.name, "said", context) as MarketClauses;
  const rows = clause.block.clauses.find(({ match }) => match?.id === "prices")?.block?.clauses;
  const table = bindTable(rows ?? [], context);
  const pricesFrom = fileBehind(clauses.prices, rows !== undefined, context);
  return [{ tree, heading, clause, span: clause.span, clauses, table, pricesFrom }];
}

/** The file that prices come from; undefined where they stand in braces, which then count. */
function fileBehind(
  { head }: MarketClauses["prices"],
  inBraces: boolean,
  context: Judging,
): FileMeaning | undefined {
  if (head.state !== "said") return undefined;
  if (!inBraces) return head.meaning;
  const message =
    "Prices stand in braces here and come from a file as well. Those in the braces are used; keep one of the two.";
  context.report("block-unexpected", head.span, message);
  return undefined;
}

function bindScenario(clause: Clause, tree: Tree, context: Judging): BoundScenario[] {
  const heading = headingOf(clause, "scenario", file, context) ?? noHeading;
  if (!clause.block) return missingBlock(clause, "scenario", context);
  const clauses = bindBlock(scenario, [clause.block], clause.name, "said", context) as ScenarioClauses;
  return [{ tree, heading, name: heading.name ?? "", clause, span: clause.span, clauses }];
}

const noHeading: HeadingMeaning = { name: undefined, forNote: undefined, basedOn: undefined };

function missingBlock(clause: Clause, title: string, context: Judging): [] {
  context.report(
    "block-missing",
    clause.name,
    `The terms of a ${title} stand between braces: ${title} { … }.`,
  );
  return [];
}

function headingOf(
  clause: Clause,
  id: string,
  block: BlockSpec,
  context: Judging,
): HeadingMeaning | undefined {
  const spec = block.clauses[id];
  if (!spec) return undefined;
  const bound = bindClause(spec, clause, context) as Bound<HeadingMeaning>;
  return bound.state === "said" ? bound.meaning : undefined;
}

function bindTerms(clauses: readonly Clause[], tree: Tree, context: Judging): Map<string, BoundTerm> {
  const terms = new Map<string, BoundTerm>();
  for (const clause of clauses) {
    if (clause.match?.id !== "term") continue;
    const name = /["“”„]([^"“”„]*)/.exec(context.text.slice(clause.name.start, clause.name.end))?.[1] ?? "";
    const definition = bindClause(file.clauses.term, clause, context) as Bound<Definition>;
    const earlier = terms.get(name.toLowerCase());
    if (earlier) {
      context.report(
        "clause-duplicate",
        clause.name,
        `“${name}” is defined twice; the first definition is used.`,
        {
          related: [{ message: "The first definition.", span: earlier.clause.name }],
        },
      );
    } else terms.set(name.toLowerCase(), { tree, name, definition, clause });
  }
  return terms;
}

function bindAllowance(clause: Clause, context: Judging): (Allowance & { clause: Clause })[] {
  if (clause.match?.id !== "allow") return [];
  const bound = bindClause(note.clauses.allow, clause, context) as Bound<Allowance>;
  return bound.state === "said" ? [{ ...bound.meaning, clause }] : [];
}

/** The events of default in the sheet's own words; `and others` says that the list is open. */
function eventsOf(clauses: readonly Clause[], text: string): EventList {
  const block = clauses.find(({ match }) => match?.id === "eventsOfDefault")?.block;
  const all = (block?.clauses ?? []).map(({ span }) => text.slice(span.start, span.end).trim());
  const lines = all.filter((line) => !/^and others\.?$/i.test(line));
  return { lines, open: lines.length < all.length };
}

/** The note's currency: what `currency` names, else the code before its principal, else US dollars. */
function judging(report: Reporter, clauses: readonly Clause[]): Judging {
  const named = clauses.find(({ match }) => match?.id === "currency");
  const written = named?.phrase[0]?.image;
  if (named && written && isCurrency(written)) {
    return { ...report, currency: { code: written, dollar: written, span: named.span } };
  }
  const principal = clauses.find(({ match }) => match?.id === "principal");
  const code = principal && codeIn(principal.phrase);
  if (principal && code && isCurrency(code)) {
    return { ...report, currency: { code, dollar: "USD", span: principal.span } };
  }
  return { ...report, currency: { code: "USD", dollar: "USD", span: undefined } };
}

/** The code of the currency that some words name by it, or by a sign such as `A$`. */
function codeIn(tokens: readonly IToken[]): string | undefined {
  for (const [at, { tokenType, image }] of tokens.entries()) {
    const code = tokenType === Word && /^[A-Z]{3}$/.test(image) ? image : dollarAt(tokens, at);
    if (code) return code;
  }
  return undefined;
}

function endOf(clause: Clause): number {
  const last = clause.phrase.findLast((token) => token.tokenType !== Word || wordOf(token) !== "");
  return last ? last.startOffset + last.image.length : clause.name.end;
}

/** The span of a clause's own words, without its block. */
export function headOf(clause: Clause): Span {
  return { start: clause.name.start, end: clause.block ? endOf(clause) : clause.span.end };
}
