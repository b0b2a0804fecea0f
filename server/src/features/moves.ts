import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { plainUri, relativePath, uriFrom } from "../base/paths.ts";
import { occurrencesIn } from "./names.ts";
import type { KnownDocument } from "./navigation.ts";

/** A file that goes by another address from now on. */
export interface Move {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * The edits by which every path still leads where it led: those to a file that moves, and those of a sheet that moves
 * itself. A folder moves with all that is in it. The edits are of the files as they are before the move.
 */
export function editsForMoves(
  moves: readonly Move[],
  documents: readonly KnownDocument[],
): WorkspaceEdit | undefined {
  const changes: Record<string, TextEdit[]> = {};
  const after = (uri: string): string => {
    for (const { oldUri, newUri } of moves) {
      const [from, here] = [plainUri(oldUri), plainUri(uri)];
      if (here === from) return newUri;
      if (here.startsWith(`${from.replace(/\/$/, "")}/`))
        return newUri.replace(/\/$/, "") + here.slice(from.replace(/\/$/, "").length);
    }
    return uri;
  };
  for (const { uri, analysis } of documents) {
    for (const { kind, name, range, target } of occurrencesIn(analysis)) {
      const address = kind === "file" && target.path !== undefined ? uriFrom(uri, target.path) : undefined;
      if (address === undefined) continue;
      const [here, there] = [after(uri), after(address)];
      if (here === uri && there === address) continue;
      const path = relativePath(here, there);
      if (path === undefined || path === name) continue;
      changes[uri] = [...(changes[uri] ?? []), { range, newText: decodeURI(path) }];
    }
  }
  return Object.keys(changes).length === 0 ? undefined : { changes };
}
