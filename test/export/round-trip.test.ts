import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { allClauses } from "../../server/src/catalog/vocabulary.ts";
import { analyse } from "../../server/src/document/analysis.ts";
import { html } from "../../server/src/export/html.ts";
import { pageOf } from "../../server/src/export/note-page.ts";
import { meaningOf } from "../../server/src/export/prose.ts";
import { word } from "../../server/src/export/word.ts";
import { evaluate } from "../../server/src/finance/engine/formula.ts";
import { formulas } from "../../server/src/finance/formulas.ts";
import type { BoundNote } from "../../server/src/note/bound.ts";
import { isWaiting } from "../../server/src/quantity/figure.ts";
import { plainValue } from "../../server/src/quantity/format.ts";
import { draftOf } from "../../server/src/reading/draft.ts";
import { textOf } from "../../server/src/reading/papers.ts";
import { readPaper } from "../../server/src/reading/reading.ts";
import { spanOf } from "../../server/src/syntax/tokens.ts";
import type { Block } from "../../server/src/syntax/tree.ts";
import { allSheets } from "../support/documents.ts";

const specs = new Map(allClauses().map(({ path, spec }) => [path, spec]));

/** What is known of the market, played in scenarios or says where the sheet comes from is no term of a document. */
const noTerms = /^note\/(?:market|scenario|allow|source)\b/;

function plain(text: string): string {
  return text.replace(/[“”„]/g, '"').replace(/\s+/g, " ").replace(/\.$/, "").trim().toLowerCase();
}

/** Each clause of a note with what it means, and each line of a block of lines; the same for sheets that say the same. */
function clausesOf({ clause, tree }: BoundNote): string[] {
  return within(clause.block, "note", "", tree.text).sort();
}

function within(block: Block | undefined, path: string, part: string, text: string): string[] {
  return (block?.clauses ?? []).flatMap((inner) => {
    const own = `${path}/${inner.match?.id ?? ""}`;
    const spec = specs.get(own);
    if (!spec || noTerms.test(own)) return [];
    const last = inner.phrase.at(-1);
    const words = text.slice(inner.name.end, last ? spanOf(last).end : inner.name.end).trim();
    if (inner.block && spec.block?.content === "clauses")
      return within(inner.block, own, spec.value.form === "heading" ? plain(words) : part, text);
    if (inner.block)
      return inner.block.clauses.map(
        ({ span }) => `${own} ${part} line ${plain(text.slice(span.start, span.end))}`,
      );
    const free = spec.value.form === "text" || spec.value.form === "name";
    const name = spec.value.form === "definition" ? plain(text.slice(inner.name.start, inner.name.end)) : "";
    const words2 = spec.value.form === "text" ? text.slice(inner.name.end, inner.span.end) : words;
    return [`${own} ${part} ${name} ${free ? plain(words2) : (meaningOf(spec, words) ?? plain(words))}`];
  });
}

interface Trip {
  readonly sheet: string;
  readonly expected: readonly string[];
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

async function trips(write: (page: ReturnType<typeof pageOf>) => Promise<Uint8Array>): Promise<Trip[]> {
  const all: Trip[] = [];
  for (const { name, analysis } of allSheets()) {
    const paper = await textOf(await write(pageOf(analysis)));
    if ("unusable" in paper) throw new Error(paper.unusable);
    const draft = draftOf(readPaper(paper.text), "summary");
    const back = analyse(draft, undefined).notes.map(({ note }) => note);
    for (const [index, { note }] of analysis.notes.entries()) {
      const expected = clausesOf(note);
      const found = back[index] ? clausesOf(back[index]) : [];
      const missing = withoutEach(expected, found);
      all.push({ sheet: `${name}, ${note.name}`, expected, missing, added: withoutEach(found, expected) });
    }
  }
  return all;
}

function withoutEach(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const writers = {
  Word: word,
  HTML: async (page: ReturnType<typeof pageOf>) => new TextEncoder().encode(html(page)),
} as const;

test.each(Object.entries(writers))(
  "a summary written to %s reads back as the sheet",
  async (format, write) => {
    const all = await trips(write);
    const expected = all.flatMap((trip) => trip.expected).length;
    const missing = all.flatMap((trip) =>
      trip.missing.map((clause) => `${trip.sheet}: ${clause.slice(0, 200)}`),
    );
    const added = all.flatMap((trip) => trip.added.map((clause) => `${trip.sheet}: ${clause.slice(0, 200)}`));
    const share = (100 * (expected - missing.length)) / expected;
    console.info(
      [
        `${format}: ${all.length} notes, ${expected - missing.length} of ${expected} clauses come back the same (${share.toFixed(1)} %)`,
        ...missing.map((one) => `  missing: ${one}`),
        ...added.map((one) => `  added:   ${one}`),
      ].join("\n"),
    );
    expect(expected).toBeGreaterThan(700);
    expect(share).toBeGreaterThanOrEqual(99);
    expect(added).toEqual([]);
  },
  120_000,
);

/** Filings that lie beside the project, where it is worked on. */
const filings = fileURLToPath(new URL("../../../shared/filings/", import.meta.url));

test.skipIf(!existsSync(filings))(
  "what is read of a filing goes out to Word and comes back the same",
  async () => {
    for (const file of readdirSync(filings)) {
      const text = draftOf(readPaper(readFileSync(join(filings, file), "utf8")), file);
      const read = analyse(text, undefined);
      const paper = await textOf(await word(pageOf(read)));
      if ("unusable" in paper) throw new Error(paper.unusable);
      const [before] = read.notes;
      const [after] = analyse(draftOf(readPaper(paper.text), "summary"), undefined).notes;
      if (!before || !after) throw new Error(`${file}: no note`);
      expect(clausesOf(before.note).length).toBeGreaterThan(9);
      expect(clausesOf(after.note)).toEqual(clausesOf(before.note));
    }
  },
);

/** The Exchange Note of the filing with its market and scenario, as its document reads back. */
test("the Exchange Note comes back from Word with the figures of its hover", async () => {
  const { text, analysis } = allSheets().find(({ name }) => name === "examples/exchange-note.note") ?? {};
  if (text === undefined || !analysis) throw new Error("no example");
  const paper = await textOf(await word(pageOf(analysis)));
  if ("unusable" in paper) throw new Error(paper.unusable);
  const around = text.slice(text.indexOf("market {"));
  const [note] = analyse(`${draftOf(readPaper(paper.text), "summary")}\n${around}`, undefined).notes;
  const [played] = note?.played ?? [];
  const shown = ["conversion-price", "conversion-shares"].map((id) => {
    const formula = formulas.find((one) => one.id === id);
    const result = formula && played && evaluate(formula, played);
    return result && !isWaiting(result) ? plainValue(result) : "waits";
  });
  expect(shown).toEqual(["0.001955", "481227621"]);
});

test("a summary that was edited reads as it stands, and what is no clause stays as a comment", () => {
  const edited = [
    "This is a summary of the terms of the “Bridge Note” (the “Note”).",
    "Mr. A. Smith & Co. Inc. (the “Company”) is the issuer of the Note. The Note bears interest at a rate of ten percent (10%) per annum. The parties dined together in St. Louis.",
    "Term sheet",
    "Interest Rate\t12% per annum",
  ].join("\n\n");
  const draft = draftOf(readPaper(edited), "edited.docx");
  expect(draft).toMatch(/^note "Bridge Note" \{/);
  expect(draft).toContain('issuer  "Mr. A. Smith & Co. Inc."');
  expect(draft).toMatch(/rate {2}ten percent \(10%\) per annum/);
  expect(draft).toContain("// parties dined together in St. Louis");
  expect(draft).not.toContain("12%");
});
