import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import { allowableCodes, settableCodes } from "../checks/codes.ts";
import { levels } from "../checks/levels.ts";
import { knownCode, level, policyShape, settableCode, userShape, valuedOn } from "./shape.ts";

type Schema = Readonly<Record<string, unknown>>;

const levelDescriptions: Readonly<Record<(typeof levels)[number], string>> = {
  off: "Not reported.",
  hint: "Three dots under the words, and nothing in the list of problems.",
  information: "Worth knowing.",
  warning: "Worth a look before the draft goes out.",
  error: "Has to be fixed; `notewright check` ends with 1.",
};

/** What editors know beyond what is read: which words to offer, and how to describe them. */
const offers: ReadonlyMap<unknown, Schema> = new Map<unknown, Schema>([
  [level, { type: "string", enumDescriptions: levels.map((one) => levelDescriptions[one]) }],
  [
    settableCode.pipe[1],
    {
      enum: settableCodes.map(({ code }) => code),
      enumDescriptions: settableCodes.map(({ title, severity }) => `${title} (${severity})`),
    },
  ],
  [
    knownCode.pipe[1],
    {
      enum: allowableCodes.map(({ code }) => code),
      enumDescriptions: allowableCodes.map(({ title }) => title),
    },
  ],
  [
    valuedOn.pipe[2],
    {
      patternErrorMessage: "Write the day as year-month-day, such as 2018-12-06, or leave it empty.",
    },
  ],
]);

const descriptions: Readonly<Record<keyof typeof userShape.entries, string>> = {
  valuedOn:
    "The day on which numbers that need one are worked out when neither a `scenario` nor the `market` names one, such as `2018-12-06`. Empty: such numbers wait for a day.",
  rules:
    'What a finding weighs, by its code: `"no-floor-price": "error"`. Errors in the shape of a draft stay errors. A house policy in `notewright.json` goes before these settings.',
  quiet:
    "For how many milliseconds a new finding waits on the line that is being written, unless the caret leaves the line before. Words that are not finished wait until the caret leaves their line, and what a new block lacks until it leaves the block; words of which nothing can become are shown at once. `0` shows every finding at once.",
  codeLens:
    "Shows a line over each note and scenario with what it comes to, how many findings there are, and a link to the memo: `$940,800.00 due December 6, 2018 · 3 warnings · memo`.",
  "inlayHints.periods":
    "Shows behind a period the day that it ends on, and behind a window of prices its first and last day.",
  "inlayHints.alternatives":
    "Shows behind each alternative of a choice whether it `wins`, or by how much it is off.",
  "inlayHints.percentages": "Shows behind a percentage the sum of money or the price that it comes to.",
};

/** The settings of the extension, as its manifest describes them. */
function configurationProperties(): Schema {
  const { properties = {} } = jsonOf(userShape);
  return Object.fromEntries(
    Object.entries(descriptions).map(([name, markdownDescription]) => [
      `notewright.${name}`,
      { ...(properties[name] as JsonSchema), markdownDescription },
    ]),
  );
}

/** The JSON schema of a house policy. */
export function policySchema(): Schema {
  const { $schema, properties = {}, ...others } = jsonOf(policyShape);
  const described = (key: keyof typeof policyShape.entries, description: string, more: Schema = {}) => ({
    [key]: { description, ...(properties[key] as JsonSchema), ...more },
  });
  return {
    $schema,
    title: "House policy for Notewright",
    ...others,
    properties: {
      ...properties,
      ...described(
        "rules",
        "What a finding weighs in this house, by its code. Goes before everyone's own settings.",
      ),
      ...described(
        "neverAllow",
        "Codes that no note may allow: an `allow` of them does not silence the finding.",
        { uniqueItems: true },
      ),
    },
  };
}

/** What is read as a JSON schema. What a check refuses beyond its words is not among the words that are offered. */
function jsonOf(schema: GenericSchema): JsonSchema {
  return toJsonSchema(schema, {
    typeMode: "input",
    overrideSchema: ({ valibotSchema, jsonSchema }) => ({ ...jsonSchema, ...offers.get(valibotSchema) }),
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === "check" ? { ...jsonSchema, ...offers.get(valibotAction) } : undefined,
  });
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
