import { type IToken, tokenMatcher } from "chevrotain";
import { once } from "../base/once.ts";
import { digitsOf, sameNumber } from "./digits.ts";
import { AlternativeEnd, GroupOpen } from "./frames.ts";
import { keywordOf, MeasureName, MonthName } from "./keywords.ts";
import type { Saying } from "./saying.ts";
import { type PhraseKind, sayingsOf } from "./sayings-table.ts";
import { Comma, Dash, Dollar, NumberToken, Percent, Quoted, retyped, spanOf, Word } from "./tokens.ts";
import { wordOf } from "./vocabulary.ts";

/** One way in which a saying may stand: what each of its places may be. */
interface Pattern {
  readonly saying: Saying;
  readonly places: readonly ReadonlySet<string>[];
  /** How many places at its end are only looked at. */
  readonly ahead: number;
  readonly atStart: boolean;
  /** Whether nothing may stand behind it. */
  readonly atEnd: boolean;
}

/** No saying is made of more than a few others. */
const mostRounds = 4;

/**
 * The words of a phrase in the language's own, where filings say it otherwise: `35% discount to` is `65% of`. What
 * comes instead of some words stands where they stand.
 */
export function inOwnWords(tokens: readonly IToken[], kind: PhraseKind): IToken[] {
  let now = [...tokens];
  for (let round = 0; round < mostRounds; round++) {
    const next = oneRound(now, kind);
    if (!next) return now;
    now = next;
  }
  return now;
}

function oneRound(tokens: readonly IToken[], kind: PhraseKind): IToken[] | undefined {
  const out: IToken[] = [];
  let changed = false;
  for (let at = 0; at < tokens.length; ) {
    const found = sayingAt(tokens, at, kind);
    if (found) {
      out.push(...found.tokens);
      changed = true;
    } else out.push(tokens[at] as IToken);
    at += found?.taken ?? 1;
  }
  return changed ? out : undefined;
}

function sayingAt(
  tokens: readonly IToken[],
  at: number,
  kind: PhraseKind,
): { readonly tokens: readonly IToken[]; readonly taken: number } | undefined {
  const table = patterns[kind]();
  for (const key of keysOf(tokens[at] as IToken)) {
    for (const pattern of table.get(key) ?? []) {
      if (!stands(pattern, tokens, at)) continue;
      const taken = pattern.places.length - pattern.ahead;
      const instead = meaning(pattern.saying, tokens.slice(at, at + taken));
      if (instead) return { tokens: instead, taken };
    }
  }
  return undefined;
}

function stands({ places, atStart, atEnd }: Pattern, tokens: readonly IToken[], at: number): boolean {
  if (atStart && !beginsPhrase(tokens[at - 1])) return false;
  if (atEnd && tokens[at + places.length] !== undefined) return false;
  // The table was asked by what stands in the first place.
  for (let index = 1; index < places.length; index++) {
    const token = tokens[at + index];
    if (token === undefined || !isCalled(token, places[index] as Pattern["places"][number])) return false;
  }
  return true;
}

function isCalled(token: IToken, place: Pattern["places"][number]): boolean {
  for (const key of keysOf(token)) if (place.has(key)) return true;
  return false;
}

function beginsPhrase(before: IToken | undefined): boolean {
  return !before || before.tokenType === GroupOpen || before.tokenType === AlternativeEnd;
}

/** The words that stand for a saying; undefined where its numbers do not go together. */
function meaning({ means, number, same, below }: Saying, said: readonly IToken[]): IToken[] | undefined {
  const numbers = said.filter(({ tokenType }) => tokenType === NumberToken);
  const digits = numbers.map(digitsIn);
  const result = number && digitsOf(digits, number);
  if (number && result === undefined) return undefined;
  if (same?.some((sum) => !sameNumber(digitsOf(digits, sum) ?? "", digits.at(-1) ?? ""))) return undefined;
  if (below !== undefined && digitsOf(digits, { times: [-1], plus: below }) === undefined) return undefined;
  const [first] = said;
  const last = said.at(-1);
  if (!first || !last) return undefined;
  const place = { ...first, endOffset: spanOf(last).end - 1 };
  return means
    .split(" ")
    .filter((word) => word !== "")
    .flatMap((word) => {
      if (word === "#=") return [{ ...retyped(place, NumberToken), image: result ?? "", payload: result }];
      const nth = /^#(\d)$/.exec(word)?.[1];
      if (nth !== undefined) return numbers[Number(nth) - 1] ?? [];
      if (word === "Month") return said.filter(({ tokenType }) => tokenType === MonthName);
      if (word === "M") return said.filter(({ tokenType }) => tokenType === MeasureName);
      return [wordToken(word, place)];
    });
}

function digitsIn({ image, payload }: IToken): string {
  return typeof payload === "string" ? payload : image;
}

/** A word of the language; what begins with a quote is a name, its spaces written `_`. */
function wordToken(word: string, place: IToken): IToken {
  if (word.startsWith('"'))
    return { ...retyped(place, Quoted), image: word.replaceAll("_", " "), payload: undefined };
  const type =
    word === "%"
      ? Percent
      : word === ","
        ? Comma
        : word === "$"
          ? Dollar
          : /^\d/.test(word)
            ? NumberToken
            : keywordOf.get(word);
  return { ...retyped(place, type ?? Word), image: word, payload: undefined };
}

/** What a place of a saying may call a token: its word or sign, `#` for a number, `M` for a measure. */
function keysOf(token: IToken): readonly string[] {
  const { tokenType } = token;
  if (tokenType === NumberToken) return ["#"];
  if (tokenType === Percent) return ["%"];
  if (tokenType === Dash) return ["-"];
  if (tokenType === MonthName) return ["Month", wordOf(token)];
  if (tokenType === Quoted) return ['"'];
  if (tokenType === MeasureName) return /s\.?$/i.test(token.image) ? ["Ms", "M"] : ["M"];
  if (tokenMatcher(token, Word)) return [wordOf(token), `@${tokenType.name}`];
  return [token.image];
}

/** Every way in which a saying may stand, by what it begins with. */
const patterns: Readonly<Record<PhraseKind, () => Table>> = {
  value: once(() => tableOf("value")),
  row: once(() => tableOf("row")),
};

type Table = ReadonlyMap<string, readonly Pattern[]>;

function tableOf(kind: PhraseKind): Table {
  const found = new Map<string, Pattern[]>();
  for (const saying of sayingsOf(kind)) {
    for (const says of typeof saying.says === "string" ? [saying.says] : saying.says) {
      for (const pattern of patternsOf(says, saying)) {
        for (const key of pattern.places[0] ?? []) found.set(key, [...(found.get(key) ?? []), pattern]);
      }
    }
  }
  return found;
}

function patternsOf(says: string, saying: Saying): Pattern[] {
  const words = says.split(" ").filter((word) => word !== "^" && word !== "end");
  const ways = words.reduce<readonly (readonly string[])[]>(
    (sofar, word) => {
      const optional = word.endsWith("?");
      const bare = optional ? word.slice(0, -1) : word;
      return sofar.flatMap((way) => (optional ? [[...way, bare], way] : [[...way, bare]]));
    },
    [[]],
  );
  return ways.map((way) => ({
    saying,
    places: way.map((word) => new Set(word.replace(/^>/, "").split("|"))),
    ahead: way.filter((word) => word.startsWith(">")).length,
    atStart: says.startsWith("^ "),
    atEnd: says.endsWith(" end"),
  }));
}
