/** A floor as filings put it behind a price. */
export const floorsBehind = [
  "but in no event less than",
  "but in no event lower than",
  "in no event less than",
  "but not less than",
  "but not lower than",
  "not lower than",
  "not less than",
  "subject to a floor of",
  "subject to a floor price of",
  "with a floor of",
  "provided that the conversion price shall not be less than",
  "provided that the conversion price shall in no event be less than",
  "provided the conversion price shall not be less than",
  "provided that in no event shall the conversion price be less than",
  "provided that such price shall not be less than",
];

/** A ceiling as filings put it behind a price. */
export const ceilingsBehind = [
  "but in no event more than",
  "but in no event greater than",
  "but not more than",
  "but not higher than",
  "subject to a ceiling of",
  "subject to a cap of",
  "with a ceiling of",
];
