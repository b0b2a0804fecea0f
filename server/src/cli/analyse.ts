import { dirname, resolve } from "node:path";
import type { Settings } from "../checks/levels.ts";
import { readWithin } from "../disk/read.ts";
import { workspaceOf } from "../disk/workspace.ts";
import { type Analysis, analyse } from "../document/analysis.ts";
import type { FileContent } from "../document/files.ts";
import type { Day } from "../quantity/date.ts";
import { type Io, placeOf } from "./io.ts";

/** All that is known of a file on disk, the files that it draws on included; `-` draws on those of the working folder. */
export function analyseFile(
  file: string,
  text: string,
  valuedOn: Day | undefined,
  settings: Settings,
  io: Io,
): Analysis {
  const folder = workspaceOf(file, io.folder);
  const loaded = new Map<string, FileContent>();
  let analysis = analyse(text, valuedOn, undefined, settings);
  for (let missing = toLoad(analysis); missing.length > 0; missing = toLoad(analysis)) {
    for (const path of missing)
      loaded.set(path, readWithin(folder, resolve(dirname(placeOf(file, io)), path)));
    analysis = analyse(text, valuedOn, analysis, settings, loaded);
  }
  return analysis;
}

function toLoad({ filesUsed }: Analysis): string[] {
  return [...filesUsed].flatMap(([path, content]) => (content ? [] : [path]));
}
