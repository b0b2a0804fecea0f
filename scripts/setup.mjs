// All set-up that `npm start` and `npm test` need, fetched only where it is missing.
// It runs on the Node the machine has (20 or newer) and with no package installed:
//   node scripts/setup.mjs            the packages of package-lock.json, Node 24 among them
//   node scripts/setup.mjs --editor   and VS Code from the npm registry, and Chrome or Chromium
// Where it can't go on it says in one line what to do, and ends with exit code 1.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./chromium.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const cache = join(root, ".cache");

/** The npm package that carries VS Code's own server; the one place where its version stands. */
const editorPackage = { name: "code-server", version: "4.139.1" };

const editors = join(cache, "vscode");
const editorHome = join(editors, `${editorPackage.name}-${editorPackage.version}`);
const logFile = join(cache, "setup.log");
const modules = join(root, "node_modules");
const stamp = join(modules, ".package-lock.sha256");

/** VS Code's server: the folder that holds `out/server-main.js`. */
export const vscodeServer = join(editorHome, "node_modules", editorPackage.name, "lib", "vscode");

/** A reason why set-up can't go on, with what to do about it, in one line. */
class SetupError extends Error {}

/** Packages exactly as package-lock.json has them, installed anew when it changed. */
export async function ensurePackages() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && nodeMajor(packagedNode()) >= 24) return;
  await step("Installing packages (npm ci)", () => npm(["ci", "--no-audit", "--no-fund"], root));
  if (nodeMajor(packagedNode()) < 24) await step("Fetching Node 24", fetchNode);
  if (nodeMajor(packagedNode()) < 24) {
    throw new SetupError(
      "The package node@24 brought no Node for this machine: install Node 24 and try again.",
    );
  }
  writeFileSync(stamp, wanted);
}

/**
 * Does what the package's own script does when it is installed, for an npm that runs no such scripts: it brings the Node
 * for this machine. The command comes into the folder where npm's scripts look for it.
 */
async function fetchNode() {
  const folder = join(modules, "node");
  await run(process.execPath, ["installArchSpecificPackage.js"], folder);
  const command = join(modules, ".bin", "node");
  if (process.platform !== "win32" && !existsSync(command) && existsSync(packagedNode()))
    symlinkSync(join("..", "node", "bin", "node"), command);
}

/** VS Code's server. */
export async function ensureEditor() {
  if (existsSync(editorHome)) return;
  const { name, version } = editorPackage;
  await step(`Fetching VS Code (${name} ${version}, 600 MB on disk)`, installEditor);
}

/** It is installed aside and then moved into place, so that what is there is always whole. */
async function installEditor() {
  const { name, version } = editorPackage;
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund"];
  const aside = join(editors, `partial-${process.pid}`);
  mkdirSync(aside, { recursive: true });
  try {
    writeFileSync(join(aside, "package.json"), "{}");
    await npm(["install", ...quiet, `${name}@${version}`], aside);
    await npm(["install", "--omit=dev", ...quiet], join(aside, "node_modules", name, "lib", "vscode"));
    for (const other of readdirSync(editors).filter(isLeftOver)) {
      rmSync(join(editors, other), { recursive: true, force: true });
    }
    if (!existsSync(editorHome)) renameSync(aside, editorHome);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Another version, or what a set-up that was broken off has left; not what one under way is making. */
function isLeftOver(name) {
  const [, maker] = /^partial-(\d+)$/.exec(name) ?? [];
  if (!maker) return join(editors, name) !== editorHome;
  try {
    process.kill(Number(maker), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/** A Chrome or Chromium that starts: the one present, else Debian's package where we may install it. */
export async function ensureChromium() {
  const present = findChromium();
  if (present) return present;
  if (mayInstallPackages()) {
    await step("Installing Chromium (apt-get install chromium)", async () => {
      const install = ["install", "-y", "--no-install-recommends", "chromium"];
      if (await aptGet(install)) return;
      await aptGet(["update"]);
      await aptGet(install);
    });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new SetupError(
    "No Chrome or Chromium was found: install one (on Debian: apt-get install chromium), or set CHROME_PATH to it, and try again.",
  );
}

function mayInstallPackages() {
  return process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
}

function packagedNode() {
  return join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
}

function nodeMajor(executable) {
  const { status, stdout } = spawnSync(executable, ["--version"], { encoding: "utf8" });
  return status === 0 ? Number.parseInt(stdout.slice(1), 10) : 0;
}

/** Says what is being done, and then how long it took. */
async function step(title, work) {
  const began = Date.now();
  console.log(`${title} …`);
  await work();
  console.log(`  done in ${Math.round((Date.now() - began) / 1000)} s`);
}

async function npm(parameters, folder) {
  const script = process.env.npm_execpath;
  const [command, ...before] = script?.endsWith("npm-cli.js") ? [process.execPath, script] : ["npm"];
  const { code, output } = await run(command, [...before, ...parameters], folder);
  if (code === 0) return;
  throw new SetupError(`npm ${parameters[0]} failed: ${whatToDo(output)}.`);
}

function whatToDo(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(output)) {
    return "the npm registry can't be reached; connect to the network and try again";
  }
  if (/in sync/.test(output)) {
    return "package-lock.json does not fit package.json here; run `npm install` and try again";
  }
  return `see why in ${logFile}, and try again`;
}

async function aptGet(parameters) {
  const { code } = await run("apt-get", ["-q", ...parameters], root);
  return code === 0;
}

/** Runs a program with its output kept in the log, which is shown to nobody unless it is asked for. */
function run(command, parameters, folder) {
  mkdirSync(cache, { recursive: true });
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", PATH: searchPath() };
    const shell = process.platform === "win32" && command === "npm";
    const child = spawn(command, parameters, { cwd: folder, env, shell, stdio: ["ignore", "pipe", "pipe"] });
    let output = `${folder}$ ${command} ${parameters.join(" ")}\n`;
    const keep = (data) => {
      output += data;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => keep(`${error.message}\n`));
    child.on("close", (code) => {
      writeFileSync(logFile, output, { flag: "a" });
      resolve({ code, output });
    });
  });
}

/** The Node that runs this script comes first, also for what npm starts in turn. */
function searchPath() {
  return [dirname(process.execPath), process.env.PATH].join(delimiter);
}

/** Does the work; a reason to stop is told in its one line, anything else is a fault of ours. */
export async function orExplain(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await orExplain(async () => {
    if (nodeMajor(process.execPath) < 20) {
      throw new SetupError("Node 20 or newer is needed: install it from https://nodejs.org and try again.");
    }
    await ensurePackages();
    if (process.argv.includes("--editor")) {
      await ensureEditor();
      await ensureChromium();
    }
  });
}
