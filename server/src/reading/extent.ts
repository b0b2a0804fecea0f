import type { Block } from "./lines.ts";

/** The part of a paper in which its terms stand. */
export interface Extent {
  readonly blocks: readonly Block[];
  /** The issuer's name on the cover, where the paper has one. */
  readonly cover: readonly string[];
  /** Of a message the side that writes it, and says `we`. */
  readonly writer: "issuer" | "holder" | undefined;
}

const item = /^item\s+(\d+\.\d+)\b/i;
/** The items of a current report that say something of a note's terms. */
const items = /^(?:1\.01|2\.03|3\.02|8\.01|3\.03)$/;
const signatures = /^(?:SIGNATURES?|EXHIBIT INDEX|IN WITNESS WHEREOF)\b/;
const header = /^(?:from|to|cc|bcc|date|sent|subject)$/;

/** A report without its cover, its exhibits and its signatures; a message without its head and what it quotes. */
export function relevant(blocks: readonly Block[]): Extent {
  const isLetter =
    blocks.slice(0, 8).filter(({ label }) => header.test(label)).length > 1 ||
    blocks.slice(0, 3).some(({ words }) => /^(?:dear|hi|hello)\b/i.test(words.text));
  const from = blocks.findIndex(({ words }) => item.test(words.text));
  const cover = from < 0 ? [] : coverName(blocks.slice(0, from));
  if (isLetter) return { blocks: messageOf(blocks), cover, writer: writerOf(messageOf(blocks)) };
  const body = from < 0 ? blocks : blocks.slice(from);
  let counts = true;
  const found: Block[] = [];
  for (const block of body) {
    const text = block.words.text;
    const number = item.exec(text)?.[1];
    if (number !== undefined) counts = items.test(number);
    if (signatures.test(text) && text.length < 40) break;
    if (counts) found.push(number === undefined ? block : block);
  }
  return { blocks: found, cover, writer: undefined };
}

/** Who lends speaks of the other's stock and of what the other pays. */
function writerOf(blocks: readonly Block[]): "issuer" | "holder" {
  const text = blocks.map(({ words }) => words.text).join(" ");
  return /\byour (?:common stock|company|shares|stock|receivables|assets)|\byou (?:pay|owe|repay|issue)|\b(?:we|I)(?:'ll|’ll| will| can)? (?:lend|convert|invest|fund|wire)\b/i.test(
    text,
  )
    ? "holder"
    : "issuer";
}

function coverName(blocks: readonly Block[]): string[] {
  const at = blocks.findIndex(({ words }) => /exact name of (?:the )?registrant/i.test(words.text));
  const text = blocks[at]?.words.text.replace(/\(?exact name.*$/i, "").trim() ?? "";
  const name = text === "" ? (blocks[at - 1]?.words.text ?? "") : text;
  return name === "" || name.length > 80 ? [] : [name];
}

/** The message itself: what stands behind its head, down to the signature, without lines of an earlier one. */
function messageOf(blocks: readonly Block[]): Block[] {
  const end = blocks.findIndex(({ words }) =>
    /^--(?:\s|$)|^-{3,} ?original message|^begin forwarded message/i.test(words.text),
  );
  const head = end < 0 ? blocks : [...blocks.slice(0, end), ...blocks.slice(end, end + 1)];
  return head.filter(
    ({ label, words }) => !/^(?:to|cc|bcc|date|sent|from)$/.test(label) && !/^>/.test(words.text),
  );
}
