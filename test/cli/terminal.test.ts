import { readFileSync } from "node:fs";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { excerpt } from "../../server/src/cli/excerpt.ts";
import { atTerminal, notewright, withFiles } from "../support/command.ts";
import { sheet } from "../support/sheets.ts";

const clean = sheet("  interest none");
const wrong = sheet("  securty none");
const messy = "note “N” {\nBorrower “A”;\n}\n";

/** A colour or another way in which a terminal shows text. */
const steering = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");

describe("check at a terminal", () => {
  test("a finding is shown over its line, with a caret for each letter that it is about", () => {
    withFiles({ "a.note": wrong }, (path) => {
      const { code, out } = atTerminal(["check", path("a.note"), "--select", "clause-unknown"], {
        columns: 100,
      });
      expect(code).toBe(1);
      const lines = out.split("\n");
      expect(lines[0]).toBe(`error clause-unknown ${path("a.note")}:7:3`);
      expect(lines).toContain("  7 │   securty none");
      expect(lines).toContain("    │   ^^^^^^^");
      expect(lines.at(-2)).toBe("1 error in 1 file");
    });
  });

  test("nothing is wider than the terminal, whatever its width", () => {
    const long = sheet(`  covenants { ${"and so on ".repeat(60)} }\n  securty ${"none ".repeat(40)}`);
    withFiles({ "a.note": long }, (path) => {
      for (const columns of [24, 40, 80, 110]) {
        const { out } = atTerminal(["check", "a.note"], { columns, folder: path("") });
        const wide = out
          .split("\n")
          .filter((line) => stringWidth(line) > columns && !line.startsWith("warning "));
        expect(wide.filter((line) => !/^(error|information) /.test(line))).toEqual([]);
      }
    });
  });

  test("colours come where they belong, and never elsewhere", () => {
    withFiles({ "a.note": wrong }, (path) => {
      const plain = atTerminal(["check", path("a.note")], { colours: false }).out;
      const painted = atTerminal(["check", path("a.note")], { colours: true }).out;
      expect(plain).not.toMatch(steering);
      expect(painted).toMatch(steering);
      expect(painted.replace(steering, "")).toBe(plain);
      expect(notewright(["check", path("a.note")]).out).not.toMatch(steering);
    });
  });

  test("the last line counts, and says how many files were clean", () => {
    withFiles({ "a.note": clean, "b.note": clean, "c.note": wrong }, (path) => {
      const two = [path("a.note"), path("b.note")];
      expect(atTerminal(["check", ...two]).out).toBe("No findings in 2 files\n");
      expect(atTerminal(["check", ...two, path("c.note")]).out).toMatch(/\n1 error in 3 files\n$/);
      expect(notewright(["check", ...two]).out).toBe("");
    });
  });

  test("of many files it shows how many are done, and takes that away", () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`s${at}.note`, clean]));
    withFiles(files, (path) => {
      const { progress, out } = atTerminal(["check", path("")]);
      expect(progress).toContain("8 files of 40 files");
      expect(progress.at(-1)).toBeUndefined();
      expect(out).toBe("No findings in 40 files\n");
    });
  });
});

describe("the words that a finding marks", () => {
  const at = (line: number, start: number, end: number) => ({
    start: { line, character: start },
    end: { line, character: end },
  });

  test.each([
    ["tabs", ["\ta\tb"], at(0, 3, 4), "  a  b", "     ^"],
    ["wide letters", ["発行 x"], at(0, 3, 4), "発行 x", "     ^"],
    ["nothing", ["price "], at(0, 6, 6), "price", "      ^"],
    [
      "more than a line",
      ["one two", "three"],
      { start: { line: 0, character: 4 }, end: { line: 1, character: 2 } },
      "one two",
      "    ^^^",
    ],
  ])("%s", (_, lines, range, line, marks) => {
    expect(excerpt(lines, range, 60)).toMatchObject({ line, marks });
  });

  test("of a line without end a part is shown", () => {
    const line = `${"x".repeat(5_000_000)}HERE${"y".repeat(5_000_000)}`;
    const shown = excerpt([line], at(0, 5_000_000, 5_000_004), 60);
    expect(shown?.line).toMatch(/^…x+HEREy+…$/);
    expect(stringWidth(shown?.line ?? "")).toBeLessThanOrEqual(60);
    const column = shown?.marks.indexOf("^") ?? 0;
    expect(shown?.line.slice(column, column + 4)).toBe("HERE");
  });

  test("characters that steer a terminal are shown as signs", () => {
    expect(excerpt(["a \u001b[2J b"], at(0, 0, 1), 60)?.line).toBe("a ␛[2J b");
  });
});

describe("which findings are listed", () => {
  test("some codes alone, or all but some", () => {
    withFiles({ "a.note": `${wrong}\nfancy\n` }, (path) => {
      const codes = (...flags: string[]): string[] =>
        (
          JSON.parse(notewright(["check", "--format", "json", ...flags, path("a.note")]).out) as {
            code: string;
          }[]
        ).map(({ code }) => code);
      const all = new Set(codes());
      expect(all.has("clause-unknown")).toBe(true);
      expect(new Set(codes("--select", "clause-unknown"))).toEqual(new Set(["clause-unknown"]));
      expect(codes("--ignore", "clause-unknown, left-open")).not.toContain("clause-unknown");
      expect(notewright(["check", "--ignore", "clause-unknown", path("a.note")]).code).toBe(0);
    });
  });

  test("a code that there is not is refused, with the nearest", () => {
    const { code, complaints } = notewright(["check", "--select", "clause-unknow", "examples"]);
    expect(code).toBe(2);
    expect(complaints).toEqual([
      "notewright: there is no code clause-unknow; notewright rules lists them. Did you mean clause-unknown?",
    ]);
  });
});

test("--fix makes the repairs that change no number, and lists what is left", () => {
  withFiles({ "a.note": wrong, "b.note": clean }, (path) => {
    const { code } = notewright(["check", "--fix", path("a.note"), path("b.note")]);
    expect(code).toBe(0);
    expect(readFileSync(path("a.note"), "utf8")).toBe(wrong.replace("securty", "security"));
    expect(readFileSync(path("b.note"), "utf8")).toBe(clean);
  });
});

describe("rules", () => {
  test("with a code show what it is about", () => {
    const { code, out } = notewright(["rules", "no-floor-price"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^.+\n=+\n\nno-floor-price · warning\n/);
    expect(out).toMatch(/What to do\. /);
    expect(out).not.toMatch(/```|\*\*|\]\(/);
    expect(JSON.parse(notewright(["rules", "day-count", "--format", "json"]).out)).toMatchObject({
      code: "day-count",
      page: "left-open",
      text: expect.stringContaining("# What the draft leaves open"),
    });
  });

  test("know no other code", () => {
    expect(notewright(["rules", "no-flor-price"])).toMatchObject({
      code: 2,
      complaints: [expect.stringMatching(/Did you mean no-floor-price\?$/)],
    });
  });
});

describe("format", () => {
  test("at a terminal names what it changed", () => {
    withFiles({ "a.note": messy, "b.note": clean.replace("  interest none", "  interest  none") }, (path) => {
      const { out } = atTerminal(["format", path("a.note")]);
      expect(out).toBe(`formatted ${path("a.note")}\n1 file formatted, 0 as they were\n`);
      expect(atTerminal(["format", path("a.note")]).out).toBe("0 files formatted, 1 as they were\n");
    });
  });

  test("--diff shows what would change, and changes nothing", () => {
    withFiles({ "a.note": messy }, (path) => {
      const { code, out } = notewright(["format", "--diff", "a.note"], undefined, path(""));
      expect(code).toBe(1);
      expect(out.split("\n")).toEqual([
        "--- a/a.note",
        "+++ b/a.note",
        "@@ -1,3 +1,3 @@",
        "-note “N” {",
        "-Borrower “A”;",
        '+note "N" {',
        '+  issuer  "A"',
        " }",
        "",
      ]);
      expect(readFileSync(path("a.note"), "utf8")).toBe(messy);
    });
  });
});
