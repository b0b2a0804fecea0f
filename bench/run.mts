// Measures dist/server.js beside a server that knows no language (bare.ts): both alive together, taking turns,
// medians after warm-up, as ratios, because a ratio holds on a busy machine and a time does not.
//   npm run bench                       the whole table
//   npm run bench -- --quick            with fewer rounds
//   node bench/run.mts --server FILE    measures another build
// It ends with 1 only where something could not be run: how fast is fast enough is for the reader.
import { existsSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import type { Diagnostic } from "vscode-languageserver";
import { type Answers, type Client, start } from "./client.mts";
import {
  copyOf,
  type Edit,
  exchangeNote,
  letterIn,
  longSheet,
  type Mistake,
  mistakesIn,
  placeOf,
  type Sheet,
} from "./documents.mts";
import { priceFileTimes } from "./prices.mts";
import { type Figure, table } from "./table.mts";

const { values: flags } = parseArgs({
  options: { quick: { type: "boolean", default: false }, server: { type: "string" } },
});
const rounds = flags.quick
  ? { start: 5, startWarmUp: 1, turn: 31, turnWarmUp: 30, memory: 1 }
  : { start: 15, startWarmUp: 2, turn: 101, turnWarmUp: 100, memory: 3 };

/** A server, and how to know that what it published answers a text. */
interface Contestant {
  readonly script: string;
  readonly options?: object;
  readonly answers: (expected: Expected) => Answers;
}

/** What is known of a text that was sent: its version and length, and the line of the mistake in it. */
interface Expected {
  readonly version: number;
  readonly length: number;
  readonly line: number;
  readonly mistaken: boolean;
}

const pathOf = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const ours: Contestant = {
  script: flags.server ?? pathOf("dist/server.js"),
  answers:
    ({ version, line, mistaken }) =>
    (published) =>
      published.version === version &&
      published.diagnostics.some((each) => isErrorOn(each, line)) === mistaken,
};
const bare: Contestant = {
  script: pathOf(".cache/bench/bare.js"),
  answers:
    ({ version, length }) =>
    (published) =>
      published.version === version && published.diagnostics[0]?.message === String(length),
};

const short = exchangeNote;
const medium = longSheet(1_000, "few");
const long = longSheet(10_000, "few");
const talkative = longSheet(10_000, "many");

await buildBare();
const figures: Figure[] = [];
await report("start, 60 lines", "ms", { issue: 1.4, goal: 1.4 }, () => starts(short));
await report("start, 10,000 lines", "ms", { issue: 2.5, goal: 2.2 }, () => starts(long));
await report("keystroke, 60 lines", "ms", { issue: 2, goal: 1.8 }, () => keystrokes(short));
await report("keystroke, 1,000 lines", "ms", { issue: 2, goal: 2 }, () => keystrokes(medium));
await report("keystroke, 10,000 lines", "ms", { issue: 2, goal: 2 }, () => keystrokes(long));
const messages = await messagesOf(talkative);
await report(`keystroke, 10,000 lines, ${messages.length} messages`, "ms", {}, () => keystrokes(talkative));
await report("… against the payload alone", "ms", { goal: 1.4 }, () =>
  keystrokes(talkative, { ...bare, options: { payload: messages } }),
);
await report("completion with a keystroke, 60 lines", "ms", { issue: 2.2, goal: 2 }, () =>
  completions(short),
);
await report("completion with a keystroke, 1,000 lines", "ms", { issue: 2.2, goal: 2 }, () =>
  completions(medium),
);
await report("completion with a keystroke, 10,000 lines", "ms", { issue: 2.2, goal: 2 }, () =>
  completions(long),
);
await report("hover on price, 60 lines", "ms", { issue: 1.5, goal: 1.2 }, () => hovers(short, "price"));
await report("hover on principal, 60 lines", "ms", { issue: 1.5, goal: 1.2 }, () =>
  hovers(short, "principal"),
);
await report("hover on price, 1,000 lines", "ms", { issue: 1.5, goal: 1.2 }, () => hovers(medium, "price"));
await report("hover on price, 10,000 lines", "ms", { issue: 1.5, goal: 1.2 }, () => hovers(long, "price"));
await report("memory, one sheet", "MB", { issue: 1.4, goal: 1.4 }, () => memory([short]));
await report("memory, 10,000 lines", "MB", { issue: 1.8, goal: 1.6 }, () => memory([long]));
await report("memory, 200 documents", "MB", { issue: 1.6, goal: 1.5 }, () =>
  memory(Array.from({ length: 200 }, (_, index) => copyOf(index + 1))),
);
size("server bundle", flags.server ?? pathOf("dist/server-main.js"), { goal: 400 }, bare.script);
size("packaged extension", pathOf("notewright.vsix"), { issue: 1024 });
progress("");
console.log(table(figures));
const counts = await Promise.all(
  [short, medium, long].map(async (sheet) => (await messagesOf(sheet)).length),
);
const prices = priceFileTimes(rounds.start);
console.log(
  `\nA price file of 5,040 rows is read in ${prices.median.toFixed(1)} ms (goal 20); the first of a process in ${prices.first.toFixed(1)} ms.`,
);
console.log(`\nMessages published for the sheets with few of them: ${counts.join(", ")}.`);

async function report(
  name: string,
  unit: Figure["unit"],
  bars: Pick<Figure, "issue" | "goal">,
  measure: () => Promise<Pair>,
): Promise<void> {
  progress(`${name} …`);
  const pair = await measure();
  figures.push({ name, unit, ours: median(pair.ours), bare: median(pair.bare), ...bars });
}

/** What is being measured, on a line that the next one takes over. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

function size(name: string, file: string, bars: Pick<Figure, "issue" | "goal">, other?: string): void {
  if (!existsSync(file)) return;
  const kilobytes = (path: string): number => statSync(path).size / 1024;
  figures.push({
    name,
    unit: "KB",
    ours: kilobytes(file),
    ...(other ? { bare: kilobytes(other) } : {}),
    ...bars,
  });
}

/** Measurements of both, taken in turns. */
interface Pair {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
}

async function inTurns(count: number, warmUp: number, first: Turn, second: Turn): Promise<Pair> {
  const pair = { ours: [] as number[], bare: [] as number[] };
  for (let round = -warmUp; round < count; round++) {
    const times = { bare: await first(round + warmUp), ours: await second(round + warmUp) };
    if (round < 0) continue;
    pair.bare.push(times.bare);
    pair.ours.push(times.ours);
  }
  return pair;
}

/** One measurement, by its number. */
type Turn = (round: number) => Promise<number>;

/** From the start of the process to the first diagnostics, with a new process each time. */
async function starts(sheet: Sheet): Promise<Pair> {
  const turn =
    ({ script }: Contestant): Turn =>
    async () => {
      const client = await start(script);
      const first = client.published(sheet.uri, ({ version }) => version === 1);
      client.open(sheet);
      const { at } = await first;
      await client.stop();
      return at - client.startedAt;
    };
  return inTurns(rounds.start, rounds.startWarmUp, turn(bare), turn(ours));
}

/** From a mistake typed, or taken back, to the diagnostics that say so. */
async function keystrokes(sheet: Sheet, other = bare): Promise<Pair> {
  const edits = mistakesIn(sheet).flatMap(bothWays);
  const turn =
    (client: Client, contestant: Contestant): Turn =>
    async (round) => {
      const sent = performance.now();
      const { at } = await type(client, contestant, sheet, pick(edits, round)).answered;
      return at - sent;
    };
  return besides(sheet, other, turn);
}

/** From a letter typed, or taken back, to the list offered there. */
async function completions(sheet: Sheet): Promise<Pair> {
  const edits = bothWays(letterIn(sheet));
  const turn =
    (client: Client, contestant: Contestant): Turn =>
    async (round) => {
      const step = pick(edits, round);
      const sent = performance.now();
      const { answered } = type(client, contestant, sheet, step);
      const items = await client.complete(
        sheet.uri,
        step.edit.line,
        step.edit.from + step.edit.insert.length,
      );
      const time = performance.now() - sent;
      if (items === 0) throw new Error("Nothing was offered.");
      await answered;
      return time;
    };
  return besides(sheet, bare, turn);
}

async function hovers(sheet: Sheet, clause: string): Promise<Pair> {
  const { line, character } = placeOf(sheet, clause);
  const turn =
    (client: Client): Turn =>
    async () => {
      const sent = performance.now();
      await client.hover(sheet.uri, line, character);
      return performance.now() - sent;
    };
  return besides(sheet, bare, turn);
}

/** Memory once the sheets are open and answered. */
async function memory(sheets: readonly Sheet[]): Promise<Pair> {
  const turn =
    ({ script }: Contestant): Turn =>
    async () => {
      const client = await start(script);
      const all = sheets.map(({ uri }) => client.published(uri, ({ version }) => version === 1));
      sheets.forEach(client.open);
      await Promise.all(all);
      await pause(300);
      const used = client.memory();
      await client.stop();
      return used;
    };
  return inTurns(rounds.memory, 0, turn(bare), turn(ours));
}

/** Takes turns between both servers with the sheet open in them. */
async function besides(
  sheet: Sheet,
  other: Contestant,
  turn: (client: Client, contestant: Contestant) => Turn,
): Promise<Pair> {
  const clients = await Promise.all([opened(other, sheet), opened(ours, sheet)]);
  try {
    return await inTurns(rounds.turn, rounds.turnWarmUp, turn(clients[0], other), turn(clients[1], ours));
  } finally {
    await Promise.all(clients.map((client) => client.stop()));
  }
}

async function opened({ script, options }: Contestant, sheet: Sheet): Promise<Client> {
  const client = await start(script, options);
  const first = client.published(sheet.uri, ({ version }) => version === 1);
  client.open(sheet);
  await first;
  return client;
}

async function messagesOf(sheet: Sheet): Promise<Diagnostic[]> {
  const client = await start(ours.script);
  const first = client.published(sheet.uri, ({ version }) => version === 1);
  client.open(sheet);
  const { published } = await first;
  await client.stop();
  return published.diagnostics;
}

interface Step {
  readonly edit: Edit;
  /** Whether the text has the mistake afterwards. */
  readonly mistaken: boolean;
}

function bothWays({ make, mend }: Mistake): Step[] {
  return [
    { edit: make, mistaken: true },
    { edit: mend, mistaken: false },
  ];
}

/** Types; the answer counts only if it is about the text as it then is. */
function type(client: Client, contestant: Contestant, { uri, text }: Sheet, { edit, mistaken }: Step) {
  const length = text.length + (mistaken ? edit.insert.length : 0);
  let version = 0;
  const answered = client.published(uri, (published) =>
    contestant.answers({ version, length, line: edit.line, mistaken })(published),
  );
  version = client.change(uri, edit);
  return { answered };
}

function isErrorOn({ severity, range }: Diagnostic, line: number): boolean {
  return severity === 1 && range.start.line === line;
}

function pick<T>(items: readonly T[], round: number): T {
  const item = items[round % items.length];
  if (item === undefined) throw new Error("There is nothing to pick from.");
  return item;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** With the flags that scripts/build.mjs gives to dist/server.js, so that a difference is one of content. */
async function buildBare(): Promise<void> {
  await build({
    entryPoints: [pathOf("bench/bare.ts")],
    outfile: bare.script,
    bundle: true,
    minify: true,
    target: "es2023",
    platform: "node",
    format: "cjs",
    legalComments: "none",
    logLevel: "warning",
  });
}
