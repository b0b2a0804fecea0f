import type { RateMeaning } from "../catalog/value.ts";
import * as exact from "../quantity/exact.ts";
import { figure, writtenOf } from "../quantity/figure.ts";
import type { FixedRatePhrase, IndexRatePhrase, RatePhrase } from "../syntax/phrase-tree.ts";
import { type Judging, judgePercent, stated } from "./numbers.ts";

/** A rate a year; one a month counts twelve times. */
export function judgeRate(phrase: RatePhrase, context: Judging): RateMeaning | undefined {
  switch (phrase.kind) {
    case "rate":
      return fixedRate(phrase, context);
    case "index rate":
      return indexRate(phrase, context);
    case "legal maximum":
      return { kind: "legal maximum", text: textOf(phrase, context), span: phrase.span };
    case "best rate": {
      const alternatives = phrase.alternatives.map((alternative) => judgeRate(alternative, context));
      const sound = alternatives.filter((alternative) => alternative !== undefined);
      if (sound.length < alternatives.length) return undefined;
      const labels = phrase.alternatives.map((alternative) => textOf(alternative, context));
      const { pick, word, span } = phrase;
      return { kind: "best", pick, word, alternatives: sound, labels, span };
    }
  }
}

function fixedRate(phrase: FixedRatePhrase, context: Judging): RateMeaning | undefined {
  const percent = judgePercent(phrase.percent, context);
  if (!percent) return undefined;
  const written = phrase.per === "year" ? writtenOf(percent) : undefined;
  const amount = phrase.per === "month" ? exact.multiply(percent.amount, exact.whole(12)) : percent.amount;
  return {
    kind: "fixed",
    rate: figure("ratio", amount, stated(phrase.span, context, written)),
    additional: phrase.additional,
    bears: phrase.bears,
  };
}

function indexRate(phrase: IndexRatePhrase, context: Judging): RateMeaning | undefined {
  const margin = phrase.margin && judgePercent(phrase.margin.percent, context);
  if (phrase.margin && !margin) return undefined;
  return {
    kind: "index",
    name: phrase.name,
    margin,
    sign: phrase.margin?.sign ?? "plus",
    text: textOf(phrase, context),
    span: phrase.span,
  };
}

function textOf({ span }: RatePhrase, { text }: Judging): string {
  return text.slice(span.start, span.end).replace(/\s+/g, " ");
}
