import type { IToken } from "chevrotain";
import { CompletionItemKind } from "vscode-languageserver-types";
import { monthNames } from "../base/months.ts";
import { chosen, type Value } from "../catalog/value.ts";
import { allowableCodes } from "../checks/codes.ts";
import type { Analysis } from "../document/analysis.ts";
import { formulas } from "../finance/formulas.ts";
import { expectedAfter } from "../syntax/expected.ts";
import { conditionWords, keywordText, MeasureName, MonthName, wordsOfKeyword } from "../syntax/keywords.ts";
import { measures } from "../syntax/measures.ts";
import type { PhraseRule } from "../syntax/phrase-grammar.ts";
import { readPhrase } from "../syntax/phrases.ts";
import { plain } from "../syntax/plain.ts";
import { Dollar, NumberToken, Percent, Quoted, tokenize, Word } from "../syntax/tokens.ts";
import { wordOf } from "../syntax/vocabulary.ts";
import type { Offer } from "./offers.ts";

/** A word, or several that belong together, that may stand next. */
export interface WordItem {
  readonly word: string;
  readonly detail?: string;
  /** What else is read as the same word. */
  readonly forms?: readonly string[];
}

/** What may stand next in a value, after the words that are finished. */
export function wordsOfValue(value: Value, complete: readonly IToken[], analysis: Analysis): WordItem[] {
  switch (value.form) {
    case "phrase":
      return [
        ...wordsOfRule(value.rule, complete, analysis),
        ...conditionItems(value.rule, complete, analysis),
      ];
    case "definition":
      return wordsOfRule("price", complete, analysis);
    case "choice":
      return complete.length === 0 ? value.choices.map(({ word, means }) => wordItem(word, means)) : [];
    case "tagged":
      return [
        ...wordsOfValue(value.value, complete, analysis),
        ...(complete.length > 0 && readsWhole(value.value, complete)
          ? value.tags.map(({ word, means }) => wordItem(word, means))
          : []),
      ];
    case "either":
      return Object.values(value.values).flatMap((one) => wordsOfValue(one, complete, analysis));
    case "currency":
      return ["USD", "CAD", "EUR", "GBP"].map((code) => wordItem(code, "currency"));
    case "allowance":
      return complete.length === 0
        ? allowableCodes.map(({ code, title }) => wordItem(code, title))
        : [wordItem("because", "the reason, in quotes")];
    case "heading":
      return headingItems(value.behind, complete, analysis);
    case "source":
      return complete.length === 0 ? [wordItem('from "', value.says)] : [];
    case "happening":
      return complete.length === 1
        ? [wordItem("on", "its day")]
        : wordsOfRule("date", complete.slice(2), analysis);
    case "expectation":
      return complete.length === 0
        ? formulas.map(({ label, kind }) => wordItem(label, kind))
        : ["at most", "at least", "exactly"].map((words) => wordItem(words, "then a value"));
    case "name":
    case "text":
    case "flag":
    case "block":
      return [];
  }
}

/** The notes of the file, behind the words that name one where those are not written yet. */
function headingItems(
  behind: "for" | "based on",
  complete: readonly IToken[],
  analysis: Analysis,
): WordItem[] {
  const words = behind.split(" ");
  const last = complete.slice(-words.length);
  const said = last.length === words.length && last.every((token, at) => wordOf(token) === words[at]);
  const detail = behind === "for" ? "the note that it is for" : "the form that it is based on";
  return analysis.notes.map(({ note }) => wordItem(`${said ? "" : `${behind} `}"${note.name}"`, detail));
}

/** Behind a value that is complete, the conditions under which the clause may be said again. */
function conditionItems(
  rule: PhraseRule,
  complete: readonly IToken[],
  analysis: Analysis,
): readonly WordItem[] {
  const at = complete.findIndex(
    (token, index) =>
      token.tokenType === Word && conditionWords.has(wordOf(token)) && reads(rule, complete.slice(0, index)),
  );
  const valueGoesOn = !reads(rule, complete) && expectedAfter(rule, plain(complete).tokens).size > 0;
  if (at > 0 && !valueGoesOn) return wordsOfRule("condition", complete.slice(at), analysis);
  return reads(rule, complete) ? conditions : [];
}

const conditions: readonly WordItem[] = [
  wordItem("until", "said again, up to a day"),
  wordItem("from", "said again, from a day on"),
  wordItem("on", "said again, on an event"),
  wordItem("unless", "said again, unless something happens"),
];

function reads(rule: PhraseRule, tokens: readonly IToken[]): boolean {
  return tokens.length > 0 && readPhrase(rule, tokens, 0).phrase !== undefined;
}

/** Whether words are a value of a kind as they stand. */
export function readsWhole(value: Value, tokens: readonly IToken[]): boolean {
  switch (value.form) {
    case "phrase":
      return reads(value.rule, tokens);
    case "choice":
      return chosen(value.choices, tokens.map(({ image }) => image).join(" ")) !== undefined;
    case "tagged":
      return readsWhole(value.value, tokens);
    case "either":
      return Object.values(value.values).some((one) => readsWhole(one, tokens));
    case "definition":
      return (["price", "amount", "rate", "date"] as const).some((rule) => reads(rule, tokens));
    default:
      return tokens.length > 0;
  }
}

/** The rule by which the alternatives in a value's braces read. */
export function groupRule(value: Value): PhraseRule | undefined {
  if (value.form === "definition") return "price";
  if (value.form === "tagged") return groupRule(value.value);
  if (value.form === "either") return Object.values(value.values).map(groupRule).find(Boolean);
  if (value.form !== "phrase") return undefined;
  return value.rule === "trigger" ? "price" : value.rule;
}

/** What may stand next by a rule of the phrase grammar. */
export function wordsOfRule(rule: PhraseRule, complete: readonly IToken[], analysis: Analysis): WordItem[] {
  const kind = rule === "scheduleRow" ? "row" : "value";
  const expected = expectedAfter(rule, plain(complete, kind).tokens);
  const items: WordItem[] = [];
  for (const type of expected) {
    const word = keywordText(type);
    if (word !== undefined) items.push({ word: inNumber(word, complete), forms: wordsOfKeyword(type) });
    if (type === MeasureName) items.push(...measures.map(({ id, summary }) => wordItem(id, summary)));
    if (type === MonthName) items.push(...monthNames.map((month) => wordItem(month, "")));
    if (type === Quoted) items.push(...termItems(analysis));
    if (type === Dollar) items.push(wordItem("$", "a sum of money"));
    if (type === Percent) items.push(wordItem("%", "percent"));
  }
  return items;
}

/** `on prior trading day`, but `over prior 5 trading days`. */
function inNumber(word: string, complete: readonly IToken[]): string {
  const [before, last] = complete.slice(-2);
  const one = word === "days" && last !== undefined && kindsOfDay.has(wordOf(last));
  return one && before?.tokenType !== NumberToken ? "day" : word;
}

const kindsOfDay: ReadonlySet<string> = new Set(["trading", "business"]);

function termItems(analysis: Analysis): WordItem[] {
  const names = analysis.notes.flatMap(({ surroundings }) =>
    [...surroundings.terms.values()].map(({ name }) => name),
  );
  return [...new Set([...names, ...[...analysis.top.terms.values()].map(({ name }) => name)])].map((name) =>
    wordItem(`"${name}"`, "defined term"),
  );
}

function wordItem(word: string, detail: string): WordItem {
  return { word, detail };
}

/** A number that is being typed, with what belongs to it: `$130,000`, `65%`, `10 trading days`. */
export function unitsAfter(
  typed: string,
  words: (tokens: readonly IToken[]) => readonly WordItem[],
): Offer[] {
  const number = /(?<![\d.,$€£¥/-])[\d.,]*\d$/.exec(typed)?.[0];
  if (number === undefined) return [];
  const before = words(tokenize(typed.slice(0, -number.length)).tokens);
  const behind = words(tokenize(typed).tokens);
  const withUnit = [
    ...before.filter(({ word }) => word === "$").map(({ detail }) => ({ label: `$${number}`, detail })),
    ...behind.filter(({ word }) => word === "%").map(({ detail }) => ({ label: `${number}%`, detail })),
    ...behind
      .filter(({ word }) => units.has(word))
      .map(({ word, detail }) => ({ label: `${number} ${word}`, detail })),
  ];
  return withUnit.map(({ label, detail }) => ({
    label,
    kind: CompletionItemKind.Unit,
    ...(detail ? { detail } : {}),
    replaces: number.length,
    filter: number,
  }));
}

const units: ReadonlySet<string> = new Set([
  "days",
  "weeks",
  "months",
  "years",
  "points",
  "times",
  "trading",
  "million",
]);
