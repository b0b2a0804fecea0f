import { expect, test } from "vitest";
import { countingWork } from "./support/work.ts";

const workOf = countingWork();
const { analyse, problemsOf } = await import("../server/src/document/analysis.ts");
const { explain } = await import("../server/src/features/explain.ts");
const { memo } = await import("../server/src/cli/memo.ts");
const { hover } = await import("../server/src/features/hover.ts");
const { isoDate, parseIsoDate } = await import("../server/src/quantity/date.ts");

const many = (count: number, one: (at: number) => string, between = "\n"): string =>
  Array.from({ length: count }, (_, at) => one(at)).join(between);

/** The day so many days after the first of 2024. */
const day = (count: number): string => isoDate(((parseIsoDate("2024-01-01") ?? 0) + count) as never);

interface Parts {
  readonly price?: string;
  readonly more?: string;
  readonly name?: string;
}

const note = ({ price = "65% of lowest VWAP over 10 trading days", more = "", name = "N" }: Parts) =>
  `note "${name}" {
  issuer "I Inc."
  principal $101,000
  issued 2024-01-01
  matures 2026-01-20
${more}
  interest {
    rate 8%
  }
  conversion {
    price ${price}
  }
}
`;

const scenario = 'scenario "s" {\n  on 2025-06-03\n  every price $0.50\n}\n';

/** So many of something; `seed` is a word that keeps one text from being known when the next is read. */
const families: readonly (readonly [what: string, text: (count: number, seed: string) => string])[] = [
  [
    "alternatives within alternatives",
    (count, seed) =>
      note({ name: seed, price: `${"lesser of { $1; ".repeat(count >> 2)}$2${" }".repeat(count >> 2)}` }) +
      scenario,
  ],
  [
    "terms in a chain",
    (count, seed) =>
      `${many(count, (at) => `"${seed}${at}" means 99% of "${seed}${at + 1}"`)}\n"${seed}${count}" means $1\n${note({ price: `50% of "${seed}0"` })}${scenario}`,
  ],
  [
    "terms that are each used twice by the next one",
    (count, seed) =>
      `${many(count, (at) => `"${seed}${at}" means lesser of { 90% of "${seed}${at + 1}"; 95% of "${seed}${at + 1}" }`)}\n"${seed}${count}" means $1\n${note({ price: `50% of "${seed}0"` })}${scenario}`,
  ],
  [
    "terms of the market that are each used twice by the next one",
    (count, seed) =>
      `${many(count, (at) => `"${seed}${at}" means lesser of { 90% of "${seed}${at + 1}"; 95% of "${seed}${at + 1}" }`)}\n"${seed}${count}" means lowest VWAP over 5 trading days\n${note({ price: `50% of "${seed}0"` })}${scenario}`,
  ],
  [
    "rows of prices",
    (count, seed) =>
      `${note({ name: seed })}market {\n  prices {\n    date close\n${many(count, (at) => `    ${day(at)} $1.0${at % 10}`)}\n  }\n}\n${scenario}`,
  ],
  [
    "instalments",
    (count, seed) =>
      note({ name: seed, more: `  instalments {\n${many(count, (at) => `    ${day(at)} $10`)}\n  }` }) +
      scenario,
  ],
  [
    "tranches",
    (count, seed) =>
      note({
        name: seed,
        more: many(count, (at) => `  tranche "T${at}" {\n    principal $1,000\n    funded ${day(at)}\n  }`),
      }),
  ],
  [
    "windows of prepayment",
    (count, seed) =>
      note({
        name: seed,
        more: `  prepayment {\n${many(count, (at) => `    day ${at * 2} to ${at * 2 + 1} ${115 + (at % 30)}%`)}\n  }`,
      }),
  ],
  [
    "notes of one issuer that convert together",
    (count, seed) =>
      `${many(count >> 2, (at) => note({ name: `${seed}${at}`, price: "$0.50" }), "")}market {\n  outstanding 20,000,000 shares\n}\n${scenario}`,
  ],
  [
    "notes in one round",
    (count, seed) =>
      `${many(count >> 2, (at) => `note "${seed}${at}" {\n  issuer "I Inc."\n  principal $${100 + at},000\n  issued 2024-01-01\n  matures 2026-01-20\n  qualified financing {\n    discount 20%\n    valuation cap $${5 + (at % 7)},000,000 pre-money\n  }\n}\n`, "")}market {\n  capitalization 10,000,000 shares\n}\nscenario "A" {\n  on 2025-03-04\n  round {\n    new money $2,000,000\n    price per share $1.50\n  }\n}\n`,
  ],
  [
    "forms in diamonds",
    (count, seed) =>
      many(count, (at) => `note "${seed}${at}" based on "${seed}${at + 1}" based on "${seed}${at + 2}" {\n}`),
  ],
  [
    "brackets within brackets",
    (count, seed) =>
      note({ name: seed, more: `  rank ${"[senior | ".repeat(count)}junior${"]".repeat(count)}` }),
  ],
];

test.each(families)(
  "of four times as much all figures cost four times the steps, and few more: %s",
  (_, text) => {
    const work = (count: number, seed: string) => (): void => {
      const sheet = text(count, seed);
      const analysis = analyse(sheet, undefined);
      problemsOf(analysis);
      explain(analysis);
      memo(analysis);
      const line = sheet.split("\n").findIndex((one) => one.includes("price "));
      hover(analysis, { line: Math.max(0, line), character: 6 });
    };
    work(16, "w")();
    const [once, more] = [workOf(work(48, "a")), workOf(work(192, "b"))];
    expect(once).toBeGreaterThan(1_000);
    expect(more / once, `${once} ${more}`).toBeLessThan(6);
  },
);
