import type { Figure } from "../quantity/figure.ts";
import type { PhraseRule } from "../syntax/phrase-grammar.ts";
import type {
  Allowance,
  ConversionRateMeaning,
  DateMeaning,
  Definition,
  ExpectationMeaning,
  FileMeaning,
  HappeningMeaning,
  HeadingMeaning,
  LevelMeaning,
  LimitMeaning,
  PaymentDaysMeaning,
  PeriodMeaning,
  PricePathMeaning,
  RateMeaning,
  SharesMeaning,
  Tagged,
  TriggerMeaning,
} from "./meanings.ts";
import type { AmountMeaning, PriceMeaning } from "./prices.ts";

export type * from "./meanings.ts";
export type * from "./prices.ts";
export type { MeasureId } from "./words.ts";

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
  /** `"Name"`, which may be left out, and `for "Note"`; of a note `based on "Form"`, perhaps `in "<path of a file>"`. */
  | {
      readonly form: "heading";
      readonly named: boolean;
      readonly behind: "for" | "based on";
      readonly says: string;
    }
  /** `<rule code> because "<reason>"`. */
  | { readonly form: "allowance"; readonly says: string }
  /** Rows in braces, or `from "<path of a file>"`. */
  | { readonly form: "source"; readonly says: string }
  /** A block alone. */
  | { readonly form: "block"; readonly says: string }
  /** A price, an amount of money, a date or a rate: whichever reads. */
  | { readonly form: "definition"; readonly says: string }
  /** A value and then, perhaps, a few words that say what it is of. */
  | {
      readonly form: "tagged";
      readonly value: Value;
      readonly tags: readonly Choice[];
      readonly says: string;
    }
  /** Whichever of several values reads first, each under its kind. */
  | { readonly form: "either"; readonly values: Readonly<Record<string, Value>>; readonly says: string }
  /** `"Series A" on July 14, 2025`: something named, and its day. */
  | { readonly form: "happening"; readonly says: string }
  /** `conversion shares at most 300,000,000 shares`. */
  | { readonly form: "expectation"; readonly says: string };

export interface Choice<C extends string = string> {
  readonly word: C;
  readonly also?: readonly string[];
  readonly means: string;
}

export const money = phrase<Figure<"money">>("money", "a sum of money");
export const percent = phrase<Figure<"ratio">>("percent", "a percentage");
export const paymentDays = phrase<PaymentDaysMeaning>(
  "paymentDays",
  "monthly, quarterly, semi-annually or annually, and perhaps on which days",
);
export const rate = phrase<RateMeaning>("rate", "a rate of interest");
export const period = phrase<PeriodMeaning>("period", "a period");
export const conversionRate = phrase<ConversionRateMeaning>("conversionRate", "shares per $1,000");
export const trigger = phrase<TriggerMeaning>("trigger", "a price, and the trading days it has to hold for");
export const multiple = phrase<Figure<"ratio">>("multiple", "a multiple, such as 5 times or 500%");
export const level = phrase<LevelMeaning>("level", "an index in quotes and where it stands");
export const pricePath = phrase<PricePathMeaning>("pricePath", "every, from … to …, or of market");
export const happening: Value<HappeningMeaning> = { form: "happening", says: "a name in quotes and its day" };
export const expectation: Value<ExpectationMeaning> = {
  form: "expectation",
  says: "a figure, then at most, at least or exactly, and a value",
};
export const beginning = phrase<DateMeaning>("date", "a date", "begins");
export const ending = phrase<DateMeaning>("date", "a date", "ends");
export const shares = phrase<SharesMeaning>("shares", "a number of shares");
export const limit = phrase<LimitMeaning>("limit", "a percentage of the shares outstanding");
export const amount = phrase<AmountMeaning>("amount", "an amount");
export const price = phrase<PriceMeaning>("price", "a price");
export const name: Value<string> = { form: "name", says: "a name in quotes" };
export const currency: Value<string> = { form: "currency", says: "a currency code" };
export const text: Value<string> = { form: "text", says: "text" };
export const flag: Value<true> = { form: "flag", says: "nothing more" };
/** Nothing but a condition: when what stands in the braces holds. */
export const onOccasion: Value<true> = {
  form: "flag",
  says: 'perhaps on which event, such as on "Fundamental Change"',
};
export const noteTitle: Value<HeadingMeaning> = {
  form: "heading",
  named: true,
  behind: "based on",
  says: "a name in quotes, perhaps based on “a form” in “a file”",
};
export const title: Value<HeadingMeaning> = {
  form: "heading",
  named: true,
  behind: "for",
  says: "a name in quotes",
};
export const heading: Value<HeadingMeaning> = {
  form: "heading",
  named: false,
  behind: "for",
  says: "perhaps for “a note”",
};
export const allowance: Value<Allowance> = {
  form: "allowance",
  says: "a rule's code, then because and a reason in quotes",
};
export const source: Value<FileMeaning> = { form: "source", says: "from “a file”, or braces" };
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

/** The same without what says no more in the words of filings: articles, a number's figures behind its words. */
function choiceKey(text: string): string {
  return choiceWords(text)
    .replace(/\u2019/g, "'")
    .replace(/\(\d+\)|,|\b(the|a|an)\b(?=[^-/]|$)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/\b(?:on )?(month|quarter|week|annual|semi-?annual)(?:ly)? basis\b/g, "$1ly")
    .replace(/\b(365|360) day\b/g, "$1-day")
    .replace(/^ ?in whole or in part /, "")
    .replace(/ in whole or in part$/, "")
    .replace(/\bthirty(?=[ -]days?\b)/g, "30")
    .replace(/30 day\b/g, "30-day")
    .replace(/ ?\/ ?/g, "/")
    .replace(/^ ?((computed|calculated) )?(((on|upon) (basis of )?)|based (on|upon) )/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The choice that some words are, by its own word or by another way to say it. */
export function chosen(choices: readonly Choice[], text: string): Choice | undefined {
  const words = choiceWords(text);
  const exact = choices.find(({ word, also = [] }) =>
    [word, ...also].some((form) => form.toLowerCase() === words),
  );
  const key = choiceKey(text);
  return (
    exact ?? choices.find(({ word, also = [] }) => [word, ...also].some((form) => choiceKey(form) === key))
  );
}

/** A value with words behind it that say what it is of. */
export function tagged<M, const C extends readonly Choice[]>(
  value: Value<M>,
  ...tags: C
): Value<Tagged<M, C[number]["word"]>> {
  return { form: "tagged", value, tags, says: value.says };
}

/** Whichever of the values reads first; the meaning says which. */
export function either<const V extends Readonly<Record<string, Value>>>(
  says: string,
  values: V,
): Value<
  { [K in keyof V]: { readonly kind: K; readonly value: V[K] extends Value<infer M> ? M : never } }[keyof V]
> {
  return { form: "either", values, says };
}

function phrase<M>(rule: PhraseRule, says: string, edge?: "begins" | "ends"): Value<M> {
  return { form: "phrase", rule, says, ...(edge ? { edge } : {}) };
}
