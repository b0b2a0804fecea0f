import { allowableCodes, settableCodes } from "../checks/codes.ts";
import { levels } from "../checks/levels.ts";
import { policyKeys } from "./policy.ts";
import { longestQuiet, usualQuiet } from "./user.ts";

type Schema = Readonly<Record<string, unknown>>;

const levelDescriptions: Readonly<Record<(typeof levels)[number], string>> = {
  off: "Not reported.",
  hint: "Three dots under the words, and nothing in the list of problems.",
  information: "Worth knowing.",
  warning: "Worth a look before the draft goes out.",
  error: "Has to be mended; `notewright check` ends with 1.",
};

/** Codes and their levels: what settings and house policy have in common. */
const rulesSchema: Schema = {
  type: "object",
  default: {},
  propertyNames: {
    enum: settableCodes.map(({ code }) => code),
    enumDescriptions: settableCodes.map(({ title, severity }) => `${title} (${severity})`),
  },
  additionalProperties: {
    type: "string",
    enum: [...levels],
    enumDescriptions: levels.map((level) => levelDescriptions[level]),
  },
};

/** The settings of the extension, as its manifest describes them. */
function configurationProperties(): Schema {
  return {
    "notewright.valuedOn": {
      type: "string",
      default: "",
      pattern: "^(\\d{4}-\\d{2}-\\d{2})?$",
      patternErrorMessage: "Write the day as year-month-day, such as 2018-12-06, or leave it empty.",
      markdownDescription:
        "The day on which numbers that need one are worked out when neither a `scenario` nor the `market` names one, such as `2018-12-06`. Empty: such numbers wait for a day.",
    },
    "notewright.rules": {
      ...rulesSchema,
      markdownDescription:
        'What a finding weighs, by its code: `"no-floor-price": "error"`. Errors in the shape of a draft stay errors. A house policy in `notewright.json` goes before these settings.',
    },
    "notewright.quiet": {
      type: "number",
      default: usualQuiet,
      minimum: 0,
      maximum: longestQuiet,
      markdownDescription:
        "For how many milliseconds a new finding waits on the line that is being written, unless the caret leaves the line before. `0` shows every finding at once. Words that can't be read are shown at once in any case.",
    },
  };
}

/** The JSON schema of a house policy. */
export function policySchema(): Schema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "House policy for Notewright",
    type: "object",
    additionalProperties: false,
    properties: {
      [policyKeys.schema]: { type: "string" },
      [policyKeys.rules]: {
        description: "What a finding weighs in this house, by its code. Goes before everyone's own settings.",
        ...rulesSchema,
      },
      [policyKeys.neverAllow]: {
        description: "Codes that no note may allow: an `allow` of them does not silence the finding.",
        type: "array",
        uniqueItems: true,
        items: {
          type: "string",
          enum: allowableCodes.map(({ code }) => code),
          enumDescriptions: allowableCodes.map(({ title }) => title),
        },
      },
    },
  };
}

interface Manifest {
  readonly contributes: { readonly configuration: Schema };
}

/** A manifest with the settings as they are now; all else in it stays. */
export function manifestWithSettings(text: string): string {
  const manifest = JSON.parse(text) as Manifest;
  const configuration = { ...manifest.contributes.configuration, properties: configurationProperties() };
  const contributes = { ...manifest.contributes, configuration };
  return `${JSON.stringify({ ...manifest, contributes }, undefined, 2)}\n`;
}
