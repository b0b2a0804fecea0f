import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

/** Starts the server with a cache folder of its own. */
function start(cache: string): ChildProcess {
  return spawn(process.execPath, ["dist/server.js", "--stdio"], {
    env: { ...process.env, XDG_CACHE_HOME: cache },
    stdio: ["pipe", "pipe", "inherit"],
  });
}

/** Whether the server answers `initialize`. */
async function answers(server: ChildProcess): Promise<boolean> {
  const request = JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  return new Promise((resolve) => {
    let heard = "";
    server.stdout?.on("data", (chunk: Buffer) => {
      heard += chunk.toString();
      if (heard.includes("hoverProvider")) resolve(true);
    });
    server.on("exit", () => resolve(false));
    server.stdin?.write(`Content-Length: ${request.length}\r\n\r\n${request}`);
  });
}

function keptIn(cache: string): string[] {
  try {
    return readdirSync(join(cache, "notewright")).filter((name) => name.endsWith(".bin"));
  } catch {
    return [];
  }
}

test("compiled code is kept for the next start, and damage to it costs only time", {
  timeout: 60_000,
}, async () => {
  const cache = mkdtempSync(join(tmpdir(), "notewright-start-"));
  const first = start(cache);
  expect(await answers(first)).toBe(true);
  await vi.waitFor(() => expect(keptIn(cache)).toHaveLength(1), { timeout: 20_000, interval: 200 });
  first.kill();

  const kept = join(cache, "notewright", keptIn(cache)[0] ?? "");
  const again = start(cache);
  expect(await answers(again)).toBe(true);
  again.kill();

  writeFileSync(kept, readFileSync(kept).subarray(0, 1_000));
  const damaged = start(cache);
  expect(await answers(damaged)).toBe(true);
  damaged.kill();
});

test("a cache folder that can't be made is no reason not to start", async () => {
  const server = start("/dev/null/no-such-folder");
  expect(await answers(server)).toBe(true);
  server.kill();
});
