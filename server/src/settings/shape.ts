import {
  array,
  boolean,
  check,
  type InferOutput,
  maxValue,
  minValue,
  number,
  object,
  optional,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
} from "valibot";
import { levels } from "../checks/levels.ts";
import { parseIsoDate } from "../quantity/date.ts";
import { aboutCode, aboutSetting } from "./codes.ts";

/**
 * What settings and house policy may say, once: what is read, its types and the schemas for editors all come from here.
 * The messages are whole sentences.
 */

/** A level of a finding. */
export const level = picklist(levels);

/** A code that settings reach. */
export const settableCode = pipe(
  string(),
  check(
    (code) => aboutSetting(code) === undefined,
    ({ input }) => aboutSetting(input) ?? "",
  ),
);

/** A code that may be named at all. */
export const knownCode = pipe(
  string('A code stands in quotes, such as "no-floor-price".'),
  check(
    (code) => aboutCode(code) === undefined,
    ({ input }) => aboutCode(input) ?? "",
  ),
);

/** Codes and their levels. */
export const rules = record(settableCode, level);

const wrongDay = "Write the day as year-month-day, such as 2018-12-06.";

/** A day, or nothing. */
export const valuedOn = pipe(
  string(wrongDay),
  regex(/^(\d{4}-\d{2}-\d{2})?$/, wrongDay),
  check((text) => text === "" || parseIsoDate(text) !== undefined, wrongDay),
);

/** How long a finding waits unless the user says otherwise, and the longest that can be set. */
const usualQuiet = 500;
const maxQuiet = 60_000;
const wrongQuiet = `Write a number of milliseconds from 0 to ${maxQuiet}; 0 shows every finding at once.`;

export const quiet = pipe(number(wrongQuiet), minValue(0, wrongQuiet), maxValue(maxQuiet, wrongQuiet));

const wrongSwitch = "Write true to show it, or false to leave it out.";

/** Whether something is shown between the lines. */
const shown = optional(boolean(wrongSwitch), true);

/** The user's settings, by their names behind `notewright.`; what stands before a dot holds those behind it. */
export const userShape = object({
  valuedOn: optional(valuedOn, ""),
  rules: optional(rules, {}),
  quiet: optional(quiet, usualQuiet),
  codeLens: shown,
  "inlayHints.periods": shown,
  "inlayHints.alternatives": shown,
  "inlayHints.percentages": shown,
});

export type UserValues = InferOutput<typeof userShape>;

/** What a policy file may say. */
export const policyShape = strictObject({
  $schema: optional(string()),
  rules: optional(rules, {}),
  neverAllow: optional(array(knownCode)),
});

export type PolicyKey = keyof InferOutput<typeof policyShape>;
