/** What a paper is, by what it begins with. */
export type PaperKind = "text" | "html" | "word" | "pdf" | "rtf" | "old word";

export function kindOf(bytes: Uint8Array): PaperKind {
  const begins = (...signs: readonly number[]): boolean =>
    signs.every((sign, index) => bytes[index] === sign);
  if (begins(0x50, 0x4b, 0x03, 0x04)) return "word";
  if (begins(0x25, 0x50, 0x44, 0x46)) return "pdf";
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return "old word";
  const start = plainText(bytes.slice(0, 4096)).trimStart();
  if (start.startsWith("{\\rtf")) return "rtf";
  return /^<(?:!doctype|html|head|body|\?xml|div|p|table|font|center|document|sec-document|title|b|span)\b/i.test(
    start,
  )
    ? "html"
    : "text";
}

/** Bytes as text: UTF-8, UTF-16 by its mark, else as Windows writes Western Europe's letters, as older filings are. */
export function plainText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
