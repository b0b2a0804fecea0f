// The extension as a package, and beside it the bill of materials and the licences of what is in it. The same commit
// makes the same bytes. `--audit` also asks the registry what is known against the packages that are shipped.
import { execFileSync } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./setup.mjs";
import { advisories, billOfMaterials } from "./shipped.mts";

const { values } = parseArgs({
  options: { audit: { type: "boolean" }, out: { type: "string", default: "notewright.vsix" } },
});

/** Where the sources come without their history: the first day that a ZIP can name, and one. */
const noDay = "315619200";

const vsce = join(root, "node_modules/@vscode/vsce/vsce");
execFileSync(
  process.execPath,
  [vsce, "package", "--no-dependencies", "--no-rewrite-relative-links", "--out", values.out],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? lastChange() },
  },
);
const base = resolve(root, values.out).replace(/\.vsix$/, "");
writeFileSync(`${base}.cdx.json`, `${JSON.stringify(billOfMaterials(), undefined, 2)}\n`);
copyFileSync(join(root, "dist/THIRD-PARTY-NOTICES.txt"), `${base}.licences.txt`);

if (values.audit) {
  const found = advisories();
  if (found === undefined) console.error("The registry says nothing of advisories; nothing was compared.");
  else if (found.length === 0) console.log("Nothing is known against the packages that are shipped.");
  else console.error(`Known against what is shipped:\n${found.join("\n")}`);
  process.exitCode = found?.length === 0 ? 0 : 1;
}

function lastChange(): string {
  try {
    const options = { cwd: root, encoding: "utf8" } as const;
    return execFileSync("git", ["log", "-1", "--format=%ct"], options).trim() || noDay;
  } catch {
    return noDay;
  }
}
