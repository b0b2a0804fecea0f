import type { IToken } from "chevrotain";
import type { Span } from "../../base/span.ts";
import { spanOf } from "../../syntax/tokens.ts";
import { endsItsLine, lineEndsIn } from "./lines.ts";

/** Something that has a line of its own, and the comments behind it. */
export interface Placed<T> {
  readonly content: { readonly item: T } | { readonly comment: IToken };
  readonly trailing: readonly IToken[];
  /** Whether an empty line stands before it. */
  readonly apart: boolean;
}

export interface Arranged<T> {
  /** The comments behind what opens the stretch. */
  readonly opening: readonly IToken[];
  readonly rows: readonly Placed<T>[];
  /** How many lines end behind the last row. */
  readonly endsBehind: number;
}

/** The stretch of text that is arranged, and the brace in or before it that opens it; a file has none. */
export interface Stretch extends Span {
  readonly brace: Span | undefined;
}

interface Entry<T> {
  readonly content: Placed<T>["content"];
  readonly span: Span;
}

/**
 * The items of a stretch and its comments, each with its own line or behind what it follows on its line.
 * A comment before an item on one line gets a line above it. Comments inside an item are the item's.
 */
export function arrange<T extends { readonly span: Span }>(
  items: readonly T[],
  comments: readonly IToken[],
  stretch: Stretch,
  text: string,
): Arranged<T> {
  const opening: IToken[] = [];
  const rows: { content: Placed<T>["content"]; trailing: IToken[]; apart: boolean }[] = [];
  const entries = entriesOf(items, comments);
  let end = stretch.start;
  entries.forEach(({ content, span }, index) => {
    if (stretch.brace && end < stretch.brace.end && span.start >= stretch.brace.end) end = stretch.brace.end;
    const between = text.slice(end, span.start);
    const breaks = lineEndsIn(between);
    const behind = rows.at(-1)?.trailing ?? (stretch.brace ? opening : undefined);
    const comment = "comment" in content ? content.comment : undefined;
    if (comment && behind && breaks === 0 && !leads(index, between) && mayFollow(behind)) {
      behind.push(comment);
    } else rows.push({ content, trailing: [], apart: breaks > 1 && rows.length > 0 });
    end = span.end;
  });
  return { opening, rows, endsBehind: lineEndsIn(text.slice(end, stretch.end)) };

  /** Whether a comment stands right before an item, and behind the end of what is before it. */
  function leads(index: number, between: string): boolean {
    const entry = entries[index];
    const next = entries[index + 1];
    if (!entry || !next || "comment" in next.content) return false;
    const apart = rows.length === 0 || between.includes(";");
    return apart && lineEndsIn(text.slice(entry.span.end, next.span.start)) === 0;
  }

  function mayFollow(behind: readonly IToken[]): boolean {
    const last = behind.at(-1) ?? ownComment();
    return !last || !endsItsLine(last);
  }

  function ownComment(): IToken | undefined {
    const content = rows.at(-1)?.content;
    return content && "comment" in content ? content.comment : undefined;
  }
}

function entriesOf<T extends { readonly span: Span }>(
  items: readonly T[],
  comments: readonly IToken[],
): Entry<T>[] {
  const entries: Entry<T>[] = items.map((item) => ({ content: { item }, span: item.span }));
  let index = 0;
  for (const comment of comments) {
    const span = spanOf(comment);
    while (index < items.length && (items[index]?.span.end ?? 0) <= span.start) index++;
    const around = items[index]?.span;
    if (around && around.start <= span.start) continue;
    entries.push({ content: { comment }, span });
  }
  return entries.sort((a, b) => a.span.start - b.span.start);
}
