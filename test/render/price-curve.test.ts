import { expect, test } from "vitest";
import { hover } from "../../server/src/features/hover.ts";
import type { Ground } from "../../server/src/render/chart.ts";
import { positionOf } from "../support/carets.ts";
import { convertible, read, scenario } from "../support/sheets.ts";

const lowest = "lowest of { 85% of VWAP on prior trading day; $0.003 }";
const outstanding = "market {\n  outstanding 1,000,000,000 shares\n}\n";
const range = scenario("2024-12-06", "price from $0.0005 to $0.01");
const ranged =
  convertible(lowest, "    amount principal\n    ownership limit 4.99% after issuance") + outstanding + range;

function hoverOn(text: string, pictures?: Ground): string {
  const at = positionOf(text, text.indexOf("price from") + 1);
  return hover(read(text), at, { pictures })?.markdown ?? "";
}

function pictureIn(markdown: string): string {
  const [, data = ""] = /!\[[^\]]+\]\(data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)\)/.exec(markdown) ?? [];
  return atob(data);
}

/** The points of each curve. */
function curvesIn(svg: string): number[][][] {
  return [...svg.matchAll(/class="curve" d="M([^"]+)"/g)].map(([, points = ""]) =>
    points.split("L").map((point) => point.split(",").map(Number)),
  );
}

test("an editor that shows pictures gets the curves with titles, units and the price where another alternative decides", () => {
  const markdown = hoverOn(ranged, "light");
  const svg = pictureIn(markdown);
  expect(svg).toMatch(/^<svg [^>]+>.*<\/svg>$/s);
  for (const words of [
    "conversion price a share",
    "ownership after conversion",
    "market price a share",
    "$0.0005",
    "$0.01",
    // 100,000 ÷ 0.000425 = 235,294,117 of 1,235,294,117 shares are 19.05 %.
    "20 %",
  ])
    expect(svg).toContain(`>${words}<`);
  // 0.003 ÷ 85 %
  expect(svg).toContain(">$0.00353<");
  expect(markdown).toContain("another alternative decides, $0.0035294118.");
  expect(markdown).not.toContain("█");
});

test("the curve turns at the crossing", () => {
  const [price = [], owned = []] = curvesIn(pictureIn(hoverOn(ranged, "light")));
  const [first = [], last = []] = [price[0], price.at(-1)];
  const part = ([x = 0]: number[]): number => (x - (first[0] ?? 0)) / ((last[0] ?? 0) - (first[0] ?? 0));
  // Equal steps are equal factors: ln(0.0035294118 ÷ 0.0005) ÷ ln(0.01 ÷ 0.0005) = 0.6523.
  const turn = price.findIndex((point) => Math.abs(part(point) - 0.6523) < 0.002);
  expect(turn).toBeGreaterThan(0);
  // From there on the price is $0.003, and the part owned stays.
  for (const curve of [price, owned]) expect(new Set(curve.slice(turn).map(([, y]) => y)).size).toBe(1);
  expect(price[turn - 1]?.[1]).toBeGreaterThan(price[turn]?.[1] ?? 0);
  expect(owned[turn - 1]?.[1]).toBeLessThan(owned[turn]?.[1] ?? 0);
});

test("without shares outstanding the value is drawn, and without a crossing nothing is marked", () => {
  const markdown = hoverOn(
    convertible("85% of VWAP on prior trading day", "    amount principal") + range,
    "light",
  );
  expect(pictureIn(markdown)).toContain(">value of the shares<");
  expect(markdown).not.toContain("Dashed");
});

test("where pictures are not shown there is a bar a row", () => {
  const markdown = hoverOn(ranged);
  expect(markdown).not.toContain("data:");
  expect(markdown).toContain("█");
});

test("the picture is a well-formed text of its own, in ASCII", () => {
  const euro = ranged
    .replaceAll("$", "EUR ")
    .replace('note "Example Note" {', 'note "Example Note" {\n  currency EUR');
  for (const text of [ranged, euro]) {
    const svg = pictureIn(hoverOn(text, "light"));
    expect(svg).toMatch(/^[\x20-\x7e]+$/);
    const open: string[] = [];
    for (const [, close, name = "", own] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (own === "/") continue;
      if (close === "/") expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
    expect(svg).not.toContain("NaN");
  }
});

test("the picture lies on a ground like the editor's", () => {
  const [light, dark] = (["light", "dark"] as const).map((ground) => pictureIn(hoverOn(ranged, ground)));
  expect(light).toContain(".ground{fill:#f8f8f8}");
  expect(dark).toContain(".ground{fill:#1f1f1f}");
  expect(curvesIn(dark ?? "")).toEqual(curvesIn(light ?? ""));
});
