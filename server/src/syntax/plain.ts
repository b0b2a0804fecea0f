import type { IToken, TokenType } from "chevrotain";
import type { Problem } from "../base/problem.ts";
import { byLabels } from "./choices.ts";
import { keywords, MeasureName } from "./keywords.ts";
import { partFirst } from "./product.ts";
import type { Place, Reader, Reading } from "./reader.ts";
import { otherReaders, wordReaders } from "./readers.ts";
import { inOwnWords } from "./sayings.ts";
import type { PhraseKind } from "./sayings-table.ts";
import { NumberToken, retyped, Word } from "./tokens.ts";
import { whicheverFirst } from "./whichever.ts";

export interface Plain {
  readonly tokens: IToken[];
  readonly problems: readonly Problem[];
}

/**
 * A clause's words as the phrase grammar reads them: labelled alternatives in braces, fillers and doubled numbers (`five (5)`) gone,
 * measures, months and currency codes each one token, keywords typed by what they mean where they stand. Figures that
 * differ from their words are a problem.
 */
export function plain(words: readonly IToken[], kind: PhraseKind = "value"): Plain {
  const [source = words] = byLabels(words);
  const tokens: IToken[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < source.length; ) {
    const place = { source, at, before: tokens };
    const token = source[at] as IToken;
    const reading = firstOf(token.tokenType === Word ? wordReaders : otherReaders, place);
    const { taken, tokens: read, takesBack = 0, problem } = reading ?? { taken: 1, tokens: [token] };
    tokens.splice(tokens.length - takesBack, takesBack, ...read);
    if (problem) problems.push(problem);
    at += Math.max(1, taken);
  }
  return {
    tokens: whicheverFirst(partFirst(inOwnWords(numbersFirst(tokens.map(asPreposition)), kind))),
    problems,
  };
}

function firstOf(readers: readonly Reader[], place: Place): Reading | undefined {
  for (const { when } of readers) {
    const reading = when(place);
    if (reading) return reading;
  }
  return undefined;
}

const counted: ReadonlySet<TokenType> = new Set([
  NumberToken,
  keywords.Trading,
  keywords.Business,
  keywords.Calendar,
  keywords.Day,
  keywords.Week,
  keywords.Month,
  keywords.Year,
]);

/** `prior to the conversion date`: with no days behind it, “prior” means “before”. */
function asPreposition(token: IToken, index: number, tokens: readonly IToken[]): IToken {
  const next = tokens[index + 1];
  if (token.tokenType !== keywords.Prior || !next || counted.has(next.tokenType)) return token;
  return retyped(token, keywords.Before);
}

/** `lowest three closing bids` is `three lowest closing bids`. */
function numbersFirst(tokens: readonly IToken[]): IToken[] {
  const ordered = [...tokens];
  for (const [index, side] of tokens.entries()) {
    const [number, measure] = [tokens[index + 1], tokens[index + 2]];
    const picks = side.tokenType === keywords.Lowest || side.tokenType === keywords.Highest;
    if (picks && number?.tokenType === NumberToken && measure?.tokenType === MeasureName)
      ordered.splice(index, 2, number, side);
  }
  return ordered;
}
