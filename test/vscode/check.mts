// One check of the editor, as it is counted and reported by every host.
export interface Check {
  readonly name: string;
  readonly passed: boolean;
  /** What was found instead, where the check failed. */
  readonly detail: string;
}

/** Collects checks; one that throws has failed, and the others still run. */
export class Checks {
  readonly done: Check[] = [];

  /** The work returns undefined where all is well, else what was found instead. */
  async check(name: string, work: () => Promise<string | undefined>): Promise<void> {
    const problem = await work().catch((error: unknown) => String(error));
    this.done.push({ name, passed: problem === undefined, detail: problem ?? "" });
  }

  get passed(): boolean {
    return this.done.length > 0 && this.done.every((check) => check.passed);
  }
}

/** Where checks that ran inside VS Code, or in a process of their own, leave what they found. */
export const inEditorResults = "in-editor-results.json";
export const onScreenResults = "on-screen-results.json";

/** The check by which the extension host says which of the two it is. */
export const hostNames = { node: "the extension host is Node", web: "the extension host is a web worker" };

/** What every host has to show on the Exchange Note. */
export const sheet = "exchange-note.note";
export const hoverNumbers = ["$0.001955", "481,227,621"];
export const wrongMaturity = { line: "  matures    December 6, 2016", code: "matures-before-issued" };
export const rightMaturity = "  matures    December 6, 2018";
export const completion = { typed: "flo", name: "floor" };
export const policy = {
  file: "notewright.json",
  text: '{ "rules": { "exchange-uplift": "error", "exchange-uplfit": "off" } }',
  code: "exchange-uplift",
  /** An error is 0 in the editor's own counting. */
  state: "severity 0, 1 wrong in the policy",
  corrected: '{ "rules": { "exchange-uplift": "error" } }',
  correctedState: "severity 0, 0 wrong in the policy",
};

/** A sheet that draws on a form and on a file of prices, and the answer it can give only with both. */
export const house = {
  sheet: "house-form/first.note",
  form: "house-form/form.note",
  name: '"House Note"',
  at: "on  July",
  numbers: ["$0.245", "1,060,889"],
  /** Another sheet on the form, which nobody opens. */
  other: "house-form/second.note",
  /** A policy beside the sheet, in a folder of the workspace. */
  policy: {
    file: "notewright.json",
    text: '{ "rules": { "governing-law-missing": "error" } }',
    code: "governing-law-missing",
  },
};

/** What stands over the sheet's note, and in its memo. */
export const seen = {
  lens: "$940,800.00 due December 6, 2018 · 3 warnings · memo",
  hints: ["$100,800.00 a year", "wins", "+$0.000045"],
  tab: "Memo: exchange-note",
  due: "$940,800.00 due December 6, 2018",
  working: "= $840,000.00 × 12 % × 365/365",
  answer: "State that there is none: “floor none”",
  other: "power-up-note.note",
  changes: "Changes: exchange-note",
  row: "Ascent Solar Technologies, Inc. · $840,000.00",
} as const;
