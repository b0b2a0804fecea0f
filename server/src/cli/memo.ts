import { attempted, partNotWorkedOut } from "../base/failures.ts";
import { capitalized } from "../base/words.ts";
import type { Analysis, NoteAnalysis } from "../document/analysis.ts";
import { isFormulaLabel, trancheAnswers } from "../features/explain.ts";
import { aloneTitle, answersOf, scenarioTitle, topicsOf, type Worked } from "../features/worked.ts";
import type { Situation } from "../finance/engine/formula.ts";
import { judged } from "../finance/expectations.ts";
import { headlinesOf } from "../finance/headlines.ts";
import { tranchesPaid } from "../finance/inputs/tranches.ts";
import { scheduleOf } from "../finance/money/schedule.ts";
import { type PriceTable, playsRange, priceTable } from "../finance/price-table.ts";
import { capTable } from "../finance/rounds/cap-table.ts";
import { compare } from "../quantity/exact.ts";
import { isWaiting } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";
import { capTableLines } from "../render/cap-table.ts";
import { dotted, headed, wrapped } from "../render/lines.ts";
import { priceLines } from "../render/price-table.ts";
import { scheduleText } from "../render/schedule.ts";
import { type TakenOver, takenOverIn, takenOverLines } from "../render/taken-over.ts";
import { termsOf } from "../render/terms.ts";
import { type Listed, workingLines } from "../render/working.ts";
import { assumptionLines, openLines } from "./memo-ends.ts";
import { type Papers, sourceLines } from "./memo-source.ts";
import { wrongLines } from "./memo-wrong.ts";

/** The figures of a document as a memo in plain text, a note after the other, with what the papers say that it names. */
export function memo(analysis: Analysis, papers: Papers = new Map()): string {
  return analysis.notes.map((note) => noteMemo(note, analysis, papers)).join("\n\n\n");
}

/**
 * Terms at a glance, what is wrong, the answers in short, the figures by topic with how they were made, what is
 * assumed, what is open, where it comes from.
 */
function noteMemo(note: NoteAnalysis, analysis: Analysis, papers: Papers): string {
  const { alone, played } = note;
  const parts = [
    () => [...headed(note.note.name.trim() || "Note", "="), ...glance(note)],
    () => wrongLines(note, analysis),
    () => inShort(note),
    () => section(aloneTitle(alone), alone, undefined),
    ...tranchesPaid(alone).map(
      ({ name, situation }) =>
        () =>
          trancheLines(name, situation, alone),
    ),
    ...played.map((situation) => () => section(scenarioTitle(situation), situation, alone)),
    () => otherPrices(note),
    () => assumptionLines(note),
    () => openLines(note),
    () => sourceLines(note, papers),
  ];
  return parts
    .map((lines) => attempted("a part of the memo", lines, () => [partNotWorkedOut]))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/** The column of the values stands behind the longest label, within these bounds. */
const leastLabel = 20;
const mostLabel = 26;

function glance({ note }: NoteAnalysis): string[] {
  const terms = termsOf(note);
  const lengths = terms.map(({ label }) => label.length).filter((length) => length <= mostLabel);
  const width = Math.max(leastLabel, ...lengths) + 2;
  return terms.flatMap(({ label, lines }) => {
    const said = lines.flatMap((line) => {
      const inner = line.length - line.trimStart().length;
      return wrapped(line.trimStart(), width + inner, width + inner + 2);
    });
    const [first = "", ...others] = said;
    if (label.length >= width) return [label, ...said];
    return [(label.padEnd(width) + first.slice(width)).trimEnd(), ...others];
  });
}

/** What the hovers open with, topic by topic, for the note by itself and for each scenario. */
function inShort({ alone, played }: NoteAnalysis): string[] {
  const said = [alone, ...played].flatMap((situation) =>
    topicsOf(answersOf(situation, situation === alone ? undefined : alone)).flatMap(({ title, answers }) => {
      const lines = headlinesOf(answers, situation);
      const lead = situation.scenario ? `${situation.scenario.name}, ${title.toLowerCase()}` : title;
      return lines.length > 0 ? [`- ${lead}: ${lines.join("; ")}.`] : [];
    }),
  );
  return said.length === 0
    ? []
    : [...headed("In short", "-"), ...said.flatMap((text) => wrapped(text, 0, 2))];
}

function section(title: string, situation: Situation, alone: Situation | undefined): string[] {
  const listed: Listed = new Set();
  const groups = topicsOf(answersOf(situation, alone)).map((group) =>
    [group.title, ...group.answers.flatMap((answer) => figureLines(answer, listed, situation))].join("\n"),
  );
  const table = playsRange(situation) ? priceTable(situation) : undefined;
  const lines = scheduleOf(situation);
  const holders = situation.scenario && capTable(situation);
  const parts = [
    ...groups,
    ...(lines.length > 0 ? [["Payment schedule", ...scheduleText(lines)].join("\n")] : []),
    ...(holders ? [["After the round", ...capTableLines(holders, 2)].join("\n")] : []),
    ...(table ? [tableText(table)] : []),
    ...expected(situation),
  ];
  if (parts.length === 0) return [];
  return [...headed(title, "-"), parts.join("\n\n")];
}

/** What is paid for a tranche by itself, and what is owed on it. */
function trancheLines(name: string, situation: Situation, whole: Situation): string[] {
  const listed: Listed = new Set();
  const worked = trancheAnswers(situation, whole).flatMap(({ formula, result }) =>
    isWaiting(result) ? [] : [{ formula, result }],
  );
  const groups = topicsOf(worked).map((group) =>
    [group.title, ...group.answers.flatMap((answer) => figureLines(answer, listed, situation))].join("\n"),
  );
  return groups.length === 0 ? [] : [...headed(`Tranche ${name}`, "-"), groups.join("\n\n")];
}

function figureLines({ formula: { label }, result }: Worked, listed: Listed, { note }: Situation): string[] {
  const known = (name: string): boolean => name !== label && isFormulaLabel(name);
  return [
    ...dotted(capitalized(label), show(result), 2),
    ...workingLines(result, known, listed, 6),
    ...takenOverLines(takenOverIn([result], note.tree, known).filter((one) => first(one, listed))).flatMap(
      (text) => wrapped(text, 8, 10),
    ),
  ];
}

/** Whether a section has not said yet that a clause comes from a form. */
function first({ from, name }: TakenOver, listed: Listed): boolean {
  const key = `${from}: ${name}`;
  if (listed.has(key)) return false;
  listed.add(key);
  return true;
}

function tableText(table: PriceTable): string {
  const [lead = "", ...lines] = priceLines(table);
  return [lead, ...lines.map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
}

/** What the scenario is expected to come to, each with whether it does. */
function expected(situation: Situation): string[] {
  const lines = (situation.scenario?.clauses.expect ?? []).flatMap(({ meaning, text }) => {
    const outcome = judged(meaning, situation);
    if (outcome.kind !== "met" && outcome.kind !== "broken") return [];
    const at = outcome.kind === "broken" && outcome.row ? ` at ${show(outcome.row.market)}` : "";
    const is = outcome.result ? `, it is ${show(outcome.result)}${at}` : "";
    return wrapped(`- ${text}: ${outcome.kind === "met" ? "holds" : "does not hold"}${is}`, 2, 4);
  });
  return lines.length === 0 ? [] : [["Expected", ...lines].join("\n")];
}

/** Where no scenario plays a range, what other market prices would come to, in the first scenario or the note by itself. */
function otherPrices({ alone, played }: NoteAnalysis): string[] {
  if (played.some(playsRange)) return [];
  const situation = played[0] ?? alone;
  const table = priceTable(situation);
  const [first, ...others] = table?.rows ?? [];
  const moves = first && others.some(({ price }) => compare(price.amount, first.price.amount) !== 0);
  if (!table || !moves) return [];
  const where = situation.scenario ? `, scenario “${situation.scenario.name}”` : "";
  return [...headed(`At other market prices${where}`, "-"), tableText(table)];
}
