// Reads a file for the server, within the folder of the workspace that the asking sheet is in.
import { FileType, Uri, workspace } from "vscode";
import type { ServerRequests } from "../../server/src/lsp/messages.ts";

type Params = ServerRequests["notewright/readFile"]["params"];
type Answer = ServerRequests["notewright/readFile"]["answer"];

/** Where an address really leads, once links are followed. */
export type RealPlace = (uri: Uri) => Promise<Uri>;

/**
 * What a file holds: as it stands in an open editor, else as it was saved. A file beyond the workspace's folder is
 * refused, whether `..` or a link leads there.
 */
export async function contentOf(
  uri: Uri,
  { from, maxBytes }: Params,
  realPlace: RealPlace | undefined,
): Promise<Answer> {
  const sheet = Uri.parse(from, true);
  const folder = workspace.getWorkspaceFolder(sheet)?.uri ?? Uri.joinPath(sheet, "..");
  if (!isWithin(folder, uri)) return { unusable: "outside" };
  try {
    if (await leadsOut(folder, uri, realPlace)) return { unusable: "outside" };
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open?.isDirty) return { text: open.getText() };
    const { type, size } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) return { unusable: "folder" };
    if (size > maxBytes) return { unusable: "large" };
    return decoded(await workspace.fs.readFile(uri));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { unusable: ["FileNotFound", "ENOENT", "ENOTDIR"].includes(code) ? "missing" : "unreadable" };
  }
}

function decoded(bytes: Uint8Array): Answer {
  if (bytes.includes(0)) return { unusable: "encoding" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { unusable: "encoding" };
  }
}

/** Whether a link on the way leads out of the folder; where links can't be followed, any link does. */
async function leadsOut(folder: Uri, uri: Uri, realPlace: RealPlace | undefined): Promise<boolean> {
  if (realPlace && uri.scheme === "file") return !isWithin(await realPlace(folder), await realPlace(uri));
  const steps = uri.path.slice(folder.path.length).split("/").filter(Boolean);
  for (let count = 1; count <= steps.length; count++) {
    const { type } = await workspace.fs.stat(Uri.joinPath(folder, ...steps.slice(0, count)));
    if (type & FileType.SymbolicLink) return true;
  }
  return false;
}

function isWithin(folder: Uri, uri: Uri): boolean {
  const root = folder.path.endsWith("/") ? folder.path : `${folder.path}/`;
  return folder.scheme === uri.scheme && folder.authority === uri.authority && uri.path.startsWith(root);
}
