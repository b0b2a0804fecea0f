import { expect, test } from "vitest";
import { readOpening, readSentence, summaryOpening } from "../../server/src/catalog/sentences.ts";
import { allClauses } from "../../server/src/catalog/vocabulary.ts";
import { meaningOf } from "../../server/src/export/prose.ts";
import { termsIn } from "../../server/src/export/terms.ts";
import { spanOf } from "../../server/src/syntax/tokens.ts";
import type { Block, Clause } from "../../server/src/syntax/tree.ts";
import { allSheets } from "../support/documents.ts";

const specs = new Map(allClauses().map(({ path, spec }) => [path, spec]));

/** The words behind the name of each clause that a term says, as the sheet has them, in the order of the terms. */
function wordsIn(
  block: Block | undefined,
  text: string,
  path: string,
): { readonly path: string; readonly words: string }[] {
  return (block?.clauses ?? []).flatMap((clause: Clause) => {
    const { match, phrase, name } = clause;
    const own = `${path}/${match?.id ?? ""}`;
    const spec = specs.get(own);
    if (!spec?.said) return [];
    if (clause.block && spec.block?.content === "clauses") return wordsIn(clause.block, text, own);
    const last = phrase.at(-1);
    return [{ path: own, words: last ? text.slice(name.end, spanOf(last).end).trim() : "" }];
  });
}

test("each sentence of every sheet is read back to its clause and to words of the same meaning", () => {
  const differing: string[] = [];
  let count = 0;
  for (const { name, analysis } of allSheets()) {
    for (const { note } of analysis.notes) {
      const said = wordsIn(note.clause.block, note.tree.text, "note");
      for (const { path, sentence } of termsIn(note)) {
        const spec = specs.get(path);
        const read = readSentence(sentence);
        if (
          !spec ||
          spec.value.form === "definition" ||
          (spec.block?.content === "clauses" && spec.said?.says)
        )
          continue;
        count++;
        if (read?.path !== path) differing.push(`${name}: ${sentence} (${path}, read as ${read?.path})`);
        if (
          read?.stated.kind !== "words" ||
          spec.block ||
          spec.value.form === "text" ||
          spec.value.form === "name"
        )
          continue;
        const meant = said.filter((one) => one.path === path).map(({ words }) => meaningOf(spec, words));
        const words = read.stated.words.replaceAll("[●]", "[ ]");
        if (!meant.includes(meaningOf(spec, words))) differing.push(`${name}: ${sentence}`);
      }
    }
  }
  expect(count).toBeGreaterThan(600);
  expect(differing).toEqual([]);
});

test("a summary opens with who issued the note to whom, on which day and over how much", () => {
  const known = {
    "note/issued": "December 6, 2017",
    "note/issuer": "Ascent Solar Technologies, Inc.",
    "note/holder": "BayBridge Capital Fund LP",
    "note/principal": "$840,000.00",
  };
  const sentence = summaryOpening("Exchange Note", known);
  expect(sentence).toBe(
    "On December 6, 2017, Ascent Solar Technologies, Inc. (the “Company”) issued to BayBridge Capital Fund LP (the “Holder”) a note in the principal amount of $840,000.00, the “Exchange Note” (the “Note”).",
  );
  const read = readOpening(sentence);
  expect(read?.name).toBe("Exchange Note");
  expect(Object.fromEntries(read?.said.map(({ path, words }) => [path, words]) ?? [])).toEqual(known);
});

test("where one of them is open a summary opens with the note's name alone", () => {
  const sentence = summaryOpening("Draft Note", { "note/issued": "[●]", "note/issuer": "Example Corp." });
  expect(readOpening(sentence)).toEqual({ name: "Draft Note", said: [] });
  expect(readOpening("The Note is not secured.")).toBeUndefined();
});
