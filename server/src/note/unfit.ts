import { lineStartAt } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import type { ClauseSpec } from "../catalog/clause.ts";
import type { Value } from "../catalog/value.ts";
import type { Unfit } from "../syntax/phrases.ts";
import type { Judging } from "./numbers.ts";

/** Reports words that a clause cannot read: what it wants, where the words stop fitting, and how it is written. */
export function wrong(
  spec: ClauseSpec,
  unfit: Unfit,
  context: Judging,
  near?: { readonly span: Span; readonly word: string },
): undefined {
  if (unfit.readings) return doubtful(spec, unfit.span, unfit.readings, context);
  const what = `${spec.names[0].replace('"…" means', "means")} wants ${spec.value.says}`;
  const where =
    unfit.found === "" ? "the words end too early" : `“${shortened(unfit.found)}” does not fit here`;
  const hint = hintFor(spec.value, unfit, context);
  const meant = near ? ` Did you mean “${near.word}”?` : "";
  const message = `${what}: ${where}.${hint}${meant} Write it like this: ${spec.example}.`;
  const fixes = near
    ? [{ title: `Write “${near.word}”`, edits: [{ span: near.span, text: near.word }] }]
    : [];
  context.report("value-wrong", unfit.span, message, { fixes });
  return undefined;
}

/** Reports words that read in more ways than one, with each way as it would be written. */
function doubtful(spec: ClauseSpec, span: Span, readings: readonly string[], context: Judging): undefined {
  const [name] = spec.names;
  const ways = readings.map((words) => `“${words}”`).join(" or ");
  const message =
    readings.length > 1
      ? `${name.replace('"…" means', "the definition")} can be read two ways: ${ways}. Write the one that is meant, with braces.`
      : `${name.replace('"…" means', "the definition")} has more alternatives than labels. Label each of them, or write braces: ${ways}.`;
  const fixes = readings.map((words) => ({ title: `Write “${words}”`, edits: [{ span, text: words }] }));
  context.report("choice-ambiguous", span, message, { fixes });
  return undefined;
}

/** What is most often meant by words that do not fit. */
function hintFor(value: Value, { span, found }: Unfit, { text }: Judging): string {
  if (found === "," && /^,\s*\d/.test(text.slice(span.start))) {
    return " Thousands separators stand every three digits or not at all.";
  }
  if (value.form !== "phrase") return "";
  if (value.rule === "price" && /^(divided|÷|\/)/i.test(found))
    return " A price is so much of another, and never divided: a price divided by 65% is half as much again as the market, where 65% of it was meant.";
  const words = text.slice(lineStartAt(text, span.start), span.end);
  const wantsPercent = value.rule === "rate" || value.rule === "percent" || value.rule === "limit";
  if (wantsPercent && !/%|percent/i.test(words))
    return " A percentage is written with its sign, such as 12%.";
  if (value.rule === "money" && !/[$]|[A-Z]{3} /.test(words)) {
    return " A sum is written with its currency, such as $840,000.00 or EUR 840,000.";
  }
  return "";
}

function shortened(found: string): string {
  const line = found.split(/[\r\n]/)[0] ?? "";
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
