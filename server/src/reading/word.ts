import mammoth from "mammoth";
import { textOfHtml } from "./html.ts";

/** The text of a Word document, its tables row by row. Footnotes stand at its end; pictures are left out. */
export async function textOfWord(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes as Buffer, arrayBuffer: arrayBufferOf(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
  );
  return textOfHtml(`<body>${value}</body>`);
}

/** Where there is no Node, the reader of Word documents takes this. */
function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}
