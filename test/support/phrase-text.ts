import type {
  AmountPhrase,
  DatePhrase,
  DayPhrase,
  MoneyPhrase,
  NumberPhrase,
  Phrase,
  PricePhrase,
  WindowPhrase,
} from "../../server/src/syntax/phrase-tree.ts";

/** A phrase's tree on one line: what was understood of the words, and nothing of how they were written. */
export function phraseText(phrase: Phrase): string {
  switch (phrase.kind) {
    case "percent":
      return `${number(phrase.number)}%`;
    case "rate":
      return `${number(phrase.percent.number)}% a ${phrase.per}`;
    case "limit":
      return `${number(phrase.percent.number)}% measured ${phrase.measured ?? "?"}`;
    case "shares":
      return `${number(phrase.number)} shares${phrase.of === undefined ? "" : ` of ${phrase.of}`}`;
    case "period":
      return `${number(phrase.count)} ${phrase.unit}`;
    case "date":
    case "month":
    case "slash date":
    case "relative date":
    case "event":
      return dateText(phrase);
    case "balance":
    case "share of amount":
    case "sum":
      return amountText(phrase);
    case "money":
    case "best":
    case "percent of":
    case "average":
    case "extreme":
    case "rolling":
    case "quote":
    case "adjusted":
    case "term":
    case "conversion price":
      return priceText(phrase);
    case "name":
    case "code":
    case "choice":
    case "text":
      return phrase.kind;
    default:
      return JSON.stringify(phrase, (key, value: unknown) => (key === "span" ? undefined : value));
  }
}

function number({ digits, negative }: NumberPhrase): string {
  return `${negative ? "-" : ""}${digits}`;
}

function money({ code, number: sum, scale }: MoneyPhrase): string {
  return `${code ?? "$"} ${number(sum)}${scale === undefined ? "" : ` ${scale}`}`;
}

function dateText(phrase: DatePhrase): string {
  switch (phrase.kind) {
    case "date":
      return `day ${phrase.year} ${phrase.month} ${phrase.day}`;
    case "month":
      return `month ${phrase.year} ${phrase.month}`;
    case "slash date":
      return `slash ${phrase.text}`;
    case "relative date": {
      const { count, unit } = phrase.period;
      return `${number(count)} ${unit} ${phrase.side} ${phrase.anchor.event}`;
    }
    case "event":
      return `event ${phrase.event}`;
    case "best date":
      return `${phrase.pick} { ${phrase.alternatives.map(dateText).join(" | ")} }`;
  }
}

function amountText(phrase: AmountPhrase): string {
  switch (phrase.kind) {
    case "balance":
      return phrase.of;
    case "money":
      return money(phrase);
    case "share of amount":
      return `${number(phrase.percent.number)}% × (${amountText(phrase.of)})`;
    case "sum":
      return phrase.terms.map(amountText).join(" + ");
    case "part of amount":
      return `${number(phrase.numerator)}/${phrase.denominator} × (${amountText(phrase.of)})`;
    case "best amount":
      return `${phrase.pick} { ${phrase.alternatives.map(amountText).join(" | ")} }`;
    case "shares at":
      return `shares × ${priceText(phrase.price)}`;
    case "amount term":
      return phrase.name;
  }
}

function priceText(phrase: PricePhrase): string {
  switch (phrase.kind) {
    case "money":
      return money(phrase);
    case "best":
      return `${phrase.pick} [${phrase.word}] { ${phrase.alternatives.map(priceText).join(" | ")} }`;
    case "percent of":
      return `${number(phrase.percent.number)}% × ${priceText(phrase.of)}`;
    case "average": {
      const picks = phrase.picks ? `${number(phrase.picks.count)} ${phrase.picks.side} ` : "";
      return `average${phrase.said ? "" : "?"}(${picks}${phrase.measure.id}, ${windowText(phrase.window)})`;
    }
    case "extreme":
      return `${phrase.side}(${phrase.measure.id}, ${windowText(phrase.window)})`;
    case "rolling":
      return `${phrase.side}(${number(phrase.days)} day averages of ${phrase.measure.id}, ${windowText(phrase.window)})`;
    case "quote":
      return `${phrase.measure.id} @ ${dayText(phrase.day)}`;
    case "adjusted": {
      const by = phrase.by.kind === "points" ? `${number(phrase.by.number)} points` : phraseText(phrase.by);
      return `(${priceText(phrase.base)}) ${phrase.sign} ${by}`;
    }
    case "rounded":
      return `(${priceText(phrase.base)}) ${phrase.way} to ${phrase.places ? number(phrase.places) : "cents"}`;
    case "conversion price":
      return "conversion price";
    case "cap price":
      return "cap price";
    case "term":
      return `"${phrase.name}"`;
  }
}

/** `?` marks what the words leave open: which days count, and where the window ends. */
function windowText({ count, unit, ends, anchor, endSaid, unitSaid }: WindowPhrase): string {
  const days = `${number(count)} ${unit}${unitSaid ? "" : "?"}`;
  return `${days} ${ends}${endSaid ? "" : "?"} ${anchor ? dateText(anchor) : "conversion"}`;
}

function dayText({ at, anchor }: DayPhrase): string {
  return `${at === "day itself" ? "" : "the trading day before "}${anchor ? dateText(anchor) : "conversion"}`;
}
