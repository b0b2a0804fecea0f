import type { Span } from "../base/span.ts";
import type { BlockSpec, Clauses } from "../catalog/clause.ts";
import type { conversion } from "../catalog/conversion.ts";
import type { interest } from "../catalog/interest.ts";
import type { market, scenario } from "../catalog/market.ts";
import type { note } from "../catalog/note.ts";
import type {
  Allowance,
  BasedOn,
  ConditionMeaning,
  Definition,
  FileMeaning,
  HeadingMeaning,
  MakeWholeTable,
  PriceRow,
  ScheduleRow,
  Value,
} from "../catalog/value.ts";
import type { Bracket } from "../syntax/brackets.ts";
import type { MeasureId } from "../syntax/measures.ts";
import type { Clause, Tree } from "../syntax/tree.ts";

/**
 * What a sheet says of one clause: its meaning; that it is absent by choice (`none`); that it is still a blank;
 * that its words cannot be read; or nothing.
 */
export type Bound<M> = Said<M> | Unsaid;

export interface Said<M> {
  readonly state: "said";
  readonly meaning: M;
  readonly clause: Clause;
  /** The words behind the name, as written. */
  readonly text: string;
  readonly span: Span;
  readonly brackets: readonly Bracket[];
  /** The meanings that bracketed alternatives would give it, each with its words. */
  readonly alternatives: readonly { readonly text: string; readonly meaning: M }[];
  /** When it holds; undefined for the base case. */
  readonly condition: ConditionMeaning | undefined;
  /** What the same clause says elsewhere under a condition. */
  readonly cases: readonly Said<M>[];
  /** Where it says under a condition that there is none, or leaves a blank. */
  readonly gaps: readonly Unsaid[];
}

export interface Unsaid {
  readonly state: "absent" | "none" | "blank" | "unread";
  readonly clause: Clause | undefined;
  /** When it is none or blank, where that does not hold always. */
  readonly condition?: ConditionMeaning | undefined;
}

/** A block clause: whether it is there, and its inner clauses, which are unsaid where it is not. */
export interface BoundInner<C extends Clauses, M = unknown> {
  readonly state: "said" | Unsaid["state"];
  readonly clause: Clause | undefined;
  readonly inner: BoundBlock<C>;
  /** What stands between its name and its braces, of a clause that says something there. */
  readonly head: Bound<M>;
  /** Its rows, of a schedule. */
  readonly rows: readonly ScheduleRow[];
  /** Its rows, of a table of shares by stock price and day. */
  readonly table: MakeWholeTable | undefined;
  /** Its lines in their own words, of free text. */
  readonly lines: readonly string[];
}

type MeaningOf<S> = S extends { readonly value: Value<infer M> } ? M : never;

type BoundClause<S> = S extends { readonly repeats: true }
  ? S extends { readonly block: BlockSpec<infer C> }
    ? readonly BoundInner<C, MeaningOf<S>>[]
    : readonly Said<MeaningOf<S>>[]
  : S extends { readonly block: BlockSpec<infer C> }
    ? BoundInner<C, MeaningOf<S>>
    : Bound<MeaningOf<S>>;

export type BoundBlock<C extends Clauses> = { readonly [K in keyof C]: BoundClause<C[K]> };

export type NoteClauses = BoundBlock<(typeof note)["clauses"]>;
export type InterestClauses = BoundBlock<(typeof interest)["clauses"]>;
export type ConversionClauses = BoundBlock<(typeof conversion)["clauses"]>;
export type MarketClauses = BoundBlock<(typeof market)["clauses"]>;
export type ScenarioClauses = BoundBlock<(typeof scenario)["clauses"]>;

/** One note with everything that stands between its braces. Spans are offsets in the text of `tree`. */
export interface BoundNote {
  readonly tree: Tree;
  readonly name: string;
  /** The form that it takes clauses over from. */
  readonly basedOn: BasedOn | undefined;
  /** Where the note is named. */
  readonly heading: Span;
  readonly span: Span;
  readonly clause: Clause;
  readonly currency: string;
  readonly clauses: NoteClauses;
  /** The lines of its events of default, and whether they say that the list is open. */
  readonly events: EventList;
  readonly terms: ReadonlyMap<string, BoundTerm>;
  readonly allowances: readonly (Allowance & { readonly clause: Clause })[];
  readonly markets: readonly BoundMarket[];
  readonly scenarios: readonly BoundScenario[];
}

export interface EventList {
  readonly lines: readonly string[];
  readonly open: boolean;
}

export interface BoundTerm {
  readonly tree: Tree;
  readonly name: string;
  readonly definition: Bound<Definition>;
  readonly clause: Clause;
}

export interface BoundMarket {
  readonly tree: Tree;
  readonly heading: HeadingMeaning;
  readonly clause: Clause;
  readonly span: Span;
  readonly clauses: MarketClauses;
  readonly table: PriceTable;
  /** The file that its prices come from; they are in the table once the file is read. */
  readonly pricesFrom: FileMeaning | undefined;
}

export interface PriceTable {
  readonly measures: readonly MeasureId[];
  /** By day, in the order of time; of two lines for one day the first. */
  readonly rows: readonly PriceRow[];
  /** The file that the rows come from, and the currencies that it names; undefined for a table of the sheet itself. */
  readonly file?: { readonly name: string; readonly currencies: readonly string[] };
}

export interface BoundScenario {
  readonly tree: Tree;
  readonly heading: HeadingMeaning;
  readonly name: string;
  readonly clause: Clause;
  readonly span: Span;
  readonly clauses: ScenarioClauses;
}
