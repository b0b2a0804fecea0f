/** What filings say of a price before they bound it. */
const priceNames = ["conversion price", "price", "such price", "fixed conversion price"];

const stated = (verbs: readonly string[]): readonly string[] =>
  ["provided that", "provided"].flatMap((opening) =>
    priceNames.flatMap((name) => [
      ...verbs.flatMap((verb) => [`${opening} the ${name} ${verb}`, `${opening} ${name} ${verb}`]),
      ...verbs.flatMap((verb) => {
        const [, compared] = /^shall not be (.+)$/.exec(verb) ?? [];
        return compared === undefined ? [] : [`${opening} in no event shall the ${name} be ${compared}`];
      }),
    ]),
  );

/** A floor as filings put it behind a price. */
export const floorsBehind: readonly string[] = [
  ...["but", "and", ""].flatMap((joint) =>
    ["in no event", "never"].flatMap((never) =>
      ["less than", "lower than", "below"].map((than) => `${joint} ${never} ${than}`.trim()),
    ),
  ),
  "but not less than",
  "but not lower than",
  "but not below",
  "but no less than",
  "but no lower than",
  "not lower than",
  "not less than",
  "no less than",
  "no lower than",
  "subject to a floor of",
  "subject to a floor price of",
  "subject to a minimum of",
  "subject to a minimum price of",
  "subject to a minimum conversion price of",
  "with a floor of",
  "with a floor price of",
  "with a minimum of",
  ...stated([
    "shall not be less than",
    "shall not be lower than",
    "shall in no event be less than",
    "shall in no event be lower than",
  ]),
];

/** A ceiling as filings put it behind a price. */
export const ceilingsBehind: readonly string[] = [
  ...["but", "and", ""].flatMap((joint) =>
    ["more than", "greater than", "higher than"].map((than) => `${joint} in no event ${than}`.trim()),
  ),
  "but not more than",
  "but not higher than",
  "but not greater than",
  "not to exceed",
  "but not to exceed",
  "subject to a ceiling of",
  "subject to a cap of",
  "subject to a maximum of",
  "with a ceiling of",
  "with a cap of",
  "with a maximum of",
  ...stated([
    "shall not be more than",
    "shall not be greater than",
    "shall not exceed",
    "shall in no event be more than",
  ]),
];
