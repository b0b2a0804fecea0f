import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generated, generatedFolders } from "../scripts/generated.mts";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = generated();

test.each([...files])("%s is what the code says; `npm run generate` rewrites it", (path, content) => {
  expect(readFileSync(`${root}${path}`, "utf8")).toBe(content);
});

test.each(generatedFolders)("%s holds nothing that is left over", (folder) => {
  const left = readdirSync(`${root}${folder}`).filter((name) => !files.has(`${folder}/${name}`));
  expect(left).toEqual([]);
});
