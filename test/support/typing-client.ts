import { type CompletionItem, InsertTextFormat } from "vscode-languageserver-types";
import { type Analysis, analyse } from "../../server/src/document/analysis.ts";
import { completion } from "../../server/src/features/completion.ts";
import { positionOf } from "./carets.ts";

/**
 * What VS Code does with a list while words are typed: a trigger character or the first letter of a word opens one; what
 * is typed filters it; Enter takes its first item where that would change the text, and else ends the line.
 */
export interface Session {
  readonly items: readonly CompletionItem[];
}

const triggers = new Set([" ", '"']);

/** As the language's configuration has it. */
const word = /[$€£¥]?\.?\p{N}+(?:[,./:-]\p{N}+)*%?|\p{L}[\p{L}\p{N}]*(?:['’-][\p{L}\p{N}]+)*/gu;

export class TypingClient {
  text = "";
  #analysis: Analysis | undefined;
  #session: Session | undefined;

  /** Types one character that is no line end. */
  type(character: string): void {
    this.text += character;
    if (triggers.has(character)) this.#open(true);
    else if (this.#session && this.matching().length > 0) return;
    else {
      this.#session = undefined;
      if (this.#beginsWord()) this.#open(false);
    }
  }

  /** Presses Enter; the item that is taken instead of a line end, if any. */
  enter(): CompletionItem | undefined {
    const [first] = this.matching();
    this.#session = undefined;
    if (first && this.#changes(first)) return first;
    this.text += "\n";
    return undefined;
  }

  /** The items of the open list that fit what is typed, the best first. */
  matching(): readonly CompletionItem[] {
    const line = this.#line();
    return (this.#session?.items ?? [])
      .map((item) => ({ item, score: score(line.slice(startOf(item)), item.filterText ?? item.label) }))
      .filter(({ score: fit }) => fit > 0)
      .sort((a, b) => b.score - a.score || (a.item.sortText ?? "").localeCompare(b.item.sortText ?? ""))
      .map(({ item }) => item);
  }

  #open(bySpace: boolean): void {
    this.#analysis = analyse(this.text, undefined, this.#analysis);
    const items = completion(this.#analysis, positionOf(this.text, this.text.length), { bySpace });
    this.#session = items.length > 0 ? { items } : undefined;
  }

  #line(): string {
    return this.text.slice(this.text.lastIndexOf("\n") + 1);
  }

  /** A letter opens a list where it begins a word; digits alone do not. */
  #beginsWord(): boolean {
    const line = this.#line();
    const last = [...line.matchAll(word)].at(-1);
    return last?.index === line.length - 1 && Number.isNaN(Number(last[0]));
  }

  #changes(item: CompletionItem): boolean {
    if (item.insertTextFormat === InsertTextFormat.Snippet) return true;
    return this.#line().slice(startOf(item)) !== (item.insertText ?? item.label);
  }
}

function startOf({ textEdit }: CompletionItem): number {
  if (!textEdit || !("range" in textEdit))
    throw new Error("an item without the range that it takes the place of");
  return textEdit.range.start.character;
}

/** How well letters fit: all of them in their order, the first at a word's start; the more of them from the start on, the better. */
function score(typed: string, label: string): number {
  const letters = typed.trimStart().toLowerCase();
  const text = label.toLowerCase();
  if (letters === "") return 1;
  if (text.startsWith(letters)) return 1_000;
  for (let start = 0; start < text.length; start++) {
    if (text[start] !== letters[0] || (start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1] ?? ""))) continue;
    let at = start;
    let found = 0;
    for (; at < text.length && found < letters.length; at++) if (text[at] === letters[found]) found++;
    if (found === letters.length) return 500 - start;
  }
  return 0;
}
