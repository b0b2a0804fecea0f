import { onceEach } from "../../base/once.ts";
import { lookedAround, lookedAt } from "../../base/reads.ts";
import type { BlockSpec } from "../../catalog/clause.ts";
import { file } from "../../catalog/note.ts";
import type { Quotes } from "../../market/quotes.ts";
import type { BoundMarket, BoundNote, BoundScenario, BoundTerm } from "../../note/bound.ts";
import { aroundCell, cellAt, contentCellAt, notePart, type Root } from "./cells.ts";

// What formulas and rules are given in place of what is bound: the same by name and type, and whoever looks at a clause
// has looked at its cell.

type Entries = Readonly<Record<string, unknown>>;
type Inner = Readonly<Record<string, unknown>> & { readonly inner: Entries };

/** A view holds what is bound, the part of its cells, and the views of its blocks once they are made. */
interface Held {
  readonly bound: Entries;
  readonly part: number;
  readonly blocks: Map<string, object>;
}

const held = Symbol("held");

interface Viewing {
  readonly [held]: Held;
}

const makers = new Map<string, object>();

/** The getters of a block's clauses, made once for each place that a block has in the catalog. */
function gettersOf(spec: BlockSpec, path: string): object {
  const known = makers.get(path);
  if (known) return known;
  const made = Object.create(null) as object;
  for (const [id, { block, repeats }] of Object.entries(spec.clauses)) {
    const here = `${path}/${id}`;
    const get = block && !repeats ? blockGetter(id, block, here) : clauseGetter(id, cellAt(here));
    Object.defineProperty(made, id, { get, enumerable: true });
  }
  makers.set(path, made);
  return made;
}

function clauseGetter(id: string, cell: number): (this: Viewing) => unknown {
  return function () {
    const { bound, part } = this[held];
    lookedAt(part, cell);
    return bound[id];
  };
}

function blockGetter(id: string, spec: BlockSpec, path: string): (this: Viewing) => unknown {
  return function () {
    const { bound, part, blocks } = this[held];
    const known = blocks.get(id);
    if (known) return known;
    const made = innerView(bound[id] as Inner, spec, path, part);
    blocks.set(id, made);
    return made;
  };
}

const innerGetters = new Map<string, object>();

/** A block: whether it is there and what its head says is one cell, what is between its braces as a whole another. */
function innerView(bound: Inner, spec: BlockSpec, path: string, part: number): object {
  let getters = innerGetters.get(path);
  if (!getters) {
    getters = Object.create(null) as object;
    const [self, content] = [cellAt(path), contentCellAt(path)];
    for (const id of ["state", "head"]) Object.defineProperty(getters, id, getterOf(id, self));
    for (const id of ["clause", "rows", "table", "lines"])
      Object.defineProperty(getters, id, getterOf(id, content));
    Object.defineProperty(getters, "inner", {
      get(this: Viewing) {
        const { bound: inner, part: here, blocks } = this[held];
        const known = blocks.get("inner");
        if (known) return known;
        const made = blockView(inner["inner"] as Entries, spec, path, here);
        blocks.set("inner", made);
        return made;
      },
      enumerable: true,
    });
    innerGetters.set(path, getters);
  }
  return viewWith(getters, bound, part);
}

function getterOf(id: string, cell: number): PropertyDescriptor {
  return { get: clauseGetter(id, cell) as () => unknown, enumerable: true };
}

function blockView(bound: Entries, spec: BlockSpec, path: string, part: number): object {
  return viewWith(gettersOf(spec, path), bound, part);
}

function viewWith(getters: object, bound: Entries, part: number): object {
  const own: Held = { bound, part, blocks: new Map() };
  return Object.create(getters, { [held]: { value: own } }) as object;
}

const behind = Symbol("behind");

/** What is bound behind a view, or behind one with changes; what is no view is its own. */
export function boundBehind<B extends object | undefined>(view: B): B {
  return (view as { readonly [behind]?: B } | undefined)?.[behind] ?? view;
}

/** What is bound, with its clauses as a view, and its own text and braces as what no cell stands for. */
function partView<B extends BoundNote | BoundMarket | BoundScenario>(bound: B, root: Root, part: number): B {
  const spec: BlockSpec | undefined = file.clauses[root].block;
  const clauses = spec ? blockView(bound.clauses as Entries, spec, root, part) : bound.clauses;
  const { clause } = bound;
  return Object.defineProperties({ ...bound } as B, {
    [behind]: { value: bound },
    clauses: { value: clauses, enumerable: true },
    clause: {
      get: () => {
        lookedAround();
        return clause;
      },
      enumerable: true,
    },
  });
}

/** A note as formulas see it whose clauses nobody records: what is bound, in an object that may be changed. */
export const plainNote = onceEach(
  (note: BoundNote): BoundNote => Object.create(note, { [behind]: { value: note } }) as BoundNote,
);

export const viewOfNote = onceEach((note: BoundNote): BoundNote => {
  const { terms, events, allowances } = note;
  return Object.defineProperties(partView(note, "note", notePart), {
    terms: { get: () => lookedAtTerms(terms), enumerable: true },
    events: watchedAt(contentCellAt("note/eventsOfDefault"), events),
    allowances: watchedAt(cellAt("note/allow"), allowances),
  });
});

function watchedAt(cell: number, value: unknown): PropertyDescriptor {
  const get = (): unknown => {
    lookedAt(notePart, cell);
    return value;
  };
  return { get, enumerable: true };
}

export const viewOfMarket = onceEach((market: BoundMarket): BoundMarket => {
  const { table } = market;
  const view = partView(market, "market", notePart);
  return Object.defineProperty(view, "table", watchedAt(contentCellAt("market/prices"), table));
});

const scenarioViews = onceEach((_: BoundScenario) => new Map<number, BoundScenario>());

/** A scenario, the cells of which are in a part of their own. */
export function viewOfScenario(scenario: BoundScenario, part: number): BoundScenario {
  const views = scenarioViews(scenario);
  const view = views.get(part) ?? partView(scenario, "scenario", part);
  views.set(part, view);
  return view;
}

type Terms = ReadonlyMap<string, BoundTerm>;

function lookedAtTerms(terms: Terms): Terms {
  lookedAt(notePart, aroundCell("terms"));
  return terms;
}

/** The terms of a situation: whoever looks one up has looked at what the terms say. */
export const viewOfTerms = onceEach((terms: Terms): Terms => {
  const looked = (): Terms => lookedAtTerms(terms);
  return {
    get size() {
      return looked().size;
    },
    get: (name) => looked().get(name),
    has: (name) => looked().has(name),
    forEach: (each) => looked().forEach(each),
    entries: () => looked().entries(),
    keys: () => looked().keys(),
    values: () => looked().values(),
    [Symbol.iterator]: () => looked()[Symbol.iterator](),
  };
});

const quotesViews = onceEach((_: Quotes) => new Map<number | undefined, Quotes>());

/** The prices that a situation is played with: the market's, or those that the scenario in `part` names. */
export function viewOfQuotes(quotes: Quotes, part: number | undefined): Quotes {
  const views = quotesViews(quotes);
  const view = views.get(part) ?? quotesView(quotes, part);
  views.set(part, view);
  return view;
}

function quotesView(quotes: Quotes, part: number | undefined): Quotes {
  const looked = (): Quotes => {
    lookedAt(notePart, contentCellAt("market/prices"));
    if (part !== undefined) lookedAt(part, cellAt("scenario/price"));
    return quotes;
  };
  return {
    on: (day, measure, under) => looked().on(day, measure, under),
    get days() {
      return looked().days;
    },
    get flat() {
      return looked().flat;
    },
    get missing() {
      return looked().missing;
    },
  };
}

/** The clauses of a block by their ids; those of a view are not its own properties. */
export function clausesIn<E>(block: Readonly<Record<string, E>>): (readonly [string, E])[] {
  const found: (readonly [string, E])[] = [];
  for (const id in block) {
    const entry = block[id];
    if (entry !== undefined) found.push([id, entry]);
  }
  return found;
}

/** A view, or what is bound, with some of it otherwise: what is left as it was is looked at through the view. */
export function withChanges<T extends object>(view: T, changes: Partial<T>): T {
  const made = Object.create(view) as T;
  for (const [id, value] of Object.entries(changes))
    Object.defineProperty(made, id, { value, enumerable: true, configurable: true });
  return made;
}

/** A view with some of it worked out whenever it is looked at. */
export function withGetters<T extends object>(view: T, getters: Readonly<Record<string, () => unknown>>): T {
  const made = Object.create(view) as T;
  for (const [id, get] of Object.entries(getters)) Object.defineProperty(made, id, { get, enumerable: true });
  return made;
}
