import type { CancellationToken } from "vscode-languageserver";
import type { Command } from "vscode-languageserver-types";
import { type Analysis, analyse } from "../../server/src/document/analysis.ts";
import type { Position } from "../../server/src/document/place.ts";
import type { Sources } from "../../server/src/lsp/feature.ts";
import { features } from "../../server/src/lsp/features.ts";
import { type Answering, type Guard, parsedWith } from "../../server/src/lsp/guard.ts";
import type { Schema } from "../../server/src/lsp/params.ts";
import { readUserSettings } from "../../server/src/settings/user.ts";
import { uri } from "../support/editor.ts";

/** A request of an editor as the server answers it. */
export interface Registered {
  readonly method: string;
  readonly params: Schema<unknown>;
  readonly answer: (params: unknown) => unknown;
}

/** What an editor asks, and where its author is. */
export interface Circumstances {
  readonly analysis: Analysis;
  readonly end: Position;
  readonly chance: number;
}

const { shown } = readUserSettings(undefined);

let analysed: Analysis | undefined;

const known = (): Analysis | undefined => analysed;

/** One document that is open, and nothing around it. What else features may draw on has nothing to say. */
const sources = new Proxy(
  {
    current: known,
    latest: known,
    failing: () => [],
    pictures: () => undefined,
    shown: () => shown,
    hasCommands: () => true,
    nothingAt: () => analyse("", undefined),
    known: () => (analysed ? [{ uri, analysis: analysed }] : []),
    list: async () => [],
    read: async () => ({ unusable: "missing" as const }),
  },
  { get: (own, name) => Reflect.get(own, name) ?? (() => undefined) },
) as unknown as Sources;

const token: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

/** Every request that the server answers, in the order of its features: a new one comes in by itself. */
export const requests: readonly Registered[] = collected();

function collected(): readonly Registered[] {
  const found: Registered[] = [];
  const guard: Partial<Guard> = {
    request: <P, R>(method: string, { params, answer }: Answering<P, R>) => {
      found.push({ method, params, answer: (given) => answer(given as P, token) });
    },
    notification: () => undefined,
    run: (_, work) => work(),
    send: () => undefined,
  };
  for (const { register } of features) register(guard as Guard, sources);
  return found;
}

/** Answers a request about a document. What it throws is thrown. */
export function answered({ answer }: Registered, params: unknown, analysis: Analysis): unknown {
  analysed = analysis;
  return answer(params);
}

/** The parts of a schema that say what a value has to be. */
interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Described>>;
  readonly wrapped?: Described;
  readonly item?: Described;
  readonly options?: readonly Described[];
  readonly literal?: unknown;
}

/** Parameters that fit the schema of a request, with the author at a place. */
export function paramsFor({ method, params }: Registered, at: Position, around: Circumstances): unknown {
  const made = valueFor(params as unknown as Described, "", at, around);
  const parsed = parsedWith(params, made);
  if ("wrong" in parsed) throw new Error(`No parameters for ${method}: ${parsed.wrong}`);
  return parsed.params;
}

/** What stands under a name in the parameters of the protocol. */
const values: Readonly<Record<string, (at: Position, around: Circumstances) => unknown>> = {
  uri: () => uri,
  position: (at) => at,
  range: (at, { chance, end }) =>
    chance % 3 === 0 ? { start: at, end: at } : { start: { line: 0, character: 0 }, end },
  newName: () => "Another Name",
  query: (_, { analysis, chance }) =>
    chance % 2 === 0 ? "" : (analysis.notes[0]?.note.name ?? "note").slice(0, 3),
  ch: (_, { chance }) => (chance % 2 === 0 ? "\n" : "}"),
  tabSize: () => 2,
};

function valueFor(schema: Described, name: string, at: Position, around: Circumstances): unknown {
  const known = values[name];
  if (known) return known(at, around);
  const { type, entries, wrapped, item, options } = schema;
  if (entries?.line && entries.character) return at;
  if (entries)
    return Object.fromEntries(
      Object.entries(entries).map(([key, inner]) => [key, valueFor(inner, key, at, around)]),
    );
  if (wrapped) return around.chance % 2 === 0 ? undefined : valueFor(wrapped, name, at, around);
  if (item) return [valueFor(item, name, at, around)];
  if (options) return valueOfOptions(options, name, at, around);
  return { string: "", number: 1, boolean: true, literal: schema.literal }[type];
}

function valueOfOptions(
  options: readonly (Described | unknown)[],
  name: string,
  at: Position,
  around: Circumstances,
): unknown {
  const chosen = options[around.chance % Math.max(1, options.length)];
  const isSchema = typeof chosen === "object" && chosen !== null && "type" in chosen;
  return isSchema ? valueFor(chosen as Described, name, at, around) : chosen;
}

/** The request whose items another one completes, where its name does not say so. */
const listing: Readonly<Record<string, string>> = { completionItem: "completion", workspaceSymbol: "symbol" };

/** What a request that completes items may be asked with: those that another request was answered with. */
export function itemsFor({ method, params }: Registered, answers: ReadonlyMap<string, unknown>): unknown[] {
  const [what = ""] = method.split("/");
  const listed = `/${listing[what] ?? what}`;
  return [...answers].flatMap(([other, answer]) =>
    other.endsWith(listed) ? itemsOf(answer).filter((item) => "params" in parsedWith(params, item)) : [],
  );
}

function itemsOf(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer;
  const items = (answer as { readonly items?: unknown } | undefined)?.items;
  return Array.isArray(items) ? items : [];
}

/** The commands in an answer, to be executed. */
export function commandsIn(answer: unknown): readonly Command[] {
  if (typeof answer !== "object" || answer === null) return [];
  const own = "command" in answer && typeof answer.command === "string" ? [answer as Command] : [];
  return [...own, ...Object.values(answer).flatMap(commandsIn)];
}
