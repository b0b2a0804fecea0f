import { statementsOf } from "../../note/statements.ts";
import { exampleNote, rule } from "../rule.ts";

const safe = (basis: string): string =>
  exampleNote(
    `  qualified financing {\n    threshold               none\n    valuation cap           $10,000,000 ${basis}\n    capitalization includes  all shares\n  }`,
  ).replace("Example Note", "Post-Money SAFE");

export const capBasisAgainstName = rule({
  code: "cap-basis-against-name",
  severity: "warning",
  title: "A post-money SAFE with a pre-money cap, or the other way round",
  why: "The form says in its title how its cap is meant. Before the money the notes that convert come on top of the shares that the cap is divided by, after it they are among them: the same cap gives the holder less in the first than in the second.",
  repair: "Correct the words behind the cap, or the title.",
  bad: safe("pre-money"),
  good: safe("post-money"),
  find: ({ note }) => {
    const named = /\bpost[- ]?money\b/i.test(note.name)
      ? "post-money"
      : /\bpre[- ]?money\b/i.test(note.name)
        ? "pre-money"
        : undefined;
    if (!named) return [];
    const { qualifiedFinancing, otherFinancing } = note.clauses;
    return [qualifiedFinancing, otherFinancing].flatMap(({ inner }) =>
      statementsOf(inner.valuationCap).flatMap(({ meaning, span }) =>
        meaning.tag === undefined || meaning.tag === named
          ? []
          : [
              {
                span,
                message: `“${note.name}” is ${named} by its name, and its cap is ${meaning.tag}: the price at which it converts turns on that. Correct the one that is wrong.`,
                related: [{ message: "The name.", span: note.heading }],
              },
            ],
      ),
    );
  },
});
