import { type Draft, plainBytes } from "./draft.ts";
import { word } from "./word.ts";
import { workbook } from "./workbook.ts";

/**
 * The bytes of a document. With the libraries for office documents it is a bundle of its own, which is loaded when a
 * document is written.
 */
export async function written(draft: Draft): Promise<Uint8Array> {
  switch (draft.kind) {
    case "word":
      return word(draft.page);
    case "workbook":
      return workbook(draft.book);
    default:
      return plainBytes(draft) ?? new Uint8Array();
  }
}
