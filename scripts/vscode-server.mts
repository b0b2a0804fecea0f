// Runs the VS Code that setup.mjs fetched: a server on a loopback address, which a browser opens.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { vscodeServer } from "./setup.mjs";

export interface ServerOptions {
  /** Where the server keeps its state; nothing outside it is written. */
  readonly dataFolder: string;
  /** The first free port from this one on; any free port where it is left out. */
  readonly firstPort?: number;
  /** A secret that the address must carry. Without one, everybody on this machine may connect. */
  readonly token?: string;
  /** Makes the server honour an extension or a test that the address names. Only for tests. */
  readonly testDriver?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface EditorServer {
  /** The host and port that documents and extensions of this server are named with. */
  readonly authority: string;
  /** The page that shows the folder; `payload` is what the editor learns of this window. */
  address(folder: string, payload?: Readonly<Record<string, string>>): string;
  /** How the editor names a file of this machine. */
  remoteUri(path: string): string;
  /** Resolves when the server ends of itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const startLimit = 60_000;
const host = "127.0.0.1";

/** Runs the server's own command line once, such as `--install-extension`, and returns what it says. */
export async function runServerCommand(dataFolder: string, parameters: readonly string[]): Promise<string> {
  const child = launch([...folders(dataFolder), ...parameters]);
  const output = collect(child);
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`VS Code's server ended with ${code}:\n${output.text}`);
  return output.text;
}

export async function startServer(options: ServerOptions): Promise<EditorServer> {
  writeSettings(options);
  const { firstPort = 0, token } = options;
  const child = launch([
    ...folders(options.dataFolder),
    ...["--host", host, "--port", firstPort === 0 ? "0" : `${firstPort}-${firstPort + 99}`],
    ...(token ? ["--connection-token", token] : ["--without-connection-token"]),
    ...(options.testDriver ? ["--enable-smoke-test-driver"] : []),
    ...["--accept-server-license-terms", "--disable-workspace-trust", "--telemetry-level", "off"],
  ]);
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const stop = () => stopProcess(child, ended);
  const port = await listeningPort(child, ended).catch(async (error) => {
    await stop();
    throw error;
  });
  const authority = `${host}:${port}`;
  const remoteUri = (path: string) => new URL(`vscode-remote://${authority}${encodeURI(path)}`).href;
  const address = (folder: string, payload: Readonly<Record<string, string>> = {}) => {
    const url = new URL(`http://${authority}/`);
    if (token) url.searchParams.set("tkn", token);
    url.searchParams.set("folder", folder);
    url.searchParams.set("payload", JSON.stringify(Object.entries(payload)));
    return url.href;
  };
  return { authority, address, remoteUri, ended, stop };
}

function folders(dataFolder: string): string[] {
  const at = (name: string) => join(dataFolder, name);
  return [
    "--user-data-dir",
    at("user"),
    "--server-data-dir",
    at("server"),
    "--extensions-dir",
    at("extensions"),
  ];
}

function writeSettings({ dataFolder, settings }: ServerOptions): void {
  const folder = join(dataFolder, "user", "Machine");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "settings.json"), JSON.stringify(settings ?? {}, null, 2));
}

/** In a process group of its own, so that what it starts ends with it; it ends with this process too. */
function launch(parameters: readonly string[]): ChildProcess {
  const detached = process.platform !== "win32";
  const script = join(vscodeServer, "out", "server-main.js");
  const child = spawn(process.execPath, [script, ...parameters], {
    detached,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = () => signal(child, "SIGKILL");
  process.once("exit", end);
  child.once("close", () => process.off("exit", end));
  return child;
}

function collect(child: ChildProcess): { text: string } {
  const output = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (data) => {
      output.text += String(data);
    });
  }
  return output;
}

function listeningPort(child: ChildProcess, ended: Promise<void>): Promise<number> {
  const output = collect(child);
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`VS Code's server ${why}:\n${output.text}`));
    const timer = setTimeout(() => fail("did not start in time"), startLimit);
    void ended.then(() => fail("ended early"));
    child.on("error", (error) => fail(`can't be started: ${error.message}`));
    child.stdout?.on("data", () => {
      const port = /Extension host agent listening on (\d+)/.exec(output.text)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
  });
}

async function stopProcess(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    signal(child, "SIGTERM");
    const timer = setTimeout(() => signal(child, "SIGKILL"), 3_000);
    await ended;
    clearTimeout(timer);
  }
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, name);
  } catch {
    // It has ended in the meantime.
  }
}
