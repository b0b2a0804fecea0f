import { lstatSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { asShipped, type Settings } from "../checks/levels.ts";
import { locatedPolicyProblems } from "../features/policy.ts";
import { houseRules } from "../settings/house.ts";
import { policyFile, readPolicy } from "../settings/policy.ts";
import { type Io, placeOf } from "./io.ts";
import { readSource } from "./read.ts";

/** Finds the house policy of each file: that in its folder or closest above it, bound by those further up. */
export interface Policies {
  readonly settingsFor: (file: string) => Settings;
  /** What can't be followed in the policies that were found so far, a line each: `notewright.json:3:5: …`. */
  readonly complaints: () => readonly string[];
}

export function housePolicies(io: Io): Policies {
  const byFolder = new Map<string, Settings>();
  const complaints: string[] = [];

  const inFolder = (folder: string): Settings => {
    const known = byFolder.get(folder);
    if (known) return known;
    const above = dirname(folder);
    const file = join(folder, policyFile);
    const further = above === folder ? asShipped : inFolder(above);
    const found = isThere(file) ? houseRules([further, read(file)]) : further;
    byFolder.set(folder, found);
    return found;
  };
  const read = (file: string): Settings => {
    const name = relative(io.folder, file) || file;
    const source = readSource(file, io);
    if ("unusable" in source) {
      complaints.push(source.unusable.replace(file, name));
      return asShipped;
    }
    const { settings, problems } = readPolicy(source.text);
    for (const { message, range } of locatedPolicyProblems(source.text, problems))
      complaints.push(`${name}:${range.start.line + 1}:${range.start.character + 1}: ${message}`);
    return settings;
  };
  return {
    settingsFor: (file) => inFolder(file === "-" ? resolve(io.folder) : dirname(placeOf(file, io))),
    complaints: () => complaints,
  };
}

/** Whether there is something by that name, whatever it is: what is no file is refused when it is read. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
