import type { Value } from "../../server/src/catalog/value.ts";
import { allClauses, type PlacedClause } from "../../server/src/catalog/vocabulary.ts";

/** What a clause needs beside it to bear on a figure. */
interface Around {
  /** Clauses of its block, and of the note, without which nothing rests on it. */
  readonly block?: string;
  readonly note?: string;
  /** Names of clauses of the usual sheet that say the same another way. */
  readonly without?: readonly string[];
  /** What it says first and then, where its example does not do. */
  readonly first?: string;
  readonly second?: string;
}

const usual: Readonly<Record<string, string>> = {
  principal: "principal $100,000",
  issued: "issued January 2, 2024",
  matures: "matures January 2, 2025",
  interest: "interest { rate 8% per annum; day count actual/365; simple; default rate 18% per annum }",
  conversion:
    "conversion { option holder; until none; amount principal; price $0.70; fractional shares cash in lieu; ownership limit 4.99% after issuance }",
  eventsOfDefault: "events of default { failure to pay when due; bankruptcy }",
};

const inBlock: Readonly<Record<string, string>> = {
  interest: "rate 8% per annum; day count actual/365; simple; default rate 18% per annum",
  conversion:
    "option holder; until none; amount principal; price $0.70; fractional shares cash in lieu; ownership limit 4.99% after issuance",
  qualifiedFinancing:
    "threshold $500,000 excluding notes; discount 20%; valuation cap $6,000,000 pre-money; converts automatically; accrued interest converts",
  otherFinancing: "discount 20%; valuation cap $6,000,000 pre-money",
  changeOfControl: "pays 200% of principal; converts at $0.75; holder receives greater",
  warrants: "warrant shares 10,000 shares; strike price $0.50; cashless exercise",
  call: "callable from February 1, 2024; call price 102% of principal",
  exchange: "value $80,000",
  tranche: "principal $100,000; funded January 2, 2024",
  trueUp: "measured on 6 months after issue; true-up price $0.60",
};

const onIndex = 'interest { rate "WSJ Prime" plus 4%; day count actual/365; simple }';
const withoutDefaultRate = "interest { rate 8% per annum; day count actual/365; simple }";

const table = `make-whole {
        date        $0.50  $2.00
        2024-01-02  900    900
        2026-01-02  900    900
      }`;

const around: Readonly<Record<string, Around>> = {
  "note/principal": { first: "principal $100,000", second: "principal $150,000" },
  "note/issued": { first: "issued January 2, 2024", second: "issued January 9, 2024" },
  "note/funded": { first: "funded January 9, 2024", second: "funded January 16, 2024" },
  "note/market/index": { without: ["interest"], note: onIndex },
  "note/matures": {
    first: "matures January 2, 2025",
    second: "matures September 1, 2024",
    without: ["interest"],
    note: withoutDefaultRate,
  },
  "note/principalIncrease": { first: "principal increase $15,000" },
  "note/prepayment": { first: "prepayment at any time without premium", second: "prepayment barred" },
  "note/shareCap": { first: "share cap 25,000 shares" },
  "note/defaultAmount": { first: "default amount 150% of principal and interest" },
  "note/atMaturity": { first: "at maturity converts", note: "maturity price $0.75" },
  "note/tranche/matures": {
    first: "matures January 2, 2025",
    second: "matures September 1, 2024",
    without: ["interest"],
    note: withoutDefaultRate,
  },
  "note/warrants/coverage": { without: ["warrant shares"] },
  "note/qualifiedFinancing/price": { without: ["discount", "valuation cap"], first: "financing price $1.00" },
  "note/qualifiedFinancing/capitalization": { first: "company capitalization 5,000,000 shares" },
  "note/qualifiedFinancing/interest": {
    first: "accrued interest paid in cash",
    second: "accrued interest converts",
  },
  "note/qualifiedFinancing/capPrice": { without: ["discount", "valuation cap"], first: "cap price $0.70" },
  "note/otherFinancing/threshold": { first: "threshold $1,500,000 excluding notes" },
  "note/otherFinancing/capPrice": { without: ["discount", "valuation cap"], first: "cap price $0.70" },
  "note/otherFinancing/price": { without: ["discount", "valuation cap"], first: "financing price $1.00" },
  "note/otherFinancing/capitalization": { first: "company capitalization 5,000,000 shares" },
  "note/otherFinancing/interest": {
    first: "accrued interest paid in cash",
    second: "accrued interest converts",
  },
  "note/changeOfControl/receives": { first: "holder receives both", second: "holder receives greater" },
  "note/interest/paidIn": { first: "paid in kind", second: "paid in cash", block: "payable monthly" },
  "note/interest/rate": { without: ["default rate"] },
  "note/interest/minimumRate": { first: "minimum rate 10%", without: ["default rate"] },
  "note/interest/maximumRate": {
    first: "maximum rate 6%",
    second: "maximum rate 5%",
    without: ["default rate"],
  },
  "note/conversion/from": { first: "from 10 days after issue", second: "from 600 days after issue" },
  "note/conversion/until": { first: "until 600 days after issue", second: "until 10 days after issue" },
  "note/conversion/amount": { first: "amount principal", second: "amount principal and interest" },
  "note/conversion/floor": { first: "floor $0.80" },
  "note/conversion/ceiling": { first: "ceiling $0.50" },
  "note/conversion/mostDamages": {
    first: "most damages 0.1% of principal",
    second: "most damages 0.2% of principal",
    block: "late delivery { day 1 to 60 $10 per $1,000 }",
  },
  "note/conversion/maximumRate": {
    without: ["price"],
    block: `conversion rate 1,000 shares per $1,000; ${table}`,
    first: "maximum conversion rate 1,500 shares per $1,000",
    second: "maximum conversion rate 1,700 shares per $1,000",
  },
  "note/conversion/makeWholePrice": {
    block: "interest make-whole 1%",
    first: "make-whole price $0.50",
    second: "make-whole price $0.40",
  },
  "note/conversion/interestMakeWhole": { first: "interest make-whole 1%", second: "interest make-whole 2%" },
  "note/conversion/fractions": { first: "fractional shares rounded up", second: "fractional shares nearest" },
  "note/conversion/conversionRate": {
    without: ["price"],
    first: "conversion rate 1,000 shares per $1,000",
  },
  "note/conversion/premium": { without: ["price"], block: "reference price $0.50" },
  "note/conversion/parValue": { block: "below par price is par", first: "par value $0.80" },
  "note/conversion/belowPar": {
    block: "par value $0.80",
    first: "below par price is par",
    second: "below par no conversion",
  },
  "note/conversion/settlement": { first: "settlement cash", second: "settlement shares" },
  "note/conversion/trueUp/at": { first: "true-up price $0.60" },
};

/** What no number can follow: nothing is left of it on the days on which the condition holds. */
export const nothingLeft: Readonly<Record<string, string>> = {
  "note/conversion/interestMakeWhole after maturity": "no interest is left to be made whole",
  "note/conversion/makeWholePrice after maturity": "no interest is left to be made whole",
};

const always =
  'price every $1.00; sold at $1.00; delivered late 30 days; event "Fundamental Change" on February 1, 2024; new issue { issued shares 1,000,000 shares; issue price $0.20 }';

const round = "round { new money $1,000,000; pre-money $8,000,000 }";

const beside = `market {
  outstanding 10,000,000 shares
  outstanding at signing 9,000,000 shares
  capitalization 8,000,000 shares
  held by holder 100,000 shares
  authorised 20,000,000 shares
}
scenario "Early" { on March 1, 2024; ${always} }
scenario "Late" { on September 4, 2024; ${always} }
scenario "In default" { on September 3, 2024; event of default August 15, 2024; ${always} }
scenario "Overdue" { on March 3, 2025; ${always} }
scenario "Round" { on September 5, 2024; ${round} }
scenario "Early round" { on March 5, 2024; ${round} }
scenario "Round in default" { on September 5, 2024; event of default March 4, 2024; ${round} }
scenario "Late round" { on March 5, 2025; ${round} }
`;

/** What a clause says first, and then something else. */
export function statements({ path, spec }: PlacedClause): {
  readonly first: string;
  readonly second: string;
} {
  const { first = spec.example, second } = around[path] ?? {};
  return { first, second: second ?? otherwise(first, spec.names[0], spec.value) };
}

/** The statement with another value: another of its words, else the first number of it raised. */
function otherwise(statement: string, name: string, value: Value): string {
  const inner = value.form === "tagged" ? value.value : value;
  if (inner.form === "choice") {
    const words = statement.slice(name.length).trim();
    const other = inner.choices.find(({ word }) => !words.startsWith(word));
    return `${name} ${other?.word ?? ""}`;
  }
  if (inner.form === "flag") return statement;
  const words = statement.slice(name.length);
  return `${name}${words.replace(/\d[\d,]*(\.\d+)?/, raised)}`;
}

function raised(digits: string): string {
  const places = digits.split(".")[1]?.length ?? 0;
  return (Number(digits.replaceAll(",", "")) * 1.5).toFixed(places);
}

/** A note in which a clause stands with these lines, with a market and scenarios beside it. */
export function sheetFor({ path }: PlacedClause, lines: readonly string[]): string {
  const ids = path.split("/").slice(1);
  const { block = "", note = "", without = [] } = around[path] ?? {};
  const own = [...blockLines(ids, without), block, ...lines].filter(Boolean).join("\n      ");
  const [outer, nested] = ids.length > 1 ? ids : [];
  const head = Object.entries(usual)
    .filter(([id]) => id !== ids[0] && !(ids.length > 1 && id === outer) && !without.includes(id))
    .map(([, line]) => line);
  const body =
    outer === undefined
      ? own
      : nested !== undefined && ids.length > 2
        ? `${nameOf(`note/${outer}`)} { ${inBlock[outer] ?? ""}\n    ${nameOf(`note/${outer}/${nested}`)} {\n      ${own}\n    }\n  }`
        : `${nameOf(`note/${outer}`)} {\n      ${own}\n  }`;
  return `note "A" {\n  ${[...head, note, body].filter(Boolean).join("\n  ")}\n}\n${beside}`;
}

/** The usual lines of the clause's own block, without the clause itself. */
function blockLines(ids: readonly string[], without: readonly string[]): string[] {
  if (ids.length < 2) return [];
  const lines = inBlock[ids.at(-2) ?? ""] ?? "";
  const own = allClauses().find(({ path }) => path === `note/${ids.join("/")}`);
  const names = [...(own?.spec.names ?? []), ...without];
  return lines
    .split("; ")
    .filter((line) => !names.some((name) => line === name || line.startsWith(`${name} `)));
}

function nameOf(path: string): string {
  const found = allClauses().find((one) => one.path === path);
  return found?.spec.example ?? "";
}
