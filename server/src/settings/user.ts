import type { Level, Settings } from "../checks/levels.ts";
import { type Day, parseIsoDate } from "../quantity/date.ts";
import { aboutLevel, aboutSetting, levelFrom } from "./read.ts";

/** What the user's settings ask for. */
export interface UserSettings {
  readonly valuedOn: Day | undefined;
  readonly settings: Settings;
  /** For how many milliseconds a new finding waits on the line that is being written; 0 for not at all. */
  readonly quiet: number;
  /** What can't be followed, a sentence each, with the name of the setting. */
  readonly complaints: readonly string[];
}

/** How long a finding waits unless the user says otherwise, and the longest that can be asked for. */
export const usualQuiet = 500;
export const longestQuiet = 60_000;

/** Reads the section `notewright` of an editor's settings, whatever it holds; a setting that is not there is usual. */
export function readUserSettings(section: unknown): UserSettings {
  const given = isRecord(section) ? section : {};
  const complaints: string[] = [];
  const complain = (setting: string, message: string): void => {
    complaints.push(`Setting notewright.${setting}: ${message}`);
  };
  return {
    valuedOn: readDay(given.valuedOn, complain),
    settings: { levels: readLevels(given.rules, complain), neverAllowed: new Set() },
    quiet: readQuiet(given.quiet, complain),
    complaints,
  };
}

type Complain = (setting: string, message: string) => void;

function readDay(value: unknown, complain: Complain): Day | undefined {
  if (isUnset(value) || value === "") return undefined;
  const day = typeof value === "string" ? parseIsoDate(value) : undefined;
  if (day === undefined) complain("valuedOn", "Write the day as year-month-day, such as 2018-12-06.");
  return day;
}

function readLevels(value: unknown, complain: Complain): Map<string, Level> {
  const levels = new Map<string, Level>();
  if (isUnset(value)) return levels;
  if (!isRecord(value)) {
    complain("rules", 'Give codes their levels in braces, such as { "no-floor-price": "error" }.');
    return levels;
  }
  for (const [code, said] of Object.entries(value)) {
    const level = levelFrom(said);
    const wrong = aboutSetting(code) ?? (level === undefined ? aboutLevel(code, said) : undefined);
    if (wrong !== undefined) complain("rules", wrong);
    else if (level !== undefined) levels.set(code, level);
  }
  return levels;
}

function readQuiet(value: unknown, complain: Complain): number {
  if (isUnset(value)) return usualQuiet;
  if (typeof value === "number" && value >= 0 && value <= longestQuiet) return value;
  complain(
    "quiet",
    `Write a number of milliseconds from 0 to ${longestQuiet}; 0 shows every finding at once.`,
  );
  return usualQuiet;
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
