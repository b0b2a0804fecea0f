import { existsSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";

/** What marks the folder that a project begins with. */
const marks = ["notewright.json", ".git"];

/**
 * The folder that a sheet may draw files from: the nearest one around it that holds a mark of a project, else the
 * working folder if the sheet is in it, else the sheet's own.
 */
export function workspaceOf(file: string, workingFolder: string): string {
  const own = dirname(resolve(workingFolder, file));
  for (let folder = own; ; folder = dirname(folder)) {
    if (marks.some((mark) => existsSync(join(folder, mark)))) return folder;
    if (dirname(folder) === folder) break;
  }
  return `${own}${sep}`.startsWith(`${resolve(workingFolder)}${sep}`) ? resolve(workingFolder) : own;
}
