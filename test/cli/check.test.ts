import { expect, test } from "vitest";
import { notewright, withFiles } from "../support/command.ts";
import { convertible, sheet } from "../support/sheets.ts";

const clean = sheet("  interest none");
const wrong = sheet("  securty none");
const open = sheet("  interest { rate [8% | 10%]; day count actual/365; simple }");

interface Finding {
  readonly file: string;
  readonly note: string | null;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  };
  readonly related: readonly { readonly file: string; readonly message: string; readonly range: object }[];
  readonly url: string;
}

const found = (out: string): Finding[] => JSON.parse(out) as Finding[];

test("a clean file: nothing to say, exit 0", () => {
  withFiles({ "a.note": clean }, (path) => {
    expect(notewright(["check", path("a.note")])).toEqual({ code: 0, out: "", complaints: [] });
    const json = notewright(["check", "--format", "json", path("a.note")]);
    expect([json.code, found(json.out)]).toEqual([0, []]);
  });
});

test("warnings and information leave exit 0, an error makes it 1", () => {
  expect(notewright(["check", "examples/exchange-note.note", "examples/power-up-note.note"]).code).toBe(0);
  withFiles({ "a.note": wrong, "b.note": open }, (path) => {
    expect(notewright(["check", path("b.note")]).code).toBe(0);
    expect(notewright(["check", path("b.note"), path("a.note")]).code).toBe(1);
  });
});

test("one array over all files, each finding with exactly these parts", () => {
  withFiles({ "a.note": sheet("  security none\n  security gold"), "b.note": `fancy\n${wrong}` }, (path) => {
    const { code, out } = notewright(["check", "--format", "json", path("a.note"), path("b.note")]);
    expect(code).toBe(1);
    const all = found(out);
    for (const finding of all) {
      expect(Object.keys(finding).sort()).toEqual([
        "code",
        "file",
        "message",
        "note",
        "range",
        "related",
        "severity",
        "url",
      ]);
      expect(Object.keys(finding.range).sort()).toEqual(["end", "start"]);
      expect(Object.keys(finding.range.start).sort()).toEqual(["character", "line"]);
      expect(["error", "warning", "information", "hint"]).toContain(finding.severity);
      expect(finding.url).toMatch(new RegExp(`^https://.*/${finding.code}\\.md$`));
      expect(finding.message).not.toBe("");
    }
    const errors = all.filter(({ severity }) => severity === "error");
    expect(errors.map(({ file, note, code: one, range }) => [file, note, one, range])).toEqual([
      [
        path("a.note"),
        "Example Note",
        "clause-duplicate",
        { start: { line: 7, character: 2 }, end: { line: 7, character: 10 } },
      ],
      [
        path("b.note"),
        null,
        "clause-unknown",
        { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } },
      ],
      [
        path("b.note"),
        "Example Note",
        "clause-unknown",
        { start: { line: 7, character: 2 }, end: { line: 7, character: 9 } },
      ],
    ]);
    expect(errors[0]?.related).toEqual([
      {
        file: path("a.note"),
        message: expect.any(String),
        range: { start: { line: 6, character: 2 }, end: { line: 6, character: 15 } },
      },
    ]);
  });
});

test("characters count in UTF-16 units", () => {
  const { out } = notewright(
    ["check", "--format", "json", "-"],
    `note "😀" {\r\n  issuer "😀"; securty none\r\n}`,
  );
  const [finding] = found(out).filter(({ code }) => code === "clause-unknown");
  expect(finding).toMatchObject({
    file: "-",
    note: "😀",
    range: { start: { line: 1, character: 15 }, end: { line: 1, character: 22 } },
  });
});

test("text: a finding a line, positions from 1, related places below", () => {
  withFiles({ "a.note": sheet("  security none\n  security gold") }, (path) => {
    const { out } = notewright(["check", "--format", "text", path("a.note")]);
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toMatch(
      new RegExp(`^${path("a.note")}:8:3: error clause-duplicate: security is said twice`),
    );
    expect(lines[1]).toMatch(new RegExp(`^ {4}${path("a.note")}:7:3: `));
  });
});

test("text is the default", () => {
  withFiles({ "a.note": wrong }, (path) => {
    expect(notewright(["check", path("a.note")])).toEqual(
      notewright(["check", "--format", "text", path("a.note")]),
    );
  });
});

test("--final makes what is open an error", () => {
  withFiles({ "a.note": open, "b.note": convertible("$[1]") }, (path) => {
    const severities = (args: readonly string[]): string[] =>
      found(notewright(["check", "--format", "json", ...args]).out)
        .filter(({ code }) => code === "still-open")
        .map(({ severity }) => severity);
    expect(severities([path("a.note"), path("b.note")])).toEqual(["information", "information"]);
    expect(severities(["--final", path("a.note"), path("b.note")])).toEqual(["error", "error"]);
    expect(notewright(["check", "--final", path("a.note")]).code).toBe(1);
    expect(notewright(["check", "--final", "examples/exchange-note.note"]).code).toBe(0);
  });
});

test("- is standard input", () => {
  expect(notewright(["check", "-"], clean)).toEqual({ code: 0, out: "", complaints: [] });
  const { code, out } = notewright(["check", "-"], wrong);
  expect(code).toBe(1);
  expect(out).toMatch(/^-:7:3: error clause-unknown: /);
});
