import type { CancellationToken } from "vscode-languageserver";
import { plainUri, uriFrom } from "../base/paths.ts";
import { type Analysis, analyse } from "../document/analysis.ts";
import type { FileContent } from "../document/files.ts";
import type { KnownDocument } from "../features/navigation.ts";

/** What a search through the note files of a workspace draws on. */
export interface Workspace {
  /** The documents that are known already: the open ones, and the forms that they draw on. */
  readonly known: () => readonly KnownDocument[];
  /** The addresses of all note files around a document, or of files that end so; none where the client can't say. */
  readonly list: (from: string, endings?: readonly string[]) => Promise<readonly string[]>;
  /** What a file holds, for the document that asks; as it stands in the editor where it is open there. */
  readonly read: (uri: string, from: string) => Promise<FileContent>;
}

/** So many files are read at a time, and forgotten before the next. */
const readTogether = 16;

/**
 * The known documents, and of the other note files around one of them those that hold some words in whatever case:
 * where a name is used, its letters stand. They are read for this alone, some at a time, and not kept; a request that is
 * cancelled reads no more.
 */
export async function* documentsWith(
  words: string,
  from: KnownDocument,
  { known, list, read }: Workspace,
  token: CancellationToken,
): AsyncGenerator<KnownDocument> {
  const documents = known();
  yield* documents;
  const there = new Set(documents.map(({ uri }) => plainUri(uri)));
  const others = (await list(from.uri)).filter((uri) => !there.has(plainUri(uri)));
  for (let at = 0; at < others.length && !token.isCancellationRequested; at += readTogether) {
    const contents = new Map<string, Promise<FileContent>>();
    const contentOf = (uri: string): Promise<FileContent> => {
      const key = plainUri(uri);
      const content = contents.get(key) ?? read(uri, from.uri);
      contents.set(key, content);
      return content;
    };
    const some = others.slice(at, at + readTogether);
    const texts = await Promise.all(some.map(async (uri) => ({ uri, content: await contentOf(uri) })));
    for (const { uri, content } of texts)
      if ("text" in content && holds(content.text, words))
        yield { uri, analysis: await analysed(uri, content.text, from.analysis, contentOf) };
  }
}

/** What is taken from each of some documents, one after the other; the documents are not kept. */
export async function gathered<T>(
  documents: AsyncIterable<KnownDocument>,
  take: (document: KnownDocument) => readonly T[],
): Promise<T[]> {
  const found: T[] = [];
  for await (const one of documents) found.push(...take(one));
  return found;
}

/** Whether words stand in a text, in whatever case. */
export function holds(text: string, words: string): boolean {
  return text.toLowerCase().includes(words.toLowerCase());
}

/** All that is known of a text at an address, with what it draws on from the files around it. */
export function analysedAt(
  uri: string,
  text: string,
  basis: Analysis,
  { read }: Workspace,
): Promise<Analysis> {
  return analysed(uri, text, basis, (address) => read(address, uri));
}

/** More rounds than forms are ever based on one another. */
const maxRounds = 30;

/** All that is known of a file, what it draws on included. */
async function analysed(
  uri: string,
  text: string,
  { valuedOn, settings }: Analysis,
  contentOf: (uri: string) => Promise<FileContent>,
): Promise<Analysis> {
  const files = new Map<string, FileContent>();
  let analysis = analyse(text, valuedOn, undefined, settings, files);
  for (let round = 0; round < maxRounds; round++) {
    const missing = [...analysis.filesUsed].flatMap(([path, content]) => (content ? [] : [path]));
    if (missing.length === 0) break;
    for (const path of missing) {
      const address = uriFrom(uri, path);
      files.set(path, address === undefined ? { unusable: "outside" } : await contentOf(address));
    }
    analysis = analyse(text, valuedOn, analysis, settings, files);
  }
  return analysis;
}
