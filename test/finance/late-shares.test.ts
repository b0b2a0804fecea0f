import { expect, test } from "vitest";
import { recordsOf, valueIn } from "../support/figures.ts";
import { convertible, market, scenario } from "../support/sheets.ts";

const played = { scenario: "Played" };

/** $100,000 at $1.00, with a schedule of damages and shares so late. */
const late = (rows: string, delivered = "", more = ""): string =>
  `${convertible("$1.00", `    amount principal\n    late delivery {\n${rows}\n    }\n    ${more}`)}${scenario("March 1, 2024", delivered)}`;

const byThousand = "      day 1 to 5 $10 per $1,000\n      after day 5 $20 per $1,000";
const byDay =
  "      day 1 $300\n      day 2 $400\n      day 3 to 9 $500\n      day 10 $1,500\n      day 11 $1,750\n      after day 11 $1,000";

test.each([
  // 100,000.00 is a hundred times 1,000: 1,000.00 a day, 2,000.00 after five.
  [byThousand, "3 trading days", "3000.00"],
  [byThousand, "5 days", "5000.00"],
  [byThousand, "1 week", "9000.00"],
  // March 1 to April 1 are 31 days: 5,000.00 + 26 × 2,000.00.
  [byThousand, "1 month", "57000.00"],
  // 300 + 400 + 7 × 500 + 1,500 + 1,750 + 2 × 1,000.
  [byDay, "13 days", "9450.00"],
  ["      from day 4 1% of principal", "6 days", "3000.00"],
  ["      from day 1 2%", "3 days", "6000.00"],
  ["      day 1 to 3 none\n      after day 3 $100", "5 days", "200.00"],
  ["      after day 3 $100", "2 days", "0.00"],
  // 100,000.00 is ten times 10,000: 1,000.00 on day 1, 2,000.00 on day 2 … 10,000.00 on day 10, which are 55 thousands.
  ["      from day 1 $100 per $10,000 rising by $100 a day", "10 days", "55000.00"],
  ["      from day 1 $100 per $10,000 rising by $100 a day", "1 day", "1000.00"],
  // 1,000.00 + 2,000.00, then 5,000.00 + 5,500.00 + 6,000.00.
  [
    "      day 1 $1,000\n      day 2 $2,000\n      after day 2 $500 per $10,000 increasing by $50 each day",
    "5 days",
    "19500.00",
  ],
  // 33.33 + 43.43 + 53.53 + 63.63, of which each day is as it is written.
  ["      day 1 to 10 $33.33 rising by $10.10 per day", "4 days", "193.92"],
  // Three times 0.5 % of 100,000.00 are 1,500.00, and then 600.00 + 700.00.
  ["      day 1 to 3 0.5%\n      after day 3 $500 plus $100 rising by $100 per day", "5 days", "2800.00"],
])("%s late by %s", (rows, delivered, damages) => {
  expect(valueIn(late(rows, `delivered late ${delivered}`), "late-damages", played)).toBe(damages);
});

test("a gap in the schedule waits, days after its end cost nothing and say so, days before it are free", () => {
  const gap = "      day 1 $300\n      day 10 $1,500";
  expect(valueIn(late(gap, "delivered late 10 days"), "late-damages", played)).toBe(
    "waits for what days 2 to 9 late cost: the schedule does not say",
  );
  const ended = recordsOf(late("      day 1 to 3 $100", "delivered late 5 days"), played).get("late-damages");
  expect(ended?.value).toBe("300.00");
  expect(ended?.assumptions).toContain("the schedule does not go on to days 4 to 5, which cost nothing here");
});

test("sums that are written as such need no principal", () => {
  const text = late("      from day 1 $100", "delivered late 5 days").replace(
    "principal $100,000",
    "principal $[ ]",
  );
  expect(valueIn(text, "late-damages", played)).toBe("500.00");
});

test("damages that rise say what the first and the last day cost, and how the total is made of them", () => {
  const text = late("      from day 1 $100 per $10,000 rising by $100 per day", "delivered late 10 days");
  const steps = recordsOf(text, played).get("late-damages")?.steps.join("\n") ?? "";
  expect(steps).toContain("($1,000.00 + $10,000.00) × 5");
});

test("nothing but late delivery counts a sum that rises by the day", () => {
  const text = convertible("$1").replace(
    "  conversion {",
    "  instalments {\n    2024-07-01 $500 rising by $100 per day\n  }\n  conversion {",
  );
  expect(valueIn(text, "instalments-total")).toMatch(/^waits for an amount that does not rise by the day/);
});

test("a cap on damages binds when they are above it", () => {
  const capped = (days: number): string | undefined =>
    valueIn(
      late(byThousand, `delivered late ${days} days`, "most damages 10% of principal"),
      "late-damages",
      played,
    );
  // 5,000.00 + 2 × 2,000.00 = 9,000.00; with a day more 11,000.00.
  expect(capped(7)).toBe("9000.00");
  expect(capped(8)).toBe("10000.00");
});

test("without a scenario that is late, totals for 30, 60 and 90 days; in a scenario in time, none", () => {
  const text = late(byThousand);
  const record = recordsOf(text).get("late-damages");
  expect(record?.value).toBe("55000.00");
  const totals = record?.steps.filter((line) => /^ {2}\d+ days late/.test(line)) ?? [];
  expect(totals.map((line) => line.split(" = ").at(-1))).toEqual([
    "$55,000.00",
    "$115,000.00",
    "$175,000.00",
  ]);
  expect(valueIn(text, "late-damages", played)).toBeUndefined();
});

test("damages per so much of a converted amount that is not yet known wait for it", () => {
  const text = late(byThousand, "delivered late 3 days").replace("amount principal", "amount [ ]");
  expect(valueIn(text, "late-damages", played)).toBe("waits for the amount converted");
});

test("a delay longer than anybody waits is refused, not counted", () => {
  expect(valueIn(late(byDay, "delivered late 900000 days"), "late-damages", played)).toMatch(
    /^waits for fewer than 3,660 days late/,
  );
});

const trueUp = (price: string, measured = "6 months after issue"): string =>
  convertible(
    "$1.00",
    `    amount principal\n    true-up { measured on ${measured}; true-up price ${price} }`,
  ) +
  market("    date VWAP\n    2024-02-29 $1.40\n    2024-06-28 $0.90\n    2024-07-01 $0.80") +
  scenario("March 1, 2024");

test.each([
  // The two trading days before July 2: 80 % × 0.80 = 0.64; 156,250 − 100,000.
  ["80% of lowest VWAP over prior 2 trading days", "56250"],
  // 100,000 ÷ 0.85 = 117,647.05…
  ["average of VWAP over prior 2 trading days", "17647"],
  ["$1.25", "0"],
])("a true-up at %s", (price, shares) => {
  expect(valueIn(trueUp(price), "true-up-shares", played)).toBe(shares);
});

test("the windows of a true-up end before its own day, not before the conversion", () => {
  // VWAP of June 28, 2024, for a count on July 1: 100,000 ÷ 0.90 = 111,111.1…
  expect(valueIn(trueUp("VWAP on prior trading day", "July 1, 2024"), "true-up-shares", played)).toBe(
    "11111",
  );
});

const trigger = (more: string, closes: string): string =>
  convertible("$4.00", `    ${more}`) +
  market(`    date closing price\n${closes}`) +
  scenario("June 10, 2024");
const week = "    2024-06-05 $5.19\n    2024-06-06 $5.20\n    2024-06-07 $6.00";

test.each([
  [
    "contingent conversion 130% of conversion price for 2 of 3 trading days",
    "contingent-conversion",
    "5.2",
    "2",
    "is met",
  ],
  [
    "contingent conversion 130% of conversion price for 3 of 3 trading days",
    "contingent-conversion",
    "5.2",
    "2",
    "is not met",
  ],
  ["forced conversion $6.00 for 1 of 3 trading days", "forced-conversion", "6", "1", "is met"],
])("%s", (clause, id, price, days, verdict) => {
  const text = trigger(clause, week);
  expect(valueIn(text, `${id}-price`, played)).toBe(price);
  expect(valueIn(text, "trigger-price", played)).toBe(price);
  expect(valueIn(text, `${id}-days`, played)).toBe(days);
  expect(recordsOf(text, played).get(`${id}-days`)?.steps[0]).toContain(verdict);
});

test("days without a price are named; a trigger without days has none to count", () => {
  const text = trigger(
    "contingent conversion 130% of conversion price for 2 of 3 trading days",
    "    2024-06-07 $6.00",
  );
  expect(valueIn(text, "contingent-conversion-days", played)).toBe(
    "waits for the closing price of June 5, 2024; the closing price of June 6, 2024",
  );
  expect(
    valueIn(trigger("contingent conversion $6.00", week), "contingent-conversion-days", played),
  ).toBeUndefined();
});

test("the first of several triggers is the trigger price", () => {
  const text = trigger("forced conversion 150% of conversion price\n    contingent conversion $5.00", week);
  expect(valueIn(text, "trigger-price", played)).toBe("5");
  expect(valueIn(text, "forced-conversion-price", played)).toBe("6");
});
