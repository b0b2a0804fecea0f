// Rewrites every generated file, and removes what is left over: `npm run generate`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generated, generatedFolders } from "./generated.mts";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = generated();
let written = 0;

for (const [path, content] of files) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, "utf8") === content) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  written++;
  console.log(`written  ${path}`);
}

for (const folder of generatedFolders) {
  for (const name of readdirSync(join(root, folder))) {
    if (files.has(`${folder}/${name}`)) continue;
    rmSync(join(root, folder, name));
    console.log(`removed  ${folder}/${name}`);
  }
}

console.log(`${written} of ${files.size} generated files were out of date.`);
