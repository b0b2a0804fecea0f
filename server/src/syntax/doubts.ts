import type { IToken } from "chevrotain";
import { cover, type Span } from "../base/span.ts";
import { labelledCount } from "./choices.ts";
import { AlternativeEnd, GroupClose, GroupOpen } from "./frames.ts";
import { keywords } from "./keywords.ts";
import type { Phrase } from "./phrase-tree.ts";
import { retyped, spanOf } from "./tokens.ts";

/** A choice of several alternatives, of prices, amounts, dates or rates alike. */
interface Choice {
  readonly alternatives: readonly Part[];
  readonly span: Span;
}

interface Part {
  readonly span: Span;
}

/** What a sentence with a choice inside a choice says: as it was read, in other words, or in two ways. */
export type Settled =
  | { readonly kind: "clear" }
  | { readonly kind: "otherwise"; readonly tokens: readonly IToken[] }
  | { readonly kind: "doubtful"; readonly span: Span; readonly readings: readonly string[] };

/**
 * Where a sentence has a choice at the end of a choice, what follows the inner one may belong to either: each needs two
 * alternatives at least. One way is taken; of several none is, and two of them are given in words, with braces.
 */
export function settled(phrase: Phrase, tokens: readonly IToken[]): Settled {
  for (const { outer, inner } of pairsIn(phrase)) {
    const found = judged(outer, inner, tokens);
    if (found.kind !== "clear") return found;
  }
  return { kind: "clear" };
}

/** Each choice, with the one at whose end it stands. */
function pairsIn(phrase: Phrase): { readonly outer: Choice | undefined; readonly inner: Choice }[] {
  const found: { outer: Choice | undefined; inner: Choice }[] = [];
  const outerOf = new Map<Choice, Choice>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (isChoice(value)) {
      found.push({ outer: outerOf.get(value), inner: value });
      const end = value.alternatives.at(-1);
      const inner = end && choiceAtEnd(end);
      if (inner) outerOf.set(inner, value);
    }
    Object.values(value).forEach(visit);
  };
  visit(phrase);
  return found;
}

function isChoice(value: object): value is Choice {
  return "alternatives" in value && Array.isArray(value.alternatives);
}

/** The choice with which a part ends: itself, or what it is so much of. */
function choiceAtEnd(part: object): Choice | undefined {
  if (isChoice(part)) return part;
  if ("of" in part && typeof part.of === "object" && part.of !== null) return choiceAtEnd(part.of);
  if (!("terms" in part) || !Array.isArray(part.terms)) return undefined;
  const end: unknown = part.terms.at(-1);
  return typeof end === "object" && end !== null ? choiceAtEnd(end) : undefined;
}

function judged(outer: Choice | undefined, inner: Choice, tokens: readonly IToken[]): Settled {
  const open = braceOf(inner, tokens);
  const labelled = open && labelledCount(open);
  if (labelled !== undefined && inner.alternatives.length > labelled) {
    const counts = outer && !braceOf(outer, tokens) ? [labelled, inner.alternatives.length] : [labelled];
    return doubtful(outer, inner, counts, tokens);
  }
  if (open || !outer || braceOf(outer, tokens)) return { kind: "clear" };
  const all = inner.alternatives.length;
  const most = outer.alternatives.length > 1 ? all : all - 1;
  const counts = Array.from({ length: Math.max(most - 1, 0) }, (_, index) => index + 2);
  if (counts.length > 1) return doubtful(outer, inner, counts, tokens);
  const [only] = counts;
  if (only === undefined || only === all) return { kind: "clear" };
  return { kind: "otherwise", tokens: inBraces(outer, inner, only, tokens) };
}

function doubtful(
  outer: Choice | undefined,
  inner: Choice,
  counts: readonly number[],
  tokens: readonly IToken[],
): Settled {
  const [few = 2] = counts;
  const many = counts.at(-1) ?? few;
  const ways = few === many ? [many] : [few, many];
  const span = cover(spanOf(tokens[0] as IToken), spanOf(tokens.at(-1) as IToken));
  const around = outer ?? inner;
  return {
    kind: "doubtful",
    span,
    readings: ways.map((count) => wordsOf(inBraces(around, inner, count, tokens))),
  };
}

/** The brace that opens a choice; undefined where it is a sentence. */
function braceOf({ span }: Choice, tokens: readonly IToken[]): IToken | undefined {
  const word = tokens.findIndex(({ startOffset }) => startOffset >= span.start);
  const open = tokens[word + 2];
  return tokens[word + 1]?.tokenType === keywords.Of && open?.tokenType === GroupOpen ? open : undefined;
}

/** The words with both choices in braces, where so many of the inner one's alternatives are its own. */
function inBraces(outer: Choice, inner: Choice, count: number, tokens: readonly IToken[]): readonly IToken[] {
  const own = (parts: readonly Part[]): (readonly IToken[])[] =>
    parts.map(({ span }) => within(tokens, span));
  const head = (choice: Choice, from: number): readonly IToken[] => {
    const first = choice.alternatives[0]?.span.start ?? choice.span.end;
    return within(tokens, { start: from, end: first }).filter(({ tokenType }) => tokenType !== GroupOpen);
  };
  const regrouped = grouped(head(inner, inner.span.start), own(inner.alternatives.slice(0, count)));
  const rest = own(inner.alternatives.slice(count));
  const end = outer.alternatives.at(-1);
  const group =
    outer === inner || !end
      ? grouped(head(inner, inner.span.start), [...own(inner.alternatives)])
      : grouped(head(outer, outer.span.start), [
          ...own(outer.alternatives.slice(0, -1)),
          [...within(tokens, { start: end.span.start, end: inner.span.start }), ...regrouped],
          ...rest,
        ]);
  const before = tokens.filter((token) => spanOf(token).end <= outer.span.start);
  const behind = tokens.filter(({ startOffset }) => startOffset >= outer.span.end);
  return [...before, ...group, ...behind];
}

function within(tokens: readonly IToken[], { start, end }: Span): readonly IToken[] {
  return tokens.filter((token) => token.startOffset >= start && spanOf(token).end <= end);
}

function grouped(head: readonly IToken[], items: readonly (readonly IToken[])[]): readonly IToken[] {
  const sign = (like: IToken, image: string, type: typeof GroupOpen): IToken => ({
    ...retyped(like, type),
    image,
    endOffset: like.startOffset,
  });
  const word = head.at(-1) as IToken;
  return [
    ...head,
    sign(word, "{", GroupOpen),
    ...items.flatMap((item, index) => {
      const [first = word] = item;
      return index === 0 ? item : [sign(first, ";", AlternativeEnd), ...item];
    }),
    sign(items.at(-1)?.at(-1) ?? word, "}", GroupClose),
  ];
}

/** The tokens as words on one line. */
export function wordsOf(tokens: readonly IToken[]): string {
  return tokens
    .map((token, index) => {
      const before = tokens[index - 1];
      const joined =
        before === undefined ||
        token.tokenType === AlternativeEnd ||
        (!signs.has(before.tokenType) &&
          !signs.has(token.tokenType) &&
          spanOf(before).end === token.startOffset);
      return `${joined ? "" : " "}${token.image}`;
    })
    .join("");
}

const signs: ReadonlySet<IToken["tokenType"]> = new Set([GroupOpen, GroupClose, AlternativeEnd]);
