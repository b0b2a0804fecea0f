import { expect, test } from "vitest";
import { example } from "../support/analyse.ts";
import { braceProblems, treeOf, treeText } from "../support/tree-text.ts";

const sheet = `note "N" {
  principal $5
  interest {
    rate 5%
    default rate 6%
  }
  conversion {
    price lowest of {
      $1
      $2
    }
    floor $0.50
  }
  events of default {
    failure to pay
  }
  security none
}
scenario "S" {
  on 2018-12-06
}`;

/** The sheet with its nth line changed. */
function changed(line: number, change: (text: string) => string): string {
  const lines = sheet.split("\n");
  return lines.flatMap((text, index) => (index === line ? change(text).split("\n") : [text])).join("\n");
}

const lost = (line: number): string => changed(line, (text) => text.replace(/[{}]/, ""));

test("braces that match have no problem", () => {
  expect(braceProblems(sheet)).toEqual([]);
  for (const name of ["exchange-note", "power-up-note"]) expect(braceProblems(example(name))).toEqual([]);
});

test.each([
  ["of the note, opening", 0, "brace-missing"],
  ["of a block, opening", 2, "brace-missing"],
  ["of a block, closing", 5, "brace-missing"],
  ["of a block before another, opening", 6, "brace-missing"],
  ["of alternatives, opening", 7, "brace-missing"],
  ["of alternatives, closing", 10, "brace-missing"],
  ["of a block with alternatives, closing", 12, "brace-missing"],
  ["of free text, opening", 13, "brace-missing"],
  ["of free text, closing", 15, "brace-missing"],
  ["of the note, closing", 17, "brace-missing"],
  ["of a scenario, opening", 18, "brace-missing"],
  ["of a scenario, closing", 20, "brace-missing"],
])("a lost brace is repaired by names: %s", (_, line, code) => {
  const text = lost(line);
  expect(treeText(text)).toBe(treeText(sheet));
  expect(braceProblems(text).map((problem) => problem.split(" ")[0])).toEqual([code]);
});

test.each([
  ["an opening brace doubled, of the note", changed(0, (text) => `${text} {`)],
  ["an opening brace doubled, of a block", changed(2, (text) => `${text} {`)],
  ["an opening brace doubled, of alternatives", changed(7, (text) => `${text} {`)],
  ["an opening brace doubled, of free text", changed(13, (text) => `${text} {`)],
  ["a closing brace doubled, of a block", changed(5, (text) => `${text} }`)],
  ["a closing brace doubled, of alternatives", changed(10, (text) => `${text} }`)],
  ["a closing brace doubled, of free text", changed(15, (text) => `${text} }`)],
  ["a closing brace doubled, of the note", changed(17, (text) => `${text} }`)],
  ["a closing brace doubled, of the last block", changed(20, (text) => `${text} }`)],
  ["a stray { on a line of its own", changed(1, (text) => `${text}\n{`)],
  ["a stray } on a line of its own", changed(3, (text) => `${text}\n}`)],
  ["a stray } behind a clause", changed(3, (text) => `${text} }`)],
  ["a stray { behind a clause", changed(1, (text) => `${text} {`)],
  ["a stray { before the note", `{\n${sheet}`],
  ["a stray } before the note", `}\n${sheet}`],
])("a brace too many is passed over: %s", (_, text) => {
  expect(treeText(text)).toBe(treeText(sheet));
  expect(braceProblems(text).map((problem) => problem.split(" ")[0])).toEqual(["brace-stray"]);
});

test("a missing brace is one problem at the place where it is missing, with the repair", () => {
  const text = lost(5);
  const [problem, ...others] = treeOf(text).problems;
  expect(others).toEqual([]);
  expect(problem?.message).toContain("interest");
  expect(text.slice(0, problem?.span.end)).toMatch(/default rate 6%$/);
  const [edit] = problem?.fixes?.[0]?.edits ?? [];
  const repaired = `${text.slice(0, edit?.span.start)}${edit?.text}${text.slice(edit?.span.end)}`;
  expect(treeText(repaired)).toBe(treeText(sheet));
  expect(braceProblems(repaired)).toEqual([]);
});

/** Every repair that a problem of the braces offers leaves a sheet whose braches match and that means the same. */
test.each([...sheet.matchAll(/[{}]/g)].map(({ index }) => index))(
  "the repairs of the sheet without its brace at %i",
  (at) => {
    const text = sheet.slice(0, at) + sheet.slice(at + 1);
    const edits = treeOf(text).problems.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
    const repaired = [...edits]
      .sort((a, b) => b.span.start - a.span.start)
      .reduce((all, { span, text: put }) => all.slice(0, span.start) + put + all.slice(span.end), text);
    expect(braceProblems(repaired)).toEqual([]);
    expect(treeText(repaired)).toBe(treeText(sheet));
  },
);

test("a note, a market and a scenario at a line's start begin anew", () => {
  const two = `note "A" {\n  interest {\n    rate 5%\n${sheet}`;
  expect(treeText(two).split("\n")).toEqual([
    'note "A" {',
    "  interest {",
    "    rate 5 %",
    ...treeText(sheet).split("\n"),
  ]);
});

test("a misspelt block is read like the one it is nearest to", () => {
  expect(treeText('note "N" { intrest { rate 5% } security none }').split("\n")).toEqual([
    'note "N" {',
    "  ?intrest {",
    "    rate 5 %",
    "  security none",
  ]);
});

/** The sheet with other lines of free text, and what stays of its tree. */
const withEvents = (...lines: readonly string[]): string =>
  changed(14, () => lines.map((line) => `    ${line}`).join("\n"));

test.each([
  ["a pair behind words", ["other { see Schedule A }"], ["~ other { see Schedule A }"]],
  ["a pair between words", ["loss { of } key people"], ["~ loss { of } key people"]],
  ["a pair at the start", ["{ reserved }"], ["~ { reserved }"]],
  ["pairs in each other", ["a { b { c } d } e"], ["~ a { b { c } d } e"]],
  ["a semicolon in a pair", ["as listed { one; two }"], ["~ as listed { one ; two }"]],
  [
    "a pair over lines",
    ["it will not {", "incur debt", "} or pay"],
    ["~ it will not {", "~ incur debt", "~ } or pay"],
  ],
])("braces in free text are its words: %s", (_, lines, read) => {
  const text = withEvents(...lines);
  expect(braceProblems(text)).toEqual([]);
  const whole = treeText(sheet).replace("    ~ failure to pay", read.map((line) => `    ${line}`).join("\n"));
  expect(treeText(text)).toBe(whole);
});

test("a pair in free text stays words where a brace elsewhere is repaired", () => {
  const line = "loss { of } key people";
  const text = withEvents(line).replace("floor $0.50\n  }", "floor $0.50");
  expect(braceProblems(text).map((problem) => problem.split(" ")[0])).toEqual(["brace-missing"]);
  expect(treeText(text)).toBe(treeText(withEvents(line)));
});

test("a pair behind `other` stays words where a brace elsewhere is repaired", () => {
  const line = 'other "Notices" are sent { interest; not principal } by post';
  const text = changed(17, (last) => `  ${line}\n${last}`);
  expect(braceProblems(text)).toEqual([]);
  const damaged = text.replace("floor $0.50\n  }", "floor $0.50");
  expect(braceProblems(damaged).map((problem) => problem.split(" ")[0])).toEqual(["brace-missing"]);
  expect(treeText(damaged)).toBe(treeText(text));
  expect(treeText(text)).toContain('other "Notices" are sent { interest ; not principal } by post');
});

test("a block in free text is no free text, and a brace without another is reported", () => {
  expect(braceProblems(withEvents("interest {", "rate 5%", "}"))).toEqual(["brace-stray at “{”"]);
  expect(braceProblems(withEvents("no { liens"))).toEqual(["brace-stray at “{”"]);
  const oneLine = sheet.replace(
    /events of default \{\s+failure to pay\s+\}/,
    "events of default { failure to pay { }",
  );
  expect(braceProblems(oneLine)).toEqual(["brace-stray at “{”"]);
  expect(treeText(oneLine)).toBe(treeText(sheet));
});

test("braces nested beyond any note are read without harm", () => {
  const deep = `note "N" { ${"interest { ".repeat(5_000)} rate 5% ${"} ".repeat(5_000)}}`;
  expect(treeOf(deep).clauses.length).toBeGreaterThan(0);
  const groups = `note "N" { conversion { price ${"lowest of { ".repeat(5_000)} $1`;
  expect(treeOf(groups).clauses.length).toBeGreaterThan(0);
  const inText = (line: string): string => `note "N" {\n  events of default {\n${line}`;
  for (const line of ["{ ", "a { ", "a { b\n"])
    expect(treeOf(inText(line.repeat(5_000))).problems.length).toBeGreaterThan(0);
  expect(treeOf(inText(`${"a { ".repeat(5_000)}${"} ".repeat(5_000)}\n}}`)).clauses).toHaveLength(1);
  expect(treeOf("{".repeat(20_000)).problems.length).toBeGreaterThan(0);
  expect(treeOf("}".repeat(20_000)).problems.length).toBeGreaterThan(0);
});
