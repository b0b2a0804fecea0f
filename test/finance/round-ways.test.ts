import { describe, expect, test } from "vitest";
import { memo } from "../../server/src/cli/memo.ts";
import { analyse } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";
import { recordsOf, valueIn } from "../support/figures.ts";

const safe = (name: string, principal: string, terms: string, more = ""): string => `note "${name}" {
  issuer "Example Corp."; holder "Seed Fund LP"; principal ${principal}
  issued January 2, 2024; matures none; interest none
  ${more}
  qualified financing { ${terms} }
}
`;
const played = (round: string, capitalization = "1,000,000"): string =>
  `market { capitalization ${capitalization} shares }\nscenario "Round" { on January 2, 2025; round { ${round} } }\n`;
const figures = (
  text: string,
  ids: readonly string[],
  note = 0,
  scenario = "Round",
): (string | undefined)[] => ids.map((id) => valueIn(text, id, { scenario, note }));

describe("an option pool in the pre-money", () => {
  const ids = ["price-of-round", "option-pool-shares", "new-shares", "founders-part"];
  const discounted = safe("A", "$800,000", "threshold none; discount 20%");

  test("where the valuation does not count the notes", () => {
    // V = 8,000,000 is p × (1,000,000 + pool), and the pool is a ninth of 1,000,000 + 1,000,000 ÷ p + 2,000,000 ÷ p:
    // 72,000,000 = 10,000,000 p + 3,000,000, so p = 6.90; pool 159,420.2…; 2,000,000 ÷ 6.90 = 289,855.07….
    // All: 1,000,000 + 144,927 + 289,855 + 159,420 = 1,594,202.
    const text =
      discounted +
      played("pre-money $8,000,000 excluding notes; new money $2,000,000; option pool 10% after the round");
    expect(figures(text, ids)).toEqual(["6.9", "159420", "289855", "0.627273080827"]);
    expect(figures(text, ["round-shares", "shares-after-round"])).toEqual(["144927", "1594202"]);
  });

  test("where it does", () => {
    // The pool takes 10 % of 10,000,000: 7,000,000 over T = 1,000,000 ÷ (1 − 800,000 ÷ 5,600,000) = 1,166,666.6….
    const text =
      discounted +
      played("pre-money $8,000,000 including notes; new money $2,000,000; option pool 10% after the round");
    expect(figures(text, ["price-of-round", "option-pool-shares"])).toEqual(["6", "166666"]);
  });

  test("beside a price that is stated it is a ninth of all other shares", () => {
    // 1,000,000 + 800,000 ÷ 4 + 2,000,000 ÷ 5 = 1,600,000.
    const text =
      discounted + played("price per share $5.00; new money $2,000,000; option pool 10% after the round");
    expect(figures(text, ["option-pool-shares", "shares-after-round"])).toEqual(["177777", "1777777"]);
  });

  test("that takes more than the valuation leaves no price, and says so", () => {
    const text =
      discounted +
      played("pre-money $1,000,000 including notes; new money $9,000,000; option pool 10% after the round");
    expect(valueIn(text, "price-of-round", { scenario: "Round" })).toBe(
      "waits for a pre-money valuation above what the option pool takes of it",
    );
  });

  test("that does not say of which shares is taken of all after the round, and says so", () => {
    const text = discounted + played("price per share $5.00; new money $2,000,000; option pool 10%");
    expect(recordsOf(text, { scenario: "Round" }).get("option-pool-shares")?.assumptions).toContain(
      "the option pool is taken as a part of all shares after the round",
    );
  });
});

describe("the valuation of a round", () => {
  const discounted = safe("A", "$1,000,000", "threshold none; discount 30%");
  test("stated with the new money leaves the pre-money", () => {
    // 10,000,000 − 2,000,000 counts the notes: 46 ÷ 7 a share.
    const stated = (round: string): (string | undefined)[] =>
      figures(discounted + played(round), ["price-of-round", "round-shares"]);
    expect(stated("post-money $10,000,000; new money $2,000,000")).toEqual(
      stated("pre-money $8,000,000 including notes; new money $2,000,000"),
    );
    expect(stated("post-money $10,000,000; new money $2,000,000")[1]).toBe("217391");
    expect(stated("post-money $2,000,000; new money $2,000,000")[0]).toBe(
      "waits for a post-money valuation above the new money",
    );
  });
});

test("the cap table of a round is one piece: who has how many of all shares after it", () => {
  const text =
    safe("A", "$800,000", "threshold none; discount 20%") +
    played("price per share $5.00; new money $2,000,000; option pool 10% after the round");
  // 1,000,000 + 800,000 ÷ 4 + 2,000,000 ÷ 5 and a ninth of that for the pool, rounded down: 1,777,777 in all.
  const [record] = explain(analyse(text, undefined));
  expect(record?.scenarios[0]?.capTable?.map(({ holder, shares }) => [holder, shares])).toEqual([
    ["shares before the round", "1000000"],
    ["A", "200000"],
    ["new option pool", "177777"],
    ["new investors", "400000"],
    ["all shares after the round", "1777777"],
  ]);
  expect(memo(analyse(text, undefined))).toContain(`After the round
  shares before the round      1,000,000    56.25 %
  “A”                            200,000    11.25 %
  new option pool                177,777    10.00 %
  new investors                  400,000    22.50 %
  all shares after the round   1,777,777   100.00 %`);
});

describe("which notes go into a round", () => {
  const threshold = (value: string, other = ""): string =>
    `threshold ${value}; discount 20% } ${other === "" ? "" : `other financing { ${other} } `}most favoured terms {`;
  const ids = ["financing-surplus", "round-shares"];
  const round = "price per share $1.00; new money $700,000";
  const of = (other: string): string =>
    safe("A", "$150,000", threshold("$1,000,000 including notes")) +
    safe("C", "$150,000", threshold("$1,000,000 excluding notes", other)) +
    played(round, "8,000,000");

  test("a threshold counts the notes that convert in the round, and no others", () => {
    // 700,000 + 150,000 with A alone; with C, which goes in under its other clause, 1,000,000.
    expect(figures(of(""), ids)).toEqual([
      "-150000.00",
      "waits for a qualified financing: this one is $150,000.00 short of the threshold",
    ]);
    expect(figures(of("discount 10%"), ids)).toEqual(["0.00", "187500"]);
    // 150,000 ÷ 0.90.
    expect(figures(of("discount 10%"), ids, 1)).toEqual(["-300000.00", "166666"]);
  });

  test("a clause on another financing may have a threshold of its own", () => {
    expect(figures(of("threshold $500,000 excluding notes; discount 10%"), ids, 1)[1]).toBe("166666");
    expect(figures(of("threshold $750,000 excluding notes; discount 10%"), ids, 1)[1]).toBe(
      "waits for a financing that is large enough: this one is $50,000.00 short of the threshold of “other financing”",
    );
  });

  test("a note that converts in no other way goes in under what its clauses on a financing say", () => {
    const text = of("discount 10%").replace(/(note "C"[^{]*\{)/, "$1\n  conversion none");
    expect(figures(text, ids, 1)).toEqual(["-300000.00", "166666"]);
    const bare = safe("A", "$150,000", "threshold $500,000 excluding notes", "conversion none");
    expect(figures(bare + played(round), ids)).toEqual([undefined, undefined]);
  });

  test("one that is issued on the day of the round is there, one issued a day later is not", () => {
    const late = (day: string): string =>
      of("discount 10%").replace(/(note "C"[\s\S]*?)January 2, 2024/, `$1${day}`);
    expect(figures(late("January 2, 2025"), ids, 1)[1]).toBe("166666");
    expect(figures(late("January 3, 2025"), ids, 1)).toEqual([undefined, undefined]);
    expect(figures(late("January 3, 2025"), ids)[0]).toBe("-150000.00");
  });
});

describe("the cap price in a sale", () => {
  const sold = `market { capitalization 8,000,000 shares }\nscenario "Sale" { on January 2, 2025; sold at $2.00 }\n`;
  const control =
    "change of control { pays 100% of principal; converts at cap price; holder receives greater }";
  const a = safe("A", "$500,000", "threshold none; valuation cap $10,000,000 post-money", control);

  test("of a post-money cap counts the notes that convert beside it", () => {
    // Alone 5 % of 8,000,000 ÷ 95 %; beside 12.5 % of another's, of 8,000,000 ÷ 82.5 %.
    expect(figures(a + sold, ["control-shares"], 0, "Sale")).toEqual(["421052"]);
    const b = safe("B", "$1,000,000", "threshold none; valuation cap $8,000,000 post-money", control);
    expect(figures(a + b + sold, ["control-shares"], 0, "Sale")).toEqual(["484848"]);
    expect(figures(a + b + sold, ["control-shares"], 1, "Sale")).toEqual(["1212121"]);
  });

  test("may stand inside another price", () => {
    // 60 % of 10,000,000 ÷ 8,421,052.6… is 0.7125: 500,000 ÷ 0.7125.
    const part = a.replace("converts at cap price", "converts at 60% of cap price");
    expect(figures(part + sold, ["control-shares"], 0, "Sale")).toEqual(["701754"]);
  });

  test("waits for a cap where there is none", () => {
    const none = safe("A", "$500,000", "threshold none; discount 20%", control);
    expect(figures(none + sold, ["control-shares"], 0, "Sale")).toEqual([
      "waits for a “valuation cap” or a “cap price” in the clause on the financing",
    ]);
  });
});
