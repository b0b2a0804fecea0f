import type { PaperSayings } from "./saying.ts";

/** What is said in a sentence about warrants. */
export const warrantSayings: PaperSayings = {
  "note/warrants/shares": [
    {
      says: [
        "(buy|purchase|acquire|exercisable for)( up to| an aggregate of| total of)* {shares}",
        "^warrants?[^:]{0,10}: ([^$\\d]{0,30})?{shares}",
        "warrants? (for|to acquire|covering|exercisable into)( up to)? {shares}",
      ],
    },
  ],
  "note/warrants/strike": [
    {
      says: [
        "(exercise|strike)( price)?( per share)?( of| is|:| equal to| at)* {price}",
        "shares at( exercise price of| price of)? {price}",
        "aggregate of \\$[\\d,]+, at {price}",
        "exercisable[^.;]{0,80} at( price of)? {price}",
      ],
    },
  ],
  "note/warrants/coverage": [
    {
      says: ["{percent} (warrant )?coverage", "warrant coverage( of|:)* {percent}"],
      means: "$1 of principal",
    },
  ],
  "note/warrants/expires": [
    {
      says: [
        "(?<!vest |vests )\\b{period} (warrants?|from issue|after issue|from issuance|term)",
        "^warrants?[^:]{0,10}: [^.;]*?\\b{period}\\b",
        "(term|period|exercisable for)( of| for)* {period}",
      ],
      means: "$1 after issue",
    },
    { says: ["expir(es?|ing|ation)( on| date of| date is)? {date}"], sure: 3 },
    {
      says: ["expir(es?|ing|e)[^.;]{0,30}?{period} (after|from|following)"],
      means: "$1 after issue",
      sure: 3,
    },
  ],
  "note/warrants/aggregatePrice": [{ says: ["aggregate( exercise price)?( of)? {money}"] }],
  "note/warrants/adjusts": [
    { says: ["full[- ]ratchet"], means: "full ratchet" },
    { says: ["weighted[- ]average"], means: "weighted average" },
  ],
  "note/warrants/cashless": [{ says: ["cashless"], means: "" }],
  "note/warrants/exercisable": [
    { says: ["exercisable (from|beginning on|commencing on|on or after|after) {date}"] },
  ],
};
