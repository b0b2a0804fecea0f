import { type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import {
  definition,
  type KnownDocument,
  references,
  renamable,
  rename,
  wordsAt,
} from "../features/navigation.ts";
import { documentsWith, type Workspace } from "./everywhere.ts";

/** A document by its address, and all that can be found around it. */
export interface Documents extends Workspace {
  readonly one: (uri: string) => KnownDocument | undefined;
}

/** Answers where names are defined and used, and changes them, in every note file around the document that asks. */
export function serveNavigation(connection: Connection, documents: Documents): void {
  const { one } = documents;
  connection.onDefinition(({ textDocument: { uri }, position }) => {
    const document = one(uri);
    return (document && definition(document, position)) ?? null;
  });
  connection.onReferences(async ({ textDocument: { uri }, position, context }) => {
    const document = one(uri);
    const words = document && wordsAt(document, position);
    if (!document || words === undefined) return [];
    const all = await documentsWith(words, document, documents);
    return references(document, position, all, context.includeDeclaration);
  });
  connection.onPrepareRename(({ textDocument: { uri }, position }) => {
    const document = one(uri);
    return (document && renamable(document, position)) ?? null;
  });
  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
    const document = one(uri);
    if (!document) return null;
    const words = wordsAt(document, position);
    const all = words === undefined ? [] : await documentsWith(words, document, documents);
    const renaming = rename(document, position, newName, all);
    return "edit" in renaming
      ? renaming.edit
      : new ResponseError(LSPErrorCodes.RequestFailed, renaming.refused);
  });
}
