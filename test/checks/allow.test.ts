import { describe, expect, test } from "vitest";
import type { Described } from "../../server/src/catalog/described.ts";
import { allowanceCodes } from "../../server/src/checks/allowance-codes.ts";
import { saysWhy } from "../../server/src/checks/allowances.ts";
import { allowableCodes, codeNamed, codes, isSettable } from "../../server/src/checks/codes.ts";
import { combined, type Level, type Settings } from "../../server/src/checks/levels.ts";
import { exampleConversion, exampleNote } from "../../server/src/checks/rule.ts";
import { analyse, problemsOf } from "../../server/src/document/analysis.ts";
import { example, problemsIn, repaired } from "../support/analyse.ts";

const settingsOf = (levels: Readonly<Record<string, Level>>, never: readonly string[] = []): Settings => ({
  levels: new Map(Object.entries(levels)),
  neverAllowed: new Set(never),
});

/** `severity code` of each finding under some settings. */
const found = (text: string, settings: Settings): string[] =>
  problemsOf(analyse(text, undefined, undefined, settings)).map(
    ({ problem }) => `${problem.severity} ${problem.code}`,
  );
const messageOf = (text: string, code: string, settings: Settings): string | undefined =>
  problemsOf(analyse(text, undefined, undefined, settings)).find(({ problem }) => problem.code === code)
    ?.problem.message;

const why = 'because "The board approved the dilution on June 1"';
const noFloor = (allow = ""): string =>
  exampleNote(`${exampleConversion({ floor: undefined, amount: "principal" })}\n  ${allow}`);

describe.each(Object.entries<Described>(allowanceCodes))("%s", (code, { bad, good, severity }) => {
  test("is found in its bad example alone", () => {
    expect(problemsIn(bad).find((problem) => problem.code === code)?.severity).toBe(severity);
    expect(problemsIn(good).map((problem) => problem.code)).not.toContain(code);
  });
});

describe("a reason has to say why", () => {
  test.each(["", "  ", "ok", "OK OK OK", "n/a", "N/A - n/a, none", "approved", "tbd", "a b c", "…"])(
    "“%s” does not",
    (reason) => {
      expect(saysWhy(reason)).toBe(false);
      const codes = problemsIn(noFloor(`allow no-floor-price because "${reason}"`)).map(({ code }) => code);
      expect(codes).toContain("no-floor-price");
      expect(codes).toContain("allow-without-reason");
    },
  );

  test.each([
    "The board approved the dilution on June 1",
    "J. Doe approved",
    "per counsel's memo",
    "El consejo lo aprobó",
  ])("“%s” does", (reason) => {
    expect(saysWhy(reason)).toBe(true);
    const codes = problemsIn(noFloor(`allow no-floor-price because "${reason}"`)).map(({ code }) => code);
    expect(codes).not.toContain("no-floor-price");
    expect(codes).not.toContain("allow-without-reason");
  });
});

describe("an allow that allows nothing", () => {
  const stale = noFloor(`allow no-ownership-limit ${why}`);

  test("of a rule that finds nothing is reported, and its repair takes the line out", () => {
    const problem = problemsIn(stale).find(({ code }) => code === "allow-stale");
    expect(stale.slice(problem?.at.start, problem?.at.end)).toBe("no-ownership-limit");
    expect(problem && repaired(stale, problem, 0)).toBe(
      stale.replace(/\n {2}allow no-ownership-limit.*/, ""),
    );
  });

  test("of a code that does not exist is reported with the one that is meant", () => {
    const text = noFloor(`allow no-flor-price ${why}`);
    const problem = problemsIn(text).find(({ code }) => code === "allow-unknown");
    expect(problem?.message).toContain("Did you mean “no-floor-price”?");
    const repairedText = problem ? repaired(text, problem, 0) : "";
    expect(problemsIn(repairedText).map(({ code }) => code)).toEqual(["left-open"]);
  });

  test("of what can't be allowed is reported", () => {
    for (const code of ["clause-unknown", "allow-stale"]) {
      const [problem] = problemsIn(noFloor(`allow ${code} ${why}`)).filter(
        (one) => one.code === "allow-unknown",
      );
      expect(problem?.message).toContain(`“${code}” is nothing that a note can allow`);
    }
  });

  test("for the second time is reported, pointing to the first", () => {
    const text = noFloor(`allow no-floor-price ${why}\n  allow no-floor-price ${why}`);
    const problem = problemsIn(text).find(({ code }) => code === "allow-stale");
    expect(problem?.related).toHaveLength(1);
    expect(problemsIn(text).map(({ code }) => code)).not.toContain("no-floor-price");
  });

  test("is not called stale where the draft can't be read completely", () => {
    const broken = noFloor(`allow no-ownership-limit ${why}\n  securty none`);
    expect(problemsIn(broken).map(({ code }) => code)).not.toContain("allow-stale");
  });

  test("is not called stale because settings turn its rule off", () => {
    const text = noFloor(`allow no-floor-price ${why}`);
    expect(found(text, settingsOf({ "no-floor-price": "off" }))).toEqual(["information left-open"]);
  });
});

test("what is still open can be allowed in its note", () => {
  const text = exampleNote(
    `  interest none\n  security [collateral]\n  allow still-open because "The parties settle it at closing"`,
  );
  expect(problemsIn(text)).toEqual([]);
});

describe("levels", () => {
  test("a level that is set takes the place of the rule's, off takes the finding away", () => {
    expect(found(noFloor(), settingsOf({}))).toEqual(["information left-open", "warning no-floor-price"]);
    expect(found(noFloor(), settingsOf({ "no-floor-price": "error" }))).toEqual([
      "information left-open",
      "error no-floor-price",
    ]);
    expect(found(noFloor(), settingsOf({ "no-floor-price": "off", "left-open": "hint" }))).toEqual([
      "hint left-open",
    ]);
  });

  test("reach what is still open, beside the notes too", () => {
    const text = `${exampleNote("  security [collateral]")}market {\n  outstanding [1,000,000] shares\n}\n`;
    expect(found(text, settingsOf({}))).toEqual(["information still-open", "information still-open"]);
    expect(found(text, settingsOf({ "still-open": "error" }))).toEqual([
      "error still-open",
      "error still-open",
    ]);
    expect(found(text, settingsOf({ "still-open": "off" }))).toEqual([]);
  });

  test("of house policy hold over the user's", () => {
    const user = settingsOf({ "no-floor-price": "off", "left-open": "hint" });
    expect(found(noFloor(), combined(user, settingsOf({ "no-floor-price": "error" })))).toEqual([
      "hint left-open",
      "error no-floor-price",
    ]);
  });

  test("allow comes last", () => {
    const text = noFloor(`allow no-floor-price ${why}`);
    expect(found(text, settingsOf({ "no-floor-price": "error" }))).toEqual(["information left-open"]);
  });

  test("what house policy lets no note allow stays, and says so", () => {
    const text = noFloor(`allow no-floor-price ${why}`);
    const house = settingsOf({}, ["no-floor-price"]);
    expect(found(text, house)).toEqual(["information left-open", "warning no-floor-price"]);
    expect(messageOf(text, "no-floor-price", house)).toMatch(
      /House policy does not permit a note to allow “no-floor-price”, so this finding stays\.$/,
    );
    expect(messageOf(noFloor(), "no-floor-price", house)).not.toContain("House policy");
  });
});

describe("the points of left-open are taken one by one", () => {
  // A note with interest alone: day count, compounding and the rate after the due date are open.
  const interest = (allow = ""): string => exampleNote(`  interest { rate 8% }\n  ${allow}`);
  const pointsIn = (text: string, settings: Settings): string[] =>
    (messageOf(text, "left-open", settings) ?? "")
      .split("\n• ")
      .slice(1)
      .flatMap((line) => line.replace("without a difference in money: ", "").split(" · "))
      .map((point) => point.split(":")[0] ?? "");

  test("allow takes one point out, and its statement with it", () => {
    expect(pointsIn(interest(), settingsOf({}))).toEqual([
      "day count",
      "compounding",
      "interest after the due date",
    ]);
    const text = interest('allow day-count because "Both sides settle the count at closing"');
    expect(pointsIn(text, settingsOf({}))).toEqual(["compounding", "interest after the due date"]);
    const [problem] = problemsIn(text);
    expect(problem?.message).toMatch(/^2 points are left open\./);
    expect(problem?.fixes).toEqual([]);
  });

  test("off takes one point out, and with the last the finding", () => {
    expect(pointsIn(interest(), settingsOf({ "day-count": "off", compounding: "off" }))).toEqual([
      "interest after the due date",
    ]);
    expect(
      messageOf(interest(), "left-open", settingsOf({ "day-count": "off", "late-rate": "off" })),
    ).toMatch(/^1 point is left open\./);
    expect(
      found(interest(), settingsOf({ "day-count": "off", compounding: "off", "late-rate": "off" })),
    ).toEqual([]);
  });

  test("the finding weighs what its heaviest point does", () => {
    expect(found(interest(), settingsOf({ "day-count": "warning" }))).toEqual(["warning left-open"]);
    expect(found(interest(), settingsOf({ "left-open": "error", "day-count": "hint" }))).toEqual([
      "error left-open",
    ]);
    const one = settingsOf({ "left-open": "off", "day-count": "warning" });
    expect(found(interest(), one)).toEqual(["warning left-open"]);
    expect(pointsIn(interest(), one)).toEqual(["day count"]);
  });

  test("a point that may not be allowed stays where the others go", () => {
    const text = interest('allow left-open because "The draft is for discussion only"');
    expect(found(text, settingsOf({}))).toEqual([]);
    const house = settingsOf({}, ["day-count"]);
    expect(pointsIn(text, house)).toEqual(["day count"]);
    expect(messageOf(text, "left-open", house)).toContain("does not permit a note to allow “left-open”");
  });

  test("none may be allowed where left-open may not", () => {
    const text = interest('allow day-count because "Both sides settle the count at closing"');
    const house = settingsOf({}, ["left-open"]);
    expect(pointsIn(text, house)).toHaveLength(3);
    expect(messageOf(text, "left-open", house)).toContain("does not permit a note to allow “day-count”");
  });

  test("allowing a point that is not open is stale", () => {
    const text = exampleNote('  allow day-count because "Both sides settle the count at closing"');
    expect(found(text, settingsOf({}))).toEqual(["information allow-stale"]);
  });
});

describe("codes", () => {
  test("no two are the same", () => {
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
  });

  test("errors of shape are beyond settings and allow, what is still open is not", () => {
    const beyond = codes.filter((code) => !isSettable(code));
    expect(beyond.every(({ kind, severity }) => kind === "shape" && severity === "error")).toBe(true);
    expect(beyond.map(({ code }) => code)).toContain("brace-missing");
    expect(allowableCodes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["still-open", "day-count", "no-floor-price"]),
    );
    expect(codeNamed("day-count")?.page).toBe("left-open");
  });
});

test("no repair writes an allow for the author", () => {
  const sheets = [
    example("exchange-note"),
    example("power-up-note"),
    noFloor(),
    noFloor('allow no-flor-price because ""'),
  ];
  for (const sheet of sheets) {
    const allows = sheet.split("allow ").length;
    for (const problem of problemsIn(sheet)) {
      (problem.fixes ?? []).forEach((_, index) => {
        expect(repaired(sheet, problem, index).split("allow ").length).toBeLessThanOrEqual(allows);
      });
    }
  }
});

describe("what is found beside the notes", () => {
  const counted = (name: string, dayCount: string, allow = ""): string =>
    exampleNote(
      `  interest { rate 8% per annum; day count ${dayCount}; simple; default rate none }\n  ${allow}`,
    ).replace("Example Note", name);
  const because = 'because "The second lender insists on its own count"';
  const counts = (allow = ""): string =>
    `${counted("First", "actual/365")}${counted("Second", "actual/360", allow)}`;

  test("a note allows that it counts days as no other note of its issuer does", () => {
    expect(found(counts(), settingsOf({}))).toEqual(["information day-counts-differ"]);
    expect(found(counts(`allow day-counts-differ ${because}`), settingsOf({}))).toEqual([]);
  });

  test("another note of the issuer is still reported", () => {
    const text = `${counts(`allow day-counts-differ ${because}`)}${counted("Third", "30/360 bond basis")}`;
    expect(found(text, settingsOf({}))).toEqual(["information day-counts-differ"]);
    expect(messageOf(text, "day-counts-differ", settingsOf({}))).toContain("“Third”");
  });

  test("it stays where house policy forbids it, and says so", () => {
    const text = counts(`allow day-counts-differ ${because}`);
    const house = settingsOf({}, ["day-counts-differ"]);
    expect(found(text, house)).toEqual(["information day-counts-differ"]);
    expect(messageOf(text, "day-counts-differ", house)).toContain(
      "does not permit a note to allow “day-counts-differ”",
    );
  });

  test("a reason that says nothing silences nothing", () => {
    expect(found(counts('allow day-counts-differ because "OK"'), settingsOf({})).sort()).toEqual([
      "information day-counts-differ",
      "warning allow-without-reason",
    ]);
  });

  test("allowing what is not found is stale, in the note that says it", () => {
    const text = counted("First", "actual/365", `allow day-counts-differ ${because}`);
    expect(found(text, settingsOf({}))).toEqual(["information allow-stale"]);
    expect(found(exampleNote(`  allow term-redefined ${because}`), settingsOf({}))).toEqual([
      "information allow-stale",
    ]);
    expect(found(exampleNote(`  allow file-dates ${because}`), settingsOf({}))).toEqual([
      "information allow-stale",
    ]);
  });

  test("a note allows a definition of its own for a term of the file", () => {
    const defining = (allow = ""): string =>
      `"Market Price" means $0.50\n${exampleNote(`  "Market Price" means $0.40\n  other "Basis" the "Market Price"\n  ${allow}`)}`;
    expect(found(defining(), settingsOf({}))).toEqual(["warning term-redefined"]);
    expect(found(defining(`allow term-redefined ${because}`), settingsOf({}))).toEqual([]);
  });

  test("the dates of a file are allowed by every note that its prices are for", () => {
    const files = { "acme.csv": "Date,Close\n6/3/2024,1.00\n6/5/2024,1.10\n" };
    const market = 'market {\n  prices from "acme.csv"\n}\n';
    const allowing = exampleNote('  allow file-dates because "The exchange writes the month first"');
    const codesIn = (text: string): string[] => problemsIn(text, files).map(({ code }) => code);
    expect(codesIn(`${exampleNote("")}${market}`)).toEqual(["file-dates"]);
    expect(codesIn(`${allowing}${market}`)).toEqual([]);
    const second = exampleNote("").replace("Example Note", "Second Note");
    expect(codesIn(`${allowing}${second}${market}`)).toEqual(["file-dates"]);
    expect(codesIn(`${allowing}${second}${market.replace("market", 'market for "Example Note"')}`)).toEqual(
      [],
    );
  });
});
