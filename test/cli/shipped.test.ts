import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { version } from "../../package.json";
import { notewright, shipped, withFiles } from "../support/command.ts";
import { converse } from "../support/conversation.ts";
import { sheet } from "../support/sheets.ts";

// The command line as it is shipped; what it does is tested in process.

test("the program prints what it prints in process, reads standard input and ends with its code", () => {
  const wrong = sheet("  securty none");
  for (const args of [["check", "-"], ["explain", "-"], ["format", "-"], ["rules"], ["chek"]])
    expect(shipped(args, wrong)).toEqual(notewright(args, wrong));
});

test("it serves an editor as the server does", async () => {
  const { request, notify, stop, ended } = converse({}, ["lsp", "--stdio"]);
  const { serverInfo } = await request<{ serverInfo: object }>("initialize", {
    capabilities: {},
    processId: null,
  });
  expect(serverInfo).toEqual({ name: "Notewright" });
  await request("shutdown");
  notify("exit");
  expect(await ended).toBe(0);
  stop();
});

test("it finds files from its own working folder", () => {
  withFiles({ "deals/a.note": sheet("  securty none") }, (path) => {
    const { code, out } = shipped(["check", "deals"], undefined, path("."));
    expect([code, out]).toEqual([1, expect.stringMatching(/^deals\/a\.note:7:3: error clause-unknown/)]);
    expect(shipped(["--version"]).out).toBe(`${version}\n`);
  });
});

test("a reader that closes the pipe early is no reason to complain", () => {
  const files = Array.from({ length: 60 }, () => "examples/exchange-note.note").join(" ");
  const { stdout, stderr } = spawnSync(
    "sh",
    ["-c", `"${process.execPath}" dist/cli.js explain ${files} | head -c 10`],
    {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      encoding: "utf8",
    },
  );
  expect([stdout, stderr]).toEqual(["Exchange N", ""]);
});
