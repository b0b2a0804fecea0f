import { type UsuryLaw, type UsuryLine, usuryLawNamed, usuryLineFor } from "../../catalog/usury.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { principal } from "../../finance/inputs/sources.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show, showPercent } from "../../quantity/format.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";
import { costPlaces, costSentence, isAbove, type YearlyCost, yearlyCost } from "../yearly-cost.ts";

const priced = (price: string): string =>
  exampleNote(
    `  interest {\n    rate  8% per annum\n  }\n\n${exampleConversion({ price })}\n\n  governing law  New York`,
  );

export const usuryIllustration = rule({
  code: "usury-illustration",
  severity: "information",
  title: "The yearly cost beside the usury line of the governing law",
  why: "Some laws draw a line above which a loan is usurious, and count what the lender gets besides interest. This sets the note's cost, on one stated view, beside that line. It is arithmetic, not a verdict: whether the law applies, to whom, and what an option is worth, are questions for counsel and for courts.",
  repair: "Nothing follows from the number alone. Ask counsel; the assumptions are listed with it.",
  bad: priced("65% of average of 3 lowest closing bids over prior 10 trading days"),
  good: priced("95% of VWAP on prior trading day"),
  find: ({ note, alone }) => {
    const { governingLaw } = note.clauses;
    if (governingLaw.state !== "said" || note.currency !== "USD") return [];
    const law = usuryLawNamed(governingLaw.meaning);
    const sum = evaluate(principal, alone);
    const line = law && !isWaiting(sum) ? usuryLineFor(law, sum.amount) : undefined;
    const cost = yearlyCost(alone);
    if (!law || !line || !cost || !isAbove(cost.highest, line.rate, cost)) return [];
    return [
      {
        span: governingLaw.span,
        message: [
          `${costSentence(cost)} ${besideLine(cost, law, line)} This is an illustration, not a verdict.`,
          ...assumptions(cost, law),
          ...(note.clauses.exchange.state === "said" ? [exchanged] : []),
        ].join("\n• "),
        related: costPlaces(note),
      },
    ];
  },
});

const exchanged = "Whether an exchange of older securities is a loan at all is a question of its own.";

function besideLine(cost: YearlyCost, { law }: UsuryLaw, line: UsuryLine): string {
  const rate = showPercent(line.rate);
  const above = isAbove(cost.inMoney, line.rate, cost)
    ? "is above"
    : `in money is below, and ${show(cost.highest)} above,`;
  return `The cost ${above} the ${rate} a year at which ${law} draws its line for ${line.name} (${line.source}).`;
}

function assumptions(
  { option, inShares, multiplier }: YearlyCost,
  { option: weighed, remarks }: UsuryLaw,
): string[] {
  const valued = option && [
    "The right to convert is valued at what it gives on the first day in a market that stands still, and spread evenly over the term; other ways to value it give other numbers.",
    ...(weighed ? [weighed] : ["Whether a right to convert counts as interest here has not been looked up."]),
  ];
  const issuers = inShares && [
    "The right to pay in shares is the issuer's. What courts have said of a lender's right to convert does not fit it as it stands; the cost in shares is what the issuer would choose to bear.",
  ];
  return [
    "The note is held to maturity, paid on time, and the cost spread evenly over the term on what was given for it; fees, warrants and default interest are not counted.",
    ...(valued ?? []),
    ...(issuers ?? []),
    ...(multiplier ? ["Floors and fixed alternatives of the price are left out of account."] : []),
    ...remarks,
  ];
}
