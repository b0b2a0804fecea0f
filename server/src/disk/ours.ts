import { lstatSync } from "node:fs";

/** Whether a folder is this account's and closed to all others for writing. Windows has no such owners. */
export function isOurs(folder: string): boolean {
  const status = lstatSync(folder);
  if (!status.isDirectory()) return false;
  if (process.getuid === undefined) return true;
  return status.uid === process.getuid() && (status.mode & 0o022) === 0;
}
