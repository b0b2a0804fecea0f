/** How much of a screen a hover takes, at the default size of type: measured on the real editor's, a little generously. */
export interface HoverSize {
  readonly lines: number;
  /** In pixels. */
  readonly height: number;
}

const width = 500;
const letter = 6.6;
const line = 20;
const gap = 8;
const row = 22;
const border = 10;

/** Lines and height of a hover's Markdown, as the editor lays it out: paragraphs, tables, lists and pictures. */
export function sizeOf(markdown: string): HoverSize {
  let lines = 0;
  let height = border;
  for (const part of markdown.split("\n\n")) {
    const picture = /^!\[[^\]]*\]\(data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)\)/.exec(part)?.[1];
    if (picture !== undefined) {
      height += Number(/ height="(\d+)"/.exec(atob(picture))?.[1]) + gap;
      continue;
    }
    const rows = part.split("\n").filter((one) => !/^\|[:|-]+\|$/.test(one));
    const isTable = part.startsWith("|");
    const laid = isTable ? rows.length : rows.reduce((sum, one) => sum + linesOf(one), 0);
    lines += laid;
    height += laid * (isTable ? row : line) + gap;
  }
  return { lines, height };
}

function linesOf(text: string): number {
  const shown = text.replace(/\]\([^)]*\)/g, "").replace(/[*\\]|&nbsp;/g, "");
  return Math.max(1, Math.ceil((shown.length * letter) / width));
}
