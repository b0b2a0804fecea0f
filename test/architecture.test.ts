import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "server/src");

/** Lowest first: a file imports from its own layer and from those before it. */
const layers = [
  ["base"],
  ["syntax"],
  ["quantity"],
  ["catalog"],
  ["note"],
  ["market"],
  ["finance"],
  ["checks"],
  ["settings"],
  ["render"],
  ["document"],
  ["reading"],
  ["features"],
  ["export"],
  ["disk"],
  ["lsp", "cli"],
];

/** The rooms of a large layer, in the same order; what stands beside them comes last. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  finance: ["engine", "inputs", "prices", "interest", "conversion", "shares", "rounds", "money"],
};

/** Each outside package belongs to one layer, or to the two that read what others write; but for what only checks types. */
const owners: Readonly<Record<string, readonly string[]>> = {
  "fastest-levenshtein": ["base"],
  "vscode-uri": ["base"],
  chevrotain: ["syntax"],
  "decimal.js": ["quantity"],
  "temporal-polyfill": ["quantity"],
  papaparse: ["market"],
  "d3-scale": ["render"],
  "d3-shape": ["render"],
  "jsonc-parser": ["settings"],
  valibot: ["settings", "lsp"],
  "@valibot/to-json-schema": ["settings"],
  "vscode-languageserver-types": ["document", "features"],
  "vscode-languageserver": ["lsp"],
  "vscode-languageserver-textdocument": ["lsp"],
  docx: ["export"],
  fflate: ["export"],
  hucre: ["export"],
  htmlparser2: ["reading"],
  mammoth: ["reading"],
  unpdf: ["reading"],
  commander: ["cli"],
  picocolors: ["cli"],
  diff: ["cli"],
  "wrap-ansi": ["cli"],
  "string-width": ["cli"],
  tinyglobby: ["cli"],
  sarif: ["cli"],
  "node:": ["disk", "lsp", "cli"],
};

/** Packages of which nothing is shipped: types, and what the build alone needs. */
const unshipped = ["sarif", "@valibot/to-json-schema"];

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly from: string;
  /** Whether it is gone when the code runs. */
  readonly typeOnly: boolean;
  /** What is named between the braces. */
  readonly names: readonly string[];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

const importPattern =
  /^(?:import\s+|(?:import|export)\s+(?:(type)\s+)?((?:\w+|\*(?: as \w+)?|\{[^}]*\})(?:,\s*\{[^}]*\})?)\s*from\s+)"([^"]+)";/gm;

function importsOf(file: string, folder: string): Import[] {
  const text = readFileSync(file, "utf8");
  const layer = relative(folder, file).split("/")[0] ?? "";
  return [...text.matchAll(importPattern)].map(([, type, named = "", from = ""]) => {
    const names = named
      .replace(/[{}]/g, "")
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean);
    const allTypes = names.length > 0 && names.every((name) => name.startsWith("type "));
    return {
      file: relative(root, file),
      layer,
      from,
      typeOnly: type === "type" || allTypes,
      names: names.map((name) => name.replace(/^type /, "")),
    };
  });
}

const files = filesIn(source);
const imports = files.flatMap((file) => importsOf(file, source));

function rank(layer: string): number {
  return layers.findIndex((level) => level.includes(layer));
}

function targetLayer({ file, from }: Import): string {
  return relative(source, resolve(dirname(join(root, file)), from)).split("/")[0] ?? "";
}

function roomOf(file: string): string {
  return relative(source, file).split("/").slice(1, -1).join("/");
}

function packageOf(from: string): string {
  if (from.startsWith("node:")) return "node:";
  return from.startsWith("@") ? from.split("/").slice(0, 2).join("/") : (from.split("/")[0] ?? "");
}

test("every folder of the server is a layer, and every layer has files", () => {
  expect(new Set(files.map((file) => relative(source, file).split("/")[0]))).toEqual(new Set(layers.flat()));
});

test("a file imports from its own layer and from those before it", () => {
  const inner = imports.filter(({ from }) => from.startsWith("."));
  const upward = inner.filter((found) => {
    const target = targetLayer(found);
    return target !== found.layer && rank(target) >= rank(found.layer);
  });
  expect(upward.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  expect(inner.length).toBeGreaterThan(300);
});

test("prices, amounts and names are bound once: figures, rules and texts see of the syntax its trees alone", () => {
  const above = imports.filter(({ layer }) => ["finance", "checks", "render"].includes(layer));
  const ofSyntax = above.filter((found) => found.from.startsWith(".") && targetLayer(found) === "syntax");
  const astray = ofSyntax.filter(({ from, typeOnly }) => !typeOnly || !from.endsWith("/syntax/tree.ts"));
  expect(astray.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  expect(ofSyntax.length).toBeGreaterThan(5);
});

test("a room imports from itself and from those before it", () => {
  const upward = imports.flatMap((found) => {
    const order = rooms[found.layer];
    if (!order || !found.from.startsWith(".") || targetLayer(found) !== found.layer) return [];
    const [own, target] = [
      roomOf(join(root, found.file)),
      roomOf(resolve(dirname(join(root, found.file)), found.from)),
    ];
    const rankIn = (room: string): number => (order.includes(room) ? order.indexOf(room) : order.length);
    return rankIn(target) > rankIn(own) ? [`${found.file} imports ${found.from}`] : [];
  });
  expect(upward).toEqual([]);
  for (const [layer, order] of Object.entries(rooms))
    expect(order.filter((room) => !files.some((file) => file.startsWith(join(source, layer, room))))).toEqual(
      [],
    );
});

test("no file imports itself, by whatever road, when the code runs", () => {
  const next = new Map<string, string[]>();
  for (const { file, from, typeOnly } of imports) {
    if (typeOnly || !from.startsWith(".")) continue;
    const target = relative(root, resolve(dirname(join(root, file)), from));
    next.set(file, [...(next.get(file) ?? []), target]);
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file].join(" → "));
    if (at >= 0 || done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test("each outside package belongs to one layer; of chevrotain others know the type of a token", () => {
  const outer = imports.filter(({ from }) => !from.startsWith("."));
  const astray = outer.filter(({ from, layer, typeOnly, names }) => {
    if (owners[packageOf(from)]?.includes(layer)) return false;
    return !(from === "chevrotain" && typeOnly && names.every((name) => name === "IToken"));
  });
  expect(astray.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  expect(new Set(outer.map(({ from }) => packageOf(from)))).toEqual(new Set(Object.keys(owners)));
});

test("the client imports nothing of the server but types", () => {
  const client = join(root, "client/src");
  const ofServer = filesIn(client)
    .flatMap((file) => importsOf(file, client))
    .filter(({ from }) => from.includes("server/src"));
  expect(ofServer.filter(({ typeOnly }) => !typeOnly)).toEqual([]);
});

test("no file is over 300 lines", () => {
  const long = files
    .map((file) => ({ file, lines: readFileSync(file, "utf8").trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > 300);
  expect(long.map(({ file, lines }) => `${relative(root, file)}: ${lines}`)).toEqual([]);
});

test("no amount becomes a binary float where amounts are worked out", () => {
  const floats = files
    .filter((file) => ["quantity", "market", "finance"].includes(relative(source, file).split("/")[0] ?? ""))
    .filter((file) =>
      /\btoNumber\b|\bparseFloat\b|\bMath\.(pow|exp|log|sqrt)\b/.test(readFileSync(file, "utf8")),
    );
  expect(floats.map((file) => relative(root, file))).toEqual([]);
});

test("what formulas and rules see of a note is changed with withChanges, not copied", () => {
  const copied = files
    .filter((file) => ["finance", "checks"].includes(relative(source, file).split("/")[0] ?? ""))
    .filter((file) =>
      /\{ \.\.\.(\w+\.)*(note|scenario|market|clauses|inner)\b\s*[,}]/.test(readFileSync(file, "utf8")),
    );
  expect(copied.map((file) => relative(root, file))).toEqual([]);
});

test("no clock and no chance below the shells", () => {
  const clocks = files
    .filter((file) => !["disk", "lsp", "cli"].includes(relative(source, file).split("/")[0] ?? ""))
    .filter((file) =>
      /\bDate\.now\b|\bnew Date\(|\bMath\.random\b|\bperformance\.now\b/.test(readFileSync(file, "utf8")),
    );
  expect(clocks.map((file) => relative(root, file))).toEqual([]);
});

test("what is shipped carries the licence of every package in it", () => {
  const notices = readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8");
  const named = (name: string): boolean => notices.includes(`\n${name} `);
  const packages = [
    ...Object.keys(owners).filter((name) => !unshipped.includes(name)),
    "vscode-languageclient",
  ].filter((name) => !name.endsWith(":"));
  expect(packages.filter((name) => !named(name))).toEqual([]);
  expect(notices).toContain("Permission to use, copy, modify, and/or distribute this software");
  expect(
    notices
      .split(/^-{72}$/m)
      .filter((part) => part.trim().split("\n").length < 5)
      .slice(1),
  ).toEqual([]);
});
