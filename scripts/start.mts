// Opens the examples in VS Code with the extension running: in the `code` on the PATH where there is
// one that can run the extension, else in a VS Code in the browser. `--browser` asks for the latter.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { cache, ensureEditor, orExplain, root } from "./setup.mjs";
import { startServer } from "./vscode-server.mts";

const examples = join(root, "examples");
const firstSheet = join(examples, "exchange-note.note");
const shell = process.platform === "win32";

// The extension opens its walkthrough where it finds this.
process.env.NOTEWRIGHT_START = "1";
const obstacle = process.argv.includes("--browser") ? "`--browser` asks for it" : whyNoDesktop();
build();
if (obstacle === undefined) openDesktop();
else await orExplain(() => openBrowserEditor(obstacle));

function build(): void {
  console.log("Building the extension …");
  const { status } = spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

/** Why `code` can't be used; undefined where it can. */
function whyNoDesktop(): string | undefined {
  const { status, stdout } = spawnSync("code", ["--version"], { encoding: "utf8", shell, timeout: 20_000 });
  if (status !== 0) return "no `code` that answers is on the PATH";
  const { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env;
  const screen = DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME || process.platform !== "linux";
  if (!screen) return "this machine has no screen";
  const version = stdout.split("\n")[0] ?? "";
  const needed = manifest().engines.vscode.replace("^", "");
  return olderThan(version, needed) ? `VS Code ${version} is older than ${needed}` : undefined;
}

function olderThan(version: string, needed: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split(".").map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}

function openDesktop(): void {
  const quiet = ["--disable-workspace-trust", "--skip-welcome", "--disable-extension", "vscode.git"];
  const parameters = [`--extensionDevelopmentPath=${root}`, ...quiet, examples, firstSheet];
  const { status } = spawnSync("code", parameters, { stdio: "inherit", shell });
  if (status !== 0) {
    console.error("VS Code did not open; `npm start -- --browser` uses one in the browser instead.");
    process.exit(1);
  }
  console.log("VS Code is open on the examples; saved edits are in the examples folder.");
}

/** The extension is installed as a link to this folder, under state of its own that a restart keeps. */
async function openBrowserEditor(reason: string): Promise<void> {
  console.log(`Using a VS Code in the browser: ${reason}.`);
  await ensureEditor();
  const dataFolder = join(cache, "start");
  linkExtension(join(dataFolder, "extensions"));
  const server = await startServer({
    dataFolder,
    firstPort: 4180,
    token: randomBytes(8).toString("hex"),
    settings: {
      "chat.disableAIFeatures": true,
      "workbench.startupEditor": "none",
      "git.enabled": false,
      "workbench.tips.enabled": false,
      "workbench.secondarySideBar.defaultVisibility": "hidden",
    },
  });
  console.log(`\nOpen this address in a browser (Ctrl-C here stops it):\n\n  ${startAddress(server)}\n`);
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => void server.stop());
  await server.ended;
  console.log("Stopped. What was saved is in the examples folder.");
}

function startAddress(server: Awaited<ReturnType<typeof startServer>>): string {
  return server.address(examples, { openFile: server.remoteUri(firstSheet), skipWelcome: "true" });
}

function linkExtension(folder: string): void {
  const { publisher, name, version } = manifest();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(root, join(folder, `${publisher}.${name}-${version}`), shell ? "junction" : "dir");
}

function manifest(): { publisher: string; name: string; version: string; engines: { vscode: string } } {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}
