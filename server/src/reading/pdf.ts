import { getDocumentProxy } from "unpdf";

/** A piece of text on a page, and where it stands: points from the left and from the foot. */
interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The text of a PDF, line by line, a gap between columns as blanks and one between paragraphs as an empty line. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  // Nothing in a paper is run: its functions are worked out step by step.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false });
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(pageText(items.flatMap((item) => pieceOf(item))));
  }
  return pages.join("\n\n");
}

function pieceOf(item: object): Piece[] {
  if (!("str" in item) || !("transform" in item) || !("width" in item) || !("height" in item)) return [];
  const { str, transform, width, height } = item;
  if (typeof str !== "string" || str.trim() === "" || !Array.isArray(transform)) return [];
  return [
    {
      text: str,
      x: Number(transform[4]),
      y: Number(transform[5]),
      width: Number(width),
      height: Number(height) || 10,
    },
  ];
}

function pageText(pieces: readonly Piece[]): string {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    const last = line?.[0];
    if (line && last && Math.abs(last.y - piece.y) < piece.height / 2) line.push(piece);
    else lines.push([piece]);
  }
  return lines
    .map((line, index) => (isApart(lines[index - 1], line) ? "\n" : "") + lineText(line))
    .join("\n");
}

/** Whether more than a line's distance is left open above it. */
function isApart(above: readonly Piece[] | undefined, line: readonly Piece[]): boolean {
  const [first] = line;
  const before = above?.[0];
  return first !== undefined && before !== undefined && before.y - first.y > 1.6 * first.height;
}

function lineText(line: readonly Piece[]): string {
  let text = "";
  let end: number | undefined;
  for (const piece of [...line].sort((a, b) => a.x - b.x)) {
    const gap = end === undefined ? 0 : piece.x - end;
    const blanks =
      end === undefined
        ? ""
        : gap > 2 * piece.height
          ? "    "
          : gap > piece.height / 8 && !text.endsWith(" ")
            ? " "
            : "";
    text += blanks + piece.text;
    end = piece.x + piece.width;
  }
  return text.trimEnd();
}
