// Reads what comes with the extension, in every host: from a disk, through the editor, or from the web.
import { FileSystemError, Uri, workspace } from "vscode";

/** A file of the extension by its path; fails where there is none. */
export async function readShipped(extension: Uri, path: string): Promise<Uint8Array> {
  const file = Uri.joinPath(extension, path);
  if (!/^https?$/.test(file.scheme)) return workspace.fs.readFile(file);
  const answer = await fetch(file.toString(true));
  if (!answer.ok) throw FileSystemError.FileNotFound(file);
  return new Uint8Array(await answer.arrayBuffer());
}
