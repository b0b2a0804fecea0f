import { ordinals } from "./number-words.ts";
import type { Saying } from "./saying.ts";

/** `second (2nd) anniversary of`: so many years after. */
const anniversaries: readonly Saying[] = ordinals.flatMap((word, at) => {
  const means = `${at + 1} ${at === 0 ? "year" : "years"} after`;
  return [
    { says: `^ on? ${word} @Year? anniversary of|from`, means },
    { says: `${word} @Year? anniversary of|from`, means },
    {
      says: [`^ on? ${word} ( # ) @Year? anniversary of|from`, `${word} ( # ) @Year? anniversary of|from`],
      means,
      same: [{ times: [0], plus: at + 1 }],
    },
  ];
});

/** What filings say of days and of times. */
export const dates: readonly Saying[] = [
  ...anniversaries,
  {
    says: ["^ on? # - @Month|month anniversary of|from", "^ on? # @Month anniversary of|from"],
    means: "#1 months after",
  },
  { says: ["^ on? # - @Year anniversary of|from", "# @Year? anniversary of|from"], means: "#1 year after" },
  { says: "# - >@Trading|@Business|@Calendar|@Day|@Week|@Month|@Year", means: "#1" },
  { says: "^ date that|which? is|falls? >#", means: "" },
  { says: "^ as of >Month|#", means: "" },
  { says: ["^ by >Month|#", "^ in >#"], means: "" },
  { says: "^ at? any time after|from >#|Month", means: "" },
  { says: "original @Issue >date", means: "issue" },
  { says: "effective @Date", means: "issue date" },
  { says: ["@Closing @Date", "@Closing end"], means: "funding date" },
  { says: "date of original? @Issue of? this? note|debenture?", means: "issue date" },
  { says: ["date hereof", "date of this? note|agreement|debenture", "this date"], means: "issue date" },
  { says: "date of @Conversion", means: "conversion date" },
  { says: "date of @Maturity", means: "maturity date" },
  { says: "date of @Funding", means: "funding date" },
  { says: "date of @Payment", means: "payment date" },
  { says: "# year|years and|,? # month|months", means: "#= months", number: { times: [12, 1] } },
  { says: ["^ on or before >Month|#", "^ no|not later than >Month|#"], means: "" },
  { says: "^ on >Month", means: "" },
  { says: 'or @On >@Closing|"', means: "or" },
  { says: "@Earlier occur|occurs of", means: "earlier of" },
  { says: "@Later occur|occurs of", means: "later of" },
];
