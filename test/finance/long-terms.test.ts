import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";
import { stepping } from "../../server/src/finance/interest/interest-days.ts";
import { type Day, isoDate, parseIsoDate } from "../../server/src/quantity/date.ts";

const day = (iso: string): Day => parseIsoDate(iso) as Day;

/** The days of a month from year to year, by the calendar of JavaScript: the twentieth, so that no month is too short. */
function twentieths(after: string, until: string, every: number, anchor: string): string[] {
  const found: string[] = [];
  const [year, month] = anchor.split("-").map(Number) as [number, number];
  for (let count = -2_400; count <= 2_400; count++) {
    const iso = new Date(Date.UTC(year, month - 1 + count * every, 20)).toISOString().slice(0, 10);
    if (iso > after && iso <= until) found.push(iso);
  }
  return found;
}

describe("days of payment over a long term", () => {
  test.each([
    ["2024-01-15", "2064-03-20", 1, "2064-03-20"],
    ["2024-01-15", "2064-03-20", 1, "2024-02-20"],
    ["1994-05-01", "2024-12-20", 3, "2024-12-20"],
    ["1994-05-01", "2024-12-20", 6, "1994-06-20"],
    ["2000-01-01", "2100-01-20", 12, "2100-01-20"],
    ["2024-01-15", "2024-03-20", 1, "2060-03-20"],
  ])("after %s until %s, every %i months from %s, none is left out", (after, until, every, anchor) => {
    const found = stepping(day(anchor), every, day(after), day(until)).map(isoDate);
    expect(found).toEqual(twentieths(after, until, every, anchor));
    expect(found.length).toBeGreaterThan(1);
  });

  test("in a note of thirty years that is paid by the quarter", () => {
    const sheet = `note "N" {
  principal $1,000,000
  issued January 5, 1994
  matures December 20, 2023
  interest {
    rate 8%
    day count 30/360
    simple
    payable quarterly
  }
}
`;
    const [note] = explain(analyse(sheet, undefined));
    const paid = note?.schedule.slice(1) ?? [];
    // The quarters end on the twentieth of March, June, September and December, 1994 to 2023: four times thirty.
    expect(paid.map(({ date }) => date)).toEqual(twentieths("1994-01-05", "2023-12-20", 3, "2023-12-20"));
    expect(paid.length).toBe(120);
    // 75 days of 360 to March 20, 1994, and a quarter each then: $1,000,000 × 8 %.
    expect(paid.slice(0, 2).map(({ interest }) => interest)).toEqual(["16666.67", "20000.00"]);
  });

  test("more of them than can be listed are waited for, not left out", () => {
    const sheet = `note "N" {
  principal $1,000
  issued 1800-01-02
  matures 2199-01-02
  interest {
    rate 8%
    payable monthly
  }
}
`;
    const [note] = explain(analyse(sheet, undefined));
    const owed = note?.figures.find(({ id }) => id === "amount-at-maturity");
    expect(owed).toMatchObject({ value: null });
    expect(owed?.waitingFor?.join()).toMatch(/a term of fewer than 2,400 days of payment/);
  });
});

test("instalments of a schedule are all counted, however many they are", () => {
  const sheet = `note "N" {
  principal  $3,000.00
  issued     1950-01-02
  matures    2100-01-01
  interest   none
  instalments {
    weekly from 1950-01-09, 3000 times  $1.00
  }
}
`;
  const [note] = explain(analyse(sheet, undefined));
  const value = (id: string) => note?.figures.find((one) => one.id === id)?.value;
  expect([value("instalments-total"), value("due-after-instalments")]).toEqual(["3000.00", "0.00"]);
});
