// The extension in a real VS Code: in the desktop's host, in the web's, and installed from its package.
import { spawnSync } from "node:child_process";
import { cp, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { cache, root } from "../../scripts/setup.mjs";
import { runServerCommand } from "../../scripts/vscode-server.mts";
import { EditorWindow, withEditor } from "../../scripts/vscode-window.mts";
import { type Check, Checks, hostNames, inEditorResults, onScreenResults } from "./check.mts";
import { onServer, runInNpmEditor } from "./npm-editor.mts";
import { hoverCheck } from "./screen.mts";
import { whileServed } from "./served.mts";

const work = join(cache, "editor-tests");
const standIn = join(root, "test", "vscode", "stand-in.mts");
const tests = join(work, "in-editor.js");
const packageLimit = 4_000_000;
let failed = 0;
let passed = 0;

await rm(work, { recursive: true, force: true });
await mkdir(work, { recursive: true });
await bundleTests();
await desktopHost();
await webHost();
await webHostOnRemote();
await packagedExtension();
await rm(work, { recursive: true, force: true, maxRetries: 5 });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** The checks inside the editor run in a host with Node and in one without. */
async function bundleTests(): Promise<void> {
  const entryPoints = [join(root, "test", "vscode", "in-editor.ts")];
  const external = ["vscode"];
  await build({ entryPoints, outfile: tests, bundle: true, format: "cjs", platform: "browser", external });
}

async function desktopHost(): Promise<void> {
  const folder = await copyOfExamples("desktop");
  const downloaded = await downloadedEditor();
  console.log(`desktop host: ${downloaded ? "a downloaded VS Code" : "VS Code from the npm registry"}`);
  const launchArgs = downloaded ? [folder, "--disable-extensions"] : [folder];
  const vscodeExecutablePath = downloaded ?? standIn;
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: tests,
    launchArgs,
  }).catch((error: unknown) => console.log(String(error)));
  await report("desktop host, in the editor", join(folder, inEditorResults), hostNames.node);
  if (downloaded) await runInNpmEditor(folder, onServer(root, tests, "node"));
  await report("desktop host, on the screen", join(folder, onScreenResults));
}

/** As on vscode.dev: the same manifest, which a host without Node reads for its `browser` alone. */
async function webHost(): Promise<void> {
  console.log("web host: VS Code from the npm registry, the extension in a web worker");
  const folder = await copyOfExamples("web");
  await whileServed(root, tests, (development) => runInNpmEditor(folder, development)).catch(
    (error: unknown) => console.log(String(error)),
  );
  await report("web host, in the editor", join(folder, inEditorResults), hostNames.web);
  await report("web host, on the screen", join(folder, onScreenResults));
}

/**
 * The web worker host may also run an extension that lies on the remote machine. That needs a
 * manifest without `main`: with both entries, the host with Node wins.
 */
async function webHostOnRemote(): Promise<void> {
  const folder = await copyOfExamples("web-on-remote");
  const extension = join(work, "web-extension");
  const { main: _, ...manifest } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  for (const part of ["dist", "docs", "examples", "icons", "schemas", "syntaxes"])
    await cp(join(root, part), join(extension, part), { recursive: true });
  await writeFile(join(extension, "package.json"), JSON.stringify(manifest));
  const checks = new Checks();
  await withEditor({ testDriver: true }, async (server, browser) => {
    const editor = new EditorWindow(await browser.newPage());
    await editor.load(server.address(folder, onServer(extension, tests, "web").payload(server, false)));
    await hoverCheck(editor, folder, checks);
  });
  tell("web host, extension on a remote machine", checks.done);
}

async function packagedExtension(): Promise<void> {
  const checks = new Checks();
  const vsix = join(work, "notewright.vsix");
  const dataFolder = join(work, "installed");
  await checks.check("the extension packs into at most 4 MB", async () => {
    const { status, stdout, stderr } = spawnSync("npm", ["run", "package", "--", "--out", vsix], {
      cwd: root,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (status !== 0) return `${stdout}${stderr}`;
    const { size } = await stat(vsix);
    return size <= packageLimit ? undefined : `${size} bytes`;
  });
  await checks.check("the package installs in VS Code, which lists it", async () => {
    await runServerCommand(dataFolder, ["--install-extension", vsix]);
    const list = await runServerCommand(dataFolder, ["--list-extensions"]);
    return list.split("\n").includes("notewright.notewright") ? undefined : list;
  });
  if (checks.passed) {
    const folder = await copyOfExamples("installed-examples");
    await withEditor({ testDriver: false, dataFolder }, async (server, browser) => {
      const editor = new EditorWindow(await browser.newPage());
      await editor.load(server.address(folder));
      await hoverCheck(editor, folder, checks);
    });
  }
  tell("packaged extension", checks.done);
}

/** The desktop's VS Code where the network gives one and there is a screen to open it on. */
async function downloadedEditor(): Promise<string | undefined> {
  if (process.platform === "linux" && !process.env.DISPLAY) return undefined;
  const list = "https://update.code.visualstudio.com/api/releases/stable";
  const reachable = await fetch(list, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  if (!reachable?.ok) return undefined;
  return downloadAndUnzipVSCode({ cachePath: join(cache, "vscode-desktop") }).catch(() => undefined);
}

async function copyOfExamples(name: string): Promise<string> {
  const folder = join(work, name);
  await cp(join(root, "examples"), folder, { recursive: true });
  return folder;
}

/** Tells what the checks left; the one named `expected`, where there is one, must be among them. */
async function report(title: string, file: string, expected?: string): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => "[]");
  const checks: Check[] = JSON.parse(text);
  if (checks.length === 0) {
    checks.push({ name: "the checks ran to their end", passed: false, detail: "they left no result" });
  } else if (expected && !checks.some(({ name }) => name === expected)) {
    checks.push({ name: expected, passed: false, detail: "another host" });
  }
  tell(title, checks);
}

function tell(title: string, checks: readonly Check[]): void {
  for (const { name, passed: good, detail } of checks) {
    console.log(
      `${good ? "ok  " : "FAIL"} ${title}: ${name}${good ? "" : `\n     found: ${stripVTControlCharacters(detail)}`}`,
    );
    if (good) passed++;
    else failed++;
  }
}
