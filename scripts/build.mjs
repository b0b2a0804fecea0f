// Bundles the server, the command line and the client into dist/, for both hosts.
// `--watch` keeps rebuilding; `--development` leaves the code readable and adds source maps.

import { chmodSync, writeFileSync } from "node:fs";
import { context } from "esbuild";
import { noticesFor } from "./notices.mjs";

const development = process.argv.includes("--development");
const watch = process.argv.includes("--watch");

const shared = {
  bundle: true,
  minify: !development,
  sourcemap: development ? "linked" : false,
  target: "es2023",
  logLevel: "warning",
  legalComments: "none",
  metafile: true,
  // Its other form for Node asks for its own files when it runs, and a bundle has none.
  alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
};
const forNode = { ...shared, platform: "node", format: "cjs" };
const forWeb = { ...shared, platform: "browser", mainFields: ["browser", "module", "main"] };

const bundles = [
  { ...forNode, entryPoints: { server: "server/src/lsp/start.ts", "server-main": "server/src/lsp/node.ts" } },
  {
    ...forNode,
    entryPoints: { cli: "server/src/cli/main.ts" },
    banner: { js: "#!/usr/bin/env node" },
    // A package that finds its own place as a module does finds it as a script here.
    define: { "import.meta.url": "__filename" },
  },
  { ...forWeb, format: "iife", entryPoints: { "server-web": "server/src/lsp/web.ts" } },
  { ...forNode, entryPoints: { client: "client/src/desktop.ts" }, external: ["vscode"] },
  { ...forWeb, format: "cjs", entryPoints: { "client-web": "client/src/web.ts" }, external: ["vscode"] },
];

const metafiles = [];
for (const bundle of bundles) {
  const build = await context({ ...bundle, outdir: "dist" });
  metafiles.push((await build.rebuild()).metafile);
  if (watch) await build.watch();
  else await build.dispose();
}
// A command is run by its name.
chmodSync("dist/cli.js", 0o755);
writeFileSync("dist/THIRD-PARTY-NOTICES.txt", noticesFor(metafiles));
