import { expect, test } from "vitest";
import { keeper } from "../../server/src/base/keeper.ts";

test("what is known of a text is made once, and the text asked for longest ago is forgotten first", () => {
  const made: string[] = [];
  const { of } = keeper<number>(10);
  const ask = (text: string): number =>
    of(text, (own) => {
      made.push(own);
      return own.length;
    });
  ["aaaa", "bbbb", "aaaa", "cccc", "aaaa"].map(ask);
  expect(made).toEqual(["aaaa", "bbbb", "cccc"]);
  ask("bbbb");
  expect(made).toEqual(["aaaa", "bbbb", "cccc", "bbbb"]);
  ask("a text that is longer than all");
  ask("aaaa");
  expect(made.slice(-2)).toEqual(["a text that is longer than all", "aaaa"]);
});

test("of many versions of a long file a few are held at most", () => {
  const alive: WeakRef<object>[] = [];
  const { of } = keeper<object>(4_000_000);
  for (let version = 0; version < 29; version++) {
    of("x".repeat(1_240_000) + version, () => {
      const read = { version };
      alive.push(new WeakRef(read));
      return read;
    });
  }
  expect(of(`${"x".repeat(1_240_000)}28`, () => ({ version: -1 }))).toBe(alive[28]?.deref());
  expect(of(`${"x".repeat(1_240_000)}27`, () => ({ version: -1 }))).toBe(alive[27]?.deref());
  expect(of(`${"x".repeat(1_240_000)}0`, () => ({ version: -1 }))).toEqual({ version: -1 });
});
