import { example, subjectsIn } from "../test/support/analyse.ts";
import { openPoints } from "../server/src/finance/open-points.ts";
const text = example("power-up-note");
const subs = []; for (let i = 0; i < 4000; i++) { const [s] = subjectsIn(text); subs.push(s!);} 
const t = performance.now();
for (const s of subs) openPoints(s.alone, s.played);
console.log((performance.now() - t) / subs.length * 1000, "µs");
