import type { IToken } from "chevrotain";
import type { ConditionMeaning, EventMeaning } from "../catalog/value.ts";
import { GroupClose, GroupOpen } from "../syntax/frames.ts";
import { conditionWords } from "../syntax/keywords.ts";
import type { ConditionPhrase, EventDatePhrase } from "../syntax/phrase-tree.ts";
import { readPhrase } from "../syntax/phrases.ts";
import { Word } from "../syntax/tokens.ts";
import { wordOf } from "../syntax/vocabulary.ts";
import { judgeDate } from "./dates.ts";
import type { Judging } from "./numbers.ts";

/** More words than any condition has: what stands further from a clause's end begins none. */
const mostWords = 200;

/**
 * The ways to divide a clause's words into a value and a condition behind it, the longest condition first. A word
 * between braces belongs to one of several values and begins no condition of the clause.
 */
export function divisions(tokens: readonly IToken[], at: number): readonly Division[] {
  const ways: Division[] = [];
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.tokenType === GroupOpen) depth++;
    if (token.tokenType === GroupClose) depth--;
    if (depth > 0 || tokens.length - index > mostWords) continue;
    if (token.tokenType !== Word || !conditionWords.has(wordOf(token))) continue;
    const phrase = readPhrase("condition", tokens.slice(index), at).phrase;
    if (phrase) ways.push({ value: tokens.slice(0, index), condition: phrase as ConditionPhrase });
  }
  return ways;
}

export interface Division {
  readonly value: readonly IToken[];
  readonly condition: ConditionPhrase;
}

/** When a clause holds; undefined, with a problem, where its day can't be read. */
export function judgeCondition(phrase: ConditionPhrase, context: Judging): ConditionMeaning | undefined {
  const text = context.text.slice(phrase.span.start, phrase.span.end).replace(/\s+/g, " ");
  switch (phrase.kind) {
    case "until": {
      const date = judgeDate(phrase.date, "ends", context);
      return date && { kind: "until", date, text };
    }
    case "from":
    case "after": {
      const date = judgeDate(phrase.date, phrase.kind === "from" ? "begins" : "ends", context);
      const until = phrase.until && judgeDate(phrase.until, "ends", context);
      if (phrase.until && !until) return undefined;
      return date && { kind: phrase.kind, date, until, text };
    }
    case "on":
      return { kind: "on", event: eventOf(phrase.event), text };
    case "unless": {
      const by = phrase.by && judgeDate(phrase.by, "ends", context);
      return phrase.by && !by ? undefined : { kind: "unless", event: eventOf(phrase.event), by, text };
    }
  }
}

export function eventOf({ event, name }: EventDatePhrase): EventMeaning {
  return { event, name };
}
