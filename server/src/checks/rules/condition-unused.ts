import { lookedAround } from "../../base/reads.ts";
import type { BlockSpec, ClauseSpec } from "../../catalog/clause.ts";
import { note as noteBlock } from "../../catalog/note.ts";
import type { ConditionMeaning } from "../../catalog/value.ts";
import { affectedBy } from "../../finance/affects.ts";
import { boundBehind } from "../../finance/engine/view.ts";
import type { BoundNote } from "../../note/bound.ts";
import type { Clause } from "../../syntax/tree.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

const crossDefault = (second: string): string =>
  exampleNote(
    `  cross-default  $25,000\n  ${second}\n\n  events of default {\n    failure to pay when due\n    default on other debt of the issuer above $25,000\n  }`,
  );

export const conditionUnused = rule({
  code: "condition-unused",
  severity: "warning",
  title: "A condition that changes no number",
  why: "A statement that is made for a time, or for an event, reads as if the numbers followed it. Where nothing is worked out from the clause, or it is one for the whole life of the note, they do not.",
  repair:
    "Take the condition out, or keep the whole sentence on record with `other`. What changes for a time is said with the clauses whose numbers follow it: rates, prices, amounts and limits.",
  bad: crossDefault("cross-default  $50,000 from July 1, 2024"),
  good: crossDefault("").replace("\n  \n", "\n"),
  find: ({ note }) =>
    conditionsIn(noteBlock, allClausesOf(note), "note").flatMap((found): Finding[] => {
      const why = reasonFor(found);
      const { clause, condition, path } = found;
      if (why === undefined) return [];
      return [
        {
          span: clause.name,
          ...(affectedBy(path).length > 0 ? {} : { severity: "information" as const }),
          message: `“${condition.text}” changes no number: ${why}. Take the condition out, or write the sentence behind “other”.`,
        },
      ];
    }),
});

/** The clauses as they are said, every one of which the rule looks at. */
function allClausesOf(note: BoundNote): BoundNote["clauses"] {
  lookedAround();
  return boundBehind(note).clauses;
}

interface Conditioned {
  readonly path: string;
  readonly spec: ClauseSpec;
  readonly clause: Clause;
  readonly condition: ConditionMeaning;
  /** What it says; undefined where it says that there is none. */
  readonly meaning: unknown;
  /** Whether the clause is said without a condition too. */
  readonly besides: boolean;
  /** Whether it is all that is said of the clause. */
  readonly alone: boolean;
}

/**
 * Why no number follows a condition; undefined where one does, and where a clause that stands on record is said under a
 * condition alone, for that is then what it says.
 */
function reasonFor({ path, spec, condition, meaning, besides, alone }: Conditioned): string | undefined {
  if (affectedBy(path).length === 0 && alone) return undefined;
  if (affectedBy(path).length === 0)
    return `nothing is worked out from “${spec.names[0]}”, which stands on record alone`;
  const isTime = condition.kind !== "on" && condition.kind !== "unless";
  if (isTime && (path.endsWith("/matures") || path === "note/atMaturity"))
    return "the due date is one day; say another with an event, or as an extension";
  if (path === "note/atMaturity" && meaning === "paid")
    return "the shares at maturity are worked out as if that did not come";
  if (path === "note/conversion/option" && besides && meaning !== undefined)
    return "the numbers are the same whoever has the option";
  return spec.timeless;
}

/** Every statement that is made under a condition, with its clause in the catalog. */
function conditionsIn(block: BlockSpec, entries: unknown, path: string): Conditioned[] {
  return Object.entries(block.clauses).flatMap(([id, spec]) => {
    const entry = (entries as Readonly<Record<string, unknown>>)[id];
    const all = Array.isArray(entry) ? (entry as readonly unknown[]) : [entry];
    const found = all.flatMap((one) => conditionsOf(spec, one as Entry | undefined, `${path}/${id}`));
    return all.length > 1 ? found.map((one) => ({ ...one, alone: false })) : found;
  });
}

/** What an entry may be: a statement with its cases and gaps, or a block with its head. */
interface Entry {
  readonly clause?: Clause | undefined;
  readonly condition?: ConditionMeaning | undefined;
  readonly meaning?: unknown;
  readonly cases?: readonly Entry[];
  readonly gaps?: readonly Entry[];
  readonly inner?: unknown;
  readonly head?: Entry;
}

function conditionsOf(spec: ClauseSpec, entry: Entry | undefined, path: string): Conditioned[] {
  if (!entry?.clause) return [];
  const inner = spec.block && entry.inner ? conditionsIn(spec.block, entry.inner, path) : [];
  const { cases = [], gaps = [], head } = entry;
  const statements = [entry, ...cases, ...gaps, ...(head ? [head] : [])];
  const besides = statements.some(({ clause, condition }) => clause && !condition);
  const alone = statements.filter(({ clause }) => clause).length === 1;
  const own = statements.flatMap(({ clause, condition, meaning }) =>
    clause && condition ? [{ path, spec, clause, condition, meaning, besides, alone }] : [],
  );
  return [...own, ...inner];
}
