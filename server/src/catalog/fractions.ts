import type { Choice } from "./value.ts";

/** What may become of a fraction of a share. */
export const fractionWays = [
  {
    word: "cash in lieu",
    also: ["down with cash in lieu", "paid in cash"],
    means: "shares round down, the rest is paid in cash",
  },
  {
    word: "cash in lieu at market price",
    also: [
      "cash in lieu at the market price",
      "paid in cash at market price",
      "paid in cash at the market price",
    ],
    means: "shares round down, the rest is paid in cash at what a share costs",
  },
  {
    word: "cash in lieu at conversion price",
    also: [
      "cash in lieu at the conversion price",
      "paid in cash at conversion price",
      "paid in cash at the conversion price",
    ],
    means: "shares round down, the rest of the amount is paid in cash",
  },
  {
    word: "rounded down",
    also: [
      "down",
      "rounded down to nearest whole share",
      "rounded down to next whole share",
      "down to nearest whole share",
    ],
    means: "shares round down, the rest is lost",
  },
  {
    word: "rounded up",
    also: [
      "up",
      "rounded up to the next whole share",
      "rounded up to nearest whole share",
      "up to the next whole share",
    ],
    means: "shares round up to the next whole share",
  },
  {
    word: "nearest",
    also: ["rounded to nearest", "rounded to nearest whole share", "to the nearest whole share"],
    means: "shares round to the nearest whole share",
  },
] as const satisfies readonly Choice[];
