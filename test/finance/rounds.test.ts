import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { evaluate } from "../../server/src/finance/engine/formula.ts";
import { roundCapitalization } from "../../server/src/finance/rounds/prices.ts";
import { capitalizationWith, type Holding, type Way } from "../../server/src/finance/rounds/system.ts";
import type { Exact } from "../../server/src/quantity/exact.ts";
import * as exact from "../../server/src/quantity/exact.ts";
import { type Figure, figure, isWaiting, type Kind } from "../../server/src/quantity/figure.ts";
import { readOtherwise, recordsOf, valueIn } from "../support/figures.ts";
import { sheet } from "../support/sheets.ts";
import { twoSafes } from "../worked-cases/rounds.ts";

const played = { scenario: "Played" };

/** A note of $100,000 at 36.5 %, which is $100 a day from January 2, 2024. */
const venture = (terms: string, name = "Example Note"): string =>
  sheet(
    `  interest { rate 36.5%; day count actual/365; simple }\n  qualified financing {\n${terms}\n  }`,
  ).replace("Example Note", name);
const round = (terms: string, more = ""): string =>
  `market { capitalization 8,000,000 shares }\nscenario "Played" {\n  on January 12, 2024\n  ${more}\n  round {\n${terms}\n  }\n}\n`;
const priced = (price: string): string => round(`    new money $2,000,000\n    price per share ${price}`);

const figures = (text: string, ids: readonly string[], note = 0): (string | undefined)[] =>
  ids.map((id) => valueIn(text, id, { ...played, note }));

describe("the conversion price in a round", () => {
  test.each([
    // 20 % below 1.50 is 1.20; 6,000,000 ÷ 8,000,000 is 0.75; 24,000,000 ÷ 8,000,000 is 3.00.
    ["discount and a low cap: the cap", "discount 20%\nvaluation cap $6,000,000 pre-money", "0.75"],
    ["discount and a high cap: the discount", "discount 20%\nvaluation cap $24,000,000 pre-money", "1.2"],
    ["a cap alone competes with the round itself", "valuation cap $24,000,000 pre-money", "1.5"],
    ["a discount alone", "discount 20%", "1.2"],
    ["neither: the round's own price", "converts automatically", "1.5"],
    ["a price of the note's own stands alone", "financing price $1.75", "1.75"],
    ["and beside a discount the lower counts", "discount 20%\nfinancing price $1.75", "1.2"],
  ])("%s", (_, terms, price) => {
    expect(valueIn(venture(terms) + priced("$1.50"), "round-price", played)).toBe(price);
  });

  test("names every alternative, the winner, and by how much the others lose", () => {
    const text = venture("discount 20%\nvaluation cap $6,000,000 pre-money") + priced("$1.50");
    const steps = recordsOf(text, played).get("round-price")?.steps ?? [];
    expect(steps[0]).toBe("conversion price in the round = lowest of 2 alternatives = $0.75");
    expect(steps[1]?.trim()).toBe(
      "discount price = price per share of the round × (1 − discount) = $1.50 × (1 − 20 %) = $1.20, loses, $0.45 higher",
    );
    expect(steps[2]?.trim()).toBe(
      "cap price = valuation cap ÷ capitalization = $6,000,000.00 ÷ 8,000,000 shares = $0.75, wins",
    );
  });

  // The notes of May 7, 2021: the lower of 80 % of the lowest unit price and 2.377.
  test.each([
    ["$2.50", "2"],
    ["$4.00", "2.377"],
    ["$2.97125", "2.377"],
  ])("80 %% of a unit price of %s against 2.377", (unit, price) => {
    const text = venture("discount 20%\nfinancing price $2.377") + priced(unit);
    expect(valueIn(text, "round-price", played)).toBe(price);
  });

  test("an automatic conversion at 0.60 with interest in cash", () => {
    const terms = "threshold $1,500,000\nfinancing price $0.60\naccrued interest paid in cash";
    // 100,000 ÷ 0.60; ten days of interest at $100.
    expect(
      figures(venture(terms) + priced("$2.00"), [
        "round-amount",
        "round-interest-paid",
        "round-shares",
        "round-discount",
      ]),
    ).toEqual(["100000.00", "1000.00", "166666", "0.7"]);
  });
});

describe("accrued interest", () => {
  test.each([
    ["accrued interest converts", "101000.00", undefined],
    ["accrued interest paid in cash", "100000.00", "1000.00"],
    ["accrued interest forgiven", "100000.00", undefined],
    ["discount 20%", "101000.00", undefined],
  ])("%s", (terms, amount, paid) => {
    const text = venture(`financing price $1\n${terms}`) + priced("$2.00");
    expect(figures(text, ["round-amount", "round-interest-paid"])).toEqual([amount, paid]);
  });

  test("what is not said is assumed, and its other reading has a price", () => {
    const text = venture("financing price $1") + priced("$2.00");
    expect(recordsOf(text, played).get("round-amount")?.assumptions).toContain(
      "nothing says what becomes of accrued interest in a financing; it converts with the principal",
    );
    expect(readOtherwise(text, "round-interest", "paid in cash").get("round-value")).toBe("200000.00");
  });
});

test("a conversion that the holder may choose is taken to be chosen, and says so", () => {
  const assumed = (terms: string): string | undefined =>
    recordsOf(venture(terms) + priced("$1.50"), played)
      .get("round-shares")
      ?.assumptions.join();
  expect(assumed("discount 20%\nconverts at option of holder")).toContain(
    "the holder chooses to convert in the round",
  );
  expect(assumed("discount 20%\nconverts automatically")).not.toContain("chooses");
});

describe("whether the financing is qualified", () => {
  const money = (threshold: string): (string | undefined)[] =>
    figures(venture(`financing price $1\nthreshold ${threshold}`) + priced("$2.00"), [
      "financing-surplus",
      "round-shares",
    ]);

  test("new money alone, or with the notes that convert", () => {
    expect(money("$2,000,000 excluding notes")).toEqual(["0.00", "101000"]);
    expect(money("$2,100,000 including notes")).toEqual(["1000.00", "101000"]);
  });

  test("one that is not says by how much, and nothing converts", () => {
    expect(money("$2,100,000 excluding notes")).toEqual([
      "-100000.00",
      "waits for a qualified financing: this one is $100,000.00 short of the threshold",
    ]);
    expect(money("$2,101,000.01 including notes")[0]).toBe("-0.01");
  });

  test("a threshold that does not say is read as new money alone", () => {
    const text = venture("financing price $1\nthreshold $2,000,001") + priced("$2.00");
    expect(recordsOf(text, played).get("financing-surplus")).toMatchObject({
      value: "-1.00",
      assumptions: [
        "the threshold does not say whether converted notes count as money; they are taken not to",
      ],
    });
  });
});

describe("post-money caps", () => {
  const own = "financing price $100\nvaluation cap $1,010,000 post-money";

  test("the holder owns amount ÷ cap of all shares with the converted notes", () => {
    // 101,000 ÷ 1,010,000 = 10 %: T = 8,000,000 ÷ 90 %, a tenth of which is 888,888.8.
    const text = venture(own) + priced("$200");
    expect(figures(text, ["round-capitalization", "round-shares", "cap-price"])).toEqual([
      "8888888.88889",
      "888888",
      "0.113625",
    ]);
  });

  test("a company capitalization of the note's own stands in for the market's", () => {
    // The cap counts 9,000,000 shares and the notes; 10 % of them with 8,000,000 others in the round: N = (9,000,000 + N) ÷ 10.
    const text = venture(`${own}\ncompany capitalization 9,000,000 shares`) + priced("$200");
    expect(figures(text, ["round-capitalization", "round-shares"])).toEqual(["9000000", "1000000"]);
  });

  test("notes that would take the whole company have no price", () => {
    const text = venture("valuation cap $101,000 post-money") + priced("$200");
    expect(valueIn(text, "cap-price", played)).toBe(
      "waits for valuations above what converts: the notes would take 100.00 % of the company",
    );
  });

  test("a cap that does not say what it counts is pre-money, with the difference on record", () => {
    const text = venture("valuation cap $8,080,000") + priced("$2.00");
    expect(figures(text, ["cap-price", "round-shares"])).toEqual(["1.01", "100000"]);
    // Post-money: 101,000 ÷ 8,080,000 = 1.25 % of 8,000,000 ÷ 98.75 %, which is 101,265.8.
    expect(readOtherwise(text, "cap-basis", "post-money").get("round-shares")).toBe("101265");
  });
});

describe("a round that is priced by its valuation", () => {
  const valued = round("    new money $1,000,000\n    pre-money $8,080,000");

  test("counts the notes that convert, unless it is read otherwise", () => {
    // 101,000 at 80 % of the round takes 101,000 ÷ 6,464,000 = 1.5625 % of T = 8,000,000 ÷ 98.4375 %.
    const text = venture("discount 20%") + valued;
    expect(figures(text, ["price-of-round", "discount-price", "round-shares"])).toEqual([
      "0.99421875",
      "0.795375",
      "126984",
    ]);
    // 8,080,000 ÷ 8,000,000 = 1.01, less 20 % is 0.808.
    const other = readOtherwise(text, "round-basis", "without notes");
    expect([other.get("price-of-round"), other.get("round-shares")]).toEqual(["1.01", "125000"]);
  });

  test("what is missing is named", () => {
    const bare = venture("discount 20%") + round("    new money $1,000,000");
    expect(valueIn(bare, "round-price", played)).toMatch(
      /^waits for the price of the round: “price per share” or “pre-money”/,
    );
    const unknown = (venture("discount 20%") + valued).replace("capitalization 8,000,000 shares", "");
    expect(valueIn(unknown, "round-price", played)).toBe(
      "waits for the shares before the round: “capitalization” in the market",
    );
  });
});

describe("several notes of one issuer", () => {
  const ids = ["round-shares", "total-shares", "total-dilution"];

  test("convert together, and each is diluted by the others", () => {
    const where = (note: number) => ({ scenario: "Series A", note });
    expect(valueIn(twoSafes, "round-shares", where(0))).toBe("484848");
    expect(valueIn(twoSafes, "round-shares", where(1))).toBe("1212121");
    // 10,000,000 × 82.5 % ÷ 8,000,000 and 8,000,000 × 82.5 % ÷ 8,000,000.
    expect(valueIn(twoSafes, "cap-price", where(0))).toBe("1.03125");
    expect(valueIn(twoSafes, "cap-price", where(1))).toBe("0.825");
  });

  test("only those that the scenario applies to, of the same issuer, that convert", () => {
    const alone = (text: string): (string | undefined)[] =>
      ids.map((id) => valueIn(text, id, { scenario: "Series A" }));
    // 5 % of 8,000,000 ÷ 95 %.
    const single = ["421052", undefined, undefined];
    const [a = "", b = "", rest = ""] = twoSafes.split(/(?=note "SAFE B"|market)/);
    expect(alone(a + rest)).toEqual(single);
    expect(alone(a + b.replace("Example Corp.", "Another Corp.") + rest)).toEqual(single);
    expect(alone(a + b + rest.replace('"Series A"', '"Series A" for "SAFE A"'))).toEqual(single);
    expect(alone(a + b.replace(/qualified financing \{[^}]*\}/, "") + rest)).toEqual(single);
    expect(alone(twoSafes)[1]).toBe("1696969");
  });

  test("what another note lacks is waited for by its name", () => {
    const text = twoSafes.replace("principal  $1,000,000", "principal  $[ ]");
    expect(valueIn(text, "round-price", { scenario: "Series A" })).toBe(
      "waits for the blank in “principal” (of “SAFE B”)",
    );
  });

  test("an edit of one is seen by the others, and by no note beside them", () => {
    const stranger = venture("discount 20%", "Stranger").replace("Example Corp.", "Another Corp.");
    const text = `${stranger}${twoSafes}`;
    const before = analyse(text, undefined);
    const after = analyse(text.replace("$1,000,000", "$2,000,000"), undefined, before);
    expect(after.notes.map((note, index) => note === before.notes[index])).toEqual([true, false, false]);
    const others = analyse(text.replace("$100,000", "$200,000"), undefined, before);
    expect(others.notes.map((note, index) => note === before.notes[index])).toEqual([false, true, true]);
    const fresh = analyse(text.replace("$1,000,000", "$2,000,000"), undefined);
    const capitalization = ({ notes }: typeof fresh): unknown =>
      evaluate(roundCapitalization, notes[1]?.played[0] as NonNullable<(typeof notes)[0]>["alone"]);
    expect(capitalization(after)).toEqual(capitalization(fresh));
    // 8,000,000 ÷ (1 − 5 % − 25 %).
    expect(capitalization(after)).toMatchObject({ amount: exact.fraction(80_000_000n, 7n) });
  });
});

describe("change of control", () => {
  const control = (terms: string, more = "sold at $2.00"): string =>
    `${sheet(`  interest { rate 36.5%; day count actual/365; simple }\n  change of control {\n${terms}\n  }`)}scenario "Played" {\n  on January 12, 2024\n  ${more}\n}\n`;
  const ids = ["control-payment", "control-shares", "control-value", "control-receipt"];
  const both = "pays 150% of principal plus interest\nconverts at $2.50\n";

  test("cash, shares, and what the holder receives", () => {
    // 150,000 + 1,000; 101,000 ÷ 2.50 = 40,400 at 2.00.
    expect(figures(control(`${both}holder receives greater`), ids)).toEqual([
      "151000.00",
      "40400",
      "80800.00",
      "151000.00",
    ]);
    expect(figures(control(`${both}holder receives both`), ids).at(-1)).toBe("231800.00");
    expect(figures(control(`${both}holder receives greater`, "sold at $5.00"), ids).at(-1)).toBe("202000.00");
  });

  test("a choice that is the holder's, or not said, says so", () => {
    const assumed = (terms: string): readonly string[] | undefined =>
      recordsOf(control(terms), played).get("control-receipt")?.assumptions;
    expect(assumed(`${both}holder receives holder's choice`)).toContain(
      "the holder chooses what is worth more",
    );
    expect(assumed(both)?.join()).toContain("does not say whether the holder gets the cash or the shares");
  });

  test("one branch alone", () => {
    expect(figures(control("pays 200% of principal"), ids)).toEqual([
      "200000.00",
      undefined,
      undefined,
      undefined,
    ]);
    expect(figures(control("converts at $2.50", ""), ids)).toEqual([
      undefined,
      "40400",
      "waits for what a share brings: “sold at” in a scenario, or a market price",
      undefined,
    ]);
  });

  test("a SAFE gives the greater of its purchase amount and its shares' price", () => {
    const text = `${sheet(
      "  interest none\n  change of control { pays 100% of principal; converts at $0.40; holder receives greater }",
      { matures: "none" },
    )}scenario "Played" { on June 3, 2024; sold at $0.30 }\n`;
    // 100,000 ÷ 0.40 = 250,000 shares at 0.30.
    expect(figures(text, ids)).toEqual(["100000.00", "250000", "75000.00", "100000.00"]);
  });
});

describe("conversion at maturity", () => {
  const lasting = (terms: string): string =>
    sheet(`  interest { rate 10%; day count actual/365; simple }\n${terms}`, {
      issued: "January 2, 2023",
      matures: "January 2, 2024",
    });

  test("what is due becomes shares at the maturity price", () => {
    // 110,000 ÷ 0.75.
    expect(valueIn(lasting("at maturity converts\nmaturity price $0.75"), "maturity-shares")).toBe("146666");
  });

  test("the holder's choice and a condition are said; payment in money has no shares", () => {
    const assumed = (terms: string): string | undefined =>
      recordsOf(lasting(`${terms}\nmaturity price $0.75`))
        .get("maturity-shares")
        ?.assumptions.join();
    expect(assumed("at maturity holder's choice")).toContain("the holder chooses to convert at maturity");
    expect(assumed('at maturity converts unless "Listing" by June 30, 2023')).toContain(
      'the note converts at maturity unless "Listing" by June 30, 2023',
    );
    expect(assumed("at maturity paid")).toBeUndefined();
  });
});

/** A number as a figure that is simply there. */
function plain<K extends Kind>(kind: K, amount: Exact): Figure<K> {
  return figure(kind, amount, { kind: "given", by: "test", span: undefined });
}

test("whatever the notes are, all shares are those before plus what every note takes at its lowest price", () => {
  const amount = fc.integer({ min: 1, max: 5_000_000 });
  const way = fc.oneof(
    fc.integer({ min: 1, max: 400 }).map((cents) => ({ price: cents })),
    fc
      .record({
        valuation: fc.integer({ min: 100_000, max: 50_000_000 }),
        more: fc.integer({ min: 0, max: 9_000_000 }),
      })
      .map((one) => one),
  );
  const note = fc.record({ amount, ways: fc.array(way, { minLength: 1, maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(note, { minLength: 1, maxLength: 5 }), (notes) => {
      const before = plain("shares", exact.whole(8_000_000));
      const holdings = notes.map(
        ({ amount: sum, ways }): Holding => ({
          name: "A",
          amount: plain("money", exact.whole(sum)),
          ways: ways.map(
            (one): Way =>
              "price" in one
                ? { label: "", price: plain("price", exact.fraction(BigInt(one.price), 100n)) }
                : {
                    label: "",
                    valuation: plain("money", exact.whole(one.valuation)),
                    more: plain("shares", exact.whole(one.more)),
                  },
          ),
        }),
      );
      const total = capitalizationWith(before, holdings);
      if (isWaiting(total)) return;
      const taken = holdings.map(({ amount: sum, ways }) => {
        const shares = ways.map((one) =>
          "price" in one
            ? exact.divide(sum.amount, one.price.amount)
            : exact.divide(
                exact.multiply(sum.amount, exact.add(total.amount, one.more?.amount ?? exact.zero)),
                one.valuation.amount,
              ),
        );
        return shares.reduce((most, one) => (exact.compare(one, most) > 0 ? one : most));
      });
      expect(taken.reduce(exact.add, before.amount)).toEqual(total.amount);
    }),
  );
});
