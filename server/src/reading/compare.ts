import type { ClausePath } from "../catalog/paths.ts";
import type { Day } from "../quantity/date.ts";
import { dayCounted, dayIn } from "./days.ts";
import { meaningOf } from "./meaning.ts";

/** What two statements of one clause are compared with: the days that others count from, and the terms that are defined. */
export interface Beside {
  readonly issue: Day | undefined;
  readonly principal: string | undefined;
  readonly purchasePrice: string | undefined;
  /** The definitions of terms, by their names in lower case. */
  readonly terms: ReadonlyMap<string, string>;
}

/** Clauses in free words, which no two documents put alike. */
const free =
  /collateral|guarantee|exemptions|usurySaving|registrationRights|includes$|compares$|paymentsApplied|excludedIssuances|rescission|security$|governingLaw|fallback/;

/** Whether two statements of a clause mean the same. */
export function sameMeaning(path: ClausePath, one: string, other: string, beside: Beside): boolean {
  if (free.test(path)) return sameWords(one, other);
  if (path === "note/eventsOfDefault" || path === "note/covenants" || /equityConditions$/.test(path))
    return sameEvent(one, other);
  if (one.trim() === other.trim()) return true;
  const [a, b] = [keyOf(path, one, beside), keyOf(path, other, beside)];
  if (a !== undefined && a === b) return true;
  if (path === "note/issuer" || path === "note/holder") return sameName(one, other);
  if (path === "note/conversion/ownershipLimit")
    return (
      percentIn(one) !== undefined &&
      percentIn(one) === percentIn(other) &&
      !(/ after /.test(one) && / before /.test(other))
    );
  if (path === "note/originalIssueDiscount")
    return sumOf(one, beside) !== undefined && sumOf(one, beside) === sumOf(other, beside);
  return false;
}

function keyOf(path: ClausePath, words: string, beside: Beside): string | undefined {
  const plain = withTerms(words, beside.terms)
    .replace(/^\[([^|\]]+)\]$/, "$1")
    .replace(/^day 1 to/, "day 0 to")
    .replace(
      /(?<![\d.])(\d+)(?:\.(\d))? times (?=principal|interest)/,
      (_, whole: string, tenth = "0") => `${whole}${tenth}0% of `,
    );
  if (beside.issue !== undefined && /^issue(?: date)?$/.test(plain)) return `day ${beside.issue}`;
  const day = dayIn(plain) ?? (beside.issue === undefined ? undefined : dayCounted(plain, beside.issue));
  if (day !== undefined) return `day ${day}`;
  return meaningOf(path, plain) ?? meaningOf(path, `{\n${plain}\n}`);
}

/** Terms replaced by what they are defined as. */
function withTerms(words: string, terms: ReadonlyMap<string, string>): string {
  return words
    .replace(/[“”]/g, '"')
    .replace(/"([^"]+)"/g, (whole, name: string) => terms.get(name.toLowerCase()) ?? whole);
}

function percentIn(words: string): string | undefined {
  return /(?<![\d.])\d+(?:\.\d+)?(?=\s?%)/.exec(words)?.[0];
}

/** What a discount comes to in cents, of a percentage as a part of what it is of; undefined where that is no whole number. */
function sumOf(words: string, { principal, purchasePrice }: Beside): bigint | undefined {
  const sum = centsIn(words);
  if (sum !== undefined) return sum;
  const [whole = "", decimals = ""] = (percentIn(words) ?? "").split(".");
  const of = centsIn(/purchase price|consideration/.test(words) ? (purchasePrice ?? "") : (principal ?? ""));
  if (whole === "" || of === undefined) return undefined;
  const [parts, scale] = [BigInt(whole + decimals) * of, 100n * 10n ** BigInt(decimals.length)];
  return (parts * 2n + scale) / (scale * 2n);
}

function centsIn(words: string): bigint | undefined {
  const match = /\$([\d,]+)(?:\.(\d{2}))?/.exec(words);
  return match ? BigInt((match[1] ?? "").replaceAll(",", "") + (match[2] ?? "00")) : undefined;
}

function sameName(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9& ]/g, "")
      .replace(/\b(?:inc|corp|corporation|incorporated|ltd|limited|llc|lp|the)\b/g, "")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return (
    a !== undefined &&
    b !== undefined &&
    a !== "" &&
    b !== "" &&
    (a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `))
  );
}

/** Free words that have half of the rarer ones in common, and that both say none or both do not. */
function sameWords(one: string, other: string): boolean {
  const [a, b] = [stemsIn(one), stemsIn(other)];
  const none = /^(?:none|unsecured|no )/i;
  if (none.test(one) !== none.test(other)) return false;
  if (none.test(one)) return true;
  const common = [...a].filter((stem) => b.has(stem)).length;
  return common > 0 && common * 2 >= Math.min(a.size, b.size);
}

const small: ReadonlySet<string> = new Set([
  "the",
  "and",
  "for",
  "its",
  "under",
  "with",
  "that",
  "this",
  "from",
  "note",
  "notes",
  "compa",
  "issue",
  "holde",
  "any",
  "all",
  "when",
  "such",
  "other",
]);

function stemsIn(words: string): ReadonlySet<string> {
  return new Set(
    (words.toLowerCase().match(/[a-z0-9()]{3,}/g) ?? [])
      .map((word) => word.slice(0, 5))
      .filter((stem) => !small.has(stem)),
  );
}

/** What an event of default is about. */
const kinds: readonly RegExp[] = [
  /\bpay|payment|instal|redempt/i,
  /bankrupt|insolv|liquidat|receiver|creditors|trustee|winding/i,
  /deliver|issue[sd]? (?:the |any )?shares|conversion/i,
  /covenant|breach|violat|perform|agreement/i,
  /cross|indebted|other debt|another note/i,
  /\blist|quot|suspen|delist|trading|market/i,
  /judg?ment/i,
  /represent|warrant(?:y|ies)|false|misleading/i,
  /report|current|filing|exchange act/i,
  /change of control|sale of|merger/i,
  /reserve/i,
];

function sameEvent(one: string, other: string): boolean {
  if (/^and others/i.test(one) || /^and others/i.test(other)) return true;
  return kinds.some((kind) => kind.test(one) && kind.test(other)) || sameWords(one, other);
}
