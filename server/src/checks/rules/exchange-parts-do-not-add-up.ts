import { counted } from "../../base/words.ts";
import * as exact from "../../quantity/exact.ts";
import { figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { apart, roundingOf, sum } from "../proceeds.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { total, within } from "../stated.ts";

const exchange = (accrued: string): string =>
  exampleNote(
    `  exchange {\n    part "First" {\n      capital  $60,000.00\n      accrued  $3,000.00\n    }\n\n    part "Second" {\n      capital  $30,000.00\n      accrued  ${accrued}\n    }\n\n    value  $94,500.00\n  }`,
  );

export const exchangePartsDoNotAddUp = rule({
  code: "exchange-parts-do-not-add-up",
  severity: "error",
  title: "The parts of what is surrendered do not add up",
  why: "What is given up is the capital of every part and what had accrued on it. Where the parts come to another sum than the value, or to another number of shares, one of them is wrong, and the uplift with it.",
  repair: "Correct the part or the total that is wrong.",
  bad: exchange("$1,000.00"),
  good: exchange("$1,500.00"),
  find: ({ note }) => {
    const { part, value, surrendered } = note.clauses.exchange.inner;
    const found: Finding[] = [];
    const places = part.flatMap(({ clause }) => (clause ? [{ message: "A part.", span: clause.name }] : []));
    const open = part.some(
      ({ inner }) =>
        inner.capital.state !== "said" || inner.accrued.state === "blank" || inner.accrued.state === "unread",
    );
    if (part.length === 0) return [];
    if (!open && value.state === "said") {
      const sums = part.flatMap(({ inner }) =>
        [inner.capital, inner.accrued].flatMap((one) => (one.state === "said" ? [one.meaning] : [])),
      );
      const whole = total(sums.map(({ amount }) => amount));
      if (!within(whole, value.meaning.amount, roundingOf(value.meaning)))
        found.push({
          span: value.span,
          message: `The ${counted(part.length, "part")} ${part.length === 1 ? "comes" : "come"} to ${show(sum(whole, value.meaning))}; the value surrendered is ${show(value.meaning)}, ${show(apart(whole, value.meaning.amount, value.meaning))} ${exact.compare(value.meaning.amount, whole) > 0 ? "more" : "less"}. Correct the one that is wrong.`,
          related: places,
        });
    }
    const shares = part.flatMap(({ inner }) =>
      inner.surrendered.state === "said" ? [inner.surrendered.meaning.shares.amount] : [],
    );
    if (surrendered.state === "said" && shares.length === part.length) {
      const count = total(shares);
      const { shares: stated } = surrendered.meaning;
      if (exact.compare(count, stated.amount) !== 0)
        found.push({
          span: surrendered.span,
          message: `The parts are ${show(figure("shares", count, stated.origin))}; ${show(stated)} are surrendered. Correct the number that is wrong.`,
          related: places,
        });
    }
    return found;
  },
});
