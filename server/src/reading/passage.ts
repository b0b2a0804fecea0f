import { joined, type Mapped, mapped } from "./mapped.ts";
import { type Naming, withNames } from "./naming.ts";
import type { Sentence } from "./sentences.ts";
import { inOrder } from "./wording.ts";
import { names } from "./wordings-table.ts";

/** A sentence as it is read for clauses. */
export interface Passage {
  /** Made plain, with parties and notes under one name; its label before it. */
  readonly words: Mapped;
  /** Made plain, the names as the paper has them. */
  readonly said: Mapped;
  readonly label: string;
  readonly block: number;
  readonly index: number;
}

export function passagesOf(sentences: readonly Sentence[], naming: Naming): Passage[] {
  return sentences.map(({ words: said, label, block }, index) => {
    const named = withNames(said, naming);
    const start = named.places[0] ?? 0;
    const title = label === "" ? "" : `${inOrder(mapped(label, 0), names).text}: `;
    const words = joined([{ text: title, places: Array.from({ length: title.length }, () => start) }, named]);
    return { words, said, label, block, index };
  });
}

/** What a list of events of default begins with. */
export const listBegins =
  /(?:events? of default(?: (?:under|of|in) [^:;.]{0,40})?[,:]? ?(?:contained[^:;.]{0,30}|set forth[^:;.]{0,30})?(?:(?:shall |will |that )?includ\w*(?:,? (?:among others|among other things|but not limited to|without limitation))*[,:]*|are(?: the usual)?:|are (?:any of )?(?:the following|customary)[^:;.]{0,30}:?|is any of(?: the following)?:?|: ?(?=\())|(?:it is|shall be|constitutes?) (?:an? )?(?:event of )?default if|^defaults? (?:are|is|include)(?: the usual)?:?|each of (?:these|the following) is an event of default:?|following (?:are|is|constitutes?|shall constitute) (?:an? )?events? of default:?)\s?/i;

/** Whether a sentence lists events of default. */
export function listsDefaults({ said, label }: Passage): boolean {
  return (
    listBegins.test(said.text) ||
    (/^events? of default\b/.test(label) && !/interest|convert/i.test(said.text))
  );
}
