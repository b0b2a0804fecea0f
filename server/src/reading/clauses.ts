import type { Span } from "../base/span.ts";
import { withoutEnd } from "../base/words.ts";
import type { ClausePath } from "../catalog/paths.ts";
import { placeOf, sliced } from "./mapped.ts";
import { listsDefaults, type Passage } from "./passage.ts";
import { type Pattern, patterns } from "./patterns.ts";
import type { Statement } from "./statement.ts";
import { valueAt } from "./values.ts";

/** Clauses that one sentence may state several times. */
const several: ReadonlySet<ClausePath> = new Set(["note/commitmentShares", "note/fees"]);

/** Every statement of a sentence that the catalog has a saying for. */
export function clausesIn(passage: Passage, terms: readonly string[]): Statement[] {
  const { warrants, others } = partsOf(passage);
  const isList = listsDefaults(passage);
  const found = patterns().flatMap((pattern) => {
    const isWarrants = pattern.path.startsWith("note/warrants/");
    const here = isWarrants ? warrants : besideWarrants.test(pattern.path) ? passage : others;
    if (!here) return [];
    const text = here.words.text;
    if (isList && !besideDefaults.test(pattern.path)) return [];
    if (pattern.unless?.test(text) || (pattern.where && !pattern.where.test(text))) return [];
    return statementsOf(pattern, here, terms);
  });
  return withoutRivals(found);
}

/** What a sentence about warrants may say beside them. */
const besideWarrants = /commitmentShares|registrationRights|governingLaw/;

/** What a list of events of default may say beside them. */
const besideDefaults = /crossDefault|defaultAmount|defaultRate|governingLaw/;

/** A price that names no number, no day and no defined term says nothing of its own. */
function isWorth(path: ClausePath, text: string, terms: readonly string[], { said }: Passage): boolean {
  if (/rate$/i.test(path) && /^(?:[1-9]\d\d|[6-9]\d)(?:\.\d+)?%/.test(text)) return false;
  if (!/price$/i.test(path)) return true;
  if (/^"[^"]*"$/.test(text) && /"[^"]+" (?:is|means|shall mean)\b/.test(said.text)) return false;
  return /\d|\bon\b|\[/.test(text) || terms.some((term) => text.includes(`"${term}"`));
}

/** What of a sentence may speak of warrants, and what of the note: where it goes from one to the other it is parted. */
function partsOf(passage: Passage): { readonly warrants?: Passage; readonly others?: Passage | undefined } {
  const { words, label } = passage;
  if (/^warrants?\b/.test(label)) return { warrants: passage };
  const at = words.text.search(/(?:\b\d{1,2} years? )?\bwarrants?\b/i);
  if (at < 0) return { others: passage };
  if (!/\bconver|\bNOTE\b|\bnotes?\b|debenture|principal|commitment|consideration/i.test(words.text))
    return { warrants: passage };
  const begins =
    at < 40 || !/\bconver|\bNOTE\b|\bnotes?\b|debenture|principal|shares/i.test(words.text.slice(0, at));
  if (begins)
    return {
      warrants: passage,
      others: /\bNOTE (?:is|will|shall|matures|bears)/.test(words.text) ? passage : undefined,
    } as const;
  return {
    warrants: { ...passage, words: sliced(words, at) },
    others: { ...passage, words: sliced(words, 0, at) },
  };
}

function statementsOf(pattern: Pattern, passage: Passage, terms: readonly string[]): Statement[] {
  const found: Statement[] = [];
  for (const match of passage.words.text.matchAll(pattern.says)) {
    const statement = statementOf(pattern, match, passage, terms);
    if (statement) found.push(statement);
    if (statement && !several.has(pattern.path)) break;
  }
  return found;
}

function statementOf(
  pattern: Pattern,
  match: RegExpExecArray,
  passage: Passage,
  terms: readonly string[],
): Statement | undefined {
  const { path, saying, rule, sure } = pattern;
  const end = match.index + match[0].length;
  const value = rule ? valueAt(sliced(passage.words, end), rule, terms) : undefined;
  if (rule && (!value || !isWorth(path, value.text, terms, passage))) return undefined;
  const taken = match.slice(1).filter((one) => one !== undefined);
  const all = value ? [...taken, value.text] : taken;
  const span = value?.span ?? spanOf(match, passage, Number(/\$(\d)/.exec(saying.means ?? "")?.[1] ?? 1));
  const said = worded(saying.means ?? pattern.taken, all, span, passage);
  if (said === undefined || !isWorth(path, said, terms, passage)) return undefined;
  const { text, condition } = withCondition(
    path === "note/interest/rate" && /^0(?:\.0+)?% per annum$/.test(said) ? "none" : said,
  );
  return { path, text, condition, span, sentence: passage.index, sure };
}

/** Where the value stands that was taken, or all that was matched. */
function spanOf(match: RegExpExecArray, { words }: Passage, nth: number): Span {
  const taken = match.slice(1).filter((one) => one !== undefined)[nth - 1];
  if (taken === undefined) return placeOf(words, match.index, match.index + match[0].length);
  const at = match.index + match[0].lastIndexOf(taken);
  return placeOf(words, at, at + taken.length);
}

function worded(means: string, taken: readonly string[], span: Span, passage: Passage): string | undefined {
  const [first = ""] = taken;
  if (means === "=source") return sourceWords(passage, span);
  if (means.startsWith("=rest")) return restOf(first) + means.slice("=rest".length);
  const condition = means.replace(/=then/, () => thenOf(passage));
  return condition
    .replace(/\$(\d)/g, (_, nth) => (taken[Number(nth) - 1] ?? "").trim())
    .replace(/\s+/g, " ")
    .trim();
}

/** What is left of 100 %. */
function restOf(percent: string): string {
  const digits = /^\d+(?:\.\d+)?/.exec(percent)?.[0];
  if (digits === undefined) return percent;
  const places = digits.split(".")[1]?.length ?? 0;
  const scale = 10n ** BigInt(places);
  const rest = 100n * scale - BigInt(digits.replace(".", ""));
  const text = String(rest).padStart(places + 1, "0");
  return places === 0 ? `${text}%` : `${text.slice(0, -places)}.${text.slice(-places)}%`;
}

/** From which day another price holds: the one behind the days that the sentence has named before. */
function thenOf({ words }: Passage): string {
  const days = /\bfirst (\d+) days|until (\d+) days|day (\d+)/i.exec(words.text);
  const day = days?.slice(1).find(Boolean);
  return day === undefined ? "" : `from day ${Number(day) + 1}`;
}

/** The paper's own words in a stretch, on one line, without what a sheet would take for its own signs. */
export function sourceWords({ said }: Passage, { start, end }: Span): string {
  const from = said.places.findIndex((place) => place >= start);
  const to = said.places.findLastIndex((place) => place < end);
  return plainText(said.text.slice(Math.max(0, from), to + 1));
}

export function plainText(text: string): string {
  const bare = text
    .replace(/[{}[\]]/g, "")
    .replace(/\/\/|\/\*|\*\//g, " ")
    .replace(/;/g, ",")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:(?:and|or|the|an?) )+/i, "");
  return withoutEnd(bare, " ,.;:").trim();
}

const conditions =
  / (until day \d+|from day \d+|(?:until|from) \d+ \w+ after issue|after maturity|on event of default|on "[^"]+")$/;

function withCondition(text: string): { readonly text: string; readonly condition: string } {
  const match = conditions.exec(text);
  return match ? { text: text.slice(0, match.index), condition: match[1] ?? "" } : { text, condition: "" };
}

/** Clauses that may take one value for theirs, the one that it belongs to first. */
const rivals: readonly (readonly ClausePath[])[] = [
  [
    "note/commitmentShares", "note/principalUpTo", "note/fees", "note/originalIssueDiscount", "note/qualifiedFinancing/threshold",
    "note/purchasePrice", "note/proceeds", "note/crossDefault", "note/principal",
  ], // biome-ignore format: a list
  ["note/interest/defaultRate", "note/interest/oneTime", "note/interest/rate"],
  ["note/conversion/exchangeCap", "note/conversion/waiver", "note/conversion/ownershipLimit"],
  ["note/matures", "note/funded", "note/issued"],
  ["note/conversion/waiverNotice", "note/conversion/notice", "note/conversion/delivery", "note/statedTerm"],
  ["note/interest/interestPrice", "note/qualifiedFinancing/price", "note/conversion/price"],
  ["note/originalIssueDiscount", "note/conversion/discount", "note/qualifiedFinancing/discount"],
  ["note/conversion/floor", "note/conversion/ceiling", "note/conversion/parValue"],
];

/** One value belongs to one clause: to the one that is stated most surely, then to the one that the list has first. */
function withoutRivals(found: readonly Statement[]): Statement[] {
  return found.filter((one) => !found.some((other) => other !== one && beats(other, one)));
}

function beats(other: Statement, one: Statement): boolean {
  const overlap = other.span.start < one.span.end && one.span.start < other.span.end;
  if (!overlap) return false;
  if (other.path === one.path)
    return other.sure > one.sure || (other.sure === one.sure && longer(other, one));
  const list = rivals.find((paths) => paths.includes(other.path) && paths.includes(one.path));
  if (!list) return false;
  const [before, behind] = [list.indexOf(other.path), list.indexOf(one.path)];
  return other.sure > one.sure || (other.sure === one.sure && before < behind);
}

function longer(other: Statement, one: Statement): boolean {
  const [more, less] = [other.span.end - other.span.start, one.span.end - one.span.start];
  return more > less && other.text !== one.text;
}
