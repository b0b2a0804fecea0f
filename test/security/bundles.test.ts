import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { withFiles } from "../support/command.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = join(root, "dist");

/** What could reach a network, start a program or run text, by how it is written in a bundle. */
const ways: Readonly<Record<string, RegExp>> = {
  eval: /(?<![\w.$])eval\s*\(/,
  "new Function": /\bnew Function\b/,
  network: /\brequire\("(?:node:)?(?:net|tls|dns|dgram|https?|http2)"\)/,
  fetch: /(?<![\w.$])fetch\s*\(|\bXMLHttpRequest\b|\bnew WebSocket\b|\bEventSource\b|sendBeacon/,
  program: /\brequire\("(?:node:)?child_process"\)/,
  "text as code": /\brequire\("(?:node:)?(?:vm|repl|inspector)"\)/,
};

/**
 * What the bundles have of that, each with its reason. None of it is ours but where it says so, and none is reached by
 * what stands in a sheet: `runs without them` below runs the program where eval and other programs are forbidden.
 */
const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "server.js": {
    "text as code": "ours: runs the server's own file from code that an earlier start compiled",
  },
  "server-main.js": {
    network: "the protocol's library can listen on a socket, when a client asks for that on the command line",
    program: "the protocol's library can stop a process of a client's",
    fetch: "Papa Parse can download a file by its address; it is given text alone",
  },
  "server-web.js": { fetch: "Papa Parse can download a file by its address; it is given text alone" },
  "client.js": {
    network: "the client's library can speak over a socket; ours speaks over the editor's channel",
    program: "the client's library starts the server",
    fetch: "ours: reads the extension's own files, where the editor has them at an address of the web",
  },
  "client-web.js": {
    fetch: "ours: reads the extension's own files, where the editor has them at an address of the web",
  },
  "memo.js": {},
  "office-web.js": {},
  "papers-web.js": {
    "new Function": "PDF.js and a shim in Mammoth; PDF.js is set not to",
    fetch: "PDF.js and Mammoth can read from an address; they are given bytes alone",
  },
  "cli.js": {
    fetch: "Papa Parse can download a file by its address; it is given text alone",
    program: "commander can run a subcommand that is a program of its own; ours are none",
  },
  "office.js": {},
  "papers.js": {
    "new Function": "PDF.js and a shim in Mammoth; PDF.js is set not to",
    fetch: "PDF.js and Mammoth can read from an address; they are given bytes alone",
  },
};

test("no bundle has another way to a network, to a program or to running text than is known", () => {
  const bundles = readdirSync(dist).filter((name) => name.endsWith(".js"));
  for (const bundle of bundles) {
    const text = readFileSync(join(dist, bundle), "utf8");
    const found = Object.entries(ways).flatMap(([way, pattern]) => (pattern.test(text) ? [way] : []));
    expect(found.sort(), bundle).toEqual(Object.keys(known[bundle] ?? {}).sort());
  }
});

test("our own sources have none but the start from compiled code", () => {
  for (const folder of ["server/src", "client/src"]) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts")) continue;
      const text = readFileSync(join(root, folder, file), "utf8");
      expect(text, file).not.toMatch(/(?<![\w.])eval\(|\bnew Function\b|XMLHttpRequest|WebSocket/);
      // The extension's own files, where the editor has them at an address of the web.
      if (file !== "shipped.ts") expect(text, file).not.toMatch(/(?<![\w.])fetch\(/);
      expect(text, file).not.toMatch(
        /from "node:(?:net|tls|dns|dgram|https?|http2|child_process|repl|inspector)"/,
      );
      if (file !== "lsp/start.ts") expect(text, file).not.toMatch(/from "node:vm"/);
    }
  }
});

describe("the command runs without them", () => {
  const sheet = readFileSync(join(root, "examples/power-up-note.note"), "utf8");
  const run = (flags: readonly string[], args: readonly string[], folder: string) =>
    spawnSync(process.execPath, [...flags, join(dist, "cli.js"), ...args], { cwd: folder, encoding: "utf8" });

  const noEval = ["--disallow-code-generation-from-strings"];
  // Neither programs nor threads, and nothing outside of files.
  const filesAlone = [...noEval, "--permission", "--allow-fs-read=*", "--allow-fs-write=*"];

  test.each<[string, readonly string[], readonly string[]]>([
    ["check", filesAlone, ["check", "a.note"]],
    ["explain", filesAlone, ["explain", "a.note"]],
    ["format", filesAlone, ["format", "--diff", "b.note"]],
    ["read", filesAlone, ["read", "a.txt"]],
    ["read of a page", filesAlone, ["read", "a.html"]],
    ["export", noEval, ["export", "a.note", "--to", "xlsx", "--out", "a.xlsx"]],
    ["export of a document", noEval, ["export", "a.note", "--to", "docx", "--out", "a.docx"]],
  ])("%s", (_, flags, args) => {
    const files = {
      "a.note": sheet,
      "b.note": sheet.replaceAll("  ", " "),
      "a.txt": sheet,
      "a.html": `<p>${sheet}</p>`,
    };
    withFiles(files, (path) => {
      const [free, bound] = [run([], args, path("")), run(flags, args, path(""))];
      const said = ({ stderr }: typeof free): string => stderr.replace(/^\(.*\n?/gm, "");
      expect([bound.status, bound.stdout, said(bound)]).toEqual([free.status, free.stdout, said(free)]);
      expect(free.status).toBeLessThan(2);
    });
  });
});
