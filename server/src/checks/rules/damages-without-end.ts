import type { BoundNote } from "../../note/bound.ts";
import { addition } from "../edits.ts";
import { ownWords } from "../own-words.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

const conversion = (more: string): string =>
  exampleNote(
    `  conversion {\n    option  holder\n    until   maturity\n    price   $0.50\n\n    late delivery {\n      day 1 to 5   $10 per $1,000\n      after day 5  $20 per $1,000\n    }${more}\n  }`,
  );

export const damagesWithoutEnd = rule({
  code: "damages-without-end",
  severity: "warning",
  title: "Damages by the day without an end",
  why: "Damages that run for as long as the shares are late grow past the shares themselves, and past the note. Without a limit they read as a penalty, which courts may not enforce, or as interest.",
  repair:
    "Say what they are at most: `most damages 100% of principal`; or write `most damages none` if no limit is meant.",
  bad: conversion(""),
  good: conversion("\n    most damages  100% of principal"),
  find: ({ note }) => [...ofSchedule(note), ...inOwnWords(note)],
});

/** A sum, or a part of one, for every day; and words by which it ends. */
const daily =
  /(?:[$€£]\s?[\d,.]+|(?<![\d.])[\d.]+\s?%|percent)[^\n]{0,40}\b(?:a|per|each|every) (?:(?:business|trading|calendar) )?day\b/i;
const ends =
  /\b(?:up to|at most|maximum|capped?|no(?:t|r)? (?:to )?(?:exceed|more)|exceed|limited to|aggregate of)\b/i;

function inOwnWords(note: BoundNote): Finding[] {
  return ownWords(note)
    .filter(({ path }) => path === "note/covenants" || path === "note/other")
    .filter(({ text }) => daily.test(text) && !ends.test(text) && !/\binterest\b/i.test(text))
    .map(({ span }) => ({
      span,
      message:
        "What is owed here by the day has no end: it grows for as long as it is not done, past what the note itself is for. Say in the line what it is at most.",
    }));
}

function ofSchedule(note: BoundNote): Finding[] {
  const { lateDelivery, mostDamages } = note.clauses.conversion.inner;
  const { clause } = note.clauses.conversion;
  if (mostDamages.state !== "absent") return [];
  const open = lateDelivery.rows.find(
    ({ when, what }) =>
      (when.kind === "days" || when.kind === "dates") && when.last === undefined && what.kind !== "none",
  );
  if (!open || !clause?.block) return [];
  return [
    {
      span: open.when.span,
      message: `“${open.text}” has no end: damages for late shares grow for as long as the shares are late, past what the note itself is for. Say what they are at most, with “most damages”.`,
      related: lateDelivery.clause ? [{ message: "The damages.", span: lateDelivery.clause.name }] : [],
      fixes: [
        {
          title: "At most the principal",
          edits: [addition("most damages 100% of principal", clause.block, note.tree.text)],
        },
        {
          title: "No limit is meant: most damages none",
          edits: [addition("most damages none", clause.block, note.tree.text)],
        },
      ],
    },
  ];
}
