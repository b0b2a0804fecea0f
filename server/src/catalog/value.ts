import type { Span } from "../base/span.ts";
import type { Day } from "../quantity/date.ts";
import type { Figure } from "../quantity/figure.ts";
import type { MeasureId } from "../syntax/measures.ts";
import type { PhraseRule } from "../syntax/phrase-grammar.ts";
import type { AmountPhrase, EventName, PeriodPhrase, PricePhrase } from "../syntax/phrase-tree.ts";

/** What the words behind a clause's name have to be. `M` is what they mean once they are bound. */
export type Value<M = unknown> = ValueForm & { readonly meaning?: M };

export type ValueForm =
  /** Read by an entry rule of the phrase grammar. `edge` says which day of a month alone is meant. */
  | {
      readonly form: "phrase";
      readonly rule: PhraseRule;
      readonly edge?: "begins" | "ends";
      readonly says: string;
    }
  /** One of a few words or phrases, each with the other ways to say it. */
  | { readonly form: "choice"; readonly choices: readonly Choice[]; readonly says: string }
  | { readonly form: "name"; readonly says: string }
  | { readonly form: "currency"; readonly says: string }
  /** Free text to the line's end. */
  | { readonly form: "text"; readonly says: string }
  /** Nothing: the clause's name says it all. */
  | { readonly form: "flag"; readonly says: string }
  /** `"Name"`, which may be left out, and `for "Note"`. */
  | { readonly form: "heading"; readonly named: boolean; readonly says: string }
  /** `<rule code> because "<reason>"`. */
  | { readonly form: "allowance"; readonly says: string }
  /** A block alone. */
  | { readonly form: "block"; readonly says: string }
  /** A price, an amount of money, a date or a rate: whichever reads. */
  | { readonly form: "definition"; readonly says: string };

export interface Choice<C extends string = string> {
  readonly word: C;
  readonly also?: readonly string[];
  readonly means: string;
}

/** A date as the note gives it: a day, or one that counts from another. */
export type DateMeaning =
  | {
      readonly kind: "day";
      readonly day: Day;
      readonly text: string;
      readonly span: Span;
      readonly monthAlone: boolean;
    }
  | {
      readonly kind: "relative";
      readonly count: number;
      readonly unit: PeriodPhrase["unit"];
      readonly side: "after" | "before";
      readonly event: EventName;
      readonly text: string;
      readonly span: Span;
    }
  | { readonly kind: "event"; readonly event: EventName; readonly text: string; readonly span: Span };

export interface LimitMeaning {
  readonly share: Figure<"ratio">;
  /** Whether the new shares count among those outstanding; undefined where the note does not say. */
  readonly measured: "after" | "before" | undefined;
}

export interface SharesMeaning {
  readonly shares: Figure<"shares">;
  readonly of: string | undefined;
}

export interface HeadingMeaning {
  readonly name: string | undefined;
  /** The note that it is for, where it names one. */
  readonly forNote: { readonly name: string; readonly span: Span } | undefined;
}

export interface Allowance {
  readonly code: string;
  readonly reason: string;
  readonly span: Span;
}

/** What a `means` clause stands for: the meaning of whichever value its words are. */
export type Definition =
  | { readonly kind: "price"; readonly price: PricePhrase }
  | { readonly kind: "money"; readonly money: Figure<"money"> }
  | { readonly kind: "date"; readonly date: DateMeaning }
  | { readonly kind: "rate"; readonly rate: Figure<"ratio"> };

/** A row of a price table: a day and what each column says of it. */
export interface PriceRow {
  readonly day: Day;
  readonly span: Span;
  readonly prices: ReadonlyMap<MeasureId, { readonly price: Figure<"price">; readonly span: Span }>;
}

export const money = phrase<Figure<"money">>("money", "a sum of money");
export const percent = phrase<Figure<"ratio">>("percent", "a percentage");
export const rate = phrase<Figure<"ratio">>("rate", "a rate of interest");
export const beginning = phrase<DateMeaning>("date", "a date", "begins");
export const ending = phrase<DateMeaning>("date", "a date", "ends");
export const shares = phrase<SharesMeaning>("shares", "a number of shares");
export const limit = phrase<LimitMeaning>("limit", "a percentage of the shares outstanding");
export const amount = phrase<AmountPhrase>("amount", "an amount");
export const price = phrase<PricePhrase>("price", "a price");
export const name: Value<string> = { form: "name", says: "a name in quotes" };
export const currency: Value<string> = { form: "currency", says: "a currency code" };
export const text: Value<string> = { form: "text", says: "text" };
export const flag: Value<true> = { form: "flag", says: "nothing more" };
export const title: Value<HeadingMeaning> = { form: "heading", named: true, says: "a name in quotes" };
export const heading: Value<HeadingMeaning> = { form: "heading", named: false, says: "perhaps for “a note”" };
export const allowance: Value<Allowance> = {
  form: "allowance",
  says: "a rule's code, then because and a reason in quotes",
};
export const blockOnly: Value<undefined> = { form: "block", says: "a block in braces" };
export const definition: Value<Definition> = { form: "definition", says: "a price, a sum, a date or a rate" };

/** One of the words; the union of them is what the clause means. */
export function choice<const C extends readonly Choice[]>(...choices: C): Value<C[number]["word"]> {
  return { form: "choice", choices, says: "one of a few words" };
}

/** Words as choices compare them: in lower case, without an article before or a full stop behind. */
export function choiceWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^the |\.$/g, "");
}

/** The choice that some words are, by its own word or by another way to say it. */
export function chosen(choices: readonly Choice[], text: string): Choice | undefined {
  const words = choiceWords(text);
  return choices.find(({ word, also = [] }) => [word, ...also].some((form) => form.toLowerCase() === words));
}

function phrase<M>(rule: PhraseRule, says: string, edge?: "begins" | "ends"): Value<M> {
  return { form: "phrase", rule, says, ...(edge ? { edge } : {}) };
}
