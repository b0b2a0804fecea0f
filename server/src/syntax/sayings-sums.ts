import type { Saying } from "./saying.ts";

/** What filings say of sums of money, of what is owed, and of limits to shares. */
export const sums: readonly Saying[] = [
  {
    says: [
      "^ in? aggregate? original? @Principal sum|amount of >$|USD",
      "^ in? aggregate? sum|amount of >$",
      "^ aggregate of >$",
    ],
    means: "",
  },
  { says: ["$ # ( # dollars )", "$ # ( $ # )"], means: "$ #1", same: [{ times: [1] }] },
  { says: "and all|any >accrued|unpaid|interest", means: "and" },
  { says: "^ and >accrued|unpaid", means: "" },
  { says: "@Interest thereon", means: "interest" },
  { says: "^ @Every @Month end", means: "monthly" },
  {
    says: "^ all|any or? any? portion|part of >@Principal|@Accrued|@Remaining",
    means: "",
  },
  { says: ["^ at? par >@On", "^ at? par end"], means: "100 % of principal" },
  { says: "% of par|face end", means: "% of principal" },
  { says: "% of face|par @Amount|value", means: "% of principal" },
  { says: "@On occurrence of", means: "on" },
  { says: "per $ # @Principal amount? of? notes?", means: "per $ #1" },
  { says: "shares @Over @Every|each >$", means: "shares per" },
];

/** Of the shares outstanding, as a part of them is said. */
const outstanding = [
  "@Share",
  "common stock",
  "@Share of common stock",
  "common stock outstanding",
  "issued @Share",
];

export const limits: readonly Saying[] = [
  { says: ["issued and >@Share|common", "@Share issued and end"], means: "" },
  {
    says: ["after giving effect such|any? @Issue|@Conversion of? @Share?"],
    means: "after issuance",
  },
  { says: "total|aggregate? number of >@Share|common", means: "" },
  {
    says: outstanding.flatMap((shares) => [`^ # % of ${shares} end`, `^ # % of ${shares} >after|before`]),
    means: "#1 %",
  },
  {
    says: [
      "^ # % of number? of? @Conversion @Share end",
      "^ # % of number? of? @Share issuable end",
      "^ # % of number? of? @Share that? is|are? actually? issuable on|upon full? @Conversion end",
      "^ # % of number? of? @Share issuable on|upon full? @Conversion of this? note|debenture end",
    ],
    means: "#= times",
    number: { times: [1], shift: -2 },
  },
  {
    says: [
      "^ # @Times number? of? @Conversion @Share end",
      "^ # @Times number? of? @Share that? is|are? actually? issuable on|upon full? @Conversion end",
      "^ # @Times number? of? @Share that? is|are? actually? issuable on|upon full? @Conversion of this? note|debenture end",
    ],
    means: "#1 times",
  },
  { says: "^ within >#", means: "" },
  {
    says: [
      "@Day of|after|following receipt? of? @Conversion date|notice? end",
      "@Day of|after|following receipt? of? notice of @Conversion end",
    ],
    means: "days",
  },
  {
    says: [
      "^ # % off|from|below? @Lowest? cash? @Price end",
      "^ # % off|from|below? @Lowest? cash? @Price @Per? @Share? paid by new? investors|purchasers? end",
    ],
    means: "#1 %",
  },
  { says: "@Principal balance|sum", means: "principal" },
];
