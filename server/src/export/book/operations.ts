import { minorUnits } from "../../quantity/currency.ts";
import { addMonths, type Day, parseLongDate } from "../../quantity/date.ts";
import { dayOf, type Figure, type Operation } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { serialOf } from "./amounts.ts";
import { call, combined, type Expression, numeral, parsed, roundedTo } from "./expression.ts";

/** What an operation's formula is made of. */
export interface Operands {
  readonly result: Figure;
  readonly inputs: readonly Figure[];
  /** What stands for each input. */
  readonly parts: readonly Expression[];
  /** Puts values side by side, so that they can be named as a range. */
  readonly range: (parts: readonly Expression[]) => string;
}

/** More arguments than a formula has. */
const mostArguments = 200;

/** The formula of an operation; undefined where a spreadsheet has none for it. */
export function formulaOf(operation: Operation, operands: Operands): Expression | undefined {
  const { parts, result } = operands;
  const [first, second] = parts;
  switch (operation.form) {
    case "infix":
      return first && second && combined(operation.sign, first, second);
    case "rounding":
      return first && roundingOf(operation.text, first, result);
    case "choice":
      return best(operands);
    case "average":
      return meanOf(operation.picked, operands);
    case "list":
      return first;
    case "series":
      if (/\bXIRR\b/.test(operation.text)) return rateOf(operands);
      return sumOf(operands) ?? [parts.at(-1), first].find((part) => part && isSame(part.value, operands));
    case "rows":
      return sumOf(operands) ?? [parts.at(-1), first].find((part) => part && isSame(part.value, operands));
    case "function":
      return functionOf(operation.text, operands);
  }
}

function roundingOf(text: string, part: Expression, { currency = "USD" }: Figure): Expression | undefined {
  if (text === "to cents" || text === "to the currency's unit")
    return roundedTo(part, minorUnits(currency), "nearest");
  if (text === "to the nearest whole share") return roundedTo(part, 0, "nearest");
  const [, way, places = "0"] = /^(up |down )?to (?:whole shares|(\d+) decimal places)$/.exec(text) ?? [];
  if (way === undefined && !/^to \d+ decimal places$/.test(text)) return undefined;
  return roundedTo(part, Number(places), way === "up " ? "up" : way === "down " ? "down" : "nearest");
}

/** The least of the candidates or the greatest, whichever was chosen. */
function best({ result, parts, inputs }: Operands): Expression | undefined {
  if (parts.length === 0 || parts.length > mostArguments) return undefined;
  const origin = result.origin.kind === "computed" ? result.origin.operation : undefined;
  const values = parts.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const low = call("MIN", parts, least);
  const high = call("MAX", parts, most);
  const words = origin?.form === "choice" ? origin.text : "";
  const first = /\b(?:low|less|least|small|earl|soon|ceiling|maximum|most)/i.test(words)
    ? [low, high]
    : [high, low];
  return first.find(({ value }) => isSame(value, { result, parts, inputs }));
}

/** The mean of all, or of so many of the lowest or the highest. */
function meanOf(picked: readonly number[], operands: Operands): Expression | undefined {
  const { parts, range, result, inputs } = operands;
  if (parts.length === 0 || parts.length > mostArguments) return undefined;
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  if (picked.length === parts.length) return call("AVERAGE", parts, mean(parts.map(({ value }) => value)));
  const sorted = parts.map(({ value }) => value).sort((a, b) => a - b);
  const sides = [
    { name: "SMALL", values: sorted.slice(0, picked.length) },
    { name: "LARGE", values: sorted.slice(-picked.length) },
  ];
  const side = sides.find(({ values }) => isSame(mean(values), { result, parts, inputs }));
  if (!side) return undefined;
  const cells = range(parts);
  const each = picked.map((_, index) => `${side.name}(${cells},${index + 1})`);
  const text = each.length === 1 ? (each[0] ?? "") : `AVERAGE(${each.join(",")})`;
  return { text, value: mean(side.values), level: 4 };
}

function sumOf(operands: Operands): Expression | undefined {
  const { parts } = operands;
  if (parts.length === 0 || parts.length > mostArguments) return undefined;
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  return isSame(total, operands) ? call("SUM", parts, total) : undefined;
}

function isSame(value: number, { result }: Pick<Operands, "result" | "parts" | "inputs">): boolean {
  return isClose(value, result);
}

/** Whether a formula comes to the figure: to nine digits, and to less than a thousandth of a cent in money. */
export function isClose(value: number, { kind, amount }: Figure): boolean {
  const whole =
    kind === "date"
      ? serialOf(Number(amount.numerator))
      : Number(amount.numerator) / Number(amount.denominator);
  const exact = Number.isFinite(whole) ? whole : Number.NaN;
  return Math.abs(value - exact) <= Math.max(1e-9, Math.abs(exact) * 1e-11);
}

/** The rate of what is paid and received: `paid June 3, 2024` is what each sum is called. */
function rateOf({ inputs, parts, range, result }: Operands): Expression | undefined {
  const flows = inputs.flatMap(({ name = "" }, index) => {
    const [, side, on = ""] = /^(paid|received) (.+)$/.exec(name) ?? [];
    const day = parseLongDate(on);
    const part = parts[index];
    if (side === undefined || day === undefined || !part) return [];
    const sum = side === "paid" ? combined("×", numeral(-1), part) : part;
    return [{ sum, day: numeral(serialOf(day)) }];
  });
  if (flows.length !== inputs.length || flows.length > mostArguments) return undefined;
  const value = Number(result.amount.numerator) / Number(result.amount.denominator);
  const sums = range(flows.map(({ sum }) => sum));
  const days = range(flows.map(({ day }) => day));
  const guess = numeral(Number(value.toPrecision(3)));
  return { text: `XIRR(${sums},${days},${guess.text})`, value, level: 4 };
}

function functionOf(text: string, operands: Operands): Expression | undefined {
  const { inputs, parts, result } = operands;
  if (inputs.length === 0) return undefined;
  if (result.kind === "date") return dateOf(text, operands);
  const [only] = parts;
  if (only && parts.length === 1 && isSame(only.value, operands)) return only;
  if (inputs.length === 2 && inputs.every(({ kind }) => kind === "date")) return timeOf(text, operands);
  const known = inputs.flatMap((input, index): (readonly [string, Expression])[] => {
    const part = parts[index];
    if (!part) return [];
    const words = [
      input.name,
      show(input),
      index === 0 ? "rate" : undefined,
      index === 1 ? "years" : undefined,
    ];
    return words.flatMap((word) => (word === undefined || word === "" ? [] : [[word, part] as const]));
  });
  return parsed(
    text,
    known.sort(([a], [b]) => b.length - a.length),
  );
}

/** The days or the part of a year between two dates, by a day count whose arithmetic a formula can have. */
function timeOf(text: string, { parts, result }: Operands): Expression | undefined {
  const [from, to] = parts;
  if (!from || !to) return undefined;
  const actual = combined("−", to, from);
  const thirty = thirtyDays(from.text, to.text);
  const daysIn = /^days by /.test(text);
  const year = Number(/^\d+\/(\d+)$/.exec(text)?.[1] ?? Number.NaN);
  const value = Number(result.amount.numerator) / Number(result.amount.denominator);
  const ways = daysIn ? [actual] : [365, 360].map((days) => combined("÷", actual, numeral(days)));
  const found = ways.find((way) => Math.abs(way.value - value) < 1e-12);
  const named = `${result.name ?? ""} ${text}`;
  if (found && !/30E?\/360/.test(named)) return found;
  if (!/bond basis/.test(named)) return undefined;
  return daysIn
    ? { text: thirty, value, level: 1 }
    : year === 360 || Number.isNaN(year)
      ? { text: `(${thirty})/360`, value, level: 2 }
      : undefined;
}

/** Months of thirty days, by the bond basis: an end on the 31st is the 30th where the beginning is one. */
function thirtyDays(from: string, to: string): string {
  const begins = `MIN(DAY(${from}),30)`;
  const ends = `IF(AND(DAY(${to})=31,${begins}=30),30,DAY(${to}))`;
  return `360*(YEAR(${to})-YEAR(${from}))+30*(MONTH(${to})-MONTH(${from}))+${ends}-${begins}`;
}

/** A day so many days or months from another. */
function dateOf(text: string, { inputs, parts, result }: Operands): Expression | undefined {
  const [anchor, more] = inputs;
  const [part] = parts;
  if (!anchor || !part || more || anchor.kind !== "date") return undefined;
  const [from, to] = [dayOf(anchor as Figure<"date">), dayOf(result as Figure<"date">)];
  if (/month|year|quarter|annual/i.test(text)) {
    const months = monthsBetween(from, to);
    return months === undefined ? undefined : call("EDATE", [part, numeral(months)], serialOf(to));
  }
  if (/^the day after$|^day \d+$|\b\d+ days?\b|\bweek/i.test(text) && !/trading|business/i.test(text)) {
    const days = to - from;
    return combined(days < 0 ? "−" : "+", part, numeral(Math.abs(days)));
  }
  return undefined;
}

const mostMonths = 1200;

function monthsBetween(from: Day, to: Day): number | undefined {
  const guess = Math.round((to - from) / 30.436875);
  return [guess, guess - 1, guess + 1].find(
    (months) => Math.abs(months) < mostMonths && addMonths(from, months) === to,
  );
}
