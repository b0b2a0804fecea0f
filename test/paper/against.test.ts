import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Described } from "../../server/src/catalog/described.ts";
import type { ClausePath } from "../../server/src/catalog/paths.ts";
import { paperCodes } from "../../server/src/checks/paper-codes.ts";
import { analyse } from "../../server/src/document/analysis.ts";
import { againstPaper } from "../../server/src/reading/against.ts";
import { sameMeaning } from "../../server/src/reading/compare.ts";
import { dayIn } from "../../server/src/reading/days.ts";
import { textOf } from "../../server/src/reading/papers.ts";
import { readPaper } from "../../server/src/reading/reading.ts";
import { shipped, withFiles } from "../support/command.ts";

const found = (sheet: string, paper: string): string[] =>
  againstPaper(analyse(sheet, undefined), readPaper(paper), "8-k.txt").map(({ problem }) => problem.code);

describe.each(Object.entries<Described>(paperCodes))("%s", (code, { bad, good, files, severity }) => {
  const paper = Object.values(files ?? {})[0] ?? "";

  test("is found in the example, at a place in it", () => {
    const [first] = againstPaper(analyse(bad, undefined), readPaper(paper), "8-k.txt");
    expect(found(bad, paper)).toEqual([code]);
    expect(first?.problem.severity).toBe(severity);
    expect(first?.problem.message).toContain("8-k.txt");
    expect(first?.problem.span.end).toBeLessThanOrEqual(bad.length);
  });

  test("is not found in the one beside it", () => {
    expect(found(good, paper)).toEqual([]);
  });
});

const beside = {
  issue: dayIn("December 6, 2017"),
  principal: "$160,941.18",
  purchasePrice: "$136,800",
  terms: new Map([["market price", "average of 2 lowest closing bids over prior 10 trading days"]]),
};

test.each<readonly [ClausePath, string, string]>([
  ["note/interest/rate", "12 % per annum", "twelve percent (12%) a year"],
  ["note/matures", "December 6, 2018", "one year after issue"],
  ["note/matures", "6 December 2018", "12 months after the issue date"],
  ["note/principal", "$840,000.00", "$840,000"],
  [
    "note/conversion/price",
    '65% of "Market Price"',
    "65% of average of 2 lowest closing bids over prior 10 trading days",
  ],
  [
    "note/conversion/price",
    "35% discount to lowest closing bid over prior 10 trading days",
    "65% of lowest closing bid over prior 10 trading days",
  ],
  [
    "note/conversion/price",
    "lesser of { $0.10; closing bid on prior trading day }",
    "lower of { closing bid on prior trading day; $0.10 }",
  ],
  ["note/originalIssueDiscount", "15% of principal", "$24,141.18"],
  ["note/conversion/ownershipLimit", "4.99%", "4.99% after issuance"],
  ["note/changeOfControl/pays", "1.5 times principal plus interest", "150% of principal plus interest"],
  ["note/issuer", '"Example Corp."', '"Example Corp"'],
  ["note/eventsOfDefault", "failure to pay when due", "non-payment of principal"],
])("%s: %s is %s", (path, one, other) => {
  expect(sameMeaning(path, one, other, beside)).toBe(true);
});

test.each<readonly [ClausePath, string, string]>([
  ["note/interest/rate", "12% per annum", "12% per month"],
  ["note/matures", "December 6, 2018", "13 months after issue"],
  ["note/principal", "$840,000", "$804,000"],
  [
    "note/conversion/price",
    "65% of lowest closing bid over prior 10 trading days",
    "65% of lowest closing bid over prior 15 trading days",
  ],
  [
    "note/conversion/price",
    "lesser of { $0.10; closing bid on prior trading day }",
    "greater of { $0.10; closing bid on prior trading day }",
  ],
  ["note/originalIssueDiscount", "15% of principal", "15% of purchase price"],
  ["note/conversion/ownershipLimit", "4.99%", "9.99%"],
  ["note/issuer", '"Example Corp."', '"Sample Corp."'],
  ["note/eventsOfDefault", "failure to pay when due", "bankruptcy"],
  ["note/security", "none", "all assets"],
])("%s: %s is not %s", (path, one, other) => {
  expect(sameMeaning(path, one, other, beside)).toBe(false);
});

const papers = fileURLToPath(new URL("../../../shared/papers/", import.meta.url));

test.runIf(existsSync(papers))("a right sheet says what its paper says", async () => {
  const astray: string[] = [];
  for (const file of readdirSync(papers).filter((name) => name.endsWith(".json"))) {
    const { paper } = JSON.parse(readFileSync(join(papers, file), "utf8")) as { readonly paper: string };
    const read = await textOf(readFileSync(join(papers, paper)));
    const sheet = readFileSync(join(papers, file.replace(".json", ".note")), "utf8");
    const reading = readPaper("text" in read ? read.text : "");
    const problems = againstPaper(analyse(sheet, undefined), reading, paper);
    astray.push(
      ...problems
        .filter(({ problem }) => problem.code !== "paper-silent")
        .map(({ problem }) => problem.message),
    );
  }
  expect(astray).toEqual([]);
});

test("the command line compares a sheet with a paper", () => {
  const { bad, files } = paperCodes["paper-differs"];
  withFiles({ "bridge.note": bad, ...files }, (path) => {
    const { out, code } = shipped(["check", "--against", path("8-k.txt"), path("bridge.note")]);
    expect(out).toContain("warning paper-differs: 8-k.txt says 12% per annum");
    expect(code).toBe(0);
    const missing = shipped(["check", "--against", path("none.txt"), path("bridge.note")]);
    expect(missing.code).toBe(2);
    expect(missing.complaints.join()).toContain("there is no such file");
  });
});

test("the command line reads a paper into a sheet that its check reads", () => {
  const { files } = paperCodes["paper-differs"];
  withFiles({ "8-k.txt": files["8-k.txt"] }, (path) => {
    const { out, code } = shipped(["read", path("8-k.txt")]);
    expect(code).toBe(0);
    expect(out).toContain('source     "8-k.txt"');
    expect(out).toContain("principal  $100,000");
    const checked = shipped(["check", "--format", "json", "-"], out);
    const errors = (JSON.parse(checked.out) as readonly { readonly severity: string }[]).filter(
      ({ severity }) => severity === "error",
    );
    expect(errors).toEqual([]);
  });
});

test("the memo quotes the sentence of the paper that each clause comes from", () => {
  const { good, files } = paperCodes["paper-differs"];
  withFiles({ "bridge.note": good, ...files }, (path) => {
    const { out, code } = shipped(["explain", path("bridge.note")]);
    expect(code).toBe(0);
    expect(out).toContain("Where it comes from: 8-k.txt");
    expect(out.replace(/\s+/g, " ")).toMatch(/interest rate[^“]*: “[^”]*twelve percent \(12%\) per annum/);
  });
  withFiles({ "bridge.note": good }, (path) => {
    const { out, code } = shipped(["explain", path("bridge.note")]);
    expect(code).toBe(0);
    expect(out).toContain("The paper can't be read here.");
  });
});
