import type { IToken } from "chevrotain";
import { cover, type Span } from "../base/span.ts";
import { counted } from "../base/words.ts";
import type { MakeWholeTable } from "../catalog/value.ts";
import { type Figure, figure } from "../quantity/figure.ts";
import type { DatePhrase, MoneyPhrase } from "../syntax/phrase-tree.ts";
import { readPhrase } from "../syntax/phrases.ts";
import { Dollar, NumberToken, spanOf, Word } from "../syntax/tokens.ts";
import type { Clause } from "../syntax/tree.ts";
import { wordOf } from "../syntax/vocabulary.ts";
import { judgeDate } from "./dates.ts";
import { type Judging, judgeNumber, judgePrice, stated, writtenAs } from "./numbers.ts";

/** Reads a make-whole table: stock prices in the heading, then a day and so many added shares for each of them. */
export function bindMakeWhole(lines: readonly Clause[], context: Judging): MakeWholeTable | undefined {
  const [heading, ...rest] = lines;
  if (!heading) return undefined;
  const [word, ...prices] = makeWholeCells(heading.phrase);
  const columns = prices.flatMap((cell) => {
    const phrase = readPhrase("money", cell, 0).phrase;
    const price = phrase && judgePrice(phrase as MoneyPhrase, context);
    return price ? [{ price, span: spanOfCell(cell) }] : [];
  });
  const heads = word?.at(-1);
  if (
    heads === undefined ||
    wordOf(heads) !== "date" ||
    columns.length === 0 ||
    columns.length < prices.length
  ) {
    context.report(
      "table-heading",
      heading.span,
      "A make-whole table begins with a line that names its stock prices: date $15.00 $20.00.",
    );
    return undefined;
  }
  return { prices: columns, rows: rest.flatMap((line) => bindRow(line, columns.length, context)) };
}

function bindRow(line: Clause, columns: number, context: Judging): MakeWholeTable["rows"][number][] {
  const [first = [], ...values] = makeWholeCells(line.phrase);
  const reading = readPhrase("date", first, line.span.start);
  const date = reading.phrase && judgeDate(reading.phrase as DatePhrase, "begins", context);
  const shares = values.flatMap((cell): Figure<"shares">[] => {
    const [token] = cell;
    if (cell.length !== 1 || token?.tokenType !== NumberToken) return [];
    const span = spanOf(token);
    const number = { digits: token.image.replaceAll(",", ""), negative: false, span };
    const amount = judgeNumber(number, context);
    return amount ? [figure("shares", amount, stated(span, context, writtenAs(number)))] : [];
  });
  if (date?.kind === "day" && shares.length === columns) return [{ day: date.day, span: line.span, shares }];
  const message = `A line of the make-whole table is a day and a number of shares for each of its ${counted(columns, "stock price")}; this line is left out.`;
  context.report("table-row", line.span, message);
  return [];
}

/** The cells of a line: the date, or the word that heads its column, then each sum or number. */
export function makeWholeCells(tokens: readonly IToken[]): IToken[][] {
  const found: IToken[][] = [];
  const dateEnd = dateTokens(tokens);
  if (dateEnd > 0) found.push(tokens.slice(0, dateEnd));
  let open = false;
  for (const token of tokens.slice(dateEnd)) {
    if (open) found.at(-1)?.push(token);
    else found.push([token]);
    open = token.tokenType === Dollar;
  }
  return found;
}

/** `2025-01-01` or the word `date`: one token; `Effective Date`: two; `January 1, 2025`: up to its year. */
function dateTokens(tokens: readonly IToken[]): number {
  const heading = tokens.findIndex((token) => token.tokenType === Word && wordOf(token) === "date");
  if (heading > 0 && tokens.slice(0, heading).every(({ tokenType }) => tokenType === Word))
    return heading + 1;
  const year = tokens.findIndex(({ tokenType, image }) => tokenType === NumberToken && /^\d{4}$/.test(image));
  const isWords = tokens.length > 2 && year > 0 && year <= 3 && tokens[0]?.tokenType !== NumberToken;
  const first = tokens[0];
  if (!first) return 0;
  return isWords && wordOf(first) !== "date" && !/^\d{4}-/.test(first.image) ? year + 1 : 1;
}

function spanOfCell(cell: readonly IToken[]): Span {
  const first = cell[0];
  const last = cell.at(-1);
  return first && last ? cover(spanOf(first), spanOf(last)) : { start: 0, end: 0 };
}
