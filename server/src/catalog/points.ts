import type { OpenPoint } from "./point.ts";

export type { OpenPoint, Reading } from "./point.ts";

export const points = {
  "day-count": {
    clause: "note/interest/dayCount",
    question: "day count",
    readings: [
      { id: "actual/365", text: "actual/365", words: "actual/365" },
      { id: "actual/360", text: "actual/360", words: "actual/360" },
      { id: "30/360 bond basis", text: "30/360 bond basis", words: "30/360 bond basis" },
    ],
    because: "no day count is stated; actual/365 is what notes of this kind use most",
    measuredBy: "amount-at-maturity",
  },
  "thirty-360": {
    clause: "note/interest/dayCount",
    question: "which 30/360",
    readings: [
      { id: "30/360 bond basis", text: "bond basis", words: "30/360 bond basis" },
      { id: "30/360 US", text: "US", words: "30/360 US" },
      { id: "30E/360", text: "30E/360", words: "30E/360" },
    ],
    because: "30/360 alone is read as bond basis",
    measuredBy: "amount-at-maturity",
  },
  "day-count-periods": {
    clause: "note/interest/dayCountPeriods",
    question: "regular periods of actual/actual ICMA",
    readings: [
      { id: "annual", text: "a year each, counted back from maturity", words: "annual" },
      { id: "semi-annual", text: "half a year each", words: "semi-annual" },
      { id: "quarterly", text: "a quarter each", words: "quarterly" },
    ],
    because:
      "interest is not paid on the way, and nothing says which periods the day count goes by; a year is taken",
    measuredBy: "amount-at-maturity",
  },
  compounding: {
    clause: "note/interest/compounded",
    question: "compounding",
    readings: [{ id: "simple", text: "simple interest" }],
    because: "nothing says that interest bears interest, so it is simple",
    measuredBy: "amount-at-maturity",
  },
  "compounding-formula": {
    clause: "note/interest/compounded",
    question: "how interest is compounded",
    readings: [
      { id: "added", text: "interest joins the balance at the end of each period" },
      { id: "formula", text: "by the formula P × (1 + r ÷ k) ^ (k × years)" },
    ],
    because: "interest joins the balance at the end of each period; a broken period bears simple interest",
    measuredBy: "amount-at-maturity",
  },
  "payment-days": {
    clause: "note/interest/payable",
    question: "days of interest payments",
    readings: [
      { id: "from maturity", text: "counted back from maturity" },
      { id: "from the start", text: "counted from the start of interest" },
    ],
    because: "no days of payment are stated; they are counted back from maturity",
    measuredBy: "amount-at-maturity",
  },
  "accrual-start": {
    clause: "note/interest/accruesFrom",
    question: "interest runs",
    readings: [
      { id: "issued", text: "from the day of issue", words: "issue" },
      { id: "funded", text: "from the day of funding", words: "funding" },
    ],
    because: "interest runs from the day of issue; the first day counts, the last does not",
    measuredBy: "amount-at-maturity",
  },
  "paid-in": {
    clause: "note/interest/paidIn",
    question: "interest paid in cash or kind",
    readings: [
      { id: "cash", text: "paid in cash" },
      { id: "kind", text: "added to the principal" },
    ],
    because: "interest that may be paid in cash or in kind is taken to be paid in cash",
    measuredBy: "amount-at-maturity",
  },
  "discount-base": {
    clause: "note/originalIssueDiscount",
    question: "original issue discount",
    readings: [
      { id: "of principal", text: "of the principal" },
      { id: "of purchase price", text: "of the purchase price" },
    ],
    because: "an original issue discount in per cent is taken of the principal",
    measuredBy: "purchase-price",
    foundBy: "discount-base-unclear",
  },
  fees: {
    clause: "note/fees",
    question: "fees",
    readings: [
      { id: "deducted from proceeds", text: "deducted from the proceeds" },
      { id: "included in principal", text: "included in the principal" },
    ],
    because: "fees are taken to be deducted from what is paid out",
    measuredBy: "purchase-price",
  },
  "instalments-applied": {
    clause: "note/instalments",
    question: "instalments go",
    readings: [
      { id: "interest first", text: "to interest first, then to principal" },
      { id: "principal", text: "to principal" },
    ],
    because: "an instalment is taken to pay interest first and then principal, on its day",
    measuredBy: "amount-at-maturity",
  },
  "default-interest": {
    clause: "note/interest/defaultRate",
    question: "default rate",
    readings: [
      {
        id: "on principal and interest",
        text: "replaces the rate, on unpaid principal and interest, from the due date",
      },
      { id: "on principal", text: "on principal only" },
      { id: "added", text: "added to the rate" },
    ],
    because: "the default rate replaces the rate, on unpaid principal and interest, from the due date",
    measuredBy: "late-interest-30-days",
  },
  "conversion-amount": {
    clause: "note/conversion/amount",
    question: "amount converted",
    readings: [
      { id: "principal and interest", text: "principal and interest", words: "principal and interest" },
      { id: "principal", text: "principal", words: "principal" },
    ],
    because: "no amount is stated; what is owed converts, principal and interest",
    measuredBy: "amount-converted-at-maturity",
  },
  "default-conversion": {
    clause: "note/conversion/amount",
    question: "what converts after a default",
    readings: [
      { id: "principal and interest", text: "principal and interest", words: "principal and interest" },
      { id: "default amount", text: "the default amount", words: "default amount" },
    ],
    because: "nothing says that the default amount converts; principal and interest do",
    measuredBy: "conversion-amount",
  },
  "ownership-basis": {
    clause: "note/conversion/ownershipLimit",
    question: "ownership limit measured",
    readings: [
      { id: "after", text: "after issuance" },
      { id: "before", text: "before issuance" },
    ],
    because: "the limit does not say whether the new shares count; they usually do",
    measuredBy: "blocker-amount",
  },
  "other-shares": {
    clause: "note/conversion/ownershipLimit",
    question: "shares the holder owns already",
    readings: [{ id: "none", text: "none" }],
    because: "the holder is taken to own no other shares",
    measuredBy: "blocker-amount",
  },
  "window-end": {
    clause: "note/conversion/price",
    question: "the window ends",
    readings: [
      { id: "before", text: "before the conversion date" },
      { id: "including", text: "on the conversion date" },
    ],
    because: "the window does not say where it ends; it usually ends on the day before",
    measuredBy: "conversion-value",
  },
  "window-days": {
    clause: "note/conversion/price",
    question: "the window's days",
    readings: [
      { id: "trading days", text: "trading days" },
      { id: "calendar days", text: "calendar days" },
    ],
    because: "“trading period” is read as trading days",
    measuredBy: "conversion-value",
    foundBy: "window-days-unclear",
  },
  "payment-day": {
    clause: "note/businessDays",
    question: "the due date is no business day",
    readings: [
      { id: "that day", text: "paid that day", words: "no adjustment" },
      { id: "following", text: "paid on the next business day, with interest to it", words: "following" },
    ],
    because: "payment on a day that is no business day is taken to be made that day",
    measuredBy: "amount-at-maturity",
    foundBy: "due-on-closed-day",
  },
  fraction: {
    clause: "note/conversion/fractions",
    question: "fraction of a share",
    readings: [
      { id: "cash in lieu", text: "rounded down, cash in lieu", words: "cash in lieu" },
      { id: "nearest", text: "to the nearest whole share", words: "nearest" },
    ],
    because: "a fraction of a share is usually rounded down and paid in cash",
    measuredBy: "conversion-gain",
  },
  "fraction-price": {
    clause: "note/conversion/fractions",
    question: "a fraction of a share is paid",
    readings: [
      { id: "conversion price", text: "at the conversion price", words: "cash in lieu at conversion price" },
      { id: "market price", text: "at the market price", words: "cash in lieu at market price" },
    ],
    because: "a fraction of a share is paid with what is left of the amount, at the conversion price",
    measuredBy: "cash-in-lieu",
  },
  "trading-price": {
    clause: "note/conversion/price",
    question: "“trading price”",
    readings: [{ id: "low or last", text: "the day's low under “lowest”, else its last" }],
    because: "“trading price” is taken as the day's low under “lowest”, else as its last",
    measuredBy: "conversion-value",
  },
  "late-rate": {
    clause: "note/interest/defaultRate",
    question: "interest after the due date",
    readings: [{ id: "rate goes on", text: "the rate goes on" }],
    because: "no default rate is stated, so the rate goes on after the due date",
    measuredBy: "late-interest",
  },
  "threshold-basis": {
    clause: "note/qualifiedFinancing/threshold",
    question: "what counts toward the threshold",
    readings: [{ id: "excluding notes", text: "new money alone" }],
    because: "the threshold does not say whether converted notes count as money; they are taken not to",
    measuredBy: "financing-surplus",
    foundBy: "financing-threshold-open",
  },
  "cap-basis": {
    clause: "note/qualifiedFinancing/valuationCap",
    question: "valuation cap",
    readings: [
      { id: "pre-money", text: "pre-money, on the shares before any note converts" },
      { id: "post-money", text: "post-money, on the shares with the converted notes" },
    ],
    because: "the cap does not say whether it counts the converted notes; it is read as pre-money",
    measuredBy: "round-value",
    foundBy: "valuation-cap-basis-open",
  },
  "round-interest": {
    clause: "note/qualifiedFinancing/interest",
    question: "accrued interest in a financing",
    readings: [
      { id: "converts", text: "converts", words: "converts" },
      { id: "paid in cash", text: "paid in cash", words: "paid in cash" },
    ],
    because: "nothing says what becomes of accrued interest in a financing; it converts with the principal",
    measuredBy: "round-value",
  },
  "round-basis": {
    clause: "scenario/round/preMoney",
    question: "the round's pre-money valuation",
    readings: [
      { id: "with notes", text: "with the shares of the notes that convert" },
      { id: "without notes", text: "without the shares of the notes that convert" },
    ],
    because:
      "the pre-money valuation is taken to count the shares of the notes that convert, so that they do not dilute the new money",
    measuredBy: "round-value",
  },
} as const satisfies Record<string, OpenPoint>;

export type PointId = keyof typeof points;

/** How an open point is read: the usual way, unless the situation asks for another. */
export type Readings = ReadonlyMap<PointId, string>;

export function pointOf(id: PointId): OpenPoint {
  return points[id];
}

/** The points that are listed together, for no rule of their own finds them. */
export const listedPoints: readonly PointId[] = (Object.keys(points) as PointId[]).filter(
  (id) => pointOf(id).foundBy === undefined,
);
