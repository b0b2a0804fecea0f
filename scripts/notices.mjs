// The licences of the packages that end up in dist/: what is passed on has to carry them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The notices for what esbuild's metafiles say was bundled, a package after the other by name. */
export function noticesFor(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs: parts }) =>
      Object.entries(parts).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  );
  const folders = new Set(inputs.flatMap((path) => packageFolder(path) ?? []));
  const parts = [...folders].map(noticeOf).sort((a, b) => (a.title < b.title ? -1 : 1));
  const once = new Map(parts.map((part) => [part.title, part]));
  const rule = "-".repeat(72);
  return [
    "Notewright contains the following packages, each under its own licence.",
    ...[...once.values()].map(({ title, text }) => `${rule}\n${title}\n\n${text}`),
    "",
  ].join("\n\n");
}

/** `node_modules/d3-scale/src/log.js` lies in `node_modules/d3-scale`. */
function packageFolder(path) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry));
  const title = `${name} ${version} (${license})`;
  if (file !== undefined && existsSync(join(folder, file)))
    return { title, text: readFileSync(join(folder, file), "utf8").trim() };
  const readme = readdirSync(folder).find((entry) => /^readme/i.test(entry));
  const section =
    readme && /^#+\s*licen[sc]e\s*$([\s\S]*)/im.exec(readFileSync(join(folder, readme), "utf8"))?.[1];
  if (section) return { title, text: section.trim() };
  const holder = typeof author === "string" ? author : author?.name;
  return { title, text: holder ? `Copyright ${holder}. The package has no licence file of its own.` : "" };
}
