import {
  type CodeAction,
  type CompletionItem,
  CompletionItemKind,
  type TextEdit,
} from "vscode-languageserver-types";
import { type Analysis, analyse } from "../../server/src/document/analysis.ts";
import { codeActions } from "../../server/src/features/actions.ts";
import { colours, colourTypes } from "../../server/src/features/colours.ts";
import { completion } from "../../server/src/features/completion.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { explain } from "../../server/src/features/explain.ts";
import { hover } from "../../server/src/features/hover.ts";
import { outline } from "../../server/src/features/outline.ts";
import { marking, offsetOf, positionOf, withCaret } from "./carets.ts";

export const uri = "file:///sheet.note";

/** What an editor would show at the caret `‸`: the hover's text, and the words that it is about. */
export function hoverAt(source: string): { readonly text: string; readonly marked: string } | undefined {
  const { text, offset } = withCaret(source);
  const found = hover(analyse(text, undefined), positionOf(text, offset));
  if (!found) return undefined;
  const { start, end } = found.range;
  return { text: found.markdown, marked: text.slice(offsetOf(text, start), offsetOf(text, end)) };
}

/** The hover of the clause that begins with these words, on a sheet without a caret. */
export function hoverOn(sheet: string, words: string): string {
  const at = sheet.indexOf(words);
  if (at < 0) throw new Error(`no such words: ${words}`);
  const found = hover(analyse(sheet, undefined), positionOf(sheet, at + 1));
  if (!found) throw new Error(`no hover: ${words}`);
  return found.markdown;
}

export function completionAt(source: string): CompletionItem[] {
  const { text, offset } = withCaret(source);
  return completion(analyse(text, undefined), positionOf(text, offset));
}

export function labelsAt(source: string): string[] {
  return completionAt(source).map(({ label }) => label);
}

/** The single words among them. */
export function wordsAt(source: string): string[] {
  return completionAt(source)
    .filter(({ kind }) => kind !== CompletionItemKind.Snippet)
    .map(({ label }) => label);
}

/** The whole phrases among them, in their order. */
export function phrasesAt(source: string): string[] {
  return completionAt(source)
    .filter(({ kind }) => kind === CompletionItemKind.Snippet)
    .map(({ label }) => label);
}

/** The outline as lines, deeper ones indented: name, then detail. */
export function outlineText(text: string): string {
  const lines = (symbols: ReturnType<typeof outline>, indent: string): string[] =>
    symbols.flatMap(({ name, detail, children }) => [
      `${indent}${name}${detail ? ` · ${detail}` : ""}`,
      ...lines(children ?? [], `${indent}  `),
    ]);
  return lines(outline(analyse(text, undefined)), "").join("\n");
}

/** Every coloured word with its colour, in the order of the text. */
export function coloured(text: string): string[] {
  const data = colours(analyse(text, undefined));
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, along = 0, length = 0, type = 0] = data.slice(at, at + 4);
    character = down === 0 ? character + along : along;
    line += down;
    const start = offsetOf(text, { line, character });
    found.push(`${text.slice(start, start + length)}: ${colourTypes[type]}`);
  }
  return found;
}

/** The repairs offered where the caret stands. */
export function actionsAt(source: string): readonly CodeAction[] {
  const { text, offset } = withCaret(source);
  const at = positionOf(text, offset);
  return codeActions(analyse(text, undefined), uri, { start: at, end: at });
}

export function edited(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .map(({ range, newText }) => ({
      start: offsetOf(text, range.start),
      end: offsetOf(text, range.end),
      newText,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, newText }) => all.slice(0, start) + newText + all.slice(end), text);
}

/** The text after the repair of that title. */
export function actionApplied(source: string, title: RegExp): string {
  const action = actionsAt(source).find((one) => title.test(one.title));
  if (!action) throw new Error(`no such repair: ${title}`);
  return edited(withCaret(source).text, action.edit?.changes?.[uri] ?? []);
}

/** The diagnostics of some codes: code and what is marked, then what is related. */
export function diagnosed(text: string, codes: ReadonlySet<string>): string[] {
  return diagnostics(analyse(text, undefined), uri)
    .filter(({ code }) => codes.has(String(code)))
    .map(({ code, range, relatedInformation = [] }) => {
      const spans = [range, ...relatedInformation.map(({ location }) => location.range)];
      const texts = spans.map(({ start, end }) => text.slice(offsetOf(text, start), offsetOf(text, end)));
      return [code, ...texts].join(" | ");
    });
}

/** Everything that an editor or the command line could show of an analysis. */
export function everything(analysis: Analysis): unknown {
  const { text } = analysis;
  const lines = text.split(/\r\n|\r|\n/);
  return {
    diagnostics: diagnostics(analysis, uri),
    figures: explain(analysis),
    outline: outline(analysis),
    colours: colours(analysis),
    hovers: lines.flatMap((line, index) =>
      [0, line.search(/\S/) + 1, line.length].map((character) => hover(analysis, { line: index, character })),
    ),
    completions: lines
      .filter((_, index) => index % 7 === 0)
      .map((line, index) =>
        completion(analysis, { line: index * 7, character: line.length }).map(({ label }) => label),
      ),
    actions: codeActions(analysis, uri, {
      start: { line: 0, character: 0 },
      end: { line: lines.length, character: 0 },
    }),
  };
}

export { marking };
