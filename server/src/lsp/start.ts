import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { readCompiled, writeCompiled } from "./compiled.ts";

/**
 * Starts the server from code that an earlier start has compiled; without it, or without a right to write it, the
 * server starts the same, only later.
 */
const main = join(__dirname, "server-main.js");
const file = cacheFile();
const source = readFileSync(main, "utf8");
const cachedData = file === undefined ? undefined : readCompiled(file);
const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
const script = new Script(wrapped, { filename: main, ...(cachedData ? { cachedData } : {}) });
const module_ = { exports: {} };
script.runInThisContext()(module_.exports, createRequire(main), module_, main, dirname(main));
if (file !== undefined && (!cachedData || script.cachedDataRejected)) {
  // By then the functions that a first document needs are compiled as well.
  const write = (): void => {
    process.off("exit", write);
    writeCompiled(file, () => script.createCachedData());
  };
  setTimeout(write, 3_000).unref();
  process.once("exit", write);
}

/** One file for each build and engine. */
function cacheFile(): string | undefined {
  try {
    const { size, mtimeMs } = statSync(main);
    const folder = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir(), ".cache");
    const engine = `${process.version}-${process.arch}`;
    return join(folder, "notewright", `server-${engine}-${size}-${Math.round(mtimeMs)}.bin`);
  } catch {
    return undefined;
  }
}
