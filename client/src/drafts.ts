import { type Uri, workspace } from "vscode";

/**
 * Whether somebody writes a document: one that was never saved, or one in files that can be written. What git shows as
 * the old side of a comparison, what another extension makes up, and what lies in files that can only be read is looked
 * at, and nobody wants it judged.
 */
export function isDraft({ scheme }: Uri): boolean {
  return scheme === "untitled" || workspace.fs.isWritableFileSystem(scheme) === true;
}
