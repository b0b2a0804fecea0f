import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from "vscode-textmate";
import type { BlockSpec } from "../server/src/catalog/clause.ts";
import { file } from "../server/src/catalog/note.ts";
import { allClauses, type PlacedClause } from "../server/src/catalog/vocabulary.ts";
import { ownWords } from "../server/src/checks/own-words.ts";
import { analyse } from "../server/src/document/analysis.ts";
import { completion } from "../server/src/features/completion.ts";
import { hover } from "../server/src/features/hover.ts";
import { referencePage } from "../server/src/render/reference.ts";
import { textMateGrammar } from "../server/src/render/textmate.ts";

/** Everything that an editor says of a clause comes from its one entry in the catalog. */
const clauses = allClauses();

/** A sheet that holds the clause's example where it belongs, and where its name begins. */
function sheetWith({ spec, path }: PlacedClause): { text: string; line: number } {
  const ids = path.split("/");
  const opening: string[] = [];
  let block: BlockSpec = file;
  for (const id of ids.slice(0, -1)) {
    const outer = block.clauses[id];
    if (!outer?.block) throw new Error(`${path} has no block ${id}`);
    opening.push(`${outer.example} {`);
    block = outer.block;
  }
  const example = spec.block ? `${spec.example} {\n}` : spec.example;
  return { text: [...opening, example, ...opening.map(() => "}")].join("\n"), line: opening.length };
}

describe.each(clauses.map((clause) => [clause.path, clause] as const))("the clause %s", (path, clause) => {
  const { spec, block } = clause;
  const [name] = spec.names;
  const { text, line } = sheetWith(clause);

  it("opens a block that goes by its name", () => {
    expect(spec.block?.title ?? name).toBe(name);
  });

  if (path.startsWith("note/") && !spec.block && spec.value.form === "text")
    it("is among the note's own words", () => {
      const note = analyse(text, undefined).notes[0]?.note;
      expect(note && ownWords(note)).toMatchObject([{ path, text: spec.example }]);
    });

  it("reads its own example", () => {
    const analysis = analyse(text, undefined);
    const shape = analysis.pieces.flatMap(({ bound }) => bound.problems);
    const own = shape.filter(
      ({ code, span }) =>
        code !== "clause-missing" && text.slice(0, span.start).split("\n").length - 1 === line,
    );
    expect(own.map(({ message }) => message)).toEqual([]);
  });

  it("has a hover that begins or goes on with its summary", () => {
    expect(hover(analyse(text, undefined), { line, character: 1 })?.markdown).toContain(
      spec.summary.replace(/`/g, "\\`"),
    );
  });

  it("is offered where it may stand", () => {
    if (name.startsWith('"')) return;
    const lines = text.split("\n");
    const empty = [...lines.slice(0, line), "", ...lines.slice(line + (spec.block ? 2 : 1))].join("\n");
    const offered = completion(analyse(empty, undefined), { line, character: 0 });
    const item = offered.find(({ label }) => label === name);
    expect(item, `${name} in ${block.title}`).toBeDefined();
    expect(JSON.stringify(item?.documentation)).toContain(JSON.stringify(spec.summary).slice(1, -1));
  });

  it("stands in the reference with its example", () => {
    const reference = referencePage();
    expect(reference).toContain(`### ${name}`);
    expect(reference).toContain(spec.summary);
    expect(reference).toContain(spec.example);
    expect(path).not.toBe("");
  });
});

describe("the TextMate grammar", () => {
  let grammar: IGrammar | null = null;

  beforeAll(async () => {
    const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
    await loadWASM(readFileSync(wasm).buffer as ArrayBuffer);
    const registry = new Registry({
      onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
      loadGrammar: async () => parseRawGrammar(JSON.stringify(textMateGrammar()), "note-terms.json"),
    });
    grammar = await registry.loadGrammar("source.note-terms");
  });

  function scopesOf(line: string): [string, string][] {
    const { tokens } = grammar?.tokenizeLine(line, INITIAL) ?? { tokens: [] };
    return tokens.map(({ startIndex, endIndex, scopes }) => [
      line.slice(startIndex, endIndex),
      scopes.at(-1) ?? "",
    ]);
  }

  it.each(
    clauses
      .filter(({ spec }) => !spec.names[0].startsWith('"'))
      .map(({ path, spec }) => [path, spec] as const),
  )("colours the name of %s", (_, spec) => {
    const scope = spec.block ? "keyword.control.block.note-terms" : "variable.other.property.note-terms";
    const line = spec.block ? `  ${spec.example} {` : `  ${spec.example}`;
    expect(scopesOf(line)).toContainEqual([spec.names[0], scope]);
  });

  it("colours numbers, measures, words and text", () => {
    const scopes = scopesOf(
      '  price  65% of average of 3 lowest closing bids over prior 10 trading days // "so"',
    );
    expect(scopes).toContainEqual(["65%", "constant.numeric.note-terms"]);
    expect(scopes).toContainEqual(["closing bids", "support.constant.measure.note-terms"]);
    expect(scopes).toContainEqual(["lowest", "keyword.operator.word.note-terms"]);
    expect(scopes.at(-1)?.[1]).toBe("comment.line.double-slash.note-terms");
    expect(scopesOf("  principal  $840,000.00")).toContainEqual([
      "$840,000.00",
      "constant.numeric.note-terms",
    ]);
    expect(scopesOf('  issuer  "Example Corp."')).toContainEqual([
      '"Example Corp."',
      "string.quoted.double.note-terms",
    ]);
  });
});
