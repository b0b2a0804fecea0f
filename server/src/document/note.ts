import { type Later, later, once } from "../base/once.ts";
import type { PlacedProblem } from "../checks/check.ts";
import { type Before, type Judgements, judgementsOf } from "../checks/judgement.ts";
import { rules } from "../checks/rules/index.ts";
import { drafted } from "../finance/engine/drafts.ts";
import type { Situation } from "../finance/engine/formula.ts";
import { memoAfter, newMemo } from "../finance/engine/memo.ts";
import { situationOf, unrecordedSituationOf } from "../finance/formulas.ts";
import type { Surroundings } from "../market/case.ts";
import type { BoundNote, BoundScenario } from "../note/bound.ts";
import type { Day } from "../quantity/date.ts";
import { since } from "./since.ts";

/** A note in its situations. */
interface Situations {
  readonly alone: Situation;
  readonly played: readonly Situation[];
}

/** All that is known of one note, each part computed when it is first asked for. */
export interface NoteAnalysis {
  readonly surroundings: Surroundings;
  readonly note: BoundNote;
  /** The note by itself, to maturity. */
  readonly alone: Situation;
  /** The note in each scenario that applies to it. */
  readonly played: readonly Situation[];
  /** What each rule has found in it. */
  readonly judgements: Later<Judgements>;
  /** Whether it is on record what its rules have looked at. */
  readonly isRecorded: boolean;
  /** What is wrong with it, as settings and its own `allow` leave it. */
  readonly problems: () => readonly PlacedProblem[];
}

/** What an analysis is made of, its situations once somebody asks for them. */
interface Judged extends Pick<NoteAnalysis, "surroundings" | "judgements" | "isRecorded"> {
  readonly situations: () => Situations;
}

export function noteAnalysis(
  { surroundings, judgements, isRecorded, situations }: Judged,
  problems: NoteAnalysis["problems"],
): NoteAnalysis {
  return {
    surroundings,
    note: surroundings.note,
    get alone() {
      return situations().alone;
    },
    get played() {
      return situations().played;
    },
    judgements,
    isRecorded,
    problems,
  };
}

/**
 * A note in its situations. Of the version before it takes the figures and findings that nothing has touched, as they
 * are asked for, and lets it go once its rules are judged: no version holds on to more than one before it. What rules
 * look at is recorded from a note's second version on, for most notes of a file are never edited: then nothing stays of
 * their figures but what was found.
 */
export function judgedNote(
  surroundings: Surroundings,
  valuedOn: Day | undefined,
  was: NoteAnalysis | undefined,
): Judged {
  if (was || !canBeUnrecorded(surroundings)) return recordedNote(surroundings, valuedOn, was);
  return {
    surroundings,
    isRecorded: false,
    situations: situationsLater(surroundings, valuedOn),
    judgements: later(() => {
      const { alone, played } = unrecordedIn(surroundings, valuedOn);
      return judgementsOf({ note: alone.note, alone, played }, undefined, rules);
    }),
  };
}

/** The note as it was found before, where only those have changed that convert together with it. */
export function withFindingsOf(
  { judgements, problems, isRecorded }: NoteAnalysis,
  surroundings: Surroundings,
  valuedOn: Day | undefined,
): NoteAnalysis {
  const situations = situationsLater(surroundings, valuedOn);
  return noteAnalysis({ surroundings, judgements, isRecorded, situations }, problems);
}

function situationsLater(surroundings: Surroundings, valuedOn: Day | undefined): () => Situations {
  return once(() => situationsIn(surroundings, valuedOn, undefined, undefined));
}

/** Numbers that rest on words in brackets, and those of notes that convert together, are made of what is recorded. */
function canBeUnrecorded({ note, together }: Surroundings): boolean {
  return together.length < 2 && drafted(note).length === 0;
}

function unrecordedIn(surroundings: Surroundings, valuedOn: Day | undefined): Situations {
  const inScenario = (scenario: BoundScenario | undefined): Situation =>
    unrecordedSituationOf(surroundings, scenario, valuedOn);
  return { alone: inScenario(undefined), played: surroundings.scenarios.map(inScenario) };
}

function situationsIn(
  surroundings: Surroundings,
  valuedOn: Day | undefined,
  was: Situations | undefined,
  before: Before | undefined,
): Situations {
  const inScenario = (scenario: BoundScenario | undefined, earlier: Situation | undefined): Situation => {
    const memo = before && earlier ? memoAfter(earlier.memo, before) : newMemo();
    return situationOf(surroundings, scenario, valuedOn, memo);
  };
  const alone = inScenario(undefined, was?.alone);
  const played = surroundings.scenarios.map((scenario, index) => inScenario(scenario, was?.played[index]));
  return { alone, played };
}

function recordedNote(
  surroundings: Surroundings,
  valuedOn: Day | undefined,
  was: NoteAnalysis | undefined,
): Judged {
  const before = was && changesSince(was, surroundings);
  const made = situationsIn(surroundings, valuedOn, before && was, before);
  return { surroundings, isRecorded: true, situations: () => made, judgements: judgedLater(made, before) };
}

/** What the version before has found, and what has changed since; undefined where nobody has asked for it. */
function changesSince(
  { surroundings, judgements, isRecorded }: NoteAnalysis,
  now: Surroundings,
): Before | undefined {
  const found = isRecorded ? judgements.known() : undefined;
  const changes = found && since(surroundings, now);
  return changes && { ...changes, judgements: found };
}

/** What the rules find, when it is asked for: apart from `recordedNote`, so that nothing of the version before stays. */
function judgedLater(situations: Situations, earlier: Before | undefined): Later<Judgements> {
  let before = earlier;
  return later(() => {
    const { alone, played } = situations;
    const found = judgementsOf({ note: alone.note, alone, played }, before, rules);
    before = undefined;
    for (const { memo } of [alone, ...played]) memo.release();
    return found;
  });
}
