import { expect, test } from "vitest";
import { type PriceFile, readPriceFile, summaryOf } from "../../server/src/market/csv.ts";
import { isoDate } from "../../server/src/quantity/date.ts";
import { plainValue } from "../../server/src/quantity/format.ts";
import { longPriceFile } from "../support/price-file.ts";

/** The file as it is understood: its columns, then each day with its prices, `-` for none. */
function tableOf(text: string): string[] {
  const { rows, measures } = readPriceFile(text);
  const lines = rows.map(({ day, prices }) => {
    const cells = measures.map((measure) => {
      const cell = prices.get(measure);
      return cell ? `${cell.price.currency ?? ""}${plainValue(cell.price)}` : "-";
    });
    return [isoDate(day), ...cells].join(" ");
  });
  return [measures.join(", "), ...lines];
}

const messages = ({ problems }: PriceFile): string[] => problems.map(({ message }) => message);
const days = (text: string): string[] => readPriceFile(text).rows.map(({ day }) => isoDate(day));

test("columns by their heading, in any order and case, by any name of the measure", () => {
  expect(tableOf("VWAP,DATE,Closing Bid\n0.0024,2018-11-28,0.0023\n")).toEqual([
    "VWAP, closing bid",
    "2018-11-28 0.0024 0.0023",
  ]);
  expect(tableOf("date,bid,close,low,high,open,last\n2018-11-28,1,2,3,4,5,6\n")).toEqual([
    "closing bid, closing price, low price, high price, opening price, last price",
    "2018-11-28 1 2 3 4 5 6",
  ]);
});

test("columns that are no measure are passed over in silence", () => {
  const text = "Date,Open,High,Low,Close,Adj Close,Volume\n2018-11-28,5,7,4,6,5.5,not known\n";
  expect(tableOf(text)).toEqual([
    "opening price, high price, low price, closing price",
    "2018-11-28 5 7 4 6",
  ]);
  expect(messages(readPriceFile(text))).toEqual([]);
});

test("a heading may say its currency in parentheses, and two names for one column", () => {
  expect(tableOf("Date,Close/Last,Low (USD)\n2018-11-28,6,5\n")).toEqual([
    "closing price, low price",
    "2018-11-28 6 5",
  ]);
});

test.each([
  ["LF", "\n", ""],
  ["CRLF", "\r\n", ""],
  ["a byte order mark and CRLF", "\r\n", "\uFEFF"],
  ["CR", "\r", ""],
])("lines that end with %s", (_, end, mark) => {
  const text = `${mark}${["Date,VWAP", "2018-11-28,0.0024", "2018-11-29,0.0023"].join(end)}${end}`;
  expect(tableOf(text)).toEqual(["VWAP", "2018-11-28 0.0024", "2018-11-29 0.0023"]);
  expect(messages(readPriceFile(text))).toEqual([]);
});

test("quotes round cells, commas and line ends in them", () => {
  const text =
    '"Date","Note","VWAP"\n"2018-11-28","said ""low"", twice\nor more","1,234.50"\n2018-11-29,,2\n';
  expect(tableOf(text)).toEqual(["VWAP", "2018-11-28 1234.5", "2018-11-29 2"]);
});

test("semicolons, tabs and bars part cells too", () => {
  for (const sign of [";", "\t", "|"])
    expect(tableOf(`Date${sign}VWAP${sign}bid\n2018-11-28${sign}1${sign}2\n`)).toEqual([
      "VWAP, closing bid",
      "2018-11-28 1 2",
    ]);
});

test("a price may have a sign, a code, separators or an exponent", () => {
  expect(tableOf('Date,VWAP,bid,close,low\n2018-11-28,$0.0024,"USD 1,000",.003,2.4e-05\n')).toEqual([
    "VWAP, closing bid, closing price, low price",
    "2018-11-28 0.0024 USD1000 0.003 0.000024",
  ]);
  expect(readPriceFile("Date,VWAP\n2018-11-28,EUR 5\n").currencies).toEqual(["EUR"]);
  expect(tableOf("Date,VWAP\n2018-11-28,1.5E+2\n2018-11-29,2E3\n")).toEqual([
    "VWAP",
    "2018-11-28 150",
    "2018-11-29 2000",
  ]);
});

test("what says that there was no price is no problem", () => {
  const text = `Date,VWAP\n${["-", "", "N/A", "null", "n/a", "–", "NaN"].map((cell, index) => `2018-12-0${index + 3},${cell}`).join("\n")}`;
  expect(tableOf(text).slice(1)).toEqual([3, 4, 5, 6, 7, 8, 9].map((day) => `2018-12-0${day} -`));
  expect(messages(readPriceFile(text))).toEqual([]);
});

test("a bad cell names its row and column, and leaves the others usable", () => {
  const text =
    'Date,VWAP,bid\n2018-11-28,abc,0.0023\n2018-11-29,-5,0\n2018-11-30,"0,0024",0.0021\n2018-12-03,XQQ 5,1\n';
  expect(tableOf(text)).toEqual([
    "VWAP, closing bid",
    "2018-11-28 - 0.0023",
    "2018-11-29 - -",
    "2018-11-30 - 0.0021",
    "2018-12-03 - 1",
  ]);
  const found = messages(readPriceFile(text));
  expect(found.map((message) => message.split(" and is left out")[0])).toEqual([
    "row 2, VWAP: “abc” is no price",
    "row 3, VWAP: “-5” is no price above zero",
    "row 3, bid: “0” is no price above zero",
    "row 4, VWAP: “0,0024” is no price",
    "row 5, VWAP: “XQQ 5” names no currency that exists (XQQ)",
  ]);
});

test("a row without a date, or with a day that no month has, is left out", () => {
  const text = "Date,VWAP\n,1\nsoon,2\n2018-02-30,3\n2018-11-29,4\n";
  expect(days(text)).toEqual(["2018-11-29"]);
  expect(messages(readPriceFile(text)).map((message) => message.slice(0, 18))).toEqual([
    "row 2, date: there",
    "row 3, date: “soon",
    "row 4, date: “2018",
  ]);
});

test("rows are numbered as a spreadsheet numbers them, empty ones included", () => {
  const text = "\n\nDate,VWAP\n\n2018-11-28,1\n,\n2018-11-29,x\n";
  expect(messages(readPriceFile(text))).toEqual([expect.stringMatching(/^row 7, VWAP: “x”/)]);
  expect(readPriceFile(text).rows.map(({ source }) => source)).toEqual(["row 5", "row 7"]);
});

test("of two rows for one day the first counts; days come in the order of time", () => {
  const text = "Date,VWAP\n2018-11-30,3\n2018-11-29,2\n2018-11-30,9\n2018-11-28,1\n";
  expect(tableOf(text)).toEqual(["VWAP", "2018-11-28 1", "2018-11-29 2", "2018-11-30 3"]);
  expect(messages(readPriceFile(text))).toEqual([
    "row 4, date: 2018-11-30 is in row 2 already, which is used.",
  ]);
});

test("a heading without a date, without a price, or with a measure twice", () => {
  expect(messages(readPriceFile("Day,VWAP\n2018-11-28,1\n"))[0]).toContain("there is no column “date”");
  expect(messages(readPriceFile("Date,Volume\n2018-11-28,1\n"))[0]).toContain("no column is a price");
  for (const text of ["", "\n\n", "\uFEFF"])
    expect(messages(readPriceFile(text))[0], JSON.stringify(text)).toContain("The file is empty");
  expect(messages(readPriceFile("2018-11-28,1\n"))[0]).toContain("begins with a row of prices");
  const twice = readPriceFile("Date,Close,Closing price\n2018-11-28,1,2\n");
  expect(messages(twice)).toEqual([
    "“Close” and “Closing price” are both the closing price; the first is used.",
  ]);
  expect(tableOf("Date,Close,Closing price\n2018-11-28,1,2\n")[1]).toBe("2018-11-28 1");
});

test("a heading without rows is reported, for no price comes of it", () => {
  for (const text of ["Date,VWAP", "Date,VWAP\n\n,\n"])
    expect(messages(readPriceFile(text)), text).toEqual([
      "There is no row under the heading, so there is no price. Write a row a day.",
    ]);
});

test("titles over the heading are passed over, and rows keep their numbers", () => {
  const text = "Acme Corp. (ACME)\nExported on 2018-12-07\n\nDate,VWAP,Bid\n2018-11-28,1,2\n2018-11-29,x,2\n";
  expect(tableOf(text)).toEqual(["VWAP, closing bid", "2018-11-28 1 2", "2018-11-29 - 2"]);
  expect(messages(readPriceFile(text))).toEqual([expect.stringMatching(/^row 6, VWAP: “x”/)]);
});

test("where semicolons part cells, a comma that may be either leaves the price out", () => {
  const text = "Date;VWAP;Bid;Low\n2018-11-28;0,0024;1,234;1,234.50\n2018-11-29;1.5;2;3\n";
  expect(tableOf(text).slice(1)).toEqual(["2018-11-28 - - 1234.5", "2018-11-29 1.5 2 3"]);
  expect(messages(readPriceFile(text))).toEqual([
    "row 2, VWAP: “0,0024” is no price and is left out. Write 0.0024, with a point.",
    "row 2, Bid: “1,234” can be read two ways and is left out. Write 1.234 or 1234, without a comma.",
  ]);
  expect(tableOf('Date,VWAP\n2018-11-28,"1,234"\n')[1]).toBe("2018-11-28 1234");
});

test("a quote that is never closed is reported, and the rows before it are usable", () => {
  const text = 'Date,VWAP\n2018-11-28,1\n2018-11-29,"2\n2018-11-30,3\n';
  expect(days(text)).toContain("2018-11-28");
  expect(messages(readPriceFile(text))).toEqual([
    expect.stringContaining("row 3: a quote is opened and never closed"),
  ]);
});

test("dates in words, ISO dates with a time, and years of two digits", () => {
  expect(
    days(
      'Date,VWAP\n"Nov 28, 2018",1\n29-Nov-2018,2\n2018-11-30 00:00:00-05:00,3\n2018-12-03T16:00:00Z,4\n12/31/98,5\n',
    ),
  ).toEqual(["1998-12-31", "2018-11-28", "2018-11-29", "2018-11-30", "2018-12-03"]);
});

test("dates with points or slashes, in one number, and with a month in words and a short year", () => {
  expect(days("Date,VWAP\n28.11.2018,1\n03.12.2018,2\n")).toEqual(["2018-11-28", "2018-12-03"]);
  expect(days("Date,VWAP\n2018/11/28,1\n20181129,2\n30-Nov-18,3\n2018.12.03,4\n")).toEqual([
    "2018-11-28",
    "2018-11-29",
    "2018-11-30",
    "2018-12-03",
  ]);
  // A spreadsheet's number of a day, a month alone, signs that do not agree.
  expect(days("Date,VWAP\n43432,1\n201811,2\n2018-11/28,3\n2018112,4\n")).toEqual([]);
});

test("American dates: a number above 12 in second place proves it, silently", () => {
  const read = readPriceFile("Date,VWAP\n12/6/2017,1\n12/13/2017,2\n");
  expect(read.rows.map(({ day }) => isoDate(day))).toEqual(["2017-12-06", "2017-12-13"]);
  expect(read.order).toEqual({ monthFirst: true, decided: "by a number above 12" });
  expect(days("Date,VWAP\n12-6-2017,1\n12-13-2017,2\n")).toEqual(["2017-12-06", "2017-12-13"]);
});

test("a number above 12 in first place proves the day first", () => {
  const read = readPriceFile("Date,VWAP\n6/12/2017,1\n13/12/2017,2\n");
  expect(read.rows.map(({ day }) => isoDate(day))).toEqual(["2017-12-06", "2017-12-13"]);
  expect(read.order).toEqual({ monthFirst: false, decided: "by a number above 12" });
  expect(read.example).toMatchObject({ written: "6/12/2017" });
});

test("trading days tell the order where no number does", () => {
  // June 1, 2018 was a Friday; January 6, 2018 a Saturday.
  expect(readPriceFile("Date,VWAP\n6/1/2018,1\n").order).toEqual({
    monthFirst: true,
    decided: "by trading days",
  });
  expect(readPriceFile("Date,VWAP\n1/6/2018,1\n").order).toEqual({
    monthFirst: false,
    decided: "by trading days",
  });
  expect(days("Date,VWAP\n1/6/2018,1\n")).toEqual(["2018-06-01"]);
});

test("where nothing tells the order, the American one is taken and it is to be said", () => {
  // June 3, 2024 was a Monday, March 6 a Wednesday; June 5 a Wednesday, May 6 a Monday.
  const read = readPriceFile("Date,VWAP\n6/3/2024,1\n6/5/2024,2\n");
  expect(read.order).toEqual({ monthFirst: true, decided: "by neither" });
  expect(read.rows.map(({ day }) => isoDate(day))).toEqual(["2024-06-03", "2024-06-05"]);
});

test("a file that contradicts itself is read American, and the rows that do not fit are reported", () => {
  const read = readPriceFile("Date,VWAP\n13/12/2017,1\n12/13/2017,2\n");
  expect(read.rows.map(({ day }) => isoDate(day))).toEqual(["2017-12-13"]);
  expect(messages(read)).toEqual([expect.stringContaining("row 2, date: “13/12/2017” is no date")]);
});

test("twenty years of daily rows: every row with its own price, the same text read once", () => {
  const text = longPriceFile();
  const read = readPriceFile(text);
  expect(read.problems).toEqual([]);
  expect(read.rows).toHaveLength(5_040);
  const last = read.rows.at(-1);
  // 5,039 weekdays after Friday, January 2, 1998: 1,007 weeks, and then Monday to Thursday.
  expect(last && isoDate(last.day)).toBe("2017-04-27");
  expect(
    last?.prices.get("closing price") && plainValue(last.prices.get("closing price")?.price as never),
  ).toBe("50.41");
  expect(last?.source).toBe("row 5041");
  expect(readPriceFile(text)).toBe(read);
  expect(summaryOf(read)).toBe(
    "5,040 rows from 1998-01-02 to 2017-04-27: opening price, high price, low price, closing price and VWAP",
  );
});

test("whatever a file holds, it is read without an exception", () => {
  for (const text of [
    '"',
    "Date",
    "Date,VWAP\n".repeat(3),
    ",,,\n",
    "\0\0",
    `Date,VWAP\n2018-11-28,${"9".repeat(5_000)}`,
  ])
    expect(readPriceFile(text).rows.length).toBeGreaterThanOrEqual(0);
});

test.each([199, 200, 7_000, 20_000])("a price in column %d of a file is read", (columns) => {
  const blanks = ",".repeat(columns - 1);
  const text = `date${blanks},VWAP\n2018-11-28${blanks},0.0024\n2018-11-29${blanks},none at all\n`;
  expect(tableOf(text)).toEqual(["VWAP", "2018-11-28 0.0024", "2018-11-29 -"]);
  expect(messages(readPriceFile(text))).toEqual([
    "row 3, VWAP: “none at all” is no price and is left out. Write a number such as 0.0024, or nothing where there was no price.",
  ]);
});

test("of a heading with thousands of columns the message quotes the first", () => {
  const text = Array.from({ length: 20_000 }, (_, at) => `column ${at}`).join(",");
  const [message = ""] = messages(readPriceFile(text));
  expect(message).toContain("“column 0”, “column 1”");
  expect(message).toContain("and 19,988 others: there is no column “date”");
  expect(message.length).toBeLessThan(500);
});
