import { expect, test } from "vitest";
import { notewright, withFiles } from "../support/command.ts";
import { sheet } from "../support/sheets.ts";

const before = sheet("  interest {\n    rate 8% per annum\n    default rate none\n  }");
const after = before.replace("8%", "10%");

test("two versions as text, Markdown and JSON", () => {
  withFiles({ "old.note": before, "new.note": after }, (path) => {
    const args = ["diff", path("old.note"), path("new.note")];
    const text = notewright(args);
    expect(text.code).toBe(0);
    expect(text.out).toContain(
      "  interest › rate\n      before  8% per annum\n      now     10% per annum\n",
    );
    // 100,000 for the 366 days of 2024, at 8 % and at 10 %, over 365.
    expect(text.out).toContain("  Accrued interest: $8,021.92 → $10,027.40 (+$2,005.48)\n");
    const markdown = notewright([...args, "--format", "markdown"]).out;
    expect(markdown).toContain("| interest › rate | 8% per annum | 10% per annum |");
    const [note] = JSON.parse(notewright([...args, "--format", "json"]).out).notes;
    expect(note.figures).toContainEqual({
      id: "accrued-interest",
      label: "accrued interest",
      scenario: null,
      before: "$8,021.92",
      after: "$10,027.40",
      difference: "+$2,005.48",
      main: true,
    });
  });
});

test("the exit code: 0 where no error came, 1 where one did, 2 where a file can't be used", () => {
  withFiles({ "a.note": before, "b.note": before.replace("matures", "maturse") }, (path) => {
    expect(notewright(["diff", path("a.note"), path("a.note")])).toMatchObject({
      code: 0,
      out: "Nothing changed that counts.\n",
    });
    expect(notewright(["diff", path("a.note"), path("b.note")]).code).toBe(1);
    expect(notewright(["diff", path("b.note"), path("a.note")]).code).toBe(0);
    const missing = notewright(["diff", path("none.note"), path("a.note")]);
    expect([missing.code, missing.complaints.join()]).toEqual([
      2,
      expect.stringContaining("there is no such file"),
    ]);
  });
});

test("one of the two may come in by standard input, as git shows it", () => {
  withFiles({ "now.note": after }, (path) => {
    const { code, out } = notewright(["diff", "-", path("now.note")], before);
    expect([code, out]).toEqual([0, expect.stringContaining("interest › rate")]);
  });
});
