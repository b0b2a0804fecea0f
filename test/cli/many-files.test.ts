import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Io } from "../../server/src/cli/io.ts";
import { threads } from "../../server/src/cli/threads.ts";
import { atTerminal, withFiles } from "../support/command.ts";
import { sheet } from "../support/sheets.ts";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const house = Object.fromEntries(
  Array.from({ length: 70 }, (_, at) => [
    `d${at % 3}/s${at}.note`,
    sheet(at % 7 === 0 ? "  securty none" : "  rank senior"),
  ]),
);
const checked = (path: (name: string) => string, io: Partial<Io>, ...flags: string[]) =>
  atTerminal(["check", "--format", "json", ...flags, "."], { folder: path(""), ...io });

describe("many files", () => {
  test("are checked by several threads, with what one alone finds, in the same order", () => {
    withFiles(house, (path) => {
      const asked: (readonly string[])[] = [];
      const folder = path("");
      const parallel: Io["parallel"] = (files, options, count) => {
        asked.push(files);
        return threads(cli, count ?? 2, { folder, cache: undefined })(files, options, count);
      };
      const [alone, together] = [checked(path, {}), checked(path, { parallel })];
      expect(asked.map(({ length }) => length)).toEqual([70]);
      expect(together.out).toBe(alone.out);
      expect([alone.code, together.code]).toEqual([1, 1]);
      expect((JSON.parse(alone.out) as { file: string }[]).length).toBeGreaterThan(9);
      expect(cpus().length).toBeGreaterThan(0);
    });
  });

  test("one that can't be used, and a policy that can't be followed, are said as by one thread", () => {
    const damaged = { ...house, "d1/latin.note": new Uint8Array([0xe9]), "notewright.json": "{ broken" };
    withFiles(damaged, (path) => {
      const parallel: Io["parallel"] = (files, options) =>
        threads(cli, 2, { folder: path(""), cache: undefined })(files, options, 2);
      const [alone, together] = [checked(path, {}), checked(path, { parallel })];
      expect(together.complaints).toEqual(alone.complaints);
      expect(together.complaints.join("\n")).toMatch(
        /latin\.note: the file is not UTF-8[\s\S]*notewright\.json:1:/,
      );
      expect([alone.code, together.code]).toEqual([2, 2]);
    });
  });
});

describe("--cache", () => {
  const files = {
    "a.note": sheet("  rank senior"),
    "b.note": 'note "B" based on "House" from "form.note" {\n  principal $5\n}\n',
    "form.note": 'note "House" {\n  governing law Nevada\n}\n',
  };

  test("answers from an earlier run, until anything that an answer rests on changes", () => {
    withFiles(files, (path) => {
      const cache = { folder: join(path(""), ".answers"), build: "one" };
      const stored = (): number => readdirSync(cache.folder).length;
      const run = (io: Partial<Io> = {}) => checked(path, { cache, ...io }, "--cache");
      const first = run();
      expect(first.out).toBe(checked(path, {}).out);
      expect(stored()).toBe(3);
      expect(run().out).toBe(first.out);
      expect(stored()).toBe(3);
      // The answer comes from the file: it is what stands there.
      for (const name of readdirSync(cache.folder)) {
        const answer = { findings: [], drawn: [] };
        writeFileSync(join(cache.folder, name), JSON.stringify(answer));
      }
      expect(run().out).toBe("[]\n");
      writeFileSync(path("a.note"), sheet("  securty none"));
      expect(run().out).toContain("clause-unknown");
      expect(run({ cache: { ...cache, build: "two" } }).out).toBe(checked(path, {}).out);
    });
  });

  test("a form that changes is seen, and so is a policy", () => {
    withFiles(files, (path) => {
      const cache = { folder: join(path(""), ".answers"), build: "one" };
      const run = () => checked(path, { cache }, "--cache");
      run();
      writeFileSync(path("form.note"), 'note "House" {\n  governing law Nevada\n  securty none\n}\n');
      expect(run().out).toBe(checked(path, {}).out);
      expect(run().out).toContain("clause-unknown");
      writeFileSync(path("notewright.json"), '{ "rules": { "governing-law-missing": "error" } }');
      expect(run().out).toBe(checked(path, {}).out);
    });
  });

  test("damage to it costs time and nothing else", () => {
    withFiles(files, (path) => {
      const cache = { folder: join(path(""), ".answers"), build: "one" };
      const right = checked(path, { cache }, "--cache").out;
      for (const damage of ["", "{", "null", "[]", '{"findings":1,"drawn":[]}', "\0\0\0"]) {
        for (const name of readdirSync(cache.folder)) writeFileSync(join(cache.folder, name), damage);
        expect(checked(path, { cache }, "--cache").out).toBe(right);
      }
      rmSync(cache.folder, { recursive: true });
      writeFileSync(cache.folder, "a file");
      expect(checked(path, { cache }, "--cache").out).toBe(right);
    });
  });

  test.skipIf(process.getuid === undefined)("a folder that others can write to is not used", () => {
    withFiles(files, (path) => {
      const cache = { folder: join(path(""), ".answers"), build: "one" };
      mkdirSync(cache.folder);
      chmodSync(cache.folder, 0o777);
      checked(path, { cache }, "--cache");
      expect(readdirSync(cache.folder)).toEqual([]);
    });
  });
});
