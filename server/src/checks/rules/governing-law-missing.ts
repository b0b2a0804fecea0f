import { usuryLaws } from "../../catalog/usury.ts";
import * as exact from "../../quantity/exact.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";
import { costPlaces, costSentence, isAbove, yearlyCost } from "../yearly-cost.ts";

const costly = (more: string): string =>
  exampleNote(`  interest {\n    rate  8% per annum\n  }\n\n${exampleConversion({})}${more}`);

export const governingLawMissing = rule({
  code: "governing-law-missing",
  severity: "information",
  title: "No governing law, though the cost would raise a question of usury",
  why: "Whether a note is usurious, who may say so and what follows are matters of the law that governs it: in one state the note would be void, in another any rate may be agreed on. At this cost the clause decides more than any other.",
  repair: "State the law: `governing law Delaware`. What is known of some laws is on the page of methods.",
  bad: costly(""),
  good: costly("\n\n  governing law  Nevada"),
  find: ({ note, alone }) => {
    const { governingLaw } = note.clauses;
    if (governingLaw.state !== "absent" || note.currency !== "USD") return [];
    const cost = yearlyCost(alone);
    if (!cost || !isAbove(cost.highest, lowestLine, cost)) return [];
    return [
      {
        span: note.heading,
        message: `No governing law is stated. ${costSentence(cost)} Some laws call a loan at such a cost usurious and void, others let any rate be agreed on. State the law.`,
        related: costPlaces(note),
      },
    ];
  },
});

const lowestLine = usuryLaws
  .flatMap(({ lines }) => lines.map(({ rate }) => rate))
  .reduce((least, rate) => (exact.compare(rate, least) < 0 ? rate : least), exact.one);
