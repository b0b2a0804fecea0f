import type { IToken } from "chevrotain";
import type { ClauseSpec } from "../catalog/clause.ts";
import { NumberToken } from "../syntax/tokens.ts";
import type { Judging } from "./numbers.ts";
import { sliceOf, unfitOf } from "./words.ts";

/** Below this, a number alone may as well be so many times something as so many shares. */
const mostTimes = 1_000;

/** Whether a number stands alone that may be so many times something, or so many shares. */
export function isFew([only, more]: readonly IToken[]): boolean {
  return only?.tokenType === NumberToken && !more && Number(only.image.replaceAll(",", "")) < mostTimes;
}

/** Reports a number that may be either, with both readings. */
export function timesOrShares(tokens: readonly IToken[], spec: ClauseSpec, context: Judging): undefined {
  const { span } = unfitOf(tokens);
  const number = sliceOf(tokens, context);
  const ways = [`${number} times`, `${number} shares`];
  context.report(
    "value-wrong",
    span,
    `${spec.names[0]} ${number} may be ${number} times the shares on conversion, or ${number} shares in all: write ${ways.join(" or ")}.`,
    { fixes: ways.map((text) => ({ title: `Write “${text}”`, edits: [{ span, text }] })) },
  );
  return undefined;
}
