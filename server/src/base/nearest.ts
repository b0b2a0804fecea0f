import { distance } from "fastest-levenshtein";

/** How many letters have to be put in, taken out or changed to make one word the other. */
export function editsBetween(one: string, other: string): number {
  return distance(one, other);
}

/**
 * The candidate that a misspelt name most likely means, or undefined when none is close:
 * at most a third of the letters may differ. Letter case does not count.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const target = name.toLowerCase();
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(target.length / 3)) + 1;
  for (const candidate of candidates) {
    // So many letters more or fewer are as many edits at least.
    if (Math.abs(candidate.length - target.length) >= fewest) continue;
    const edits = distance(target, candidate.toLowerCase());
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}
