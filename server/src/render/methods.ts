import { capitalized } from "../base/words.ts";
import { type OpenPoint, points } from "../catalog/points.ts";
import { type UsuryLaw, usuryLaws } from "../catalog/usury.ts";
import type { Formula } from "../finance/engine/formula.ts";
import { formulas } from "../finance/formulas.ts";
import { dayCounts } from "../quantity/day-count.ts";
import { showPercent } from "../quantity/format.ts";

/** A case worked out outside the program, for the page of methods. */
export interface Worked {
  readonly id: string;
  /** The name of an example, or a sheet of the case's own. */
  readonly sheet: string | { readonly text: string };
  readonly value: string;
  readonly working: string;
}

/** The page of methods: every figure with its definition, unit, rounding, source and a worked case. */
export function methodsPage(cases: readonly Worked[]): string {
  const parts = [
    "# Methods",
    intro,
    "## Figures",
    ...formulas.map((formula) => formulaSection(formula, cases)),
    dayCountSection(),
    pointSection(),
    calendarSection,
    usurySection(),
  ];
  return `${parts.join("\n\n")}\n`;
}

const intro = `How every number is made. Amounts are exact: a number is a fraction of whole numbers through a whole chain, and nothing is lost where a division does not end. A sum that the note makes payable or convertible is rounded to cents, half up, once, and goes on rounded. Prices and percentages are never rounded, only shown rounded. There is no “today”: a number that depends on a day says which, and that day is in the file or the settings.

P principal, I interest, r rate a year, A amount converted, CP conversion price, S market price, N shares on conversion, O shares outstanding before, h shares held already, L ownership limit, R conversion rate, V market value. Worked cases were made outside the program, by hand and by independent scripts; a test repeats each. The price path of the Exchange Note is illustrative.`;

function formulaSection(formula: Formula, cases: readonly Worked[]): string {
  const { id, label, kind, about } = formula;
  const worked = cases.find((one) => one.id === id);
  const facts = [
    `- Definition: ${about.definition}`,
    `- Unit: ${units[kind]}`,
    `- Rounding: ${about.rounding}`,
    `- Source: ${about.source}`,
    worked ? `- Worked case${placeOf(worked)}: ${worked.working}; ${worked.value}` : "",
  ].filter(Boolean);
  return [`### ${id}`, `${capitalized(label)}.`, facts.join("\n")].join("\n\n");
}

function placeOf({ sheet }: Worked): string {
  return typeof sheet === "string" ? ` (\`examples/${sheet}.note\`)` : "";
}

const units: Readonly<Record<Formula["kind"], string>> = {
  money: "the note's currency",
  price: "the note's currency a share",
  shares: "shares",
  ratio: "a fraction of one, shown as a percentage",
  count: "a count",
  days: "days",
  date: "a date",
};

function dayCountSection(): string {
  const rows = dayCounts.map(({ name, title, source }) => `| \`${name}\` | ${title} | ${source} |`);
  return ["## Day counts", ["| name | rule | source |", "|---|---|---|", ...rows].join("\n")].join("\n\n");
}

function pointSection(): string {
  const rows = Object.values(points).map(({ question, readings, because }: OpenPoint) => {
    const [usual, ...others] = readings;
    return `| ${capitalized(question)} | ${usual.text} | ${others.map(({ text }) => text).join("; ") || "–"} | ${because} |`;
  });
  return [
    "## What a draft leaves open",
    ["| left open | usual reading | other readings | why |", "|---|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}

const calendarSection = `## Calendars

Trading days are those of the New York Stock Exchange, half days included: the holidays of its rule 7.2, and its special closings. Business days for payments are those on which the Federal Reserve's payment systems are open. Both agree with QuantLib 1.29 from 1995 to 2035; the closing of January 9, 2025, in mourning for Jimmy Carter, is added from the exchange's notice. A note's \`business day convention\` moves maturity, interest payments and instalments that fall due on another day, and interest with them unless it is \`without interest\`: \`following\` to the next business day, \`preceding\` to the one before, \`modified following\` to the next unless that is in another month (2006 ISDA Definitions, section 4.12).

The 30/360 US convention applies SIFMA's rules in the order in which they stand: from the last day of February to a 31st the first day is set to 30 before the 31st is looked at, which then is a 30th. February 28 to August 31, 2007 is 180 days. QuantLib before 1.39 looks at the 31st first and counts 181.`;

function usurySection(): string {
  const rows = usuryLaws.flatMap(({ law, lines }) =>
    lines.map(({ name, rate, source }) => `| ${law} | ${name} | ${showPercent(rate)} a year | ${source} |`),
  );
  const remarks = usuryLaws.map(lawRemarks);
  return [
    "## Cost and usury",
    costText,
    ["| law | line | above | source |", "|---|---|---|---|", ...rows].join("\n"),
    remarks.join("\n"),
  ].join("\n\n");
}

const costText = `The yearly cost is an illustration, not a verdict. In money: (M ÷ C − 1) ÷ T, with M the amount due at maturity, C what was given for the note (the value surrendered, else the principal) and T the years from issue to maturity by actual/365. A holder's right to convert at a part m of the market price adds (1 ÷ m − 1) ÷ T: what it gives on the first day in a market that stands still, one way among others to value it. Where the issuer may pay in shares the cost is shown beside it, (M ÷ (m × C) − 1) ÷ T. Fixed alternatives and floors of the price are left out of account. The cost is compared with the lines of the laws below and of no other; they were looked up in 2025, change, and have exceptions that are not listed. Ask counsel.`;

function lawRemarks({ law, remarks, option }: UsuryLaw): string {
  return `- ${law}. ${[...remarks, ...(option ? [option] : [])].join(" ")}`;
}
