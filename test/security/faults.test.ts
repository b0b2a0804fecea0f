import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { notewright } from "../support/command.ts";
import { converse } from "../support/conversation.ts";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const can = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

/** What may stand in a file's place, by name; each is made at a path. */
const inPlace: Readonly<Record<string, (path: string) => void>> = {
  nothing: () => undefined,
  "a folder": (path) => mkdirSync(path),
  "a link to nothing": (path) => symlinkSync(`${path}.gone`, path),
  "a link to itself": (path) => symlinkSync(path, path),
  "a pipe": (path) => void execFileSync("mkfifo", [path]),
  "a link to a device without end": (path) => symlinkSync("/dev/zero", path),
  "bytes that are no text": (path) => writeFileSync(path, new Uint8Array([0xff, 0xfe, 0, 0xe9])),
  zeros: (path) => writeFileSync(path, new Uint8Array(4_096)),
  "a file of 33 MB": (path) => {
    writeFileSync(path, "");
    truncateSync(path, 33 * 1024 * 1024);
  },
};

const sheet =
  'note "N" based on "F" in "form.note" {\n  principal $100\n}\nmarket {\n  prices from "prices.csv"\n}\n';

/** Works in a folder of its own, which goes when the work is done. */
async function inFolder(work: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "notewright-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(process.platform === "win32")(
  "a price file, a form and a policy that are anything but a file are said in words",
  () => {
    test.each(Object.entries(inPlace))("%s", async (name, make) => {
      await inFolder((folder) => {
        writeFileSync(join(folder, "a.note"), sheet);
        for (const file of ["prices.csv", "form.note"]) make(join(folder, file));
        const check = () => notewright(["check", join(folder, "a.note"), "--format", "json"]);
        const { code, out, complaints } = check();
        const said = (JSON.parse(out) as { message: string }[]).map(({ message }) => message).join("\n");
        expect(said).toMatch(/form\.note/);
        expect(said).toMatch(/prices\.csv/);
        expect([code, complaints]).toEqual([1, []]);
        if (name === "nothing") return;
        make(join(folder, "notewright.json"));
        const judged = check();
        expect(judged.code).toBe(2);
        expect(judged.complaints.join("\n")).toMatch(/notewright\.json.*: .+\.$/);
      });
    });
  },
);

test("files that change, vanish and come back under a server are followed", async () => {
  await inFolder(async (folder) => {
    const { request, notify, heard, stop } = converse();
    const at = (name: string): string => `file://${join(folder, name)}`;
    await request("initialize", { capabilities: {}, processId: null, rootUri: at("") });
    notify("initialized", {});
    const found = (fits: (text: string) => boolean) =>
      heard<{ uri: string }>("textDocument/publishDiagnostics", (one) => fits(JSON.stringify(one)));
    notify("textDocument/didOpen", {
      textDocument: { uri: at("a.note"), languageId: "note-terms", version: 1, text: sheet },
    });
    const isMissing = (text: string): boolean => text.includes("form.note” can't be used");
    // First without the files, then with what was found in their place.
    await found((text) => !isMissing(text));
    await found(isMissing);
    const steps: readonly (readonly [() => void, boolean])[] = [
      [() => writeFileSync(join(folder, "form.note"), 'note "F" {\n  governing law Nevada\n}\n'), false],
      [() => rmSync(join(folder, "form.note")), true],
      [() => mkdirSync(join(folder, "form.note")), true],
      [() => rmSync(join(folder, "form.note"), { recursive: true }), true],
      [() => writeFileSync(join(folder, "form.note"), 'note "F" {\n  governing law Texas\n}\n'), false],
      [() => writeFileSync(join(folder, "form.note"), new Uint8Array(100)), true],
    ];
    for (const [change, missing] of steps) {
      change();
      notify("workspace/didChangeWatchedFiles", { changes: [{ uri: at("form.note"), type: 2 }] });
      await found((text) => isMissing(text) === missing);
    }
    stop();
  });
});

test.skipIf(!can("unshare", "-rm", "true"))("a full disk leaves the file as it was", async () => {
  await inFolder((folder) => {
    const clauses = Array.from({ length: 800 }, (_, at) => `  other   "Clause ${at}"    x`).join("\n");
    const text = `note   "N"   {\n${clauses}\n}\n`;
    writeFileSync(join(folder, "a.note"), text);
    mkdirSync(join(folder, "small"));
    const size = Math.ceil(statSync(join(folder, "a.note")).size / 4096) * 4 + 8;
    const script = `mount -t tmpfs -o size=${size}k tmpfs small && cp a.note small/ && "$0" "$1" format small/a.note; echo "code $?"; cat small/a.note; ls -A small >&2`;
    const args = ["-rm", "sh", "-c", script, process.execPath, join(dist, "cli.js")];
    const { stdout, stderr } = spawnSync("unshare", args, { cwd: folder, encoding: "utf8" });
    expect(stdout).toBe(`code 2\n${text}`);
    expect(stderr.split("\n")).toEqual([
      "notewright: small/a.note: there is no room for the file; what was there is as it was.",
      "a.note",
      "",
    ]);
  });
});

test("a file keeps its rights, and a link stays a link, when it is formatted", async () => {
  await inFolder((folder) => {
    writeFileSync(join(folder, "real.note"), "note “N” {\n}\n", { mode: 0o640 });
    symlinkSync("real.note", join(folder, "link.note"));
    expect(notewright(["format", join(folder, "link.note")]).code).toBe(0);
    expect(readFileSync(join(folder, "real.note"), "utf8")).toBe('note "N" {\n}\n');
    expect(statSync(join(folder, "real.note")).mode & 0o777).toBe(0o640);
  });
});

test.skipIf(process.platform !== "linux")("a server whose client dies ends", async () => {
  const script = `
    const { spawn } = require("node:child_process");
    const child = spawn(process.execPath, [${JSON.stringify(join(dist, "server.js"))}, "--stdio"]);
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities: {}, processId: process.pid } });
    child.stdin.write("Content-Length: " + body.length + "\\r\\n\\r\\n" + body);
    child.stdout.once("data", () => console.log(child.pid));
    setInterval(() => undefined, 1000);`;
  const parent = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "ignore"] });
  const pid = Number(await new Promise((done) => parent.stdout.once("data", (data) => done(String(data)))));
  expect(pid).toBeGreaterThan(0);
  parent.kill("SIGKILL");
  const lives = (): boolean => {
    try {
      return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
    } catch {
      return false;
    }
  };
  for (let tries = 0; lives() && tries < 300; tries++) await wait(100);
  expect(lives()).toBe(false);
});
