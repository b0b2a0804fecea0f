import { safeFixes, withFixes } from "../features/fix-all.ts";
import { analyseFile } from "./analyse.ts";
import type { Io } from "./io.ts";
import { housePolicies } from "./policy.ts";

/** Repairs may bring to light others; after so many rounds the rest is left to the author. */
const mostRounds = 5;

/** A sheet with every repair that can't change a number, and how many those are. */
export function repaired(
  file: string,
  text: string,
  io: Io,
): { readonly text: string; readonly count: number } {
  const { settingsFor } = housePolicies(io);
  let now = text;
  let count = 0;
  for (let round = 0; round < mostRounds; round++) {
    const analysis = analyseFile(file, now, undefined, settingsFor(file), io);
    const fixes = safeFixes(analysis);
    const next = withFixes(analysis, fixes);
    if (fixes.length === 0 || next === now) break;
    now = next;
    count += fixes.length;
  }
  return { text: now, count };
}
