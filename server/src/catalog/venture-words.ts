/** What filings put between the name of a threshold and its sum. */
export const thresholdLeads: readonly string[] = [
  "not less than",
  "no less than",
  "at least",
  "of at least",
  "of not less than",
  "gross proceeds of at least",
  "gross proceeds of not less than",
  "proceeds of at least",
  "aggregate gross proceeds of at least",
  "aggregate gross proceeds of not less than",
  "aggregate proceeds of at least",
  "aggregate proceeds of not less than",
  "minimum of",
];

/** What they put behind the sum. */
export const thresholdTrails: readonly string[] = [
  "or more",
  "or greater",
  "in gross proceeds",
  "in aggregate gross proceeds",
  "of gross proceeds",
  "in new money",
  "in proceeds",
];

/** On which basis a valuation is counted. */
export function basisOf(basis: string): readonly string[] {
  return [`on ${basis} basis`, `${basis} valuation`, `${basis} basis`];
}
