// Bundles the server, the command line and the client into dist/, for both hosts.
// `--watch` keeps rebuilding; `--development` leaves the code readable and adds source maps.

import { chmodSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
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
/** What a rule's record says at two blanks' depth, and what of it stands on the rule's page alone. */
const said = /^ {2}(code|severity|title|why|repair|bad|good|find)\b[:(,]/;
const onPages = /^ {2}(why|repair|bad|good):/;

/** Leaves the texts of the rules' pages out of a server, which shows none of them. */
const withoutPages = {
  name: "without-pages",
  setup(build) {
    build.onLoad({ filter: /checks[\\/]rules[\\/][^\\/]+\.ts$/ }, async ({ path }) => {
      let left = false;
      const lines = (await readFile(path, "utf8")).split("\n").filter((line) => {
        if (said.test(line) || line === "});") left = onPages.test(line);
        return !left;
      });
      return { contents: lines.join("\n"), loader: "ts" };
    });
  },
};

/** What is loaded when it is asked for is a bundle of its own, which lies beside the one that loads it. */
const apart = {
  name: "apart",
  setup(build) {
    build.onResolve({ filter: /(?:export\/office|reading\/papers)\.ts$/ }, ({ kind, path }) =>
      kind === "dynamic-import"
        ? { path: `./${path.replace(/^.*\/|\.ts$/g, "")}.js`, external: true }
        : undefined,
    );
  },
};

const forNode = { ...shared, platform: "node", format: "cjs" };
const forWeb = { ...shared, platform: "browser", mainFields: ["browser", "module", "main"] };

const bundles = [
  {
    ...forNode,
    plugins: [withoutPages],
    entryPoints: { server: "server/src/lsp/start.ts", "server-main": "server/src/lsp/node.ts" },
  },
  {
    ...forNode,
    plugins: [apart],
    entryPoints: { cli: "server/src/cli/main.ts" },
    banner: { js: "#!/usr/bin/env node" },
    // A package that finds its own place as a module does finds it as a script here.
    define: { "import.meta.url": "__filename" },
  },
  { ...forNode, entryPoints: { office: "server/src/export/office.ts" } },
  { ...forNode, entryPoints: { papers: "server/src/reading/papers.ts" } },
  {
    ...forWeb,
    format: "iife",
    plugins: [withoutPages],
    entryPoints: { "server-web": "server/src/lsp/web.ts" },
  },
  {
    ...forNode,
    plugins: [apart],
    entryPoints: { client: "client/src/desktop.ts" },
    external: ["vscode"],
  },
  { ...forWeb, format: "iife", entryPoints: { "office-web": "server/src/lsp/office-worker.ts" } },
  { ...forWeb, format: "iife", entryPoints: { "papers-web": "server/src/lsp/papers-worker.ts" } },
  { ...forWeb, format: "cjs", entryPoints: { "client-web": "client/src/web.ts" }, external: ["vscode"] },
  { ...forWeb, format: "iife", entryPoints: { memo: "client/webview/memo.ts" } },
  { ...forWeb, entryPoints: { memo: "client/webview/memo.css" } },
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
