import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { format } from "../../server/src/features/format.ts";
import { draftOf } from "../../server/src/reading/draft.ts";
import { textOf } from "../../server/src/reading/papers.ts";
import { readPaper } from "../../server/src/reading/reading.ts";
import { compare, type ExpectedNote, type Score, saidIn } from "./score.ts";

/** Papers that lie beside the project, where it is worked on; else the project's own. */
const beside = fileURLToPath(new URL("../../../shared/papers/", import.meta.url));
const own = fileURLToPath(new URL("papers/", import.meta.url));

interface Paper {
  readonly paper: string;
  readonly notes: readonly ExpectedNote[];
}

interface Outcome {
  readonly paper: Paper;
  readonly sheet: string;
  readonly scores: readonly Score[];
}

async function outcomesIn(folder: string): Promise<Outcome[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return Promise.all(files.map((file) => outcome(folder, file)));
}

async function outcome(folder: string, file: string): Promise<Outcome> {
  const paper = JSON.parse(readFileSync(join(folder, file), "utf8")) as Paper;
  const read = await textOf(readFileSync(join(folder, paper.paper)));
  if ("unusable" in read) throw new Error(read.unusable);
  const sheet = format(draftOf(readPaper(read.text), paper.paper));
  const notes = saidIn(sheet);
  const names = [...sheet.matchAll(/^note "([^"]*)"/gm)].map(([, name]) => name);
  const scores = paper.notes.map((note, index) => {
    const named = names.indexOf(note.name);
    return compare(notes[named < 0 ? index : named] ?? [], note);
  });
  return { paper, sheet, scores };
}

const folders = [own, beside].filter(existsSync);

test.each(folders)("papers are read clause by clause: %s", async (folder) => {
  const outcomes = await outcomesIn(folder);
  const scores = outcomes.flatMap((one) => one.scores);
  const right = scores.flatMap((score) => score.right);
  const missing = scores.flatMap((score) => score.missing);
  const wrong = outcomes.flatMap(({ paper, scores: own }) =>
    own.flatMap((score) => score.wrong.map((clause) => `${paper.paper} ${clause}`)),
  );
  const broken = outcomes.flatMap(({ paper, scores: own }) =>
    own.flatMap((score) => score.broken.map((clause) => `${paper.paper} ${clause}`)),
  );
  console.info(shares(right, missing));
  expect(right.length + missing.length).toBeGreaterThan(150);
  expect(right.length / (right.length + missing.length)).toBeGreaterThanOrEqual(0.9);
  expect(wrong.length / right.length, wrong.join("\n")).toBeLessThanOrEqual(0.01);
  expect(broken).toEqual([]);
  for (const { paper, sheet } of outcomes)
    for (const { contradictions } of paper.notes)
      for (const { values } of contradictions) expect(sheet).toContain(`[${values.join(" | ")}]`);
});

/** The share of clauses that were read, a line a kind of clause. */
function shares(right: readonly string[], missing: readonly string[]): string {
  const kind = (key: string): string =>
    key.replace(/[#:].*$/s, "").replace(/\.(?:day|after|until|monthly|from day).*$/, "");
  const all = [...right, ...missing].map(kind);
  const found = right.map(kind);
  const lines = [...new Set(all)].sort().map((one) => {
    const [got, of] = [found, all].map((list) => list.filter((key) => key === one).length);
    return `${String(got).padStart(4)} of ${String(of).padStart(3)}  ${one}`;
  });
  return `${lines.join("\n")}\n${right.length} of ${all.length} in all`;
}
