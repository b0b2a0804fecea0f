import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { shipped, withFiles } from "../support/command.ts";
import { sheet } from "../support/sheets.ts";

const text = sheet("  security [ ]\n  governing law [New York | Delaware]");

const example = readFileSync("examples/exchange-note.note", "utf8");

/** The text of a Word file's body. */
function bodyOf(file: string): string {
  return strFromU8(unzipSync(readFileSync(file))["word/document.xml"] ?? new Uint8Array());
}

describe("notewright export", () => {
  test("writes a Word file, the same bytes each time, with what is open highlighted", () => {
    withFiles({ "a.note": text }, (path) => {
      for (const out of ["one.docx", "two.docx"])
        expect(shipped(["export", path("a.note"), "--to", "docx", "--out", path(out)])).toMatchObject({
          code: 0,
        });
      expect(readFileSync(path("one.docx")).equals(readFileSync(path("two.docx")))).toBe(true);
      const body = bodyOf(path("one.docx"));
      expect(body).toMatch(/<w:highlight w:val="yellow"\/>.{0,200}\[●\]/);
      expect(body).toMatch(/<w:highlight w:val="yellow"\/>.{0,200}\[New York \| Delaware\]/);
      expect(body).toContain("Open points and assumptions");
    });
  });

  test("writes a page that loads nothing and runs nothing, with the parts that are named", () => {
    withFiles({ "a.note": text.replace("Example Corp.", "<script>alert(1)</script> & Co.") }, (path) => {
      shipped(["export", path("a.note"), "--to", "html", "--as", "summary", "--out", path("a.html")]);
      const page = readFileSync(path("a.html"), "utf8");
      expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co.");
      expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
      expect(page).toContain("<mark>[●]</mark>");
      expect(page).toContain("Summary of terms");
      expect(page).not.toContain("Term sheet");
    });
  });

  test("writes the schedule as CSV, in which no text is a formula", () => {
    const named = example.replace('note "Exchange Note"', 'note "=1+1"');
    withFiles({ "a.note": named }, (path) => {
      shipped(["export", path("a.note"), "--to", "csv", "--out", path("a.csv")]);
      const [head, ...lines] = readFileSync(path("a.csv"), "utf8").trim().split("\r\n");
      expect(head).toBe("note,scenario,date,what,interest,principal,premium,paid,shares,owed");
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line).toMatch(/^'=1\+1,/);
    });
  });

  test("leaves what was there where the new file can't be written", () => {
    withFiles({ "a.note": text, "old/a.html": "old" }, (path) => {
      const { code, complaints } = shipped([
        "export",
        path("a.note"),
        "--to",
        "html",
        "--out",
        path("none/a.html"),
      ]);
      expect([code, complaints[0]]).toEqual([2, expect.stringMatching(/there is no such folder\.$/)]);
      mkdirSync(path("taken.html"));
      expect(
        shipped(["export", path("a.note"), "--to", "html", "--out", path("taken.html")]).complaints[0],
      ).toMatch(/it is a folder/);
      expect(readFileSync(path("old/a.html"), "utf8")).toBe("old");
      expect(readdirSync(path("."))).toEqual(["a.note", "old", "taken.html"]);
    });
  });

  test.skipIf(process.platform !== "linux")(
    "leaves the old file whole where there is no room for the new one",
    () => {
      withFiles({ "a.note": example, "a.docx": "old" }, (path) => {
        // No file of this process may grow beyond four blocks, as on a disk that is nearly full.
        const command = 'ulimit -f 4; exec "$0" "$@"';
        const args = ["dist/cli.js", "export", path("a.note"), "--to", "docx", "--out", path("a.docx")];
        const { status, stderr } = spawnSync("bash", ["-c", command, process.execPath, ...args], {
          encoding: "utf8",
        });
        expect([status, stderr]).toEqual([2, expect.stringMatching(/a\.docx: /)]);
        expect(readFileSync(path("a.docx"), "utf8")).toBe("old");
        expect(readdirSync(path("."))).toEqual(["a.docx", "a.note"]);
      });
    },
  );

  test("says in the box what is wrong in the sheet, for it is in no other place of the document", () => {
    withFiles({ "a.note": sheet("  securty none") }, (path) => {
      shipped(["export", path("a.note"), "--to", "html", "--out", path("a.html")]);
      const page = readFileSync(path("a.html"), "utf8");
      expect(page).toMatch(/Wrong in the sheet[\s\S]*securty/);
    });
  });

  test("takes the format from the file's ending, and says where that names none", () => {
    withFiles({ "a.note": text }, (path) => {
      expect(
        shipped(["export", path("a.note"), "--out", path("a.html"), "--as", "term-sheet,figures"]).code,
      ).toBe(0);
      expect(readFileSync(path("a.html"), "utf8")).toMatch(/^<!doctype html>[\s\S]*Term sheet/);
      const { code, complaints } = shipped(["export", path("a.note"), "--out", path("a.pdf")]);
      expect([code, complaints[0]]).toEqual([
        2,
        expect.stringMatching(/--to which of docx, html, xlsx, csv or json/),
      ]);
    });
  });

  test("prints text to standard output, and never writes over the sheet", () => {
    withFiles({ "a.note": text }, (path) => {
      expect(shipped(["export", path("a.note"), "--to", "csv", "--out", "-"]).out).toMatch(
        /^note,scenario,date/,
      );
      expect(shipped(["export", path("a.note"), "--to", "docx", "--out", "-"]).code).toBe(2);
      expect(shipped(["export", path("a.note"), "--to", "csv", "--out", path("a.note")]).code).toBe(2);
      expect(readFileSync(path("a.note"), "utf8")).toBe(text);
    });
  });

  test("says that a sheet has no note in it", () => {
    withFiles({ "a.note": "// nothing yet\n" }, (path) => {
      const { code, complaints } = shipped([
        "export",
        path("a.note"),
        "--to",
        "docx",
        "--out",
        path("a.docx"),
      ]);
      expect([code, complaints[0]]).toEqual([2, expect.stringMatching(/there is no note in it/)]);
    });
  });
});
