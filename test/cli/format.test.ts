import { chmodSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { example } from "../support/analyse.ts";
import { notewright, withFiles } from "../support/command.ts";

const messy = "note “N” {\r\nBorrower “A”;\r\n}\r\n";
const tidy = 'note "N" {\r\n  issuer  "A"\r\n}\r\n';
const broken = 'note "B" {\n issuer "B"\n';

test("files are formatted in place, and nothing is said", () => {
  withFiles({ "messy.note": messy, "tidy.note": tidy }, (path) => {
    const before = statSync(path("tidy.note")).mtimeMs;
    expect(notewright(["format", path("messy.note"), path("tidy.note")])).toEqual({
      code: 0,
      out: "",
      complaints: [],
    });
    expect(readFileSync(path("messy.note"), "utf8")).toBe(tidy);
    expect(statSync(path("tidy.note")).mtimeMs).toBe(before);
  });
});

test("--check lists what is not formatted, and changes nothing", () => {
  withFiles({ "messy.note": messy, "tidy.note": tidy }, (path) => {
    const files = [path("tidy.note"), path("messy.note")];
    expect(notewright(["format", "--check", ...files])).toEqual({
      code: 1,
      out: `${path("messy.note")}\n`,
      complaints: [],
    });
    expect(readFileSync(path("messy.note"), "utf8")).toBe(messy);
    expect(notewright(["format", "--check", path("tidy.note")])).toEqual({
      code: 0,
      out: "",
      complaints: [],
    });
  });
});

test("the examples are formatted; a folder stands for its files", () => {
  expect(notewright(["format", "--check", "examples"])).toEqual({ code: 0, out: "", complaints: [] });
});

test("- is standard input, formatted to standard output", () => {
  expect(notewright(["format", "-"], messy)).toEqual({ code: 0, out: tidy, complaints: [] });
  expect(notewright(["format", "-"], example("exchange-note")).out).toBe(example("exchange-note"));
  expect(notewright(["format", "--check", "-"], messy)).toMatchObject({ code: 1, out: "-\n" });
});

test("what has braces that do not match is left as it is, and named", () => {
  const { code, out, complaints } = notewright(["format", "-"], `note “A” { }\n\n\n${broken}`);
  expect([code, out]).toEqual([0, `note "A" { }\n\n${broken}`]);
  expect(complaints).toEqual([
    "notewright: -:3: what begins here is left as it is, for its braces do not match; notewright check says where.",
  ]);
});

test("a file that can't be used is named in one line, and the others are formatted", () => {
  const latin = new Uint8Array([...Buffer.from('note "Soci'), 0xe9, ...Buffer.from('t" {\n}\n')]);
  withFiles({ "latin.note": latin, "messy.note": messy }, (path) => {
    const files = [path("missing.note"), path("latin.note"), path("*.txt"), path("messy.note")];
    const { code, complaints } = notewright(["format", ...files]);
    expect(code).toBe(2);
    expect(complaints).toHaveLength(3);
    expect(complaints[0]).toMatch(/no file fits this pattern/);
    expect(complaints[1]).toMatch(/missing\.note: there is no such file/);
    expect(complaints[2]).toMatch(/latin\.note: the file is not UTF-8/);
    expect(readFileSync(path("messy.note"), "utf8")).toBe(tidy);
    expect(readFileSync(path("latin.note"))).toEqual(Buffer.from(latin));
  });
});

test.skipIf(process.getuid?.() === 0)("a file that may not be written is unusable", () => {
  withFiles({ "messy.note": messy }, (path) => {
    chmodSync(path("messy.note"), 0o444);
    const { code, complaints } = notewright(["format", path("messy.note")]);
    expect([code, complaints]).toEqual([
      2,
      [`notewright: ${path("messy.note")}: this account may not write the file.`],
    ]);
  });
});

test("without files it is unusable, in one line", () => {
  const { code, complaints } = notewright(["format"]);
  expect([code, complaints.length]).toEqual([2, 1]);
});
