import { expect, test } from "vitest";
import { version } from "../../package.json";
import { notewright, withFiles } from "../support/command.ts";
import { sheet } from "../support/sheets.ts";

const good = sheet("");
const latin = new Uint8Array([...Buffer.from('note "Soci'), 0xe9, ...Buffer.from('t" {\n}\n')]);

/** One line says what is wrong, and which file it is. */
function complains(args: readonly string[], about: RegExp, input?: string | Uint8Array): void {
  const { code, complaints } = notewright(args, input);
  expect(code).toBe(2);
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toMatch(about);
  expect(complaints[0]).not.toMatch(/\bat .*\.js|Error:|throw/);
}

test.each(["check", "explain"])("%s says in one line what is wrong with a file", (command) => {
  withFiles(
    { "latin.note": latin, "large.note": "//".padEnd(16 * 1024 * 1024 + 1, "x"), "good.note": good },
    (path) => {
      complains([command, path("missing.note")], /missing\.note: there is no such file/);
      complains([command, path("*.txt")], /\*\.txt: no file fits this pattern/);
      complains([command, path("latin.note")], /latin\.note: the file is not UTF-8/);
      complains([command, path("large.note")], /large\.note: the file is over 16 MB/);
      complains([command, "-"], /-: the file is not UTF-8/, latin);
    },
  );
});

test("a folder without notes is said", () => {
  withFiles({ "a.txt": "" }, (path) => {
    complains(["check", path(".")], /there is no \.note file in this folder/);
  });
});

test("16 MB to the byte is not over it", () => {
  withFiles({ "full.note": "//".padEnd(16 * 1024 * 1024, "x") }, (path) => {
    expect(notewright(["check", path("full.note")])).toMatchObject({ code: 0, complaints: [] });
  });
});

test("the other files are still worked on", () => {
  withFiles({ "bad.note": sheet("  securty none"), "latin.note": latin, "good.note": good }, (path) => {
    const files = [path("missing.note"), path("bad.note"), path("latin.note"), path("good.note")];
    const checked = notewright(["check", "--format", "json", ...files]);
    expect(checked.code).toBe(2);
    expect(checked.complaints).toHaveLength(2);
    const findings = JSON.parse(checked.out) as { file: string; code: string }[];
    expect(findings.find(({ code }) => code === "clause-unknown")?.file).toBe(path("bad.note"));
    const explained = notewright(["explain", "--format", "json", ...files]);
    expect(explained.code).toBe(2);
    expect(explained.out.trimEnd().split("\n")).toHaveLength(2);
  });
});

test.each([
  [["check", "--fast", "x.note"], /unknown option '--fast'/],
  [["explain", "--final", "x.note"], /unknown option '--final'/],
  [["check", "--format", "xml", "x.note"], /xml/],
  [["check", "--max-warnings", "few", "x.note"], /whole number/],
  [["check", "--max-warnings", "-1", "x.note"], /whole number/],
  [["check", "--max-warnings"], /argument/],
  [["explain", "--format", "sarif", "x.note"], /sarif/],
  [["rules", "x.note"], /too many arguments/],
  [["explain", "--on", "tomorrow", "x.note"], /year-month-day/],
  [["explain", "--on", "2018-02-30", "x.note"], /year-month-day/],
  [["explain", "--on"], /argument/],
  [["check"], /missing required argument/],
  [["explain"], /missing required argument/],
  [["review", "x.note"], /unknown command 'review'/],
  [["chek", "x.note"], /unknown command 'chek' \(Did you mean check\?\)/],
  [["check", "--fianl", "x.note"], /unknown option '--fianl' \(Did you mean --final\?\)/],
  [["check", ""], /a file without a name/],
] as const)("%j is unusable, in one line", (args, about) => {
  complains(args, about);
});

test("without arguments, or asked for help, the usage", () => {
  const help = notewright(["--help"]);
  expect(help.code).toBe(0);
  expect(help.out).toMatch(/check[\s\S]*explain/);
  expect(notewright(["check", "--help"]).out).toContain("--final");
  expect(notewright([]).code).toBe(2);
  expect(notewright(["--version"])).toEqual({ code: 0, out: `${version}\n`, complaints: [] });
});

test("a file without a note is said, and the notes of the others are explained", () => {
  withFiles({ "terms.note": '"Price" means $1\n', "a.note": good, "b.note": good }, (path) => {
    const { code, out, complaints } = notewright([
      "explain",
      path("terms.note"),
      path("a.note"),
      path("b.note"),
    ]);
    expect(code).toBe(0);
    expect(complaints).toEqual([expect.stringMatching(/terms\.note: there is no note in it/)]);
    expect(out).toMatch(/^Example Note\n=+\n[\s\S]*\S\n\n\nExample Note\n=+\n/);
    expect(notewright(["explain", "--format", "json", path("terms.note")])).toMatchObject({
      code: 0,
      complaints: [],
    });
  });
});

test("a byte order mark is no text", () => {
  const { code, out } = notewright(["check", "-"], `\uFEFF${good}`);
  expect(out).not.toContain("error");
  expect(code).toBe(0);
});
