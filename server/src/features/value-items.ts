import type { IToken } from "chevrotain";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { monthNames } from "../base/months.ts";
import type { ClauseSpec } from "../catalog/clause.ts";
import type { Value } from "../catalog/value.ts";
import { allowableCodes } from "../checks/codes.ts";
import type { Analysis } from "../document/analysis.ts";
import { formulas } from "../finance/formulas.ts";
import { expectedAfter } from "../syntax/expected.ts";
import { conditionWords, keywordText, MeasureName, MonthName } from "../syntax/keywords.ts";
import { measures } from "../syntax/measures.ts";
import type { PhraseRule } from "../syntax/phrase-grammar.ts";
import { readPhrase } from "../syntax/phrases.ts";
import { plain } from "../syntax/plain.ts";
import { Dollar, Percent, Quoted, tokenize, Word } from "../syntax/tokens.ts";
import { wordOf } from "../syntax/vocabulary.ts";

/** What may stand next behind a clause's name, after the words typed so far. */
export function valueItems(spec: ClauseSpec, rest: string, analysis: Analysis): CompletionItem[] {
  const complete = finished(rest);
  const maySayNone = complete.length === 0 && !spec.required && !withoutNone.has(spec.value.form);
  const none = maySayNone ? [wordItem("none", "there is none")] : [];
  return unique([...itemsOf(spec.value, complete, analysis), ...none]);
}

/** Clauses of which there is always something to say. */
const withoutNone: ReadonlySet<Value["form"]> = new Set(["definition", "currency", "allowance", "heading"]);

/** What may stand next among the alternatives of a clause's `lowest of { … }`. */
export function alternativeItems(spec: ClauseSpec, typed: string, analysis: Analysis): CompletionItem[] {
  const rule = groupRule(spec.value);
  return rule ? phraseItems(rule, typed, analysis) : [];
}

/** The words that may stand next in a phrase. The word under the caret is still being typed. */
export function phraseItems(rule: PhraseRule, typed: string, analysis: Analysis): CompletionItem[] {
  return ruleItems(rule, finished(typed), analysis);
}

/** The words before the one that is still being typed. */
function finished(typed: string): IToken[] {
  const { tokens } = tokenize(typed);
  return typed === "" || /\s$/.test(typed) ? tokens : tokens.slice(0, -1);
}

function itemsOf(value: Value, complete: readonly IToken[], analysis: Analysis): CompletionItem[] {
  switch (value.form) {
    case "phrase":
      return [
        ...ruleItems(value.rule, complete, analysis),
        ...conditionItems(value.rule, complete, analysis),
      ];
    case "definition":
      return ruleItems("price", complete, analysis);
    case "choice":
      return value.choices.map(({ word, means }) => wordItem(word, means));
    case "tagged":
      return [
        ...itemsOf(value.value, complete, analysis),
        ...(complete.length > 0 ? value.tags.map(({ word, means }) => wordItem(word, means)) : []),
      ];
    case "either":
      return unique(Object.values(value.values).flatMap((one) => itemsOf(one, complete, analysis)));
    case "currency":
      return ["USD", "CAD", "EUR", "GBP"].map((code) => wordItem(code, "currency"));
    case "allowance":
      return complete.length === 0 ? codeItems() : [wordItem("because", "the reason, in quotes")];
    case "heading":
      return headingItems(value.behind, complete, analysis);
    case "source":
      return complete.length === 0 ? [wordItem('from "', value.says)] : [];
    case "happening":
      return complete.length === 1
        ? [wordItem("on", "its day")]
        : ruleItems("date", complete.slice(2), analysis);
    case "expectation":
      return complete.length === 0
        ? unique(formulas.map(({ label, kind }) => wordItem(label, kind)))
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
): CompletionItem[] {
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
): readonly CompletionItem[] {
  const at = complete.findIndex(
    (token, index) =>
      token.tokenType === Word && conditionWords.has(wordOf(token)) && reads(rule, complete.slice(0, index)),
  );
  const valueGoesOn = !reads(rule, complete) && expectedAfter(rule, plain(complete).tokens).size > 0;
  if (at > 0 && !valueGoesOn) return ruleItems("condition", complete.slice(at), analysis);
  return reads(rule, complete) ? conditions : [];
}

const conditions: readonly CompletionItem[] = [
  wordItem("until", "said again, up to a day"),
  wordItem("from", "said again, from a day on"),
  wordItem("on", "said again, on an event"),
  wordItem("unless", "said again, unless something happens"),
];

function reads(rule: PhraseRule, tokens: readonly IToken[]): boolean {
  return tokens.length > 0 && readPhrase(rule, tokens, 0).phrase !== undefined;
}

/** The rule by which the alternatives in a value's braces read. */
function groupRule(value: Value): PhraseRule | undefined {
  if (value.form === "definition") return "price";
  if (value.form === "tagged") return groupRule(value.value);
  if (value.form === "either") return Object.values(value.values).map(groupRule).find(Boolean);
  if (value.form !== "phrase") return undefined;
  return value.rule === "trigger" ? "price" : value.rule;
}

function ruleItems(rule: PhraseRule, complete: readonly IToken[], analysis: Analysis): CompletionItem[] {
  const kind = rule === "scheduleRow" ? "row" : "value";
  const expected = expectedAfter(rule, plain(complete, kind).tokens);
  const items: CompletionItem[] = [];
  for (const type of expected) {
    const word = keywordText(type);
    if (word !== undefined) items.push(wordItem(word, ""));
    if (type === MeasureName) items.push(...measures.map(({ id, summary }) => wordItem(id, summary)));
    if (type === MonthName) items.push(...monthNames.map((month) => wordItem(month, "")));
    if (type === Quoted) items.push(...termItems(analysis));
    if (type === Dollar) items.push(wordItem("$", "a sum of money"));
    if (type === Percent) items.push(wordItem("%", "percent"));
  }
  return items;
}

function codeItems(): CompletionItem[] {
  return allowableCodes.map(({ code, title }) => wordItem(code, title));
}

function termItems(analysis: Analysis): CompletionItem[] {
  const names = analysis.notes.flatMap(({ surroundings }) =>
    [...surroundings.terms.values()].map(({ name }) => name),
  );
  return [...new Set([...names, ...[...analysis.top.terms.values()].map(({ name }) => name)])].map((name) =>
    wordItem(`"${name}"`, "defined term"),
  );
}

function unique(items: readonly CompletionItem[]): CompletionItem[] {
  return [...new Map(items.map((item) => [item.label, item])).values()];
}

function wordItem(word: string, detail: string): CompletionItem {
  return { label: word, kind: CompletionItemKind.Keyword, ...(detail === "" ? {} : { detail }) };
}
