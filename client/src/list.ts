// Lists the note files of a workspace's folder through the editor's own file systems: a search is not available in
// every host.
import { FileType, Uri, workspace } from "vscode";

/** As many folders as are searched; no workspace of deals has more. */
const maxFolders = 2_000;

/** The note files of the workspace's folder that a sheet is in; none for a sheet in no folder. Links are not followed. */
export async function notesAround(
  sheet: Uri,
  endings: readonly string[] = [".note"],
): Promise<readonly Uri[]> {
  const root = workspace.getWorkspaceFolder(sheet)?.uri;
  const folders = root ? [root] : [];
  const notes: Uri[] = [];
  for (let looked = 0; looked < maxFolders; looked++) {
    const folder = folders.shift();
    if (!folder) break;
    for (const [name, type] of await entriesOf(folder)) {
      const place = Uri.joinPath(folder, name);
      if (type === FileType.Directory && !isPassedOver(name)) folders.push(place);
      if (type === FileType.File && endings.some((ending) => name.toLowerCase().endsWith(ending)))
        notes.push(place);
    }
  }
  return notes;
}

function isPassedOver(folder: string): boolean {
  return folder.startsWith(".") || folder === "node_modules";
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
