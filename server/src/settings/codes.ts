import { nearest } from "../base/nearest.ts";
import { listing } from "../base/words.ts";
import { codeNamed, isSettable, settableCodes } from "../checks/codes.ts";
import { levels } from "../checks/levels.ts";

/** What is wrong with one entry of some settings, as whole sentences; undefined where nothing is. */
export type Complaint = string | undefined;

/** Whether a code may be given a level. */
export function aboutSetting(code: string): Complaint {
  const known = codeNamed(code);
  if (!known) return unknownCode(code);
  if (isSettable(known)) return undefined;
  return `“${code}” can't be set: it says that a part of the draft can't be read, and what can't be read stays an error.`;
}

/** Whether a code may be named at all. */
export function aboutCode(code: string): Complaint {
  return codeNamed(code) ? undefined : unknownCode(code);
}

/** What to say of a value that is no level. */
export function aboutLevel(code: string, value: unknown): string {
  const said = typeof value === "string" ? `“${value}” is no level` : "This is no level";
  return `${said} for “${code}”. Write ${listing(
    levels.map((level) => `"${level}"`),
    "or",
  )}.`;
}

/** `Did you mean “rules”?`, or nothing where no name is close. */
export function didYouMean(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  return near === undefined ? "" : ` Did you mean “${near}”?`;
}

function unknownCode(code: string): string {
  const offer = didYouMean(
    code,
    settableCodes.map((one) => one.code),
  );
  return `There is no rule “${code}”.${offer || " The command `notewright rules` lists every code."}`;
}
