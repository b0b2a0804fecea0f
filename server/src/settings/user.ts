import { type BaseIssue, type BaseSchema, safeParse } from "valibot";
import type { Level, Settings } from "../checks/levels.ts";
import { type Day, parseIsoDate } from "../quantity/date.ts";
import { levelsFrom } from "./rules.ts";
import { userShape } from "./shape.ts";

/** The user's settings, as they are followed. */
export interface UserSettings {
  readonly valuedOn: Day | undefined;
  readonly settings: Settings;
  /** For how many milliseconds a new finding waits on the line that is being written; 0 for not at all. */
  readonly quiet: number;
  readonly shown: Shown;
  /** What can't be followed, a sentence each, with the name of the setting. */
  readonly complaints: readonly string[];
}

/** What is shown between the lines of a sheet. */
export interface Shown {
  readonly codeLens: boolean;
  readonly periods: boolean;
  readonly alternatives: boolean;
  readonly percentages: boolean;
}

type Schema<V> = BaseSchema<V | undefined, V, BaseIssue<unknown>>;
type Name = keyof typeof userShape.entries;
type SwitchName = Extract<Name, "codeLens" | `inlayHints.${string}`>;

/** Reads the section `notewright` of an editor's settings, whatever it holds; a setting that is not there is usual. */
export function readUserSettings(section: unknown): UserSettings {
  const given: Readonly<Record<string, unknown>> = isRecord(section) ? section : {};
  const complaints: string[] = [];
  const complain = (name: Name, message: string): void => {
    complaints.push(`Setting notewright.${name}: ${message}`);
  };
  const { valuedOn, quiet } = userShape.entries;
  const day = usable(valuedOn, given.valuedOn, (message) => complain("valuedOn", message));
  const levels = levelsIn(given.rules, (message) => complain("rules", message));
  const isShown = (name: SwitchName): boolean =>
    usable(userShape.entries[name], valueAt(given, name), (message) => complain(name, message));
  return {
    valuedOn: parseIsoDate(day),
    settings: { levels, neverAllowed: new Set() },
    quiet: usable(quiet, given.quiet, (message) => complain("quiet", message)),
    shown: {
      codeLens: isShown("codeLens"),
      periods: isShown("inlayHints.periods"),
      alternatives: isShown("inlayHints.alternatives"),
      percentages: isShown("inlayHints.percentages"),
    },
    complaints,
  };
}

/** What a section gives for a name: what stands before a dot is a section of its own, or part of the name. */
function valueAt(section: Readonly<Record<string, unknown>>, name: string): unknown {
  const [first = "", ...rest] = name.split(".");
  const inner = section[first];
  return section[name] ?? (rest.length > 0 && isRecord(inner) ? valueAt(inner, rest.join(".")) : inner);
}

/** What is given, or the usual where nothing is or it can't be followed. */
function usable<V>(
  schema: Schema<V> & { readonly default: V },
  given: unknown,
  complain: (message: string) => void,
): V {
  if (given === undefined || given === null) return schema.default;
  const result = safeParse(schema, given);
  if (result.success) return result.output;
  complain(result.issues[0].message);
  return schema.default;
}

function levelsIn(given: unknown, complain: (message: string) => void): Map<string, Level> {
  if (given === undefined || given === null) return new Map();
  if (isRecord(given))
    return levelsFrom(
      Object.entries(given).map(([code, level]) => ({
        code,
        given: level,
        complain: (_, message) => complain(message),
      })),
    );
  complain('Give codes their levels in braces, such as { "no-floor-price": "error" }.');
  return new Map();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
