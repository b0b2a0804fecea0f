import { expect, test } from "vitest";
import { designation, readSentence, sentenceOf, theNote } from "../server/src/catalog/sentences.ts";
import { allClauses } from "../server/src/catalog/vocabulary.ts";

const said = allClauses().filter(({ path, spec }) => path.startsWith("note/") && spec.said);

/** What is known of the market and played in scenarios is no term, nor what only tools read; a definition says itself. */
const unsaid = /^note\/(market|scenario|allow|term)\b/;

test("every term of a note has its place in documents", () => {
  const missing = allClauses().filter(
    ({ path, spec }) => path.startsWith("note/") && !unsaid.test(path) && !spec.said,
  );
  expect(missing.map(({ path }) => path)).toEqual([]);
});

test.each(said.map((one) => [one.path, one] as const))(
  "%s is read back from its sentences",
  (path, { spec }) => {
    const outer = allClauses().find((one) => one.path === path.slice(0, path.lastIndexOf("/")));
    const it = designation(outer?.spec.said, undefined, theNote);
    const words = spec.example.slice(spec.example.indexOf(" ") + 1);
    const ways = [
      ...(spec.said?.says === undefined || spec.said.says.indexOf("{}") < 0
        ? []
        : [{ kind: "words", words } as const]),
      { kind: "none", condition: "" } as const,
      { kind: "none", condition: "on event of default" } as const,
      ...Object.keys(spec.said?.each ?? {}).flatMap((word) => [
        { kind: "choice", word, condition: "" } as const,
        { kind: "choice", word, condition: "after maturity" } as const,
      ]),
    ];
    for (const stated of ways) {
      const sentence = sentenceOf(spec, stated, it) ?? "";
      expect(sentence).toMatch(/^["A-Z].*\.$/);
      expect(sentence).not.toMatch(/[{}]/);
      const read = readSentence(sentence);
      expect({ sentence, read: read?.stated, path: read?.path }).toEqual({ sentence, read: stated, path });
    }
  },
);

test("a tranche by its name", () => {
  const tranche = allClauses().find(({ path }) => path === "note/tranche")?.spec;
  const principal = allClauses().find(({ path }) => path === "note/tranche/principal")?.spec;
  const it = designation(tranche?.said, "First", theNote);
  const sentence = principal && sentenceOf(principal, { kind: "words", words: "$220,000" }, it);
  expect(sentence).toBe("The principal amount of tranche “First” is $220,000.");
  expect(readSentence(sentence ?? "")).toEqual({
    path: "note/tranche/principal",
    of: "First",
    stated: { kind: "words", words: "$220,000" },
    open: false,
  });
});
