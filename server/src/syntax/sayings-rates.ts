import type { Saying } from "./saying.ts";

/** Indexes by the words of filings, with their names; the longer words first. */
const indexes: readonly (readonly [says: string, name: string])[] = [
  ["wsj prime rate?", '"WSJ_Prime"'],
  ["wall street journal prime rate?", '"WSJ_Prime"'],
  ["prime rate? as? published|reported|quoted by|in|on wall street journal", '"WSJ_Prime"'],
  ["prime rate?", '"Prime"'],
  ["term sofr rate?", '"Term_SOFR"'],
  ["sofr rate?", '"SOFR"'],
  ["libor rate?", '"LIBOR"'],
  ["euribor rate?", '"EURIBOR"'],
  ["sonia rate?", '"SONIA"'],
];

/** How often, of the words that say it of a basis. */
const adverbs: ReadonlyMap<string, string> = new Map([
  ["annual", "annually"],
  ["yearly", "annually"],
  ["semi-annual", "semi-annually"],
  ["semiannual", "semi-annually"],
]);

const law = "allowed|permitted|allowable|permissible|chargeable";

/** What filings say of rates of interest. */
export const rates: readonly Saying[] = [
  {
    says: [
      "^ at? @Interest? rate of",
      "^ at? annual|yearly @Interest? rate of",
      "^ rate @Per @Year of",
      "^ at >#",
    ],
    means: "",
  },
  { says: ",? @Over arrears", means: "" },
  { says: "plus|less margin|spread of >#", means: "plus" },
  { says: "+ >#", means: "plus" },
  { says: "# basis point|points", means: "#= %", number: { times: [1], shift: -2 } },
  { says: "# bps|bp", means: "#= %", number: { times: [1], shift: -2 } },
  { says: "# % ( # % )", means: "#1 %", same: [{ times: [1] }] },
  { says: "# ( # )", means: "#1", same: [{ times: [1] }] },
  { says: ["% / @Year", "% ( apr )", "% apr", "% annual percentage rate"], means: "% per year" },
  { says: "% annual @Interest? rate? end", means: "% per year" },
  {
    says: "# % per? @Month|monthly ( # % per? @Year|annually )",
    means: "#1 % per month",
    same: [{ times: [12] }],
  },
  {
    says: [
      `@Maximum|highest @Interest? rate ${law} by|under applicable? law`,
      `@Maximum|highest @Interest? rate ${law}`,
      "@Maximum|highest @Legal @Interest? rate",
      `@Maximum|highest rate of @Interest ${law} by|under applicable? law`,
      `@Maximum|highest amount? ${law} by|under applicable? law`,
      "@Legal @Maximum @Interest? rate",
    ],
    means: "legal maximum",
  },
  { says: "^ # % per? @Year? ,? not|no more|greater than >@Legal", means: "lesser of #1 % and" },
  {
    says: "^ # % per? @Year? ,? or ,? @Legal @Maximum ,? if less|lower end",
    means: "lesser of #1 % and legal maximum",
  },
  {
    says: [
      "^ # % above|over @Interest? rate otherwise? applicable|payable|effective end",
      "^ # % in excess of @Interest? rate otherwise? applicable|payable|effective end",
      "^ # % above|over|plus|more|higher than? stated|applicable|regular? @Interest? rate",
      "^ @Additional? @Interest? rate increased by # %",
      "^ increased|increase by|of # %",
      "^ then? applicable|current|stated|regular? @Interest? rate plus # %",
      "^ plus # %",
    ],
    means: "additional #1 %",
  },
  { says: "^ # % in excess of @Interest? rate", means: "additional #1 %" },
  ...indexes.map(([says, means]) => ({ says: [`^ ${says} >plus|less|minus|+`, `^ ${says} end`], means })),
  ...indexes.map(([says, name]) => ({
    says: [`^ # % over|above|plus ${says}`, `^ # % in excess of ${says}`],
    means: `${name} plus #1 %`,
  })),
  { says: "# % of|on @Accrued? @Principal @Per >@Year|@Month", means: "#1 % per" },
  { says: "@Principal @Amount? of|under this? note|notes|debenture|debentures|loan", means: "principal" },
  { says: "on @Accrued? @Principal @Amount end", means: "on principal" },
  ...["monthly", "quarterly", "annual", "yearly", "semi-annual", "semiannual", "weekly"].map((often) => ({
    says: `on? ${often} basis`,
    means: adverbs.get(often) ?? often,
  })),
  { says: "@Every # @Month", means: "quarterly", same: [{ times: [0], plus: 3 }] },
  { says: "@Every # @Month", means: "semi-annually", same: [{ times: [0], plus: 6 }] },
  { says: ["of @Every @Year end", "of @Every @Year >,|beginning|starting|commencing|from"], means: "" },
  { says: "on @Every >Month", means: "on" },
  { says: "calendar >@Quarter|@Month|@Year", means: "" },
  { says: "^ on # day? of @Every @Month end", means: "monthly on #1" },
  { says: "first day? of @Every @Month", means: "1 of each month" },
];
