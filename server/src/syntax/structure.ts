import type { IToken } from "chevrotain";
import type { Span } from "../base/span.ts";
import { braces } from "./braces.ts";
import { BlockClose, BlockOpen, ClauseEnd, type Namings } from "./frames.ts";
import { spanOf, tokenize, Word } from "./tokens.ts";
import { type Block, type Clause, type Tree, treeOf } from "./tree.ts";
import { type BlockWords, wordOf } from "./vocabulary.ts";

/**
 * Reads any text at all as clauses. `top` is what may stand at the top of a file.
 * Nothing makes it fail: what the braces of the text leave open was settled before the clauses are read.
 */
export function parseStructure(text: string, top: BlockWords): Tree {
  const { tokens, comments } = tokenize(text);
  const braced = braces(tokens, top);
  const reading: Reading = { tokens: braced.tokens, namings: braced.namings, top, at: 0 };
  return treeOf({ text, clauses: clausesFrom(reading), comments, problems: braced.problems });
}

/** What is being read: tokens in which every block that is opened is closed. */
interface Reading {
  readonly tokens: readonly IToken[];
  readonly namings: Namings;
  readonly top: BlockWords;
  /** The place in `tokens`; it only ever moves forward. */
  at: number;
}

/** The clauses up to the end of the block that they stand in, or of the text. */
function clausesFrom(reading: Reading): Clause[] {
  const { tokens } = reading;
  const clauses: Clause[] = [];
  for (let token = tokens[reading.at]; token; token = tokens[reading.at]) {
    if (token.tokenType === BlockClose) break;
    if (token.tokenType === ClauseEnd) reading.at++;
    else clauses.push(clauseFrom(reading));
  }
  return clauses;
}

/** A clause: its words, and the block that it opens; a block may stand without words. */
function clauseFrom(reading: Reading): Clause {
  const { tokens, namings, top } = reading;
  const items: IToken[] = [];
  for (let token = tokens[reading.at]; token && !endsWords(token); token = tokens[reading.at]) {
    items.push(token);
    reading.at++;
  }
  return clauseOf(items, blockFrom(reading), namings, top);
}

function endsWords({ tokenType }: IToken): boolean {
  return tokenType === ClauseEnd || tokenType === BlockOpen || tokenType === BlockClose;
}

function blockFrom(reading: Reading): OpenedBlock | undefined {
  const open = reading.tokens[reading.at];
  if (open?.tokenType !== BlockOpen) return undefined;
  reading.at++;
  const clauses = clausesFrom(reading);
  const close = reading.tokens[reading.at] as IToken;
  reading.at++;
  return { open, clauses, close };
}

interface OpenedBlock {
  readonly open: IToken;
  readonly clauses: readonly Clause[];
  readonly close: IToken;
}

function clauseOf(
  items: readonly IToken[],
  opened: OpenedBlock | undefined,
  namings: Namings,
  top: BlockWords,
): Clause {
  const first = items[0] ?? opened?.open;
  const naming = first && namings.get(first);
  const match = naming?.match;
  const words = match ? match.words : naming?.block.content === "clauses" ? unknownName(items) : 0;
  const tagWords = match?.tagWords ?? 0;
  const name = items.slice(tagWords, words);
  const start = first?.startOffset ?? 0;
  const last = opened?.close ?? items.at(-1);
  const span: Span = { start, end: last ? spanOf(last).end : start };
  const body = match?.block ?? opened?.clauses[0]?.match?.block ?? top;
  const block: Block | undefined =
    opened && body
      ? {
          words: body,
          clauses: opened.clauses,
          span: { start: opened.open.startOffset, end: spanOf(opened.close).end },
        }
      : undefined;
  return {
    match,
    named: naming?.block.content === "clauses",
    name: nameSpan(name, span),
    phrase: [...items.slice(0, tagWords), ...items.slice(words)],
    block,
    span,
  };
}

/** The words before the first value; at least the first token. */
function unknownName(items: readonly IToken[]): number {
  const value = items.findIndex(
    (item, index) => item.tokenType !== Word || (index > 0 && wordOf(item) === "none"),
  );
  return Math.max(1, value < 0 ? items.length : value);
}

function nameSpan(name: readonly IToken[], clause: Span): Span {
  const first = name[0];
  const last = name.at(-1);
  return first && last
    ? { start: first.startOffset, end: spanOf(last).end }
    : { start: clause.start, end: clause.start };
}
