import { symlinkSync, truncateSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { notewright, withFiles } from "../support/command.ts";
import { convertible, scenario } from "../support/sheets.ts";

const priced = (path: string): string =>
  `${convertible("closing bid on prior trading day")}market {\n  prices from "${path}"\n}\n${scenario("2024-06-04")}`;
const bids = "Date,Bid\n2024-06-03,0.5\n";

interface Explained {
  readonly notes: readonly {
    readonly scenarios: readonly { readonly figures: readonly { id: string; value: string | null }[] }[];
  }[];
}

function priceIn(file: string, workingFolder?: string): string | null | undefined {
  const { out } = notewright(["explain", "--format", "json", file], undefined, workingFolder);
  const [note] = (JSON.parse(out) as Explained).notes;
  return note?.scenarios[0]?.figures.find(({ id }) => id === "conversion-price")?.value;
}

/** What is said of the file that a sheet names. */
function complaint(file: string, workingFolder?: string): string | undefined {
  const { out, code } = notewright(["check", "--format", "json", file], undefined, workingFolder);
  const found = (JSON.parse(out) as { code: string; message: string }[]).find(
    (finding) => finding.code === "file-unusable",
  );
  expect(code).toBe(found ? 1 : 0);
  return found?.message;
}

test("a file is found from the folder of the sheet, wherever the command is run", () => {
  const files = { ".git/HEAD": "", "deal/a.note": priced("../data/acme.csv"), "data/acme.csv": bids };
  withFiles(files, (path) => {
    expect(priceIn(path("deal/a.note"))).toBe("0.5");
    expect(priceIn("a.note", path("deal"))).toBe("0.5");
    expect(complaint(path("deal/a.note"))).toBeUndefined();
  });
});

test("the workspace ends at the nearest folder with notewright.json or .git", () => {
  for (const mark of ["notewright.json", ".git/HEAD"]) {
    const files = {
      "acme.csv": bids,
      [`deal/${mark}`]: "{}",
      "deal/sheets/a.note": priced("../../acme.csv"),
    };
    withFiles(files, (path) => {
      expect(complaint(path("deal/sheets/a.note"))).toContain("outside the workspace folder");
      expect(priceIn(path("deal/sheets/a.note"))).toBeNull();
    });
  }
});

test("without such a mark it is the working folder around the sheet, else the sheet's own", () => {
  withFiles({ "acme.csv": bids, "deal/a.note": priced("../acme.csv") }, (path) => {
    expect(priceIn("deal/a.note", path("."))).toBe("0.5");
    expect(complaint("a.note", path("deal"))).toContain("outside the workspace folder");
    expect(complaint(path("deal/a.note"))).toContain("outside the workspace folder");
  });
});

test("a link out of the workspace is refused, one inside it is followed", () => {
  withFiles(
    {
      "secret.csv": bids,
      "deal/notewright.json": "{}",
      "deal/real.csv": bids,
      "deal/x/a.note": priced("../in.csv"),
      "deal/b.note": priced("out.csv"),
      "deal/c.note": priced("up/secret.csv"),
    },
    (path) => {
      symlinkSync(path("deal/real.csv"), path("deal/in.csv"));
      symlinkSync(path("secret.csv"), path("deal/out.csv"));
      symlinkSync(dirname(path("secret.csv")), path("deal/up"));
      expect(priceIn(path("deal/x/a.note"))).toBe("0.5");
      expect(complaint(path("deal/b.note"))).toContain("outside the workspace folder");
      expect(complaint(path("deal/c.note"))).toContain("outside the workspace folder");
    },
  );
});

test("a file over 32 MB is refused; 32 MB to the byte is not over it", () => {
  withFiles({ "a.note": priced("acme.csv"), "acme.csv": bids }, (path) => {
    truncateSync(path("acme.csv"), 32 * 1024 * 1024 + 1);
    expect(complaint(path("a.note"))).toContain("over 32 MB");
    truncateSync(path("acme.csv"), 32 * 1024 * 1024);
    // What fills the file up are zeros, which no text has.
    expect(complaint(path("a.note"))).toContain("not UTF-8");
  });
});

test("a missing file, a folder, a file that is no text", () => {
  const files = {
    "a.note": priced("none.csv"),
    "b.note": priced("data"),
    "c.note": priced("book.csv"),
    "d.note": priced("a.note/x.csv"),
    "e.note": priced("."),
    "data/x": "",
    "book.csv": new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]),
  };
  withFiles(files, (path) => {
    expect(complaint(path("a.note"))).toBe(
      "“none.csv” can't be used: there is no such file. A path counts from the folder of the file that names it.",
    );
    expect(complaint(path("b.note"))).toContain("this is a folder");
    expect(complaint(path("c.note"))).toContain("not UTF-8");
    expect(complaint(path("d.note"))).toContain("there is no such file");
    expect(complaint(path("e.note"))).toContain("this is a folder");
  });
});

test("CRLF and byte order marks in both files change nothing", () => {
  const crlf = (text: string): string => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
  withFiles({ "a.note": crlf(priced("acme.csv")), "acme.csv": crlf(bids) }, (path) => {
    expect(priceIn(path("a.note"))).toBe("0.5");
    expect(complaint(path("a.note"))).toBeUndefined();
  });
});

test("standard input draws on files of the working folder", () => {
  withFiles({ "acme.csv": bids }, (path) => {
    const { out } = notewright(["explain", "--format", "json", "-"], priced("acme.csv"), path("."));
    const [note] = (JSON.parse(out) as Explained).notes;
    expect(note?.scenarios[0]?.figures.find(({ id }) => id === "conversion-price")?.value).toBe("0.5");
  });
});

test("a path that is no text of a path does no harm", () => {
  for (const path of ["a\\b", "?*|<>", "é".repeat(300), "../".repeat(200), "a/".repeat(3_000)])
    withFiles({ "a.note": priced(path) }, (at) =>
      expect(complaint(join(at("."), "a.note")), path).toBeDefined(),
    );
});

test("a form in another file: figures come of it, and findings name the place there", () => {
  const form =
    'note "Form A" {\n  principal  [ ]\n  issued  January 2, 2024\n  matures  January 2, 2025\n  interest { rate 8%; day count actual/365 }\n}\n';
  const text = 'note "B" based on "Form A" in "../forms/a.note" {\n}\n';
  withFiles({ "notewright.json": "{}", "forms/a.note": form, "deal/b.note": text }, (path) => {
    const { out } = notewright(["check", "--format", "json", path("deal/b.note")]);
    const open = (
      JSON.parse(out) as { code: string; file: string; related: { file: string; range: object }[] }[]
    ).find(({ code }) => code === "still-open");
    expect(open?.file).toBe(path("deal/b.note"));
    expect(open?.related[0]).toMatchObject({
      file: path("forms/a.note"),
      range: { start: { line: 1, character: 13 }, end: { line: 1, character: 16 } },
    });
    const memo = notewright(["explain", path("deal/b.note")]).out;
    expect(memo).toContain("Waits for the blank in “principal”");
  });
});
