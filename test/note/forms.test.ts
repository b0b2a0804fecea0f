import fc from "fast-check";
import { expect, test } from "vitest";
import { problemsOf } from "../../server/src/document/analysis.ts";
import { codeActions } from "../../server/src/features/actions.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { explain } from "../../server/src/features/explain.ts";
import { hover } from "../../server/src/features/hover.ts";
import { offsetOf } from "../support/carets.ts";
import { everything, uri } from "../support/editor.ts";
import { valueIn } from "../support/figures.ts";
import { market, read, scenario } from "../support/sheets.ts";
import { damagedSheet } from "../support/texts.ts";

type Texts = Readonly<Record<string, string>>;

const form = `note "Form A" {
  issuer     "Example Corp."
  principal  [ ]
  issued     January 2, 2024
  matures    January 2, 2025
  security   none

  interest {
    rate          8% per annum
    default rate  18% per annum
    day count     actual/365
    simple
  }

  conversion {
    option           holder
    price            lowest of {
                       65% of "Market Price"
                       $0.39
                     }
    floor            $0.05
    ownership limit  4.99% after issuance
  }

  "Market Price" means closing bid on prior trading day

  events of default {
    failure to pay when due
    bankruptcy or insolvency
  }
}
`;

const based = (lines: string, at = ' in "forms/a.note"', name = "Note B"): string =>
  `note "${name}" based on "Form A"${at} {\n  holder     "Example Fund LP"\n  principal  $100,000\n${lines}\n}\n`;
const files: Texts = { "forms/a.note": form };

/** What the note's figures come to, by id. */
function values(
  text: string,
  texts: Texts | undefined = files,
  note = "Note B",
): ReadonlyMap<string, string | null> {
  const found = explain(read(text, texts)).find(({ name }) => name === note);
  return new Map(found?.figures.map(({ id, value }) => [id, value]));
}

/** What is reported a document: the code, the marked words, then each related place with its file. */
function complaints(text: string, texts: Texts | undefined = files): string[] {
  return diagnostics(read(text, texts), uri).map(({ code, range, relatedInformation = [] }) => {
    const words = text.slice(offsetOf(text, range.start), offsetOf(text, range.end));
    const related = relatedInformation.map(({ location }) => {
      const path = location.uri.replace("file:///", "");
      const source = path === "sheet.note" ? text : (texts?.[path] ?? "");
      const place = source.slice(
        offsetOf(source, location.range.start),
        offsetOf(source, location.range.end),
      );
      return `${path}: ${place.split("\n")[0]}`;
    });
    return [code, words.split("\n")[0], ...related].join(" | ");
  });
}

const messages = (text: string, code: string, texts: Texts | undefined = files): string[] =>
  problemsOf(read(text, texts))
    .filter(({ problem }) => problem.code === code)
    .map(({ problem }) => problem.message);

test("a note takes over what it does not restate", () => {
  // 8 % on 100,000 over 366 days from January 2, 2024 to January 2, 2025 by actual/365: 8,021.92.
  expect(values(based("")).get("amount-at-maturity")).toBe("108021.92");
});

test("blocks merge clause by clause", () => {
  // The rate is the note's own, the day count the form's: 10,000 × 366 ÷ 365 = 10,027.40.
  expect(values(based("  interest {\n    rate 10% per annum\n  }")).get("amount-at-maturity")).toBe(
    "110027.40",
  );
  // By actual/360 it is 8,000 × 366 ÷ 360 = 8,133.33.
  expect(values(based("  interest { day count actual/360 }")).get("amount-at-maturity")).toBe("108133.33");
});

test("alternatives are replaced whole", () => {
  const [note] = read(based("  conversion {\n    price $0.20\n  }"), files).notes.filter(
    ({ note }) => note.name === "Note B",
  );
  const { price, floor, option } = note?.note.clauses.conversion.inner ?? {};
  expect(price).toMatchObject({ state: "said", text: "$0.20" });
  expect(floor).toMatchObject({ state: "said", text: "$0.05" });
  expect(option).toMatchObject({ state: "said", meaning: "holder" });
});

test("free text and tables are replaced whole", () => {
  const events = (lines: string): readonly string[] | undefined =>
    read(based(lines), files).notes.find(({ note }) => note.name === "Note B")?.note.events.lines;
  expect(events("")).toEqual(["failure to pay when due", "bankruptcy or insolvency"]);
  expect(events("  events of default {\n    change of control\n  }")).toEqual(["change of control"]);
});

test("none removes a clause, and a whole block", () => {
  const without = based(
    "  interest {\n    default rate none\n  }\n  conversion none\n  events of default none",
  );
  const note = read(without, files).notes[0]?.note;
  expect(note?.clauses.interest.inner.defaultRate.state).toBe("none");
  expect(note?.clauses.interest.inner.rate).toMatchObject({ state: "said", text: "8% per annum" });
  expect(note?.clauses.conversion.state).toBe("none");
  expect(note?.events.lines).toEqual([]);
  expect(values(without).has("conversion-price")).toBe(false);
});

test("terms, scenarios and allowances are restated by their names, and none removes one", () => {
  const more = form.replace(
    /}\n$/,
    '  allow no-floor-price because "agreed"\n  scenario "Early" { on June 3, 2024 }\n  scenario "Late" { on December 2, 2024 }\n  other "Expenses" paid by the issuer\n}\n',
  );
  const own = based(
    '  "market price" means closing price on prior trading day\n  scenario "early" { convert principal }\n  scenario "Late" none\n  allow no-floor-price none',
  );
  const note = read(own, { "forms/a.note": more }).notes[0];
  expect(
    [...(note?.surroundings.terms ?? [])].map(([name, { definition }]) => [
      name,
      definition.state === "said" && definition.text,
    ]),
  ).toEqual([["market price", "closing price on prior trading day"]]);
  expect(
    note?.note.scenarios.map(({ name, clauses }) => [name, clauses.on.state, clauses.convert.state]),
  ).toEqual([["early", "said", "said"]]);
  expect(note?.note.allowances).toEqual([]);
  expect(
    complaints(own, { "forms/a.note": more }).filter((line) => /duplicate|wrong|unknown/.test(line)),
  ).toEqual([]);
});

test("a form in the same file needs no file", () => {
  const text = `${form}${based("", "")}`;
  expect(values(text).get("amount-at-maturity")).toBe("108021.92");
  expect([...read(text).filesUsed]).toEqual([]);
  // The form has its own diagnostics as any draft.
  expect(complaints(text).filter((line) => line.startsWith("still-open"))).toEqual(["still-open | [ ]"]);
});

test("a form may be based on a form, each file counted from the one that names it", () => {
  const texts = {
    "forms/house/a.note":
      'note "Form A" based on "Base" in "../base.note" {\n  interest { rate 9% per annum }\n}\n',
    "forms/base.note": form.replace("Form A", "Base"),
  };
  const text = based("", ' in "forms/house/a.note"');
  // 9 % on 100,000 over 366 of 365 days: 9,024.66.
  expect(values(text, texts).get("amount-at-maturity")).toBe("109024.66");
  expect([...read(text, texts).filesUsed.keys()]).toEqual(["forms/house/a.note", "forms/base.note"]);
});

test("prices of a form's file count from the form's folder", () => {
  const texts = {
    "forms/a.note": form.replace(/}\n$/, '  market { prices from "data/acme.csv" }\n}\n'),
    "forms/data/acme.csv": "Date,Bid\n2024-06-03,0.50\n",
  };
  const text = `${based("")}${scenario("2024-06-04")}`;
  const conversion = explain(read(text, texts))[0]?.scenarios[0]?.figures.find(
    ({ id }) => id === "conversion-price",
  );
  // 65 % of 0.50 is less than 0.39.
  expect(conversion?.value).toBe("0.325");
});

test("terms at the top of a form's file are known, after the note's own and its file's", () => {
  const loose = form.replace(/ {2}"Market Price" means.*\n/, "");
  const texts = { "forms/a.note": `"Market Price" means closing bid on prior trading day\n${loose}` };
  const rest = market("date closing bid VWAP\n2024-06-03 $0.50 $0.40") + scenario("2024-06-04");
  const price = (text: string): string | null | undefined =>
    explain(read(text + rest, texts))
      .at(-1)
      ?.scenarios[0]?.figures.find(({ id }) => id === "conversion-price")?.value;
  expect(price(based(""))).toBe("0.325");
  expect(price(`"Market Price" means VWAP on prior trading day\n${based("")}`)).toBe("0.26");
  expect(price(based('  "Market Price" means $0.20'))).toBe("0.13");
});

test("what is missing in both is reported at the note", () => {
  const text = based("").replace("  principal  $100,000\n", "");
  const bare = { "forms/a.note": form.replace(/ {2}principal.*\n/, "") };
  expect(complaints(text, bare).filter((line) => line.startsWith("clause-missing"))).toEqual([
    "clause-missing | note",
  ]);
  expect(messages(text, "clause-missing", bare)[0]).toContain("lacks “principal”");
});

test("what stands in the form is reported where the form is named, with its place in its own file", () => {
  const text = based("").replace("  principal  $100,000\n", "");
  expect(complaints(text).filter((line) => line.startsWith("still-open"))).toEqual([
    'still-open | "Form A" | forms/a.note: [ ] | forms/a.note: principal',
  ]);
  expect(messages(text, "still-open")).toEqual([
    "From “Form A” (forms/a.note): principal is still blank: what rests on it waits for it.",
  ]);
  const wrong = { "forms/a.note": form.replace("rate          8% per annum", "rate          soon") };
  expect(complaints(based(""), wrong).filter((line) => line.startsWith("value-wrong"))).toEqual([
    'value-wrong | "Form A" | forms/a.note: soon',
  ]);
});

test("a finding in the note's own words names the form's as related", () => {
  const text = based("  matures January 2, 2023");
  expect(complaints(text)).toContain(
    "matures-before-issued | January 2, 2023 | forms/a.note: January 2, 2024",
  );
  const other = based("").replace("  principal", "  issued June 1, 2026\n  principal");
  expect(complaints(other).find((line) => line.startsWith("matures-before-issued"))).toBe(
    'matures-before-issued | "Form A" | forms/a.note: January 2, 2025 | sheet.note: June 1, 2026',
  );
});

test("a term of the form's file that is wrong is reported where the form is named", () => {
  const texts = {
    "forms/a.note": `"Market Price" means 90% of "Base Price"\n${form.replace(/ {2}"Market Price" means.*\n/, "")}`,
  };
  expect(complaints(based(""), texts).filter((line) => line.startsWith("term-undefined"))).toEqual([
    'term-undefined | "Form A" | forms/a.note: "Base Price"',
  ]);
});

test("no repair reaches into a form", () => {
  const loose = { "forms/a.note": form.replace("day count     actual/365\n    simple", "") };
  const text = based("  interest { rate 9% per annum }\n  securty none");
  const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  for (const { edit, title } of codeActions(read(text, loose), uri, range)) {
    expect(Object.keys(edit?.changes ?? {}), title).toEqual([uri]);
    for (const { range: place } of edit?.changes?.[uri] ?? [])
      expect(offsetOf(text, place.end), title).toBeLessThanOrEqual(text.length);
  }
  const titles = codeActions(read(text, loose), uri, range).map(({ title }) => title);
  // A block of the note's own can take the clause; the form's can't.
  expect(titles).toContain("State “day count actual/365”");
  expect(codeActions(read(based(""), loose), uri, range).map(({ title }) => title)).not.toContain(
    "State “day count actual/365”",
  );
});

test("while a form is loading nothing is reported its note, and its numbers wait", () => {
  const loading = read(based(""));
  expect(diagnostics(loading, uri)).toEqual([]);
  expect(explain(loading)[0]?.figures.find(({ id }) => id === "amount-at-maturity")?.value).toBeNull();
  expect([...loading.filesUsed]).toEqual([["forms/a.note", undefined]]);
});

test("a form that is not there, or whose file can't be used, is one clear problem", () => {
  const unknown = based("").replace('based on "Form A"', 'based on "Form B"');
  expect(complaints(unknown)).toEqual(['form-unknown | "Form B"']);
  expect(messages(unknown, "form-unknown")).toEqual([
    "“forms/a.note” has no note “Form B”, so nothing is taken over. Did you mean “Form A”?",
  ]);
  expect(complaints(based("", ""), {})).toEqual(['form-unknown | "Form A"']);
  expect(complaints(based(""), {})).toEqual(['file-unusable | "forms/a.note"']);
  expect(complaints(based("", ' in "/forms/a.note"'), {})).toEqual(['file-unusable | "/forms/a.note"']);
  const away = { "forms/a.note": 'note "Form A" based on "Base" in "gone.note" {\n}\n' };
  expect(complaints(based(""), away)).toEqual(['file-unusable | "Form A"']);
  expect(messages(based(""), "file-unusable", away)[0]).toContain("“gone.note” can't be used");
});

test("forms that lead in a circle are one problem each, and nothing hangs", () => {
  const two = `note "A" based on "B" {\n}\nnote "B" based on "A" {\n}\n`;
  expect(complaints(two, {})).toEqual(['form-circular | "B"', 'form-circular | "A"']);
  expect(messages(two, "form-circular", {})[0]).toContain("“B” → “A” → “B”");
  expect(complaints('note "A" based on "A" {\n}\n', {})).toEqual(['form-circular | "A"']);
  const files = {
    "a.note": 'note "A" based on "B" in "b.note" {\n}\n',
    "b.note": 'note "B" based on "A" in "a.note" {\n}\n',
  };
  expect(complaints('note "C" based on "A" in "a.note" {\n}\n', files)).toEqual(['form-circular | "A"']);
  // A folder that holds a link to itself makes every path another one.
  const endless = { get: () => ({ text: 'note "A" based on "A" in "sub/a.note" {\n}\n' }) };
  expect(
    diagnostics(read('note "C" based on "A" in "a.note" {\n}\n', endless), uri).map(({ code }) => code),
  ).toEqual(["form-circular"]);
});

test("the words behind a note's name", () => {
  expect(complaints('note "B" for "A" {\n}\n', {})).toContain('value-wrong | for "A"');
  expect(complaints('note "B" based on {\n}\n', {})).toContain("value-wrong | based on");
  expect(complaints('market based on "A" {\n}\n', {})).toContain('value-wrong | based on "A"');
});

test("CRLF and a byte order mark in the form's file, and in the note", () => {
  const crlf = (text: string): string => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
  const texts = { "forms/a.note": crlf(form) };
  expect(values(crlf(based("")), texts).get("amount-at-maturity")).toBe("108021.92");
  const text = crlf(based("").replace("  principal  $100,000\n", ""));
  expect(complaints(text, texts).filter((line) => line.startsWith("still-open"))).toEqual([
    'still-open | "Form A" | forms/a.note: [ ] | forms/a.note: principal',
  ]);
});

test("hovers of a note and of its blocks say what is taken over", () => {
  const text = based("  interest {\n    rate 10% per annum\n  }");
  const markdown = (line: number, character = 3): string =>
    hover(read(text, files), { line, character })?.markdown ?? "";
  expect(markdown(0, 1)).toMatch(
    /From “Form A” \(forms\/a\.note\): issuer, issued, matures, security, conversion, "Market Price" means and events of default\./,
  );
  expect(markdown(3)).toMatch(/From “Form A” \(forms\/a\.note\): default rate, day count and simple\./);
  expect(markdown(4, 5)).toContain("10 %");
});

test("hovers work in a note that is based on a form as in any other", () => {
  const text = `${based("  conversion {\n    price $0.20\n  }")}${scenario("2024-06-04")}`;
  const line = text.split("\n").findIndex((words) => words.includes("price $0.20"));
  // The price is the note's own. 8,000 × 154 ÷ 365 = 3,375.34 of interest by June 4; 103,375.34 ÷ 0.20.
  expect(hover(read(text, files), { line, character: 5 })?.markdown).toContain(
    "516,876 shares for $103,375.34",
  );
});

test("two notes on one form, and several notes of one file, are kept apart", () => {
  const text = `${based("")}${based("  interest { rate 10% per annum }", undefined, "Note C")}`;
  expect(values(text).get("amount-at-maturity")).toBe("108021.92");
  expect(values(text, files, "Note C").get("amount-at-maturity")).toBe("110027.40");
});

test("an analysis kept over edits, of the note or of its form, says what a fresh one says", () => {
  const steps: [string, Texts][] = [
    [based(""), {}],
    [based(""), files],
    [based("  interest { rate 10% per annum }"), files],
    [`// above\n${based("  interest { rate 10% per annum }")}`, files],
    [
      `// above\n${based("  interest { rate 10% per annum }")}`,
      { "forms/a.note": form.replace("18%", "20%") },
    ],
    [based("", ""), files],
    [`${form}${based("", "")}`, files],
    [`${form.replace("8%", "9%")}${based("", "")}`, files],
  ];
  let current = read("");
  for (const [text, texts] of steps) {
    current = read(text, texts, current);
    expect(everything(current)).toEqual(everything(read(text, texts)));
  }
  const again = read(steps.at(-1)?.[0] ?? "", files, current);
  expect(again.notes).toHaveLength(2);
  for (const [index, note] of again.notes.entries()) expect(note).toBe(current.notes[index]);
});

test("a note in the same file whose braces do not match still finds its form", () => {
  const text = `${form}${based("  interest {\n    rate 10% per annum", "")}`;
  expect(values(text).get("amount-at-maturity")).toBe("110027.40");
  expect(complaints(text).some((line) => line.startsWith("brace-missing"))).toBe(true);
  expect(valueIn(text, "amount-at-maturity", { note: 1 })).toBe("110027.40");
});

test("whatever a form's file holds, the note on it is judged, and shown in its own text", () => {
  const text = `${based("  interest { rate 10% per annum }").replace("Form A", "Power Up Note")}${scenario("2018-12-06")}`;
  fc.assert(
    fc.property(damagedSheet, (damaged) => {
      const analysis = read(text, { "forms/a.note": damaged });
      everything(analysis);
      for (const { range } of diagnostics(analysis, uri))
        expect(offsetOf(text, range.end)).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 80 },
  );
});

test("schedules are replaced whole, and a restated clause with the cases of its conditions", () => {
  const more = form.replace(
    "  events of default",
    "  prepayment {\n    day 0 to 30    115%\n    day 31 to 180  125%\n  }\n  events of default",
  );
  const texts = {
    "forms/a.note": more.replace(
      "    option           holder",
      "    option           holder\n    option issuer from day 181",
    ),
  };
  const inner = (lines: string) => {
    const { clauses } = read(based(lines), texts).notes[0]?.note ?? {};
    const option = clauses?.conversion.inner.option;
    return {
      rows: clauses?.prepayment.rows.map(({ text }) => text.replace(/\s+/g, " ")),
      option:
        option?.state === "said"
          ? [option.meaning, option.cases.map(({ meaning }) => meaning)]
          : option?.state,
    };
  };
  expect(inner("")).toEqual({
    rows: ["day 0 to 30 115%", "day 31 to 180 125%"],
    option: ["holder", ["issuer"]],
  });
  expect(inner("  prepayment {\n    day 0 to 90 120%\n  }\n  conversion { option issuer }")).toEqual({
    rows: ["day 0 to 90 120%"],
    option: ["issuer", []],
  });
});

test("what may be said more than once is restated by its name, and without a name together", () => {
  const more = form.replace(
    "  events of default",
    '  tranche "First" { principal $10,000 }\n  tranche "Second" { principal $20,000 }\n  rank senior\n  events of default',
  );
  const found = (lines: string) => {
    const clauses = read(based(lines), { "forms/a.note": more }).notes[0]?.note.clauses;
    return {
      tranches: clauses?.tranche.map(({ clause, inner }) => [
        clause?.phrase[0]?.image,
        inner.principal.state === "said" && inner.principal.text,
      ]),
      ranks: clauses?.rank.length,
    };
  };
  expect(found("")).toEqual({
    tranches: [
      ['"First"', "$10,000"],
      ['"Second"', "$20,000"],
    ],
    ranks: 1,
  });
  expect(found('  tranche "second" { principal $25,000 }\n  tranche "First" none\n  rank none')).toEqual({
    tranches: [['"second"', "$25,000"]],
    ranks: 0,
  });
});

test("a form that is still blank is no note of a round, a note that others are based on is", () => {
  const safe = (principal: string): string =>
    `note "House SAFE" {\n  issuer "Example Corp."\n  principal ${principal}\n  issued January 2, 2024\n  matures none\n  interest none\n  qualified financing {\n    threshold $1,000,000 excluding notes\n    valuation cap $6,000,000 pre-money\n    company capitalization 8,000,000 shares\n    converts automatically\n  }\n}\n`;
  const more =
    'note "SAFE 1" based on "House SAFE" {\n  principal $100,000\n}\nnote "SAFE 2" based on "House SAFE" {\n  principal $200,000\n}\nscenario "Series A" {\n  on March 3, 2025\n  round { price per share $1.50; new money $2,000,000 }\n}\n';
  const after = (principal: string): string | null | undefined =>
    explain(read(safe(principal) + more))
      .find(({ name }) => name === "SAFE 1")
      ?.scenarios[0]?.figures.find(({ label }) => label === "shares after the round")?.value;
  // At 6,000,000 ÷ 8,000,000 = 0.75 a share: 8,000,000 + 1,333,333 new + 133,333 + 266,666.
  expect(after("[ ]")).toBe("9733332");
  // The first note is a note of its own with 300,000: 400,000 shares more.
  expect(after("$300,000")).toBe("10133332");
});
