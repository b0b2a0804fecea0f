import { expect, test } from "vitest";
import { shape } from "../../server/src/catalog/shape.ts";
import { problemsIn, subjectsIn } from "./analyse.ts";
import { recordsOf, rounded } from "./figures.ts";

/** A figure of a sheet, worked out outside the program. */
export interface WorkedFigure {
  /** The formula. */
  readonly id: string;
  readonly value: string;
  /** How it was worked out, or where the document states it. */
  readonly working: string;
  /** The note's name, of a sheet with several. */
  readonly note?: string;
  /** The scenario that it belongs to; the note by itself without one. */
  readonly scenario?: string;
}

/** What is expected of a whole sheet. */
export interface WorkedSheet {
  readonly sheet: string;
  readonly figures: readonly WorkedFigure[];
  /**
   * The codes of all that is found, each true of the document; a blank of the restatement is `still-open`. What is
   * left open is not among them: which readings are listed depends on which figures there are.
   */
  readonly findings: readonly string[];
  /** How many points are still open. */
  readonly open: number;
  /** Findings that are not true of the document, tolerated until their rules know better. */
  readonly falseAlarms?: readonly { readonly code: string; readonly because: string }[];
  /** What the document's readers found wrong with it and no rule finds yet. */
  readonly unfound?: readonly string[];
}

/** The tests of one sheet: what is found in it, and its figures. */
export function testSheet(text: string, expected: WorkedSheet): void {
  const { figures, findings, open, falseAlarms = [] } = expected;

  test("says what is true of it, without errors of shape", () => {
    const found = problemsIn(text).map(({ code }) => code);
    const tolerated = new Set(["left-open", ...falseAlarms.map(({ code }) => code)]);
    const codes = new Set(found.filter((code) => findings.includes(code) || !tolerated.has(code)));
    expect([...codes].sort()).toEqual([...findings].sort());
    expect(found.filter((code) => code in shape && code !== "still-open")).toEqual([]);
    expect(found.filter((code) => code === "still-open")).toHaveLength(open);
  });

  for (const figure of figures)
    test(nameOf(figure), () => expect(given(text, figure), figure.working).toBe(figure.value));
}

function nameOf({ id, note, scenario, value }: WorkedFigure): string {
  return `${[note, scenario, id].filter((part) => part !== undefined).join(", ")}: ${value}`;
}

/** The figure as the program gives it, with as many places behind the point as the expected one. */
function given(text: string, { id, note, scenario, value }: WorkedFigure): string {
  const index = note === undefined ? 0 : subjectsIn(text).findIndex((subject) => subject.note.name === note);
  const record = recordsOf(text, { note: index, ...(scenario === undefined ? {} : { scenario }) }).get(id);
  if (record?.value == null) return `waits for ${record?.waitingFor?.join("; ") ?? "its formula to apply"}`;
  return /^\d+\.\d+$/.test(value) ? rounded(record.value, value.split(".")[1]?.length ?? 0) : record.value;
}
