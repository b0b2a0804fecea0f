import { URI } from "vscode-uri";

/** Paths as sheets write them: from one file to another, with `/` or `\`, never from the root of a disk. */

/** Whether a path counts from the folder of the file that names it; `/home`, `C:\` and web addresses do not. */
export function isRelativePath(path: string): boolean {
  return path !== "" && !/^[/\\]|^[a-z][a-z0-9+.-]*:/i.test(path) && !path.includes("\0");
}

/**
 * Where a path leads that the file at `base` names: `forms/a.note` and `../prices.csv` make `prices.csv`. Both count
 * from one folder; an empty `base` is a file in it. What climbs out of that folder keeps its `..` in front.
 */
export function pathFrom(base: string, path: string): string {
  const steps: string[] = [];
  for (const step of [...foldersOf(base), ...path.split(/[/\\]/)]) {
    if (step === "" || step === ".") continue;
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else steps.push(step);
  }
  return steps.join("/");
}

function foldersOf(file: string): string[] {
  return file.split("/").slice(0, -1);
}

/** The name of a file without its folders. */
export function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

/** The address of the file at a path from the document at `uri`; undefined where the document lies in no folder. */
export function uriFrom(uri: string, path: string): string | undefined {
  const address = parsed(uri);
  if (!address?.path.startsWith("/")) return undefined;
  const folders = address.path.split("/").slice(1, -1);
  for (const step of path.split("/")) {
    if (step !== "..") folders.push(step);
    else if (folders.pop() === undefined) return undefined;
  }
  return address.with({ path: `/${folders.join("/")}`, query: "", fragment: "" }).toString();
}

/** The path from the document at one address to the file at another: the way back that {@link uriFrom} goes. */
export function relativePath(from: string, to: string): string | undefined {
  const here = parsed(from);
  const there = parsed(to);
  if (!here || !there || here.scheme !== there.scheme || here.authority !== there.authority) return undefined;
  const folders = here.path.split("/").slice(0, -1);
  const steps = there.path.split("/");
  let same = 0;
  while (same < folders.length && same < steps.length - 1 && folders[same] === steps[same]) same++;
  return [...folders.slice(same).map(() => ".."), ...steps.slice(same)].join("/");
}

/** One spelling for every way to write an address, to compare by: what is encoded in one may stand as it is in another. */
export function plainUri(uri: string): string {
  return parsed(uri)?.toString(true) ?? uri;
}

/** The parts of an address; undefined for what is none. */
function parsed(uri: string): URI | undefined {
  try {
    return URI.parse(uri, true);
  } catch {
    return undefined;
  }
}
