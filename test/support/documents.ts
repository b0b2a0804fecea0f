import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Analysis, analyse } from "../../server/src/document/analysis.ts";
import type { FileContent } from "../../server/src/document/files.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A complete sheet of the project: an example or a real instrument. */
export interface Sheet {
  readonly name: string;
  readonly text: string;
  readonly analysis: Analysis;
}

/** Every example and every real instrument, with what they draw on. */
export function allSheets(): Sheet[] {
  return ["examples", "test/field"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".note"))
      .sort()
      .map((name) => sheetAt(folder, name)),
  );
}

function sheetAt(folder: string, name: string): Sheet {
  const file = join(root, folder, name);
  const text = readFileSync(file, "utf8");
  const loaded = new Map<string, FileContent>();
  let analysis = analyse(text, undefined);
  for (let missing = toLoad(analysis); missing.length > 0; missing = toLoad(analysis)) {
    for (const path of missing) loaded.set(path, { text: readFileSync(join(file, "..", path), "utf8") });
    analysis = analyse(text, undefined, analysis, analysis.settings, loaded);
  }
  return { name: `${folder}/${name}`, text, analysis };
}

function toLoad({ filesUsed }: Analysis): string[] {
  return [...filesUsed].flatMap(([path, content]) => (content ? [] : [path]));
}
