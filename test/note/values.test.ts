import { expect, test } from "vitest";
import type { DateMeaning, RateMeaning } from "../../server/src/catalog/value.ts";
import type { Bound, NoteClauses } from "../../server/src/note/bound.ts";
import { isoDate } from "../../server/src/quantity/date.ts";
import { plainValue, show } from "../../server/src/quantity/format.ts";
import { convertible, read, sheet } from "../support/sheets.ts";

function clausesOf(text: string): NoteClauses {
  const [note] = read(text).notes;
  if (!note) throw new Error("no note");
  return note.note.clauses;
}

/** What a clause says, or the state it is in. */
function said<M>(bound: Bound<M>, show: (meaning: M) => unknown): unknown {
  return bound.state === "said" ? show(bound.meaning) : bound.state;
}

const principal = (words: string, more = ""): unknown =>
  said(clausesOf(sheet(more, { principal: words })).principal, show);

test.each([
  ["$840,000.00", "$840,000.00"],
  ["$840000", "$840,000.00"],
  ["$5 million", "$5,000,000.00"],
  ["$1.5 billion", "$1,500,000,000.00"],
  ["$20 thousand", "$20,000.00"],
  ["$.50", "$0.50"],
  ["USD 840,000", "$840,000.00"],
  ["EUR 840,000", "EUR 840,000.00"],
  ["A$840,000", "AUD 840,000.00"],
  ["AU$840,000", "AUD 840,000.00"],
  ["C$840,000", "CAD 840,000.00"],
  ["Cdn$ 840,000", "CAD 840,000.00"],
  ["HK$840,000", "HKD 840,000.00"],
  ["NZ$840,000", "NZD 840,000.00"],
  ["S$840,000", "SGD 840,000.00"],
  ["US$840,000", "$840,000.00"],
  ["U.S. $840,000", "$840,000.00"],
  ["a $840,000", "$840,000.00"],
  ["A $840,000", "unread"],
  ["Q$840,000", "unread"],
  ["$840.000.000", "unread"],
  ["$1.220,000", "unread"],
  ["JPY 5 million", "JPY 5,000,000"],
  ["five dollars", "unread"],
  ["$", "unread"],
  ["", "unread"],
  ["-$5", "unread"],
  ["$1,00", "unread"],
  ["[ ]", "blank"],
  ["$[ ]", "blank"],
  ["[$5]", "$5.00"],
  ["$[5]", "$5.00"],
  ["[$5 | $6]", "$5.00"],
])("principal %s", (words, meaning) => {
  expect(principal(words)).toBe(meaning);
});

test("the dollar is the note's currency", () => {
  expect(principal("$5", "  currency CAD")).toBe("CAD 5.00");
  expect(principal("CAD 5", "  currency CAD")).toBe("CAD 5.00");
  expect(clausesOf(sheet("  exchange { value $7 }\n  currency CAD")).exchange.inner.value).toMatchObject({
    meaning: { currency: "CAD" },
  });
});

const day = (meaning: DateMeaning): string =>
  meaning.kind === "best"
    ? `${meaning.pick} of ${meaning.alternatives.map(day).join(", ")}`
    : meaning.kind === "day"
      ? `${isoDate(meaning.day)}${meaning.monthAlone ? " month" : ""}`
      : meaning.kind === "event"
        ? `on ${meaning.event}`
        : `${meaning.count} ${meaning.unit} ${meaning.side} ${meaning.event}`;

test.each([
  ["2017-12-06", "2017-12-06"],
  ["December 6, 2017", "2017-12-06"],
  ["DECEMBER 6, 2017", "2017-12-06"],
  ["Dec 6, 2017", "2017-12-06"],
  ["Dec. 6, 2017", "2017-12-06"],
  ["Sept. 6, 2017", "2017-09-06"],
  ["6 December 2017", "2017-12-06"],
  ["[December 6, 2017]", "2017-12-06"],
  ["180 days after issue", "180 day after issue"],
  ["six (6) months after funding", "6 month after funding"],
  ["2 weeks before maturity", "2 week before maturity"],
  ["5 trading days after notice", "5 trading day after notice"],
  ["maturity", "on maturity"],
  ["12/6/2017", "unread"],
  ["January 20.5, 2024", "unread"],
  ["January 20, 2024.5", "unread"],
  ["January 2024.5", "unread"],
  ["January twenty, 2024", "2024-01-20"],
  ["February 29, 2018", "unread"],
  ["-5 days after issue", "unread"],
  ["none", "none"],
  ["[ ]", "blank"],
])("funded %s", (words, meaning) => {
  expect(said(clausesOf(sheet(`  funded ${words}`)).funded, day)).toBe(meaning);
});

test("a month alone is its first day where something begins, its last where something ends", () => {
  const { conversion, matures, issued } = clausesOf(
    convertible("$1", "    from February 2019\n    until February 2020", {
      issued: "March 2018",
      matures: "April 2020",
    }),
  );
  expect(said(conversion.inner.from, day)).toBe("2019-02-01 month");
  expect(said(conversion.inner.until, day)).toBe("2020-02-29 month");
  expect(said(issued, day)).toBe("2018-03-01 month");
  expect(said(matures, day)).toBe("2020-04-30 month");
});

const rate = (words: string): unknown =>
  said(clausesOf(sheet(`  interest { rate ${words} }`)).interest.inner.rate, (value) => plainRate(value));

const plainRate = (value: RateMeaning): string =>
  value.kind === "fixed" ? plainValue(value.rate) : value.kind;

test.each([
  ["12% per annum", "0.12"],
  ["12 percent", "0.12"],
  ["2% per month", "0.24"],
  ["1.5% monthly", "0.18"],
  ["twelve percent (12%) per annum", "0.12"],
  ["8.375% a year", "0.08375"],
  [".5%", "0.005"],
  ["12", "unread"],
  ["0.12", "unread"],
  ["-12%", "unread"],
  ["[●]%", "blank"],
  ["[8% | 10%] per annum", "0.08"],
  ["none", "none"],
])("rate %s", (words, meaning) => {
  expect(rate(words)).toBe(meaning);
});

test("alternatives carry what each would mean", () => {
  const bound = clausesOf(sheet("  interest { rate [8% | 10% | 12%] per annum }")).interest.inner.rate;
  expect(bound.state === "said" && bound.alternatives.map(({ meaning }) => plainRate(meaning))).toEqual([
    "0.1",
    "0.12",
  ]);
});

test.each([
  ["day count actual/365", "dayCount", "actual/365"],
  ["day count Actual/360", "dayCount", "actual/360"],
  ["day count actual/actual ISDA", "dayCount", "actual/actual ISDA"],
  ["day count 30/360 bond basis", "dayCount", "30/360 bond basis"],
  ["day count 30/360 US", "dayCount", "30/360 US"],
  ["day count 30E/360", "dayCount", "30E/360"],
  ["day count 30/360", "dayCount", "30/360"],
  ["day count 31/365", "dayCount", "unread"],
  ["simple", "simple", true],
  ["compounded quarterly", "compounded", "quarterly"],
  ["compounded annually", "compounded", "annually"],
  ["compounded semi-annually", "compounded", "semi-annually"],
  ["compounded semiannually", "compounded", "semi-annually"],
  ["compounded monthly", "compounded", "monthly"],
  ["compounded daily", "compounded", "daily"],
  ["compounded continuously", "compounded", "continuously"],
  ["compounded hourly", "compounded", "unread"],
  ["payable at maturity", "payable", "maturity"],
  ["payable in a lump sum at maturity", "payable", "maturity"],
  ["payable Quarterly", "payable", "days"],
] as const)("interest: %s", (line, id, meaning) => {
  const bound: Bound<unknown> = clausesOf(sheet(`  interest { rate 5%; ${line} }`)).interest.inner[id];
  const kindOf = (value: unknown): unknown =>
    typeof value === "object" && value !== null && "kind" in value ? value.kind : value;
  expect(said(bound, kindOf)).toBe(meaning);
});

test("parties, shares and limits", () => {
  const clauses = clausesOf(
    convertible("$1", "    ownership limit 4.99% after issuance", {
      issuer: "“Curly Corp.”",
      holder: "The Fund",
    }),
  );
  expect(said(clauses.issuer, String)).toBe("Curly Corp.");
  expect(said(clauses.holder, String)).toBe("unread");
  expect(
    said(clauses.conversion.inner.ownershipLimit, ({ share, measured }) => [plainValue(share), measured]),
  ).toEqual(["0.0499", "after"]);
  const exchange = clausesOf(sheet('  exchange { surrendered 675 shares of "Series J"; value $5 }')).exchange
    .inner;
  expect(said(exchange.surrendered, ({ shares, of }) => [show(shares), of])).toEqual([
    "675 shares",
    "Series J",
  ]);
});

test.each([
  ["issuer", "issuer"],
  ["company", "issuer"],
  ["the Company", "issuer"],
  ["holder", "holder"],
  ["lender", "holder"],
  ["investor", "holder"],
  ["nobody", "unread"],
])("option %s", (words, meaning) => {
  const { option } = clausesOf(sheet(`  conversion { option ${words}; price $1 }`)).conversion.inner;
  expect(said(option, String)).toBe(meaning);
});

test("none says that a clause or a block is absent, and nothing in it is assumed", () => {
  const clauses = clausesOf(
    sheet("  interest none\n  conversion none\n  security none", { matures: "none" }),
  );
  expect([
    clauses.interest.state,
    clauses.conversion.state,
    clauses.security.state,
    clauses.matures.state,
  ]).toEqual(["none", "none", "none", "none"]);
  expect(clauses.interest.inner.rate.state).toBe("none");
  expect(clauses.conversion.inner.floor.state).toBe("none");
  expect(clausesOf(sheet("")).conversion.inner.floor.state).toBe("absent");
});

test("events of default are kept in their own words; “and others” says that the list is open", () => {
  const [note] = read(
    sheet("  events of default {\n    failure to pay when due\n    the moon turns blue\n    and others\n  }"),
  ).notes;
  expect(note?.note.events).toEqual({
    lines: ["failure to pay when due", "the moon turns blue"],
    open: true,
  });
  const [closed] = read(sheet("  events of default { bankruptcy }")).notes;
  expect(closed?.note.events).toEqual({ lines: ["bankruptcy"], open: false });
});

test("terms are found whatever the case of their letters", () => {
  const [note] = read(
    sheet(
      '  "Market Price" means $2\n  "Long Stop" means December 6, 2017\n  "Base Rate" means 5% per annum',
    ),
  ).notes;
  const kinds = [...(note?.note.terms ?? [])].map(([name, { definition }]) => [
    name,
    said(definition, ({ kind }) => kind),
  ]);
  expect(kinds).toEqual([
    ["market price", "price"],
    ["long stop", "date"],
    ["base rate", "rate"],
  ]);
});

test("letter case does not matter outside quotes, nor does the order of clauses", () => {
  const lines = [
    'ISSUER "Example Corp."',
    "Principal Amount $5",
    "Dated JANUARY 2, 2024",
    "Due january 2, 2025",
  ];
  const there = clausesOf(`NOTE "X" {\n${lines.join("\n")}\n}`);
  const back = clausesOf(`note "X" {\n${lines.toReversed().join("\n")}\n}`);
  for (const clauses of [there, back]) {
    expect([said(clauses.principal, show), said(clauses.issued, day), said(clauses.matures, day)]).toEqual([
      "$5.00",
      "2024-01-02",
      "2025-01-02",
    ]);
  }
});
