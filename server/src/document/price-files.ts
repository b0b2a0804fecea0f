import { fileName } from "../base/paths.ts";
import { counted } from "../base/words.ts";
import { allowedByAll, staleBeside } from "../checks/allowances.ts";
import type { PlacedProblem } from "../checks/check.ts";
import { shapeProblem } from "../checks/shape-problem.ts";
import { type PriceFile, readPriceFile } from "../market/csv.ts";
import { withPrices } from "../market/supplied.ts";
import type { BoundText } from "../note/bind.ts";
import type { BoundMarket, BoundNote } from "../note/bound.ts";
import { longDate } from "../quantity/date.ts";
import { type FileContent, unusable } from "./files.ts";

/** Reads the file that a market names: the path from the document, and what is there; undefined while it is loading. */
export type ReadFile = (
  market: BoundMarket,
) => { readonly path: string; readonly content: FileContent } | undefined;

export interface Supplied {
  readonly texts: readonly BoundText[];
  readonly problems: readonly PlacedProblem[];
}

/** Bound texts with the prices of the files that their markets name. What names no file stays the same object. */
export function supplied(texts: readonly BoundText[], read: ReadFile): Supplied {
  const problems: PlacedProblem[] = [];
  const notes = texts.flatMap((text) => text.notes);
  const unclear = new Set<BoundNote>();
  let loading = false;
  const supply = (market: BoundMarket, note: string | undefined): BoundMarket => {
    const found = market.pricesFrom && read(market);
    loading ||= market.pricesFrom !== undefined && !found;
    if (!found) return market;
    const users = usersOf(market, note, notes);
    for (const problem of problemsWith(market, found.content, note)) {
      const ofDates = problem.code === "file-dates";
      const allowedBy = ofDates ? allowedByAll(users, problem.code) : undefined;
      problems.push(allowedBy ? { ...problem, allowedBy } : problem);
      if (ofDates) for (const user of users) unclear.add(user);
    }
    return "text" in found.content ? withPrices(market, found.path, found.content.text) : market;
  };
  const supplyAll = (markets: readonly BoundMarket[], note?: string): readonly BoundMarket[] =>
    markets.some(({ pricesFrom }) => pricesFrom) ? markets.map((market) => supply(market, note)) : markets;
  const filled = texts.map((text) => {
    const markets = supplyAll(text.markets);
    const own = text.notes.map((note) => withMarkets(note, supplyAll(note.markets, note.name)));
    const same = markets === text.markets && own.every((note, index) => note === text.notes[index]);
    return same ? text : { ...text, markets, notes: own };
  });
  const clear = loading ? [] : notes.filter((note) => !unclear.has(note));
  return { texts: filled, problems: [...problems, ...clear.flatMap(nothingToAllow)] };
}

/** The notes that a market's prices are for: the one that it stands in, else the one that it names, else all. */
function usersOf(
  { heading }: BoundMarket,
  owner: string | undefined,
  notes: readonly BoundNote[],
): readonly BoundNote[] {
  const name = (owner ?? heading.forNote?.name)?.toLowerCase();
  return name === undefined ? notes : notes.filter((note) => note.name.toLowerCase() === name);
}

/** What a note allows of the dates of its files, where they are clear. */
function nothingToAllow(note: BoundNote): PlacedProblem[] {
  return staleBeside(note, "file-dates").map((problem) => ({ ...problem, tree: note.tree, note: note.name }));
}

const suppliedNotes = new WeakMap<BoundNote, BoundNote>();

/** The note with those markets: the same object as long as they are the same. */
function withMarkets(note: BoundNote, markets: readonly BoundMarket[]): BoundNote {
  if (markets === note.markets) return note;
  const known = suppliedNotes.get(note);
  if (known?.markets.every((market, index) => market === markets[index])) return known;
  const made = { ...note, markets };
  suppliedNotes.set(note, made);
  return made;
}

/** As many problems with the rows of one file as are listed one by one. */
const mostListed = 5;

function problemsWith(market: BoundMarket, content: FileContent, note: string | undefined): PlacedProblem[] {
  const { pricesFrom, tree } = market;
  if (!pricesFrom) return [];
  const { path, span } = pricesFrom;
  const report = (code: Parameters<typeof shapeProblem>[0], message: string): PlacedProblem =>
    shapeProblem(code, span, message, tree, note);
  if ("unusable" in content)
    return [report("file-unusable", `“${path}” can't be used: ${unusable[content.unusable]}.`)];
  const name = fileName(path);
  const file = readPriceFile(content.text);
  const listed = file.problems
    .slice(0, mostListed)
    .map(({ about, message }) =>
      about === "heading"
        ? report("table-heading", `${name}: ${message}`)
        : report("table-row", `${name}, ${message}`),
    );
  const more = file.problems.length - listed.length;
  return [
    ...listed,
    ...(more > 0 ? [report("table-row", `${name} has ${counted(more, "more problem")} like these.`)] : []),
    ...datesSaid(file, name).map(({ severity, message }) => ({ ...report("file-dates", message), severity })),
  ];
}

/** How dates were read that could be read two ways: nothing where they are American, as the exchange is. */
function datesSaid(
  { order, example }: PriceFile,
  name: string,
): Pick<PlacedProblem, "severity" | "message">[] {
  if (!order || !example) return [];
  const read = `“${example.written}” is read as ${longDate(example.read)}`;
  if (order.decided === "by neither") {
    const message = `The dates of ${name} can be read two ways, and nothing in it tells which number is the month: ${read}. Write them as year-month-day to be sure.`;
    return [{ severity: "warning", message }];
  }
  if (order.monthFirst) return [];
  const reason =
    order.decided === "by trading days"
      ? "only so is every one of them a trading day"
      : "one of them has a number above 12 in first place";
  const message = `The dates of ${name} are read with the day first, for ${reason}: ${read}.`;
  return [{ severity: "information", message }];
}
