import { describe, expect, test } from "vitest";
import { rules } from "../../server/src/checks/rules/index.ts";
import { notewright, withFiles } from "../support/command.ts";
import { convertible, sheet } from "../support/sheets.ts";

const clean = sheet("  interest none");
/** One warning: the price has no floor. */
const warned = convertible(
  "80% of closing bid on prior trading day",
  "    ownership limit 4.99% after issuance\n    until maturity",
);
const wrong = sheet("  securty none");
const allowing = (because: string): string =>
  warned.replace("  conversion {", `  allow no-floor-price because "${because}"\n  conversion {`);

const codesOf = (args: readonly string[], folder?: string): string[] => {
  const { out } = notewright(["check", "--format", "json", ...args], undefined, folder);
  return (JSON.parse(out) as { code: string; severity: string }[]).map(
    ({ code, severity }) => `${severity} ${code}`,
  );
};
const filesOf = (args: readonly string[], folder: string): string[] => {
  const { out } = notewright(["check", "--format", "json", ...args], undefined, folder);
  return (JSON.parse(out) as { file: string }[]).map(({ file }) => file);
};

describe("which files", () => {
  const files = {
    "deals/a.note": wrong,
    "deals/2024/b.note": wrong,
    "deals/2024/readme.txt": "no note",
    "deals/node_modules/c.note": wrong,
    "deals/[d].note": wrong,
  };

  test("a pattern is all that fits it, in order", () => {
    withFiles(files, (path) => {
      expect(filesOf(["deals/**/*.note"], path("."))).toEqual([
        "deals/2024/b.note",
        "deals/[d].note",
        "deals/a.note",
      ]);
      expect(filesOf(["deals/{a,x}.note"], path("."))).toEqual(["deals/a.note"]);
      expect(filesOf([path("deals/2024/*.note")], "/")).toEqual([path("deals/2024/b.note")]);
    });
  });

  test("a folder is all notes in it; a name is the file of that name, brackets or not", () => {
    withFiles(files, (path) => {
      expect(filesOf(["deals"], path("."))).toEqual(["deals/2024/b.note", "deals/[d].note", "deals/a.note"]);
      expect(filesOf(["."], path("deals/2024"))).toEqual(["b.note"]);
      expect(filesOf(["deals/[d].note"], path("."))).toEqual(["deals/[d].note"]);
    });
  });

  test("a file that two arguments mean is checked once", () => {
    withFiles(files, (path) => {
      expect(filesOf(["deals/a.note", "deals/*.note"], path("."))).toEqual([
        "deals/a.note",
        "deals/[d].note",
      ]);
    });
  });

  test("a pattern that fits nothing is said, and the others are still checked", () => {
    withFiles(files, (path) => {
      const { code, out, complaints } = notewright(
        ["check", "offers/*.note", "deals/a.note"],
        undefined,
        path("."),
      );
      expect([code, complaints]).toEqual([2, ["notewright: offers/*.note: no file fits this pattern."]]);
      expect(out).toMatch(/^deals\/a\.note:7:3: error clause-unknown/);
    });
  });
});

describe("--max-warnings", () => {
  test("more warnings than may be end with 1, and are counted", () => {
    withFiles({ "a.note": warned, "b.note": warned }, (path) => {
      const check = (most: string) =>
        notewright(["check", "--max-warnings", most, path("a.note"), path("b.note")]);
      expect(check("2")).toMatchObject({ code: 0, complaints: [] });
      expect(check("1")).toMatchObject({
        code: 1,
        complaints: ["notewright: 2 warnings, and --max-warnings is 1."],
      });
    });
  });

  test("information does not count", () => {
    withFiles({ "a.note": sheet("  security [collateral]") }, (path) => {
      expect(notewright(["check", "--max-warnings", "0", path("a.note")]).code).toBe(0);
    });
  });
});

describe("house policy", () => {
  test("is the closest above each file", () => {
    const files = {
      "notewright.json": '{ "rules": { "no-floor-price": "error", "left-open": "off" } }',
      "deals/a.note": warned,
      "private/notewright.json": '{ "rules": { "no-floor-price": "off" } }',
      "private/2024/b.note": warned,
    };
    withFiles(files, (path) => {
      expect(codesOf([path("deals/a.note")])).toEqual(["error no-floor-price"]);
      expect(codesOf([path("private/2024/b.note")])).toEqual(["information left-open"]);
      expect(notewright(["check", path("deals/a.note")]).code).toBe(1);
    });
  });

  test("above a closer one binds in what no note may allow", () => {
    const strict = '{ "rules": { "no-floor-price": "error" }, "neverAllow": ["no-floor-price"] }';
    const found = (closer: string, above = strict): string[] => {
      const files = {
        "notewright.json": above,
        "deal/notewright.json": closer,
        "deal/a.note": allowing("The board approved the dilution on June 1"),
      };
      return withFiles(files, (path) =>
        codesOf([path("deal/a.note")]).filter((code) => code.endsWith("no-floor-price")),
      );
    };
    expect(found("{}")).toEqual(["error no-floor-price"]);
    expect(found('{ "rules": { "no-floor-price": "off" } }')).toEqual(["error no-floor-price"]);
    expect(found('{ "rules": { "no-floor-price": "hint" }, "neverAllow": [] }')).toEqual([
      "error no-floor-price",
    ]);
    const without = '{ "neverAllow": ["no-floor-price"] }';
    expect(found('{ "rules": { "no-floor-price": "off" } }', without)).toEqual(["warning no-floor-price"]);
    expect(found('{ "rules": { "no-floor-price": "error" } }', without)).toEqual(["error no-floor-price"]);
    expect(found("{}", '{ "rules": { "no-floor-price": "error" } }')).toEqual([]);
  });

  test("of the working folder holds for standard input", () => {
    withFiles({ "notewright.json": '{ "rules": { "no-floor-price": "error" } }' }, (path) => {
      expect(notewright(["check", "-"], warned, path(".")).code).toBe(1);
      expect(notewright(["check", "-"], warned).code).toBe(0);
    });
  });

  test("keeps what no note may allow", () => {
    const why = "The board approved the dilution on June 1";
    const files = {
      "a.note": allowing(why),
      "strict/notewright.json": '{ "neverAllow": ["no-floor-price"] }',
      "strict/a.note": allowing(why),
    };
    withFiles(files, (path) => {
      expect(codesOf([path("a.note")])).not.toContain("warning no-floor-price");
      expect(codesOf([path("strict/a.note")])).toContain("warning no-floor-price");
      const { out } = notewright(["check", path("strict/a.note")]);
      expect(out).toContain("House policy does not permit a note to allow “no-floor-price”");
    });
  });

  test("that can't be followed is said with its place, and ends with 2", () => {
    const policy = '{\n  "rules": { "no-flor-price": "error" },\n  "neverAllow": "left-open"\n}\n';
    withFiles({ "notewright.json": policy, "a.note": warned, "deals/b.note": warned }, (path) => {
      const { code, complaints, out } = notewright(["check", "a.note", "deals/b.note"], undefined, path("."));
      expect(code).toBe(2);
      expect(complaints).toHaveLength(2);
      expect(complaints[0]).toMatch(
        /^notewright: notewright\.json:2:14: There is no rule “no-flor-price”. Did you mean/,
      );
      expect(complaints[1]).toMatch(/^notewright: notewright\.json:3:17: /);
      expect(out).toContain("warning no-floor-price");
    });
  });

  test.each([
    ["{ rules", /notewright\.json:1:3: This file is not JSON/],
    [new Uint8Array([0x7b, 0xff, 0x7d]), /notewright\.json: the file is not UTF-8/],
  ])("that can't be read is said in one line", (policy, about) => {
    withFiles({ "notewright.json": policy, "a.note": clean }, (path) => {
      const { code, complaints } = notewright(["check", "a.note"], undefined, path("."));
      expect([code, complaints.length]).toEqual([2, 1]);
      expect(complaints[0]).toMatch(about);
    });
  });

  test("does not make a draft final that is not, and --final does not ask it", () => {
    const files = {
      "notewright.json": '{ "rules": { "still-open": "off" } }',
      "a.note": sheet("  security [collateral]"),
    };
    withFiles(files, (path) => {
      expect(codesOf([path("a.note")])).toEqual([]);
      expect(codesOf(["--final", path("a.note")])).toEqual(["error still-open"]);
    });
  });
});

describe("--format github", () => {
  const commands = (text: string, name = "a.note"): string[] =>
    withFiles({ [name]: text }, (path) =>
      notewright(["check", "--format", "github", name], undefined, path(".")).out.trimEnd().split("\n"),
    );

  test("a command a finding, at its place", () => {
    expect(commands(wrong)).toEqual([
      expect.stringMatching(
        /^::error file=a\.note,line=7,endLine=7,col=3,endColumn=10,title=clause-unknown::“securty” is no clause of the note/,
      ),
    ]);
  });

  test("warnings are warnings, information is a notice, and lines stay in one command", () => {
    const [first, second, ...others] = commands(warned);
    expect(first).toMatch(/^::notice file=a\.note,line=1,.*title=left-open::3 points are left open\..*%0A• /);
    expect(second).toMatch(/^::warning .*title=no-floor-price::/);
    expect(others).toEqual([]);
  });

  test("what has a meaning in a command is escaped", () => {
    const [first] = commands(wrong, "a,b:c%.note");
    expect(first).toMatch(/^::error file=a%2Cb%3Ac%25\.note,line=7,/);
    expect(commands(sheet("  interest { rate 8% 9% }")).join("\n")).toMatch(/::.*%25/);
  });

  test("nothing found, nothing printed", () => {
    withFiles({ "a.note": clean }, (path) => {
      expect(notewright(["check", "--format", "github", path("a.note")])).toEqual({
        code: 0,
        out: "",
        complaints: [],
      });
    });
  });
});

describe("--format sarif", () => {
  interface Place {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: object;
    };
  }
  interface Log {
    readonly $schema: string;
    readonly version: string;
    readonly runs: readonly {
      readonly tool: {
        readonly driver: {
          readonly name: string;
          readonly rules: readonly { readonly id: string; readonly helpUri: string }[];
        };
      };
      readonly invocations: readonly { readonly executionSuccessful: boolean }[];
      readonly columnKind: string;
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly Place[];
        readonly relatedLocations?: readonly (Place & { readonly message: { readonly text: string } })[];
      }[];
    }[];
  }
  const logOf = (args: readonly string[], folder?: string) => {
    const log = JSON.parse(notewright(["check", "--format", "sarif", ...args], undefined, folder).out) as Log;
    const [run] = log.runs;
    if (!run) throw new Error("the log has no run");
    return { log, run };
  };

  test("a log with every rule and its page, and each result points to its rule", () => {
    const second = wrong.replace('note "Example Note"', 'note "Second Note"');
    withFiles({ "a.note": `${warned}${second}` }, (path) => {
      const { log, run } = logOf(["a.note"], path("."));
      expect(log.version).toBe("2.1.0");
      expect(log.$schema).toMatch(/^https:.*sarif-2\.1\.0\.json$/);
      expect(log.runs).toHaveLength(1);
      expect(run.columnKind).toBe("utf16CodeUnits");
      const ids = run.tool.driver.rules.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(rules.map(({ code }) => code)));
      for (const { id, helpUri } of run.tool.driver.rules)
        expect(helpUri).toMatch(new RegExp(`^https://.*/${id}\\.md$`));
      expect(run.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
        ["left-open", "note"],
        ["no-floor-price", "warning"],
        ["clause-unknown", "error"],
      ]);
      for (const { ruleId, ruleIndex } of run.results) expect(ids[ruleIndex]).toBe(ruleId);
    });
  });

  test("places count from 1, related places have their own", () => {
    withFiles({ "my notes/a.note": sheet("  security none\n  security gold") }, (path) => {
      const { run } = logOf(["my notes/a.note"], path("."));
      const [result] = run.results;
      expect(result?.locations).toEqual([
        {
          physicalLocation: {
            artifactLocation: { uri: "my%20notes/a.note" },
            region: { startLine: 8, startColumn: 3, endLine: 8, endColumn: 11 },
          },
        },
      ]);
      expect(result?.relatedLocations).toEqual([
        {
          id: 0,
          message: { text: expect.any(String) },
          physicalLocation: {
            artifactLocation: { uri: "my%20notes/a.note" },
            region: { startLine: 7, startColumn: 3, endLine: 7, endColumn: 16 },
          },
        },
      ]);
    });
  });

  test("a file elsewhere has its full address", () => {
    withFiles({ "a.note": wrong, "b/c.txt": "" }, (path) => {
      const { run } = logOf(["../a.note"], path("b"));
      expect(run.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toMatch(
        /^file:\/\/\/.*\/a\.note$/,
      );
    });
  });

  test("a brace in a message is no placeholder", () => {
    withFiles({ "a.note": sheet("  interest") }, (path) => {
      const { run } = logOf([path("a.note")]);
      const texts = run.results.map(({ message }) => message.text);
      expect(texts.join()).toContain("{{");
      for (const text of texts) expect(text.replaceAll("{{", "").replaceAll("}}", "")).not.toMatch(/[{}]/);
    });
  });

  test("a run that lacked a file says so, and one without findings is a log too", () => {
    withFiles({ "a.note": clean }, (path) => {
      expect(logOf([path("a.note")]).run).toMatchObject({
        results: [],
        invocations: [{ executionSuccessful: true }],
      });
      const { run } = logOf([path("a.note"), path("missing.note")]);
      expect(run).toMatchObject({ results: [], invocations: [{ executionSuccessful: false }] });
    });
  });
});

describe("notewright rules", () => {
  test("lists each code with its severity and title", () => {
    const lines = notewright(["rules"]).out.trimEnd().split("\n");
    expect(lines).toContainEqual(
      expect.stringMatching(/^no-floor-price +warning +The conversion price has no floor$/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^day-count +information +/));
    expect(lines).toContainEqual(expect.stringMatching(/^still-open +information +/));
  });

  test("as data too", () => {
    const { code, out } = notewright(["rules", "--format", "json"]);
    const all = JSON.parse(out) as { code: string; url: string }[];
    expect(code).toBe(0);
    expect(all.find((one) => one.code === "no-floor-price")).toMatchObject({
      severity: "warning",
      title: "The conversion price has no floor",
      kind: "rule",
      settable: true,
      allowable: true,
    });
    expect(all.find((one) => one.code === "brace-missing")).toMatchObject({
      settable: false,
      allowable: false,
    });
    expect(all.find((one) => one.code === "day-count")?.url).toMatch(/\/left-open\.md$/);
  });
});
