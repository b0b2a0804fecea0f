import { listing } from "../../base/words.ts";
import { exampleNote, rule } from "../rule.ts";

const terms = (lines: string): string => exampleNote(`  most favoured terms {${lines}\n  }`);

export const mostFavouredTermsOpen = rule({
  code: "most-favoured-terms-open",
  severity: "warning",
  title: "Most favoured terms without notice, or without saying what is compared",
  why: "A right to better terms is worth nothing to a holder that does not hear of them, and without a word on what is compared it is a dispute over every security that the issuer sells, those of its own series included.",
  repair:
    "Say how soon the issuer tells of better terms (`notice within 10 days`) and of which securities (`compared with …`).",
  bad: terms("\n    compared with  notes issued before the qualified financing"),
  good: terms("\n    notice within  10 days\n    compared with  notes issued before the qualified financing"),
  find: ({ note }) => {
    const { state, clause, inner } = note.clauses.mostFavoured;
    if (state !== "said" || !clause) return [];
    const missing = [
      ...(inner.notice.state === "absent" ? ["how soon the issuer tells of better terms"] : []),
      ...(inner.compares.state === "absent" ? ["which securities are compared"] : []),
    ];
    if (missing.length === 0) return [];
    const clauses = [
      ...(inner.notice.state === "absent" ? ["“notice within”"] : []),
      ...(inner.compares.state === "absent" ? ["“compared with”"] : []),
    ];
    return [
      {
        span: clause.name,
        message: `The holder has a right to better terms, and nothing says ${listing(missing, "or")}. Say it with ${listing(clauses)}.`,
      },
    ];
  },
});
