import type { IToken } from "chevrotain";
import type { ClauseSpec } from "../catalog/clause.ts";
import { type Phrase, phraseOf } from "../features/format/phrase.ts";
import { wordParts } from "../features/format/wording.ts";
import { bindClause } from "../note/clause.ts";
import type { CurrencyHere } from "../note/numbers.ts";
import { reporter } from "../note/report.ts";
import { longDate, parseIsoDate } from "../quantity/date.ts";
import type { PhraseRule } from "../syntax/phrase-grammar.ts";
import { spanOf } from "../syntax/tokens.ts";
import type { Clause, Tree } from "../syntax/tree.ts";
import { phraseTokens } from "../syntax/written.ts";

/**
 * A clause's words as a document has them: the formatter's words, alternatives by labels, and the articles and small
 * numbers in words that English wants. Each change stays only where the words read to the same meaning with it.
 */
export function prose(spec: ClauseSpec, phrase: readonly IToken[], text: string): string {
  const parts = wordParts(spec, phrase, text);
  if (!parts) return onOneLine(text, phrase);
  const written: Phrase = parts.flatMap((part) =>
    "choice" in part
      ? [{ text: part.choice }]
      : (phraseOf(part.tokens, { text, comments: [], wording: part.wording }) ?? [
          { text: onOneLine(text, part.tokens) },
        ]),
  );
  const plain = inBraces(written);
  const meant = meaningOf(spec, plain);
  if (meant === undefined) return quoted(plain);
  const same = (words: string): boolean => meaningOf(spec, words) === meant;
  const start = [labelled(written, 0), plain].find(same) ?? plain;
  const { value } = spec;
  const rule = value.form === "phrase" ? value.rule : undefined;
  return touches.reduce(
    (words, touch) => {
      if (touch.rule !== undefined && touch.rule !== rule) return words;
      const touched = words.replace(touch.from, touch.to);
      return touched !== words && same(touched) ? touched : words;
    },
    spelled(withLongDates(quoted(start), same), same),
  );
}

/** The row of a schedule as a document has it. */
export function rowProse(phrase: readonly IToken[], text: string): string {
  const written = phraseOf(phrase, { text, comments: [], wording: "row" });
  return quoted(written ? inBraces(written) : onOneLine(text, phrase));
}

/** The words as they stand, on one line. */
export function onOneLine(text: string, tokens: readonly IToken[]): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return "";
  return text.slice(first.startOffset, spanOf(last).end).replace(/\s+/g, " ").trim();
}

/** Straight quotes as a document has them. */
export function quoted(words: string): string {
  return words.replace(/"([^"“”„]*)"/g, "“$1”");
}

const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** `2018-08-01` as `August 1, 2018`. */
function withLongDates(words: string, same: (words: string) => boolean): string {
  const touched = words.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (iso) => {
    const day = parseIsoDate(iso);
    return day === undefined ? iso : longDate(day);
  });
  return touched !== words && same(touched) ? touched : words;
}

/** Numbers up to ten are spelled out where they count prices or days. */
function spelled(words: string, same: (words: string) => boolean): string {
  const counts = /(?<![\d.,$-])\b([1-9]|10) (?=(?:lowest|highest|trading days?|days?|months?|years?)\b)/g;
  const touched = words.replace(counts, (_, digits: string) => `${numbers[Number(digits) - 1] ?? digits} `);
  return touched !== words && same(touched) ? touched : words;
}

interface Touch {
  readonly from: RegExp;
  readonly to: string;
  /** The kind of phrase that it is for, where it is not for all. */
  readonly rule?: PhraseRule;
}

/** What English wants beside the words of a sheet: articles, and what a percentage of shares is of. */
const touches: readonly Touch[] = [
  {
    from: /(?<!\bthe |\w )(?<=^|of |\) )\b(?=(?:lowest|highest|lesser|lower|greater|higher|earlier|earliest|later|latest|average|closing bid|VWAP|conversion price)\b)/g,
    to: "the ",
  },
  {
    from: /(?<=\b(?:of|and|or|plus|less) |^)(?=(?:\w+ )?(?:lowest|highest|lesser|lower|greater|higher|earlier|later|average)\b)/g,
    to: "the ",
  },
  { from: /\bover prior\b/g, to: "over the prior" },
  { from: /\bon prior trading day\b/g, to: "on the prior trading day" },
  { rule: "limit", from: /^([\d.]+%) (?=(?:after|before) issuance\b)/, to: "$1 of the shares outstanding " },
  { rule: "limit", from: /^([\d.]+%)$/, to: "$1 of the shares outstanding" },
  { from: /\bon event of default\b/g, to: "on an event of default" },
  { from: /\bthe the\b/g, to: "the" },
];

const labels = [
  ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)", "(viii)", "(ix)", "(x)"],
  ["(A)", "(B)", "(C)", "(D)", "(E)", "(F)", "(G)", "(H)"],
  ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
] as const;

/** Alternatives with their labels: `the lesser of (i) $1.00 and (ii) …`. */
function labelled(phrase: Phrase, depth: number): string {
  return joined(
    phrase.map((part) => {
      if ("text" in part) return part.text;
      const each = alternativesOf(part).map((one) => labelled(one, depth + 1));
      const order: readonly string[] = labels[depth] ?? [];
      if (each.length < 2 || each.length > order.length) return inBraces([part]);
      const items = each.map((words, index) => `${order[index]} ${words}`);
      const last = items.length - 1;
      return items.map((item, index) => (index === last ? `and ${item}` : item)).join(last > 1 ? ", " : " ");
    }),
  );
}

function inBraces(phrase: Phrase): string {
  return joined(
    phrase.map((part) =>
      "text" in part ? part.text : `{ ${alternativesOf(part).map(inBraces).join("; ")} }`,
    ),
  );
}

function alternativesOf(part: Exclude<Phrase[number], { readonly text: string }>): readonly Phrase[] {
  return part.alternatives.rows.flatMap(({ content }) => ("item" in content ? [content.item.phrase] : []));
}

function joined(parts: readonly string[]): string {
  return parts.reduce(
    (line, part) => (line === "" || part.startsWith(",") ? line + part : `${line} ${part}`),
    "",
  );
}

const dollars: CurrencyHere = { code: "USD", dollar: "USD", span: undefined };

/** What some words mean behind a clause's name, without their places; undefined of words that cannot be read. */
export function meaningOf(spec: ClauseSpec, words: string): string | undefined {
  const phrase = phraseTokens(words);
  const tree: Tree = { text: words, clauses: [], comments: [], problems: [] };
  const start = { start: 0, end: 0 };
  const clause: Clause = {
    match: undefined,
    named: true,
    name: start,
    phrase,
    block: undefined,
    span: { start: 0, end: words.length },
  };
  const context = { ...reporter(tree), currency: dollars };
  const { state, ...bound } = bindClause(spec, clause, context);
  if (state === "unread" || context.problems.some(({ severity }) => severity === "error")) return undefined;
  return JSON.stringify({ state, ...bound }, withoutPlaces);
}

const places = /^(?:text|words?|labels|written|clause|tree|brackets|.*span)$/i;

function withoutPlaces(key: string, value: unknown): unknown {
  if (places.test(key)) return undefined;
  return typeof value === "bigint" ? `${value}n` : value;
}
