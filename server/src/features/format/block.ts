import { cover, type Span } from "../../base/span.ts";
import type { BlockSpec } from "../../catalog/clause.ts";
import type { Clause } from "../../syntax/tree.ts";
import type { BlockWords } from "../../syntax/vocabulary.ts";
import { isOpenQuote } from "../../syntax/written.ts";
import { type Arranged, arrange, type Placed } from "./arrange.ts";
import { headLines, headOf, headSpan } from "./head.ts";
import { blank, commentLines, type Line, lineEnds, withComments } from "./lines.ts";
import { inBraces, widest } from "./phrase.ts";
import { type Row, standingRow } from "./row.ts";
import { commentsIn, hasComments, type Source } from "./source.ts";
import { tableRows } from "./table.ts";

/** The rows of a block. */
export function rowsOf(
  clauses: readonly Clause[],
  spec: BlockSpec,
  words: BlockWords,
  source: Source,
): readonly Row[] {
  if (spec.content === "rows") return tableRows(clauses, spec.rows ?? "schedule", source);
  if (spec.content === "text") return textRows(clauses, source);
  return clauses.map((clause) => clauseRow(clause, spec, words, source));
}

function clauseRow(clause: Clause, block: BlockSpec, words: BlockWords, source: Source): Row {
  const { match, span } = clause;
  const spec = match && block.clauses[match.id];
  if (!spec || (clause.block && !spec.block)) return standingRow(span, source);
  const head = headOf(clause, spec, words, source);
  const own = (indent: number, column: number | undefined): Line[] =>
    headLines(head, span.start, indent, column);
  const inner = spec.block;
  if (!clause.block || !inner) {
    return { span, nameLength: head.aligned ? head.name.length : undefined, isBlock: false, lines: own };
  }
  return {
    span,
    nameLength: undefined,
    isBlock: true,
    lines: (indent) => blockLines(clause, own(indent, undefined), inner, indent, source),
  };
}

/** Free text stays as it is, a row for each line of the source. */
function textRows(clauses: readonly Clause[], source: Source): Row[] {
  const { text } = source;
  const spans: Span[] = [];
  for (const { span } of clauses) {
    const before = spans.at(-1);
    const together = before && !lineEnds.test(text.slice(before.end, span.start));
    const end = /^(?:[ \t]*;)*/.exec(text.slice(span.end))?.[0].length ?? 0;
    const whole = { start: span.start, end: span.end + end };
    if (together) spans[spans.length - 1] = cover(before, whole);
    else spans.push(whole);
  }
  return spans.map((span) => standingRow(span, source));
}

/** A clause's words with its block behind them: on one line where it was written so and is short. */
function blockLines(
  clause: Clause,
  head: readonly Line[],
  spec: BlockSpec,
  indent: number,
  source: Source,
): Line[] {
  const { block, phrase } = clause;
  if (!block) return [...head];
  const rows = rowsOf(block.clauses, spec, block.words, source);
  const last = head.at(-1) ?? blank;
  const ending = phrase.at(-1);
  const openQuote = ending !== undefined && isOpenQuote(ending);
  const short = openQuote ? undefined : onOneLine(rows, spec, block.span, source);
  if (short !== undefined && last.indent + last.text.length + 1 + short.length <= widest)
    return [...head.slice(0, -1), { ...last, text: `${last.text} ${short}` }];
  const brace = { start: block.span.start, end: block.span.start + 1 };
  const stretch = { start: headSpan(clause).end, end: block.span.end - 1, brace };
  const arranged = arrange(rows, commentsIn(source, stretch), stretch, source.text);
  const opened = openQuote
    ? [...head, { indent, text: "{", at: brace.start }]
    : [...head.slice(0, -1), { ...last, text: `${last.text} {` }];
  return [
    ...withComments(opened, arranged.opening, source.text),
    ...layOut(arranged, indent + 2, source),
    { indent, text: "}", at: stretch.end },
  ];
}

function onOneLine(rows: readonly Row[], spec: BlockSpec, span: Span, source: Source): string | undefined {
  if (spec.content === "rows" && rows.length > 0) return undefined;
  if (lineEnds.test(source.text.slice(span.start, span.end)) || hasComments(source, span)) return undefined;
  const lines = rows.map((row) => row.lines(0, undefined));
  if (lines.some(({ length }) => length !== 1)) return undefined;
  return inBraces(lines.map(([line = blank]) => line.text));
}

/** The rows of a block below each other, the values of those that stand together in one column. */
export function layOut({ rows }: Arranged<Row>, indent: number, source: Source): Line[] {
  const blocks = rows.map(({ content }) =>
    "item" in content && content.item.isBlock ? content.item.lines(indent, undefined) : undefined,
  );
  const longest = longestNames(rows, (index) => (blocks[index]?.length ?? 0) > 1);
  return rows.flatMap(({ content, trailing, apart }, index) => {
    const own =
      "comment" in content
        ? commentLines(content.comment, indent, source.text)
        : (blocks[index] ?? content.item.lines(indent, indent + (longest[index] ?? 0) + 2));
    const lines = withComments(own, trailing, source.text);
    return apart ? [blank, ...lines] : lines;
  });
}

/** For each row the length of the longest name that stands with it: no empty line and no block of lines between. */
function longestNames(rows: readonly Placed<Row>[], parts: (index: number) => boolean): number[] {
  const longest: number[] = [];
  const stretchOf = rows.map(({ content, apart }, index) => {
    if (index === 0 || apart || parts(index - 1)) longest.push(0);
    const length = "item" in content ? (content.item.nameLength ?? 0) : 0;
    longest.push(Math.max(longest.pop() ?? 0, length));
    return longest.length - 1;
  });
  return stretchOf.map((stretch) => longest[stretch] ?? 0);
}
