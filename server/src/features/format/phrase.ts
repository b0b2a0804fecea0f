import type { IToken } from "chevrotain";
import { cover, type Span } from "../../base/span.ts";
import { byLabels } from "../../syntax/choices.ts";
import { AlternativeEnd, GroupClose, GroupOpen } from "../../syntax/frames.ts";
import { spanOf } from "../../syntax/tokens.ts";
import { ownWords, type Wording, wordsWritten } from "../../syntax/written.ts";
import { type Arranged, arrange } from "./arrange.ts";
import { commentLines, type Line, lineEnds, withComments } from "./lines.ts";
import { commentsIn } from "./source.ts";

/** The longest line on which alternatives or a block stay that were written on one. */
export const widest = 100;

/** The words of a phrase, with its groups of alternatives between them. */
export type Phrase = readonly Part[];

type Part = { readonly text: string } | Group;

interface Group {
  readonly open: number;
  readonly close: number;
  readonly alternatives: Arranged<Alternative>;
  /** Whether it was written on one line. */
  readonly together: boolean;
}

interface Alternative {
  readonly phrase: Phrase;
  readonly span: Span;
}

/** What a phrase is read from. */
export interface PhraseSource {
  readonly text: string;
  readonly comments: readonly IToken[];
  readonly wording: Wording;
}

/** A phrase in the formatter's words; undefined where a comment stands between words, which has no other place. */
export function phraseOf(words: readonly IToken[], source: PhraseSource): Phrase | undefined {
  const [tokens = words] = source.wording === "phrase" ? byLabels(words) : [words];
  return partsOf(tokens, source);
}

function partsOf(tokens: readonly IToken[], source: PhraseSource): Phrase | undefined {
  const parts: Part[] = [];
  let words: IToken[] = [];
  const endWords = (): void => {
    const text = words.length > 0 ? wordsWritten(words, source.wording, source.text) : "";
    if (text !== "") parts.push({ text });
    words = [];
  };
  const outside = commentsBetween(tokens, source);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as IToken;
    if (token.tokenType !== GroupOpen) {
      words.push(token);
      continue;
    }
    const close = closeOf(tokens, at);
    const span = cover(spanOf(token), spanOf(tokens[close] ?? token));
    const group = groupOf(tokens.slice(at + 1, close), span, source);
    if (!group) return undefined;
    endWords();
    parts.push(group);
    for (const comment of commentsIn(source, span)) outside.delete(comment);
    at = close;
  }
  endWords();
  return outside.size > 0 ? undefined : parts;
}

function commentsBetween(tokens: readonly IToken[], source: PhraseSource): Set<IToken> {
  const [first] = tokens;
  const last = tokens.at(-1);
  return new Set(first && last ? commentsIn(source, cover(spanOf(first), spanOf(last))) : []);
}

/** The place of the brace that closes the group, or the end. */
function closeOf(tokens: readonly IToken[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]?.tokenType === GroupOpen) depth++;
    if (tokens[at]?.tokenType === GroupClose && --depth === 0) return at;
  }
  return tokens.length;
}

function groupOf(inner: readonly IToken[], span: Span, source: PhraseSource): Group | undefined {
  const brace = { start: span.start, end: span.start + 1 };
  const stretch = { start: brace.end, end: span.end - 1, brace };
  const alternatives: Alternative[] = [];
  for (const tokens of alternativesIn(inner)) {
    const phrase = partsOf(tokens, source);
    if (!phrase) return undefined;
    if (phrase.length === 0) continue;
    alternatives.push({ phrase, span: cover(spanOf(tokens[0] as IToken), spanOf(tokens.at(-1) as IToken)) });
  }
  const arranged = arrange(alternatives, commentsIn(source, stretch), stretch, source.text);
  const bare = arranged.opening.length === 0 && arranged.rows.every(isBare);
  const together = bare && !lineEnds.test(source.text.slice(span.start, span.end));
  return { open: span.start, close: stretch.end, alternatives: arranged, together };
}

function isBare({ content, trailing }: Arranged<Alternative>["rows"][number]): boolean {
  return "item" in content && trailing.length === 0;
}

/** The words between the ends of alternatives, those of inner groups left alone. */
function alternativesIn(inner: readonly IToken[]): (readonly IToken[])[] {
  const found: IToken[][] = [[]];
  let depth = 0;
  for (const token of inner) {
    if (token.tokenType === GroupOpen) depth++;
    if (token.tokenType === GroupClose) depth--;
    if (depth === 0 && token.tokenType === AlternativeEnd) found.push([]);
    else found.at(-1)?.push(token);
  }
  return found.map(ownWords).filter((tokens) => tokens.length > 0);
}

/** A phrase as lines, the first from column `indent` on; alternatives stand two columns in. */
export function phraseLines(phrase: Phrase, indent: number, at: number, text: string): Line[] {
  return phrase.reduce<Line[]>(
    (lines, part) => {
      if ("text" in part) return joined(lines, part.text);
      const short = inline(part);
      const last = lines.at(-1) as Line;
      if (short !== undefined && last.indent + last.text.length + 1 + short.length <= widest)
        return joined(lines, short);
      return [
        ...withComments(joined(lines, "{"), part.alternatives.opening, text),
        ...alternativeLines(part, indent + 2, text),
        { indent, text: "}", at: part.close },
      ];
    },
    [{ indent, text: "", at }],
  );
}

function alternativeLines({ alternatives }: Group, indent: number, text: string): Line[] {
  return alternatives.rows.flatMap(({ content, trailing }) => {
    const own =
      "item" in content
        ? phraseLines(content.item.phrase, indent, content.item.span.start, text)
        : commentLines(content.comment, indent, text);
    return withComments(own, trailing, text);
  });
}

function joined(lines: readonly Line[], words: string): Line[] {
  const last = lines.at(-1) as Line;
  const gap = last.text === "" || words.startsWith(",") ? "" : " ";
  return [...lines.slice(0, -1), { ...last, text: `${last.text}${gap}${words}` }];
}

function inline({ alternatives, together }: Group): string | undefined {
  if (!together) return undefined;
  const each = alternatives.rows.map(({ content }) =>
    "item" in content ? oneLine(content.item.phrase) : undefined,
  );
  return each.every((words) => words !== undefined) ? inBraces(each) : undefined;
}

/** What stands between two braces on one line. */
export function inBraces(items: readonly string[]): string {
  return items.length > 0 ? `{ ${items.join("; ")} }` : "{ }";
}

/** The phrase on one line, however long; undefined where it was written on several. */
function oneLine(phrase: Phrase): string | undefined {
  let line: Line[] = [{ indent: 0, text: "", at: 0 }];
  for (const part of phrase) {
    const words = "text" in part ? part.text : inline(part);
    if (words === undefined) return undefined;
    line = joined(line, words);
  }
  return line[0]?.text;
}
