import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { readCompiled, writeCompiled } from "../../server/src/lsp/compiled.ts";

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

function filesIn(cache: string): string[] {
  try {
    return readdirSync(join(cache, "notewright")).filter((name) => name.endsWith(".bin"));
  } catch {
    return [];
  }
}

test("compiled code serves the next start, and damage to it costs only time", {
  timeout: 120_000,
}, async () => {
  const cache = mkdtempSync(join(tmpdir(), "notewright-start-"));
  const first = start(cache);
  expect(await answers(first)).toBe(true);
  await vi.waitFor(() => expect(filesIn(cache)).toHaveLength(1), { timeout: 20_000, interval: 200 });
  first.kill();

  const file = join(cache, "notewright", filesIn(cache)[0] ?? "");
  const sound = readFileSync(file);
  const again = start(cache);
  expect(await answers(again)).toBe(true);
  again.kill();
  expect(readFileSync(file).equals(sound)).toBe(true);

  const patched = (at: number, bytes: Uint8Array): Buffer => {
    const copy = Buffer.from(sound);
    copy.set(bytes, at);
    return copy;
  };
  const middle = Math.floor(sound.length / 2);
  const damaged: Readonly<Record<string, Buffer>> = {
    "4 KB of zeros": patched(middle, new Uint8Array(4_096)),
    "all zeros": Buffer.alloc(sound.length),
    "16 other bytes": patched(
      middle,
      new Uint8Array(16).map((_, index) => index * 17 + 1),
    ),
    "one flipped bit": patched(middle, Uint8Array.of((sound[middle] ?? 0) ^ 4)),
    "a hash that is wrong": patched(0, Uint8Array.of((sound[0] ?? 0) ^ 1)),
    garbage: Buffer.from("garbage ".repeat(100_000)),
    "cut off": sound.subarray(0, 1_000),
    "shorter than a hash": sound.subarray(0, 10),
    empty: Buffer.alloc(0),
  };
  for (const [damage, bytes] of Object.entries(damaged)) {
    writeFileSync(file, bytes);
    const server = start(cache);
    expect(await answers(server), damage).toBe(true);
    server.kill();
  }
});

describe("compiled code in a file", () => {
  const code = Buffer.from("compiled code");
  const inFolder = (work: (file: (name: string) => string) => void): void => {
    const folder = mkdtempSync(join(tmpdir(), "notewright-compiled-"));
    try {
      work((name) => join(folder, "notewright", name));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test("is read as it was written", () => {
    inFolder((file) => {
      expect(readCompiled(file("server-1.bin"))).toBeUndefined();
      writeCompiled(file("server-1.bin"), () => code);
      expect(readCompiled(file("server-1.bin"))).toEqual(code);
      expect(readdirSync(file(""))).toEqual(["server-1.bin"]);
    });
  });

  test("is not read where any byte of it is another one", () => {
    inFolder((file) => {
      writeCompiled(file("server-1.bin"), () => code);
      const written = readFileSync(file("server-1.bin"));
      for (const [index, byte] of written.entries()) {
        const other = Buffer.from(written);
        other[index] = byte ^ 1;
        writeFileSync(file("server-1.bin"), other);
        expect(readCompiled(file("server-1.bin"))).toBeUndefined();
      }
    });
  });

  test.skipIf(process.platform === "win32")("is neither read nor written where others may write", () => {
    inFolder((file) => {
      writeCompiled(file("server-1.bin"), () => code);
      chmodSync(file(""), 0o777);
      expect(readCompiled(file("server-1.bin"))).toBeUndefined();
      writeCompiled(file("server-2.bin"), () => code);
      expect(readdirSync(file(""))).toEqual(["server-1.bin"]);
    });
  });

  test("stays for the builds that were used of late", () => {
    inFolder((file) => {
      for (let build = 1; build <= 6; build++) {
        writeCompiled(file(`server-${build}.bin`), () => code);
        const day = new Date(2_000_000_000_000 + build * 86_400_000);
        utimesSync(file(`server-${build}.bin`), day, day);
      }
      writeFileSync(file("another.txt"), "");
      writeCompiled(file("server-7.bin"), () => code);
      expect(readdirSync(file("")).sort()).toEqual([
        "another.txt",
        "server-4.bin",
        "server-5.bin",
        "server-6.bin",
        "server-7.bin",
      ]);
    });
  });
});

test("a cache folder that can't be made is no reason not to start", async () => {
  const server = start("/dev/null/no-such-folder");
  expect(await answers(server)).toBe(true);
  server.kill();
});
