import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bundles = ["dist/server.js", "dist/cli.js"].map((name) => join(root, name));

/** Runs once before all tests: the shells are tested as they are shipped, so the bundles must be no older than the sources. */
export function setup(): void {
  const built = bundles.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0));
  if (
    Math.min(...built) >
    newest(["server/src", "client/src", "package.json", "scripts/build.mjs", "scripts/notices.mjs"])
  )
    return;
  execFileSync(process.execPath, [join(root, "scripts/build.mjs")], { cwd: root, stdio: "inherit" });
}

function newest(paths: readonly string[]): number {
  const times = paths.flatMap((path) => {
    const full = join(root, path);
    if (!statSync(full).isDirectory()) return [statSync(full).mtimeMs];
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  });
  return Math.max(...times);
}
