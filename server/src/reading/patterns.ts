import { monthNames } from "../base/months.ts";
import { once } from "../base/once.ts";
import { type PaperSaying, paperSayings } from "../catalog/papers/index.ts";
import type { ClausePath } from "../catalog/paths.ts";
import type { PhraseRule } from "../syntax/phrase-grammar.ts";

/** One way of saying a clause, ready to be looked for. */
export interface Pattern {
  readonly path: ClausePath;
  readonly saying: PaperSaying;
  readonly says: RegExp;
  readonly where: RegExp | undefined;
  readonly unless: RegExp | undefined;
  /** The rule by which what follows the words is read, where the saying ends with such a place. */
  readonly rule: PhraseRule | undefined;
  readonly sure: number;
  /** What the clause says where the saying does not: what was taken, with its unit. */
  readonly taken: string;
}

const month = `(?:${monthNames.join("|")})`;
const count = "(?:\\d+|\\[(?: |[^\\]]*\\d[^\\]]*)\\])";
const days = "(?:calendar |business |trading )?(?:days?|weeks?|months?|years?)";
const anchor = "(?:issue date|funding date|maturity date|issuance|issue|closing|funding)";
const open = "\\[(?: |[^\\]]*\\d[^\\]]*)\\]";
const day = `(?:${month} \\d{1,2}, \\d{4}|\\d{1,2} ${month},? \\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}/\\d{1,2}/\\d{2,4}|${open}(?:, \\d{4})?)`;

/** What each place takes. */
const places: Readonly<Record<string, string>> = {
  money: `((?:[A-Z]{3} ?|[€£])?\\$? ?${open}|(?:(?:EUR|GBP|CAD|AUD|CHF|JPY) ?|[€£])[\\d,]+(?:\\.\\d+)?|\\$[\\d,]*\\d(?:\\.\\d+)?(?: (?:thousand|million|billion))?k?m?\\b)`,
  percent: `((?<![\\d.,$])\\d+(?:\\.\\d+)?%|${open}%?)`,
  date: `(${day}|${month} \\d{4}|${count} ${days} (?:after|from|following|of) (?:\\w+ )?${anchor})`,
  period: `((?<![\\d.,$])${count} ${days})`,
  number: "((?<![\\d.,$])\\d[\\d,]*(?:\\.\\d+)?)",
  shares:
    "((?<![\\d.,$])\\d[\\d,]*(?:\\.\\d+)?(?: million| billion)? (?=(?:(?!times)\\w+ ){0,2}shares))(?:(?!times)\\w+ ){0,2}shares",
  moment: `(${day}|${month} \\d{4}|${count} ${days} (?:after|from|following|of) (?:\\w+ )?${anchor})`,
  words: "([^.;]+)",
  sentence: "(.+)",
  thing:
    "([^.;]+?)(?= pursuant to| under (?:the |a )?(?:security|pledge)|,? and (?:is|are|has|have) |[.;]|$)",
  grant:
    "(?<!(?:buy|purchase|acquire|exercise)(?: up to| an aggregate of)? )(?<!up to )((?<![\\d.,$])\\d[\\d,]* (?=(?:(?!times)\\w+ ){0,2}shares))(?:(?!times)\\w+ ){0,2}shares",
};

const rules: Readonly<Record<string, PhraseRule>> = {
  price: "price",
  amount: "amount",
  rate: "rate",
  moment: "date",
  paydays: "paymentDays",
  trigger: "trigger",
  crate: "conversionRate",
};

/** Every way of saying a clause. */
export const patterns = once((): readonly Pattern[] =>
  Object.entries(paperSayings).flatMap(([path, sayings]) =>
    (sayings ?? []).flatMap((saying) =>
      saying.says.map((says) => patternOf(path as ClausePath, saying, says)),
    ),
  ),
);

function patternOf(path: ClausePath, saying: PaperSaying, says: string): Pattern {
  const last = /\{(price|amount|rate|moment|paydays|trigger|crate)\}$/.exec(says);
  const rule = last ? rules[last[1] ?? ""] : undefined;
  return {
    path,
    saying,
    says: new RegExp(sourceOf(last ? says.slice(0, last.index) : says), "gi"),
    where: saying.where ? new RegExp(saying.where, "i") : undefined,
    unless: saying.unless ? new RegExp(saying.unless, "i") : undefined,
    rule,
    sure: saying.sure ?? 2,
    taken: /\{(?:shares|grant)\}/.test(says) ? "$1 shares" : "$1",
  };
}

function sourceOf(says: string): string {
  const plain = says
    .replace(/(?<!\\)\((?!\?)/g, "(?:")
    .replaceAll("…", "[^;]{0,90}?")
    .replaceAll("‥", "[^;.]{0,30}?")
    .replaceAll("MONTH", month)
    .replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole);
  return says.startsWith("^") || says.startsWith("(?") ? plain : `(?<![\\w$.-])(?:${plain})`;
}
