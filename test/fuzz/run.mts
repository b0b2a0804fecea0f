// Every draft through every feature: `npm run fuzz -- --drafts 1000000 --seed 7`.
import { writeFileSync } from "node:fs";
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
const kinds = new Map<string, { readonly count: number; readonly example: Found; readonly what: string }>();
/** Next to the sheets as the sources are to the root, so that the sources find them from there too. */
const folder = join(cache, "fuzz");

await build({
  entryPoints: ["worker.ts", "drafts.ts"].map((file) => join(root, "test/fuzz", file)),
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  sourcemap: "linked",
  logLevel: "warning",
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
});
const { draftAt } = (await import(join(folder, "drafts.mjs"))) as typeof import("./drafts.ts");
await Promise.all(
  Array.from({ length: workers }, (_, number) =>
    watch({
      worker: join(folder, "worker.mjs"),
      share: { seed, first: first + number, every: workers, drafts },
      patience: 30,
      mostMemory: 1_500,
      onFound: add,
      onReached: report,
      onLost: (index, why) =>
        add({ ...draftAt(seed, index), index, faults: [{ feature: "all", what: why }], steps: 0 }),
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
    const shorter = known === undefined || found.text.length < known.example.text.length;
    const file = join(folder, `${seed}-${found.index}.note`);
    if (shorter) writeFileSync(file, found.text);
    if (!known) console.error(`draft ${found.index}: ${feature}: ${what}\n    ${found.origin}: ${file}`);
    const count = (known?.count ?? 0) + 1;
    kinds.set(kind, {
      ...(shorter || !known ? { example: found, what: `${feature}: ${what}` } : known),
      count,
    });
  }
}

/** What was found, of each kind the shortest draft, which stands in a file of its own. */
function tell(): void {
  for (const { count, example, what } of [...kinds.values()].sort((a, b) => b.count - a.count))
    console.log(`${count} × ${what}\n    ${example.origin}, draft ${example.index}`);
  console.log(`${dearest?.steps ?? 0} steps at most: ${dearest?.origin}, draft ${dearest?.index}`);
  console.log(`${drafts - first} drafts of seed ${seed}: ${kinds.size} kinds of faults`);
  process.exitCode = kinds.size === 0 ? 0 : 1;
}
