import { plainUri, uriFrom } from "../base/paths.ts";
import type { Analysis } from "../document/analysis.ts";
import type { FileContent, Files } from "../document/files.ts";

/** Reads the file at an address for the document that draws on it. */
export type ReadFile = (uri: string, from: string) => Promise<FileContent>;

/** The text of a document that is open in the editor. */
export type OpenText = (plainUri: string) => string | undefined;

/** The files that open documents draw on. What is open in the editor counts before what was saved. */
export interface FileStore {
  /** The files as a document at an address sees them. */
  readonly filesOf: (uri: string) => Files;
  /** Whether what an analysis drew on is still what is there. */
  readonly isCurrent: (uri: string, analysis: Analysis) => boolean;
  /** Loads what an analysis lacks; its document is notified once it is there. */
  readonly load: (uri: string, analysis: Analysis) => void;
  /** A file may have changed on disk: it is read again, and its readers are notified. */
  readonly changed: (uri: string) => void;
  /** A document has another text in the editor, or is closed: its readers are notified. */
  readonly edited: (uri: string) => void;
  /** A document draws on nothing any more. */
  readonly dropped: (uri: string) => void;
}

interface Entry {
  readonly uri: string;
  content: FileContent | undefined;
  /** Counts the readings, so that only the newest answer holds. */
  reading: number;
  /** The documents that draw on it. */
  readonly readers: Set<string>;
}

export function fileStore(read: ReadFile, openText: OpenText, notify: (uri: string) => void): FileStore {
  const entries = new Map<string, Entry>();

  const load = async (entry: Entry): Promise<void> => {
    const reading = ++entry.reading;
    const [from = ""] = entry.readers;
    const content = await read(entry.uri, from).catch((): FileContent => ({ unusable: "unreadable" }));
    if (reading !== entry.reading || sameContent(content, entry.content)) return;
    entry.content = content;
    for (const reader of entry.readers) notify(reader);
  };

  const contentOf = (uri: string, path: string): FileContent | undefined => {
    const address = uriFrom(uri, path);
    if (uri.startsWith("untitled:") || uriFrom(uri, "x") === undefined) return { unusable: "unsaved" };
    if (address === undefined) return { unusable: "outside" };
    const content = entries.get(plainUri(address))?.content;
    if (!content || ("unusable" in content && content.unusable === "outside")) return content;
    const text = openText(plainUri(address));
    return text === undefined ? content : { text };
  };

  return {
    filesOf: (uri) => ({ get: (path) => contentOf(uri, path) }),
    isCurrent: (uri, { filesUsed }) =>
      [...filesUsed].every(([path, content]) => sameContent(contentOf(uri, path), content)),
    load: (uri, { filesUsed }) => {
      const drawn = new Set<Entry>();
      for (const path of filesUsed.keys()) {
        const address = uriFrom(uri, path);
        if (address === undefined || uri.startsWith("untitled:")) continue;
        const key = plainUri(address);
        const known = entries.get(key);
        const entry = known ?? { uri: address, content: undefined, reading: 0, readers: new Set<string>() };
        entries.set(key, entry);
        entry.readers.add(uri);
        drawn.add(entry);
        if (!known) void load(entry);
      }
      leave(entries, uri, drawn);
    },
    changed: (uri) => {
      const entry = entries.get(plainUri(uri));
      if (entry) void load(entry);
    },
    edited: (uri) => {
      for (const reader of entries.get(plainUri(uri))?.readers ?? []) if (reader !== uri) notify(reader);
    },
    dropped: (uri) => leave(entries, uri, new Set()),
  };
}

/** Takes a document from the readers of what it does not draw on, and forgets what has no reader. */
function leave(entries: Map<string, Entry>, uri: string, drawn: ReadonlySet<Entry>): void {
  for (const [key, entry] of entries) {
    if (!drawn.has(entry)) entry.readers.delete(uri);
    if (entry.readers.size === 0) entries.delete(key);
  }
}

function sameContent(a: FileContent | undefined, b: FileContent | undefined): boolean {
  if (!a || !b) return a === b;
  return "text" in a ? "text" in b && a.text === b.text : "unusable" in b && a.unusable === b.unusable;
}
