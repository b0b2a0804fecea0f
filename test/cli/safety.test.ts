import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { notewright, withFiles } from "../support/command.ts";
import { sheet } from "../support/sheets.ts";

const wrong = sheet("  securty none");
const untidy = sheet("      security      none");
const esc = "\u001b";

/** The files that findings are in. */
const filesOf = (args: readonly string[], folder: string): string[] => {
  const { out } = notewright(["check", "--format", "json", ...args], undefined, folder);
  return (JSON.parse(out) as { file: string }[]).map(({ file }) => file);
};

describe.skipIf(process.platform === "win32")("links", () => {
  test("out of a folder are neither read nor written through", () => {
    withFiles({ "victim.txt": untidy, "deals/a.note": wrong, "other/b.note": wrong }, (path) => {
      symlinkSync("../victim.txt", path("deals/v.note"));
      symlinkSync("../other", path("deals/linked"));
      const { code, complaints } = notewright(["format", "deals"], undefined, path("."));
      expect([code, complaints]).toEqual([
        2,
        [expect.stringMatching(/^notewright: deals\/v\.note: a link leads out of the folder/)],
      ]);
      expect(readFileSync(path("victim.txt"), "utf8")).toBe(untidy);
      expect(filesOf(["deals"], path("."))).toEqual(["deals/a.note"]);
      expect(filesOf(["*.note"], path("deals"))).toEqual(["a.note"]);
      expect(filesOf(["**/*.note"], path("deals"))).toEqual(["a.note"]);
      expect(filesOf([path("deals/**/*.note")], "/")).toEqual([path("deals/a.note")]);
    });
  });

  test("that stay in the folder are followed, and so is one that is named", () => {
    withFiles({ "victim.txt": untidy, "deals/a.txt": wrong }, (path) => {
      symlinkSync("a.txt", path("deals/in.note"));
      symlinkSync("../victim.txt", path("deals/out.note"));
      expect(filesOf(["deals"], path("."))).toEqual(["deals/in.note"]);
      expect(notewright(["format", path("deals/out.note")]).code).toBe(0);
      expect(readFileSync(path("victim.txt"), "utf8")).toMatch(/^ {2}security {3}none$/m);
    });
  });

  test("in a circle, and to nothing, are said", () => {
    withFiles({ "deals/a.note": wrong }, (path) => {
      symlinkSync("b.note", path("deals/b.note"));
      symlinkSync("nowhere", path("deals/c.note"));
      symlinkSync(".", path("deals/again"));
      const { code, complaints } = notewright(["check", "deals"], undefined, path("."));
      expect([code, complaints.length]).toEqual([2, 2]);
      expect(complaints.join("\n")).toMatch(/deals\/b\.note: [\s\S]*deals\/c\.note: there is no such file/);
    });
  });
});

test.skipIf(process.platform === "win32")("pipes and devices are refused at once", () => {
  withFiles({ "a.note": wrong }, (path) => {
    expect(spawnSync("mkfifo", [path("pipe.note")]).status).toBe(0);
    symlinkSync("/dev/zero", path("zero.note"));
    for (const name of ["pipe.note", "zero.note", "/dev/zero"]) {
      const { code, complaints } = notewright(["check", join(name)], undefined, path("."));
      expect([code, complaints]).toEqual([2, [expect.stringContaining("a pipe or a device")]]);
    }
    mkdirSync(path("folder.note"));
    expect(notewright(["check", path("folder.note")]).code).toBe(2);
  });
});

describe("nothing in a text steers what reads the output", () => {
  const hostile = `${esc}]0;title\u0007${esc}[2J\u009b31m\u202e`;
  const named = sheet("  securty none").replace("Example Note", `${hostile}::stop-commands::x`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

  test.each([
    [["check"]],
    [["check", "--format", "json"]],
    [["check", "--format", "sarif"]],
    [["check", "--format", "github"]],
    [["explain"]],
    [["explain", "--format", "json"]],
  ])("%j shows control characters as signs", (args) => {
    withFiles({ "a.note": named.replace("securty", `secu${esc}rty`) }, (path) => {
      const { out } = notewright([...args, "a.note"], undefined, path("."));
      expect(out).not.toBe("");
      expect(out).not.toMatch(steering);
    });
  });

  test("JSON keeps the values as they are", () => {
    withFiles({ "a.note": named }, (path) => {
      const { out } = notewright(["explain", "--format", "json", path("a.note")]);
      const { notes } = JSON.parse(out) as { notes: { name: string }[] };
      expect(JSON.stringify(notes)).toContain(JSON.stringify("\u202e::stop-commands::x").slice(1, -1));
    });
  });

  test("a name is no command of a workflow, whatever it begins with", () => {
    for (const name of ["::stop-commands::x", "##[error]x", "a ##[group]x"]) {
      const { out, code } = notewright(["explain", "-"], sheet("").replace("Example Note", name));
      expect(code).toBe(0);
      expect(out).not.toMatch(/^\s*::|##\[/m);
      expect(out.split("\n")[0]).toBe(name.replace("::stop", ": :stop").replace("##[", "## ["));
    }
  });

  test.skipIf(process.platform === "win32")("a name of a file stays in its line", () => {
    withFiles({}, (path) => {
      const name = `a\n::error::b${esc}[2J.note`;
      writeFileSync(path(name), wrong);
      const { out } = notewright(["check", name], undefined, path("."));
      expect(out).toMatch(/^a␊::error::b␛\[2J\.note:7:3: error clause-unknown/);
      const { complaints } = notewright(["check", `missing${name}`], undefined, path("."));
      expect(complaints).toEqual([expect.stringMatching(/^notewright: missinga␊::error/)]);
    });
  });

  test("what is formatted keeps its characters", () => {
    const text = sheet(`  other "a" "b${esc}[2Jc"`);
    expect(notewright(["format", "-"], text).out).toContain(`b${esc}[2Jc`);
  });
});

test("standard input beyond the limit is refused", () => {
  const { code, complaints } = notewright(["check", "-"], new Uint8Array(16 * 1024 * 1024 + 1));
  expect([code, complaints]).toEqual([2, [expect.stringContaining("over 16 MB")]]);
});
