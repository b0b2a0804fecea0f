import { capitalized } from "../base/words.ts";
import { openingPaths, readOpening, summaryOpening, theNote } from "../catalog/sentences.ts";
import type { Analysis, NoteAnalysis } from "../document/analysis.ts";
import { foundIn } from "../features/found.ts";
import { assumptionsIn, notWorkedOut } from "../features/left-open.ts";
import { aloneTitle, answersOf, scenarioTitle, topicsOf } from "../features/worked.ts";
import type { Situation } from "../finance/engine/formula.ts";
import { scheduleOf } from "../finance/money/schedule.ts";
import { playsRange, priceTable } from "../finance/price-table.ts";
import { capTable } from "../finance/rounds/cap-table.ts";
import { madeOf } from "../quantity/expression.ts";
import { show, showPercent } from "../quantity/format.ts";
import { columnsOf } from "../render/schedule.ts";
import { type Block, heading, type Page, paragraph, remark, runsOf, type Table, tableOf } from "./page.ts";
import { type Term, termsIn } from "./terms.ts";

/** The parts of a document, in their order. */
export const parts = ["summary", "term-sheet", "figures"] as const;

export type Part = (typeof parts)[number];

/** The notes of a sheet as a document, each with the parts that are named and a box of what is open. */
export function pageOf(analysis: Analysis, chosen: readonly Part[] = parts): Page {
  const names = analysis.notes.map(({ note }) => note.name.trim() || "Note");
  return {
    title: names.join(", ") || "Note",
    blocks: analysis.notes.flatMap((note) => noteBlocks(note, analysis, chosen)),
  };
}

function noteBlocks(analysis: NoteAnalysis, all: Analysis, chosen: readonly Part[]): Block[] {
  const name = analysis.note.name.trim() || "Note";
  const terms = termsIn(analysis.note);
  return [
    heading(1, name),
    ...(chosen.includes("summary") ? summary(name, terms) : []),
    ...(chosen.includes("term-sheet") ? [heading(2, "Term sheet"), termSheet(terms)] : []),
    ...(chosen.includes("figures") ? figures(analysis) : []),
    ...endsOf(analysis, all),
  ];
}

/** The terms in sentences, those of a block together in a paragraph. */
function summary(name: string, terms: readonly Term[]): Block[] {
  const opening = openingOf(name, terms);
  const blocks: Block[] = [heading(2, "Summary of terms"), paragraph(opening.sentence)];
  let open: string[] = [];
  let group = "";
  const end = (): void => {
    if (open.length > 0) blocks.push(paragraph(open.join(" ")));
    open = [];
  };
  for (const term of terms.filter(({ path }) => !opening.says.has(path))) {
    if (term.group !== group || open.length >= 6) end();
    group = term.group;
    open.push(term.sentence);
  }
  end();
  return blocks;
}

/** The sentence that a summary opens with, and the terms that it says. */
function openingOf(
  name: string,
  terms: readonly Term[],
): { readonly sentence: string; readonly says: ReadonlySet<string> } {
  const known = Object.fromEntries(
    openingPaths.flatMap((path) => {
      const said = terms.filter((term) => term.path === path);
      return said.length === 1 ? [[path, said[0]?.says[0] ?? ""]] : [];
    }),
  );
  const sentence = summaryOpening(name, known);
  return { sentence, says: new Set(readOpening(sentence)?.said.map(({ path }) => path)) };
}

/** The two columns that the field uses: what a term is called, and what it says. */
function termSheet(terms: readonly Term[]): Table {
  return {
    kind: "table",
    look: "terms",
    head: ["Term", "Summary"],
    rows: terms.map(({ group, it, called, says, table = [] }) => [
      [[{ text: it === theNote ? called : `${group}: ${called}`, strong: true }]],
      [...says, ...table.map((row) => row.join("   "))].map(runsOf),
    ]),
    numbers: [],
  };
}

/** What the terms come to, for the note by itself and in each scenario: each heading says which, and to which day. */
function figures({ alone, played }: NoteAnalysis): Block[] {
  return [
    ...figuresIn(alone, undefined, aloneTitle(alone)),
    ...played.flatMap((situation) => figuresIn(situation, alone, scenarioTitle(situation))),
  ];
}

function figuresIn(situation: Situation, alone: Situation | undefined, title: string): Block[] {
  const blocks = [
    ...topicsOf(answersOf(situation, alone)).flatMap(({ title: topic, answers }) => [
      heading(3, topic),
      tableOf(
        ["Figure", "Amount", "How it is made"],
        answers.map(({ formula, result }) => [capitalized(formula.label), show(result), madeOf(result)]),
        [1],
      ),
    ]),
    ...schedule(situation),
    ...pricesPlayed(situation),
    ...afterTheRound(situation),
  ];
  return blocks.length === 0 ? [] : [heading(2, title), remark(`Worked out ${forWhich(title)}.`), ...blocks];
}

function forWhich(title: string): string {
  return title.startsWith("Scenario")
    ? `in ${title.replace("Scenario", "scenario")}`
    : title.toLowerCase().startsWith("to maturity")
      ? `for the note by itself, t${title.slice(1)}`
      : "for the note by itself";
}

function schedule(situation: Situation): Block[] {
  const lines = scheduleOf(situation);
  if (lines.length === 0) return [];
  const columns = columnsOf(lines);
  return [
    heading(3, "Payment schedule"),
    tableOf(
      columns.map(({ heading: name }) => capitalized(name)),
      lines.map((line) => columns.map(({ cell }) => cell(line))),
      columns.flatMap(({ left }, index) => (left ? [] : [index])),
    ),
  ];
}

function pricesPlayed(situation: Situation): Block[] {
  const table = playsRange(situation) ? priceTable(situation) : undefined;
  if (!table) return [];
  return [
    heading(3, "At other market prices"),
    remark(`If every price of the market is the one on the left, ${show(table.amount)} converts like this.`),
    tableOf(
      ["Market price", "Conversion price", "Decided by", "Shares", "Ownership", "Value", "Return"],
      table.rows.map(({ market, price, binding = "", shares, ownership, value, gain }) => [
        show(market),
        show(price),
        binding,
        show(shares).replace(/ shares?$/, ""),
        ownership ? showPercent(ownership.amount, 2) : "",
        show(value),
        gain ? showPercent(gain.amount, 2) : "",
      ]),
      [0, 1, 3, 4, 5, 6],
    ),
  ];
}

function afterTheRound(situation: Situation): Block[] {
  const holders = situation.scenario && capTable(situation);
  if (!holders) return [];
  return [
    heading(3, "After the round"),
    tableOf(
      ["Holder", "Shares", "Part"],
      holders.map(({ holder, shares, part }) => [
        capitalized(holder),
        show(shares).replace(/ shares?$/, ""),
        showPercent(part.amount, 2),
      ]),
      [1, 2],
    ),
  ];
}

/** The box at a document's end: what is wrong in the sheet, what a draft leaves open, and what the figures take for granted or wait for. */
function endsOf(analysis: NoteAnalysis, all: Analysis): Block[] {
  const open = termsIn(analysis.note).flatMap(({ called, says }) =>
    says.filter((line) => /\[[^[\]]*\]/.test(line)).map((line) => runsOf(`${called}: ${line}`)),
  );
  const assumed = assumptionsIn(analysis).map(({ text, instead }) =>
    runsOf([`${text}.`, ...instead.map((one) => `Instead, ${one}.`)].join(" ")),
  );
  const waiting = notWorkedOut(analysis).map(({ what, needs }) => runsOf(`${what}: waits for ${needs}.`));
  const wrong = foundIn(analysis, all)
    .filter(({ problem }) => problem.severity === "error")
    .map(({ problem }) => runsOf(problem.message.replace(/\s+/g, " ")));
  const groups = [
    { title: "Wrong in the sheet, and so not in this document", items: wrong },
    { title: "Still open", items: open },
    { title: "Assumptions", items: assumed },
    { title: "Not worked out", items: waiting },
  ].filter(({ items }) => items.length > 0);
  if (groups.length === 0) return [];
  const blocks = groups.flatMap(({ title, items }): Block[] => [heading(3, title), { kind: "list", items }]);
  return [{ kind: "box", title: "Open points and assumptions", blocks }];
}
