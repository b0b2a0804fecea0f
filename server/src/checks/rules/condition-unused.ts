import { affectedBy } from "../../finance/affects.ts";
import { type Conditioned, conditionsOfNote } from "../conditions.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

const crossDefault = (second: string): string =>
  exampleNote(
    `  cross-default  $25,000\n  ${second}\n\n  events of default {\n    failure to pay when due\n    default on other debt of the issuer above $25,000\n  }`,
  );

export const conditionUnused = rule({
  code: "condition-unused",
  severity: "warning",
  title: "A condition that changes no number",
  why: "A statement that is made for a time, or for an event, reads as if the numbers followed it. Where nothing is worked out from the clause, or it is one for the whole life of the note, they do not.",
  repair:
    "Take the condition out, or keep the whole sentence on record with `other`. What changes for a time is said with the clauses whose numbers follow it: rates, prices, amounts and limits.",
  bad: crossDefault("cross-default  $50,000 from July 1, 2024"),
  good: crossDefault("").replace("\n  \n", "\n"),
  find: ({ note }) =>
    conditionsOfNote(note).flatMap((found): Finding[] => {
      const why = reasonFor(found);
      const { clause, condition, path } = found;
      if (why === undefined) return [];
      return [
        {
          span: clause.name,
          ...(affectedBy(path).length > 0 ? {} : { severity: "information" as const }),
          message: `“${condition.text}” changes no number: ${why}. Take the condition out, or write the sentence behind “other”.`,
        },
      ];
    }),
});

/**
 * Why no number follows a condition; undefined where one does, and where a clause that stands on record is said under a
 * condition alone, for that is then what it says.
 */
function reasonFor({ path, spec, condition, meaning, besides, alone }: Conditioned): string | undefined {
  if (affectedBy(path).length === 0 && alone) return undefined;
  if (affectedBy(path).length === 0)
    return `nothing is worked out from “${spec.names[0]}”, which stands on record alone`;
  const isTime = condition.kind !== "on" && condition.kind !== "unless";
  if (isTime && (path.endsWith("/matures") || path === "note/atMaturity"))
    return "the due date is one day; say another with an event, or as an extension";
  if (path === "note/atMaturity" && meaning === "paid")
    return "the shares at maturity are worked out as if that did not come";
  if (path === "note/conversion/option" && besides && meaning !== undefined)
    return "the numbers are the same whoever has the option";
  return spec.timeless;
}
