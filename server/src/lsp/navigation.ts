import { type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { definition, type KnownDocument, references, renamable, rename } from "../features/navigation.ts";

/** Documents by their addresses: one, and all that are open or that these draw on. */
export interface Documents {
  readonly one: (uri: string) => KnownDocument | undefined;
  readonly all: () => readonly KnownDocument[];
}

/** Answers where names are defined and used, and changes them. */
export function serveNavigation(connection: Connection, { one, all }: Documents): void {
  connection.onDefinition(({ textDocument: { uri }, position }) => {
    const document = one(uri);
    return (document && definition(document, position)) ?? null;
  });
  connection.onReferences(({ textDocument: { uri }, position, context }) => {
    const document = one(uri);
    return document ? references(document, position, all(), context.includeDeclaration) : [];
  });
  connection.onPrepareRename(({ textDocument: { uri }, position }) => {
    const document = one(uri);
    return (document && renamable(document, position)) ?? null;
  });
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) => {
    const document = one(uri);
    if (!document) return null;
    const renaming = rename(document, position, newName, all());
    return "edit" in renaming
      ? renaming.edit
      : new ResponseError(LSPErrorCodes.RequestFailed, renaming.refused);
  });
}
