import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { isRelativePath, pathFrom, uriFrom } from "../../server/src/base/paths.ts";
import { readWithin } from "../../server/src/disk/read.ts";
import { notewright } from "../support/command.ts";
import { converse } from "../support/conversation.ts";

const secret = "date,SECRET\n2024-01-02,1\n";

/** Ways to spell a path that leads from `work/deals/a.note` to `outside/secret.csv`, with where the folder is. */
const spellings = (folder: string): readonly string[] => [
  "../../outside/secret.csv",
  "..\\..\\outside\\secret.csv",
  "./../../outside/secret.csv",
  "x/../../../outside/secret.csv",
  "x/./../.././../outside/secret.csv",
  "..//..//outside//secret.csv",
  "%2e%2e/%2e%2e/outside/secret.csv",
  "..%2f..%2foutside%2fsecret.csv",
  "..%5c..%5coutside%5csecret.csv",
  `${folder}/outside/secret.csv`,
  `/${folder}/outside/secret.csv`,
  `\\${folder}\\outside\\secret.csv`,
  `file://${folder}/outside/secret.csv`,
  `FILE:${folder}/outside/secret.csv`,
  `//localhost${folder}/outside/secret.csv`,
  `\\\\localhost\\c$${folder}\\outside\\secret.csv`,
  "C:\\outside\\secret.csv",
  "c:secret.csv",
  "~/outside/secret.csv",
  "$HOME/outside/secret.csv",
  `${"../".repeat(300)}${folder.slice(1)}/outside/secret.csv`,
  "secret.csv\0.csv",
  "link/secret.csv",
  "deep/link/../link/secret.csv",
  "secret-link.csv",
  "．．/．．/outside/secret.csv",
  "..;/..;/outside/secret.csv",
  ".. /.. /outside/secret.csv",
];

const sheet = (path: string): string =>
  `note "N" {\n  principal $100\n}\nmarket {\n  prices from "${path}"\n}\nnote "B" based on "S" in "${path}" {\n}\n`;

/** A workspace `work` beside a folder `outside`, with links that lead out of it; both go when the work is done. */
async function beside(work: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "notewright-"));
  try {
    for (const inner of ["work/deals/deep", "outside"]) mkdirSync(join(folder, inner), { recursive: true });
    writeFileSync(join(folder, "work/notewright.json"), "{}");
    writeFileSync(join(folder, "outside/secret.csv"), secret);
    symlinkSync(join(folder, "outside"), join(folder, "work/deals/link"));
    symlinkSync(join(folder, "outside"), join(folder, "work/deals/deep/link"));
    symlinkSync(join(folder, "outside/secret.csv"), join(folder, "work/deals/secret-link.csv"));
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("a sheet reads nothing beyond its workspace, however the path is spelled", () => {
  test("on the command line", async () => {
    await beside((folder) => {
      for (const path of spellings(folder)) {
        writeFileSync(join(folder, "work/deals/a.note"), sheet(path));
        for (const args of [["check", "--format", "json"], ["explain"]]) {
          const { out, complaints } = notewright([...args, join(folder, "work/deals/a.note")]);
          expect(`${out}${complaints}`, path).not.toContain("SECRET");
        }
      }
      // What the test looks for is there to be found: the file itself, named within the workspace, shows its heading.
      writeFileSync(join(folder, "work/deals/own.csv"), secret);
      writeFileSync(join(folder, "work/deals/a.note"), sheet("own.csv"));
      expect(notewright(["check", join(folder, "work/deals/a.note")]).out).toContain("SECRET");
    });
  });

  test("in the server, for a client that does not read files itself", async () => {
    const { request, notify, heard, stop } = converse();
    await beside(async (folder) => {
      const rootUri = pathToFileURL(join(folder, "work")).href;
      await request("initialize", { capabilities: {}, processId: null, rootUri });
      notify("initialized", {});
      for (const [version, path] of spellings(folder).entries()) {
        const uri = pathToFileURL(join(folder, `work/deals/s${version}.note`)).href;
        const text = sheet(path);
        notify("textDocument/didOpen", { textDocument: { uri, languageId: "note-terms", version, text } });
        const found = await heard<{ uri: string; diagnostics: unknown }>(
          "textDocument/publishDiagnostics",
          (one) => one.uri === uri,
        );
        expect(JSON.stringify(found.diagnostics), path).not.toContain("SECRET");
        const position = { line: 4, character: 4 };
        const shown = await request("textDocument/hover", { textDocument: { uri }, position });
        expect(JSON.stringify(shown), path).not.toContain("SECRET");
      }
      writeFileSync(join(folder, "work/deals/own.csv"), secret);
      const uri = pathToFileURL(join(folder, "work/deals/own.note")).href;
      const text = sheet("own.csv");
      notify("textDocument/didOpen", { textDocument: { uri, languageId: "note-terms", version: 1, text } });
      await heard<{ uri: string; diagnostics: unknown }>(
        "textDocument/publishDiagnostics",
        (one) => one.uri === uri && JSON.stringify(one).includes("SECRET"),
      );
    });
    stop();
  });

  test("where a path is made", () => {
    const workspace = "/house/deals";
    for (const path of spellings("/tmp/x")) {
      if (!isRelativePath(path)) continue;
      const found = readWithin(workspace, resolve(workspace, pathFrom("a.note", path)));
      expect("unusable" in found, path).toBe(true);
      const address = uriFrom("file:///house/deals/a.note", pathFrom("", path));
      expect(address === undefined || address.startsWith("file:///"), path).toBe(true);
    }
  });
});

test("what a policy or a note names can't be a link that leads out either", async () => {
  await beside((folder) => {
    symlinkSync(join(folder, "outside/secret.csv"), join(folder, "work/deals/x.note"));
    const { out, complaints, code } = notewright(["check", join(folder, "work")]);
    expect(`${out}${complaints}`).not.toContain("SECRET");
    expect([code, complaints.join()]).toEqual([2, expect.stringContaining("a link leads out of the folder")]);
  });
});
