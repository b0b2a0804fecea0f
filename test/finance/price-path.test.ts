import { describe, expect, test } from "vitest";
import { type PriceRow, priceTable } from "../../server/src/finance/price-table.ts";
import { show, showPercent } from "../../server/src/quantity/format.ts";
import { example, problemsIn } from "../support/analyse.ts";
import { recordsOf, valueIn } from "../support/figures.ts";
import { convertible, market, read, scenario } from "../support/sheets.ts";

const played = { scenario: "Played" };

function rowsOf(text: string, name = "Played"): readonly PriceRow[] {
  const situation = read(text).notes[0]?.played.find((one) => one.scenario?.name === name);
  return (situation && priceTable(situation)?.rows) ?? [];
}

const prices = (text: string): string[] => rowsOf(text).map((row) => show(row.market));

/** A row as the documents print it. */
function printed({ market: at, binding, price, shares, ownership, value, gain }: PriceRow): string {
  const owned = ownership ? showPercent(ownership.amount, 2) : "";
  const cells = [show(at), binding ?? "", show(price), show(shares), owned, show(value)];
  return [...cells, gain ? showPercent(gain.amount, 2) : ""].join(" | ");
}

const ranged = (path: string, day: string): string => scenario(day, `price ${path}`);

describe("where nothing plays a range", () => {
  const sold = (price: string, day = "2024-12-05"): string =>
    convertible(price, "    amount principal") + market(`date closing bid\n    ${day} $0.0027`, "");

  test("the prices stand around the market's own, with the fixed alternatives among them", () => {
    const around = ["$0.02", "$0.01", "$0.005", "$0.0027", "$0.002", "$0.001", "$0.0005", "$0.0002"];
    expect(
      prices(sold("60% of closing bid on prior trading day") + scenario("December 6, 2024", "")),
    ).toEqual(around);
    const fixed = "lowest of { 60% of closing bid on prior trading day; $2.50 }";
    expect(prices(sold(fixed) + scenario("December 6, 2024", ""))).toEqual(["$2.50", ...around]);
  });

  test("a market whose prices come after the day still says where", () => {
    const later =
      sold("60% of closing bid on prior trading day", "2024-12-12") + scenario("December 6, 2024", "");
    expect(prices(later)).toContain("$0.0027");
  });
});

describe("a range of prices", () => {
  test("may be in another currency, named before each end", () => {
    const text = convertible("EUR 1", "    amount principal", { principal: "EUR 100,000\n  currency EUR" });
    const all = prices(text + ranged("from EUR .5 to EUR 2", "December 6, 2024"));
    expect([all[0], all.at(-1)]).toEqual(["EUR 2.00", "EUR 0.50"]);
  });

  test("the Exchange Note: its rows, digit for digit", () => {
    const text = `${example("exchange-note")}${ranged("from $0.0001 to $0.01", "December 6, 2018")}`;
    const rows = rowsOf(text).map(printed);
    const vwap = "85% of average of VWAP over prior 5 trading days";
    // The market's own last price, .0021, stands among them: 940,800.00 ÷ .001785.
    expect(rows).toEqual([
      "$0.01 | $0.003 | $0.003 | 313,600,000 shares | 23.87 % | $3,136,000.00 | 315.14 %",
      "$0.005 | $0.003 | $0.003 | 313,600,000 shares | 23.87 % | $1,568,000.00 | 107.57 %",
      `$0.003 | ${vwap} | $0.00255 | 368,941,176 shares | 26.95 % | $1,106,823.53 | 46.52 %`,
      `$0.0021 | ${vwap} | $0.001785 | 527,058,823 shares | 34.51 % | $1,106,823.53 | 46.52 %`,
      `$0.002 | ${vwap} | $0.0017 | 553,411,764 shares | 35.63 % | $1,106,823.53 | 46.52 %`,
      `$0.001 | ${vwap} | $0.00085 | 1,106,823,529 shares | 52.54 % | $1,106,823.53 | 46.52 %`,
      `$0.0005 | ${vwap} | $0.000425 | 2,213,647,058 shares | 68.88 % | $1,106,823.53 | 46.52 %`,
      `$0.0002 | ${vwap} | $0.00017 | 5,534,117,647 shares | 84.70 % | $1,106,823.53 | 46.52 %`,
      `$0.0001 | ${vwap} | $0.000085 | 11,068,235,294 shares | 91.71 % | $1,106,823.53 | 46.52 %`,
    ]);
  });

  test("the Power Up Note: its rows, digit for digit", () => {
    const note = `${example("power-up-note")}market { outstanding 1,000,000,000 shares }\n`;
    const rows = (path: string): string[] =>
      rowsOf(note + ranged(path, "August 1, 2019")).map(({ market: at, price, shares, ownership }) =>
        [show(at), show(price), show(shares), ownership ? showPercent(ownership.amount, 2) : ""].join(" | "),
      );
    expect(rows("from $0.0001 to $0.0027")).toEqual([
      "$0.0027 | $0.001755 | 80,000,000 shares | 7.41 %",
      "$0.002 | $0.0013 | 108,000,000 shares | 9.75 %",
      "$0.001 | $0.00065 | 216,000,000 shares | 17.76 %",
      "$0.0005 | $0.000325 | 432,000,000 shares | 30.17 %",
      "$0.0002 | $0.00013 | 1,080,000,000 shares | 51.92 %",
      "$0.0001 | $0.000065 | 2,160,000,000 shares | 68.35 %",
    ]);
    expect(rows("from $0.0005 to $0.005")[0]).toBe("$0.005 | $0.00325 | 43,200,000 shares | 4.14 %");
  });

  const fixed = convertible("65% of VWAP on prior trading day", "    amount principal");

  test("its ends, the steps of 1, 2 and 5 between them, and the fixed alternatives", () => {
    expect(prices(fixed + ranged("from $0.03 to $3", "2024-06-03"))).toEqual([
      "$3.00", "$2.00", "$1.00", "$0.50", "$0.20", "$0.10", "$0.05", "$0.03",
    ]); // biome-ignore format: prices
    const capped = convertible(
      "lowest of { $0.39; 65% of VWAP on prior trading day }",
      "    amount principal",
    );
    expect(prices(capped + ranged("from $0.1 to $1", "2024-06-03"))).toEqual([
      "$1.00", "$0.50", "$0.39", "$0.20", "$0.10",
    ]); // biome-ignore format: prices
  });

  test("a narrow range in even steps, a range written from above like one from below", () => {
    const even = ["$0.18", "$0.17", "$0.16", "$0.15", "$0.14", "$0.13", "$0.12", "$0.11", "$0.10"];
    expect(prices(fixed + ranged("from $0.10 to $0.18", "2024-06-03"))).toEqual(even);
    expect(prices(fixed + ranged("from $0.18 to $0.10", "2024-06-03"))).toEqual(even);
  });

  test("nothing, zero and ten decades make a table that ends", () => {
    expect(prices(fixed + ranged("from $0 to $0", "2024-06-03"))).toEqual([]);
    const wide = prices(fixed + ranged("from $0 to $1000000000000", "2024-06-03"));
    expect(wide.length).toBeLessThan(50);
    expect(wide[0]).toBe("$1,000,000,000,000.00");
  });

  test("what needs one price waits for it in plain words, and the rest does not", () => {
    const text = fixed + ranged("from $0.1 to $1", "2024-06-03");
    const waits = "waits for a single price: the scenario plays a range, which the table shows";
    expect(valueIn(text, "conversion-price", played)).toBe(waits);
    expect(valueIn(text, "conversion-value", played)).toBe(waits);
    expect(valueIn(text, "conversion-amount", played)).toBe("100000.00");
    expect(
      valueIn(
        convertible("$0.50", "    amount principal") + ranged("from $0.1 to $1", "2024-06-03"),
        "conversion-shares",
        played,
      ),
    ).toBe("200000");
  });

  test("a floor that binds is named, and one that does not leaves the alternative's name", () => {
    const floored = convertible(
      "lowest of { $0.39; 65% of VWAP on prior trading day }",
      "    amount principal\n    floor $0.13",
    );
    const binding = rowsOf(floored + ranged("from $0.1 to $1", "2024-06-03")).map((row) => [
      show(row.market),
      row.binding,
    ]);
    expect(binding).toEqual(
      [
        ["$1.00", "$0.39"],
        ["$0.50", "65% of VWAP on prior trading day"],
        ["$0.39", "65% of VWAP on prior trading day"],
        ["$0.20", "65% of VWAP on prior trading day; floor: $0.13"],
        ["$0.13", "floor: $0.13"],
        ["$0.10", "floor: $0.13"],
      ].filter(([price]) => price !== "$0.13"),
    );
  });
});

test("the return of a part that is converted is measured on what that part cost", () => {
  const path = scenario("2024-06-03", "convert $50,000\n  price from $1.00 to $2.00");
  const text = `${convertible("lowest of { $1.00; 70% of VWAP on prior trading day }", "    amount principal")}${path}`;
  const gains = rowsOf(text).map((row) => [show(row.market), row.gain && show(row.gain)]);
  // 50,000 shares at $2.00 are $100,000 for $50,000; 71,428 at $1.00 are $71,428.
  expect(gains[0]).toEqual(["$2.00", "100 %"]);
  expect(gains.at(-1)).toEqual(["$1.00", "42.856 %"]);
});

describe("one price", () => {
  const windowed = convertible(
    "65% of average of 3 lowest VWAP over prior 10 trading days",
    "    amount principal",
  );
  const dear = market("    date VWAP\n    2024-05-31 $9.00");

  test("every figure of the scenario uses it, whatever the market has", () => {
    const text = `${windowed}${dear}${scenario("June 3, 2024", "price every $2.00")}`;
    // 65 % of 2.00; 100,000 ÷ 1.30 = 76,923.07…; × 2.00.
    expect(valueIn(text, "conversion-price", played)).toBe("1.3");
    expect(valueIn(text, "conversion-shares", played)).toBe("76923");
    expect(valueIn(text, "conversion-value", played)).toBe("153846.00");
    expect(recordsOf(text, played).get("market-price")).toMatchObject({ value: "2", origin: "given" });
  });

  test("nobody misses rows of the market's table then, nor over a range", () => {
    const codes = (path: string): string[] =>
      problemsIn(`${windowed}${dear}${scenario("June 3, 2024", path)}`)
        .map(({ code }) => code)
        .filter((code) => code === "window-lacks-prices" || code === "scenario-beyond-prices");
    expect(codes("price every $2.00")).toEqual([]);
    expect(codes("price from $1.00 to $2.00")).toEqual([]);
    expect(codes("price of market")).toEqual(["window-lacks-prices"]);
    expect(codes("")).toEqual(["window-lacks-prices"]);
  });

  test("of market says what holds where nothing is said", () => {
    const last = convertible("50% of VWAP on prior trading day", "    amount principal");
    const values = ["price of market", ""].map((path) =>
      valueIn(`${last}${dear}${scenario("June 3, 2024", path)}`, "conversion-price", played),
    );
    expect(values).toEqual(["4.5", "4.5"]);
  });
});
