import { expect, test } from "vitest";
import { example } from "../support/analyse.ts";
import { flatFigures, readOtherwise, recordsOf, rounded, valueIn } from "../support/figures.ts";

const sheet = example("exchange-note");
const played = { scenario: "Paid in shares at maturity" };
const withInterest = (line: string): string =>
  sheet.replace("payable  at maturity", `payable  at maturity; ${line}`);

// 840,000 × 12 % × 365/365; × 365/360; 840,000 × ((1.03)^4 − 1) = 840,000 × 0.12550881.
test.each([
  ["day count actual/365", "365", "100800.00", "940800.00"],
  ["day count actual/360", "365", "102200.00", "942200.00"],
  ["day count 30/360 bond basis", "360", "100800.00", "940800.00"],
  ["day count 30/360", "360", "100800.00", "940800.00"],
  ["day count actual/365; compounded quarterly", "365", "105427.27", "945427.27"],
  ["simple", "365", "100800.00", "940800.00"],
])("interest and the amount due: %s", (line, days, interest, due) => {
  const text = withInterest(line);
  expect(valueIn(text, "interest-days")).toBe(days);
  expect(valueIn(text, "accrued-interest")).toBe(interest);
  expect(valueIn(text, "amount-at-maturity")).toBe(due);
});

test("a silent note is read as actual/365 and simple, and says so", () => {
  const record = recordsOf(sheet).get("amount-at-maturity");
  expect(record?.value).toBe("940800.00");
  const assumptions = record?.assumptions.join("\n") ?? "";
  expect(assumptions).toMatch(/no day count is stated; actual\/365/);
  expect(assumptions).toMatch(/it is simple/);
  expect(assumptions).toMatch(/from the day of issue/);
  const stated = recordsOf(withInterest("day count actual/365; simple; accrues from issue")).get(
    "amount-at-maturity",
  );
  expect(stated?.assumptions).toEqual([]);
});

test("other day counts give the other amounts: 1,400.00 turns on it", () => {
  const due = (reading: string): string | undefined =>
    readOtherwise(sheet.replace(/scenario[\s\S]*$/, ""), "day-count", reading).get("amount-at-maturity");
  expect([due("actual/365"), due("actual/360"), due("30/360 bond basis")]).toEqual([
    "940800.00",
    "942200.00",
    "940800.00",
  ]);
});

test("the exchange: 755,416.67 surrendered for 840,000.00", () => {
  expect(valueIn(sheet, "uplift")).toBe("84583.33");
  expect(rounded(valueIn(sheet, "uplift-rate"), 6)).toBe("0.111969");
  expect(rounded(valueIn(sheet, "uplift-of-principal"), 6)).toBe("0.100694");
  expect(rounded(valueIn(sheet, "return-on-surrendered"), 6)).toBe("0.245405");
});

test("the conversion price: 85 % of the mean .0023 wins over the bid .0020 and the fixed .003", () => {
  const record = recordsOf(sheet, played).get("conversion-price");
  expect(record).toMatchObject({
    value: "0.001955",
    unit: "USD/share",
    on: "2018-12-06",
    origin: "computed",
  });
  const steps = record?.steps ?? [];
  expect(steps.filter((step) => step.endsWith("wins"))).toHaveLength(1);
  expect(steps.find((step) => step.endsWith("wins"))).toContain(
    "85% of average of VWAP over prior 5 trading days = 85 % × $0.0023 = $0.001955",
  );
  expect(steps.find((step) => step.includes("closing bid on prior trading day"))).toContain("$0.002");
  expect(steps.find((step) => step.includes("closing bid on prior trading day"))).toContain(
    "loses, $0.000045 higher",
  );
  expect(steps.find((step) => step.trim().startsWith("$0.003"))).toContain("loses, $0.001045 higher");
});

test("shares for 940,800.00, cash in lieu, value and gain", () => {
  const value = (id: string): string | undefined => valueIn(sheet, id, played);
  expect(value("conversion-amount")).toBe("940800.00");
  expect(value("conversion-shares")).toBe("481227621");
  expect(value("cash-in-lieu")).toBe("0.00");
  expect(value("market-price")).toBe("0.0021");
  expect(value("conversion-value")).toBe("1010578.00");
  expect(rounded(value("effective-discount"), 5)).toBe("0.06905");
  expect(rounded(value("gain-rate"), 5)).toBe("0.07417");
  // 1,010,578.00 + 0.00 − 940,800.00
  expect(value("conversion-gain")).toBe("69778.00");
  expect(rounded(value("breakeven-price"), 8)).toBe("0.00156977");
});

test("ownership: 32.4884 % unblocked, 110,987,668 shares at one time, four conversions", () => {
  const value = (id: string): string | undefined => valueIn(sheet, id, played);
  expect(rounded(value("ownership-after"), 6)).toBe("0.324884");
  expect(value("blocker-shares")).toBe("110987668");
  expect(value("blocked-conversions")).toBe("4");
  const [step = ""] = recordsOf(sheet, played).get("blocked-conversions")?.steps ?? [];
  for (const part of ["110,987,668", "123,305,930", "136,991,368", "109,942,655"])
    expect(step).toContain(part);
  // 110,987,668 × 0.001955 = 216,980.89094
  expect(value("blocker-amount")).toBe("216980.89");
});

test("measured before issuance the limit is 99,900,000 shares", () => {
  expect(valueIn(sheet.replace("9.99% after", "9.99% before"), "blocker-shares")).toBe("99900000");
  const silent = sheet.replace("9.99% after issuance", "9.99%");
  expect(valueIn(silent, "blocker-shares")).toBe("110987668");
  expect(readOtherwise(silent, "ownership-basis", "before").get("blocker-shares")).toBe("99900000");
  expect(recordsOf(silent).get("blocker-shares")?.assumptions.join()).toMatch(/whether the new shares count/);
});

// VWAP = bid = p. Above p = .0035294 the fixed .003 wins; below, 85 % of p. 940,800.00 is converted.
test.each([
  ["0.0100", "0.003", "313600000", "0.2387", "3136000.00"],
  ["0.0050", "0.003", "313600000", "0.2387", "1568000.00"],
  ["0.0030", "0.00255", "368941176", "0.2695", "1106823.53"],
  ["0.0020", "0.0017", "553411764", "0.3563", "1106823.53"],
  ["0.0010", "0.00085", "1106823529", "0.5254", "1106823.53"],
  ["0.0005", "0.000425", "2213647058", "0.6888", "1106823.53"],
  ["0.0001", "0.000085", "11068235294", "0.9171", "1106823.53"],
])("the dilution curve at %s", (market, price, shares, owned, value) => {
  const figures = flatFigures(sheet, market);
  expect(figures.get("conversion-price")).toBe(price);
  expect(figures.get("conversion-shares")).toBe(shares);
  expect(rounded(figures.get("ownership-after"), 4)).toBe(owned);
  expect(figures.get("conversion-value")).toBe(value);
});

test("principal alone at the fixed price is 280,000,000 shares, the fewest", () => {
  const principal = sheet.replaceAll("principal and interest", "principal");
  expect(flatFigures(principal, "0.01").get("conversion-shares")).toBe("280000000");
  expect(
    readOtherwise(
      sheet.replaceAll(/^ *(amount|convert) +principal and interest\n/gm, ""),
      "conversion-amount",
      "principal",
    ).get("conversion-amount"),
  ).toBe("840000.00");
});

test("the figures of a scenario before maturity take interest to its day", () => {
  const text = sheet
    .replace("on       December 6, 2018", "on       June 4, 2018")
    .replace(/2018-11-28|2018-11-29|2018-11-30|2018-12-03|2018-12-04/g, (day) => {
      const moved: Record<string, string> = {
        "2018-11-28": "2018-05-25",
        "2018-11-29": "2018-05-29",
        "2018-11-30": "2018-05-30",
        "2018-12-03": "2018-05-31",
        "2018-12-04": "2018-06-01",
      };
      return moved[day] ?? day;
    });
  // December 6, 2017 to June 4, 2018 is 180 days: 840,000 × 12 % × 180/365 = 49,709.589…
  const value = (id: string): string | undefined => valueIn(text, id, played);
  expect(value("interest-days")).toBe("180");
  expect(value("accrued-interest")).toBe("49709.59");
  expect(value("conversion-amount")).toBe("889709.59");
  // 889,709.59 ÷ 0.001955 = 455,094,419.437…; the rest of 0.437… × 0.001955 is under half a cent.
  expect(value("conversion-shares")).toBe("455094419");
  expect(value("cash-in-lieu")).toBe("0.00");
  expect(valueIn(text, "amount-at-maturity")).toBe("940800.00");
});
