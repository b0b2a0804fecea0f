// Every draft through every feature: `npm run fuzz -- --drafts 1000000 --seed 7`.
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { cache, root } from "../../scripts/setup.mjs";
import { type Found, watch } from "./watch.mts";

const { values } = parseArgs({
  options: {
    drafts: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    first: { type: "string", default: "0" },
    workers: { type: "string", default: String(availableParallelism()) },
  },
});
const [drafts, seed, first, workers] = [
  Number(values.drafts),
  Number(values.seed),
  Number(values.first),
  Number(values.workers),
];

/** The draft that took the most steps. */
let dearest: Found | undefined;
const tenth = Math.max(1, Math.min(50_000, Math.floor(drafts / 10)));
let reported = first;

/** Faults of one kind are shown once, with how often they were found. */
const kinds = new Map<string, { count: number; readonly example: Found; readonly what: string }>();
/** Next to the sheets as the sources are to the root, so that the sources find them from there too. */
const folder = join(cache, "fuzz");
const worker = join(folder, "worker.mjs");

await build({
  entryPoints: [join(root, "test/fuzz/worker.ts")],
  outfile: worker,
  bundle: true,
  platform: "node",
  format: "esm",
  sourcemap: "linked",
  logLevel: "warning",
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
});
await Promise.all(
  Array.from({ length: workers }, (_, number) =>
    watch({
      worker,
      share: { seed, first: first + number, every: workers, drafts },
      patience: 30,
      mostMemory: 1_500,
      onFound: add,
      onReached: report,
      onLost: (index, why) =>
        add({ index, origin: "", text: "", faults: [{ feature: "all", what: why }], steps: 0 }),
    }),
  ),
);
tell();

/** Says now and then how far the run is. */
function report(index: number): void {
  if (index < reported + tenth) return;
  reported = index;
  console.error(`at draft ${index} of ${drafts}`);
}

function add(found: Found): void {
  if (!dearest || found.steps > dearest.steps) dearest = found;
  for (const { feature, what } of found.faults) {
    const kind = `${feature.split(" ")[0]}: ${what}`.replace(/\d+/g, "9").slice(0, 90);
    const known = kinds.get(kind);
    if (!known) {
      kinds.set(kind, { count: 1, example: found, what: `${feature}: ${what}` });
      console.error(`draft ${found.index}: ${feature}: ${what}`);
    } else if (found.text.length < known.example.text.length)
      kinds.set(kind, { count: known.count + 1, example: found, what: `${feature}: ${what}` });
    else known.count++;
  }
}

/** What was found, the shortest draft of each kind written down beside the report. */
function tell(): void {
  mkdirSync(folder, { recursive: true });
  for (const { count, example, what } of [...kinds.values()].sort((a, b) => b.count - a.count)) {
    const file = join(folder, `${seed}-${example.index}.note`);
    writeFileSync(file, example.text);
    console.log(`${count} × ${what}\n    ${example.origin}, draft ${example.index}: ${file}`);
  }
  console.log(`${dearest?.steps ?? 0} steps at most: ${dearest?.origin}, draft ${dearest?.index}`);
  console.log(`${drafts - first} drafts of seed ${seed}: ${kinds.size} kinds of faults`);
  process.exitCode = kinds.size === 0 ? 0 : 1;
}
