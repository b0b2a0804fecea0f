import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { docsUrl, homepage } from "../server/src/catalog/docs.ts";
import { codes } from "../server/src/checks/codes.ts";

/** What is in the package, as its list says. */
const shipped = readFileSync(".vscodeignore", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("!"))
  .map((line) => new RegExp(`^${line.slice(1).replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`));
const isShipped = (path: string): boolean =>
  existsSync(path) && shipped.some((pattern) => pattern.test(path));

/** The pages, and what they lead to, from the README and the list of findings on. */
function reached(): Map<string, string> {
  const waiting: [string, string][] = [
    ["README.md", ""],
    ["docs/rules/README.md", ""],
  ];
  const seen = new Map<string, string>();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [path, from] = next;
    if (seen.has(path)) continue;
    seen.set(path, from);
    if (!path.endsWith(".md") || !existsSync(path)) continue;
    const prose = readFileSync(path, "utf8").replace(/^```[\s\S]*?^```/gm, "");
    for (const [, link = ""] of prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g))
      if (!/^[a-z]+:/.test(link)) waiting.push([new URL(link, `x:/${path}`).pathname.slice(1), path]);
  }
  return seen;
}

test("every page and picture that a page leads to comes with the extension", () => {
  const missing = [...reached()].filter(([path]) => path !== "examples" && !isShipped(path));
  expect(missing).toEqual([]);
});

test("the page of every code that a finding may have comes with the extension", () => {
  const pages = codes.map(({ page }) => docsUrl(page).slice(`${homepage}/blob/main/`.length));
  expect(pages.filter((page) => !isShipped(page))).toEqual([]);
  expect(new Set(pages).size).toBeGreaterThan(150);
});

test("what the manifest and its walkthrough show comes with the extension", () => {
  const { icon, contributes } = JSON.parse(readFileSync("package.json", "utf8"));
  const pictures = contributes.walkthroughs.flatMap(({ steps }: { steps: { media: { image: string } }[] }) =>
    steps.map(({ media }) => media.image),
  );
  const icons = Object.values(contributes.languages[0].icon as Record<string, string>);
  const all: string[] = [icon, ...pictures, ...icons.map((path) => path.replace("./", ""))];
  expect(all.length).toBeGreaterThan(7);
  expect(all.filter((path) => !isShipped(path))).toEqual([]);
});
