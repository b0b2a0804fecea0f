import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Fault, faultsOf } from "./ask.ts";
import { filesWith } from "./corpus.ts";
import { draftAt } from "./drafts.ts";

const folder = new URL("found/", import.meta.url);

/** The faults of a text with the author at each of many places, the features chosen another way at each. */
async function faultsEverywhere(text: string, prices?: string): Promise<readonly Fault[]> {
  const step = Math.max(1, Math.floor(text.length / 11));
  const places = Array.from({ length: Math.floor(text.length / step) + 1 }, (_, count) => count * step);
  const files = filesWith(prices);
  const faults: Fault[] = [];
  for (const [chance, at] of places.entries())
    faults.push(...(await faultsOf({ origin: "found", text, at, files, chance })));
  return faults;
}

const found = readdirSync(folder).filter((file) => file.endsWith(".note"));

test.each(found)("%s, in which a fault was found, has none", async (file) => {
  const text = readFileSync(new URL(file, folder), "utf8");
  expect(await faultsEverywhere(text)).toEqual([]);
});

test("the price files in which a fault was found have none", async () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".csv"))) {
    const text = 'note "N" {\n  principal $5\n}\nmarket {\n  prices from "a.csv"\n}\n';
    expect(await faultsEverywhere(text, readFileSync(new URL(file, folder), "utf8"))).toEqual([]);
  }
});

test("some drafts of all families have no fault", async () => {
  const drafts = Array.from({ length: 120 }, (_, index) => draftAt(2, index));
  const faults: object[] = [];
  for (const draft of drafts)
    faults.push(...(await faultsOf(draft)).map((fault) => ({ ...fault, draft: draft.origin })));
  expect(faults).toEqual([]);
});
