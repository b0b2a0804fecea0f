import type { IToken } from "chevrotain";
import { keywords } from "./keywords.ts";
import { Comma, NumberToken, Percent } from "./tokens.ts";
import { wordOf } from "./vocabulary.ts";

/** What divides a list: a product behind one may be of its last item alone. */
function isList(tokens: readonly IToken[]): boolean {
  return tokens.some(
    ({ tokenType }) => tokenType === keywords.And || tokenType === keywords.Or || tokenType === Comma,
  );
}

/**
 * A part of a price that stands behind it: `lowest VWAP … multiplied by 65%` and `product of lowest VWAP … and 65%` are
 * `65% of lowest VWAP …`. Behind a list of prices it stays where it is, for it may be of the last of them alone.
 */
export function partFirst(tokens: readonly IToken[]): IToken[] {
  const [percent, number] = [tokens.at(-1), tokens.at(-2)];
  if (percent?.tokenType !== Percent || number?.tokenType !== NumberToken) return [...tokens];
  const joint = tokens.slice(0, -2);
  const product = wordOf(joint[0] ?? number) === "product" && joint[1]?.tokenType === keywords.Of;
  const last = joint.at(-1);
  const start = product ? 2 : 0;
  const ends =
    product && last?.tokenType === keywords.And
      ? joint.length - 1
      : wordOf(joint.at(-2) ?? number) === "multiplied" && last?.tokenType === keywords.By
        ? joint.length - 2
        : !product && last?.tokenType === keywords.Times && joint.at(-2)?.tokenType !== NumberToken
          ? joint.length - 1
          : undefined;
  if (ends === undefined || ends <= start) return [...tokens];
  const price = joint.slice(start, ends);
  const of = { ...percent, ...ofAt(percent) };
  return isList(price) ? [...tokens] : [number, percent, of, ...price];
}

function ofAt({ startOffset, endOffset }: IToken): IToken {
  return {
    image: "of",
    startOffset,
    ...(endOffset === undefined ? {} : { endOffset }),
    tokenType: keywords.Of,
    tokenTypeIdx: keywords.Of.tokenTypeIdx ?? 0,
  };
}
