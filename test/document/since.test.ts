import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hasRead, type Reads } from "../../server/src/base/reads.ts";
import { rules } from "../../server/src/checks/rules/index.ts";
import { type Analysis, analyse, problemsOf } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";
import { cellAt, contentCellAt, notePart } from "../../server/src/finance/engine/cells.ts";
import { answersIn } from "../../server/src/finance/formulas.ts";
import { isWaiting } from "../../server/src/quantity/figure.ts";
import { show } from "../../server/src/quantity/format.ts";
import { example } from "../support/analyse.ts";
import { random } from "../support/random.ts";

/** `EDITS=100000 npx vitest run test/document/since.test.ts` looks further. */
const edits = Number(process.env["EDITS"] ?? 10_000);

const field = readdirSync("test/field").filter((name) => name.endsWith(".note"));
const sheets = [
  ...readdirSync("examples")
    .filter((name) => name.endsWith(".note"))
    .map((name) => example(name.replace(".note", ""))),
  ...field.map((name) => readFileSync(`test/field/${name}`, "utf8")),
];

/** What every finding says and where. */
function findings(analysis: Analysis): string {
  return JSON.stringify(
    problemsOf(analysis).map(({ piece, problem: { tree: _, related = [], ...problem } }) => ({
      ...problem,
      piece,
      related: related.map(({ message, span }) => ({ message, span })),
    })),
  );
}

/** Every figure, or what it waits for. */
function figures({ notes }: Analysis): readonly string[] {
  return notes.flatMap(({ alone, played }) =>
    [alone, ...played].flatMap((situation) =>
      answersIn(situation).map(({ formula, result }) =>
        isWaiting(result) ? `${formula.id}: ${result.waitingFor.join()}` : `${formula.id} ${show(result)}`,
      ),
    ),
  );
}

/** Small edits such as a hand makes: digits, words and lines changed, doubled, taken out and put back. */
function edited(text: string, pick: (below: number) => number): string {
  const lines = text.split("\n");
  const at = pick(lines.length);
  const line = lines[at] ?? "";
  const digit = /\d/.exec(line);
  const ways: (() => void)[] = [
    () => lines.splice(at, 1, digit ? line.replace(/\d/, String(pick(10))) : `${line} `),
    () => lines.splice(at, 1),
    () => lines.splice(at, 0, ""),
    () => lines.splice(at, 0, line),
    () => lines.splice(at, 1, line.slice(0, pick(line.length + 1))),
    () => lines.splice(at, 1, line.replace(/(\w+) (\w+)/, "$2 $1")),
    () => lines.splice(pick(lines.length), 0, ...lines.splice(at, 1)),
    () => lines.splice(at, 1, `${line}${["x", "0", " 5%", " until day 90", " [ ]", " // new"][pick(6)]}`),
    () =>
      lines.splice(
        at,
        1,
        line.replace(/(\d+)%/, (_, percent: string) => `${Number(percent) + 1}%`),
      ),
  ];
  ways[pick(ways.length)]?.();
  return lines.join("\n");
}

describe("what is carried over from the version before is what a fresh reading finds", () => {
  const each = Math.ceil(edits / sheets.length);
  test.each(sheets.map((text, index) => [index, text] as const))("sheet %i", (index, text) => {
    const pick = random(index + 1);
    let now = text;
    let analysis = analyse(now, undefined);
    findings(analysis);
    let before = now;
    for (let count = 0; count < each; count++) {
      // Every fourth edit is taken back, as a hand does.
      [before, now] = [now, count % 4 === 3 ? before : edited(now, pick)];
      if (count % 12 === 11) now = text;
      analysis = analyse(now, undefined, analysis);
      const fresh = analyse(now, undefined);
      expect(findings(analysis), now).toBe(findings(fresh));
      if (count % 3 === 0) expect(figures(analysis), now).toEqual(figures(fresh));
      if (count % 30 === 0) expect(explain(analysis), now).toEqual(explain(fresh));
    }
  });
});

describe("what rules look at", () => {
  const [note = ""] = example("exchange-note").split(/^}/m);
  const text = `${note.replaceAll(/[[\]]/g, "")}}\n`;

  test("is on record from a note's second version on", () => {
    const first = analyse(text, undefined);
    const second = analyse(text.replace(/issuer +"/, "$&A"), undefined, first);
    expect([first, second].map(({ notes }) => notes[0]?.isRecorded)).toEqual([false, true]);
  });

  test("is recorded of a first version too where a number rests on words in brackets", () => {
    const [only] = analyse(text.replace(/principal .*/, "principal [$840,000 | $850,000]"), undefined).notes;
    expect(only?.isRecorded).toBe(true);
  });

  test.each(sheets.map((sheet, index) => [index, sheet] as const))(
    "sheet %i: makes no difference to what they find",
    (_, sheet) => {
      const recorded = analyse(sheet, undefined, analyse(`${sheet}\n// before`, undefined));
      expect(findings(recorded)).toBe(findings(analyse(sheet, undefined)));
    },
  );
});

describe("a character typed in one clause", () => {
  const text = example("exchange-note");
  const typed: readonly (readonly [path: string, typed: string])[] = [
    ["note/issuer", text.replace(/issuer +"/, "$&A")],
    ["note/holder", text.replace(/holder +"/, "$&A")],
    ["note/conversion/ownershipLimit", text.replace(/(ownership limit +)\d/, "$18")],
  ];

  /** The cell of the clause itself, and of the block that it stands in. */
  const looked = (reads: Reads, path: string): boolean => {
    const [, block = "", inner] = path.split("/");
    const cells = [cellAt(path), ...(inner === undefined ? [] : [contentCellAt(`note/${block}`)])];
    return reads.all || cells.some((cell) => hasRead(reads, notePart, cell));
  };

  /** The text as it stands after an edit that was taken back: from then on it is on record what was looked at. */
  const edited = (): Analysis => {
    let analysis = analyse(text, undefined);
    for (const now of [`${text}\n// edited`, text]) {
      findings(analysis);
      analysis = analyse(now, undefined, analysis);
    }
    findings(analysis);
    return analysis;
  };

  test.each(typed)(
    "%s: runs the rules that have looked at it, and those that look at the whole text",
    (path, changed) => {
      const before = edited();
      const [note] = analyse(changed, undefined, before).notes;
      const again = [...(note?.judgements.get() ?? [])].filter(([, { isNew }]) => isNew);
      const unasked = again.filter(([, { reads }]) => !looked(reads, path));
      expect(unasked.map(([{ code }]) => code)).toEqual([]);
      expect(again.length).toBeLessThan(rules.length / 2);
      expect(again.length).toBeGreaterThan(0);
    },
  );

  test.each(typed)("%s: leaves every figure that has not looked at it as it was", (path, changed) => {
    const before = edited();
    const held = before.notes.map(({ alone }) => new Map(alone.memo.answers));
    const after = analyse(changed, undefined, before);
    findings(after);
    const [answers] = held;
    const [note] = after.notes;
    let carried = 0;
    for (const [key, { reads, value }] of answers ?? []) {
      const now = note?.alone.memo.answers.get(key);
      if (now?.value === value && typeof value === "object") carried += 1;
      const untouched = !looked(reads, path);
      const isFigure = typeof value === "object" && value !== null && "amount" in value;
      if (now && isFigure && untouched) expect(now.value).toBe(value);
    }
    expect(carried).toBeGreaterThan(0);
  });
});
