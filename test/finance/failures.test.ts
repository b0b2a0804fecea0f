import { afterEach, expect, test } from "vitest";
import { type FailureReport, reportFailuresTo } from "../../server/src/base/failures.ts";
import { memo } from "../../server/src/cli/memo.ts";
import { analyse } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";
import { conversionPrice } from "../../server/src/finance/prices/conversion-price.ts";
import { hoverOn } from "../support/editor.ts";
import { convertible } from "../support/sheets.ts";

const sheet = `${convertible("$0.50")}\nscenario "s" {\n  on 2019-01-01\n}\n`;

/** Runs with a formula that throws, as an error of ours would. */
function withBroken<T>(work: () => T): T {
  const sound = conversionPrice.read;
  Object.assign(conversionPrice, {
    read: () => {
      throw new RangeError("a slip");
    },
  });
  try {
    return work();
  } finally {
    Object.assign(conversionPrice, { read: sound });
  }
}

/** What is reported while a piece of work runs. */
function reportsOf(work: () => void): string[] {
  const reports: string[] = [];
  const take: FailureReport = (what, error) => reports.push(`${what}: ${error}`);
  reportFailuresTo(take);
  work();
  return reports;
}

afterEach(() => {
  reportFailuresTo(undefined);
});

test("a figure that fails waits in words, is reported once, and leaves the other figures as they are", () => {
  const sound = explain(analyse(sheet, undefined));
  const reports = reportsOf(() => {
    const [note] = withBroken(() => explain(analyse(`${sheet}\n`, undefined)));
    const figures = note?.scenarios[0]?.figures ?? [];
    const price = figures.find(({ id }) => id === "conversion-price");
    expect(price).toMatchObject({
      value: null,
      waitingFor: ["conversion price, which could not be worked out because of an error in Notewright"],
    });
    const owed = (all: typeof figures) => all.filter(({ id }) => id === "conversion-amount" || id === "owed");
    expect(owed(figures)).toEqual(owed(sound[0]?.scenarios[0]?.figures ?? []));
    expect(owed(figures).length).toBeGreaterThan(0);
  });
  expect(reports).toEqual(["conversion price: RangeError: a slip"]);
});

test("so do the hover and the memo", () => {
  const reports = reportsOf(() => {
    expect(withBroken(() => hoverOn(`${sheet}\n// hover`, "price"))).toContain("could not be worked out");
    expect(withBroken(() => memo(analyse(`${sheet}\n// memo`, undefined)))).toContain(
      "could not be worked out",
    );
  });
  expect(reports).toHaveLength(1);
});

test("where nobody takes reports the error is thrown, so that no test passes by it", () => {
  expect(() => withBroken(() => explain(analyse(`${sheet}\n// thrown`, undefined)))).toThrow("a slip");
});
