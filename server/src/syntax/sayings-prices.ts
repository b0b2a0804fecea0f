import type { Saying } from "./saying.ts";

/** A price or what a price begins with. */
const price = '>lowest|highest|average|lesser|greater|lower|higher|M|conversion|#|$|"|market|closing';

/** What filings say of prices, and of the days that a price has to hold for. */
export const prices: readonly Saying[] = [
  { says: ["% multiplied by", `% @Times|× ${price}`], means: "% of" },
  {
    says: ["# multiplied by", `# @Times|× ${price}`],
    means: "#= % of",
    number: { times: [1], shift: 2 },
    below: 1,
  },
  { says: "product of # % and|of|,", means: "#1 % of" },
  {
    says: "product of # and|,",
    means: "#= % of",
    number: { times: [1], shift: 2 },
    below: 1,
  },
  {
    says: [
      `at? # % discount from|off|to|of|below? ${price}`,
      `at? discount of # % from|off|to|of|below? ${price}`,
      `discounted by? # % from|to|off? ${price}`,
      `^ @Price @Per? share? representing|reflecting # % discount from|off|to|of|below? ${price}`,
      `^ @Price representing|reflecting discount of # % from|off|to|of|below? ${price}`,
    ],
    means: "#= % of",
    number: { times: [-1], plus: 100 },
  },
  {
    says: [`at? # % premium over|to|of|above? ${price}`, `at? premium of # % over|to|of|above? ${price}`],
    means: "#= % of",
    number: { times: [1], plus: 100 },
  },
  { says: [",? less|minus discount of # %", ",? less|minus # % discount"], means: "less #1 %" },
  { says: [",? at # % discount end", ",? at discount of # % end"], means: "less #1 %" },
  { says: ", less|minus", means: "less" },
  {
    says: [
      "^ fixed|initial? @Conversion @Price of? >$",
      "^ fixed|initial @Price? of? >$",
      "^ at? @Price of >$",
      "^ @Price >$",
      "^ fixed at >$",
      "^ of >$|#",
    ],
    means: "",
  },
  { says: "/ share", means: "" },
  { says: ["^ valuation @Cap end", "^ @Price implied|given by valuation @Cap end"], means: "cap price" },
  { says: "arithmetic|arithmetical|simple @Average", means: "average" },
  {
    says: [
      "M of|@Over our|its|company's|issuer's|borrower's|maker's common? stock|share|shares",
      "M of|@Over common|ordinary stock|share|shares",
      "M @Over? reported|published|quoted by bloomberg",
    ],
    means: "M",
  },
  { says: "M of >@Prior", means: "M over" },
  { says: "M of >#", means: "M over" },
  { says: "lowest of >Ms", means: "lowest" },
  { says: "highest of >Ms", means: "highest" },
  {
    says: [
      "ending|ended on? latest|@Prior? trading day @Before|@Prior",
      "ending|ended on? and? including latest|@Prior? trading day @Before|@Prior",
    ],
    means: "before",
  },
  { says: ["ending|ended on and including", "ending|ended on", "up and including"], means: "including" },
  { says: ["# out of #", "# of|in any #"], means: "#1 of #2" },
  {
    says: [
      "# trading @Day ( whether or not )",
      "# trading @Day , whether or not ,",
      "# trading @Day whether or not",
    ],
    means: "#1 trading days",
  },
  {
    says: "at? least? any? # trading? @Day in|of|during|over|within any|@Period? of? # trading? @Day @Period?",
    means: "#1 of #2 trading days",
  },
];
