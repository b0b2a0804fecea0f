import { withoutEnd } from "../base/words.ts";
import { joined, type Mapped, mapped, sliced, trimmed } from "./mapped.ts";

/** What belongs together in a paper: a paragraph, a labelled row of a term sheet, or a title. */
export interface Block {
  /** The words on one line. */
  readonly words: Mapped;
  /** What stands before it as its label, in lower case: of a row, or the title right above. */
  readonly label: string;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** A page number, a rule, or what stands at the head or foot of every page. */
const pageMark =
  /^(?:[-–—]?\s?(?:F-|S-)?\d{1,3}\s?[-–—]?|page \d+(?: of \d+)?|\d{1,3}\s?(?:\/|of)\s?\d{1,3}|[-=_* ]{3,})$/i;

const pageInside = /\bpage\s+\d+(?:\s+of\s+\d+)?\s*$/i;

/** `Label: words` at a line's start, of a term sheet in text. */
const labelled = /^\s{0,4}((?:[A-Z]|\d)[\w'’&/(),. -]{0,48}?)\s*:(?!\/\/)\s+(?=\S)/;

/** The blocks of a paper's text: pages joined, lines joined, hyphens at line ends taken out. */
export function blocksOf(text: string, isLabel: (words: string) => boolean): Block[] {
  const lines = linesOf(text);
  const repeated = repeatedLines(lines);
  const groups: Line[][] = [[]];
  for (const line of lines) {
    if (pageMark.test(line.text.trim().replace(/ +/g, " ")) || repeated.has(keyOf(line))) continue;
    if (line.text.trim() === "") groups.push([]);
    else if (beginsRow(line, isLabel) && (groups.at(-1) ?? []).length > 0) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  const rows = groups.filter((group) => group.length > 0).flatMap((group) => rowsOf(group, isLabel));
  return withTitles(acrossPages(rows), isLabel);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    lines.push({ start, text: line.replace(/[\u00a0\r\u2007\u202f]/g, " ") });
    start += line.length + 1;
  }
  return lines;
}

function keyOf({ text }: Line): string {
  return text.replace(/\d+/g, "#").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Lines that say their page, or that stand there word for word more than twice, as running heads do. */
function repeatedLines(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  const found = lines.filter((line) => {
    const often = counts.get(keyOf(line)) ?? 0;
    return (
      pageInside.test(line.text) || (often > 2 && !/[.:;,]\s*$/.test(line.text) && keyOf(line).length > 3)
    );
  });
  return new Set(found.map(keyOf));
}

function beginsRow(line: Line, isLabel: (words: string) => boolean): boolean {
  return labelled.test(line.text) || cellsOf(line, isLabel) !== undefined;
}

/** A row of a table: cells with a tab or a bar between them, or a known label, blanks, and its words. */
function cellsOf({ text, start }: Line, isLabel: (words: string) => boolean): readonly Mapped[] | undefined {
  const bars = /^\s*\|.*\|\s*$/.test(text);
  const columns = bars ? cut(text, start, "|") : text.includes("\t") ? cut(text, start, "\t") : undefined;
  if (columns) return columns.length > 1 ? columns : undefined;
  const column = /^\s{0,4}(\S(?:[^\s]| (?! )){0,48})\s{3,}(?=\S)/.exec(text);
  if (!column || !isLabel(column[1] ?? "")) return undefined;
  const label = column[1] ?? "";
  const at = text.indexOf(label);
  return [mapped(label, start + at), mapped(text.slice(column[0].length), start + column[0].length)];
}

function cut(text: string, start: number, sign: string): Mapped[] {
  const cells: Mapped[] = [];
  let from = 0;
  for (const cell of text.split(sign)) {
    if (cell.trim() !== "") cells.push(trimmed(mapped(cell, start + from)));
    from += cell.length + 1;
  }
  return cells;
}

function rowsOf(group: readonly Line[], isLabel: (words: string) => boolean): Block[] {
  const [first] = group;
  if (!first) return [];
  const cells = cellsOf(first, isLabel);
  if (cells && !isLabel(cells[0]?.text ?? "") && cells.some(({ text }) => labelled.test(text)))
    return [...cells, ...(group.length > 1 ? [oneLine(group.slice(1))] : [])].flatMap((cell) =>
      ofCell(cell, isLabel),
    );
  if (cells) {
    const [label, ...words] = cells;
    const rest = [...words.map((cell) => joined([cell, mapped(" ", 0)])), ...group.slice(1).map(lineWords)];
    const isRow =
      label !== undefined && (cells.length === 2 || isLabel(label.text)) && label.text.length <= 60;
    if (isRow) return [{ words: trimmed(joined(rest)), label: labelOf(label.text) }];
    return [{ words: oneLine(group), label: "" }];
  }
  const title = first.text.trim();
  if (group.length > 1 && title.length < 40 && !/[.:;,]$/.test(title) && isLabel(title))
    return [{ words: oneLine(group.slice(1)), label: labelOf(title) }];
  const match = labelled.exec(first.text);
  if (!match || !(isLabel(match[1] ?? "") || isShort(match[1] ?? "")))
    return [{ words: oneLine(group), label: "" }];
  const own = { start: first.start + match[0].length, text: first.text.slice(match[0].length) };
  const second = / {3}(?=[A-Z][\w ]{2,30}:\s)/.exec(own.text);
  const label = labelOf(match[1] ?? "");
  if (!second) return [{ words: oneLine([own, ...group.slice(1)]), label }];
  const before = { start: own.start, text: own.text.slice(0, second.index) };
  const at = second.index + second[0].length;
  const behind = { start: own.start + at, text: own.text.slice(at) };
  return [{ words: oneLine([before]), label }, ...rowsOf([behind, ...group.slice(1)], isLabel)];
}

/** A cell that has its label in it. */
function ofCell(words: Mapped, isLabel: (words: string) => boolean): Block[] {
  const match = labelled.exec(words.text);
  if (!match || !(isLabel(match[1] ?? "") || isShort(match[1] ?? ""))) return [{ words, label: "" }];
  return [{ words: trimmed(sliced(words, match[0].length)), label: labelOf(match[1] ?? "") }];
}

function isShort(label: string): boolean {
  return label.split(" ").length <= 4 && !/[.,]$/.test(label);
}

function labelOf(words: string): string {
  const plain = words
    .toLowerCase()
    .replace(/^(?:section |article )?(?:\d+|[ivx]+)(?:[.)]\d*)*\s+(?=[a-z])/, "")
    .replace(/[’]/g, "'")
    .replace(/\s+/g, " ");
  return withoutEnd(plain, ":. ").trim();
}

function lineWords({ text, start }: Line): Mapped {
  const words = trimmed(mapped(text.replace(/\t/g, " "), start));
  const hyphen = /[a-z]-$/.test(words.text);
  return hyphen ? words : joined([words, mapped(" ", start + text.length)]);
}

function oneLine(lines: readonly Line[]): Mapped {
  return trimmed(joined(lines.map(lineWords)));
}

/** What goes on behind an empty line: a sentence without its end, or the next item of a list. */
function acrossPages(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const before = found.at(-1);
    const text = block.words.text;
    const open = before !== undefined && goesOn(before.words.text, text) && block.label === "";
    if (!before || !open) found.push(block);
    else
      found[found.length - 1] = {
        words: joined([before.words, mapped(" ", before.words.places.at(-1) ?? 0), block.words]),
        label: before.label,
      };
  }
  return found;
}

const item = /^(?:\((?:[a-z]|[ivx]+|\d{1,2})\)|[-•*·]\s)/i;

function goesOn(before: string, text: string): boolean {
  if (item.test(text))
    return (
      /(?:[,;:]|\b(?:and|or|of|if|when))\s*$/i.test(before) || (item.test(before) && !/\.\s*$/.test(before))
    );
  if (/[.?!:]["”)]?\s*$/.test(before)) return false;
  return /^[a-z]/.test(text) && before.length > 20;
}

/** A known label that stands alone, as a title does, is the label of what follows. */
function withTitles(blocks: readonly Block[], isLabel: (words: string) => boolean): Block[] {
  const found: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const above = blocks[index - 1];
    const title = above && above.label === "" && isTitle(above.words.text) ? above.words.text : "";
    found.push(
      block.label === "" && title !== "" && isLabel(title) ? { ...block, label: labelOf(title) } : block,
    );
  }
  return found;
}

function isTitle(text: string): boolean {
  return text.length < 60 && !/[.;,]$/.test(text);
}
