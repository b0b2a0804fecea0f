import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "../../server/src/base/nearest.ts";
import { once, onceEach } from "../../server/src/base/once.ts";
import { cover, shift, touches } from "../../server/src/base/span.ts";
import {
  asRead,
  bounded,
  capitalized,
  counted,
  listing,
  mostSaid,
  onOneLine,
} from "../../server/src/base/words.ts";

test.each([
  ["securty", ["security", "interest"], "security"],
  ["SECURITY", ["security"], "security"],
  ["optin", ["option", "amount"], "option"],
  ["fancy", ["security", "interest"], undefined],
  ["xyz", ["abc"], undefined],
  ["rate", ["dated"], undefined],
  ["", ["security"], undefined],
  ["security", [], undefined],
  ["intrest rate", ["interest", "interest rate"], "interest rate"],
] as const)("nearest to %j", (name, candidates, expected) => {
  expect(nearest(name, candidates)).toBe(expected);
});

test("a name is nearest to itself, and to whatever one letter was lost of", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{4,12}$/), fc.nat(), (name, at) => {
      expect(nearest(name, ["zzzzzzzzzzzzzzzz", name])).toBe(name);
      const cut = at % name.length;
      expect(nearest(name.slice(0, cut) + name.slice(cut + 1), [name])).toBe(name);
    }),
  );
});

test("lists as sentences say them", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((items) => listing(items))).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect(listing(["a", "b", "c"], "or")).toBe("a, b or c");
});

test("counts with their nouns", () => {
  expect([counted(1, "day"), counted(0, "day"), counted(1_000, "day"), counted(1n, "share")]).toEqual([
    "1 day",
    "0 days",
    "1,000 days",
    "1 share",
  ]);
  expect([capitalized("accrued"), capitalized("")]).toEqual(["Accrued", ""]);
});

test("spans", () => {
  const span = { start: 2, end: 5 };
  expect([1, 2, 4, 5, 6].map((offset) => touches(span, offset))).toEqual([false, true, true, true, false]);
  expect(cover(span, { start: 7, end: 9 })).toEqual({ start: 2, end: 9 });
  expect(cover({ start: 7, end: 9 }, span)).toEqual({ start: 2, end: 9 });
  expect(shift(span, 3)).toEqual({ start: 5, end: 8 });
});

test("an answer is computed once, also where it is undefined", () => {
  let calls = 0;
  const ask = once(() => {
    calls++;
    return undefined;
  });
  expect([ask(), ask(), calls]).toEqual([undefined, undefined, 1]);
});

test("an answer is computed once for each object, also where it is undefined", () => {
  const questions: string[] = [];
  const ask = onceEach(({ name }: { readonly name: string }) => {
    questions.push(name);
    return name === "b" ? undefined : name.length;
  });
  const [a, b] = [{ name: "a" }, { name: "b" }];
  expect([ask(a), ask(b), ask(b), ask({ name: "a" }), ask(a)]).toEqual([1, undefined, undefined, 1, 1]);
  expect(questions).toEqual(["a", "b", "a"]);
});

test.each([
  ["65% | 70%] of average of [3 | 5] lowest", "65% of average of 3 lowest"],
  ["day 0 to [60 | 90] [115%", "day 0 to 60 115%"],
  ["[$0.39] less $0.01", "$0.39 less $0.01"],
  ["lesser of { $1; 65% of VWAP }", "lesser of { $1; 65% of VWAP }"],
])("a draft's words %s are read as %s", (written, read) => {
  expect(asRead(written)).toBe(read);
});

test("words of several lines are quoted on one", () => {
  expect(onOneLine("lesser of {\n   $0.39\n   lowest  VWAP over 10 days\n }")).toBe(
    "lesser of { $0.39; lowest VWAP over 10 days }",
  );
  expect(onOneLine("lesser of { $1; $2 } ")).toBe("lesser of { $1; $2 }");
});

test("a sentence ends somewhere, whatever a draft puts into it", () => {
  const short = "“A” is no price: write 65% of VWAP.";
  expect(bounded(short)).toBe(short);
  const quoted = bounded(`“${"a ".repeat(5_000)}” is no price: write 65% of VWAP.`);
  expect(quoted.length).toBeLessThan(400);
  expect(quoted).toMatch(/is no price: write 65% of VWAP\.$/);
  const many = bounded(`Write one of ${"65% of VWAP, ".repeat(1_000)}or $1.`);
  expect(many.length).toBeLessThanOrEqual(mostSaid);
  expect(many).toMatch(/^Write one of 65% of VWAP, .* ….$/);
  expect(bounded("x".repeat(9_000)).length).toBeLessThanOrEqual(mostSaid);
});
