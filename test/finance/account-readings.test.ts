import { describe, expect, test } from "vitest";
import type { PointId } from "../../server/src/catalog/points.ts";
import { analyse } from "../../server/src/document/analysis.ts";
import { openPoints } from "../../server/src/finance/open-points.ts";
import { isWaiting } from "../../server/src/quantity/figure.ts";
import { plainValue } from "../../server/src/quantity/format.ts";
import { readOtherwise, valueIn } from "../support/figures.ts";
import { scenario, sheet } from "../support/sheets.ts";

const note = (interest: string, more = "", changed = {}): string =>
  sheet(`  interest { ${interest} }\n  ${more}`, {
    issued: "January 1, 2023",
    matures: "January 1, 2024",
    ...changed,
  });

/** What a note leaves open with what the usual reading comes to and by how much the first other one differs. */
function priced(text: string, id: PointId): readonly (string | undefined)[] | undefined {
  const [found] = analyse(text, undefined).notes;
  const here = found && openPoints(found.alone, found.played).find((point) => point.id === id);
  if (!here) return undefined;
  const [other] = here.others;
  const usual = isWaiting(here.usual) ? undefined : plainValue(here.usual);
  return [usual, other?.difference && plainValue(other.difference)];
}

describe("days of interest payments", () => {
  const stub = { issued: "2023-06-30", matures: "2025-02-15", principal: "$100,000" };
  const thirty = "day count 30/360 bond basis; simple";

  test("left open, they are counted back from maturity; from the start is the other reading, with its price", () => {
    // Half-years at 6 %: back from maturity the last is whole, 3,000.00; from June 30 it is 45 of 180 days, 750.00.
    const text = note(`rate 6%; payable semi-annually; ${thirty}`, "", stub);
    expect(valueIn(text, "amount-at-maturity")).toBe("103000.00");
    expect(readOtherwise(text, "payment-days", "from the start").get("amount-at-maturity")).toBe("100750.00");
    expect(priced(text, "payment-days")).toEqual(["103000.00", "-2250.00"]);
  });

  test.each([
    ["payable semi-annually on February 15 and August 15"],
    ["payable semi-annually from 2023-08-15"],
    ["payable semi-annually; first payment 2023-08-15"],
    ["payable semi-annually on 15 August"],
  ])("%s leaves nothing open", (words) => {
    const text = note(`rate 6%; ${words}; ${thirty}`, "", stub);
    expect(priced(text, "payment-days")).toBeUndefined();
    expect(valueIn(text, "amount-at-maturity")).toBe("103000.00");
    // 15 days from August 15 to August 30, 2023.
    expect(valueIn(`${text}${scenario("2023-08-30")}`, "accrued-interest", { scenario: "Played" })).toBe(
      "250.00",
    );
  });

  test("where both ways give the same days nothing is open", () => {
    expect(priced(note(`rate 6%; payable quarterly; ${thirty}`), "payment-days")).toBeUndefined();
  });
});

test("compounding by the formula is the other reading, with its price", () => {
  // A year at 10 % and half a year of simple interest: 1,155,000.00; 1,000,000 × 1.1 ^ 1.5 = 1,153,689.73.
  const text = note("rate 10%; compounded annually; day count 30/360 bond basis", "", {
    principal: "$1,000,000",
    issued: "2023-03-01",
    matures: "2024-09-01",
  });
  expect(priced(text, "compounding-formula")).toEqual(["1155000.00", "-1310.27"]);
});

test("interest that is paid as often as it is compounded leaves nothing to join the principal", () => {
  const text = note("rate 10%; compounded annually; payable annually; day count 30/360 bond basis", "", {
    matures: "January 1, 2026",
  });
  expect(valueIn(text, "interest-total")).toBe("30000.00");
});

describe("what converts after a default", () => {
  const failed = scenario("July 1, 2023", "event of default June 1, 2023\n  price every $2.00");
  const conversion = (amount: string): string =>
    `default amount 150% of principal and interest\n  conversion { option holder; ${amount}price $1.00; fractional shares cash in lieu }`;
  const interest = "rate 12%; day count 30/360 bond basis; simple; default rate none";

  test("silent, principal and interest, with the default amount as the other reading", () => {
    // 106,000 after half a year; 150 % of it is 159,000.
    const text = note(interest, conversion("")) + failed;
    expect(valueIn(text, "conversion-amount", { scenario: "Played" })).toBe("106000.00");
    expect(priced(text, "default-conversion")).toEqual(["106000.00", "53000.00"]);
  });

  test.each(["default amount", "what is owed"])("amount %s", (amount) => {
    const text = note(interest, conversion(`amount ${amount}; `)) + failed;
    expect(valueIn(text, "conversion-amount", { scenario: "Played" })).toBe("159000.00");
    expect(valueIn(text, "conversion-shares", { scenario: "Played" })).toBe("159000");
    expect(priced(text, "default-conversion")).toBeUndefined();
  });

  test("without a default there is no default amount, and what is owed is principal and interest", () => {
    const played = scenario("July 1, 2023");
    const waits = valueIn(
      note(interest, conversion("amount default amount; ")) + played,
      "conversion-amount",
      {
        scenario: "Played",
      },
    );
    expect(waits).toMatch(/^waits for an event of default, without which there is no default amount/);
    expect(
      valueIn(note(interest, conversion("amount what is owed; ")) + played, "conversion-amount", {
        scenario: "Played",
      }),
    ).toBe("106000.00");
  });
});

describe("after an event of default", () => {
  test("neither coupons nor instalments are paid any more", () => {
    // Quarterly at 12 %: 3,000 on April 1; nothing on July 1, after the default of June 1: 9 months less 3 are 6,000.
    const text = `${note("rate 12%; payable quarterly; day count 30/360 bond basis; simple; default rate none")}${scenario(
      "October 1, 2023",
      "event of default June 1, 2023",
    )}`;
    expect(valueIn(text, "owed", { scenario: "Played" })).toBe("106000.00");
  });
});

describe("what an instalment is a part of", () => {
  const paid = (what: string): string =>
    note("rate none", `instalments { 2023-04-01 $20,000; 2023-07-01 ${what} }`);
  test.each([
    ["1/4 of principal", "45000.00"],
    ["1/4 of original principal", "45000.00"],
    ["1/4 of principal lent", "45000.00"],
    ["1/4 of remaining principal", "40000.00"],
    ["25%", "45000.00"],
    ["25% of remaining principal", "40000.00"],
    ["principal", "100000.00"],
  ])("%s", (what, sum) => {
    expect(valueIn(paid(what), "instalments-total")).toBe(sum);
  });
});

test("another day count is priced for a note in tranches, each from its own day", () => {
  // 60,000 over 366 days and 40,000 over 307 at 10 %: 9,380.82 by 365 days a year, 9,511.11 by 360.
  const tranches =
    "tranche { principal $60,000; funded January 2, 2024 }\n  tranche { principal $40,000; funded March 1, 2024 }";
  const text = note("rate 10%; simple", tranches, {
    issued: "January 2, 2024",
    matures: "January 2, 2025",
    principal: "$100,000",
  });
  expect(priced(text, "day-count")).toEqual(["109380.82", "130.29"]);
});
