import mammoth from "mammoth";
import { textOfHtml } from "./html.ts";

/** The text of a Word document, its tables row by row. Footnotes stand at its end; pictures are left out. */
export async function textOfWord(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
  );
  return textOfHtml(`<body>${value}</body>`);
}
