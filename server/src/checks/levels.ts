import type { Severity } from "../base/problem.ts";

/** How much a finding weighs by a setting: a severity, or `off` where it is not shown. */
export type Level = Severity | "off";

export const levels = ["off", "hint", "information", "warning", "error"] as const satisfies readonly Level[];

/** What the user's settings and house policy say of findings. */
export interface Settings {
  /** By code; a finding whose code is not named keeps the severity that it was found with. */
  readonly levels: ReadonlyMap<string, Level>;
  /** The codes that house policy lets no note allow. */
  readonly neverAllowed: ReadonlySet<string>;
}

/** Every rule as it comes. */
export const asShipped: Settings = { levels: new Map(), neverAllowed: new Set() };

/** Both together; where both name a code, the second holds. */
export function combined(first: Settings, second: Settings): Settings {
  return {
    levels: new Map([...first.levels, ...second.levels]),
    neverAllowed: new Set([...first.neverAllowed, ...second.neverAllowed]),
  };
}

/** The level of a finding that goes by one or more codes: what is set for the first of them that is named. */
export function levelOf(codes: readonly string[], severity: Severity, settings: Settings): Level {
  const named = codes.find((code) => settings.levels.has(code));
  return (named === undefined ? undefined : settings.levels.get(named)) ?? severity;
}

/** The heaviest of some levels; `off` of none. */
export function heaviest(all: readonly Level[]): Level {
  return levels.findLast((level) => all.includes(level)) ?? "off";
}
