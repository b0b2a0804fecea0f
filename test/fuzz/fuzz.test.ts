import { describe, expect, test } from "vitest";
import { countStep, TooManySteps, withinSteps } from "../../server/src/base/steps.ts";
import { analyse } from "../../server/src/document/analysis.ts";
import { features } from "../../server/src/lsp/features.ts";
import { lookThrough } from "./answers.ts";
import { ask } from "./ask.ts";
import type { Fault } from "./asked.ts";
import { filesWith, prefixAt, prefixCount, prefixText, typedSheets } from "./corpus.ts";
import { draftAt, draftsForAllStarts, draftsForAllZeros, sourceOf } from "./drafts.ts";
import { edit, extremes } from "./edits.ts";
import { answered, itemsFor, paramsFor, requests } from "./requests.ts";
import { Lines, slipsIn, slipsInSentence } from "./says.ts";
import { type Found, watch } from "./watch.mts";

describe("drafts", () => {
  test("are the same for the same seed and number, and others for others", () => {
    const texts = (seed: number): string[] => [1, 2, 3, 4, 5].map((index) => draftAt(seed, index).text);
    expect(texts(7)).toEqual(texts(7));
    expect(texts(7)).not.toEqual(texts(8));
    expect(new Set(texts(7)).size).toBe(5);
  });

  test("hold each start of each sheet, and a zero in the place of each number", () => {
    const count = Math.max(draftsForAllStarts, draftsForAllZeros);
    const all = Array.from({ length: count }, (_, index) => sourceOf(7, index));
    const starts = all.filter(({ family }) => family === "start").map(({ member }) => member);
    expect(new Set(starts).size).toBe(prefixCount);
    const zeros = all.filter(({ family, words }) => family === "number" && words === "0");
    expect(new Set(zeros.map(({ member }) => member)).size).toBe(draftsForAllZeros / 10);
    expect(draftsForAllZeros).toBeGreaterThan(40_000);
  });

  test("that break off are closed with as many braces as are open", () => {
    const sheet = typedSheets[0] ?? { name: "", text: "" };
    const length = sheet.text.indexOf("{") + 1;
    const text = sheet.text.slice(0, length);
    expect(prefixText({ sheet, length, closed: false })).toBe(text);
    expect(prefixText({ sheet, length, closed: true })).toBe(`${text}\n}`);
    expect(prefixText(prefixAt(prefixCount - 2))).toBe(typedSheets.at(-1)?.text);
  });

  test("put every extreme number in the place of every number", () => {
    const texts = Array.from({ length: 60 * 300 }, (_, index) =>
      edit("rate 8%\nfloor $1", { kind: index % 60, at: index >> 4, to: 0, word: Math.floor(index / 60) }),
    ).map(({ text }) => text);
    for (const number of extremes) {
      expect(texts).toContain(`rate ${number}%\nfloor $1`);
      expect(texts).toContain(`rate 8%\nfloor $${number}`);
    }
  });
});

describe("requests", () => {
  test("are all that the server answers, and each is asked of a draft", async () => {
    const capabilities = Object.keys(Object.assign({}, ...features.map(({ capability }) => capability)));
    expect(requests.length).toBeGreaterThanOrEqual(capabilities.length);
    const text = typedSheets.find(({ name }) => name.includes("power-up"))?.text ?? "";
    const analysis = analyse(text, undefined);
    const answers = new Map<string, unknown>();
    for (const request of requests) {
      const around = { analysis, end: { line: 3, character: 0 }, chance: 1 };
      const made = request.method.endsWith("/resolve")
        ? itemsFor(request, answers)
        : [paramsFor(request, { line: 1, character: 4 }, around)];
      expect(made, request.method).not.toEqual([]);
      answers.set(request.method, await answered(request, made[0], analysis));
    }
  });

  test.each([
    ["a text", { label: "on NaN" }],
    ["an empty label", { items: [{ label: " " }] }],
    ["a range", { range: { start: { line: 0, character: 9 }, end: { line: 9, character: 0 } } }],
    ["a place", [{ position: { line: 7, character: 0 } }]],
    ["folded lines", [{ startLine: 2, endLine: 1 }]],
    ["a number", { count: Number.NaN }],
  ])("whatever they are answered with is looked through: %s", (_, answer) => {
    const text = "one\ntwo\nsix";
    const draft = { origin: "", text, at: 0, files: filesWith(), chance: 1 };
    const found: Fault[] = [];
    lookThrough({ draft, analysis: analyse(text, undefined), lines: new Lines(text), found }, "any", answer);
    expect(found.length).toBeGreaterThan(0);
  });
});

describe("what an answer may not be", () => {
  test.each(["NaN shares", "$Infinity", "$1e+99", "on undefined", "[object Object]", "value null"])(
    "%s",
    (text) => {
      expect(slipsIn(text, "")).toHaveLength(1);
      expect(slipsIn(text, `note "${text}"`)).toEqual([]);
    },
  );

  test.each(["", " ", "two  blanks", "x".repeat(2_001)])("as a sentence: %j", (text) => {
    expect(slipsInSentence(text, "")).toHaveLength(1);
  });

  test("a code of a rule, and words with such letters", () => {
    expect(slipsInSentence("term-undefined: the Nanking note is nullified.", "")).toEqual([]);
  });

  test.each([
    ["backwards", { start: { line: 0, character: 2 }, end: { line: 0, character: 1 } }, 1],
    ["behind its line", { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } }, 1],
    ["between CR and LF", { start: { line: 1, character: 4 }, end: { line: 1, character: 4 } }, 2],
    ["below the text", { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }, 1],
    ["inside", { start: { line: 0, character: 0 }, end: { line: 2, character: 3 } }, 0],
  ])("a range %s", (_, range, faults) => {
    expect(new Lines("one\ntwo\r\nsix").wrongWith(range)).toHaveLength(faults);
  });
});

describe("steps", () => {
  test("are counted, and an endless loop of them ends", () => {
    expect(withinSteps(10, () => countStep()).steps).toBe(1);
    const endless = (): never => {
      for (;;) countStep();
    };
    expect(() => withinSteps(10, endless)).toThrow(TooManySteps);
    expect(() => countStep()).not.toThrow();
  });

  test("are counted in whatever a note is read and worked out by", async () => {
    const text = typedSheets.find(({ name }) => name.includes("exchange-note"))?.text ?? "";
    const draft = { origin: "", text, at: 0, files: filesWith(), chance: 1 };
    expect((await ask(draft)).steps).toBeGreaterThan(100);
  });
});

describe("a worker", () => {
  const worker = (body: string): URL =>
    new URL(
      `data:text/javascript,${encodeURIComponent(`
        import { parentPort, workerData } from "node:worker_threads";
        const { first, every, drafts, at } = workerData;
        const mark = new Int32Array(at);
        for (let index = first; index < drafts; index += every) {
          mark[0] = index;
          ${body}
          parentPort.postMessage({ index, origin: "", text: "", faults: [], steps: 0 });
        }
        mark[0] = drafts;`)}`,
    );

  test.each([
    ["hangs", "if (index === 3) for (;;);", "does not end"],
    ["throws", 'if (index === 3) throw new Error("no");', "ends the process: Error: no"],
    [
      "takes all memory",
      "if (index === 3) for (const all = [];;) all.push(new Array(1e4).fill(index));",
      "memory",
    ],
  ])("that %s is ended, and goes on behind the draft", async (_, body, why) => {
    const found: Found[] = [];
    const lost: [number, string][] = [];
    await watch({
      worker: worker(body),
      share: { seed: 1, first: 1, every: 2, drafts: 8 },
      patience: 2,
      mostMemory: 60,
      onFound: (one) => found.push(one),
      onLost: (index, reason) => lost.push([index, reason]),
    });
    expect(lost).toEqual([[3, expect.stringContaining(why)]]);
    expect(found.map(({ index }) => index)).toEqual([1, 5, 7]);
  });
});
