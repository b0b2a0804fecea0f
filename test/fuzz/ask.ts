import type { DocumentSymbol } from "vscode-languageserver-types";
import { TooManySteps, withinSteps } from "../../server/src/base/steps.ts";
import { asShipped } from "../../server/src/checks/levels.ts";
import { type CheckFormat, checkFormats, findingsIn } from "../../server/src/cli/check.ts";
import type { Io } from "../../server/src/cli/io.ts";
import { memo } from "../../server/src/cli/memo.ts";
import { type Analysis, analyse } from "../../server/src/document/analysis.ts";
import type { Position } from "../../server/src/document/place.ts";
import { codeActions } from "../../server/src/features/actions.ts";
import { colours } from "../../server/src/features/colours.ts";
import { completion } from "../../server/src/features/completion.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { explain } from "../../server/src/features/explain.ts";
import { format, formatEdits } from "../../server/src/features/format.ts";
import { hover } from "../../server/src/features/hover.ts";
import { definition, references, renamable, rename } from "../../server/src/features/navigation.ts";
import { outline } from "../../server/src/features/outline.ts";
import { parseIsoDate } from "../../server/src/quantity/date.ts";
import { positionOf } from "../support/carets.ts";
import { edited, uri } from "../support/editor.ts";
import type { Draft } from "./drafts.ts";
import { isWithin, Lines, slipsIn, slipsInSentence } from "./says.ts";

/** Something that no answer may be. */
export interface Fault {
  /** The feature that answered. */
  readonly feature: string;
  readonly what: string;
}

/**
 * Steps that a draft may take, and for each of its characters more: some seven times what the dearest was seen to take.
 */
export const stepsAllowed = 200_000;
export const stepsForCharacter = 100;

const valuedOn = parseIsoDate("2019-02-01");

/** A draft, its analysis, and the faults found in what is answered of it. */
interface Asked {
  readonly draft: Draft;
  readonly analysis: Analysis;
  readonly lines: Lines;
  readonly found: Fault[];
}

type Feature = (asked: Asked) => void;

/** Everything that is wrong with what the program answers of a draft, and the steps that all answers took. */
export function ask(draft: Draft): { readonly faults: readonly Fault[]; readonly steps: number } {
  const faults: Fault[] = [];
  const allowed = stepsAllowed + stepsForCharacter * draft.text.length;
  try {
    const { steps } = withinSteps(allowed, () => {
      const analysis = attempt("analysis", faults, () => analysed(draft, draft.text));
      if (!analysis) return;
      const asked = { draft, analysis, lines: new Lines(draft.text), found: faults };
      for (const [name, feature] of featuresFor(draft)) attempt(name, faults, () => feature(asked));
    });
    return { faults, steps };
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
    faults.push({ feature: "all", what: "more steps than are allowed" });
    return { faults, steps: allowed };
  }
}

export function faultsOf(draft: Draft): readonly Fault[] {
  return ask(draft).faults;
}

function attempt<T>(feature: string, found: Fault[], task: () => T): T | undefined {
  try {
    return task();
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

function analysed({ files }: Draft, text: string): Analysis {
  return analyse(text, valuedOn, undefined, asShipped, files);
}

/** Adds what is wrong, each as the feature's. */
function note({ found }: Asked, feature: string, wrong: readonly string[]): void {
  for (const what of wrong) found.push({ feature, what });
}

/**
 * Whether it is this draft's turn among so many: what has to be read and worked out once more for a second answer is
 * compared in some.
 */
function isTurn({ draft: { chance } }: Asked, among: number): boolean {
  return (chance >> 4) % among === 0;
}

/** Where an author looks, and somewhere else. */
function places({ draft: { text, at, chance } }: Asked): Position[] {
  return [at, chance % (text.length + 1)].map((offset) => positionOf(text, Math.min(offset, text.length)));
}

const diagnose: Feature = (asked) => {
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

const list: Feature = (asked) => {
  const { draft, analysis } = asked;
  const names = Object.keys(checkFormats) as CheckFormat[];
  const form = names[draft.chance % names.length] ?? "json";
  let told = "";
  const stdout = (text: string): void => {
    told += text;
  };
  const io: Io = { stdout, stderr: stdout, stdin: () => new Uint8Array(), folder: "/", isTerminal: false };
  checkFormats[form](findingsIn("draft.note", analysis), { complete: true, io });
  if (form === "json" || form === "sarif") JSON.parse(told);
  else note(asked, `check as ${form}`, slipsIn(told, draft.text));
};

const repair: Feature = (asked) => {
  const { draft, analysis, lines } = asked;
  const all = { start: { line: 0, character: 0 }, end: positionOf(draft.text, draft.text.length) };
  const actions = codeActions(analysis, uri, all);
  for (const { title, edit } of actions) {
    note(asked, "repairs", slipsInSentence(title, draft.text));
    for (const { range, newText } of edit?.changes?.[uri] ?? [])
      note(asked, `repair “${title}”`, [...lines.wrongWith(range), ...slipsIn(newText, draft.text)]);
  }
  const one = actions[draft.chance % Math.max(1, actions.length)];
  const edits = one?.edit?.changes?.[uri];
  if (!edits || !isTurn(asked, 6)) return;
  diagnostics(analysed(draft, edited(draft.text, edits)), uri);
};

const draw: Feature = (asked) => {
  const { draft, analysis, lines } = asked;
  const check = ({ name, detail = "", range, selectionRange, children = [] }: DocumentSymbol): void => {
    note(asked, "outline", [...slipsInSentence(name, draft.text), ...slipsIn(detail, draft.text)]);
    note(asked, "outline", [...lines.wrongWith(range), ...lines.wrongWith(selectionRange)]);
    if (!isWithin(selectionRange, range)) note(asked, "outline", ["a name outside its clause"]);
    for (const child of children) check(child);
  };
  for (const symbol of outline(analysis)) check(symbol);
};

const colour: Feature = (asked) => {
  const data = colours(asked.analysis);
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, along = 0, length = 0] = data.slice(at, at + 3);
    character = down === 0 ? character + along : along;
    line += down;
    const end = { line, character: character + length };
    note(asked, "colours", asked.lines.wrongWith({ start: { line, character }, end }));
    if (length <= 0) note(asked, "colours", ["a colour for nothing"]);
  }
};

/** Tables, code and lists may have more than one blank. */
const laidOut = /^(?:```[\s\S]*?^```|.*\|.*|\s*[-*] .*|!\[.*)$/gm;

/** A sign that Markdown would read as its own. */
const escaped = /\\([^\w\s])/g;

const point: Feature = (asked) => {
  const { draft, analysis, lines } = asked;
  for (const position of places(asked)) {
    const found = hover(analysis, position, draft.chance % 4 === 0 ? "light" : undefined);
    if (!found) continue;
    note(asked, "hover", lines.wrongWith(found.range));
    note(asked, "hover", slipsIn(found.markdown, draft.text));
    if (found.markdown.trim() === "") note(asked, "hover", ["nothing in it"]);
    const prose = found.markdown.replace(laidOut, "").replace(escaped, "$1");
    note(asked, "hover", slipsInSentence(`${prose}.`, draft.text, 40_000));
  }
};

const complete: Feature = (asked) => {
  const { draft, analysis, lines } = asked;
  for (const position of places(asked)) {
    for (const { label, detail = "", documentation = "", textEdit } of completion(analysis, position)) {
      if (label.trim() === "") note(asked, "completion", ["an empty label"]);
      const words = typeof documentation === "string" ? documentation : documentation.value;
      note(asked, "completion", slipsIn(`${label}\n${detail}\n${words}`, draft.text));
      if (textEdit && "range" in textEdit) note(asked, "completion", lines.wrongWith(textEdit.range));
    }
  }
};

const work: Feature = (asked) => {
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

const print: Feature = (asked) => {
  if (!isTurn(asked, 3)) return;
  note(asked, "memo", slipsIn(memo(asked.analysis), asked.draft.text));
};

const tidy: Feature = (asked) => {
  const { draft, analysis, lines } = asked;
  const edits = formatEdits(analysis);
  for (const { range } of edits) note(asked, "format", lines.wrongWith(range));
  const now = edited(draft.text, edits);
  if (isTurn(asked, 8) && format(draft.text) !== now)
    note(asked, "format", ["edits that make another text than the one that is formatted"]);
  if (now === draft.text || !isTurn(asked, 2)) return;
  const after = analysed(draft, now);
  if (formatEdits(after).length > 0) note(asked, "format", ["a formatted text that is formatted otherwise"]);
  const changed = changedFigures(analysis, after);
  if (changed !== undefined) note(asked, "format", [`another figure: ${changed}`]);
};

/** The first figure that is not the same in both, by place. */
function changedFigures(before: Analysis, after: Analysis): string | undefined {
  const [was, is] = [before, after].map((analysis) =>
    explain(analysis).flatMap(({ figures, tranches, scenarios }) =>
      [{ figures }, ...tranches, ...scenarios].flatMap(({ figures: all }) =>
        all.map(({ id, value }) => `${id} ${value}`),
      ),
    ),
  );
  return (
    was?.find((figure, at) => figure !== is?.[at]) ??
    (was?.length === is?.length ? undefined : "their number")
  );
}

/** A name of the draft is found, and changed everywhere without a change of what is worked out. */
const name: Feature = (asked) => {
  const { draft, analysis, lines } = asked;
  const names = [...draft.text.matchAll(/["“”„][^"“”„\r\n]/g)];
  const quoted = names[draft.chance % Math.max(1, names.length)];
  const document = { uri, analysis };
  const [where] = places(asked);
  for (const position of [where, quoted && positionOf(draft.text, quoted.index + 1)]) {
    if (!position) continue;
    const found = renamable(document, position);
    const target = definition(document, position);
    const uses = references(document, position, [document], true);
    for (const { range, uri: address } of target ? [target, ...uses] : uses)
      if (address === uri) note(asked, "references", lines.wrongWith(range));
    if (!found) continue;
    note(asked, "rename", lines.wrongWith(found.range));
    const renaming = rename(document, position, "Another Name", [document]);
    if ("refused" in renaming) {
      note(asked, "rename", slipsInSentence(renaming.refused, draft.text));
      continue;
    }
    const edits = renaming.edit.changes?.[uri] ?? [];
    for (const { range } of edits) note(asked, "rename", lines.wrongWith(range));
    if (target?.uri !== uri || !isTurn(asked, 2)) continue;
    const changed = changedFigures(analysis, analysed(draft, edited(draft.text, edits)));
    if (changed !== undefined) note(asked, "rename", [`another figure: ${changed}`]);
  }
};

const looks: readonly (readonly [name: string, feature: Feature])[] = [
  ["diagnostics", diagnose],
  ["check", list],
  ["repairs", repair],
  ["outline", draw],
  ["colours", colour],
  ["hover", point],
  ["completion", complete],
];
const figures = [
  ["explain", work],
  ["memo", print],
] as const;
const changes = [
  ["format", tidy],
  ["rename", name],
] as const;

/** Of two starts of a sheet that are the same but for a letter, one is worked out and the other is formatted. */
function featuresFor({ oneOfMany, chance }: Draft): typeof looks {
  if (!oneOfMany) return [...looks, ...figures, ...changes];
  return [...looks, ...(chance % 2 === 0 ? figures : changes)];
}
