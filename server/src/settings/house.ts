import { codeNamed } from "../checks/codes.ts";
import { asShipped, heaviest, type Level, type Settings } from "../checks/levels.ts";

/**
 * What the policies above a note come to, the closest last. The closest speaks alone, but for what one above never lets a
 * note allow: that stays so, and weighs at least what it weighs there, whatever a closer policy says or leaves out.
 */
export function houseRules(policies: readonly Settings[]): Settings {
  return policies.reduce(boundBy, asShipped);
}

function boundBy(above: Settings, closest: Settings): Settings {
  if (above.neverAllowed.size === 0) return closest;
  const levels = new Map(closest.levels);
  for (const code of above.neverAllowed) {
    const least = above.levels.get(code);
    const own = closest.levels.get(code);
    if (least !== undefined || own !== undefined) levels.set(code, atLeast(least, own, code));
  }
  return { levels, neverAllowed: new Set([...above.neverAllowed, ...closest.neverAllowed]) };
}

function atLeast(least: Level | undefined, own: Level | undefined, code: string): Level {
  const bound = least ?? codeNamed(code)?.severity ?? "off";
  return heaviest(own === undefined ? [bound] : [bound, own]);
}
