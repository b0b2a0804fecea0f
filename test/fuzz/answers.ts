import type {
  CodeAction,
  DocumentSymbol,
  Hover,
  Location,
  Position,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-types";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { format, formatEdits } from "../../server/src/features/format.ts";
import { definition } from "../../server/src/features/navigation.ts";
import { edited, uri } from "../support/editor.ts";
import { type Asked, analysed, changedFigures, isTurn, note } from "./asked.ts";
import { isWithin, slipsIn, slipsInSentence } from "./says.ts";

/** What an answer is besides free of what no answer may hold, by the request. */
type Check = (asked: Asked, answer: never, params: never) => void;

/** Tables, code and lists may have more than one blank. */
const laidOut = /^(?:```[\s\S]*?^```|.*\|.*|\s*[-*] .*|!\[.*)$/gm;

/** A sign that Markdown would read as its own. */
const escaped = /\\([^\w\s])/g;

const hover = (asked: Asked, answer: Hover | null): void => {
  if (!answer) return;
  const { contents } = answer;
  const markdown = typeof contents === "object" && "value" in contents ? contents.value : "";
  if (markdown.trim() === "") note(asked, "hover", ["nothing in it"]);
  const prose = markdown.replace(laidOut, "").replace(escaped, "$1");
  note(asked, "hover", slipsInSentence(`${prose}.`, asked.draft.text, 40_000));
};

const repairs = (asked: Asked, actions: readonly CodeAction[]): void => {
  const { draft } = asked;
  for (const { title } of actions) note(asked, "repairs", slipsInSentence(title, draft.text));
  const one = actions[draft.chance % Math.max(1, actions.length)];
  const edits = one?.edit?.changes?.[uri];
  if (!edits || !isTurn(asked, 6)) return;
  diagnostics(analysed(draft, edited(draft.text, edits)), uri);
};

const outline = (asked: Asked, symbols: readonly DocumentSymbol[]): void => {
  const check = ({ name, range, selectionRange, children = [] }: DocumentSymbol): void => {
    note(asked, "outline", slipsInSentence(name, asked.draft.text));
    if (!isWithin(selectionRange, range)) note(asked, "outline", ["a name outside its clause"]);
    for (const child of children) check(child);
  };
  for (const symbol of symbols) check(symbol);
};

const colours = (asked: Asked, { data }: SemanticTokens): void => {
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

const formatting = (asked: Asked, edits: readonly TextEdit[]): void => {
  const { draft, analysis } = asked;
  const now = edited(draft.text, edits);
  if (isTurn(asked, 8) && format(draft.text) !== now)
    note(asked, "format", ["edits that make another text than the one that is formatted"]);
  if (now === draft.text || !isTurn(asked, 2)) return;
  const after = analysed(draft, now);
  if (formatEdits(after).length > 0) note(asked, "format", ["a formatted text that is formatted otherwise"]);
  const changed = changedFigures(analysis, after);
  if (changed !== undefined) note(asked, "format", [`another figure: ${changed}`]);
};

/** A name that is defined in the draft is changed everywhere without a change of what is worked out. */
const renamed = (
  asked: Asked,
  edit: WorkspaceEdit | null,
  { position }: { readonly position: Position },
): void => {
  const { draft, analysis } = asked;
  const edits = edit?.changes?.[uri];
  if (!edits || !isTurn(asked, 2) || definition({ uri, analysis }, position)?.uri !== uri) return;
  const changed = changedFigures(analysis, analysed(draft, edited(draft.text, edits)));
  if (changed !== undefined) note(asked, "rename", [`another figure: ${changed}`]);
};

export const checks: Readonly<Record<string, Check>> = {
  "textDocument/hover": hover,
  "textDocument/codeAction": repairs,
  "textDocument/documentSymbol": outline,
  "textDocument/semanticTokens/full": colours,
  "textDocument/formatting": formatting,
  "textDocument/rename": renamed,
};

type Parts = Readonly<Record<string, unknown>>;

/** Texts that no reader sees: addresses, and what a client hands back as it is. */
const unread: ReadonlySet<string> = new Set(["uri", "href", "target", "data", "kind", "code", "source"]);

/** What may have nothing in it but is then not there. */
const labels: ReadonlySet<string> = new Set(["label", "title", "name", "message"]);

/**
 * Looks through an answer, whatever its shape: no text of it may say what no text may, no label may be empty, and what
 * it marks lies inside the document.
 */
export function lookThrough(asked: Asked, feature: string, answer: unknown): void {
  const look = (value: unknown, key: string, elsewhere: boolean): void => {
    if (typeof value === "string" && !unread.has(key)) {
      note(asked, feature, slipsIn(value, asked.draft.text));
      if (labels.has(key) && value.trim() === "") note(asked, feature, [`an empty ${key}`]);
    } else if (typeof value === "number" && !Number.isFinite(value))
      note(asked, feature, [`${key} is ${value}`]);
    else if (typeof value === "object" && value !== null) lookInside(value as Parts, elsewhere);
  };
  const lookInside = (parts: Parts, elsewhere: boolean): void => {
    const address = parts.uri ?? parts.targetUri;
    const beyond = elsewhere || (typeof address === "string" && address !== uri);
    if (!beyond) note(asked, feature, wrongPlaces(parts, asked));
    for (const [key, value] of Object.entries(parts))
      look(value, key, beyond || (key.includes("://") && key !== uri));
  };
  look(answer, "", false);
}

/** What is wrong with the places that a part of an answer says. */
function wrongPlaces(parts: Parts, { lines }: Asked): string[] {
  const { start, end, position, startLine, endLine } = parts;
  if (isPosition(start) && isPosition(end)) return lines.wrongWith({ start, end });
  if (isPosition(position)) return lines.wrongWith({ start: position, end: position });
  if (typeof startLine !== "number" || typeof endLine !== "number") return [];
  return lines.wrongWith({
    start: { line: startLine, character: 0 },
    end: { line: endLine, character: 0 },
  });
}

function isPosition(value: unknown): value is Location["range"]["start"] {
  return typeof value === "object" && value !== null && "line" in value && "character" in value;
}
