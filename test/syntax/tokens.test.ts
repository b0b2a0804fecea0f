import type { IToken } from "chevrotain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { spanOf, tokenize } from "../../server/src/syntax/tokens.ts";
import { example } from "../support/analyse.ts";
import { anyText } from "../support/texts.ts";

/** Every character of the text as a token, a comment or a space has it: the parts put together again. */
function pieced(text: string): string {
  const { tokens, comments, lost } = tokenize(text);
  expect(lost).toBe(0);
  const parts = [...tokens, ...comments].map(spanOf).sort((a, b) => a.start - b.start);
  let at = 0;
  let out = "";
  for (const { start, end } of parts) {
    if (start < at || end <= start) throw new Error(`a token at ${start} to ${end} after ${at}`);
    const skipped = text.slice(at, start);
    if (/[^\s\u200B\uFEFF]/.test(skipped)) throw new Error(`“${skipped}” is passed over`);
    if (/[\r\n]/.test(skipped)) throw new Error("a line end is passed over");
    out += skipped + text.slice(start, end);
    at = end;
  }
  return out + text.slice(at);
}

const images = (text: string): string[] => tokenize(text).tokens.map(({ image }) => image);
const typed = (text: string): string[] =>
  tokenize(text).tokens.map(({ image, tokenType }) => `${tokenType.name} ${image.replace(/\s/g, "␤")}`);

test.each([
  ["-$5", ["-", "$", "5"]],
  ["−$5 – 6", ["−", "$", "5", "–", "6"]],
  ["$.003", ["$", ".003"]],
  ["$1,234,567.89", ["$", "1,234,567.89"]],
  ["1,00", ["1", ",", "00"]],
  ["12,3456", ["12", ",", "3456"]],
  ["85%of", ["85", "%", "of"]],
  ['“Form A” "B" „C“', ["“Form A”", '"B"', "„C“"]],
  ['"never closed\nrate', ['"never closed', "\n", "rate"]],
  ["a /* b */ c", ["a", "c"]],
  ["a /* never closed\nrate 5%", ["a", "\n", "rate", "5", "%"]],
  ["a // rest\r\nb", ["a", "\r\n", "b"]],
  ["a /* one\ntwo */ b", ["a", "b"]],
  ["a\rb\r\nc\nd", ["a", "\r", "b", "\r\n", "c", "\n", "d"]],
  ["a\u00A0b\u2009c\u3000d\uFEFFe\u200Bf", ["a", "b", "c", "d", "e", "f"]],
  ["Société Générale 株式会社 Ωmega", ["Société", "Générale", "株式会社", "Ωmega"]],
  [
    "semi-annually lender's R&D 12/6/2017 30E/360 30/360",
    ["semi-annually", "lender's", "R&D", "12/6/2017", "30E/360", "30/360"],
  ],
  [
    "2017-12-06 2017-12-061 2017-12-06-07",
    ["2017-12-06", "2017", "-", "12", "-", "061", "2017", "-", "12", "-", "06", "-", "07"],
  ],
  ["{}[]|;()", ["{", "}", "[", "]", "|", ";", "(", ")"]],
  ["[●] [_] ©", ["[", "●", "]", "[", "_", "]", "©"]],
  ["a // x; }\n}", ["a", "\n", "}"]],
  ['"{" "//" }', ['"{"', '"//"', "}"]],
] as const)("%j is read as its words", (text, expected) => {
  expect(images(text)).toEqual([...expected]);
  expect(pieced(text)).toBe(text);
});

test("kinds of words", () => {
  expect(typed('rate 12% [●] 2017-12-06 12/6/2017 30/360 $5, "x" (5)')).toEqual([
    "Word rate",
    "Number 12",
    "Percent %",
    "OpenBracket [",
    "Word ●",
    "CloseBracket ]",
    "IsoDate 2017-12-06",
    "SlashDate 12/6/2017",
    "Fraction 30/360",
    "Dollar $",
    "Number 5",
    "Comma ,",
    'Quoted "x"',
    "OpenParenthesis (",
    "Number 5",
    "CloseParenthesis )",
  ]);
});

test.each([
  ["an empty text", ""],
  ["the exchange note", example("exchange-note")],
  ["the power-up note", example("power-up-note")],
  ["line ends of three kinds", example("exchange-note").replaceAll("\n", "\r\n")],
  ["lone carriage returns", example("exchange-note").replaceAll("\n", "\r")],
  ["control characters", Array.from({ length: 160 }, (_, code) => `${String.fromCharCode(code)}x`).join("")],
  [
    "every character of a plane",
    Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).join(""),
  ],
  ["beyond the plane, with halves of pairs", "😀 𝔸 \uD83D x \uDE00 👩‍👩‍👧 e\u0301 \u202Ertl"],
  ["quotes and comments that never end", 'a "b\n"c /* d\n/* e // f\n"'],
  ["half a comment", "/ /* / */ */ //"],
])("tokens, comments and spaces cover %s", (_, text) => {
  expect(pieced(text)).toBe(text);
});

test("tokens, comments and spaces cover any text character by character", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(pieced(text)).toBe(text);
    }),
    { numRuns: 1_000 },
  );
});

test("a text that is split line by line has the tokens that it has as a whole", () => {
  const offset = "/**/".length;
  fc.assert(
    fc.property(
      anyText.filter((text) => !text.includes("/*")),
      (text) => {
        const whole = tokenize(`/**/${text}`);
        const back = ({ tokenType, image, startOffset }: IToken): readonly unknown[] => [
          tokenType.name,
          image,
          startOffset - offset,
        ];
        const { tokens, comments } = tokenize(text);
        const here = ({ tokenType, image, startOffset }: IToken): readonly unknown[] => [
          tokenType.name,
          image,
          startOffset,
        ];
        expect(tokens.map(here)).toEqual(whole.tokens.map(back));
        expect(comments.map(here)).toEqual(whole.comments.slice(1).map(back));
      },
    ),
    { numRuns: 1_000 },
  );
});

test("a line that stands twice has its tokens in both places", () => {
  const { tokens, comments } = tokenize("rate 5% // a\nrate 5% // a\n");
  const words = tokens.filter(({ image }) => image === "rate");
  expect(words.map(({ startOffset }) => startOffset)).toEqual([0, 13]);
  expect(comments.map(({ startOffset }) => startOffset)).toEqual([8, 21]);
});

test("a comment of any length is read, closed or not", () => {
  const long = `/*${"long ".repeat(2_000_000)}`;
  expect(tokenize(`${long}*/ $1`).comments.map(({ image }) => image.length)).toEqual([long.length + 2]);
  expect(tokenize(`${long}\n$1`).tokens.map(({ image }) => image)).toEqual(["\n", "$", "1"]);
});
