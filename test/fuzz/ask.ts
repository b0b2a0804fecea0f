import { ResponseError } from "vscode-languageserver";
import { TooManySteps, withinStepsOf } from "../../server/src/base/steps.ts";
import { type CheckFormat, checkFormats, findingsIn } from "../../server/src/cli/check.ts";
import type { Io } from "../../server/src/cli/io.ts";
import { memo } from "../../server/src/cli/memo.ts";
import type { Position } from "../../server/src/document/place.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { explain } from "../../server/src/features/explain.ts";
import { positionOf } from "../support/carets.ts";
import { uri } from "../support/editor.ts";
import { checks, lookThrough } from "./answers.ts";
import { type Asked, analysed, type Fault, isTurn, note } from "./asked.ts";
import type { Draft } from "./drafts.ts";
import { answered, commandsIn, itemsFor, paramsFor, type Registered, requests } from "./requests.ts";
import { Lines, slipsIn, slipsInSentence } from "./says.ts";

export type { Fault };

/**
 * Steps that a draft may take, and for each of its characters more: some seven times what the dearest was seen to take.
 */
export const stepsAllowed = 200_000;
export const stepsForCharacter = 100;

/** Everything that is wrong with what the program answers of a draft, and the steps that all answers took. */
export async function ask(
  draft: Draft,
): Promise<{ readonly faults: readonly Fault[]; readonly steps: number }> {
  const faults: Fault[] = [];
  const allowed = stepsAllowed + stepsForCharacter * draft.text.length;
  try {
    const { steps } = await withinStepsOf(allowed, async () => {
      const analysis = await attempt("analysis", faults, () => analysed(draft, draft.text));
      if (analysis) await askAll({ draft, analysis, lines: new Lines(draft.text), found: faults });
    });
    return { faults, steps };
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
    faults.push({ feature: "all", what: "more steps than are allowed" });
    return { faults, steps: allowed };
  }
}

export async function faultsOf(draft: Draft): Promise<readonly Fault[]> {
  return (await ask(draft)).faults;
}

/** What the shells make of a draft without a request, and then every request that the server answers. */
async function askAll(asked: Asked): Promise<void> {
  for (const [name, look] of withoutRequest)
    if (isDue(asked.draft, name)) await attempt(name, asked.found, () => look(asked));
  const answers = new Map<string, unknown>();
  for (const request of requests)
    if (isDue(asked.draft, request.method))
      answers.set(request.method, await askOne(request, asked, answers));
}

async function attempt<T>(
  feature: string,
  found: Fault[],
  task: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof TooManySteps) throw error;
    const [, , place = ""] = error instanceof Error ? (error.stack ?? "").split(/\n *at /) : [];
    found.push({
      feature,
      what: `threw ${error}${place && `, ${place.replace(/file:.*\/(?=[^/]+\/[^/]+$)/, "")}`}`,
    });
    return undefined;
  }
}

/** Asks a request at each place where it may matter; gives its last answer. */
async function askOne(
  request: Registered,
  asked: Asked,
  before: ReadonlyMap<string, unknown>,
): Promise<unknown> {
  const feature = request.method.replace(/^textDocument\//, "");
  let last: unknown;
  const { draft, analysis } = asked;
  for (const params of paramsOf(request, asked, before)) {
    const answer = await attempt(feature, asked.found, () => answered(request, params, analysis));
    if (answer instanceof ResponseError) note(asked, feature, slipsInSentence(answer.message, draft.text));
    else if (answer !== undefined && answer !== null) {
      lookThrough(asked, feature, answer);
      checks[request.method]?.(asked, answer as never, params as never);
    }
    last = answer ?? last;
  }
  return last;
}

/** With what a request is asked: where an author looks and somewhere else, or with what another answer offers. */
function paramsOf(
  request: Registered,
  asked: Asked,
  before: ReadonlyMap<string, unknown>,
): readonly unknown[] {
  const { draft, analysis } = asked;
  const one = <T>(all: readonly T[]): readonly T[] =>
    all.slice(draft.chance % Math.max(1, all.length)).slice(0, 1);
  if (request.method.endsWith("/resolve")) return one(itemsFor(request, before));
  if (request.method === "workspace/executeCommand")
    return one([...before.values()].flatMap(commandsIn)).map(({ command, arguments: given }) => ({
      command,
      arguments: given,
    }));
  const around = { analysis, end: positionOf(draft.text, draft.text.length), chance: draft.chance };
  const made = places(asked, request.method).map((place) => paramsFor(request, place, around));
  const [first] = made;
  return made.filter((params) => params === first || JSON.stringify(params) !== JSON.stringify(first));
}

/** Where an author looks, and somewhere else; of names also where one stands. */
function places({ draft: { text, at, chance } }: Asked, method: string): Position[] {
  const names = /rename|references|definition|highlight|linked/i.test(method)
    ? [...text.matchAll(/["“”„][^"“”„\r\n]/g)]
    : [];
  const quoted = names[chance % Math.max(1, names.length)];
  const other = quoted ? quoted.index + 1 : chance % (text.length + 1);
  return [at, other].map((offset) => positionOf(text, Math.min(offset, text.length)));
}

type Look = (asked: Asked) => void;

const diagnose: Look = (asked) => {
  const { draft, analysis, lines } = asked;
  for (const { message, range, relatedInformation = [] } of diagnostics(analysis, uri)) {
    const words = typeof message === "string" ? message : message.value;
    note(asked, "diagnostics", [...slipsInSentence(words, draft.text), ...lines.wrongWith(range)]);
    for (const { message: other, location } of relatedInformation) {
      const beyond = location.uri === uri ? lines.wrongWith(location.range) : [];
      note(asked, "diagnostics", [...slipsInSentence(other, draft.text), ...beyond]);
    }
  }
};

const list: Look = (asked) => {
  const { draft, analysis } = asked;
  const names = Object.keys(checkFormats) as CheckFormat[];
  const form = names[draft.chance % names.length] ?? "json";
  const io = listening();
  const printer = checkFormats[form](io.io);
  printer.add(findingsIn("draft.note", analysis));
  printer.end(true);
  if (form === "json" || form === "sarif") JSON.parse(io.heard());
  else note(asked, `check as ${form}`, slipsIn(io.heard(), draft.text));
};

function listening(): { readonly io: Io; readonly heard: () => string } {
  let heard = "";
  const stdout = (text: string): void => {
    heard += text;
  };
  return {
    io: { stdout, stderr: stdout, stdin: () => new Uint8Array(), folder: "/", isTerminal: false },
    heard: () => heard,
  };
}

const work: Look = (asked) => {
  const { draft, analysis } = asked;
  for (const { figures, tranches, scenarios } of explain(analysis)) {
    for (const { figures: all } of [{ figures }, ...tranches, ...scenarios]) {
      for (const { id, label, value, unit, steps, assumptions, waitingFor = [] } of all) {
        const words = [label, value ?? "", unit, ...steps, ...assumptions, ...waitingFor];
        note(asked, `figure ${id}`, slipsIn(words.join("\n"), draft.text));
        for (const sentence of [...assumptions, ...waitingFor])
          note(asked, `figure ${id}`, slipsInSentence(sentence, draft.text));
      }
    }
  }
};

const print: Look = (asked) => {
  if (!isTurn(asked, 3)) return;
  note(asked, "memo", slipsIn(memo(asked.analysis), asked.draft.text));
};

const withoutRequest: readonly (readonly [name: string, look: Look])[] = [
  ["diagnostics", diagnose],
  ["check", list],
  ["explain", work],
  ["memo", print],
];

/** Of two starts of a sheet that are the same but for a letter, one is worked out and the other is changed. */
const workedOut: ReadonlySet<string> = new Set(["explain", "memo"]);
const changing = /ormatting$|ename$/;

function isDue({ oneOfMany, chance }: Draft, name: string): boolean {
  if (!oneOfMany) return true;
  if (workedOut.has(name)) return chance % 2 === 0;
  return !changing.test(name) || chance % 2 === 1;
}
