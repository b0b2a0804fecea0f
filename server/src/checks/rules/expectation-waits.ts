import { exampleExpectation, expectations, placeOfExpectation, whose } from "../expectations.ts";
import { type Finding, rule, type Subject } from "../rule.ts";

export const expectationWaits = rule({
  code: "expectation-waits",
  severity: "information",
  title: "An expectation that can't be compared yet",
  why: "The figure lacks something, so nobody knows yet whether the scenario comes to what is expected of it.",
  repair: "Give what the message names.",
  bad: exampleExpectation("ownership at most 20%"),
  good: `${exampleExpectation("ownership at most 20%")}\nmarket {\n  outstanding 1,000,000 shares\n}\n`,
  find: (subject) => [...waiting(subject), ...absent(subject)],
});

function waiting(subject: Subject): Finding[] {
  return expectations(subject, "waits").map((one) => ({
    ...placeOfExpectation(one),
    message: `Whether this holds${whose(one)} is not known yet: “${one.outcome.formula.label}” waits for ${shortList(one.outcome.needs)}.`,
  }));
}

/** In a scenario for several notes an expectation may be meant for another of them. */
function absent(subject: Subject): Finding[] {
  return expectations(subject, "absent")
    .filter((one) => whose(one) === "")
    .map((one) => ({
      ...placeOfExpectation(one),
      message: `Whether this holds can't be known: the note has no terms that “${one.outcome.formula.label}” is about.`,
    }));
}

function shortList(needs: readonly string[]): string {
  const shown = needs.slice(0, 3).join("; ");
  return needs.length > 3 ? `${shown}; and ${needs.length - 3} more like them` : shown;
}
