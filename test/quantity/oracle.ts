import { readFileSync } from "node:fs";

/** The rows of a file in test/oracles, each an object by column. */
export function oracle(file: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../oracles/${file}`, import.meta.url), "utf8");
  const [header = "", ...lines] = text.trimEnd().split(/\r?\n/);
  const columns = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}
