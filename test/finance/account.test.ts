import { describe, expect, test } from "vitest";
import { hoverOn } from "../support/editor.ts";
import { readOtherwise, recordsOf, valueIn } from "../support/figures.ts";
import { market, scenario, sheet } from "../support/sheets.ts";

const year = { issued: "January 1, 2023", matures: "January 1, 2024" };
const note = (terms: string, more = "", changed = {}): string =>
  sheet(`  interest { ${terms} }\n  ${more}`, { ...year, ...changed });
const value = (text: string, id: string): string | undefined => valueIn(text, id);
const on = (text: string, day: string, id: string, more = ""): string | undefined =>
  valueIn(`${text}${scenario(day, more)}`, id, { scenario: "Played" });

describe("a rate that changes", () => {
  // 100,000 × (5 % × 180 + 10 % × 185) ÷ 365 = 7,534.246…: a rate until day 180 is one for 180 days.
  test.each([
    ["rate 10%; rate 5% until day 180", "7534.25"],
    ["rate 5% until day 180; rate 10% after day 180", "7534.25"],
    ["rate 5%; rate 10% from June 30, 2023", "7534.25"],
    // From day 181 leaves the 180th day to the rate that ends with it: 181 and 184 days.
    ["rate 5% until day 180; rate 10% from day 181", "7520.55"],
  ])("%s", (terms, interest) => {
    expect(value(note(terms), "accrued-interest")).toBe(interest);
  });

  test("5 % compounded monthly for eighteen months, then 10 %", () => {
    // Month by month by its days over 365, 18 months at 5 % and 78 at 10 %, nothing rounded on the way.
    const text = note(
      "rate 5% until 18 months after issue; rate 10% after 18 months after issue; compounded monthly",
      "",
      { issued: "March 1, 2014", matures: "March 1, 2022" },
    );
    expect(value(text, "accrued-interest")).toBe("105955.35");
    expect(hoverOn(text, "rate 5%")).toContain("(2,922 days at 5 %, then 10 %)");
  });

  test("a rate that changes with an event changes where a scenario brings it", () => {
    const text = note("rate 10%; rate 16% on event of default");
    expect(value(text, "accrued-interest")).toBe("10000.00");
    // 100 days at 10 % and 100 at 16 %.
    expect(on(text, "July 20, 2023", "accrued-interest", "event of default April 11, 2023")).toBe("7123.29");
  });

  test("a time without any rate waits", () => {
    expect(value(note("rate 5% until day 180"), "accrued-interest")).toMatch(
      /^waits for a day on which the clause holds/,
    );
  });
});

test.each([
  // An index at 8.5 %, plus 4 points, between a floor and a cap.
  ['rate "Prime" plus 4%', "12500.00"],
  ['rate "Prime" plus 4%; maximum rate 12%', "12000.00"],
  ['rate "Prime" less 4%; minimum rate 5%', "5000.00"],
  ['rate lesser of { "Prime" plus 4%; legal maximum }', "10000.00"],
])("%s", (terms, interest) => {
  const text = note(terms, "legal maximum 10% per annum");
  expect(value(`${text}${market("", 'index "Prime" 8.5%')}`, "accrued-interest")).toBe(interest);
});

describe("interest that is owed whatever the time", () => {
  test("one-time interest: 149,500 × 10 %", () => {
    const text = note("rate none; one-time interest 10%", "", { principal: "$149,500" });
    expect(value(text, "accrued-interest")).toBe("14950.00");
    expect(on(text, "January 2, 2023", "accrued-interest")).toBe("14950.00");
    expect(hoverOn(text, "one-time").split("\n")[0]).toContain("$14,950.00 of interest (10 % once)");
  });

  test("from a day on: 166,667 × 12 % from day 91", () => {
    const text = note("rate none; one-time interest 12% from day 91", "", { principal: "$166,667" });
    expect(value(text, "accrued-interest")).toBe("20000.04");
    // April 1 is day 90, April 2 day 91.
    expect(on(text, "April 1, 2023", "accrued-interest")).toBe("0.00");
    expect(on(text, "April 2, 2023", "accrued-interest")).toBe("20000.04");
  });

  test("beside a rate: 10,000 for the year and 2,000 once", () => {
    expect(value(note("rate 10%; one-time interest 2%"), "accrued-interest")).toBe("12000.00");
  });

  test("guaranteed for six months: 181 days even if it is paid on the second", () => {
    const text = note("rate 12%; guaranteed interest 6 months");
    expect(value(text, "accrued-interest")).toBe("12000.00");
    // 100,000 × 12 % × 181/365 = 5,950.68; from July 1 on the days that pass.
    expect(on(text, "January 3, 2023", "accrued-interest")).toBe("5950.68");
    expect(on(text, "January 3, 2023", "interest-days")).toBe("181");
    expect(on(text, "July 20, 2023", "accrued-interest")).toBe("6575.34");
  });
});

describe("interest in kind", () => {
  const kind = "rate 8%; payable quarterly; paid in kind; day count actual/365";

  test("is added to the principal on each payment day, in cents", () => {
    // 1,972.60; 2,033.86 on 101,972.60; 2,097.23 on 104,006.46; 2,139.52 on 106,103.69.
    expect(value(note(kind), "principal-owed")).toBe("106103.69");
    expect(value(note(kind), "accrued-interest")).toBe("2139.52");
    expect(value(note(kind), "amount-at-maturity")).toBe("108243.21");
    // On a day of payment the interest to it has joined the principal.
    expect(on(note(kind), "July 1, 2023", "principal-owed")).toBe("104006.46");
    expect(on(note(kind), "July 1, 2023", "accrued-interest")).toBe("0.00");
    expect(on(note(kind), "June 30, 2023", "accrued-interest")).toBe("2011.51");
  });

  test("for a time only", () => {
    const text = note("rate 8%; payable quarterly; paid in cash; paid in kind until 6 months after issue");
    // Two payments in kind; then 104,006.46 × 8 % × 92/365 = 2,097.23 a quarter in cash.
    expect(value(text, "principal-owed")).toBe("104006.46");
    expect(value(text, "amount-at-maturity")).toBe("106103.69");
  });

  test("where the issuer may choose it is taken to be paid, and the other reading is there", () => {
    const text = note("rate 8%; payable quarterly; paid in cash or kind");
    // 100,000 × 8 % × 92/365
    expect(value(text, "amount-at-maturity")).toBe("102016.44");
    expect(recordsOf(text).get("accrued-interest")?.assumptions.join()).toMatch(/taken to be paid in cash/);
    expect(readOtherwise(text, "paid-in", "kind").get("amount-at-maturity")).toBe("108243.21");
  });

  test("paid at maturity it adds nothing", () => {
    expect(value(note("rate 8%; payable at maturity; paid in kind"), "amount-at-maturity")).toBe("108000.00");
  });
});

describe("instalments", () => {
  const thirty = "day count 30/360 bond basis; simple";

  test("nine that pay a face and interest once, of which the last is seven cents less", () => {
    const text = note(
      "rate none; one-time interest 10%",
      "instalments { monthly from April 15, 2024, 9 times $18,272.23 }",
      { principal: "$149,500", issued: "March 1, 2024", matures: "December 15, 2024" },
    );
    expect(value(text, "instalments-total")).toBe("164450.00");
    expect(value(text, "accrued-interest")).toBe("14950.00");
    // The last falls due at maturity, and is what is left: 164,450.00 − 8 × 18,272.23.
    expect(value(text, "amount-at-maturity")).toBe("18272.16");
    expect(value(text, "paid-in-all")).toBe("164450.00");
    expect(value(text, "due-after-instalments")).toBe("0.00");
    const days = recordsOf(text)
      .get("instalments-total")
      ?.steps.slice(1)
      .map((step) => step.trim());
    expect(days).toHaveLength(9);
    expect(days?.[0]).toBe("April 15, 2024 = $18,272.23");
    expect(days?.at(-1)).toMatch(/^December 15, 2024 = .* = \$18,272\.16$/);
    expect(hoverOn(text, "instalments {").split("\n")[0]).toBe(
      "**$164,450.00 in 9 instalments, April 15, 2024 to December 15, 2024 · $0.00 left at maturity · $164,450.00 paid in all**",
    );
  });

  test("the same day of each month, else the month's last", () => {
    const text = note("rate none", "instalments { monthly from January 31, 2023, 4 times $25,000 }");
    expect(
      recordsOf(text)
        .get("instalments-total")
        ?.steps.slice(1)
        .map((step) => step.trim().split(" = ")[0]),
    ).toEqual(["January 31, 2023", "February 28, 2023", "March 31, 2023", "April 30, 2023"]);
  });

  // A quarter of 12,000 each quarter, at 12 % by 30/360: 360 + 270 + 180 + 90 of interest, paid at maturity.
  test("parts of the principal pay principal; the interest on what is left is due with the last", () => {
    const text = note(
      `rate 12%; ${thirty}`,
      "instalments { quarterly from April 1, 2023 1/4 of principal }",
      {
        principal: "$12,000",
      },
    );
    expect(value(text, "instalments-total")).toBe("12000.00");
    expect(value(text, "principal-owed")).toBe("0.00");
    expect(value(text, "due-after-instalments")).toBe("900.00");
    expect(value(text, "accrued-interest")).toBe("900.00");
  });

  test("a percentage is one of the principal lent", () => {
    const text = note("rate none", "instalments { 2023-04-01 25%; 2023-07-01 75% }");
    expect(value(text, "instalments-total")).toBe("100000.00");
    expect(on(text, "May 1, 2023", "principal-owed")).toBe("75000.00");
  });

  test("sums pay interest first and then principal, unless they are read otherwise", () => {
    // 12,000: to April 1 interest of 360, 3,000 − 360 pays principal; 9,360 × 12 % × 270/360 = 842.40.
    const text = note(`rate 12%; ${thirty}`, "instalments { 2023-04-01 $3,000 }", { principal: "$12,000" });
    expect(value(text, "principal-owed")).toBe("9360.00");
    expect(value(text, "due-after-instalments")).toBe("10202.40");
    expect(value(text, "accrued-interest")).toBe("1202.40");
    expect(recordsOf(text).get("due-after-instalments")?.assumptions.join()).toMatch(/interest first/);
    // Read as principal: 9,000 × 12 % × 270/360 = 810, and the 360.
    expect(readOtherwise(text, "instalments-applied", "principal").get("due-after-instalments")).toBe(
      "10170.00",
    );
  });

  test("one that is less than the interest leaves the rest unpaid, which bears none unless compounded", () => {
    // 12,000 at 12 %: 120 a month; 100 paid leaves 20; eleven months more are 1,320.
    const text = note(`rate 12%; ${thirty}`, "instalments { 2023-02-01 $100 }", { principal: "$12,000" });
    expect(value(text, "due-after-instalments")).toBe("13340.00");
  });

  test("interest alone, then sums", () => {
    // 10,000 at 12 %: 300 a quarter paid twice, then 5,000: 300 of interest and 4,700 of principal.
    const text = note(
      `rate 12%; ${thirty}`,
      "instalments { quarterly from April 1, 2023, 2 times interest; 2023-10-01 $5,000 }",
      {
        principal: "$10,000",
      },
    );
    expect(value(text, "instalments-total")).toBe("5600.00");
    expect(value(text, "principal-owed")).toBe("5300.00");
    // 5,300 × 12 % × 90/360
    expect(value(text, "due-after-instalments")).toBe("5459.00");
  });

  test("a scenario owes what is left on its day; an instalment that fails with an event of default is not paid", () => {
    const text = note(
      "rate none; default rate 20%",
      "instalments { monthly from February 1, 2023, 10 times $10,000 }",
    );
    expect(on(text, "March 1, 2023", "principal-owed")).toBe("80000.00");
    expect(on(text, "March 31, 2023", "principal-owed", "event of default March 1, 2023")).toBe("90000.00");
    // 90,000 × 20 % × 30/365
    expect(on(text, "March 31, 2023", "late-interest", "event of default March 1, 2023")).toBe("1479.45");
    // 10,000 × 20 % × 30/365
    expect(value(text, "late-interest-30-days")).toBe("164.38");
  });

  test("a line that is blank keeps the sum waiting", () => {
    const text = note("rate 8%", "instalments { monthly from [ ] $10,000 }");
    expect(value(text, "instalments-total")).toMatch(/^waits for a line of “instalments” that is blank/);
    expect(value(text, "accrued-interest")).toMatch(/^waits for a line of “instalments”/);
  });

  test("a hundred of them are listed by the first and the last", () => {
    const text = note("rate none", "instalments { weekly from January 8, 2023, 50 times $2,000 }");
    const steps = recordsOf(text).get("instalments-total")?.steps ?? [];
    expect(steps.length).toBeLessThan(30);
    expect(steps.join()).toContain("27 more like them");
  });
});

describe("default", () => {
  const text = note("rate 8%; default rate 22%; day count actual/365; simple", "", { principal: "$130,000" });
  const failed = "event of default April 1, 2023";

  test("the default rate runs from the event of default, and the rate to it", () => {
    // 130,000 × 8 % × 90/365 = 2,564.38; (130,000 + 2,564.38) × 22 % × 60/365 = 4,794.11
    expect(on(text, "May 31, 2023", "accrued-interest", failed)).toBe("2564.38");
    expect(on(text, "May 31, 2023", "late-interest", failed)).toBe("4794.11");
    expect(on(text, "May 31, 2023", "default-balance", failed)).toBe("137358.49");
  });

  test("before the event nothing is late, and after maturity the due date counts", () => {
    expect(on(text, "March 31, 2023", "late-interest", failed)).toBeUndefined();
    expect(on(text, "January 31, 2024", "late-interest", "event of default January 15, 2024")).toBe(
      on(text, "January 31, 2024", "late-interest"),
    );
  });

  test("a default rate that begins some days after the event: the rate goes on until then", () => {
    const later = note("rate 12%; default rate 24% from 5 days after event of default");
    // 100,000 × 12 % × 5/365 = 164.38 and (100,000 + 2,958.90) × 24 % × 25/365 = 1,692.47, rounded once
    expect(on(later, "May 1, 2023", "late-interest", failed)).toBe("1856.86");
    expect(value(later, "late-interest-30-days")).toMatch(/^waits for a scenario with an “event of default”/);
  });
});
