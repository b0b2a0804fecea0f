import { block, clause } from "./clause.ts";
import { amount, beginning, choice, ending, limit, price } from "./value.ts";

export const conversion = block(
  "conversion",
  {
    option: clause({
      names: ["option", "at the option of"],
      summary: "Who decides whether the note is paid in shares.",
      value: choice(
        { word: "issuer", also: ["company", "borrower", "maker"], means: "the issuer may pay in shares" },
        { word: "holder", also: ["lender", "investor"], means: "the holder may convert" },
      ),
      required: "whether issuer or holder decides changes what the right is worth and to whom",
      example: "option holder",
    }),
    from: clause({
      names: ["from", "convertible from"],
      summary: "The first day on which the note may be converted.",
      value: beginning,
      silent: "from the day of issue",
      example: "from 180 days after issue",
    }),
    until: clause({
      names: ["until", "convertible until"],
      summary: "The last day on which the note may be converted.",
      value: ending,
      silent: "until the note is paid",
      example: "until maturity",
    }),
    amount: clause({
      names: ["amount", "amount converted"],
      summary: "What is converted: the amount that the conversion price divides.",
      value: amount,
      silent: "principal and interest",
      example: "amount principal and interest",
    }),
    price: clause({
      names: ["price", "conversion price"],
      summary: "The price at which the amount becomes shares.",
      value: price,
      required: "no number of shares follows without it",
      example: "price 65% of average of 3 lowest closing bids over prior 10 trading days",
    }),
    floor: clause({
      names: ["floor", "floor price"],
      summary: "The conversion price is never below this.",
      value: price,
      silent: "none: the number of shares has no upper bound",
      example: "floor $0.0005",
    }),
    ceiling: clause({
      names: ["ceiling", "ceiling price"],
      summary: "The conversion price is never above this.",
      value: price,
      silent: "none",
      example: "ceiling $0.003",
    }),
    ownershipLimit: clause({
      names: ["ownership limit", "beneficial ownership limitation", "blocker"],
      summary: "The largest part of the shares outstanding that the holder may own after a conversion.",
      value: limit,
      silent: "none",
      example: "ownership limit 4.99% after issuance",
    }),
    fractions: clause({
      names: ["fractional shares", "fractions"],
      summary: "What becomes of a fraction of a share.",
      value: choice(
        {
          word: "cash in lieu",
          also: ["down with cash in lieu", "paid in cash"],
          means: "shares round down, the rest is paid in cash",
        },
        { word: "rounded down", also: ["down"], means: "shares round down, the rest is lost" },
        {
          word: "nearest",
          also: ["rounded to nearest", "to the nearest whole share"],
          means: "shares round to the nearest whole share",
        },
      ),
      silent: "shares round down, with cash in lieu",
      example: "fractional shares cash in lieu",
    }),
  },
  "conversion",
);
