// The documents that servers are measured on: the Exchange Note, and as many of it as make a long file.
import { readFileSync } from "node:fs";

export interface Sheet {
  readonly uri: string;
  readonly text: string;
}

/** A text in place of another, somewhere in a sheet's line. */
export interface Edit {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** An edit that makes a mistake, and the one that takes it back. */
export interface Mistake {
  readonly make: Edit;
  readonly mend: Edit;
}

const example = readFileSync(new URL("../examples/exchange-note.note", import.meta.url), "utf8");

/** The Exchange Note as it stands in the examples. */
export const exchangeNote: Sheet = { uri: "file:///bench/exchange-note.note", text: example };

/** The Exchange Note under another name. */
export function copyOf(number: number): Sheet {
  return { uri: `file:///bench/copy-${number}.note`, text: renamed(example, number) };
}

/** Notes of different names, each with its own market and scenario, in a file of at least so many lines. */
export function longSheet(lines: number, messages: "few" | "many"): Sheet {
  const whole = enclosed(example);
  const one = messages === "few" ? settled(whole) : whole;
  const notes = Math.ceil(lines / one.split("\n").length);
  const text = Array.from({ length: notes }, (_, index) => renamed(one, index + 1)).join("\n");
  return { uri: `file:///bench/${messages}-${lines}.note`, text };
}

/** Two mistakes in the note in the middle: a day that no month has, and a letter in an amount of money. */
export function mistakesIn({ text }: Sheet): Mistake[] {
  return [mistake(text, "matures", "December ", "3"), mistake(text, "principal", "$840,", "x")];
}

/** A letter typed on an empty line of the note in the middle. */
export function letterIn({ text }: Sheet): Mistake {
  return mistake(text, "", "", "p");
}

/** Where a clause's name stands in the note in the middle. */
export function placeOf({ text }: Sheet, name: string): { line: number; character: number } {
  const { line, content } = middleLine(text, (each) => each.trimStart().startsWith(`${name} `));
  return { line, character: content.indexOf(name) + 1 };
}

function mistake(text: string, name: string, before: string, insert: string): Mistake {
  const starts = (each: string): boolean =>
    name === "" ? each === "" : each.trimStart().startsWith(`${name} `) && each.includes(before);
  const { line, content } = middleLine(text, starts);
  const from = content.indexOf(before) + before.length;
  return {
    make: { line, from, to: from, insert },
    mend: { line, from, to: from + insert.length, insert: "" },
  };
}

function middleLine(text: string, wanted: (line: string) => boolean): { line: number; content: string } {
  const found = text.split("\n").flatMap((content, line) => (wanted(content) ? [{ line, content }] : []));
  const middle = found[Math.floor(found.length / 2)];
  if (!middle) throw new Error("The example has no such line.");
  return middle;
}

/** The note with what stands below it moved inside its braces. */
function enclosed(text: string): string {
  const end = text.indexOf("\n}\n");
  const below = text.slice(end + 3).trimEnd();
  return `${text.slice(0, end)}\n${below.replaceAll(/^(?=.)/gm, "  ")}\n}\n`;
}

/** The note with everything said that it leaves open and nothing that is remarked on, so that little is reported. */
function settled(text: string): string {
  const more = {
    rate: ["default rate  none", "day count  actual/365", "simple", "accrues from  December 6, 2017"],
    price: ["floor  $0.0001", "from  December 6, 2017", "until  maturity", "fractional shares  cash in lieu"],
  };
  return text
    .replace("option           issuer", "option           holder")
    .replace("9.99% after issuance", "none")
    .replace(/^( +)(issued .*\n)/m, "$1$2$1governing law  Nevada\n")
    .replace(/^( +)rate .*\n/m, (line, indent: string) => line + lines(indent, more.rate))
    .replace(/^( +)ownership limit/m, (line, indent: string) => lines(indent, more.price) + line);
}

function lines(indent: string, clauses: readonly string[]): string {
  return clauses.map((clause) => `${indent}${clause}\n`).join("");
}

function renamed(text: string, number: number): string {
  return text.replace('"Exchange Note"', `"Exchange Note ${number}"`);
}
