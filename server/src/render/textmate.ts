import type { ClauseSpec } from "../catalog/clause.ts";
import { allClauses } from "../catalog/vocabulary.ts";
import { measureNames, phraseKeywords, wordsOfKeyword } from "../catalog/words.ts";

/** A TextMate grammar as its JSON file has it. */
export interface TextMateGrammar {
  readonly name: string;
  readonly scopeName: string;
  readonly patterns: readonly object[];
  readonly repository: Readonly<Record<string, object>>;
}

/**
 * The colours of an editor that does not ask the server, or not yet: made of the catalog and the phrase grammar's own
 * words, so that a clause is coloured as soon as it is known. A name has the scope that editors take for the server's
 * “property”, so that its colour stays when the answer comes, and is the same in the examples of hovers.
 */
export function textMateGrammar(): TextMateGrammar {
  const specs = allClauses().map(({ spec }) => spec);
  const blocks = specs.filter(({ block }) => block);
  const plain = specs.filter(({ block }) => !block);
  return {
    name: "Note Terms",
    scopeName: "source.note-terms",
    patterns: [
      "comments",
      "strings",
      "freeText",
      "blocks",
      "clauses",
      "numbers",
      "measures",
      "choices",
      "words",
      "brackets",
    ].map((rule) => ({ include: `#${rule}` })),
    repository: {
      comments: {
        patterns: [
          { name: "comment.line.double-slash.note-terms", match: "//.*$" },
          { name: "comment.block.note-terms", begin: "/\\*", end: "\\*/" },
        ],
      },
      strings: { name: "string.quoted.double.note-terms", match: '["“”„][^"“”„]*["“”„]?' },
      freeText: freeText(blocks),
      bracesInText: {
        begin: "\\{",
        end: "\\}",
        patterns: [{ include: "#comments" }, { include: "#bracesInText" }],
      },
      blocks: atStart(blocks, "keyword.control.block.note-terms", longerThan(blocks, plain)),
      clauses: atStart(plain, "variable.other.property.note-terms"),
      numbers: {
        name: "constant.numeric.note-terms",
        match: `\\d{4}-\\d{1,2}-\\d{1,2}|\\d+E?/\\d+|(?:[A-Z]{3} )?(?:\\$ ?)?(?:\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)(?: ?%)?|(?i:\\b(?:${months})\\b)`,
      },
      measures: { name: "support.constant.measure.note-terms", match: words([...measureNames.keys()]) },
      choices: {
        name: "constant.language.note-terms",
        match: words(["none", ...specs.flatMap(choiceWords)]),
      },
      words: {
        name: "keyword.operator.word.note-terms",
        match: words(phraseKeywords.flatMap(wordsOfKeyword)),
      },
      brackets: { name: "punctuation.definition.open.note-terms", match: "[\\[\\]|]" },
    },
  };
}

const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

/** Blocks whose lines are free text: nothing in them is a number or a word of the language. */
function freeText(blocks: readonly ClauseSpec[]): object {
  const names = blocks.filter(({ block }) => block?.content === "text").flatMap((spec) => spec.names);
  return {
    begin: `(?i)^[ \\t]*(${alternatives(names)})[ \\t]*(\\{)`,
    beginCaptures: { 1: { name: "keyword.control.block.note-terms" } },
    end: "\\}",
    contentName: "string.unquoted.note-terms",
    patterns: [{ include: "#comments" }, { include: "#bracesInText" }],
  };
}

/** Names where a clause may begin: at a line's start, or behind `;` and a brace. */
function atStart(specs: readonly ClauseSpec[], scope: string, others: readonly string[] = []): object {
  const names = specs.flatMap((spec) => spec.names).filter((name) => !name.startsWith('"'));
  const butNot = others.length === 0 ? "" : `(?!(?:${alternatives(others)})(?![\\w-]))`;
  return {
    match: `(?i)(?:^|(?<=[;{}]))[ \\t]*${butNot}(${alternatives(names)})(?![\\w-])`,
    captures: { 1: { name: scope } },
  };
}

/** Names that begin with a whole other name: `exchange cap` is no `exchange`. */
function longerThan(short: readonly ClauseSpec[], long: readonly ClauseSpec[]): string[] {
  const starts = short.flatMap((spec) => spec.names);
  return long
    .flatMap((spec) => spec.names)
    .filter((name) => starts.some((start) => name.startsWith(`${start} `)));
}

function choiceWords({ value }: ClauseSpec): readonly string[] {
  return value.form === "choice" ? value.choices.map(({ word }) => word) : [];
}

function words(list: readonly string[]): string {
  return `(?i)(?<![\\w/-])(?:${alternatives(list)})(?![\\w/-])`;
}

/** The longest first, so that no name hides behind a shorter one. */
function alternatives(list: readonly string[]): string {
  const unique = [...new Set(list)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return unique.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|");
}
