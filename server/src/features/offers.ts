import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver-types";
import { stopsOf } from "../catalog/phrases.ts";
import type { Position } from "../document/place.ts";

/** Something that may be written at a place, before it is put into the words of the protocol. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** In Markdown. */
  readonly documentation?: string;
  /** What is written, where that is not the label; with stops of the Tab key in the form of a snippet. */
  readonly snippet?: string;
  readonly text?: string;
  /** How many characters before the caret it takes the place of, and how many behind it. */
  readonly replaces: number;
  readonly swallows?: number;
  /** What the typed words are compared with, where that is not the label. */
  readonly filter?: string;
  /** The whole value that it makes, where a value may end with it. */
  readonly whole?: string;
}

/** The offers as items, in their order; each says which words it takes the place of. */
export function itemsFor(offers: readonly Offer[], { line, character }: Position): CompletionItem[] {
  return shorterFirst(unique(offers)).map((offer, index) => {
    const { label, kind, detail, documentation, snippet, replaces, swallows = 0, filter } = offer;
    const newText = snippet ?? offer.text ?? label;
    const range = {
      start: { line, character: Math.max(0, character - replaces) },
      end: { line, character: character + swallows },
    };
    return {
      label,
      kind,
      ...(detail ? { detail } : {}),
      ...(documentation ? { documentation: { kind: "markdown", value: documentation } } : {}),
      sortText: String(index).padStart(4, "0"),
      filterText: filter ?? label,
      insertTextFormat: snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
      insertText: newText,
      textEdit: { range, newText },
    };
  });
}

function unique(offers: readonly Offer[]): Offer[] {
  const found = new Map<string, Offer>();
  for (const offer of offers) if (!found.has(offer.label)) found.set(offer.label, offer);
  return [...found.values()];
}

/** An editor takes the first of two that fit the typed words equally: what is said in full goes before what goes on. */
function shorterFirst(offers: readonly Offer[]): Offer[] {
  const ordered: Offer[] = [];
  for (const offer of offers) {
    const whole = offer.whole?.toLowerCase();
    const at = whole === undefined ? -1 : ordered.findIndex((one) => goesOn(one, whole));
    ordered.splice(at < 0 ? ordered.length : at, 0, offer);
  }
  return ordered;
}

function goesOn({ whole }: Offer, from: string): boolean {
  return whole?.toLowerCase().startsWith(`${from} `) === true;
}

/** Some text as it stands in a snippet. */
export function escaped(text: string): string {
  return text.replace(/[$}\\]/g, "\\$&");
}

/**
 * A whole phrase behind what is typed of a value; undefined where the typed words are not its beginning. What is typed
 * in place of a stop stays, and the phrase goes on from there.
 */
export function phraseOffer(phrase: string, typed: string, after: string): Offer | undefined {
  const rest = restOf(phrase, typed);
  if (rest === undefined || rest.every(({ text }) => text === "")) return undefined;
  const label = typed + rest.map(({ text }) => text).join("");
  let stops = 0;
  const snippet = rest.map(({ text, stop }) => {
    if (!stop) return spread(escaped(text));
    stops++;
    return `\${${stops}:${escaped(text)}}`;
  });
  const filter = typed === "" ? { filter: label.split("{", 1).join("").trimEnd() } : {};
  return {
    label,
    kind: /\s/.test(phrase) || stops > 0 ? CompletionItemKind.Snippet : CompletionItemKind.Keyword,
    ...(stops > 0 || label.includes("{") ? { snippet: escaped(typed) + snippet.join("") } : {}),
    documentation: `\`\`\`note-terms\n${after} ${label}\n\`\`\``,
    replaces: typed.length,
    whole: label,
    ...filter,
  };
}

/** Alternatives in braces stand one a line. */
function spread(text: string): string {
  return text.replace(/\{ /g, "{\n\t").replace(/; /g, "\n\t").replace(/ \\\}/g, "\n\\}");
}

interface Part {
  readonly text: string;
  readonly stop: boolean;
}

/** Which part of a phrase is being written behind the typed words; undefined where they are not its beginning. */
export function partAt(phrase: string, typed: string): number | undefined {
  const rest = restOf(phrase, typed);
  if (rest === undefined) return undefined;
  const part = stopsOf(phrase).length - rest.length;
  return rest.length === 0 ? undefined : part;
}

/** What of a phrase follows the typed words. */
function restOf(phrase: string, typed: string): readonly Part[] | undefined {
  const parts = stopsOf(phrase);
  let left = typed;
  for (const [index, { text, stop }] of parts.entries()) {
    if (left === "") return parts.slice(index);
    if (stop) {
      const inQuotes = parts[index + 1]?.text.startsWith('"') === true;
      const own = (inQuotes ? /^[^"]+/ : /^[^\s%;{}"]+/).exec(left)?.[0] ?? "";
      if (own === "") return undefined;
      left = left.slice(own.length);
      continue;
    }
    const shared = sharedLength(text, left);
    const behind = parts.slice(index + 1);
    if (shared === left.length && shared === text.length) return behind;
    if (shared === left.length) return [{ text: text.slice(shared), stop: false }, ...behind];
    if (shared < text.length) return undefined;
    left = left.slice(shared);
  }
  return undefined;
}

/** How far two texts are the same, in whatever case. */
function sharedLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at]?.toLowerCase() === b[at]?.toLowerCase()) at++;
  return at;
}
