import { analyse } from "../features/analysis.ts";
import { diagnostics } from "../features/diagnostics.ts";

/** After this many readings the engine has compiled what a keystroke runs. */
const readings = 400;

/** No longer than this, in milliseconds, however slow the machine. */
const longest = 1_500;

/**
 * Reads a document again and again between messages, so that the first keystrokes are as quick as later ones: a
 * JavaScript engine compiles code well only after it has run often. Each turn is one reading, and messages go first.
 */
export function warmUp(text: string): void {
  const end = performance.now() + longest;
  let analysis = analyse(text, undefined);
  let turn = 0;
  const next = (): void => {
    analysis = analyse(turn % 2 === 0 ? text : `${text} `, undefined, analysis);
    diagnostics(analysis, "");
    if (++turn < readings && performance.now() < end) setImmediate(next);
  };
  setImmediate(next);
}
