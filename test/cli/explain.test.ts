import { expect, test } from "vitest";
import { notewright, withFiles } from "../support/command.ts";
import { convertible, sheet } from "../support/sheets.ts";

interface Figure {
  readonly id: string;
  readonly label: string;
  readonly value: string | null;
  readonly unit: string;
  readonly on: string | null;
  readonly origin: string;
  readonly assumptions: readonly string[];
  readonly steps: readonly string[];
  readonly waitingFor?: readonly string[];
}
interface Explained {
  readonly file: string;
  readonly notes: readonly {
    readonly name: string;
    readonly figures: readonly Figure[];
    readonly scenarios: readonly { readonly name: string; readonly figures: readonly Figure[] }[];
  }[];
}

const explained = (out: string): Explained[] =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Explained);
const json = (args: readonly string[], input?: string): Explained[] =>
  explained(notewright(["explain", "--format", "json", ...args], input).out);

const ids = [
  "accrued-interest", "amount-at-maturity", "uplift", "uplift-rate", "conversion-price", "conversion-shares", "cash-in-lieu",
  "conversion-value", "effective-discount", "conversion-gain", "gain-rate", "ownership-after", "blocker-shares", "blocked-conversions",
]; // biome-ignore format: a list of ids
const units = /^(USD|[A-Z]{3}|[A-Z]{3}\/share|shares|ratio|count|days|date)$/;

test("one object a line, also for one file, with exactly these parts", () => {
  const files = ["examples/exchange-note.note", "examples/power-up-note.note"];
  expect(json(files.slice(0, 1))).toHaveLength(1);
  const all = json(files);
  expect(all.map(({ file }) => file)).toEqual(files);
  for (const { notes, ...rest } of all) {
    expect(Object.keys(rest)).toEqual(["file"]);
    for (const note of notes) {
      expect(Object.keys(note).sort()).toEqual(["figures", "name", "scenarios", "schedule", "tranches"]);
      for (const figure of [...note.figures, ...note.scenarios.flatMap(({ figures }) => figures)])
        checkFigure(figure);
    }
  }
});

function checkFigure(figure: Figure): void {
  const waiting = figure.origin === "waiting";
  const parts = ["assumptions", "id", "label", "on", "origin", "steps", "unit", "value"];
  expect(Object.keys(figure).sort()).toEqual(waiting ? [...parts, "waitingFor"].sort() : parts);
  expect(["stated", "assumed", "given", "computed", "waiting"]).toContain(figure.origin);
  expect(figure.unit).toMatch(units);
  if (figure.on !== null) expect(figure.on).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(figure.value === null).toBe(waiting);
  if (waiting) expect(figure.waitingFor?.length).toBeGreaterThan(0);
  else if (figure.unit === "date") expect(figure.value).toMatch(/^\d{4}-\d\d-\d\d$/);
  else if (figure.unit === "USD") expect(figure.value).toMatch(/^-?\d+\.\d\d$/);
  else expect(figure.value).toMatch(/^-?\d+(\.\d+)?$/);
}

test("the ids that programs rely on", () => {
  const [exchange] = json(["examples/exchange-note.note"]);
  const [note] = exchange?.notes ?? [];
  const found = new Set(
    [...(note?.figures ?? []), ...(note?.scenarios[0]?.figures ?? [])].map(({ id }) => id),
  );
  expect(ids.filter((id) => !found.has(id))).toEqual([]);
});

test("the Exchange Note's figures, those of the note to maturity, those of the scenario to its day", () => {
  const [exchange] = json(["examples/exchange-note.note"]);
  const [note] = exchange?.notes ?? [];
  const [scenario] = note?.scenarios ?? [];
  expect([note?.name, scenario?.name]).toEqual(["Exchange Note", "Paid in shares at maturity"]);
  const figure = (figures: readonly Figure[] | undefined, id: string) =>
    figures?.find((one) => one.id === id);
  expect(figure(note?.figures, "amount-at-maturity")).toMatchObject({
    value: "940800.00",
    unit: "USD",
    on: "2018-12-06",
    origin: "computed",
  });
  expect(figure(note?.figures, "conversion-price")).toMatchObject({
    value: null,
    unit: "USD/share",
    on: null,
    origin: "waiting",
    steps: [],
    assumptions: [],
  });
  expect(figure(scenario?.figures, "conversion-price")).toMatchObject({
    value: "0.001955",
    unit: "USD/share",
    on: "2018-12-06",
  });
  expect(figure(scenario?.figures, "conversion-shares")).toMatchObject({
    value: "481227621",
    unit: "shares",
  });
  // 1 − 0.001955 ÷ 0.0021 = 0.0690476190476…, to twelve digits that count.
  expect(figure(scenario?.figures, "effective-discount")).toMatchObject({
    value: "0.0690476190476",
    unit: "ratio",
  });
  expect(figure(scenario?.figures, "blocked-conversions")).toMatchObject({ value: "4", unit: "count" });
  expect(figure(scenario?.figures, "market-price")?.origin).toBe("given");
});

test("a scenario stands under every note that it applies to", () => {
  const two = `${convertible("$1")}${convertible("$2").replace("Example Note", "Second Note")}scenario "Both" { on 2024-06-03 }\nscenario "One" for "Second Note" { on 2024-06-03 }\n`;
  const [all] = json(["-"], two);
  expect(all?.notes.map(({ name, scenarios }) => [name, scenarios.map((one) => one.name)])).toEqual([
    ["Example Note", ["Both"]],
    ["Second Note", ["Both", "One"]],
  ]);
});

test("--on gives the day where neither scenario nor market does", () => {
  const text = convertible("$1").replace("  conversion", "  interest { rate 36.5% }\n  conversion");
  const amount = (args: readonly string[]): Figure | undefined =>
    json([...args, "-"], text)[0]?.notes[0]?.figures.find(({ id }) => id === "conversion-amount");
  expect(amount([])?.value).toBeNull();
  // 100,000 × 36.5 % × 10/365 from January 2, 2024.
  expect(amount(["--on", "2024-01-12"])).toMatchObject({ value: "101000.00", on: "2024-01-12" });
});

test("another currency: its code, and its own unit", () => {
  const [yen] = json(["-"], sheet("  interest { rate 5% }", { principal: "JPY 1,000,000" }));
  expect(yen?.notes[0]?.figures.find(({ id }) => id === "amount-at-maturity")).toMatchObject({
    unit: "JPY",
    value: expect.stringMatching(/^\d+$/),
  });
});

test("text: a memo with each value, how it was made, what was assumed and what is waited for", () => {
  const { code, out } = notewright(["explain", "examples/exchange-note.note"]);
  expect(code).toBe(0);
  for (const words of [
    "Exchange Note",
    "To maturity",
    "Paid in shares at maturity",
    "$940,800.00",
    "481,227,621 shares",
    "$0.001955",
    "wins",
    "no day count is stated",
    "Waits for a conversion date",
  ]) {
    expect(out).toContain(words);
  }
});

test("exit 0 whatever the findings", () => {
  expect(notewright(["explain", "-"], "note { principal -5 ] }}}").code).toBe(0);
  expect(notewright(["explain", "--format", "json", "-"], "").out).toBe('{"file":"-","notes":[]}\n');
  withFiles({ "a.note": sheet("  securty none") }, (path) =>
    expect(notewright(["explain", path("a.note")]).code).toBe(0),
  );
});
