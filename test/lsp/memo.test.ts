import { afterEach, expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import type { DerivationRecord, MemoRecord, NoteMemo } from "../../server/src/render/memo-record.ts";
import { example } from "../support/analyse.ts";
import { type Conversation, converseWith } from "../support/conversation.ts";
import { withEdits } from "../support/edits.ts";

const uri = "file:///sheet.note";
const textDocument = { uri };
let open: Conversation | undefined;
afterEach(() => open?.stop());

async function begin(text: string): Promise<Conversation> {
  const talk = converseWith({ analyse });
  open = talk;
  await talk.request("initialize", { processId: null, rootUri: null, capabilities: {} });
  talk.notify("initialized", {});
  talk.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: "note-terms", version: 1, text },
  });
  return talk;
}

async function memoOf(text: string): Promise<NoteMemo> {
  const talk = await begin(text);
  const memo = await talk.request<MemoRecord>("notewright/memo", { textDocument });
  expect(memo.notes).toHaveLength(1);
  return memo.notes[0] as NoteMemo;
}

test("what a note comes to, its terms with their lines, its schedule, and its scenario", async () => {
  const text = example("exchange-note");
  const memo = await memoOf(text);
  expect(memo.name).toBe("Exchange Note");
  expect(memo.inShort[0]).toEqual({
    title: "Interest and the amount due",
    text: "$940,800.00 due December 6, 2018; $100,800.00 of interest (365 days at 12 %)",
  });
  const matures = memo.terms.find(({ label }) => label === "Matures");
  expect([matures?.lines, text.split("\n")[matures?.line ?? 0]?.trim()]).toEqual([
    ["December 6, 2018"],
    "matures    December 6, 2018",
  ]);
  const [alone, played] = memo.situations;
  expect(alone?.title).toBe("To maturity, December 6, 2018");
  expect(alone?.schedule.at(-1)).toEqual([
    "December 6, 2018",
    "repayment",
    "$100,800.00",
    "$840,000.00",
    "$940,800.00",
    "$0.00",
  ]);
  const figures = played?.topics.flatMap(({ figures: all }) => all) ?? [];
  expect(figures).toContainEqual({
    id: "conversion-price",
    label: "Conversion price",
    value: "$0.001955",
  });
  expect(text.split("\n")[played?.line ?? 0]).toContain('scenario "Paid in shares at maturity"');
});

test("curves over the market price: the deciding alternative changes where 85 % of the market reaches $0.003", async () => {
  const memo = await memoOf(example("exchange-note"));
  const curve = memo.situations[1]?.curve;
  expect(curve?.deciders).toEqual(["85% of average of VWAP over prior 5 trading days", "$0.003"]);
  const points = curve?.points ?? [];
  expect(points.map(({ market }) => market)).toEqual(
    [...points.map(({ market }) => market)].sort((a, b) => a - b),
  );
  for (const { market, price, decider } of points) {
    // 85 % of one price on every day, the price itself, or $0.003: the lowest.
    expect(price).toBeCloseTo(Math.min(market * 0.85, market, 0.003), 10);
    if (market !== 0.003 / 0.85) expect(decider).toBe(market * 0.85 < 0.003 ? 0 : 1);
  }
  const [lowest] = points;
  expect(lowest?.scenario).toBe(
    `scenario "Paid in shares at maturity, at ${lowest?.shown.market}" {\n  on       December 6, 2018\n  convert  principal and interest\n  price every ${lowest?.shown.market}\n}\n`,
  );
});

test.each([
  ["exchange-note", 1],
  ["fixed-then-variable", 1],
  ["fixed-then-variable", 3],
  ["power-up-note", 0],
])("the scenario that a point of %s writes comes to what the point shows (%i)", async (name, index) => {
  const text = example(name);
  const curve = (await memoOf(text)).situations[index]?.curve;
  open?.stop();
  const point = curve?.points[7];
  const after = await memoOf(`${text}\n${point?.scenario}`);
  const written = after.situations.at(-1);
  const values = written?.topics.flatMap(({ figures }) => figures.map(({ value }) => value)) ?? [];
  expect(written?.scenario?.toLowerCase()).toContain(`at ${point?.shown.market}`);
  expect(values).toContain(point?.shown.price);
  expect(values).toContain(point?.shown.shares);
});

test("the curves may be left out, for a page that wants the rest at once", async () => {
  const talk = await begin(example("exchange-note"));
  const all = await talk.request<MemoRecord>("notewright/memo", { textDocument });
  const rest = await talk.request<MemoRecord>("notewright/memo", { textDocument, curves: false });
  const without = all.notes.map(({ situations, ...note }) => ({
    ...note,
    situations: situations.map(({ curve: _, ...situation }) => situation),
  }));
  expect(rest.notes).toEqual(without);
  expect(all.notes[0]?.situations[1]?.curve?.points.length).toBeGreaterThan(20);
});

test("how a figure was made comes on request, and of one that is not there nothing", async () => {
  const talk = await begin(example("exchange-note"));
  const place = { note: "Exchange Note", figure: "accrued-interest" };
  const made = await talk.request<DerivationRecord>("notewright/derivation", { textDocument, place });
  expect(made).toMatchObject({ label: "accrued interest", value: "$100,800.00" });
  expect(made.steps[0]?.text).toContain("$840,000.00 × 12 % × 365/365");
  const unknown = { ...place, figure: "nothing" };
  expect(await talk.request("notewright/derivation", { textDocument, place: unknown })).toBeNull();
});

test("findings have their answers with them, and an answer takes its finding away", async () => {
  const text = example("exchange-note");
  const memo = await memoOf(text);
  open?.stop();
  const finding = memo.findings.find(({ code }) => code === "no-floor-price");
  const fix = finding?.fixes.find(({ title }) => title.includes("floor none"));
  expect(finding?.severity).toBe("warning");
  const after = await memoOf(withEdits(text, fix?.edits ?? []));
  expect(after.findings.map(({ code }) => code)).not.toContain("no-floor-price");
  expect(after.findings.length).toBe(memo.findings.length - 1);
});

test("markup in a sheet is text in its memo", async () => {
  const text = 'note "<img src=x onerror=alert(1)>" {\n  principal $1,000\n  issuer "</script><b>"\n}';
  const memo = await memoOf(text);
  expect(memo.name).toBe("<img src=x onerror=alert(1)>");
  expect(memo.terms.find(({ label }) => label === "Issuer")?.lines).toEqual(["</script><b>"]);
});

test("a sheet without a note has an empty memo, and one that is not open none", async () => {
  const talk = await begin("market {\n}\n");
  expect(await talk.request("notewright/memo", { textDocument })).toEqual({ notes: [] });
  expect(await talk.request("notewright/memo", { textDocument: { uri: "file:///other.note" } })).toBeNull();
});
