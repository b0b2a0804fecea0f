import fc from "fast-check";
import type { ClauseSpec } from "../../server/src/catalog/clause.ts";
import { allClauses } from "../../server/src/catalog/vocabulary.ts";

/** Other names of some clauses, by the block that they stand in. */
const otherNames: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  note: {
    issuer: ["borrower", "Maker"],
    holder: ["lender"],
    principal: ["principal amount", "FACE AMOUNT"],
    issued: ["issue date", "dated"],
    matures: ["maturity date", "due"],
  },
  interest: { rate: ["interest rate"] },
  conversion: {
    price: ["conversion price"],
    "ownership limit": ["beneficial ownership limitation", "blocker"],
  },
};

/** Other ways to write words of a sheet, which mean the same. */
const otherWords: readonly (readonly [written: string, others: readonly string[]])[] = [
  ["payable  at maturity", ["payable in a lump sum at maturity", "payable upon maturity"]],
  ["closing bids", ["closing bid prices", "bid prices"]],
  ["closing bid on", ["closing bid price on", "the bid price on"]],
  ["VWAP over", ["daily VWAP over", "volume-weighted average price over", "vwap of the common stock over"]],
  ["over prior", ["over the prior", "during the preceding", "in the last", "for the previous"]],
  ["5 trading days", ["five (5) trading days", "five trading days", "5 consecutive trading days"]],
  ["3 lowest", ["the three (3) lowest", "three lowest"]],
  ["85%", ["85 percent", "eighty-five percent (85%)", "eighty-five percent"]],
  ["12%", ["12 %", "twelve percent (12%)"]],
  ["average of", ["the mean of", "average of the"]],
  ["December", ["Dec", "dec.", "DECEMBER"]],
  ["after issuance", ["after the issuance", "following issuance"]],
  ["per annum", ["Per Annum"]],
  ["deducted from proceeds", ["Deducted", "withheld"]],
  ["of principal", ["of the principal", "of the  Principal"]],
  ["day 0 to 30", ["Day 0 through 30"]],
];

/** The clauses whose words are free text, and the blocks whose lines are. */
const freeClauses = namesWhere(({ value }) => value.form === "text");
const freeBlocks = namesWhere(({ block }) => block?.content === "text");

function namesWhere(fits: (spec: ClauseSpec) => boolean): RegExp {
  const names = allClauses().flatMap(({ spec }) => (fits(spec) ? spec.names : []));
  return new RegExp(`^\\s*(?:${names.join("|")}) `);
}

interface Whim {
  readonly indent: string;
  readonly gap: string;
  readonly behind: string;
  readonly casing: "as it is" | "upper" | "capitals";
  readonly joins: boolean;
  readonly ownBrace: boolean;
  readonly other: number;
}

const whim: fc.Arbitrary<Whim> = fc.record({
  indent: fc.constantFrom("", " ", "\t", "       ", "\u00a0"),
  gap: fc.constantFrom(" ", "  ", "\t", "      "),
  behind: fc.constantFrom("", "", " ", "\t  "),
  casing: fc.constantFrom("as it is", "upper", "capitals"),
  joins: fc.boolean(),
  ownBrace: fc.boolean(),
  other: fc.nat(9),
});

/**
 * A sheet as a hasty author would have typed it: other indents and gaps, other words for the same, other letter case,
 * clauses run together with `;`, the braces of clauses on lines of their own. It means what the sheet means; lines of free text and
 * comments keep their words.
 */
export function scrambled(sheet: string): fc.Arbitrary<string> {
  const lines = sheet.split("\n");
  return fc
    .tuple(
      fc.array(whim, { minLength: lines.length, maxLength: lines.length }),
      fc.constantFrom("straight", "curly"),
    )
    .map(([whims, quotes]) => {
      const free = freeLines(lines);
      const typed = lines.map((line, index) => {
        const own = whims[index] as Whim;
        if (line === "") return own.joins ? "" : "\n";
        if (free.has(index)) return line;
        const words = retyped(line, blockAround(lines, index), own);
        const brace = own.ownBrace && /^ {0,4}\S.* \{$/.test(line) ? words.replace(/\s*\{$/, "\n  {") : words;
        const marks = quotes === "curly" ? brace.replace(/"([^"]*)"/g, "“$1”") : brace;
        return `${own.indent}${marks}${own.behind}`;
      });
      return typed
        .map((line, index) => line + behind(lines, index, free, whims[index] as Whim))
        .join("")
        .trimEnd()
        .concat("\n\n");
    });
}

/** What ends a line: `;` where the next clause may run on. */
function behind(lines: readonly string[], index: number, free: ReadonlySet<number>, { joins }: Whim): string {
  const line = lines[index] ?? "";
  const next = lines[index + 1] ?? "";
  const plain = (words: string): boolean => words !== "" && !/[{}]|\/\/|\*\//.test(words);
  if (!joins || free.has(index) || free.has(index + 1) || !plain(line) || !plain(next)) return "\n";
  return index % 2 === 0 ? "; " : ";\n";
}

/** Lines whose words are their author's: free text, and comments of several lines. */
function freeLines(lines: readonly string[]): ReadonlySet<number> {
  const free = new Set<number>();
  let end: string | undefined;
  lines.forEach((line, index) => {
    if (end !== undefined || freeClauses.test(line) || line.includes("/*")) free.add(index);
    if (freeBlocks.test(line) && line.endsWith("{")) end = "}";
    if (line.includes("/*")) end = "*/";
    if (end !== undefined && line.trim().endsWith(end)) end = undefined;
  });
  return free;
}

/** The name of the block that a line stands in. */
function blockAround(lines: readonly string[], index: number): string {
  const indent = lines[index]?.search(/\S/) ?? 0;
  const opening = lines.slice(0, index).findLast((line) => line !== "" && line.search(/\S/) < indent);
  return /^\s*(\w+)/.exec(opening ?? "")?.[1] ?? "";
}

function retyped(line: string, block: string, { gap, casing, other }: Whim): string {
  const renamed = other < 4 ? line.trim() : reworded(otherName(line.trim(), block, other), other);
  const parts = renamed.split(/("[^"]*"|\/\/.*|\/\*.*?\*\/|\[[^\]]*\])/);
  return parts
    .map((part, index) => (index % 2 === 1 ? part : cased(part, casing).replace(/ +/g, gap)))
    .join("");
}

function otherName(line: string, block: string, other: number): string {
  const [, name = "", words = ""] = /^(.*?)( {2,}.*)$/.exec(line) ?? [];
  const others = otherNames[block]?.[name];
  return others ? `${others[other % others.length]}${words}` : line;
}

/** Other words outside quotes, comments and brackets. */
function reworded(line: string, other: number): string {
  const parts = line.split(/("[^"]*"|\/\/.*|\/\*.*?\*\/|\[[^\]]*\])/);
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : otherWords.reduce(
            (text, [written, others]) =>
              text.replace(written, () => others[other % others.length] ?? written),
            part,
          ),
    )
    .join("");
}

/** Three capitals before a number would be a currency's code. */
function cased(words: string, casing: Whim["casing"]): string {
  if (casing === "as it is" || /\b[A-Za-z]{3} [$\d]|\b[A-Z]{3}\b/.test(words.replaceAll("VWAP", "")))
    return words;
  return casing === "upper"
    ? words.toUpperCase()
    : words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
