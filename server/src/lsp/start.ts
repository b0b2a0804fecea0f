import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

/**
 * Starts the server from code that an earlier start has compiled already. The compiled code is kept in a folder that
 * only this account can write to, one file for each build and engine; without it, or without a right to keep it, the
 * server starts the same, only later.
 */
const main = join(__dirname, "server-main.js");
const kept = keptFile();
const source = readFileSync(main, "utf8");
const cachedData = compiled();
const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
const script = new Script(wrapped, { filename: main, ...(cachedData ? { cachedData } : {}) });
const module_ = { exports: {} };
script.runInThisContext()(module_.exports, createRequire(main), module_, main, dirname(main));
if (!cachedData || script.cachedDataRejected) {
  setTimeout(keep, 3_000).unref();
  process.once("exit", keep);
}

function keptFile(): string | undefined {
  try {
    const { size, mtimeMs } = statSync(main);
    const folder = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir(), ".cache");
    return join(
      folder,
      "notewright",
      `server-${process.version}-${process.arch}-${size}-${Math.round(mtimeMs)}.bin`,
    );
  } catch {
    return undefined;
  }
}

function compiled(): Buffer | undefined {
  try {
    return kept === undefined ? undefined : readFileSync(kept);
  } catch {
    return undefined;
  }
}

/** Keeps what has been compiled by now, the functions that a first document needs included. */
function keep(): void {
  process.off("exit", keep);
  if (kept === undefined) return;
  try {
    mkdirSync(dirname(kept), { recursive: true, mode: 0o700 });
    writeFileSync(`${kept}.${process.pid}`, script.createCachedData(), { mode: 0o600 });
    renameSync(`${kept}.${process.pid}`, kept);
  } catch {
    // A start without kept code is slower and nothing else.
  }
}
