import { expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import type { Position } from "../../server/src/document/place.ts";
import {
  definition,
  type KnownDocument,
  references,
  renamable,
  rename,
} from "../../server/src/features/navigation.ts";
import { offsetOf, positionOf, withCaret } from "../support/carets.ts";
import { edited } from "../support/editor.ts";
import { convertible, read } from "../support/sheets.ts";

const folder = "file:///desk/";

interface Place {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

interface Desk {
  readonly texts: Readonly<Record<string, string>>;
  readonly documents: readonly KnownDocument[];
  /** The document with the caret, and where that stands. */
  readonly here: readonly [KnownDocument, Position];
  /** `a.note:3 words`: a place, its line counted from 1, with its words. */
  readonly say: (place: Place) => string;
}

/** Documents of one folder by their names; the caret stands in one of them. */
function deskOf(sources: Readonly<Record<string, string>>): Desk {
  const [name = "", source = ""] = Object.entries(sources).find(([, text]) => text.includes("‸")) ?? [];
  const { text, offset } = withCaret(source);
  const texts: Readonly<Record<string, string>> = { ...sources, [name]: text };
  const documents = Object.entries(texts)
    .filter(([path]) => path.endsWith(".note"))
    .map(([path, words]) => ({ uri: folder + path, analysis: read(words, texts) }));
  const document = documents.find(({ uri }) => uri === folder + name);
  if (!document) throw new Error(`no document ${name}`);
  return {
    texts,
    documents,
    here: [document, positionOf(text, offset)],
    say: ({ uri, range }) => {
      const path = uri.slice(folder.length);
      const all = texts[path] ?? "";
      const words = all.slice(offsetOf(all, range.start), offsetOf(all, range.end));
      return `${path}:${range.start.line + 1} ${words}`.trimEnd();
    },
  };
}

function definedAt(sources: Readonly<Record<string, string>>): string | undefined {
  const desk = deskOf(sources);
  const found = definition(...desk.here);
  return found && desk.say(found);
}

function usesOf(sources: Readonly<Record<string, string>>, withDefinition = true): string[] {
  const desk = deskOf(sources);
  return references(...desk.here, desk.documents, withDefinition).map((place) => desk.say(place));
}

/** Every document after the rename, or why it is refused. */
function renamed(
  sources: Readonly<Record<string, string>>,
  name: string,
): Readonly<Record<string, string>> | string {
  const desk = deskOf(sources);
  const result = rename(...desk.here, name, desk.documents);
  if ("refused" in result) return result.refused;
  const changed = Object.entries(result.edit.changes ?? {}).map(([uri, edits]) => {
    const path = uri.slice(folder.length);
    return [path, edited(desk.texts[path] ?? "", edits)] as const;
  });
  return { ...desk.texts, ...Object.fromEntries(changed) };
}

const term = '"Market Price" means closing bid on prior trading day';
const inNote = convertible('65% of "Market Price"').replace("  conversion", `  ${term}\n  conversion`);

test("a term leads to its definition in the note", () => {
  expect(definedAt({ "a.note": inNote.replace('of "Market', 'of "Mar‸ket') })).toBe("a.note:7 Market Price");
  expect(definedAt({ "a.note": inNote.replace('of "Market', 'of ‸"Market') })).toBe("a.note:7 Market Price");
  expect(definedAt({ "a.note": inNote.replace('of "Market Price"', 'of "Market Price‸"') })).toBe(
    "a.note:7 Market Price",
  );
  expect(definedAt({ "a.note": inNote.replace('"Market Price" means', '"Mar‸ket Price" means') })).toBe(
    "a.note:7 Market Price",
  );
});

test("a term leads to the file's definition where the note has none, and to its own where it has", () => {
  const atTop = `${term}\n${convertible('65% of "market ‸price"')}`;
  expect(definedAt({ "a.note": atTop })).toBe("a.note:1 Market Price");
  expect(definedAt({ "a.note": `${term}\n${inNote.replace('of "Market', 'of "Mar‸ket')}` })).toBe(
    "a.note:8 Market Price",
  );
});

const form = `${term}\nnote "Form A" {\n  issued January 2, 2024\n  conversion {\n    option holder\n    price 65% of "Market Price"\n  }\n}\n`;
const based =
  'note "B" based on "Form A" in "forms/a.note" {\n  principal $100,000\n  conversion { floor 50% of "Market Price" }\n}\n';

test("a term leads into the form's file", () => {
  expect(definedAt({ "b.note": based.replace('of "Market', 'of "Mar‸ket'), "forms/a.note": form })).toBe(
    "forms/a.note:1 Market Price",
  );
  const inside = form.replace(`${term}\n`, "").replace("  issued", `  ${term}\n  issued`);
  expect(definedAt({ "b.note": based.replace('of "Market', 'of "Mar‸ket'), "forms/a.note": inside })).toBe(
    "forms/a.note:2 Market Price",
  );
});

test("what nothing defines leads nowhere, and neither do other words in quotes", () => {
  expect(definedAt({ "a.note": convertible('65% of "Mar‸ket Price"') })).toBeUndefined();
  expect(definedAt({ "a.note": inNote.replace('"Example Corp."', '"Market ‸Price"') })).toBeUndefined();
  expect(definedAt({ "a.note": inNote.replace("option holder", "opti‸on holder") })).toBeUndefined();
  expect(definedAt({ "a.note": "‸" })).toBeUndefined();
});

test("a note's name behind “for” and “based on” leads to the note", () => {
  const markets = `${inNote}market for "example ‸note" {\n  outstanding 5 shares\n}\n`;
  expect(definedAt({ "a.note": markets })).toBe("a.note:1 Example Note");
  expect(
    definedAt({
      "a.note": `${form}${based.replace(' in "forms/a.note"', "").replace('"Form A"', '"Form‸ A"')}`,
    }),
  ).toBe("a.note:2 Form A");
  expect(definedAt({ "b.note": based.replace('"Form A"', '"Form‸ A"'), "forms/a.note": form })).toBe(
    "forms/a.note:2 Form A",
  );
});

test("a path leads to the start of its file", () => {
  expect(definedAt({ "b.note": based.replace("forms/a", "for‸ms/a"), "forms/a.note": form })).toBe(
    "forms/a.note:1",
  );
  const priced = `market {\n  prices from "data/./ac‸me.csv"\n}\n`;
  expect(definedAt({ "deal.note": priced, "data/acme.csv": "Date,VWAP\n" })).toBe("data/acme.csv:1");
  expect(definedAt({ "deal.note": priced })).toBeUndefined();
});

test("references: every use that means the same definition, and no other", () => {
  const second = convertible('80% of "Market Price"').replace("Example Note", "Second Note");
  const text = `${term}\n${inNote.replace('of "Market', 'of "Mar‸ket')}${second}`;
  expect(usesOf({ "a.note": text })).toEqual(["a.note:8 Market Price", "a.note:11 Market Price"]);
  const top = text.replace("‸", "").replace('80% of "Market', '80% of "Mar‸ket');
  expect(usesOf({ "a.note": top })).toEqual(["a.note:1 Market Price", "a.note:23 Market Price"]);
  expect(usesOf({ "a.note": top }, false)).toEqual(["a.note:23 Market Price"]);
});

test("references reach across files, from the form and from the notes on it", () => {
  const all = ["b.note:3 Market Price", "forms/a.note:1 Market Price", "forms/a.note:6 Market Price"];
  expect(
    usesOf({ "b.note": based.replace('of "Market', 'of "Mar‸ket'), "forms/a.note": form }).sort(),
  ).toEqual(all);
  const fromForm = { "b.note": based, "forms/a.note": form.replace('of "Market', 'of "Mar‸ket') };
  // Paths in the form's file count from its own folder, where the note on it does not lie.
  expect(usesOf(fromForm).sort()).toEqual(all);
  expect(usesOf({ "b.note": based, "forms/a.note": form.replace('"Form A"', '"For‸m A"') }).sort()).toEqual([
    "b.note:1 Form A",
    "forms/a.note:2 Form A",
  ]);
});

test("terms in other definitions, in alternatives and in free text are uses too", () => {
  const text = inNote
    .replace('65% of "Market Price"', 'lowest of {\n      [65% | 70%] of "Market Price"\n      $1\n    }')
    .replace(
      "  conversion",
      '  "Base Price" means 90% of "Mar‸ket Price"\n  covenants {\n    no sale below the "Market Price"\n  }\n  conversion',
    );
  expect(usesOf({ "a.note": text })).toEqual([
    "a.note:7 Market Price",
    "a.note:8 Market Price",
    "a.note:10 Market Price",
    "a.note:15 Market Price",
  ]);
});

test("a rename changes the definition and every use, between whatever quotes they stand", () => {
  const text = inNote.replace('of "Market Price"', "of “Mar‸ket Price”");
  expect(renamed({ "a.note": text }, "Bid")).toEqual({
    "a.note": text.replace("‸", "").replace('"Market Price"', '"Bid"').replace("“Market Price”", "“Bid”"),
  });
  expect(renamed({ "a.note": text }, ' "Bid" ')).toEqual(renamed({ "a.note": text }, "Bid"));
});

test("a rename reaches the form's file and the notes on it", () => {
  const after = {
    "b.note": based.replace("Market Price", "Bid"),
    "forms/a.note": form.replaceAll("Market Price", "Bid"),
  };
  expect(renamed({ "b.note": based.replace("Market", "Mar‸ket"), "forms/a.note": form }, "Bid")).toEqual(
    after,
  );
  expect(renamed({ "b.note": based, "forms/a.note": form.replace("Market", "Mar‸ket") }, "Bid")).toEqual(
    after,
  );
  expect(
    renamed({ "b.note": based.replace("Form A", "For‸m A"), "forms/a.note": form }, "House Form"),
  ).toEqual({
    "b.note": based.replace("Form A", "House Form"),
    "forms/a.note": form.replace("Form A", "House Form"),
  });
});

test("a note is renamed with its markets and scenarios", () => {
  const text = `${inNote.replace("Example Note", "Exam‸ple Note")}market for "Example Note" {\n}\nscenario "S" for "Example Note" {\n}\n`;
  expect(renamed({ "a.note": text }, "Bridge Note")).toEqual({
    "a.note": text.replace("‸", "").replaceAll("Example Note", "Bridge Note"),
  });
});

test("a name that is taken, empty or in quotes is refused in words", () => {
  const two = inNote
    .replace("  conversion", '  "Base Price" means $1\n  conversion')
    .replace('of "Market', 'of "Mar‸ket');
  expect(renamed({ "a.note": two }, "base price")).toContain(
    "“base price” is the name of another term already",
  );
  expect(renamed({ "a.note": two }, "")).toContain("needs a name");
  expect(renamed({ "a.note": two }, 'so "called"x')).toContain("no quotes");
  expect(renamed({ "a.note": two }, "a\nb")).toContain("one line");
  // Only the letters' case changes: that is the same name.
  expect(renamed({ "a.note": two }, "MARKET PRICE")).toMatchObject({
    "a.note": expect.stringContaining('of "MARKET PRICE"'),
  });
  const path = { "b.note": based.replace("forms/a", "for‸ms/a"), "forms/a.note": form };
  expect(renamed(path, "x")).toContain("no name here");
  expect(renamable(...deskOf(path).here)).toBeUndefined();
});

test("what can be renamed is what stands between the quotes", () => {
  const desk = deskOf({ "a.note": inNote.replace('of "Market', 'of "Mar‸ket') });
  expect(renamable(...desk.here)).toMatchObject({ placeholder: "Market Price" });
  const range = renamable(...desk.here)?.range;
  expect(range && desk.say({ uri: `${folder}a.note`, range })).toBe("a.note:10 Market Price");
});

test("a name that two notes have is not renamed: what names one may mean the other", () => {
  const note = (sum: string): string => `note "N" {\n  principal  ${sum}\n}\n`;
  const text = `${note("$1")}${note("$2")}scenario "S" for "N" {\n  on 2018-06-01\n}\n`;
  const document = { uri: "file:///sheet.note", analysis: analyse(text, undefined) };
  expect(rename(document, { line: 0, character: 7 }, "M", [document])).toEqual({
    refused: expect.stringContaining("Two notes are called “N”"),
  });
});
