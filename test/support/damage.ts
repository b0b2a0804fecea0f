import { type Analysis, analyse } from "../../server/src/document/analysis.ts";
import { specsAt } from "../../server/src/document/place.ts";
import { explain } from "../../server/src/features/explain.ts";
import { hover } from "../../server/src/features/hover.ts";
import { affectedBy } from "../../server/src/finance/affects.ts";

/** A sheet with one thing wrong: where each line of the whole sheet stands now, if it does. */
export interface Damage {
  readonly kind: string;
  readonly text: string;
  /** The damaged line of the whole sheet. */
  readonly line: number;
  readonly moved: (line: number) => number | undefined;
}

const same = (line: number): number => line;

const prose = [
  "The Company agrees to the following terms and conditions, as further described below.",
  "Interest shall accrue on the principal at the rate of twelve percent and is payable on demand.",
  "principal amounts converted shall be deducted at the price then in effect; matures on demand",
];

/** Every way in which a line that holds no brace is damaged. */
export function lineDamages(sheet: string): Damage[] {
  const lines = sheet.split("\n");
  return lines.flatMap((words, line) => {
    if (words.trim() === "" || /[{}]/.test(words)) return [];
    const replaced = (kind: string, put: string): Damage => ({
      kind,
      line,
      text: lines.with(line, put).join("\n"),
      moved: same,
    });
    const indent = /^\s*/.exec(words)?.[0] ?? "";
    const cut = (part: number): string =>
      words.slice(0, indent.length + Math.ceil((words.length - indent.length) * part));
    return [
      {
        kind: "deleted",
        line,
        text: lines.toSpliced(line, 1).join("\n"),
        moved: (at) => (at < line ? at : at - 1),
      },
      {
        kind: "doubled",
        line,
        text: lines.toSpliced(line, 0, words).join("\n"),
        moved: (at) => (at <= line ? at : at + 1),
      },
      replaced("emptied", ""),
      replaced("cut short", cut(0.7)),
      replaced("cut in half", cut(0.5)),
      replaced("cut to a letter", cut(0.01)),
      replaced("garbled", `${indent}${[...words.trim()].reverse().join("")}`),
      replaced("overwritten", words.replace(/\w/g, "x")),
      replaced("signs", `${indent}¤ 12/6/2017 | [ % $ -5 ( "never closed`),
      replaced("a comment begun", words.replace(/\S+\s*$/, "/* $&")),
      replaced("a quote begun", words.replace(/\S+\s*$/, '"$&')),
      ...prose.map((sentence) => replaced("prose", `${indent}${sentence}`)),
    ] satisfies Damage[];
  });
}

/** Every brace of the sheet lost and doubled, and a stray one behind and below each line. */
export function braceDamages(sheet: string): Damage[] {
  const ofBraces = [...sheet.matchAll(/[{}]/g)].flatMap(({ index, 0: brace }) => {
    const line = sheet.slice(0, index).split("\n").length - 1;
    return [
      { kind: "lost", line, text: sheet.slice(0, index) + sheet.slice(index + 1), moved: same },
      { kind: "doubled", line, text: sheet.slice(0, index) + brace + sheet.slice(index), moved: same },
    ];
  });
  const lines = sheet.split("\n");
  const strays = lines.flatMap((words, line) =>
    words.trim() === "" || words.trim().startsWith("//")
      ? []
      : ["{", "}"].flatMap((brace) => [
          { kind: "stray", line, text: lines.with(line, `${words} ${brace}`).join("\n"), moved: same },
          {
            kind: "stray on its line",
            line,
            text: lines.toSpliced(line + 1, 0, brace).join("\n"),
            moved: (at: number) => (at <= line ? at : at + 1),
          },
        ]),
  );
  return [...ofBraces, ...strays];
}

/** A clause of the whole sheet: its line, its place in the catalog, what its hover says. */
export interface SheetClause {
  readonly line: number;
  readonly path: string;
  readonly hover: string | undefined;
  /** The figures that rest on it. */
  readonly figures: ReadonlySet<string>;
}

/** The clauses that begin a line of the sheet; a line of a table or of free text counts for its block. */
export function clausesOf(sheet: string): SheetClause[] {
  const analysis = analyse(sheet, undefined);
  return sheet.split("\n").flatMap((words, line) => {
    if (!/^\s*[\w$\d]/.test(words)) return [];
    const path = pathAt(analysis, line, words);
    if (path === undefined) return [];
    return [{ line, path, hover: hoverAtLine(analysis, line, words), figures: figuresOn(path) }];
  });
}

export function hoverAtLine(analysis: Analysis, line: number, words: string): string | undefined {
  return hover(analysis, { line, character: words.search(/\S/) + 1 })?.markdown;
}

export function figuresOn(path: string): ReadonlySet<string> {
  return new Set(affectedBy(path).map(({ formula }) => formula.id));
}

function pathAt(analysis: Analysis, line: number, words: string): string | undefined {
  let first = 0;
  for (const piece of analysis.pieces) {
    const start = piece.lineStarts()[line - first];
    if (line - first <= piece.lines && start !== undefined && line - first < piece.lineStarts().length) {
      return specsAt(piece.tree.clauses, start + words.search(/\S/) + 1).findLast(({ spec }) => spec)?.path;
    }
    first += piece.lines;
  }
  return undefined;
}

/** Every figure of the sheet by note, scenario and id, as data; the day that it stands under is another clause's. */
export function figuresOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, figures, scenarios } of explain(analyse(text, undefined))) {
    for (const figure of figures) found.set(`${name} / ${figure.id}`, asData(figure));
    for (const played of scenarios)
      for (const figure of played.figures)
        found.set(`${name} / ${played.name} / ${figure.id}`, asData(figure));
  }
  return found;
}

function asData(figure: object): string {
  return JSON.stringify({ ...figure, on: undefined });
}
