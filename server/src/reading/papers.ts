import { textOfHtml } from "./html.ts";
import { kindOf, plainText } from "./kind.ts";
import { textOfPdf } from "./pdf.ts";
import { textOfWord } from "./word.ts";

/** A paper's text, or one line that says why there is none. */
export type PaperText = { readonly text: string } | { readonly unusable: string };

/** The text of a paper of any kind that can be read; nothing leaves the machine, and nothing in the paper is run. */
export async function textOf(bytes: Uint8Array): Promise<PaperText> {
  switch (kindOf(bytes)) {
    case "text":
      return { text: plainText(bytes) };
    case "html":
      return { text: textOfHtml(plainText(bytes)) };
    case "word":
      return guarded("Word document", () => textOfWord(bytes));
    case "pdf":
      return guarded("PDF", () => textOfPdf(bytes));
    case "old word":
      return { unusable: "this is a Word document of the old form; save it as .docx." };
    case "rtf":
      return { unusable: "this is rich text; save it as .docx or as plain text." };
  }
}

async function guarded(kind: string, work: () => Promise<string>): Promise<PaperText> {
  try {
    const text = await work();
    if (text.trim() !== "") return { text };
    return { unusable: `the ${kind} holds no text; a scanned page has to be recognised first.` };
  } catch (error) {
    return {
      unusable: `the ${kind} can't be read (${error instanceof Error ? error.message : String(error)}).`,
    };
  }
}
