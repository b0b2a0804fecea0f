import { describe, expect, test } from "vitest";
import { memo } from "../../server/src/cli/memo.ts";
import { analyse } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";
import type { ScheduleRecord } from "../../server/src/render/schedule.ts";
import { hoverOn } from "../support/editor.ts";
import { read, scenario, sheet } from "../support/sheets.ts";

/** A line as a bookkeeper writes it: day, what, interest, principal, premium, paid, owed. */
type Line = readonly [string, string, ...(string | null)[]];

const lineOf = ({ date, what, interest, principal, premium, paid, owed }: ScheduleRecord): Line => [
  date,
  what,
  interest,
  principal,
  premium,
  paid,
  owed,
];
const linesOf = (text: string, name?: string): Line[] => {
  const [note] = explain(analyse(text, undefined));
  const place = name === undefined ? note : note?.scenarios.find((one) => one.name === name);
  return (place?.schedule ?? []).map(lineOf);
};

const thirty = "day count 30/360 bond basis";
const bearing = (interest: string, more = "", changed = {}): string =>
  sheet(`  interest { ${interest} }\n${more}`, {
    issued: "2020-01-31",
    matures: "2020-05-31",
    principal: "$12,000",
    ...changed,
  });

describe("the payment schedule", () => {
  test("of instalments that pay interest first: the balance after each, and what is left at maturity", () => {
    // 12,000 × 12 % × 29/360 = 116.00; 9,116.00 × 12 % × 30/360 = 91.16; 6,207.16 at 30 days 62.07; 3,269.23 at 32 days 34.87.
    const text = bearing(
      `rate 12%; ${thirty}; simple; default rate none`,
      "  instalments { monthly from February 29, 2020, 3 times $3,000 }",
    );
    expect(linesOf(text)).toEqual([
      ["2020-01-31", "paid over", null, "12000.00", null, null, "12000.00"],
      ["2020-02-29", "instalment", "116.00", "2884.00", null, "3000.00", "9116.00"],
      ["2020-03-29", "instalment", "91.16", "2908.84", null, "3000.00", "6207.16"],
      ["2020-04-29", "instalment", "62.07", "2937.93", null, "3000.00", "3269.23"],
      ["2020-05-31", "repayment", "34.87", "3269.23", null, "3304.10", "0.00"],
    ]);
  });

  test("a premium is paid beside the principal and reduces none of it", () => {
    const text = bearing(
      "rate none",
      "  instalments { monthly from February 29, 2020, 2 times 1/4 of principal at 103% }",
    );
    expect(linesOf(text).slice(1)).toEqual([
      ["2020-02-29", "instalment", null, "3000.00", "90.00", "3090.00", "9000.00"],
      ["2020-03-29", "instalment", null, "3000.00", "90.00", "3090.00", "6000.00"],
      ["2020-05-31", "repayment", null, "6000.00", null, "6000.00", "0.00"],
    ]);
  });

  test("of coupons on stated days: the last falls due with the principal", () => {
    // 100,000 × 6 % × 45/360 from June 30 to August 15 = 750.00, then half-years of 3,000.
    const text = bearing(
      `rate 6%; ${thirty}; simple; payable semi-annually on February 15 and August 15; default rate none`,
      "",
      { principal: "$100,000", issued: "2023-06-30", matures: "2024-08-15" },
    );
    expect(linesOf(text)).toEqual([
      ["2023-06-30", "paid over", null, "100000.00", null, null, "100000.00"],
      ["2023-08-15", "interest paid", "750.00", null, null, "750.00", "100000.00"],
      ["2024-02-15", "interest paid", "3000.00", null, null, "3000.00", "100000.00"],
      ["2024-08-15", "repayment", "3000.00", "100000.00", null, "103000.00", "0.00"],
    ]);
  });

  test("of a note in default: compounding goes on at the default rate", () => {
    // 100,000 at 10 %, due at 110,000; a year at 15 % adds 16,500.
    const text = `${bearing(`rate 10%; ${thirty}; compounded annually; default rate 15%`, "", {
      principal: "$100,000",
      issued: "2015-05-01",
      matures: "2016-05-01",
    })}${scenario("2017-05-01")}`;
    expect(linesOf(text, "Played")).toEqual([
      ["2015-05-01", "paid over", null, "100000.00", null, null, "100000.00"],
      ["2016-05-01", "interest added", "10000.00", null, null, null, "110000.00"],
      ["2016-05-01", "falls due", null, null, null, null, "110000.00"],
      ["2017-05-01", "interest added", "16500.00", null, null, null, "126500.00"],
      ["2017-05-01", "owed", null, "126500.00", null, null, "126500.00"],
    ]);
  });

  test("what converts in a scenario is a line of its own, with its shares", () => {
    const text = `${sheet(
      `  interest { rate 12%; ${thirty}; simple; payable monthly }\n  conversion { option holder; amount principal and interest; price $2.00 }`,
      { principal: "$12,000", issued: "2020-01-31", matures: "2020-07-31" },
    )}${scenario("2020-04-15")}`;
    const [note] = explain(analyse(text, undefined));
    const last = note?.scenarios[0]?.schedule.at(-1);
    // 12,000 and 15 days of interest, 60.00: 6,030 shares at $2.00.
    expect(last).toMatchObject({ what: "conversion", principal: "12060.00", shares: "6030", owed: "0.00" });
  });

  test("an account that waits has none", () => {
    expect(linesOf(bearing("rate [ ]"))).toEqual([]);
  });
});

test("the memo prints it in columns, the hover of what is paid in short", () => {
  const text = bearing(
    `rate 12%; ${thirty}; simple; default rate none`,
    "  instalments { monthly from February 29, 2020, 3 times $3,000 }",
  );
  const printed = memo(read(text));
  expect(printed).toMatch(/^Payment schedule\n {2}date +what +interest +principal +paid +owed$/m);
  expect(printed).toMatch(
    /^ {2}March 29, 2020 +instalment +\$91\.16 +\$2,908\.84 +\$3,000\.00 +\$6,207\.16$/m,
  );
  for (const words of ["instalments {", "principal"])
    expect(hoverOn(text, words)).toMatch(/\|[^|]*May 31, 2020[^|]*\|[^|]*repayment[^|]*\|/);
});

test("of very many lines a hover shows the first and the last", () => {
  const text = bearing("rate 12%; payable monthly", "", { issued: "2020-01-31", matures: "2030-01-31" });
  const hover = hoverOn(text, "payable");
  expect(hover).toContain("115 more");
  expect(hover.split("\n").filter((line) => line.startsWith("|")).length).toBeLessThan(20);
});
