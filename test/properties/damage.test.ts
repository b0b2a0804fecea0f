import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { example } from "../support/analyse.ts";
import {
  braceDamages,
  clausesOf,
  type Damage,
  figuresOf,
  hoverAtLine,
  lineDamages,
} from "../support/damage.ts";

const days = ["07-18", "07-19", "07-22", "07-23", "07-24", "07-25", "07-26", "07-29", "07-30", "07-31"];
const rows = days.map((day, index) => `    2019-${day}  $0.00${24 + index}`).join("\n");
const powerUp = `${example("power-up-note")}
market {
  outstanding  1,000,000,000 shares
  prices {
    date        closing bid
${rows}
  }
}

scenario "At maturity" {
  on  August 1, 2019
}
`;
const sheets = [
  ["the Exchange Note", example("exchange-note")],
  ["the Power Up Note", powerUp],
] as const;

/** The id behind `note / scenario / id`. */
const idOf = (key: string): string => key.split(" / ").at(-1) ?? "";

describe.each(sheets)("%s, one line damaged", (_, sheet) => {
  const lines = sheet.split("\n");
  const clauses = clausesOf(sheet);
  const figures = figuresOf(sheet);
  const damages = lineDamages(sheet);

  function damaged(line: number) {
    return clauses.find((clause) => clause.line === line) ?? clauses.findLast((clause) => clause.line < line);
  }

  test("there is something to damage", () => {
    expect(clauses.length).toBeGreaterThan(20);
    expect(damages.length).toBeGreaterThan(200);
    expect([...figures.values()].filter((figure) => figure.includes('"computed"')).length).toBeGreaterThan(
      10,
    );
  });

  test("every figure that does not rest on it is as it was", () => {
    const changed = damages.flatMap((damage) => {
      const resting = damaged(damage.line)?.figures ?? new Set();
      const now = figuresOf(damage.text);
      return [...figures]
        .filter(([key]) => !resting.has(idOf(key)))
        .filter(([key, figure]) => now.get(key) !== figure)
        .map(([key]) => `${shown(damage, lines)} changes ${key}`);
    });
    expect(changed).toEqual([]);
  });

  test("every other clause's hover is as it was, but for the numbers that rest on it", () => {
    const changed = damages.flatMap((damage) => {
      const gone = damaged(damage.line);
      const analysis = analyse(damage.text, undefined);
      return clauses.flatMap((clause) => {
        const line = damage.moved(clause.line);
        if (clause.line === damage.line || clause.path === gone?.path || line === undefined) return [];
        const now = hoverAtLine(analysis, line, lines[clause.line] ?? "");
        const apart = [...clause.figures].every((id) => !gone?.figures.has(id));
        const same = apart ? now === clause.hover : now !== undefined;
        return same ? [] : [`${shown(damage, lines)} changes ${clause.path}`];
      });
    });
    expect(changed).toEqual([]);
  });
});

describe("one brace lost, doubled or stray", () => {
  test("at least nine of ten other clauses are as they were", () => {
    const shares = new Map<string, { same: number; all: number }>();
    for (const [, sheet] of sheets) {
      const lines = sheet.split("\n");
      const clauses = clausesOf(sheet);
      for (const damage of braceDamages(sheet)) {
        const analysis = analyse(damage.text, undefined);
        const others = clauses.filter(({ line }) => line !== damage.line);
        const same = others.filter(({ line, hover }) => {
          const now = damage.moved(line);
          return now !== undefined && hoverAtLine(analysis, now, lines[line] ?? "") === hover;
        });
        for (const kind of [damage.kind, "all"]) {
          const share = shares.get(kind) ?? { same: 0, all: 0 };
          shares.set(kind, { same: share.same + same.length, all: share.all + others.length });
        }
      }
    }
    const percent = ({ same, all }: { same: number; all: number }): number =>
      Math.floor((same / all) * 1000) / 10;
    const summary = [...shares].map(([kind, share]) => `${kind} ${percent(share)} %`).join(", ");
    console.log(`Clauses whose hovers a damaged brace leaves as they were: ${summary}`);
    for (const [kind, share] of shares) expect(percent(share), kind).toBeGreaterThanOrEqual(90);
    expect(shares.get("all")?.all).toBeGreaterThan(5_000);
  });

  test("each is reported, at least once and at most three times", () => {
    for (const [, sheet] of sheets) {
      for (const damage of braceDamages(sheet)) {
        const problems = analyse(damage.text, undefined).pieces.flatMap(({ tree }) => tree.problems);
        expect(problems.length, shown(damage, sheet.split("\n"))).toBeGreaterThanOrEqual(1);
        expect(problems.length, shown(damage, sheet.split("\n"))).toBeLessThanOrEqual(3);
      }
    }
  });
});

function shown({ kind, line, text, moved }: Damage, lines: readonly string[]): string {
  const now = text.split("\n")[moved(line) ?? line];
  return `line ${line + 1} ${kind}, “${lines[line]?.trim()}” to “${now?.trim()}”,`;
}
