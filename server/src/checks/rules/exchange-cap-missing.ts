import { withoutComments } from "../../base/comments.ts";
import type { Span } from "../../base/span.ts";
import type { BoundNote } from "../../note/bound.ts";
import { addition } from "../edits.ts";
import { priceBounds } from "../price-bounds.ts";
import { exampleNote, rule } from "../rule.ts";

const conversion = (more: string): string =>
  exampleNote(
    `  conversion {\n    option           holder\n    until            maturity\n    price            65% of lowest closing bid over prior 10 trading days\n    floor            none\n    ownership limit  4.99% after issuance${more}\n  }\n\n  covenants {\n    the shares stay listed on Nasdaq\n  }`,
  );

/** Words that show that the shares are listed on an exchange with a rule on issues of 20 %. */
const listed = /\b(nasdaq|nyse( american)?|new york stock exchange|national securities exchange)\b/i;

export const exchangeCapMissing = rule({
  code: "exchange-cap-missing",
  severity: "warning",
  title: "A listed issuer, a price without a floor, and no exchange cap",
  why: "The exchanges let an issuer sell 20 % of its shares below the market only with the consent of its stockholders (Nasdaq Rule 5635(d), and the like). A note at a variable price without a floor can pass that line in one conversion; a cap of 19.99 % keeps it within. That the shares are listed is told from the words of the sheet alone.",
  repair:
    "Add `exchange cap 19.99% of shares outstanding at signing`, or write `exchange cap none` if the rule does not apply or the stockholders have agreed.",
  bad: conversion(""),
  good: conversion("\n    exchange cap     19.99% of shares outstanding at signing"),
  find: ({ note, alone }) => {
    const { exchangeCap, price } = note.clauses.conversion.inner;
    const { block } = note.clauses.conversion.clause ?? {};
    if (exchangeCap.state !== "absent" || price.state !== "said" || !block) return [];
    const bounds = priceBounds(alone);
    if (!bounds?.moves || bounds.lowest) return [];
    const place = exchangeNamed(note);
    if (!place) return [];
    const name = note.tree.text.slice(place.start, place.end);
    const cap = "exchange cap 19.99% of shares outstanding at signing";
    return [
      {
        span: price.clause.name,
        message: `The sheet speaks of ${name}, the price follows the market down without a floor, and nothing caps the shares that all conversions may issue: at a low price they pass the 20 % that the exchanges let an issuer sell without a vote. Add “exchange cap”, or write “exchange cap none”.`,
        related: [{ message: "The exchange.", span: place }],
        fixes: [
          { title: `State “${cap}”`, edits: [addition(cap, block, note.tree.text)] },
          {
            title: "None is needed: exchange cap none",
            edits: [addition("exchange cap none", block, note.tree.text)],
          },
        ],
      },
    ];
  },
});

/** Where the note names an exchange of that kind; undefined where it names none. */
function exchangeNamed({ clause, tree }: BoundNote): Span | undefined {
  for (const { span } of clause.block?.clauses ?? []) {
    const text = tree.text.slice(span.start, span.end);
    const words = listed.test(text) ? listed.exec(withoutDenials(withoutComments(text))) : undefined;
    if (!words) continue;
    const start = span.start + words.index;
    return { start, end: start + words[0].length };
  }
  return undefined;
}

const denial = /\b(not|never|nor|no longer)( yet| currently| presently)? (listed|quoted|traded)\b/i;

/** The text with the lines blanked out that say that the shares are not listed, every place in it unchanged. */
function withoutDenials(text: string): string {
  return text.replace(/[^\n;]+/g, (line) => (denial.test(line) ? " ".repeat(line.length) : line));
}
