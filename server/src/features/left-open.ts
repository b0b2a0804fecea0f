import { capitalized, listing } from "../base/words.ts";
import { topics } from "../catalog/topics.ts";
import type { NoteAnalysis } from "../document/analysis.ts";
import { drafted } from "../finance/engine/drafts.ts";
import type { Formula, Situation } from "../finance/engine/formula.ts";
import { answersIn } from "../finance/formulas.ts";
import { type OpenHere, openPoints } from "../finance/open-points.ts";
import { isZero } from "../quantity/exact.ts";
import { assumptionsOf, type Figure, isWaiting } from "../quantity/figure.ts";
import { show, showDifference } from "../quantity/format.ts";
import { type Alternative, alternativesOf } from "./alternatives.ts";

/** Something that the figures take for granted, and what its other readings would change. */
export interface Assumption {
  readonly text: string;
  readonly instead: readonly string[];
}

/** What the figures take for granted, each once. */
export function assumptionsIn(note: NoteAnalysis): Assumption[] {
  const { alone, played } = note;
  const assumed = new Set(
    [alone, ...played].flatMap((situation) =>
      answersIn(situation).flatMap(({ result }) => (isWaiting(result) ? [] : assumptionsOf(result))),
    ),
  );
  const open = openPoints(alone, played).filter(({ point }) => assumed.has(point.because));
  const others = [...assumed].filter((text) => !open.some(({ point }) => point.because === text));
  const offered = alternativesOf(note);
  const instead = (text: string): readonly Alternative[] =>
    drafted(note.note).flatMap((one) =>
      one.text === text && one.alternatives ? (offered.get(one.path) ?? []) : [],
    );
  return [
    ...open.map(openPointText),
    ...others.map((text) => ({ text: capitalized(text), instead: instead(text).map(alternativeText) })),
  ];
}

/** `10%: amount due at maturity $275,000.00 (+$5,000.00)`. */
function alternativeText({ text, change }: Alternative): string {
  if (!change) return `${text}: not worked out`;
  return changeText(text, change.label, change.scenario, change.result, change.difference);
}

function changeText(
  text: string,
  measured: string,
  scenario: string | undefined,
  result: Figure,
  difference: Figure<"money">,
): string {
  if (isZero(difference.amount)) return `${text}: no difference`;
  const where = scenario === undefined ? "" : ` in “${scenario}”`;
  return `${text}: ${measured}${where} ${show(result)} (${showDifference(difference)})`;
}

function openPointText({ point, measured, usual, others, scenario }: OpenHere): Assumption {
  const changes = others.map(({ reading: other, result, difference }) =>
    isWaiting(result) || !difference || isWaiting(usual)
      ? `${other.text}: not worked out`
      : changeText(other.text, measured, scenario, result, difference),
  );
  const because = point.because.toLowerCase().startsWith(point.question.toLowerCase())
    ? point.because
    : `${point.question}: ${point.because}`;
  return { text: capitalized(because), instead: changes };
}

/** Figures that can't be worked out, and what they wait for. */
export interface NotWorkedOut {
  readonly what: string;
  readonly needs: string;
}

/**
 * What can't be worked out, and what it waits for. Of the note by itself only what no scenario works out, or waits for
 * as well; of what scenarios do work out, the topics. Of several scenarios it is said which one waits.
 */
export function notWorkedOut({ alone, played }: NoteAnalysis): NotWorkedOut[] {
  const answered = new Set(played.flatMap(answeredIn));
  const waits = new Set(played.flatMap((situation) => waitingIn(situation).map(({ formula }) => formula.id)));
  const missing = new Map<string, { readonly labels: Set<string>; readonly scenarios: Set<string> }>();
  const elsewhere = new Map<string, Set<string>>();
  for (const situation of [alone, ...played]) {
    for (const { formula, needs } of waitingIn(situation)) {
      if (situation === alone && answered.has(formula.id)) {
        const titles = elsewhere.get(needs) ?? new Set();
        elsewhere.set(needs, titles.add(topics[formula.topic].title));
      } else if (situation !== alone || !waits.has(formula.id)) {
        const found = missing.get(needs) ?? { labels: new Set(), scenarios: new Set() };
        missing.set(needs, found);
        found.labels.add(formula.label);
        if (situation.scenario) found.scenarios.add(`“${situation.scenario.name}”`);
      }
    }
  }
  return [
    ...[...missing].map(([needs, { labels, scenarios }]) => {
      const where = scenarios.size > 0 && played.length > 1 ? ` (${listing([...scenarios])})` : "";
      return { what: capitalized([...labels].join("; ")) + where, needs };
    }),
    ...[...elsewhere].map(([needs, titles]) => ({
      what: `For the note by itself: ${[...titles].join("; ").toLowerCase()}. A scenario has what is missing`,
      needs,
    })),
  ];
}

/** What waits in a situation. Over a range of prices the table shows what waits for a single one. */
function waitingIn(situation: Situation): { readonly formula: Formula; readonly needs: string }[] {
  const { missing } = situation.quotes;
  return answersIn(situation).flatMap(({ formula, result }) => {
    if (!isWaiting(result) || (missing !== undefined && result.waitingFor.includes(missing))) return [];
    return [{ formula, needs: shortList(result.waitingFor) }];
  });
}

function answeredIn(situation: Situation): string[] {
  return answersIn(situation).flatMap(({ formula, result }) => (isWaiting(result) ? [] : [formula.id]));
}

/** Of many missing things the first few and how many more there are; those of one kind together. */
function shortList(all: readonly string[]): string {
  const needs = gathered([...all].sort());
  const shown = needs.length <= 4 ? needs : [...needs.slice(0, 3), `${needs.length - 3} more like them`];
  return shown.join("; ");
}

const alike = /^the (clause|blank in) (“[^”]+”)(.*)$/;

/** `the blanks in “issued” and “matures”` for each by itself. */
function gathered(needs: readonly string[]): string[] {
  const kinds = new Map<string, string[]>();
  for (const need of needs) {
    const [, kind = need, name, rest = ""] = alike.exec(need) ?? [];
    const key = `${kind}\n${rest}`;
    kinds.set(key, [...(kinds.get(key) ?? []), ...(name === undefined ? [] : [name])]);
  }
  return [...kinds].map(([key, names]) => {
    const [kind = "", rest = ""] = key.split("\n");
    if (names.length === 0) return kind;
    if (names.length === 1) return `the ${kind} ${names[0]}${rest}`;
    return `the ${kind.replace(/^\w+/, "$&s")} ${listing(names)}${rest}`;
  });
}
