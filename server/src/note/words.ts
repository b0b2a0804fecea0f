import type { IToken } from "chevrotain";
import { nearest } from "../base/nearest.ts";
import { cover, type Span } from "../base/span.ts";
import { listing } from "../base/words.ts";
import type { ClauseSpec } from "../catalog/clause.ts";
import { type Allowance, type Choice, choiceWords, chosen } from "../catalog/value.ts";
import { isCurrency } from "../quantity/currency.ts";
import { unquoted } from "../syntax/phrase-grammar.ts";
import type { Unfit } from "../syntax/phrases.ts";
import { Quoted, spanOf, Word } from "../syntax/tokens.ts";
import { wordOf } from "../syntax/vocabulary.ts";
import type { Judging } from "./numbers.ts";
import { wrong } from "./unfit.ts";

/** One of a few words, however it is said. */
export function judgeChoice(
  choices: readonly Choice[],
  tokens: readonly IToken[],
  spec: ClauseSpec,
  context: Judging,
): unknown {
  const written = choiceWords(sliceOf(tokens, context));
  const found = chosen(choices, written);
  if (found) return found.word;
  const near = nearest(
    written,
    choices.map(({ word }) => word),
  );
  const words = listing(
    choices.map(({ word }) => `“${word}”`),
    "or",
  );
  const span = unfitOf(tokens).span;
  // A number in one of the words makes of another of them another number.
  const unsure = choices.some(({ word }) => /\d/.test(word)) ? ({ unsure: true } as const) : {};
  const offer = near === undefined ? "" : ` Did you mean “${near}”?`;
  context.report(
    "value-wrong",
    span,
    `“${written}” is not one of the words for ${spec.names[0]}: ${words}.${offer}`,
    {
      fixes:
        near === undefined ? [] : [{ title: `Write “${near}”`, ...unsure, edits: [{ span, text: near }] }],
    },
  );
  return undefined;
}

export function judgeName(tokens: readonly IToken[], spec: ClauseSpec, context: Judging): unknown {
  const [first, second] = tokens;
  if (first?.tokenType === Quoted && !second) return unquoted(first);
  const written = sliceOf(tokens, context);
  const span = unfitOf(tokens).span;
  const bare = !written.includes('"') && !written.includes("“");
  context.report(
    "value-wrong",
    span,
    `The name after “${spec.names[0]}” stands in quotes: ${spec.example}.`,
    {
      fixes: bare ? [{ title: "Put the name in quotes", edits: [{ span, text: `"${written}"` }] }] : [],
    },
  );
  return undefined;
}

export function judgeCurrencyCode(tokens: readonly IToken[], spec: ClauseSpec, context: Judging): unknown {
  const written = sliceOf(tokens, context);
  if (tokens.length === 1 && isCurrency(written)) return written;
  if (!/^[A-Z]{3}$/.test(written)) return wrong(spec, unfitOf(tokens), context);
  const message = `${written} is no currency code. Use the three letters of ISO 4217, such as USD or EUR.`;
  context.report("currency-unknown", unfitOf(tokens).span, message);
  return undefined;
}

export function judgeAllowance(tokens: readonly IToken[], spec: ClauseSpec, context: Judging): unknown {
  const [code, because, reason] = tokens;
  const complete =
    code?.tokenType === Word &&
    because?.tokenType === Word &&
    wordOf(because) === "because" &&
    reason?.tokenType === Quoted;
  if (!complete) return wrong(spec, unfitOf(tokens), context);
  const meaning: Allowance = { code: wordOf(code), reason: unquoted(reason), span: spanOf(code) };
  return meaning;
}

export function unfitOf(tokens: readonly IToken[]): Unfit {
  const first = tokens[0];
  const last = tokens.at(-1);
  const span: Span = first && last ? cover(spanOf(first), spanOf(last)) : { start: 0, end: 0 };
  return { found: first?.image ?? "", span };
}

export function sliceOf(tokens: readonly IToken[], context: Judging): string {
  const { span } = unfitOf(tokens);
  return context.text.slice(span.start, span.end);
}
