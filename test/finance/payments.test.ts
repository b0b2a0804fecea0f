import { describe, expect, test } from "vitest";
import { hoverOn } from "../support/editor.ts";
import { recordsOf, valueIn } from "../support/figures.ts";
import { scenario, sheet } from "../support/sheets.ts";

const dates = { principal: "$130,000", issued: "2018-08-01", matures: "2019-08-01" };
const note = (lines: string): string =>
  sheet(
    `  interest { rate 8% per annum; default rate 22% per annum; day count actual/365; simple }\n  ${lines}`,
    dates,
  );
const on = (text: string, day: string, id: string, more = ""): string | undefined =>
  valueIn(`${text}${scenario(day, more)}`, id, { scenario: "Played" });

const ladder = `prepayment {
    day 0 to 30 115%
    day 31 to 60 120%
    day 61 to 90 125%
    day 91 to 120 130%
    day 121 to 150 135%
    day 151 to 180 140%
    after day 180 none
  }`;

describe("prepayment", () => {
  // The factor × (130,000 + 130,000 × 8 % × n/365), the interest in cents as it would be paid.
  test.each([
    ["2018-08-31", "150483.01"],
    ["2018-09-30", "158051.51"],
    ["2018-10-30", "165705.48"],
    ["2018-11-29", "173444.93"],
    ["2018-12-29", "181269.86"],
    // 140 % × 135,128.77 = 189,180.278
    ["2019-01-28", "189180.28"],
    // The window turns with its day: 120 % × (130,000 + 883.29) = 157,059.948
    ["2018-09-01", "157059.95"],
    ["2018-08-01", "149500.00"],
  ])("on %s", (day, amount) => {
    expect(on(note(ladder), day, "prepayment-amount")).toBe(amount);
  });

  test("where the schedule bars it, it waits with the line's words; without a day it waits for one", () => {
    expect(on(note(ladder), "2019-01-29", "prepayment-amount")).toBe(
      "waits for a day on which the note may be prepaid: it says “after day 180 none”",
    );
    expect(valueIn(note(ladder), "prepayment-amount")).toMatch(/^waits for a conversion date/);
    expect(on(note("prepayment { day 0 to 30 115% }"), "2018-09-15", "prepayment-amount")).toMatch(
      /^waits for a line of the prepayment for September 15, 2018/,
    );
  });

  test("the note by itself lists every window, and what it costs a year on the last day", () => {
    const steps = recordsOf(note(ladder)).get("prepayment-windows")?.steps.slice(1) ?? [];
    // (150,483.01 ÷ 130,000) ^ (365/30) − 1 = 493 %; (189,180.28 ÷ 130,000) ^ (365/180) − 1 = 114 %
    expect(
      steps.map((step) =>
        step
          .trim()
          .split(" = ")[0]
          ?.replace(/(\.\d+)? % a year/, " %"),
      ),
    ).toEqual([
      "on August 31, 2018, 493 %",
      "on September 30, 2018, 228 %",
      "on October 30, 2018, 167 %",
      "on November 29, 2018, 140 %",
      "on December 29, 2018, 124 %",
      "on January 28, 2019, 113 %",
    ]);
    expect(steps[1]).toMatch(/= \$158,051\.51$/);
    expect(hoverOn(note(ladder), "prepayment {")).toContain("$189,180.28");
  });

  test.each([
    ["prepayment at any time without premium", "130854.79"],
    ["prepayment with consent", "130854.79"],
    ["prepayment { until September 24, 2018 principal and interest }", "130854.79"],
    ["prepayment { day 0 to 90 110% of principal }", "143000.00"],
    ["prepayment { day 0 to 90 $25,000 plus principal and interest }", "155854.79"],
    ["prepayment { 2018-08-31 101% }", "132163.34"],
    ["prepayment barred", undefined],
    ["prepayment none", undefined],
    ["security none", undefined],
  ])("%s", (clause, amount) => {
    expect(on(note(clause), "2018-08-31", "prepayment-amount")).toBe(amount);
  });

  test("the holder's consent is an assumption", () => {
    const text = `${note("prepayment with consent")}${scenario("2018-08-31")}`;
    expect(recordsOf(text, { scenario: "Played" }).get("prepayment-amount")?.assumptions.join()).toMatch(
      /the holder agrees to be paid early/,
    );
  });

  test("after the due date default interest is part of it", () => {
    // 130,000 + 10,400 + 2,538.74, × 110 %
    expect(on(note("prepayment { from day 0 110% }"), "2019-08-31", "prepayment-amount")).toBe("157232.61");
  });

  test("a line that is blank keeps it waiting", () => {
    expect(on(note("prepayment {\n    day 0 to 30 [ ]%\n  }"), "2018-08-31", "prepayment-amount")).toMatch(
      /^waits for a line of “prepayment” that is blank/,
    );
  });
});

describe("owed on default", () => {
  const failed = (day: string): string => `event of default ${day}`;

  test("a multiple of principal and interest: 150 % × (130,000 + 6,838.36) on day 240", () => {
    const text = note("default amount 150% of principal and interest");
    expect(on(text, "2019-03-29", "default-balance", failed("2019-03-29"))).toBe("205257.54");
  });

  test("default interest counts with the rest", () => {
    const text = note("default amount 150% of principal and interest");
    // Thirty days after day 240: 136,838.36 × 22 % × 30/365 = 2,474.34; 139,312.70 × 150 %
    expect(on(text, "2019-04-28", "default-balance", failed("2019-03-29"))).toBe("208969.05");
    // Unpaid at maturity: (140,400 + 2,538.74) × 150 %
    expect(on(text, "2019-08-31", "default-balance")).toBe("214408.11");
  });

  test("what another failure costs counts where a scenario brings it", () => {
    const text = note(
      'default amount 150% of principal and interest\n  default amount 200% of principal and interest on "Failure to Deliver"',
    );
    expect(on(text, "2019-03-29", "default-balance", 'event "Failure to Deliver" on 2019-03-20')).toBe(
      "273676.72",
    );
    expect(on(text, "2019-03-29", "default-balance")).toBeUndefined();
    expect(
      hoverOn(`${text}${scenario("2019-03-29", failed("2019-03-29"))}`, "default amount 150%"),
    ).toContain("**$205,257.54 owed on default**");
  });

  test("the greater of a sum and a multiple", () => {
    const text = note("default amount greater of { $200,000; 150% of principal plus 100% of interest }");
    // 195,000 + 6,838.36
    expect(on(text, "2019-03-29", "default-balance", failed("2019-03-29"))).toBe("201838.36");
  });

  test("of a note by itself as if it were unpaid when due", () => {
    const record = recordsOf(note("default amount 150% of principal and interest")).get("default-balance");
    expect(record?.value).toBe("210600.00");
    expect(record?.assumptions.join()).toMatch(/the note is unpaid when it is due/);
    expect(valueIn(note("security none"), "default-balance")).toBeUndefined();
  });
});

test("a late charge is taken of one instalment, else of what is due", () => {
  expect(valueIn(note("late charge 5%"), "late-charge")).toBe("7020.00");
  const instalments = "instalments { monthly from 2018-09-01, 10 times $14,000 }";
  expect(valueIn(note(`late charge 5%\n  ${instalments}`), "late-charge")).toBe("700.00");
});

test("what the holder may redeem: 350,000 a month from the sixth to maturity", () => {
  const text = sheet("  holder redemption { monthly from 6 months after issue up to $350,000 }", {
    principal: "$5.7 million",
    issued: "June 26, 2018",
    matures: "December 26, 2019",
  });
  // December 26, 2018 to December 26, 2019: thirteen days.
  expect(valueIn(text, "holder-redemption-total")).toBe("4550000.00");
  expect(hoverOn(text, "holder redemption")).toMatch(
    /^\*\*At most \$4,550,000\.00 in 13 payments, December 26, 2018/,
  );
});

describe("a schedule of thousands of payments", () => {
  const weekly = (times: number): string =>
    sheet(`  interest none\n  instalments {\n    weekly from 1950-01-09, ${times} times  $1.00\n  }`, {
      principal: "$3,000.00",
      issued: "1950-01-02",
      matures: "2100-01-01",
    });

  test("counts whole", () => {
    expect(valueIn(weekly(3000), "instalments-total")).toBe("3000.00");
    expect(valueIn(weekly(3000), "due-after-instalments")).toBe("0.00");
    expect(valueIn(weekly(2500), "due-after-instalments")).toBe("500.00");
  });

  test("that goes beyond the calendar has no sum, and says why", () => {
    expect(valueIn(weekly(30_000), "instalments-total")).toBe(
      "waits for a schedule that ends by 2200, where the calendar does: 30,000 times go beyond",
    );
  });
});
