import { uriFrom } from "../base/paths.ts";
import { type Sourced, sentenceFor } from "../features/provenance.ts";
import { escaped } from "../render/markdown.ts";
import type { Sources } from "./feature.ts";

/** The sentence of the paper that a clause was read from, to stand under its hover; nothing where it can't be had. */
export async function fromPaper(
  { paper, note, clause }: Sourced,
  uri: string,
  sources: Sources,
): Promise<string> {
  const address = uriFrom(uri, paper);
  const content = address === undefined ? undefined : await sources.read(address, uri);
  if (!content || "unusable" in content || /^\s*</.test(content.text)) return "";
  const sentence = sentenceFor(content.text, note, clause);
  return sentence === undefined ? "" : `\n\n---\n\n${escaped(paper)}: “${escaped(sentence)}”`;
}
