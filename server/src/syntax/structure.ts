import { EmbeddedActionsParser, type IToken } from "chevrotain";
import { once } from "../base/once.ts";
import type { Span } from "../base/span.ts";
import { braces } from "./braces.ts";
import {
  AlternativeEnd,
  BlockClose,
  BlockOpen,
  ClauseEnd,
  GroupClose,
  GroupOpen,
  type Namings,
} from "./frames.ts";
import { Bar, Item, Quoted, spanOf, tokenize, Word } from "./tokens.ts";
import { type Block, type Clause, type Tree, treeOf } from "./tree.ts";
import { type BlockWords, wordOf } from "./vocabulary.ts";

/**
 * Reads any text at all as clauses. `top` is what may stand at the top of a file.
 * Nothing makes it fail: what the braces of the text leave open was settled before the grammar runs.
 */
export function parseStructure(text: string, top: BlockWords): Tree {
  const { tokens, comments } = tokenize(text);
  const braced = braces(tokens, top);
  const parser = structureParser();
  parser.namings = braced.namings;
  parser.top = top;
  parser.input = braced.tokens as IToken[];
  return treeOf({ text, clauses: parser.document(), comments, problems: braced.problems });
}

class StructureParser extends EmbeddedActionsParser {
  namings: Namings = new Map();
  top: BlockWords | undefined;

  constructor() {
    super(
      [Item, ClauseEnd, BlockOpen, BlockClose, GroupOpen, GroupClose, AlternativeEnd, Word, Quoted, Bar],
      {
        maxLookahead: 1,
        skipValidations: true,
        recoveryEnabled: false,
      },
    );
    this.performSelfAnalysis();
  }

  document = this.RULE("document", (): Clause[] => this.SUBRULE(this.clauses));

  clauses = this.RULE("clauses", (): Clause[] => {
    const clauses: Clause[] = [];
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(ClauseEnd) },
        { ALT: () => clauses.push(this.SUBRULE(this.headed)) },
        { ALT: () => clauses.push(this.SUBRULE(this.headless)) },
      ]);
    });
    return clauses;
  });

  headed = this.RULE("headed", (): Clause => {
    const items: IToken[] = [];
    this.AT_LEAST_ONE(() => items.push(this.CONSUME(Item)));
    const block = this.OPTION(() => this.SUBRULE(this.block));
    return this.ACTION(() => clauseOf(items, block, this.namings, this.top));
  });

  headless = this.RULE("headless", (): Clause => {
    const block = this.SUBRULE(this.block);
    return this.ACTION(() => clauseOf([], block, this.namings, this.top));
  });

  block = this.RULE("block", (): OpenedBlock => {
    const open = this.CONSUME(BlockOpen);
    const clauses = this.SUBRULE(this.clauses);
    const close = this.CONSUME(BlockClose);
    return { open, clauses, close };
  });
}

interface OpenedBlock {
  readonly open: IToken;
  readonly clauses: readonly Clause[];
  readonly close: IToken;
}

const structureParser = once(() => new StructureParser());

function clauseOf(
  items: readonly IToken[],
  opened: OpenedBlock | undefined,
  namings: Namings,
  top: BlockWords | undefined,
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
