import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Block, Page, Runs, Table as TableBlock } from "./page.ts";
import { repacked } from "./zip.ts";

/** A document as a Word file: the same bytes for the same page. */
export async function word({ title, blocks }: Page): Promise<Uint8Array> {
  const section: ISectionOptions = {
    properties: { page: { size: letter, margin: margins } },
    footers: { default: pageNumbers() },
    children: blocks.flatMap(blockOf),
  };
  const document = new Document({
    creator: "Notewright",
    lastModifiedBy: "Notewright",
    title: clean(title),
    description: "",
    styles: {
      default: {
        document: { run: { font: "Times New Roman", size: 22 }, paragraph: { spacing: { after: 120 } } },
        heading1: {
          run: { size: 32, bold: true, color: "000000" },
          paragraph: { spacing: { before: 240, after: 160 } },
        },
        heading2: {
          run: { size: 26, bold: true, color: "000000" },
          paragraph: { spacing: { before: 320, after: 120 } },
        },
        heading3: {
          run: { size: 22, bold: true, color: "000000" },
          paragraph: { spacing: { before: 200, after: 80 } },
        },
      },
    },
    sections: [section],
  });
  const buffer = await Packer.toArrayBuffer(document);
  return repacked(new Uint8Array(buffer));
}

/** In twentieths of a point: US letter, on which American documents are printed. */
const letter = { width: 12240, height: 15840 };
const margins = { top: 1440, bottom: 1300, left: 1300, right: 1300 };
const textWidth = letter.width - margins.left - margins.right;

function pageNumbers(): Footer {
  const run = new TextRun({ children: [PageNumber.CURRENT], size: 18 });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function blockOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: levels[block.level],
          keepNext: true,
          children: [new TextRun(clean(block.text))],
        }),
      ];
    case "paragraph":
      return [
        new Paragraph({ children: runsOf(block.runs, block.note ? { size: 19, color: "444444" } : {}) }),
      ];
    case "list":
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runsOf(item) }));
    case "table":
      return [tableOf(block), new Paragraph({ spacing: { after: 60 }, children: [] })];
    case "box":
      return [boxOf(block)];
  }
}

interface Look {
  readonly size?: number;
  readonly color?: string;
  readonly bold?: boolean;
}

function runsOf(runs: Runs, look: Look = {}): TextRun[] {
  return runs.map(
    ({ text, open, strong }) =>
      new TextRun({
        text: clean(text),
        ...look,
        ...(open ? { highlight: "yellow" as const } : {}),
        ...(strong ? { bold: true } : {}),
      }),
  );
}

/** How wide each column is, in parts of the text's width. */
function widths({ look, head, rows }: TableBlock): number[] {
  if (look === "terms") return [0.3, 0.7];
  if (head.length === 3) return [0.3, 0.22, 0.48];
  const lengths = head.map((name, column) =>
    longest([[[{ text: name }]], ...rows.map((cells) => cells[column] ?? [])]),
  );
  const room = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => length / room);
}

/** The longest line of a column, in letters, within bounds. */
function longest(cells: readonly (readonly Runs[])[]): number {
  const lengths = cells.flat().map((line) => line.reduce((sum, { text }) => sum + text.length, 0));
  return Math.min(26, Math.max(8, ...lengths));
}

function tableOf(block: TableBlock): Table {
  const parts = widths(block).map((part) => Math.floor(part * textWidth));
  const small = block.head.length > 3 ? { size: 17 } : { size: 20 };
  const cell = (lines: readonly Runs[], column: number, head: boolean): TableCell =>
    new TableCell({
      width: { size: parts[column] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 90, right: 90 },
      ...(head ? { shading: { type: ShadingType.CLEAR, fill: "EEEEEE" } } : {}),
      children: (lines.length > 0 ? lines : [[]]).map(
        (line) =>
          new Paragraph({
            spacing: { after: 0 },
            alignment: block.numbers.includes(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
            children: runsOf(line, head ? { ...small, bold: true } : small),
          }),
      ),
    });
  const headRow = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.head.map((text, column) => cell([[{ text }]], column, true)),
  });
  const rows = block.rows.map(
    (cells) =>
      new TableRow({ cantSplit: true, children: cells.map((lines, column) => cell(lines, column, false)) }),
  );
  return new Table({
    width: { size: parts.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
    columnWidths: parts,
    rows: [headRow, ...rows],
  });
}

const edge = { style: BorderStyle.SINGLE, size: 10, color: "000000" };

function boxOf({ title, blocks }: Extract<Block, { readonly kind: "box" }>): Table {
  const children = [
    new Paragraph({
      keepNext: true,
      spacing: { before: 80, after: 80 },
      children: [new TextRun({ text: clean(title), bold: true, size: 24 })],
    }),
    ...blocks.flatMap(blockOf),
  ];
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    borders: { top: edge, bottom: edge, left: edge, right: edge },
    rows: [
      new TableRow({
        children: [
          new TableCell({
            width: { size: textWidth, type: WidthType.DXA },
            margins: { top: 80, bottom: 80, left: 160, right: 160 },
            children,
          }),
        ],
      }),
    ],
  });
}

/** Text without the characters that XML cannot hold, and without those that turn the order of writing around. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\p{Cs}\ufffe\uffff]/gu, (sign) =>
    sign === "\t" ? sign : "\ufffd",
  );
}
